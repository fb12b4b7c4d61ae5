"""Screens on which one thing is chosen."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Annotations without article",
        ("orphans",),
        ("orphans.adopt", "Give them to the article that is proposed", ("enter",)),
        ("orphans.adopt_all", "Give all, where the text is the same", ("A",)),
        ("orphans.down", "Row down", ("j", "down")),
        ("orphans.up", "Row up", ("k", "up")),
        ("orphans.page_down", "Page down", ("space", "pagedown", "ctrl+d")),
        ("orphans.page_up", "Page up", ("backspace", "pageup", "ctrl+u")),
        ("app.back", "Back to the article", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
    *group(
        "Encodings",
        ("encodings",),
        ("encodings.choose", "Read the article in this encoding", ("enter",)),
        ("encodings.down", "Row down", ("j", "down")),
        ("encodings.up", "Row up", ("k", "up")),
        ("encodings.page_down", "Page down", ("space", "pagedown", "ctrl+d")),
        ("encodings.page_up", "Page up", ("backspace", "pageup", "ctrl+u")),
        ("app.back", "Back to the article", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
    *group(
        "Question",
        ("choice",),
        ("choice.take", "Take this answer", ("enter", "space")),
        ("choice.down", "Row down", ("j", "down")),
        ("choice.up", "Row up", ("k", "up")),
        ("choice.page_down", "Page down", ("pagedown", "ctrl+d")),
        ("choice.page_up", "Page up", ("pageup", "ctrl+u")),
        ("choice.start", "First answer", ("g g", "home")),
        ("choice.end", "Last answer", ("G", "end")),
        ("app.back", "Back, nothing is changed", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
    *group(
        "Menu",
        ("menu",),
        ("menu.down", "Row down", ("down", "j")),
        ("menu.up", "Row up", ("up", "k")),
        ("menu.start", "First row", ("home", "g g")),
        ("menu.end", "Last row", ("end", "G")),
        ("menu.choose", "Do it", ("enter", "space")),
        ("app.back", "Close the menu", ("escape", "q")),
    ),
)
