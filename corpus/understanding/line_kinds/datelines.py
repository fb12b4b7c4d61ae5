"""Datelines: where a report was filed, when, and which agency filed it.

`ORU, Tarsk, March 3 (Agency) -`, `ORU (Agency) —`, `ORU —`, `Oru, 3 March (Agency) –`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.line_kinds.dates import MONTHS, parse_date

_CAPITALS = r"[A-Z][A-Z'’.-]+(?:[\s/-][A-Z][A-Z'’.-]*){0,3}"
_NAME = r"[A-Z][\w'’.-]+(?:[\s-](?:[A-Z][\w'’.-]*|de|del|al|la|le|el|of|the)){0,3}"
_REGION = (
    r"(?:\s\[[A-Z][\w.'’ -]{1,30}\]"
    rf"|,\s(?!(?:{'|'.join(MONTHS)})\b)[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}})"
)
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
    rf"(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?)"
)
_AGENCY = r"[A-Z][\w.&'’ /-]{1,40}"
_DASH = r"(?:[-–—]{1,3}|_)"
_DATELINE = re.compile(
    rf"(?P<place>(?P<capitals>{_CAPITALS})|{_NAME})(?P<region>{_REGION})?"
    rf"(?:\s*[,:]\s?(?P<date>(?i:{_DATE})))?"
    rf"(?:,?\s*[(\[/](?P<agency>{_AGENCY})[)\]/])?"
    rf"(?:,?\s*(?P<end>{_DASH}\s|:\s)\s*)(?=[\"'“‘«(]*[A-Z0-9])"  # a sentence begins behind it
)
_ALONE = re.compile(rf"(?P<place>{_CAPITALS})(?P<region>{_REGION})?\s*{_DASH}?")
_LONGEST = 160
_LONGEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, each as a span of the words; None for what it leaves out.

    `place` takes in the region or country behind the town. `known` says that a list has the place.
    """

    place: Span
    date: Span | None
    agency: Span | None
    known: bool

    def day(self, words: str) -> str | None:
        """Return the day of the dateline as an ISO date, where it names the year."""
        return parse_date(self.date.cut(words)) if self.date else None


def dateline(words: str) -> Dateline | None:
    """Read the dateline that a report begins with; None where it begins with none.

    Capitals with a date or an agency are a dateline whatever the place, and so is one word
    with a date and its year; anything less is one only where a list has the place: speakers of
    transcripts and labels are set in capitals, too.
    """
    found = _DATELINE.match(words, 0, _LONGEST)
    if found is None:
        return None
    capitals = found["capitals"] is not None
    filed = found["agency"] is not None or found["date"] is not None
    both = found["agency"] is not None and found["date"] is not None
    if not capitals and found["end"].startswith(":") and not both:
        return None
    if not capitals and not (filed or found["region"]):
        return None
    if found["end"].startswith(":") and capitals and len(found["place"]) <= _LONGEST_ACRONYM:
        return None
    known = _is_town(found["place"]) or _is_region((found["region"] or "").strip(" ,[]"))
    # Two words before a date may be whoever wrote it.
    of_a_year = " " not in found["place"] and (found["date"] or "")[-4:].isdigit()
    if not known and not ((filed and capitals) or of_a_year):
        return None
    if not known and found["end"].startswith(":"):
        return None
    end = found.end("region") if found["region"] else found.end("place")
    return Dateline(
        Span(found.start("place"), end), _span(found, "date"), _span(found, "agency"), known
    )


def place_alone(words: str) -> Span | None:
    """Return where the place stands in a line of capitals that is nothing but a listed place."""
    found = _ALONE.fullmatch(words)
    if found is None or len(words) > _LONGEST:
        return None
    known = _is_town(found["place"]) or _is_region((found["region"] or "").strip(" ,[]"))
    return Span(0, max(found.end("place"), found.end("region"))) if known else None


def _is_town(words: str) -> bool:
    # The lists take long to load, and few articles need them here.
    from corpus.understanding.gazetteers.folding import phrase_key
    from corpus.understanding.gazetteers.places import places

    return all(phrase_key(word) in places() for word in words.split("/"))


def _is_region(words: str) -> bool:
    from corpus.understanding.gazetteers.places import acronym_places, state_abbreviations

    acronym = words.replace(".", "") in acronym_places() or words in state_abbreviations()
    return bool(words) and (acronym or _is_town(words))


def _span(found: re.Match[str], group: str) -> Span | None:
    return Span(*found.span(group)) if found[group] is not None else None
