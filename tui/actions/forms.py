"""The forms of a note and of a claim."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Note",
        ("note",),
        ("note.save", "Save", ("ctrl+s",)),
        ("note.take_theirs", "Take the note that another program wrote", ("ctrl+t",)),
        ("note.add_theirs", "Put it below this note", ("ctrl+o",)),
        ("note.next_field", "Note or tags", ("tab", "shift+tab")),
        ("note.editor", "Write it in your editor", ("ctrl+g", "f4")),
        ("note.cancel", "Close without saving", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
    *group(
        "Claim",
        ("claim",),
        ("claim.save", "Save the whole claim as it stands", ("ctrl+s",)),
        ("claim.take", "Take the word that is chosen; the next field", ("enter",)),
        ("claim.next_field", "Next field", ("tab",)),
        ("claim.previous_field", "Field before", ("shift+tab",)),
        ("claim.down", "Choose the next of the words offered", ("down", "ctrl+n")),
        ("claim.up", "Choose the one before", ("up",)),
        ("claim.other_figure", "Claim the next figure of these words", ("ctrl+g",)),
        ("claim.suggest", "Fill in what is empty, as the text says it", ("ctrl+t",)),
        ("claim.cancel", "Close without saving", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
)
