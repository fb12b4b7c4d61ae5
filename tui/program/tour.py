"""The tour: five pages on what can be done here, for who opens Postil for the first time."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.layout.cells import cells

if TYPE_CHECKING:
    from tui.keyboard.keymap import Keymap
    from tui.widgets.virtual_list import Piece

_KEYS_WIDTH = 20


@dataclass(frozen=True, slots=True)
class TourPage:
    """A page: what it is about, and rows of keys (ids of actions) with what they do."""

    title: str
    words: str
    keys: tuple[tuple[tuple[str, ...], str], ...]
    ending: str = ""


PAGES: tuple[TourPage, ...] = (
    TourPage(
        "Reading",
        "Postil shows a folder of articles: the list, the article, and a panel of what is known of "
        "it. A narrow window shows one of the three at a time. Nothing is ever written into an "
        "article, and the place in each is kept.",
        (
            (("reader.row_down", "reader.row_up"), "a row down, a row up"),
            (("reader.page_down", "reader.page_up"), "a page on, a page back"),
            (("reader.paragraph_next", "reader.sentence_next"), "next paragraph, next sentence"),
            (("corpus.next_article", "corpus.previous_article"), "next article, the one before"),
            (("corpus.next_pane",), "to the list, the article, the panel"),
            (("app.back",), "back one step, everywhere"),
        ),
        "Arrows, Page Up and Page Down work, and so does the mouse: click, wheel, drag to select, "
        "the other button for a menu.",
    ),
    TourPage(
        "What is marked",
        "Postil finds who and where a text is about, its numbers and dates, and who says what. "
        "Each kind has its colour and its own underline, bold or italic. Menus, captions and other "
        "furniture of the page are set back.",
        (
            (("reader.entity_next", "reader.number_next"), "next name, next number"),
            (("reader.open",), "what is here: every spelling, every mention"),
            (("reader.mention_next",), "the next mention, in other articles too"),
            (("corpus.entities", "corpus.numbers"), "the panel of names, of numbers"),
            (("corpus.statements",), "the panel of statements: who says what"),
        ),
        "What was found wrongly can be said on the card of a name: the same as, never the same as, "
        "another name, no name at all.",
    ),
    TourPage(
        "Finding",
        "A search finds other spellings of a word as well and says which. Results come as you "
        "type, with the passages; the index is made meanwhile and lies outside your folder.",
        (
            (("reader.find",), "in this article"),
            (("corpus.search",), "in all articles, as you type"),
            (("reader.match_next", "reader.match_previous"), "next match, the one before"),
            (("reader.search_this",), "all articles for the words here"),
            (("reader.concordance",), "every place of a word, as lines to be sorted"),
            (("reader.jump_back",), "back to where you came from"),
        ),
        'In a search "several words" are a phrase, person: place: outlet: date: number:>1000 ask '
        "for what is known; its help has them all.",
    ),
    TourPage(
        "Annotating",
        "Select words and write a note, or a claim: who says what, how many of what, where and "
        "when. Notes lie in a YAML file beside the article, which is yours to edit and to keep in "
        "git. When an article changes, a note finds its words again, or says that it did not.",
        (
            (("reader.select", "reader.select_sentence"), "select by moving, select the sentence"),
            (("reader.annotate",), "a note on the selection, or on this sentence"),
            (("reader.claim",), "a claim, filled in as the text says it"),
            (("reader.annotate_article",), "a note on the whole article"),
            (("annotation.undo", "annotation.redo"), "undo, redo"),
            (("corpus.ledger",), "the ledger: all annotations of all articles"),
        ),
    ),
    TourPage(
        "All the rest",
        "No key has to be known by heart: the page of keys shows those that work where you are, "
        "and the list of actions finds anything by a few letters of its name.",
        (
            (("app.help",), "the keys that work here"),
            (("app.palette",), "all actions by name, with their keys"),
            (("app.menu",), "what can be done with what is under the cursor"),
            (("app.settings",), "settings: themes, width, keys of vi, Emacs or plain ones"),
            (("app.tour",), "this tour again"),
            (("app.quit",), "leave; all is saved"),
        ),
        "On the command line, `postil --help` lists what can be printed: searches, numbers, names, "
        "the ledger, an article as plain text.",
    ),
)


def page_rows(page: TourPage, keymap: Keymap, width: int) -> list[list[Piece]]:
    """Return the rows of a page in so many cells, each as pieces of safe text with their style."""
    rows: list[list[Piece]] = [[(line, "")] for line in textwrap.wrap(page.words, width)]
    rows.append([])
    shown = [(", ".join(map(keymap.key_of, ids)), words) for ids, words in page.keys]
    column = min(max(cells(keys) for keys, _ in shown) + 2, _KEYS_WIDTH, width // 2)
    for keys, words in shown:
        beside = cells(keys) + 2 <= column
        lines = textwrap.wrap(words, max(1, width - column))
        if not beside:
            rows.append([(keys, "strong")])
            keys = ""
        for line in lines:
            rows.append([(keys, "strong"), (" " * (column - cells(keys)), ""), (line, "")])
            keys = ""
    if page.ending:
        rows += [[], *([(line, "")] for line in textwrap.wrap(page.ending, width))]
    return rows
