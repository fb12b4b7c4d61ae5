"""A line at the foot of the screen that one thing is typed into, with what completes it above."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.annotating.tag_tree import TagRow, best, tag_tree
from tui.claiming.offers import offers, parted, taken
from tui.keyboard.hints import hints_of
from tui.layout.cells import cells
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from tui.claiming.offers import Words

MOST_OFFERS = 50
BLANKS_BESIDE = 2  # the question: one on each side


class OfferList(VirtualList):
    """Lists what completes the line; tags as a tree."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.offered: tuple[TagRow, ...] = ()

    def row_count(self) -> int:
        """Return the number of offers."""
        return len(self.offered)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what an offer shows."""
        offer = self.offered[row]
        name = offer.name if offer.depth else offer.tag
        pieces = [("  " * offer.depth, "faint"), (safe_line(name), "")]
        if offer.depth:
            pieces.append((f"  {safe_line(offer.tag)}", "faint"))
        return pieces


class WordLine(ActionScreen, ModalScreen[object]):
    """Asks for the line of a field; dismissed with what was typed, or None.

    `key` is the field (as in the claim form), `learn` is asked off the UI thread for the words that
    complete it. What is unknown is taken as it is.
    """

    CSS_PATH = "word_line.tcss"

    def __init__(self, question: str, key: str, line: str, learn: Callable[[], Words]) -> None:
        super().__init__()
        self._question = question
        self._key = key
        self._begin = f"{line}, " if key == "tags" and line else line
        self._learn = learn
        self._words: Words = {}
        self._line = SplitLine(style="bold", id="word-title")
        self._line.left_whole = True
        self._long = Static(Content(safe_line(question)), id="word-question")
        self._picking = False

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "word"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the line."""
        listed = self.query_one(OfferList)
        names = ("page_down", "page_up")
        moves: dict[str, Handler] = {
            f"word.{name}": partial(listed.perform, f"word.{name}") for name in names
        }
        return moves | {
            "word.down": lambda _: self.pick(1),
            "word.up": lambda _: self.pick(-1),
            "word.complete": lambda _: self.complete(),
            "word.take": lambda _: self.take(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the line out."""
        with Vertical(id="word-form"):
            yield self._line
            yield self._long
            yield OfferList(id="word-offers")
            yield SafeInput(self._begin, id="word-field")
            hint = (
                "{word.take} takes it · {word.down}{word.up} choose · {word.complete} completes · "
                "{app.back} leaves it"
            )
            yield HintLine(hints_of(hint, self.keymap), id="word-hint")

    def on_mount(self) -> None:
        """Begin so that typing replaces a word, and adds to a note or to tags."""
        self.query_one(OfferList).can_focus = False
        field = self.query_one(SafeInput)
        field.focus()
        field.cursor_position = len(field.value)
        if self._key not in ("note", "tags"):
            field.select_all()
        self._show()
        self._learn_words()

    def on_resize(self) -> None:
        """Give what one row cannot hold, why nothing was saved, as many as it needs."""
        fits = cells(safe_line(self._question)) <= self.size.width - BLANKS_BESIDE
        self._line.display, self._long.display = fits, not fits

    @work(thread=True, exclusive=True, group="words")
    def _learn_words(self) -> None:
        self.app.call_from_thread(self._know, self._learn())

    def _know(self, words: Words) -> None:
        self._words = words
        if not self._picking:
            self._show()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._picking = False
        self._show()

    def _show(self) -> None:
        field = self.query_one(SafeInput)
        # A word that is selected as a whole is what one is about to replace.
        typed = "" if field.selected_text == field.value else field.value
        listed = self.query_one(OfferList)
        number = 0
        if self._key == "tags":
            _, part = parted("tags", typed)
            part = part.lstrip("-")
            listed.offered = tag_tree(self._words.get("tags", ()), part)
            number = best(listed.offered, part)
        else:
            found = offers(self._key, typed, self._words, MOST_OFFERS)
            listed.offered = tuple(TagRow(word, 0) for word in found)
        listed.keys_reach = self._picking
        listed.rows_changed(row=number)
        listed.notify_style_update()
        self._line.show(left=self._question, right="" if listed.offered else "a new word is fine")

    def pick(self, step: int) -> None:
        """Choose among the offers; the first key chooses the one that completes the line."""
        listed = self.query_one(OfferList)
        if self._picking:
            listed.move_to(listed.row + step)
        elif listed.offered:
            self._picking = listed.keys_reach = True
            listed.notify_style_update()
            listed.refresh()

    def complete(self) -> bool:
        """Put the offer into the line; False where there is none."""
        listed, field = self.query_one(OfferList), self.query_one(SafeInput)
        if not listed.offered:
            return False
        word, before = listed.offered[listed.row].tag, ""
        if self._key == "tags" and parted("tags", field.value)[1].startswith("-"):
            before = "-"
        field.value = safe_line(taken(self._key, field.value, before + word))
        field.cursor_position = len(field.value)
        return True

    def take(self) -> None:
        """Take the offer that was chosen, then the line as it stands."""
        if self._picking:
            self.complete()
        self.dismiss(self.query_one(SafeInput).value)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.complete()
        self.query_one(SafeInput).focus()
