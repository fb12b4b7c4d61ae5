"""Finding words and mentions."""

from __future__ import annotations

from tui.actions.action import IN_TEXT, Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Find",
        (*IN_TEXT, "panel"),
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
        ("corpus.duplicates", "Articles that are one, in groups", ("p =",)),
        ("corpus.duplicate_next", "Next near-duplicate of this article", ("] =",)),
        ("corpus.duplicate_previous", "Near-duplicate before", ("[ =",)),
    ),
    *group(
        "Find",
        ("reader", "panel"),
        ("reader.concordance", "Concordance: every place of the name or word here", ("C",)),
    ),
)
