"""The registry of actions: what can be done, where, and with which keys.

The keys, the command palette and the help screen all read this one table. An action's `id` is
`area.verb`; its keys are sequences of key names separated by blanks: a printable character stands
for itself, other keys have Textual's names (`ctrl+d`, `space`, `pagedown`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Context = Literal[
    "everywhere",
    "corpus",
    "reader",
    "list",
    "panel",
    "search",
    "note",
    "claim",
    "orphans",
    "encodings",
    "menu",
    "card",
    "figure",
    "pick",
    "name",
    "ledger",
    "choice",
    "concordance",
]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do.

    `where` names the contexts in which its keys work; `group` is its heading in the help.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    where: tuple[Context, ...]
    group: str


def _actions(
    group: str, where: tuple[Context, ...], *rows: tuple[str, str, tuple[str, ...]]
) -> tuple[Action, ...]:
    return tuple(Action(id_, label, keys, where, group) for id_, label, keys in rows)


ACTIONS: tuple[Action, ...] = (
    *_actions(
        "Move",
        ("reader",),
        ("reader.row_down", "Row down", ("j", "down")),
        ("reader.row_up", "Row up", ("k", "up")),
        ("reader.character_left", "Character left", ("h", "left")),
        ("reader.character_right", "Character right", ("l", "right")),
        ("reader.word_next", "Next word", ("w",)),
        ("reader.word_previous", "Previous word", ("b",)),
        ("reader.word_end", "End of word", ("e",)),
        ("reader.row_start", "Start of row", ("0", "^")),
        ("reader.row_end", "End of row", ("$",)),
        ("reader.sentence_next", "Next sentence", (")",)),
        ("reader.sentence_previous", "Previous sentence", ("(",)),
        ("reader.paragraph_next", "Next paragraph", ("}",)),
        ("reader.paragraph_previous", "Previous paragraph", ("{",)),
        ("reader.page_down", "Page down", ("space", "pagedown", "ctrl+f")),
        ("reader.page_up", "Page up", ("backspace", "pageup", "ctrl+b")),
        ("reader.half_page_down", "Half a page down", ("ctrl+d",)),
        ("reader.half_page_up", "Half a page up", ("ctrl+u",)),
        ("reader.text_start", "Start of the article", ("g g", "home")),
        ("reader.text_end", "End of the article", ("G", "end")),
        ("reader.centre", "Put this row in the middle", ("z z",)),
        ("reader.to_top", "Put this row at the top", ("z t",)),
        ("reader.to_bottom", "Put this row at the bottom", ("z b",)),
    ),
    *_actions(
        "Jump",
        ("reader",),
        ("reader.entity_next", "Next entity", ("] e",)),
        ("reader.entity_previous", "Previous entity", ("[ e",)),
        ("reader.number_next", "Next number", ("] n",)),
        ("reader.number_previous", "Previous number", ("[ n",)),
        ("reader.statement_next", "Next statement", ("] s",)),
        ("reader.statement_previous", "Previous statement", ("[ s",)),
        ("reader.annotation_next", "Next annotation", ("] a",)),
        ("reader.annotation_previous", "Previous annotation", ("[ a",)),
        ("reader.match_next", "Next match", ("n",)),
        ("reader.match_previous", "Previous match", ("N",)),
        ("reader.jump_back", "Back to where the last jump began", ("ctrl+o",)),
        ("reader.jump_forward", "Forward again", ("g i", "alt+o")),
    ),
    *_actions(
        "Select",
        ("reader",),
        ("reader.select", "Select from here by moving", ("v",)),
        ("reader.select_sentence", "Select this sentence", ("V",)),
        ("reader.select_more", "Select more: word, sentence, paragraph", ("+", "=")),
        ("reader.select_less", "Select less: what it was before", ("-",)),
        ("reader.swap_ends", "Move the other end", ("o",)),
        ("reader.copy", "Copy the selection", ("y",)),
    ),
    *_actions(
        "Annotate",
        ("reader",),
        ("reader.annotate", "Annotate the selection, or this sentence", ("a",)),
        ("reader.claim", "Claim: who says what, in the selection or this sentence", ("W",)),
        ("reader.highlight", "Highlight the selection, without a note", ("H",)),
        ("reader.annotate_article", "Note on the whole article", ("A",)),
        ("annotation.move", "Let the marked annotation stand on the selection", ("M",)),
    ),
    *_actions(
        "Annotate",
        ("reader",),
        ("annotation.edit", "Edit the annotation here", ("c",)),
    ),
    *_actions(
        "Annotate",
        ("panel",),
        ("annotation.edit", "Edit this annotation", ("c",)),
    ),
    *_actions(
        "Annotate",
        ("reader", "panel"),
        ("annotation.delete", "Delete the annotation here", ("D",)),
        ("annotation.mark", "Mark this annotation, to link or to move it", ("m",)),
        ("annotation.link", "Link the marked annotation with this one", ("L",)),
        ("annotation.follow", "Follow a link of this annotation", ("f",)),
        ("annotation.claim", "Make the annotation here a claim, or edit its claim", ("g w",)),
        ("annotation.compare", "What it was made on, and what is there now", ("g a",)),
        ("annotation.edit_file", "Open the annotations file in your editor, here", ("E",)),
    ),
    *_actions(
        "Annotate",
        ("reader", "list", "panel"),
        ("annotation.undo", "Undo the last change of an annotation", ("u",)),
        ("annotation.redo", "Redo it", ("ctrl+r",)),
    ),
    *_actions(
        "Find",
        ("reader", "list", "panel"),
        ("reader.find", "Find in this article", ("/",)),
        ("corpus.search", "Search all articles", ("s",)),
    ),
    *_actions(
        "Find",
        ("reader",),
        ("reader.search_this", "Search all articles for the words here", ("g s",)),
        ("reader.mention_next", "Next mention of this entity, here or in later articles", ("*",)),
        ("reader.mention_previous", "Mention before this, here or in earlier articles", ("#",)),
    ),
    *_actions(
        "Cards",
        ("reader",),
        ("reader.open", "Open what is here: annotation, entity, number", ("enter",)),
        ("reader.card", "Card of the entity or the number here", ("g d",)),
    ),
    *_actions(
        "Cards",
        ("panel",),
        ("panel.card", "Card of the entity or the number of this row", ("g d",)),
    ),
    *_actions(
        "Cards",
        ("card",),
        ("card.split", "Another thing: split this name off", ("x",)),
        ("card.merge", "The same as another entity", ("m",)),
        ("card.apart", "Never the same as another entity", ("n",)),
        ("card.rename", "Another name for it", ("r",)),
        ("card.is_person", "It is a person", ("t p",)),
        ("card.is_organisation", "It is an organisation", ("t o",)),
        ("card.is_place", "It is a place", ("t l",)),
        ("card.is_people", "It is a people, a religion or a party's members", ("t n",)),
        ("card.forbid", "No name at all: mark it nowhere", ("d",)),
        ("annotation.undo", "Undo the last change", ("u",)),
        ("annotation.redo", "Redo it", ("ctrl+r",)),
    ),
    *_actions(
        "Cards",
        ("card", "figure"),
        ("card.go", "Go to the place, or to the card of the entity there", ("enter",)),
        ("card.down", "Row down", ("j", "down")),
        ("card.up", "Row up", ("k", "up")),
        ("card.page_down", "Page down", ("space", "pagedown", "ctrl+d")),
        ("card.page_up", "Page up", ("backspace", "pageup", "ctrl+u")),
        ("card.start", "First row", ("g g", "home")),
        ("card.end", "Last row", ("G", "end")),
        ("card.section_next", "Next part", ("tab", "}")),
        ("card.section_previous", "Part before", ("shift+tab", "{")),
        ("app.menu", "What can be done here", ("f2",)),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
        ("app.back", "Back one step", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
    ),
    *_actions(
        "Cards",
        ("pick",),
        ("pick.choose", "Take this entity", ("enter",)),
        ("pick.down", "Row down", ("down", "ctrl+n")),
        ("pick.up", "Row up", ("up",)),
        ("pick.page_down", "Page down", ("pagedown",)),
        ("pick.page_up", "Page up", ("pageup",)),
        ("app.back", "Back to the card", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
    *_actions(
        "Cards",
        ("name",),
        ("name.take", "Take this name", ("enter",)),
        ("app.back", "Back to the card", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
    ),
    *_actions(
        "Articles",
        ("list",),
        ("list.down", "Article down", ("j", "down")),
        ("list.up", "Article up", ("k", "up")),
        ("list.page_down", "Page down", ("space", "pagedown", "ctrl+f", "ctrl+d")),
        ("list.page_up", "Page up", ("backspace", "pageup", "ctrl+b", "ctrl+u")),
        ("list.start", "First article", ("g g", "home")),
        ("list.end", "Last article", ("G", "end")),
        ("list.open", "Read this article", ("enter", "l", "right")),
    ),
    *_actions(
        "Side panel",
        ("panel",),
        ("panel.down", "Row down", ("j", "down")),
        ("panel.up", "Row up", ("k", "up")),
        ("panel.page_down", "Page down", ("space", "pagedown", "ctrl+f", "ctrl+d")),
        ("panel.page_up", "Page up", ("backspace", "pageup", "ctrl+b", "ctrl+u")),
        ("panel.start", "First row", ("g g", "home")),
        ("panel.end", "Last row", ("G", "end")),
        ("panel.tab_next", "Next list: entities, numbers, statements, annotations", ("l", "right")),
        ("panel.tab_previous", "Previous list", ("h", "left")),
        ("panel.open", "Card of this entity; of other rows, the place in the text", ("enter",)),
        ("panel.go", "Go to the place in the text", ("o",)),
    ),
    *_actions(
        "Articles",
        ("reader",),
        ("reader.encoding", "Choose the encoding that the article is read in", ("g c",)),
        ("reader.edit_article", "Open the article in your editor, at this line", ("g e",)),
    ),
    *_actions(
        "Articles",
        ("corpus",),
        ("corpus.next_article", "Next article", ("J",)),
        ("corpus.previous_article", "Previous article", ("K",)),
    ),
    *_actions(
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
    *_actions(
        "Screen",
        ("corpus",),
        ("app.help", "Keys that work here", ("?", "f1")),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
        ("app.menu", "What can be done here", ("f2",)),
        ("app.back", "Back one step", ("escape",)),
        ("app.interrupt", "Copy the selection; without one, how to leave", ("ctrl+c",)),
        ("app.suspend", "Put Postil aside, back to the shell (fg comes back)", ("ctrl+z",)),
        ("app.quit", "Quit", ("q",)),
    ),
    *_actions(
        "Search",
        ("search",),
        ("search.down", "Result down", ("down", "ctrl+n")),
        ("search.up", "Result up", ("up",)),
        ("search.page_down", "Page down", ("pagedown",)),
        ("search.page_up", "Page up", ("pageup",)),
        ("search.open", "Go to the place", ("enter",)),
        ("search.widen", "Other spellings on or off", ("ctrl+t",)),
        ("search.order", "Order: relevance, date, outlet, hits", ("ctrl+o",)),
        ("search.narrow", "Narrow to an outlet, year, person, place or tag", ("ctrl+g",)),
        ("search.within", "Search within these", ("ctrl+y",)),
        ("search.meant", "Search for what you may have meant", ("ctrl+s",)),
        ("search.past", "Earlier and saved searches", ("ctrl+r",)),
        ("search.concordance", "Concordance: every place as a line", ("ctrl+l",)),
        ("app.back", "Back to the article", ("escape",)),
        ("app.help", "Keys that work here", ("f1",)),
        ("app.suspend", "Put Postil aside, back to the shell (fg comes back)", ("ctrl+z",)),
    ),
    *_actions(
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
    *_actions(
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
    *_actions(
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
    *_actions(
        "Find",
        ("reader", "panel"),
        ("reader.concordance", "Concordance: every place of the name or word here", ("C",)),
    ),
    *_actions(
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
        ("concordance.sort_right", "Sort by the word right; 2r by the second", ("r",)),
        ("concordance.sort_left", "Sort by the word left; 2l by the second", ("l",)),
        ("concordance.sort_rights", "Sort by three words right", ("R",)),
        ("concordance.sort_lefts", "Sort by three words left", ("L",)),
        ("concordance.sort_word", "Sort by the keyword", ("w",)),
        ("concordance.sort_file", "Sort by file", ("f",)),
        ("concordance.sort_date", "Sort by date", ("d",)),
        ("concordance.sort_outlet", "Sort by outlet", ("o",)),
        ("concordance.unsort", "In the order of the articles", ("u",)),
        ("concordance.again", "Read all lines again", ("g r",)),
        ("concordance.measure", "Collocates by another measure", ("m",)),
        ("concordance.span", "Collocates within another span; 3s within three words", ("s",)),
        ("concordance.size", "N-grams of other length; 4n of four words", ("n",)),
        ("app.back", "Back one step: stop, all lines, the article", ("escape", "q")),
        ("app.help", "Keys that work here", ("?", "f1")),
        ("app.palette", "All actions by name", ("ctrl+p", ":")),
        ("app.suspend", "Put Postil aside, back to the shell (fg comes back)", ("ctrl+z",)),
    ),
    *_actions(
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
    *_actions(
        "Menu",
        ("menu",),
        ("menu.down", "Row down", ("down", "j")),
        ("menu.up", "Row up", ("up", "k")),
        ("menu.start", "First row", ("home", "g g")),
        ("menu.end", "Last row", ("end", "G")),
        ("menu.choose", "Do it", ("enter", "space")),
        ("app.back", "Close the menu", ("escape", "q")),
    ),
    *_actions(
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
    *_actions(
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

# What a place on the screen answers to, nearest first.
CONTEXTS: dict[str, tuple[Context, ...]] = {
    "reader": ("reader", "corpus"),
    "list": ("list", "corpus"),
    "panel": ("panel", "corpus"),
    "search": ("search",),
    "note": ("note",),
    "claim": ("claim",),
    "orphans": ("orphans",),
    "encodings": ("encodings",),
    "menu": ("menu",),
    "card": ("card",),
    "figure": ("figure",),
    "pick": ("pick",),
    "name": ("name",),
    "ledger": ("ledger",),
    "choice": ("choice",),
    "concordance": ("concordance",),
}


def actions_in(contexts: Iterable[Context]) -> tuple[Action, ...]:
    """Return the actions that work in the contexts, in the order of the registry."""
    wanted = set(contexts)
    return tuple(action for action in ACTIONS if wanted & set(action.where))


def keys_in(contexts: Iterable[Context]) -> dict[tuple[str, ...], Action]:
    """Return the key sequences of the contexts; the nearer context wins a clash."""
    found: dict[tuple[str, ...], Action] = {}
    for context in contexts:
        for action in actions_in((context,)):
            for keys in action.keys:
                found.setdefault(tuple(keys.split()), action)
    return found


_KEY_NAMES = {
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
    "f2": "F2",
    "f4": "F4",
}


def shown_keys(keys: str) -> str:
    """Return a key sequence as the help shows it: `g g` is `gg`, `ctrl+d` is `Ctrl+D`."""
    parts = keys.split()
    names = [
        _KEY_NAMES.get(
            part, part if len(part) == 1 else "+".join(map(str.capitalize, part.split("+")))
        )
        for part in parts
    ]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(names)
