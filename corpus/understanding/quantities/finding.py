"""All quantities of a text, in order: one pass over its words and digits.

Every run of digits and every word that can begin a quantity is a place where the parsers of this
package are tried, the most particular first. A parser looks at a bounded stretch of text around its
place, so the whole is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.span import Span
from corpus.understanding.analysis import Bound, Counted, Quantity
from corpus.understanding.quantities.ages import is_age_in_apposition, is_decade_of_life
from corpus.understanding.quantities.anchored_dates import (
    read_day_of_month,
    read_quarter_of,
)
from corpus.understanding.quantities.bounds import bound_after, bound_before
from corpus.understanding.quantities.calendar_names import (
    MONTH_WORDS,
    SEASONS,
    WEEKDAY_WORDS,
)
from corpus.understanding.quantities.counted import (
    COUNTED_REACH,
    announcements,
    counted_after,
    counted_before,
    counted_of,
)
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
from corpus.understanding.quantities.periods import STARTERS as PERIOD_STARTERS
from corpus.understanding.quantities.periods import (
    read_counted_period,
    read_part_of_period,
    read_to_date,
)
from corpus.understanding.quantities.ranges import SCORE, read_quantity
from corpus.understanding.quantities.reading import Reading, Refused
from corpus.understanding.quantities.relative_dates import STARTERS as RELATIVE_STARTERS
from corpus.understanding.quantities.relative_dates import (
    read_ago,
    read_hence,
    read_relative,
    read_weekday_of_week,
)
from corpus.understanding.quantities.shifted_dates import read_shifted
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.times import NAMED_TIMES, read_time, read_worded_time
from corpus.understanding.quantities.two_bounds import join_bounds
from corpus.understanding.quantities.vague_durations import read_vague_duration
from corpus.understanding.quantities.worded_years import read_worded_year
from corpus.understanding.quantities.words_in_names import is_in_name, is_pronoun
from corpus.understanding.quantities.years import is_year, writes_separators

_PLACE = re.compile(
    rf"[0-9]+|[^\W\d_]+|[{''.join(GLYPHS)}]|[’'](?=[0-9]{{2}}(?![0-9]))|(?<![\w.])\.(?=[0-9])"
)
_VAGUE_DURATIONS = frozenset(("few", "several", "many", "couple"))
_CALENDAR = MONTH_WORDS | WEEKDAY_WORDS | frozenset(SEASONS) | FEAST_STARTERS | {"twenty", "thirty"}
_CALENDAR |= {word + "s" for word in SEASONS} | frozenset(ORDINAL_WORDS) | {"last", "q", "h"}
_STARTERS = (
    NUMBER_STARTERS | RELATIVE_STARTERS | _CALENDAR | NAMED_TIMES | _VAGUE_DURATIONS
    | frozenset(ORDINAL_WORDS) | frozenset(PERIODS) | PERIOD_STARTERS
)  # fmt: skip
_LONGEST_STARTER = 14  # code points; no word that begins a quantity is as long
# Figures with nothing but spaces, commas and semicolons between them, as in a table: all but the
# first and the last two are "plain". Years and grouped thousands are none.
_ROW = re.compile(
    r"(?P<plain>(?:(?!0)[0-9]{1,3}(?:,(?![0-9]{3}(?![0-9]))\s{0,3}|;\s{0,3}|\s{1,3})){12,400})"
    r"(?=[0-9]{1,3}(?:[,;]\s{0,3}|\s{1,3})[0-9])"
)
_OF = re.compile(rf"{GAP}of\b", re.IGNORECASE)
_LIFE_DECADE = re.compile(r"[’']?s(?![A-Za-z])")
_AFTER_SIGN = frozenset("+-–—")


class _Search:
    """One pass over one text; holds what is asked for at every place."""

    def __init__(
        self, text: str, sentences: Sequence[Span], furniture: Sequence[Span], published: str | None
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.sentence_starts = [sentence.start for sentence in sentences]
        self.furniture = sorted(furniture, key=lambda span: span.start)
        self.furniture_starts = [span.start for span in self.furniture]
        self.published: PartialDate | None = read_published(published)
        self.announcements = announcements(text)
        self.separators = writes_separators(text)

    def run(self) -> tuple[Quantity, ...]:
        """Return the quantities of the text, ordered and disjoint."""
        found: list[Quantity] = []
        done = row = 0
        for place in _PLACE.finditer(self.text):
            start = place.start()
            if start < done or self._is_plain_word(start, place.end()):
                continue
            if start < row:
                found.append(self._in_row(start, place.end()))
                done = place.end()
                continue
            if (in_row := _ROW.match(self.text, start)) and not self._continues(start):
                row = in_row.end("plain")
            reading = self._read(start, place.end())
            if reading is None or reading.end <= start:
                continue
            done = reading.end
            if isinstance(reading, Refused):
                continue
            quantity = self._completed(reading)
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

    def _is_plain_word(self, start: int, end: int) -> bool:
        """Say whether the word at `start:end` begins no quantity, as most words do not."""
        return self.text[start].isalpha() and (
            end - start >= _LONGEST_STARTER or self.text[start:end].lower() not in _STARTERS
        )

    def _continues(self, start: int) -> bool:
        """Say whether the digits at `start` belong to a sign, a word or a figure before them."""
        before = self.text[start - 1 : start]
        return bool(before) and not before.isspace() and before not in ",;"

    def _in_row(self, start: int, end: int) -> Quantity:
        """Make a count of a figure in a row of figures: nothing beside it can say more of it."""
        words = self.text[start:end]
        inside = self._in_furniture(start)
        return Quantity(start, end, words, "count", int(words), in_furniture=inside)

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
            word = self.text[start:end].lower() if end - start < _LONGEST_STARTER else ""
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
        if not (before.isdigit() or before in ".,"):
            date = read_date(text, start)
            if date is not None and (not before.isalpha() or date.first.year is not None):
                return self._dates(date)
            if not before.isalpha() and (day := read_day_of_month(text, start, self.published)):
                return day
        if not before.isalnum() and before not in ":.-":
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
        if ordinal := read_ordinal(text, start):
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
        life = _LIFE_DECADE.match(text, end)
        if end - start != 2 or text[end - 1] != "0" or life is None:
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
            if long := read_long_ordinal(text, start):
                return Reading(start, long[0], "ordinal", long[1])
            measured = self._measured(start)
            if word == "one" and isinstance(measured, Reading) and (
                measured.end == end and measured.start == start and is_pronoun(text, start, end)
            ):  # fmt: skip
                return None
            if measured is not None:
                return measured
        if word in ORDINAL_WORDS and (ordinal := read_worded_ordinal(text, start, word)):
            return Reading(start, ordinal[0], "ordinal", ordinal[1])
        return None

    def _completed(self, reading: Reading) -> Quantity:
        """Add the bound, what is counted, and where it lies, to `reading`."""
        text = self.text
        bound: Bound | None = reading.bound
        approximate = reading.approximate
        of: Counted | None = None
        if reading.kind not in ("date", "time", "ordinal"):
            before, roughly = bound_before(text, reading.start)
            after, roughly_after = bound_after(text, reading.end)
            bound = bound or before or after
            approximate = approximate or roughly or roughly_after
        if reading.kind in ("count", "fraction", "percent") and reading.unit != SCORE:
            of = self._counted(reading)
        return Quantity(
            reading.start,
            reading.end,
            text[reading.start : reading.end],
            reading.kind,
            reading.value,
            reading.min,
            reading.max,
            bound,
            approximate,
            reading.unit,
            of,
            reading.iso,
            reading.basis,
            self._in_furniture(reading.start),
        )

    def _counted(self, reading: Reading) -> Counted | None:
        text = self.text
        start, limit = 0, len(text)
        index = bisect_right(self.sentence_starts, reading.start) - 1
        if index >= 0 and self.sentences[index].end > reading.start:
            start, limit = self.sentences[index].start, self.sentences[index].end
        if reading.kind != "count" and reading.figure is not None:
            return counted_of(text, reading.end, limit)
        # "One boat" counts a singular noun, "one of the boats" a plural one.
        is_one = reading.value == 1 and not _OF.match(text, reading.end)
        after = counted_after(text, reading.end, limit, is_one=is_one)
        if after is not None or not self._announced(reading.start):
            return after
        return counted_before(text, reading.start, start)

    def _announced(self, offset: int) -> bool:
        """Say whether "number of" or the like stands not far before `offset`."""
        index = bisect_right(self.announcements, offset)
        return index > 0 and offset - self.announcements[index - 1] <= COUNTED_REACH

    def _in_furniture(self, offset: int) -> bool:
        index = bisect_right(self.furniture_starts, offset) - 1
        return index >= 0 and self.furniture[index].end > offset


def find_quantities(
    text: str, sentences: Sequence[Span], furniture: Sequence[Span], published: str | None
) -> tuple[Quantity, ...]:
    """Return every quantity of `text`, in order; no two overlap, the longest reading wins.

    `sentences` bound what a count counts; without them a phrase may run on to the next sentence.
    Quantities that lie in a span of `furniture` are marked so. `published` is the article's
    published date (ISO 8601, maybe partial) where it is known: relative dates are resolved against
    it and nothing else, and then say so in `basis`.
    """
    return _Search(text, sentences, furniture, published).run()
