"""What a parser read at one place, before its bound and what it counts are looked up."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.analysis import Bound, Number, QuantityKind


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A written number without unit: digits, words, or both ("2.5 million").

    `value` is None for a vague plural ("hundreds"); then `least` is the least that it can mean.
    `multiplier` is the magnitude word that was written (1 where none was), `in_words` says that
    the figure has no digit, `fraction` that it is a part of one ("two-thirds").
    """

    value: Number | None
    least: Number | None = None
    multiplier: int = 1
    in_words: bool = False
    fraction: bool = False
    single_word: str = ""


@dataclass(frozen=True, slots=True)
class Reading(Span):
    """A quantity as far as its own words say it; the fields are those of `Quantity`.

    `figure` is the number inside, for readings that have one.
    """

    kind: QuantityKind
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    bound: Bound | None = None
    approximate: bool = False
    unit: str | None = None
    iso: str | None = None
    basis: str | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Refused(Span):
    """Figures that state no quantity, such as an identifier; they are passed over."""


def whole(number: float) -> Number:
    """Return `number` without the noise of binary fractions, as an int where it is one."""
    rounded = round(number, 12) if abs(number) < 1 else round(number, 6)
    return int(rounded) if rounded == int(rounded) else rounded
