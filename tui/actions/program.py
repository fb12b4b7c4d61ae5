"""What is about the program itself: its settings, its actions by name, the tour."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Screen",
        ("corpus",),
        ("app.settings", "Settings: see and change all of them", ("f3",)),
        ("app.tour", "The tour: five pages on what can be done here", ("g ?",)),
    ),
    *group(
        "Settings",
        ("settings",),
        ("settings.change", "Change this setting", ("enter",)),
        ("settings.next_value", "Next value, or wider", ("right", "l", "space")),
        ("settings.previous_value", "Value before, or narrower", ("left", "h")),
        ("settings.reset", "Back to the default", ("delete", "d")),
        ("settings.edit_file", "Open the settings in your editor, here", ("e",)),
        ("settings.down", "Row down", ("j", "down")),
        ("settings.up", "Row up", ("k", "up")),
        ("settings.page_down", "Page down", ("pagedown", "ctrl+d")),
        ("settings.page_up", "Page up", ("pageup", "ctrl+u")),
        ("settings.start", "First setting", ("g g", "home")),
        ("settings.end", "Last setting", ("G", "end")),
        ("app.back", "Back", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
    ),
    *group(
        "Tour",
        ("tour",),
        ("tour.next", "Next page", ("enter", "space", "right", "l", "pagedown")),
        ("tour.previous", "Page before", ("backspace", "left", "h", "pageup")),
        ("tour.down", "Row down", ("down", "j")),
        ("tour.up", "Row up", ("up", "k")),
        ("app.back", "Close the tour", ("escape", "q")),
    ),
    *group(
        "Actions by name",
        ("actions",),
        ("actions.choose", "Do it", ("enter",)),
        ("actions.down", "Row down", ("down", "ctrl+n")),
        ("actions.up", "Row up", ("up", "ctrl+p")),
        ("actions.page_down", "Page down", ("pagedown",)),
        ("actions.page_up", "Page up", ("pageup",)),
        ("actions.start", "First row", ("ctrl+home",)),
        ("actions.end", "Last row", ("ctrl+end",)),
        ("app.back", "Close the list", ("escape", "f1")),
    ),
    *group(
        "Articles",
        ("reader",),
        ("reader.pipe", "Pipe the selection, or the article, to a command", ("|",)),
        ("reader.open_folder", "Open the folder of the article on the desktop", ("g O",)),
    ),
    *group(
        "Output",
        ("output",),
        ("output.copy", "Copy all that was printed", ("y",)),
        ("output.down", "Row down", ("j", "down")),
        ("output.up", "Row up", ("k", "up")),
        ("output.page_down", "Page down", ("space", "pagedown", "ctrl+d")),
        ("output.page_up", "Page up", ("backspace", "pageup", "ctrl+u")),
        ("output.start", "First row", ("g g", "home")),
        ("output.end", "Last row", ("G", "end")),
        ("app.back", "Stop the command; then back", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
)
