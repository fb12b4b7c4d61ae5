"""Times of the day: "19:32 GMT", "9 p.m.", "noon"."""

from __future__ import annotations

import re

from corpus.understanding.quantities.number_words import UNITS
from corpus.understanding.quantities.reading import Reading
from corpus.understanding.quantities.spacing import GAP, words_before
from corpus.understanding.quantities.vocabulary import listed

_ZONE = (
    r"GMT|UTC|Z|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|BST|CET|CEST|EET|EEST|MSK|IST|JST|AEST"
)
# The last dot belongs to what is written with one inside ("p.m."); after "pm" it ends a sentence.
_HALF = r"(?P<half>[ap])(?:\.[^\S\n]?m\b\.?|[^\S\n]?m\b)"
_CLOCK = re.compile(
    rf"(?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?)?"
    rf"(?:[^\S\n]?{_HALF})?(?:{GAP}?(?P<zone>{_ZONE})(?![a-z])|(?![0-9]))",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]){GAP}?(?P<zone>{_ZONE})(?![A-Za-z0-9])"
)
_UTC = ("GMT", "UTC", "Z")
_OCLOCK = re.compile(rf"(?P<hour>[0-9]{{1,2}}|[a-z]+){GAP}o[’']clock\b", re.IGNORECASE)
_WORDED = re.compile(rf"(?P<hour>[a-z]+){GAP}?(?P<half>[ap])\.m\b\.?", re.IGNORECASE)
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
_BEFORE_SUN = frozenset(listed("at until till before after by from to since near between and"))
NAMED_TIMES = frozenset((*_NAMED, "sunset", "sundown", "sunrise", "dawn", "dusk"))
"""Words that name a time of the day; only noon and midnight have one hour everywhere."""

_LOCAL = re.compile(rf"{GAP}local{GAP}time\b", re.IGNORECASE)


def may_be_time(after: str) -> bool:
    """Say whether digits may begin a time, by the code point behind them ("" at the end)."""
    return after.isalpha() or after.isspace() or after in (":", ".")


def read_time(text: str, offset: int) -> Reading | None:
    """Read the time at `offset` in digits, or None where it is a number or a ratio ("4:3").

    `iso` is `T21:00`, with `Z` where the zone is GMT or UTC; other zones stay in the words.
    """
    oclock = _OCLOCK.match(text, offset)
    if oclock:
        return Reading(offset, oclock.end(), "time")
    if compact := _COMPACT.match(text, offset):
        universal = "Z" if compact["zone"] in _UTC else ""
        written = f"T{compact['hour']}:{compact['minute']}{universal}"
        return Reading(offset, compact.end(), "time", iso=written)
    clock = _CLOCK.match(text, offset)
    if clock is None:
        return None
    half = (clock["half"] or "").lower()
    zone = clock["zone"]
    is_zoned = bool(zone) and (zone.isupper() and (clock["minute"] or half))
    if zone and not is_zoned:
        return None
    separator = text[clock.end("hour") : clock.end("hour") + 1]
    if (
        not half
        and not is_zoned
        and (
            clock["minute"] is None
            or separator != ":"
            or text[clock.end() : clock.end() + 1] == "."
        )
    ):
        following = text[clock.end() + 1 : clock.end() + 2]
        if clock["minute"] is None or separator != ":" or following.isdigit():
            return None
    hour = int(clock["hour"])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    iso = f"T{hour:02d}:{clock['minute'] or '00'}" if hour < 24 else None
    if iso and clock["second"]:
        iso += f":{clock['second']}"
    if iso and zone in _UTC:
        iso += "Z"
    end = clock.end()
    if local := _LOCAL.match(text, end):
        end = local.end()
    return Reading(offset, end, "time", iso=iso)


def read_worded_time(text: str, offset: int, word: str) -> Reading | None:
    """Read "noon", "nine o'clock", "two p.m." at `offset`, where the lower-case `word` stands."""
    if word in NAMED_TIMES:
        if text[offset].isupper() and word in ("dawn", "midnight", "noon"):
            return None  # a name, or the beginning of a title
        before = words_before(text, offset, 1)
        if word not in _NAMED and (not before or before[0] not in _BEFORE_SUN):
            return None  # "a beach at sunset" is a time, "a sunset clause" is not
        return Reading(offset, offset + len(word), "time", iso=_NAMED.get(word))
    if word not in UNITS:
        return None
    if oclock := _OCLOCK.match(text, offset):
        return Reading(offset, oclock.end(), "time")
    worded = _WORDED.match(text, offset)
    if worded and 1 <= UNITS[word] <= 12:
        hour = UNITS[word] % 12 + (12 if worded["half"].lower() == "p" else 0)
        return Reading(offset, worded.end(), "time", iso=f"T{hour:02d}:00")
    return None
