"""Finding words and mentions."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Find",
        ("reader", "panel"),
        ("reader.find", "Find in this article", ("/",)),
    ),
    *group(
        "Find",
        ("reader", "list", "panel"),
        ("corpus.search", "Search all articles", ("s",)),
    ),
    *group(
        "Find",
        ("reader",),
        ("reader.search_this", "Search all articles for the words here", ("g s",)),
        ("reader.mention_next", "Next mention of this entity, here or in later articles", ("*",)),
        ("reader.mention_previous", "Mention before this, here or in earlier articles", ("#",)),
    ),
    *group(
        "Find",
        ("reader", "list", "panel"),
        ("corpus.similar", "More like this: by the key terms of article or selection", ("p m",)),
    ),
    *group(
        "Find",
        ("reader", "panel"),
        ("reader.concordance", "Concordance: every place of the name or word here", ("C",)),
    ),
)
