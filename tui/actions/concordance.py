"""The concordance."""

from __future__ import annotations

from tui.actions.action import Action, group

ACTIONS: tuple[Action, ...] = (
    *group(
        "Concordance",
        ("concordance",),
        ("concordance.go", "Go to the place; from a count, list its lines", ("enter",)),
        ("concordance.down", "Row down", ("j", "down")),
        ("concordance.up", "Row up", ("k", "up")),
        ("concordance.page_down", "Page down", ("space", "pagedown", "ctrl+f", "ctrl+d")),
        ("concordance.page_up", "Page up", ("backspace", "pageup", "ctrl+b", "ctrl+u")),
        ("concordance.start", "First row", ("g g", "home")),
        ("concordance.end", "Last row", ("G", "end")),
        ("concordance.view_next", "Lines, collocates, n-grams, forms, keyness, spread", ("tab",)),
        ("concordance.view_previous", "The view before", ("shift+tab",)),
        ("concordance.sort_right", "Sort by the word right; after 2, by the second", ("r",)),
        ("concordance.sort_left", "Sort by the word left; after 2, by the second", ("l",)),
        ("concordance.sort_rights", "Sort by three words right", ("R",)),
        ("concordance.sort_lefts", "Sort by three words left", ("L",)),
        ("concordance.sort_word", "Sort by the keyword", ("w",)),
        ("concordance.sort_file", "Sort by file", ("f",)),
        ("concordance.sort_date", "Sort by date", ("d",)),
        ("concordance.sort_outlet", "Sort by outlet", ("o",)),
        ("concordance.unsort", "In the order of the articles", ("u",)),
        ("concordance.again", "Read all lines again", ("g r",)),
        ("concordance.measure", "Collocates by another measure", ("m",)),
        ("concordance.span", "Collocates within another span; after 3, of three words", ("s",)),
        ("concordance.size", "N-grams of other length; after 4, of four words", ("n",)),
        ("app.back", "Back one step: stop, all lines, the article", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
    ),
)
