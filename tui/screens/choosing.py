"""A question with a few answers, and above them what one has to see for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size

from tui.keyboard.hints import hints_of
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.question import QuestionScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

Body = Callable[[int], Sequence[Sequence[Piece]]]
"""What stands above the answers, as rows for a width in cells."""

MOST_NUMBERED = 9
"""Answers that have a number, which is the key that takes them."""

_AROUND = 4
"""Rows of the box that are no answers: its frame, the question and what the keys do."""


class ChoiceList(VirtualList):
    """Lists rows that are only read, then answers; the cursor goes through the answers."""

    def __init__(
        self,
        answers: Sequence[str],
        body: Body | None,
        begin: int,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._begin: int | None = begin
        self._answers = tuple(map(safe_line, answers))
        self._make_body = body
        self._body: Sequence[Sequence[Piece]] = ()

    @property
    def answer(self) -> int | None:
        """The number of the answer under the cursor; None above the answers."""
        number = self.row - len(self._body)
        return number if 0 <= number < len(self._answers) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._body) + len(self._answers)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that all of it takes, at most those that the terminal has room for."""
        above = len(self._make_body(width)) + 1 if self._make_body is not None else 0
        return max(1, min(above + len(self._answers), viewport.height - _AROUND))

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        if row < len(self._body):
            return list(self._body[row])
        number = row - len(self._body)
        shown = f"{number + 1}  " if number < MOST_NUMBERED else "   "
        return [(shown, "faint"), (self._answers[number], "")]

    def has_number(self, number: int) -> bool:
        """Say whether an answer has a number, counted from 1."""
        return 1 <= number <= min(MOST_NUMBERED, len(self._answers))

    def on_resize(self) -> None:
        """Lay out what stands above for the new width; the answer stays."""
        answer = (self.answer or 0) if self._begin is None else self._begin
        self._begin = None
        if self._make_body is not None:
            self._body = (*self._make_body(self.row_width), ())
        self.rows_changed(row=len(self._body) + answer)

    def move_to(self, row: int) -> None:
        """Move the cursor among the answers."""
        super().move_to(max(len(self._body), row))


class ChoiceScreen(QuestionScreen):
    """Asks, above what it is about; dismissed with the number of the answer, from 0, or None."""

    def __init__(
        self, question: str, answers: Sequence[str], body: Body | None = None, begin: int = 0
    ) -> None:
        super().__init__()
        self._line = SplitLine(style="bold", id="question-title")
        self._question = safe_line(question)
        self._list = ChoiceList(answers, body, begin, id="choice-list")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "choice"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"choice.{name}": partial(self._list.perform, f"choice.{name}") for name in names
        }
        return moves | {
            "choice.take": lambda _: self._list.choose(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        hint = "{choice.take} or its number takes it · {app.back} changes nothing"
        with Vertical(id="question-box"):
            yield self._line
            yield self._list
            yield HintLine(hints_of(hint, self.keymap), id="question-hint")

    def on_mount(self) -> None:
        """Ask."""
        self._line.show(left=self._question)
        self._list.focus()

    def _take_key(self, key: str) -> bool:
        """Take the answer whose number was typed."""
        if len(key) > 1 or key not in "0123456789":
            return super()._take_key(key)
        if self._list.has_number(int(key)):
            self.dismiss(int(key) - 1)
        return True

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        if self._list.answer is not None:
            self.dismiss(self._list.answer)
