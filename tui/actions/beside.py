"""Two articles beside each other: reading both, and what differs."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Articles",
        ("reader", "list", "panel"),
        ("reader.beside", "Another article beside this one", ("p v",)),
        ("reader.export", "Write this article with its notes to a file", ("g x",)),
        ("reader.print", "Print this article with its notes", ("g P",)),
        ("reader.differences", "Differences from another article, or an earlier text", ("g D",)),
    ),
    *group(
        "Articles",
        ("corpus",),
        ("corpus.since", "What changed in the folder since the last visit", ("p r",)),
    ),
    *group(
        "Two articles",
        ("beside",),
        ("beside.other", "To the other article", ("tab", "shift+tab")),
        ("beside.difference_next", "Next difference", ("] d",)),
        ("beside.difference_previous", "Previous difference", ("[ d",)),
        ("beside.differences", "Mark what differs, or not", ("g D",)),
        ("beside.figures", "List of the figures and words that differ", ("F",)),
        ("beside.lock", "Scroll both together, or each by itself", ("S",)),
        ("beside.arrange", "Side by side, one above the other, one at a time", ("z v",)),
        ("beside.pick", "Another article in the place of the second", ("p v",)),
        ("beside.open", "Open what is here, or else read this article", ("enter",)),
        ("beside.read", "Read this article, here", ("g o",)),
        ("app.menu", "What can be done here", ("f2",)),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
        ("app.back", "Back one step: the selection, then the reader", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
)
