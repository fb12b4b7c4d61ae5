"""What works everywhere: panes, panels, the whole program."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Screen",
        ("corpus",),
        ("corpus.next_pane", "Next pane: list, article, panel", ("tab",)),
        ("corpus.previous_pane", "Previous pane", ("shift+tab",)),
        ("corpus.entities", "Panel: entities", ("p e",)),
        ("corpus.numbers", "Panel: numbers", ("p n",)),
        ("corpus.statements", "Panel: statements, who says what", ("p w",)),
        ("corpus.annotations", "Panel: annotations", ("p a",)),
        ("corpus.skipped", "What could not be read, and why", ("p s",)),
        ("corpus.draft", "The note that was not saved", ("p d",)),
        ("corpus.timeline", "Timeline: what is claimed, by date and source", ("p t",)),
        ("corpus.all_numbers", "Numbers of all articles, by what is counted", ("p N",)),
        ("corpus.readers", "Whose annotations are shown", ("p b",)),
        ("corpus.ledger", "The ledger: all annotations", ("p l",)),
        ("corpus.concordance", "The last concordance again", ("p c",)),
        ("corpus.orphans", "Annotations whose article is gone or renamed", ("p o",)),
        ("corpus.walk", "Read the folder again", ("R",)),
        ("corpus.indexing", "Stop indexing, or index now", ("I",)),
        ("corpus.theme", "Next theme", ("T",)),
        ("corpus.edit_settings", "Open the settings in your editor", ("g ,",)),
        ("corpus.edit_keymap", "Open the keymap in your editor", ("g k",)),
        ("corpus.reload_settings", "Read settings and keymap again", ("g r",)),
    ),
    *group(
        "Screen",
        ("corpus",),
        ("app.help", "Keys that work here", ("?", "f1")),
        ("app.palette", "All actions by name", ("ctrl+p",)),
        ("app.command", "A command, as in vi: q, 12, 40%, set, s words, !program", (":",)),
        ("app.menu", "What can be done here", ("f2",)),
        ("app.back", "Back one step", ("escape",)),
        ("app.interrupt", "Copy the selection; without one, how to leave", ("ctrl+c",)),
        ("app.quit", "Quit", ("q",)),
    ),
    *group(
        "Screen",
        (
            *(
                "corpus",
                "entries",
                "timeline",
                "figures",
                "concordance",
                "beside",
                "card",
                "figure",
            ),
            *("choice", "menu", "orphans", "encodings", "settings", "tour", "output"),
        ),
        ("app.suspend", "Put Postil aside, back to the shell (fg comes back)", ("ctrl+z",)),
    ),
    *group(
        "Screen",
        # Not where text of several lines is written, which takes back what was typed with this key.
        ("search", "filter", "ledger", "numbers", "pick", "name", "word", "actions"),
        ("app.suspend", "Put Postil aside, back to the shell (fg comes back)", ("ctrl+z",)),
    ),
)
