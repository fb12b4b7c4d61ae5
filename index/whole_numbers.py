"""Which places of a number in a segment are no part of a longer number.

The rule is that of `index/query/longer_numbers.py`: what stands beside a place is asked for only
where it matters, for all places at once, and the rarest words first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from index.positions import Wanted
from index.query.longer_numbers import (
    DIGITS,
    FURTHEST,
    goes_on,
    is_read_alone,
    phrases_after,
    phrases_before,
)

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    from index.postings import Postings
    from index.query.longer_numbers import Phrase

Known = tuple[str, ...]


def standing_alone(form: Known, starts: Sequence[int], packed: Postings) -> Sequence[int]:
    """Keep the places of a number, the ascending `starts` of its words, where it is not part of
    a longer one.
    """
    beside = _Beside(packed)
    kept: list[int] = []
    for known, before, places in _with_words_before(form, starts, beside):
        if is_read_alone(known, before, before + len(form)):
            kept += _ending(known, before, before + len(form), places, beside)
    return starts if len(kept) == len(starts) else sorted(kept)


def _with_words_before(
    form: Known, starts: Sequence[int], beside: _Beside
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
    known: Known, before: int, end: int, starts: Sequence[int], beside: _Beside
) -> Iterator[int]:
    """Give the places after which nothing makes a number longer that is read alone so far."""
    todo = [(known, starts)]
    while todo:
        words, places = todo.pop()
        if len(words) - end < FURTHEST and goes_on(words, before, end):
            phrases = phrases_after(words, before)
            found, places = beside.parted(phrases, places, len(words) - before, before=False)
            todo += (((*words, *phrase), there) for phrase, there in found.items())
        if is_read_alone(words, before, end):
            yield from places


class _Beside:
    """Tells which words stand beside places."""

    def __init__(self, packed: Postings) -> None:
        self._packed = packed
        self._positions: dict[str, array[int]] = {}
        first, last = (packed.starting_with("body", digit) for digit in "09")
        self._digits = range(first.start, last.stop)

    def parted(
        self, phrases: Iterable[Phrase], places: Sequence[int], by: int, *, before: bool
    ) -> tuple[dict[Known, Sequence[int]], Sequence[int]]:
        """Give the places by the words that stand there, and those where none do.

        The words end before, or else begin at, what lies `by` words from a place.
        """
        found: dict[Known, Sequence[int]] = {}
        for phrase in phrases:
            if not places:
                break
            here = self._standing(phrase, places, by - len(phrase) if before else by)
            if here:
                found |= here
                gone = set().union(*here.values())
                places = [place for place in places if place not in gone]
        return found, places

    def _standing(
        self, phrase: Phrase, places: Sequence[int], by: int
    ) -> dict[Known, Sequence[int]]:
        """Give by its words the places which a phrase begins `by` words from."""
        words: dict[int, dict[int, str]] = {}
        order = range(len(phrase))
        for at in sorted(order, key=lambda at: self._frequency(phrase[at])) if order[1:] else order:
            there = words[at] = self._words_at(
                phrase[at], places if by + at == 0 else [place + by + at for place in places]
            )
            places = [place for place in places if place + by + at in there]
            if not places:
                return {}
        found = defaultdict[Known, list[int]](list)
        for place in places:
            found[tuple(words[at][place + by + at] for at in range(len(phrase)))].append(place)
        return dict(found)

    def _frequency(self, among: frozenset[str]) -> int:
        packed = self._packed
        places = (packed.find("body", word) for word in among if word != DIGITS)
        count = sum(packed.total_frequency("body", place) for place in places if place is not None)
        return count + packed.tokens if DIGITS in among else count

    def _words_at(self, among: frozenset[str], positions: Sequence[int]) -> dict[int, str]:
        """Tell which of some words stand at positions."""
        wanted = Wanted(positions)
        found: dict[int, str] = {}
        for word in among:
            if word != DIGITS and (there := wanted.among(self._of(word))):
                found.update(dict.fromkeys(there, word))
        if DIGITS in among:
            found |= self._packed.words_at("body", self._digits, wanted)
        return found

    def _of(self, word: str) -> Sequence[int]:
        known = self._positions.get(word)
        if known is None:
            place = self._packed.find("body", word)
            if place is None:
                return ()
            known = self._packed.positions("body", range(place, place + 1))
            self._positions[word] = known
        return known
