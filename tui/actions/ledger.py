"""The ledger."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Ledger",
        ("ledger",),
        ("ledger.go", "Go to the annotation", ("enter",)),
        ("ledger.down", "Row down", ("down", "ctrl+n")),
        ("ledger.up", "Row up", ("up",)),
        ("ledger.page_down", "Page down", ("pagedown",)),
        ("ledger.page_up", "Page up", ("pageup",)),
        ("ledger.group", "Group", ("ctrl+t",)),
        ("ledger.sort", "Sort", ("ctrl+s",)),
        ("ledger.tag", "Tag all that are listed", ("ctrl+g",)),
        ("app.back", "Back to the article", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
)
