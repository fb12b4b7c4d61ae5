"""A text in which the words of many annotations are looked for, at a bounded cost.

A sidecar may be a stranger's: what was not looked for to the end is ambiguous, never lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.pieces import Pieces
from annotations.surroundings import Surroundings

if TYPE_CHECKING:
    from annotations.likeness import Likeness
    from annotations.model import Annotation
    from annotations.quoted_words import Hit
    from corpus.span import Span

_MOST_HITS = 5_000  # words that stand more often than this anchor nothing
_MOST_LOOKS = 200_000  # places looked at for all annotations of a text together
_MOST_SCANNED = 10_000_000_000  # code points passed over for all of them together
_FIND_COST = 40  # how often `str.find` may pass over the words themselves before it begins


@dataclass
class Anchor:
    """What is looked for: the words, where they stood, and what stood around them.

    `hits` and `alike` are what was found of them in one text, once it was looked for.
    """

    annotation: Annotation
    quote: str
    at: Span
    before: str
    after: str
    hits: list[Hit] | None = None
    alike: list[Likeness] | None = None

    @cached_property
    def pieces(self) -> Pieces:
        """The words as the pieces that are compared."""
        return Pieces(self.quote)

    @cached_property
    def surroundings(self) -> Surroundings:
        """What stood around the words, ready to be compared."""
        return Surroundings(self.before, self.after, at_start=self.at.start == 0)


class SearchedText:
    """A text in which many words are looked for: each once, and all of them at a bounded cost."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, tuple[list[int], bool]] = {}
        self._looks = _MOST_LOOKS
        self._scanned = _MOST_SCANNED

    @cached_property
    def pieces(self) -> Pieces:
        """The text as the pieces that are compared."""
        return Pieces(self.text)

    def starts(self, words: str) -> tuple[list[int], bool]:
        """Return where `words` stand, in order, and whether these are all the places."""
        known = self._found.get(words)
        if known is None:
            known = self._found[words] = self._all_starts(self.text, words)
        return known

    def runs(self, forms: list[str]) -> list[int]:
        """Return at which pieces these pieces stand in a row, whatever their typography is.

        Nothing where they stand so often that looking at each would cost too much.
        """
        words = self._coded(forms)
        if not words:
            return []
        found, complete = self._all_starts(self.pieces.exact, words)
        return found if complete and self.may_look_at(len(found)) else []

    def runs_near(self, forms: list[str], at: int, most: int) -> list[int]:
        """Return up to `most` of the runs before the piece `at`, and of those from there on.

        The nearest come first on each side.
        """
        text, words = self.pieces.exact, self._coded(forms)
        found: list[int] = []
        if not words or self._scanned < 0:
            return found
        first = last = at
        for _ in range(most):
            first = text.rfind(words, 0, max(0, first) + len(words) - 1) if first > 0 else -1
            if first >= 0:
                found.append(first)
            if last >= 0 and (last := text.find(words, last)) >= 0:
                found.append(last)
                last += 1
        self._scanned -= len(text)
        return found

    def _coded(self, forms: list[str]) -> str:
        """Write pieces in the characters of the text; "" where one of them is not in it."""
        known = self.pieces.exact_alphabet
        found = [known.get(form, "") for form in forms]
        return "".join(found) if all(found) else ""

    def may_look_at(self, places: int) -> bool:
        """Whether so many places may be looked at for one annotation; they count from then on."""
        self._looks -= places
        return self._looks >= 0

    def _all_starts(self, text: str, words: str) -> tuple[list[int], bool]:
        starts: list[int] = []
        at = 0
        while len(starts) < _MOST_HITS and self._scanned > 0:
            start = text.find(words, at)
            self._scanned -= (len(text) if start < 0 else start) - at
            self._scanned -= _FIND_COST * len(words)
            if start < 0:
                return starts, True
            starts.append(start)
            at = start + 1
        return starts, False
