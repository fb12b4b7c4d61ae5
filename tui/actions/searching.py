"""The search screen."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Search",
        ("search",),
        ("search.down", "Result down", ("down", "ctrl+n")),
        ("search.up", "Result up", ("up",)),
        ("search.page_down", "Page down", ("pagedown",)),
        ("search.page_up", "Page up", ("pageup",)),
        ("search.open", "Go to the place", ("enter",)),
        ("search.next_hit", "Next hit in the article, below the results", ("tab",)),
        ("search.previous_hit", "Hit before in the article", ("shift+tab",)),
        ("search.widen", "Other spellings on or off", ("ctrl+t",)),
        ("search.order", "Order: relevance, date, outlet, hits", ("ctrl+o",)),
        ("search.narrow", "Narrow to an outlet, year, person, place or tag", ("ctrl+g",)),
        ("search.spellings", "All spellings of this name, with what each adds", ("f9",)),
        ("search.within", "Search within these", ("ctrl+y",)),
        (
            "search.fold",
            "Near-duplicates: folded, or each by itself",
            ("f6", "alt+n"),
        ),
        ("search.meant", "Search for what you may have meant", ("ctrl+s",)),
        ("search.past", "Earlier and saved searches", ("ctrl+r",)),
        ("search.save", "Save this search under a name", ("f7", "alt+s")),
        ("search.forget", "Save one of the searches no longer", ("f8", "alt+d")),
        ("search.concordance", "Concordance: every place as a line", ("ctrl+l",)),
        ("app.back", "Back to the article", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
)
