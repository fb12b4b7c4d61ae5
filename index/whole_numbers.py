"""Which places of a number in a segment are no part of a longer number.

The rule is that of `index/query/longer_numbers.py`: what stands beside a place is asked for only
where it matters, for all places at once, and the rarest words first.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import cached_property
from itertools import filterfalse
from typing import TYPE_CHECKING, Final

from index.pairs import is_digits
from index.positions import Wanted, shifted, word_run
from index.query.longer_numbers import (
    AFTER_DIGITS,
    BEFORE_GROUP,
    DIGITS,
    FURTHEST,
    goes_on,
    is_read_alone,
    phrases_after,
    phrases_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.positions import WordRun
    from index.postings import Postings
    from index.query.longer_numbers import Phrase

Known = tuple[str, ...]

_FREQUENT: Final = frozenset(("and", "a"))
_MARKS: Final = frozenset((DIGITS, BEFORE_GROUP, AFTER_DIGITS))


def standing_alone(form: Known, starts: Sequence[int], beside: WordsBeside) -> Sequence[int]:
    """Keep the places of a number, the ascending `starts` of its words, where it is not part of
    a longer one.
    """
    kept: list[int] = []
    for known, before, places in _with_words_before(form, starts, beside):
        if is_read_alone(known, before, before + len(form)):
            for some in _ending(known, before, before + len(form), places, beside):
                kept += some
    return starts if len(kept) == len(starts) else sorted(kept)


def _with_words_before(
    form: Known, starts: Sequence[int], beside: WordsBeside
) -> Iterator[tuple[Known, int, Sequence[int]]]:
    """Give the words known of places, how many stand before the number, and the places."""
    todo: list[tuple[Known, int, Sequence[int]]] = [(form, 0, starts)]
    while todo:
        known, before, places = todo.pop()
        phrases = phrases_before(known, before) if before < FURTHEST else ()
        found, places = beside.parted(phrases, places, -before, before=True)
        todo += (
            ((*phrase, *known), before + len(phrase), there) for phrase, there in found.items()
        )
        yield known, before, places


def _ending(
    known: Known, before: int, end: int, starts: Sequence[int], beside: WordsBeside
) -> Iterator[Sequence[int]]:
    """Give the places after which nothing makes a number longer that is read alone so far."""
    todo = [(known, starts)]
    while todo:
        words, places = todo.pop()
        if len(words) - end < FURTHEST and goes_on(words, before, end):
            phrases = phrases_after(words, before)
            found, places = beside.parted(phrases, places, len(words) - before, before=False)
            todo += (((*words, *phrase), there) for phrase, there in found.items())
        if is_read_alone(words, before, end):
            yield places


class WordsBeside:
    """Tells which words stand beside places of a segment; for one search, as it grows."""

    def __init__(self, packed: Postings) -> None:
        self._packed = packed
        self._positions: dict[str, Sequence[int]] = {}

    def parted(
        self, phrases: Iterable[Phrase], places: Sequence[int], by: int, *, before: bool
    ) -> tuple[dict[Known, list[int]], Sequence[int]]:
        """Give the places by the words that stand there, and those where none do.

        The words end before, or else begin at, what lies `by` words from a place.
        """
        wanted = _Shifted(places)
        found = defaultdict[Known, list[int]](list)
        gone: set[int] = set()
        for phrase in phrases:
            here = self._standing(phrase, wanted, by - len(phrase) if before else by)
            for place in here.keys() - gone:
                found[here[place]].append(place)
            gone |= here.keys()
        if gone:
            places = array("I", filterfalse(gone.__contains__, places))
        return found, places

    def _standing(self, phrase: Phrase, wanted: _Shifted, by: int) -> dict[int, Known]:
        """Give the words of a phrase for places that it begins `by` words from."""
        words: dict[int, dict[int, str]] = {}
        for at in sorted(range(len(phrase)), key=lambda at: _often(phrase[at])):
            words[at] = there = self._words_at(phrase[at], wanted.by(by + at))
            if not there:
                return {}
            wanted = _Shifted([position - by - at for position in sorted(there)])
        return {
            place: tuple(words[at][place + by + at] for at in range(len(phrase)))
            for place in wanted.places
        }

    def _words_at(self, among: frozenset[str], wanted: Wanted) -> dict[int, str]:
        """Tell which of some words stand at positions."""
        found: dict[int, str] = {}
        for word in among - _MARKS:
            if there := wanted.among(self._of(word)):
                found.update(dict.fromkeys(there, word))
        if BEFORE_GROUP in among:
            found.update(self._before_groups.standing_at(wanted))
        if AFTER_DIGITS in among:
            before = Wanted([position - 1 for position in wanted.positions])
            found.update(
                (at + 1, AFTER_DIGITS) for at, _ in self._before_groups.standing_at(before)
            )
        if DIGITS in among:
            rest = [position for position in wanted.positions if position not in found]
            found.update(self._digits.standing_at(Wanted(rest)) if rest else ())
        return found

    def _of(self, word: str) -> Sequence[int]:
        known = self._positions.get(word)
        if known is None:
            place = self._packed.find("body", word)
            known = () if place is None else self._packed.positions("body", range(place, place + 1))
            self._positions[word] = known
        return known

    @cached_property
    def _before_groups(self) -> WordRun:
        return self._packed.grouped_digits()

    @cached_property
    def _digits(self) -> WordRun:
        """The words of one to three digits."""
        packed = self._packed
        first, last = (packed.starting_with("body", digit) for digit in "09")
        every = packed.run_of("body", range(first.start, last.stop))
        return word_run(
            (word, every.of(at)) for at, word in enumerate(every.words) if is_digits(word)
        )


class _Shifted:
    """Places that are looked for so many words further on."""

    def __init__(self, places: Sequence[int]) -> None:
        self.places = places
        self._known: dict[int, Wanted] = {}

    def by(self, words: int) -> Wanted:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = Wanted(shifted(self.places, words))
        return known


def _often(among: frozenset[str]) -> int:
    """Tell what stands more often: words of digits, then "and" and "a", then all others."""
    return 2 if DIGITS in among else not among.isdisjoint(_FREQUENT)
