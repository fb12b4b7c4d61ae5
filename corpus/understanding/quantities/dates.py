"""Dates that stand in the calendar by themselves: "23 July 2020", "May 6", "2015", the 1990s."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.understanding.quantities.calendar_names import (
    MONTH_NUMBERS,
    MONTHS,
    SEASONS,
    WEEKDAY_NUMBERS,
    is_month,
    is_season,
    is_weekday,
)
from corpus.understanding.quantities.date_reading import DateReading, full_year
from corpus.understanding.quantities.edtf import PartialDate, century, decade
from corpus.understanding.quantities.feasts import NAMES as FEASTS
from corpus.understanding.quantities.number_words import UNITS
from corpus.understanding.quantities.numeric_dates import read_numeric_date
from corpus.understanding.quantities.ordinals import WORDS as ORDINALS
from corpus.understanding.quantities.spacing import DASH, GAP
from corpus.understanding.quantities.worded_years import read_worded_year
from corpus.understanding.quantities.words_in_names import is_in_name

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WORDED_DAYS = {
    **{word: value for word, value in ORDINALS.items() if value <= 20},
    **{f"twenty-{word}": 20 + value for word, value in ORDINALS.items() if value < 10},
    "thirtieth": 30,
    "thirty-first": 31,
}
_WORDED_DAY = "|".join(
    word.replace("-", f"(?:{GAP}|-)") for word in sorted(_WORDED_DAYS, key=len, reverse=True)
)
_DIGIT_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
_DAY = rf"(?:{_DIGIT_DAY}|(?:{_WORDED_DAY})\b)"
_NOT_A_DAY = r"(?![0-9a-z%]|[,.:][0-9]{1,3}(?![0-9])|:[0-9])"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|[’'][0-9]{2})(?![0-9])"
_WEEKDAY = (
    r"(?:mon(?:day)?|tues?(?:day)?|weds?|wednesday|thu(?:rs?)?|thursday|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)(?![a-z])\.?"
)
_FLAGS = re.IGNORECASE | re.VERBOSE

_MONTH_FIRST = re.compile(
    rf"""(?P<month>{_MONTH})
    (?:(?:{GAP}|-)?(?:the{GAP})?(?P<day>{_DAY}){_NOT_A_DAY}
       (?:{GAP}?(?:{DASH}|to{GAP}|through{GAP}|and{GAP}){GAP}?(?P<last>{_DAY}){_NOT_A_DAY})?
    )?
    (?:(?:[^\S\n]?,{GAP}?|{GAP}|-|{GAP}(?:of|in){GAP})(?P<year>{_YEAR})(?!,[0-9]))?
    """,
    _FLAGS,
)
_DAY_FIRST = re.compile(
    rf"""(?P<day>{_DAY})
    (?:{GAP}?(?:{DASH}|to{GAP}|and{GAP}){GAP}?(?P<last>{_DAY}))?
    (?:{GAP}|-|/)?(?:of{GAP})?(?P<month>{_MONTH})
    (?:(?:[^\S\n]?,{GAP}?|{GAP}|-|/|{GAP}(?:of|in){GAP})(?P<year>{_YEAR})(?!,[0-9]))?
    """,
    _FLAGS,
)
_MONTH_AFTER = re.compile(rf"\.?[^\S\n]?{DASH}[^\S\n]?{_MONTH}", _FLAGS)
_WEEKDAY_BEFORE = re.compile(
    rf"(?P<weekday>{_WEEKDAY})(?:[^\S\n]?,{GAP}?|{GAP})(?:the{GAP})?(?=[0-9a-z])", _FLAGS
)
_WEEKDAY_DAY = re.compile(
    rf"""(?P<weekday>{_WEEKDAY})(?:[^\S\n]?,{GAP}?|{GAP})(?:the{GAP})?
    (?P<day>(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)|(?:{_WORDED_DAY}))\b
    (?!(?:{GAP}|-|/)?(?:of{GAP})?{_MONTH}|{GAP}of\b|{GAP}[a-z]+s\b)
    |(?P<weekday_alone>{_WEEKDAY}){GAP}(?P<day_alone>0?[1-9]|[12][0-9]|3[01])
    (?=[^\S\n]*(?:[.,;:!?)](?![0-9])|\n|$))""",
    _FLAGS,
)
_NTH_DAY = re.compile(
    rf"(?P<day>(?:[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)|(?:{_WORDED_DAY})){GAP}day{GAP}of{GAP}"
    rf"(?P<month>{_MONTH})(?:,?{GAP}(?P<year>{_YEAR}))?",
    _FLAGS,
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}})(?P<sign>[-/])(?P<month>{_MONTH})(?P=sign)(?P<day>[0-9]{{1,2}})(?![0-9])",
    _FLAGS,
)
_PART_OF_YEAR = re.compile(
    r"[^\S\n]?-?(?P<kind>[QH])(?P<number>[1-4])(?![0-9A-Za-z])", re.IGNORECASE
)
_OF_YEAR = re.compile(r"(?:[^\S\n]|-|/|[^\S\n]of[^\S\n])?(?P<year>(?:19|20)[0-9]{2})(?![0-9])")
_DECADE = re.compile(
    r"(?:(?P<full>(?:1[0-9]|20)[0-9]0)|[’'](?P<short>[1-9]0))[^\S\n]?['’]?s(?![a-z])"
)
_YEARS = re.compile(
    r"(?P<first>1[0-9]{3}|2[01][0-9]{2})(?:[-–/](?P<short>[0-9]{2})(?![0-9/–-]))?(?![0-9])"
)
_ERA = re.compile(rf"{GAP}?(?:(b\.?c\.?(?:e\.?)?)|a\.?d\.?|c\.e\.?)(?![a-z])", re.IGNORECASE)
_CENTURY = re.compile(
    rf"(?:(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th)|(?P<word>[a-z]+)(?:(?:{GAP}|-)(?P<unit>[a-z]+))?)"
    rf"(?:{GAP}|-)(?P<century>centur(?:y|ies))\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?P<which>first|second|third|fourth|last|1st|2nd|3rd|4th)(?:{GAP}|-)"
    rf"(?P<fiscal>fiscal{GAP})?quarter\b"
    rf"(?:(?:{GAP}of)?(?:{GAP}the)?(?:{GAP}fiscal)?(?:{GAP}year)?{GAP}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_FISCAL = re.compile(rf"{GAP}(?:fiscal|financial|academic|school){GAP}year\b", re.IGNORECASE)
_SEASON = re.compile(
    rf"(?P<season>spring|summer|autumn|fall|winter)s?(?:(?:{GAP}of)?{GAP}(?P<year>{_YEAR}))?\b",
    re.IGNORECASE,
)
_FEAST = re.compile(
    "(?P<name>" + "|".join(
        re.escape(feast).replace("'", "['’]?").replace(r"\ ", GAP)
        for feast in sorted(FEASTS, key=len, reverse=True)
    ) + rf")\b(?:,?{GAP}(?:of{GAP})?(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)  # fmt: skip
_PART_OF_DAY = re.compile(rf"{GAP}((?:morning|afternoon|evening|night)s?)\b", re.IGNORECASE)
_NAME_AFTER = re.compile(rf"{GAP}[A-Z]")
_DIGITS = re.compile("[0-9]+")
_LONGEST_DAY = 2  # digits
_LONGEST_GAP = 8  # code points, and more than that
# How what follows a day and a gap begins: a month, "of", "to", "and", a dash.
_AFTER_DAY = frozenset("jfmasondt-‐‑‒–—−~ſ")
_WEEKDAY_LETTERS = frozenset("mtwfsſ")


def read_date(text: str, offset: int) -> DateReading | None:
    """Read the date at `offset`, which is a digit, an apostrophe or the first letter of a word."""
    first = text[offset].lower()
    if first.isdigit():
        return _in_digits(text, offset)
    if first in _WEEKDAY_LETTERS and (weekday := _WEEKDAY_BEFORE.match(text, offset)):
        if (of_month := _WEEKDAY_DAY.match(text, offset)) is not None:
            name = of_month["weekday"] or of_month["weekday_alone"]
            number = WEEKDAY_NUMBERS[name.rstrip(".").lower()]
            day = PartialDate(None, None, _day(of_month["day"] or of_month["day_alone"]))
            return DateReading(offset, of_month.end(), day, weekday=number)
        rest = weekday.end()
        date = (
            read_numeric_date(text, rest) or _with_month(_DAY_FIRST, text, rest)
            if text[rest].isdigit()
            else _month_first(text, rest)
        )
        if date is not None and date.first.day:
            return DateReading(offset, date.end, date.first, date.last)
    readers = _READERS_BY_LETTER.get(first, ()) if first.isascii() else _READERS
    for read in readers:
        if (date := read(text, offset)) is not None:
            return date
    return None


def _in_digits(text: str, offset: int) -> DateReading | None:
    """Read the date that begins with the digits at `offset`, if what follows them allows one."""
    digits = _DIGITS.match(text, offset)
    if digits is None:
        return None
    end = digits.end()
    after = text[end : end + 1]
    is_day = end - offset <= _LONGEST_DAY
    if after and after in "-/." and (
        date := read_numeric_date(text, offset) or _year_first(text, offset)
    ):  # fmt: skip
        return date
    if not is_day or after == "":
        return None
    if after.isspace():
        following = text[end : end + _LONGEST_GAP].lstrip()[:1].lower()
        return _with_month(_DAY_FIRST, text, offset) if following in _AFTER_DAY else None
    return (
        (_nth_day(text, offset) if after.isalpha() else None)
        or (_with_month(_DAY_FIRST, text, offset) if after not in ".,;:)" else None)
        or (_century(text, offset) if after.isalpha() else None)
    )


def read_year(text: str, offset: int) -> DateReading | None:
    """Read the year, decade or span of years at `offset`; whether it is none is not asked here."""
    if found := _DECADE.match(text, offset):
        if found["full"]:
            first = int(found["full"])
            edtf = f"{first // 100}XX" if first % 100 == 0 and first < 2000 else decade(first)
            return DateReading(offset, found.end(), PartialDate(), edtf=edtf)
        edtf = decade(1900 + int(found["short"]))
        return DateReading(offset, found.end(), PartialDate(), edtf=edtf)
    if text[offset] in "’'":
        return None
    years = _YEARS.match(text, offset)
    if years is None:
        return None
    first = int(years["first"])
    if not years["short"] and (part := _PART_OF_YEAR.match(text, years.end())):
        month = _sub_year(part)
        if month is not None:
            return DateReading(offset, part.end(), PartialDate(first, month))
    if years["short"]:
        last = first // 100 * 100 + int(years["short"])
        if last <= first:
            last += 100
        if last - first > 30:
            return None
        return DateReading(offset, years.end(), PartialDate(first), PartialDate(last))
    end = years.end()
    if fiscal := _FISCAL.match(text, end):
        return DateReading(offset, fiscal.end(), PartialDate(first))
    return DateReading(offset, end, PartialDate(first))


def read_era(text: str, offset: int, end: int, year: int) -> DateReading | None:
    """Read "B.C." or "A.D." after the year that ended at `end`."""
    era = _ERA.match(text, end)
    if era is None or (era[1] is None and text[era.start() :].lstrip()[:1] not in "AC"):
        return None
    if era[1] is not None:
        year = 1 - year
    return DateReading(offset, era.end(), PartialDate(year))


def _month_first(text: str, offset: int) -> DateReading | None:
    return _with_month(_MONTH_FIRST, text, offset)


def _with_month(pattern: re.Pattern[str], text: str, offset: int) -> DateReading | None:
    found = pattern.match(text, offset)
    if found is None:
        return None
    start, end = found.span("month")
    month = MONTH_NUMBERS[text[start : start + 3].lower()]
    day = _day(found["day"])
    year = full_year(found["year"])
    name_end = end - 1 if text[end - 1] == "." else end
    # The full stop of an abbreviation belongs to it, that of a sentence does not.
    whole_end = name_end if text[start:name_end].lower() in MONTHS else end
    end = whole_end if found.end() == end else found.end()
    if year is None and (worded := read_worded_year(text, end)):
        end, year = worded
    if day is None and year is None:
        if not is_month(text, start, name_end) and not _MONTH_AFTER.match(text, name_end):
            return None
        return DateReading(offset, whole_end, PartialDate(None, month))
    if text[start:name_end] == "may" and found.start("day") > start:
        return None  # "it may 5 …": the verb
    if year is not None and day is None and text[start:name_end].islower() and name_end - start < 4:
        return None
    if day is not None and pattern is _MONTH_FIRST and year is None and _counts(text, found):
        return DateReading(offset, name_end, PartialDate(None, month))
    first = PartialDate(year, month, day)
    last = _day(found["last"])
    if not first.is_possible() and year is not None:
        return None
    if last is not None and day is not None and last > day:
        return DateReading(offset, end, first, PartialDate(year, month, last))
    if last is not None:
        if pattern is _DAY_FIRST:
            return None
        return DateReading(offset, found.end("day"), PartialDate(None, month, day))
    return DateReading(offset, end, first)


_IN_BEFORE = re.compile(rf"\bin{GAP}$", re.IGNORECASE)
_NOUN_AFTER = re.compile(rf"{GAP}[a-z]{{3,}}s\b|{GAP}(?:people|men|women|children)\b")


def _counts(text: str, found: re.Match[str]) -> bool:
    """Say whether the number after the month counts something: "In May 30 people …"."""
    return bool(
        _IN_BEFORE.search(text, max(0, found.start() - 8), found.start())
        and _NOUN_AFTER.match(text, found.end("day"))
    )


_ORDINAL_OF = re.compile(rf"(?:{_WORDED_DAY}){GAP}of{GAP}", re.IGNORECASE)


def _worded_day(text: str, offset: int) -> DateReading | None:
    """Read "the ninth of April"; without "of" the word is an ordinal."""
    if _ORDINAL_OF.match(text, offset) is None:
        return None
    return _with_month(_DAY_FIRST, text, offset)


def _nth_day(text: str, offset: int) -> DateReading | None:
    """Read "15th day of June"."""
    found = _NTH_DAY.match(text, offset)
    if found is None:
        return None
    start = found.start("month")
    month = MONTH_NUMBERS[text[start : start + 3].lower()]
    date = PartialDate(full_year(found["year"]), month, _day(found["day"]))
    return DateReading(offset, found.end(), date) if date.is_possible() else None


def _year_first(text: str, offset: int) -> DateReading | None:
    """Read "2019-Aug-01"."""
    found = _YEAR_FIRST.match(text, offset)
    if found is None:
        return None
    start = found.start("month")
    month = MONTH_NUMBERS[text[start : start + 3].lower()]
    date = PartialDate(int(found["year"]), month, int(found["day"]))
    return DateReading(offset, found.end(), date) if date.is_possible() else None


def _part_of_year(text: str, offset: int) -> DateReading | None:
    """Read "Q1 2019", "H2-2019"; without its year it may be the name of anything."""
    part = _PART_OF_YEAR.match(text, offset)
    month = _sub_year(part) if part else None
    year = _OF_YEAR.match(text, part.end()) if part and month else None
    if year is None:
        return None
    return DateReading(offset, year.end(), PartialDate(int(year["year"]), month))


def _sub_year(part: re.Match[str]) -> int | None:
    """Return what EDTF writes in the place of the month: 33 to 36 quarters, 40 and 41 halves."""
    number = int(part["number"])
    if part["kind"] in "qQ":
        return 32 + number
    return 39 + number if number <= 2 else None


def _day(written: str | None) -> int | None:
    if written is None:
        return None
    if written[0].isdigit():
        return int(written.rstrip("sthndrSTHNDR"))
    return _WORDED_DAYS["-".join(re.split(r"[\s-]+", written.lower()))]


def _weekday(text: str, offset: int) -> DateReading | None:
    end = offset
    while end < len(text) and end - offset < 11 and text[end].isascii() and text[end].isalpha():
        end += 1
    number = WEEKDAY_NUMBERS.get(text[offset:end].lower())
    if number is None or not is_weekday(text, offset, end):
        return None
    if end - offset <= 5 and text[end : end + 1] == ".":
        end += 1
    part = _PART_OF_DAY.match(text, end)
    if part is not None and _goes_on_as_name(text, part.start(1), part.end()):
        return None
    return DateReading(offset, part.end() if part else end, PartialDate(), weekday=number)


def read_feast(text: str, offset: int, *, in_small: bool = False) -> DateReading | None:
    """Read a feast with its year; `in_small` says that words before make small letters one."""
    found = _FEAST.match(text, offset)
    if found is None:
        return None
    name = re.sub(r"\s+", " ", found["name"]).lower().replace("’", "'")
    year = full_year(found["year"])
    # In small letters a single word may be a name of other things, "a new year" is no feast.
    unsure = " " not in name or name == "new year"
    if unsure and not in_small and not text[offset].isupper() and year is None:
        return None
    return DateReading(offset, found.end(), PartialDate(year), feast=name)


def _goes_on_as_name(text: str, start: int, end: int) -> bool:
    """Say whether the word at `start:end`, in a name, goes on: "20th Century Films"."""
    return _NAME_AFTER.match(text, end) is not None and is_in_name(text, start, end)


def _season(text: str, offset: int) -> DateReading | None:
    found = _SEASON.match(text, offset)
    if found is None:
        return None
    end = found.end("season")
    year = full_year(found["year"])
    if year is None and not is_season(text, offset, end):
        return None
    return DateReading(offset, found.end(), PartialDate(year, SEASONS[found["season"].lower()]))


def _quarter(text: str, offset: int) -> DateReading | None:
    found = _QUARTER.match(text, offset)
    if found is None:
        return None
    number = "fstl".find(found["which"][0].lower()) if found["which"][0].isalpha() else None
    digit = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
    which = digit.get(found["which"].lower()) if number is not None else int(found["which"][0])
    year = None if found["fiscal"] else full_year(found["year"])
    return DateReading(
        offset, found.end(), PartialDate(year, 32 + which) if which else PartialDate()
    )


def _century(text: str, offset: int) -> DateReading | None:
    found = _CENTURY.match(text, offset)
    if found is None:
        return None
    if found["digits"]:
        number = int(found["digits"])
    else:
        word, unit = found["word"].lower(), (found["unit"] or "").lower()
        if unit:
            number = 20 + ORDINALS.get(unit, -99) if word == "twenty" else -1
        else:
            number = ORDINALS.get(word, -1)
        if word in UNITS:
            return None
    end = found.end()
    if not 1 <= number <= 30 or _goes_on_as_name(text, found.start("century"), end):
        return None
    if era := read_era(text, offset, end, number):
        return DateReading(offset, era.end, PartialDate())
    return DateReading(offset, end, PartialDate(), edtf=century(number))


_READERS: tuple[Callable[[str, int], DateReading | None], ...] = (
    _month_first, read_feast, _part_of_year, _nth_day, _worded_day, _weekday, _quarter, _season,
    _century,
)  # fmt: skip
"""What reads a date that begins with a letter, in the order in which they are tried."""

_LETTERS = (
    {month[0] for month in MONTHS}, {feast[0] for feast in FEASTS}, {"q", "h"},
    {day[0] for day in _WORDED_DAYS}, {day[0] for day in _WORDED_DAYS}, _WEEKDAY_LETTERS,
    {"f", "s", "t", "l"}, {season[0] for season in SEASONS}, {word[0] for word in ORDINALS},
)  # fmt: skip
_READERS_BY_LETTER = {
    letter: tuple(read for read, first in zip(_READERS, _LETTERS, strict=True) if letter in first)
    for letter in set().union(*_LETTERS)
}
"""Those of them that read what begins with a letter."""
