"""All quantities of a text, in order: one pass over its words and digits.

Every run of digits and every word that can begin a quantity is a place where the parsers of this
package are tried, the most particular first. A parser looks at a bounded stretch of text around its
place, so the whole is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from corpus.span import Span
from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.ages import is_age_in_apposition, is_decade_of_life
from corpus.understanding.quantities.anchored_dates import (
    read_day_of_month,
    read_quarter_of,
)
from corpus.understanding.quantities.bounds import bound_before
from corpus.understanding.quantities.calendar_names import (
    MONTH_WORDS,
    SEASONS,
    WEEKDAY_WORDS,
)
from corpus.understanding.quantities.completing import Completing
from corpus.understanding.quantities.date_ranges import join_dates, read_dates
from corpus.understanding.quantities.date_reading import DateReading
from corpus.understanding.quantities.dates import read_date, read_era, read_year
from corpus.understanding.quantities.dating import dated, is_future
from corpus.understanding.quantities.durations import (
    CLOCKED,
    PERIODS,
    clocked_seconds,
    iso_duration,
)
from corpus.understanding.quantities.edtf import PartialDate, read_published
from corpus.understanding.quantities.feasts import STARTERS as FEAST_STARTERS
from corpus.understanding.quantities.identifiers import identifier_end
from corpus.understanding.quantities.number_words import STARTERS as NUMBER_STARTERS
from corpus.understanding.quantities.number_words import TENS, read_number_words
from corpus.understanding.quantities.numerals import GLYPHS, MOST_DIGITS
from corpus.understanding.quantities.ordinals import WORDS as ORDINAL_WORDS
from corpus.understanding.quantities.ordinals import (
    read_long_ordinal,
    read_ordinal,
    read_worded_ordinal,
)
from corpus.understanding.quantities.other_digits import as_written, with_our_digits
from corpus.understanding.quantities.periods import STARTERS as PERIOD_STARTERS
from corpus.understanding.quantities.periods import (
    read_counted_period,
    read_part_of_period,
    read_to_date,
)
from corpus.understanding.quantities.ranges import read_quantity
from corpus.understanding.quantities.reading import Reading, Refused
from corpus.understanding.quantities.relative_dates import STARTERS as RELATIVE_STARTERS
from corpus.understanding.quantities.relative_dates import (
    read_ago,
    read_hence,
    read_relative,
    read_weekday_of_week,
)
from corpus.understanding.quantities.rows import STARTERS as ROW_STARTERS
from corpus.understanding.quantities.rows import chain_end, plain_end
from corpus.understanding.quantities.shifted_dates import read_shifted
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.times import (
    NAMED_TIMES,
    may_be_time,
    read_time,
    read_worded_time,
)
from corpus.understanding.quantities.two_bounds import join_bounds
from corpus.understanding.quantities.vague_durations import read_vague_duration
from corpus.understanding.quantities.worded_years import read_worded_year
from corpus.understanding.quantities.words_in_names import is_in_name, is_pronoun
from corpus.understanding.quantities.years import is_year, writes_separators

_PLACE = re.compile(
    rf"[{''.join(GLYPHS)}]|(?P<word>[^\W\d_]+)|[0-9]+|[’'](?=[0-9]{{2}}(?![0-9]))|(?<![\w.])\.(?=[0-9])"
)
_VAGUE_DURATIONS = frozenset(("few", "several", "many", "couple"))
_CALENDAR = MONTH_WORDS | WEEKDAY_WORDS | frozenset(SEASONS) | FEAST_STARTERS | {"twenty", "thirty"}
_CALENDAR |= {word + "s" for word in SEASONS} | frozenset(ORDINAL_WORDS) | {"last", "q", "h"}
_STARTERS = (
    NUMBER_STARTERS | RELATIVE_STARTERS | _CALENDAR | NAMED_TIMES | _VAGUE_DURATIONS
    | frozenset(ORDINAL_WORDS) | frozenset(PERIODS) | PERIOD_STARTERS
)  # fmt: skip
_OF = re.compile(rf"{GAP}of\b", re.IGNORECASE)
_LIFE_DECADE = re.compile(r"[’']?s(?![A-Za-z])")
_HYPHENS = frozenset("-‐‑–")


class _Search:
    """One pass over one text; holds what is asked for at every place."""

    def __init__(
        self, text: str, sentences: Sequence[Span], furniture: Sequence[Span], published: str | None
    ) -> None:
        self.text = text
        self.completing = Completing(text, sentences, furniture)
        self.published: PartialDate | None = read_published(published)

    @cached_property
    def separators(self) -> bool:
        """Whether the text separates thousands."""
        return writes_separators(self.text)

    def run(self) -> tuple[Quantity, ...]:
        """Return the quantities of the text, ordered and disjoint."""
        found: list[Quantity] = []
        starters = _STARTERS
        done = row = 0
        for place in _PLACE.finditer(self.text):
            word = place["word"]
            if word is not None and word.lower() not in starters:
                continue  # as most words do not begin a quantity
            start, end = place.span()
            if start < done:
                continue
            if start < row:
                found.append(self.completing.plain(start, end))
                done = end
                continue
            if word.lower() in ROW_STARTERS if word else not self._continues(start):
                row = plain_end(self.text, start)
            reading = self._read(start, end)
            if reading is None or reading.end <= start:
                continue
            done = reading.end
            if isinstance(reading, Refused):
                continue
            quantity = self.completing.completed(reading)
            while found and found[-1].end > quantity.start:
                # A reading that takes in words before its place may meet the one before.
                if found[-1].end - found[-1].start >= quantity.end - quantity.start:
                    break
                found.pop()
            else:
                both = join_bounds(self.text, found[-1], quantity) if found else None
                if both is not None:
                    found.pop()
                found.append(both or quantity)
        return tuple(found)

    def _continues(self, start: int) -> bool:
        """Say whether the digits at `start` belong to a sign, a word or a figure before them."""
        before = self.text[start - 1 : start]
        return bool(before) and not before.isspace() and before not in ",;"

    def _read(self, start: int, end: int) -> Reading | Refused | None:
        reading = self._read_single(start, end)
        if isinstance(reading, Reading) and reading.kind == "date":
            return join_dates(self.text, reading, self._date_at, self.published)
        return reading

    def _date_at(self, start: int) -> Reading | None:
        place = _PLACE.match(self.text, start)
        reading = self._read_single(start, place.end()) if place else None
        return reading if isinstance(reading, Reading) and reading.kind == "date" else None

    def _read_single(self, start: int, end: int) -> Reading | Refused | None:
        first = self.text[start]
        if first.isascii() and first.isdigit():
            return self._at_digits(start, end)
        if first.isalpha():
            word = self.text[start:end].lower()
            return self._at_word(start, end, word) if word in _STARTERS else None
        if first in "’'":
            year = read_year(self.text, start)
            return dated(self.text, year, self.published) if year else None
        return read_quantity(self.text, start)

    def _at_digits(self, start: int, end: int) -> Reading | Refused | None:
        text = self.text
        if end - start > MOST_DIGITS:
            return Refused(start, end)
        before = text[start - 1] if start else " "
        after = text[end : end + 1]
        may_be_ordinal = after.isalpha() or after == ","
        if not (before.isdigit() or before in ".,"):
            date = read_date(text, start)
            if date is not None and (not before.isalpha() or date.first.year is not None):
                return self._dates(date)
            if may_be_ordinal and not before.isalpha() and (
                day := read_day_of_month(text, start, self.published)
            ):  # fmt: skip
                return day
        if after in _HYPHENS and (chain := chain_end(text, start)) is not None:
            return Refused(start, chain)
        if not before.isalnum() and before not in ":.-" and may_be_time(after):
            if clocked := CLOCKED.match(text, start):
                seconds = clocked_seconds(clocked)
                return Reading(start, clocked.end(), "duration", seconds, unit="second",
                               iso=iso_duration(seconds, "second"))  # fmt: skip
            if time := read_time(text, start):
                return time
        if end - start == 4 and (year := self._year(start, end)):
            return year
        if (identifier := identifier_end(text, start, end)) is not None:
            return Refused(start, max(identifier, end))
        if may_be_ordinal and (ordinal := read_ordinal(text, start)):
            return Reading(start, ordinal[0], "ordinal", ordinal[1])
        if life := self._decade_of_life(start, end):
            return life
        return self._measured(start)

    def _year(self, start: int, end: int) -> Reading | None:
        text = self.text
        before = text[start - 1] if start else " "
        if (
            before.isalnum()
            or before in "$€£¥.,#/_@"
            or (before == "-" and text[start - 2].isdigit())
        ):
            return None
        after = text[end : end + 1]
        if (after in (".", ",") and text[end + 1 : end + 2].isdigit()) or (
            after and after in "%/_@"
        ):
            return None
        year = read_year(text, start)
        if year is None:
            return None
        if year.edtf is None and year.last is None:
            if after.isalpha():
                return None
            if era := read_era(text, start, end, year.first.year or 0):
                return dated(text, era, self.published)
            if not is_year(text, start, end, separators=self.separators):
                return None
            other = read_quantity(text, start)
            if isinstance(other, Reading) and other.kind != "count":
                return None
        return self._dates(year)

    def _dates(self, date: DateReading) -> Reading:
        of_week = read_weekday_of_week(self.text, date, self.published)
        if of_week is not None:
            return of_week
        return read_dates(self.text, date, self.published)

    def _decade_of_life(self, start: int, end: int) -> Reading | None:
        """Read "50s" of "in his early 50s"."""
        text = self.text
        if end - start != 2 or text[end - 1] != "0":
            return None
        life = _LIFE_DECADE.match(text, end)
        if life is None:
            return None
        low = int(text[start:end])
        if not is_decade_of_life(text, start):
            return None
        return Reading(start, life.end(), "age", min=low, max=low + 9, unit="year",
                       approximate=True)  # fmt: skip

    def _measured(self, start: int) -> Reading | Refused | None:
        text = self.text
        if self.published is not None and (
            period := read_counted_period(text, start, self.published)
        ):
            return period
        reading = read_quantity(text, start)
        if not isinstance(reading, Reading):
            return reading
        if reading.kind == "duration" and reading.unit:
            ago = read_ago(
                text, reading.start, reading.end, reading.value, reading.unit, self.published,
                approximate=bound_before(text, reading.start) != (None, False),
            )  # fmt: skip
            if ago is not None:
                return ago
            shifted = read_shifted(text, reading, self.published)
            if shifted is not None:
                return shifted
            if words_before(text, reading.start, 1) == ["in"] and is_future(text, reading.start):
                hence = read_hence(
                    reading.start, reading.end, reading.value, reading.unit, self.published
                )
                if hence is not None:
                    return hence
        value = reading.value
        if (
            reading.kind == "count"
            and isinstance(value, int)
            and is_age_in_apposition(text, reading.start, reading.end, value)
        ):
            return Reading(reading.start, reading.end, "age", value, unit="year")
        return reading

    def _at_word(self, start: int, end: int, word: str) -> Reading | Refused | None:
        text = self.text
        if word in PERIOD_STARTERS:
            period = read_part_of_period(text, start, self.published) or read_counted_period(
                text, start, self.published
            )
            if period is not None:
                return period
        if word in RELATIVE_STARTERS and not is_in_name(text, start, end):
            relative = read_quarter_of(text, start, self.published) or read_relative(
                text, start, word, self.published
            )
            if relative is not None:
                return relative
        if word in _CALENDAR:
            date = read_date(text, start)
            if date is not None:
                return self._dates(date)
            if day := read_day_of_month(text, start, self.published):
                return day
        if (time := read_worded_time(text, start, word)) is not None:
            return time
        if word in PERIODS and (to_date := read_to_date(text, start, self.published)):
            return to_date
        if word in _VAGUE_DURATIONS or word in PERIODS:
            vague = read_vague_duration(text, start, end, word, self.published)
            if vague is not None:
                return vague
        if word in NUMBER_STARTERS:
            if is_in_name(text, start, end):
                name = read_number_words(text, start)
                return Refused(start, name.end) if name else None
            if words_before(text, start, 1) in (["in"], ["since"], ["until"]):
                year = read_worded_year(text, start)
                if year is not None:
                    return Reading(start, year[0], "date", iso=str(year[1]))
            if word in TENS and (ordinal := read_worded_ordinal(text, start, word)):
                return Reading(start, ordinal[0], "ordinal", ordinal[1])
            measured = self._measured(start)
            if (
                isinstance(measured, Reading)
                and measured.kind == "count"
                and measured.figure is not None
                and (long := read_long_ordinal(text, measured.figure)) is not None
            ):
                return Reading(measured.start, long[0], "ordinal", long[1])
            if word == "one" and isinstance(measured, Reading) and (
                measured.end == end and measured.start == start and is_pronoun(text, start, end)
            ):  # fmt: skip
                return None
            if measured is not None:
                return measured
        if word in ORDINAL_WORDS and (ordinal := read_worded_ordinal(text, start, word)):
            return Reading(start, ordinal[0], "ordinal", ordinal[1])
        return None


def find_quantities(
    text: str, sentences: Sequence[Span], furniture: Sequence[Span], published: str | None
) -> tuple[Quantity, ...]:
    """Return every quantity of `text`, in order; no two overlap, the longest reading wins.

    `sentences` bound what a count counts; without them a phrase may run on to the next sentence.
    Quantities that lie in a span of `furniture` are marked so. `published` is the article's
    published date (ISO 8601, maybe partial) where it is known: relative dates are resolved against
    it and nothing else, and then say so in `basis`. Digits of any script are read.
    """
    ours = with_our_digits(text)
    found = _Search(ours, sentences, furniture, published).run()
    return found if ours is text else tuple(as_written(found, text))
