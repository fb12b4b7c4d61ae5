"""Lines that hold a date and nothing else: when the article was published, or a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.line_kinds.dates import TIME, parse_date

_PUBLISHED = re.compile(
    r"(?:(?:first\s+)?published|posted|aired|broadcast|issued|released|publication date"
    r"|date published|pub(?:lished)? date|date|dated)(?:\s+(?:on|at))?\s*:?\s+",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:(?:last\s+)?(?:updated|modified|edited|changed|revised)|last update|update|accessed"
    r"|retrieved|crawled|archived|as of|today is|it is now)\b(?:\s+(?:on|at))?\s*:?\s*",
    re.IGNORECASE,
)
_AND_UPDATED = re.compile(
    r"\s*[|,;(–—-]?\s*\b(?:last\s+)?(?:updated|modified|edited|revised)\b.*$", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d")
_TIME_FIRST = re.compile(rf"\(?{TIME}\b", re.IGNORECASE)
_CLOCK_TIME = re.compile(r"\d{1,2}[:.h]\d\d", re.IGNORECASE)
_TIME_ALONE = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?(?:\s?[+-]\d{1,2})?"
)
# A time whose zone runs into the date: nobody writes so, but a page's clock reads so when its parts
# are put into one line.
_GLUED = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp][Mm])?\s*(?:GMT|UTC|[A-Z]{1,3}T)?(?=[A-Z0-9])(?P<date>\S.*)"
)
_RELATIVE = re.compile(
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:min(?:ute)?|hour|day|week|month|year)s? ago|yesterday|just now",
    re.IGNORECASE,
)
_ENOUGH = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line, or part of one, that is a date.

    `iso` is None where the date is no published date, or is none that can be told. `span` is where
    the date stands in the words. `labelled` says that the line itself calls it the published date,
    `updated` that it calls it another, `time_first` that a time stands before the date, `timed`
    that a time stands anywhere, `glued` that time and date run into one another.
    """

    span: Span
    iso: str | None = None
    labelled: bool = False
    updated: bool = False
    time_first: bool = False
    timed: bool = False
    glued: bool = False


def date_line(words: str) -> DateLine | None:
    """Read a line, or part of one, as a date that stands alone; None where it is anything else."""
    if not 3 < len(words) <= 90 or not (_ENOUGH.search(words) or _RELATIVE.fullmatch(words)):
        return None
    if label := _UPDATED.match(words):
        rest = words[label.end() :]
        is_date = parse_date(rest) or _TIME_ALONE.fullmatch(rest) or _RELATIVE.fullmatch(rest)
        return DateLine(Span(label.end(), len(words)), updated=True) if is_date else None
    if _TIME_ALONE.fullmatch(words) and ":" in words:
        return DateLine(Span(0, len(words)), time_first=True, timed=True)
    if _RELATIVE.fullmatch(words):
        return DateLine(Span(0, len(words)))
    label = _PUBLISHED.match(words)
    start = label.end() if label else 0
    date = words[start:]
    if changed := _AND_UPDATED.search(date):
        date = date[: changed.start()]
    if iso := parse_date(date):
        time_first = _TIME_FIRST.match(date) is not None and _CLOCK_TIME.match(date) is not None
        timed = _CLOCK_TIME.search(date) is not None
        span = Span(start, start + len(date))
        return DateLine(span, iso, label is not None, time_first=time_first, timed=timed)
    if _NUMBERS.fullmatch(date):
        return DateLine(Span(start, len(words)))  # of a day that is not certain
    if label is None and (found := _GLUED.fullmatch(words)) and (iso := parse_date(found["date"])):
        span = Span(found.start("date"), len(words))
        return DateLine(span, iso, time_first=True, timed=True, glued=True)
    return None


def splits_off_date(words: str) -> int | None:
    """Return where a date begins that ends the line, as in `Valley Post, March 3, 2020`."""
    found = _TRAILING.search(words)
    if found is None or parse_date(found["date"]) is None:
        return None
    return found.start("date")


_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_TRAILING = re.compile(
    rf"[,\s]\s*(?P<date>{_WEEKDAY}(?:{_MONTHS}\.?\s+\d|\d{{1,2}}\s+{_MONTHS}|\d{{4}}-\d\d-\d\d).*)$",
    re.IGNORECASE,
)
