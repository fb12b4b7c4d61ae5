"""A date as its words say it, before it is brought into EDTF."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.quantities.edtf import PartialDate


@dataclass(frozen=True, slots=True)
class DateReading(Span):
    """A date as it was read; `last` is the second end of a range.

    `edtf` is set where the words are no calendar date but still certain (`199X`, `18XX`).
    `weekday` counts from Monday, 0; with the day of a month that is not named it says which month
    that may be ("Tuesday the 11th"). `feast` is a name of `feasts`; its day follows from the year.
    """

    first: PartialDate
    last: PartialDate | None = None
    weekday: int | None = None
    edtf: str | None = None
    feast: str | None = None

    @property
    def last_year(self) -> int | None:
        """The year of the second end, where it says one."""
        return self.last.year if self.last is not None else None


def full_year(written: str | None) -> int | None:
    """Return the year of four digits, or of an apostrophe and two ("'98")."""
    if written is None:
        return None
    if written[0] in "’'":
        short = int(written[1:])
        return 1900 + short if short > 40 else 2000 + short
    return int(written)
