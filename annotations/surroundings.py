"""What stands around a passage: does it agree with what stood around the quote?

What an annotation keeps of its surroundings is short, and most of what can mislead is short, too.
So agreement is counted on each side apart, from the passage outward, without typography.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from annotations.pieces import Pieces
from corpus.understanding.word_set import word_set

ENOUGH = 8
"""So many code points in a row, from the passage outward, are agreement on that side."""

FULL = 16
"""So many are as good as all that is kept."""

_REACH = 60  # pieces around a passage that are looked at
_EDIT_PRICE = 4  # code points that an edit of the next piece costs
_NEAR = 3  # words beside a passage that can turn what it says

_BOUNDS = word_set(
    """
    over under above below least most more less fewer nearly almost about around roughly up
    approximately exactly only barely some exceeding minimum maximum
    """
)
_NEGATIONS = word_set("no not never nor neither none without cannot nobody nothing")
_SCALES = word_set("hundred thousand million billion trillion dozen percent % per")
_STOPS = frozenset(".!?;")


@dataclass(frozen=True, slots=True)
class Side:
    """How far one side agrees: `common` of the `kept` code points, from the passage outward.

    `edge` says that nothing is kept because the text begins or ends there, and does so now.
    """

    common: int
    kept: int
    edge: bool

    @property
    def is_complete(self) -> bool:
        """Whether all that is kept agrees."""
        return self.common >= self.kept if self.kept else self.edge

    def reaches(self, far: int) -> bool:
        """Whether it agrees so far, or as far as anything is known."""
        return self.edge if not self.kept else self.common >= min(far, self.kept)

    def tells(self, far: int) -> bool:
        """Whether it agrees so far, and far enough to tell a place."""
        return self.common >= ENOUGH and self.reaches(far)


class Agreement:
    """How far the surroundings of a place agree with those of the quote, on each side.

    A side is worked out when it is asked for: of most places one tells enough.
    """

    __slots__ = ("_after", "_before")

    def __init__(self, before: Side | Callable[[], Side], after: Side | Callable[[], Side]) -> None:
        self._before, self._after = before, after

    @property
    def before(self) -> Side:
        """The side before the place."""
        if not isinstance(self._before, Side):
            self._before = self._before()
        return self._before

    @property
    def after(self) -> Side:
        """The side after it."""
        if not isinstance(self._after, Side):
            self._after = self._after()
        return self._after

    @property
    def total(self) -> int:
        """The code points that agree on both sides together."""
        return self.before.common + self.after.common

    @property
    def is_complete(self) -> bool:
        """Whether all that is kept agrees, on both sides."""
        return self.before.is_complete and self.after.is_complete

    def both(self, far: int) -> bool:
        """Whether both sides agree so far."""
        return self.before.reaches(far) and self.after.reaches(far)

    def one(self, far: int) -> bool:
        """Whether a side agrees so far, and far enough to tell a place."""
        return self.before.tells(far) or self.after.tells(far)


class Surroundings:
    """What stood around a quote, ready to be compared."""

    def __init__(self, before: str, after: str, *, at_start: bool) -> None:
        self._before = Pieces(before)
        self._after = Pieces(after)
        self._left = _in_a_row(self._before.forms)
        self._right = _in_a_row(self._after.forms)
        self._at_start = at_start
        # More pieces than were kept cannot agree with them: no more are looked at.
        self._reach = [min(_REACH, len(one.forms) + 2) for one in (self._before, self._after)]
        left, right = self._before.forms, self._after.forms
        # The two next pieces: where neither of them is near, nothing agrees. Few prove nothing.
        self._near = [
            frozenset(left[-2:] if len(left) > 2 else ()),
            frozenset(right[:2] if len(right) > 2 else ()),
        ]
        self._left_less, self._right_less = _in_a_row(left[:-1]), _in_a_row(right[1:])
        self._sides: tuple[dict[str, Side], dict[str, Side]] = {}, {}

    @property
    def known(self) -> bool:
        """Whether anything is known of the surroundings."""
        return bool(self._left or self._right)

    @property
    def words_before(self) -> list[str]:
        """The pieces before the quote, without the first, which may have been cut."""
        return self._before.forms[1:] or self._before.forms

    @property
    def words_after(self) -> list[str]:
        """The pieces after the quote, without the last, which may have been cut."""
        return self._after.forms[:-1] or self._after.forms

    def agreement(self, text: Pieces, first: int, end: int) -> Agreement:
        """Compare with what stands around the pieces `[first, end)` of a text.

        All annotations of a text are compared with that text: the same pieces around are the same
        agreement.
        """
        return Agreement(partial(self._before_at, text, first), partial(self._after_at, text, end))

    def _before_at(self, text: Pieces, first: int) -> Side:
        here = text.exact[max(0, first - self._reach[0] - 1) : first]
        side = self._sides[0].get(here)
        if side is None:
            common = self._side_before(text, first)
            side = Side(common, len(self._left), self._at_start and first == 0)
            self._sides[0][here] = side
        return side

    def _after_at(self, text: Pieces, end: int) -> Side:
        here = text.exact[end : end + self._reach[1] + 1]
        side = self._sides[1].get(here)
        if side is None:
            side = Side(self._side_after(text, end), len(self._right), end == len(text))
            self._sides[1][here] = side
        return side

    def ends_at(self, text: Pieces, first: int) -> int:
        """Count how far what stood before the quote ends right before a piece."""
        floor = max(0, first - self._reach[0])
        return common_end(self._left, _in_a_row(text.forms[floor:first]))

    def begins_at(self, text: Pieces, end: int) -> int:
        """Count how far what stood after the quote begins with a piece."""
        return common_start(self._right, _in_a_row(text.forms[end : end + self._reach[1]]))

    def _side_before(self, text: Pieces, first: int) -> int:
        """Count what agrees before a piece, also where the next word was edited."""
        forms = text.forms
        if self._near[0] and self._near[0].isdisjoint(forms[max(0, first - 2) : first]):
            return 0
        row = _in_a_row(forms[max(0, first - self._reach[0] - 1) : first])
        exact = common_end(self._left, row)
        if exact >= ENOUGH or exact == len(self._left):
            return exact
        # The next piece changed, put in, taken out.
        edited = common_end(self._left_less, row)
        if first:
            less = row[: max(0, len(row) - len(forms[first - 1]) - 1)]
            edited = max(edited, common_end(self._left_less, less), common_end(self._left, less))
        return max(exact, edited - _EDIT_PRICE)

    def _side_after(self, text: Pieces, end: int) -> int:
        """Count what agrees after a piece, also where the next word was edited."""
        forms = text.forms
        if self._near[1] and self._near[1].isdisjoint(forms[end : end + 2]):
            return 0
        row = _in_a_row(forms[end : end + self._reach[1] + 1])
        exact = common_start(self._right, row)
        if exact >= ENOUGH or exact == len(self._right):
            return exact
        edited = common_start(self._right_less, row)
        if end < len(text):
            less = row[len(forms[end]) + 1 :]
            edited = max(
                edited, common_start(self._right_less, less), common_start(self._right, less)
            )
        return max(exact, edited - _EDIT_PRICE)

    def turned(self, text: Pieces, first: int, end: int) -> bool:
        """Whether what stands beside the pieces `[first, end)` turns what they say.

        A bound or a negation before them in their sentence, a sign before a figure, a scale or a
        range after one: another one there, and the same words say something else.
        """
        kept = _words_before(self._before, len(self._before), least=0 if self._at_start else 1)
        now = _words_before(text, first)[: len(kept)]
        if {*filter(_is_guard, kept)} != {*filter(_is_guard, now)}:
            return True
        if not self.known or not text.forms[first][0].isdigit():
            return False
        return (_sign(self._before, len(self._before)), _following(self._after, 0)) != (
            _sign(text, first),
            _following(text, end),
        )


def common_start(one: str, other: str) -> int:
    """Count the code points that two texts begin with alike."""
    return _measures()[0](one, other)


def common_end(one: str, other: str) -> int:
    """Count the code points that two texts end with alike."""
    return _measures()[1](one, other)


@cache
def _measures() -> tuple[Callable[[str, str], int], Callable[[str, str], int]]:
    """Return what measures common starts and ends; imported where it is used, and once."""
    from rapidfuzz.distance import Postfix, Prefix

    return Prefix.similarity, Postfix.similarity


def _in_a_row(forms: list[str]) -> str:
    """Write pieces in a row, so that code points can be counted in it."""
    return " ".join(forms)


def _words_before(text: Pieces, end: int, least: int = 0) -> list[str]:
    """Give the last words of the sentence before a piece, the nearest first."""
    found: list[str] = []
    for number in range(end - 1, least - 1, -1):
        form = text.folded[number]
        if len(found) == _NEAR or form in _STOPS or text.has_break(number, end + 1):
            break
        if form[0].isalnum():
            found.append(form)
    return found


def _is_guard(form: str) -> bool:
    return form in _BOUNDS or form in _NEGATIONS or form.endswith("n't")


def _sign(text: Pieces, end: int) -> str:
    """Give the sign of a currency, a number or a comparison that stands right before a piece."""
    follows = text.starts[end] if end < len(text) else len(text.text)
    if not end or text.ends[end - 1] != follows:
        return ""
    form = text.forms[end - 1]
    return form if form == "-" or unicodedata.category(form[0]) in ("Sc", "Sm") else ""


def _following(text: Pieces, first: int) -> tuple[str, ...]:
    """Give the scale, the percent sign or the second half of a range that follows a figure."""
    near = text.folded[first : first + 2]
    if near and near[0] in _SCALES:
        return (near[0],)
    if len(near) == 2 and near[0] == "-" and near[1][0].isdigit():
        return tuple(near)
    return ()
