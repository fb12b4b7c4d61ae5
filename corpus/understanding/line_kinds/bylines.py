"""Bylines: `By Jane Doe`, `Jane Doe, Staff Writer`, `News Desk`."""

from __future__ import annotations

import re

from corpus.span import Span

_NAME_TOKEN = (
    r"(?:[A-Z][\w'’.-]*|[A-ZÀ-Þ][^\W\d_'’.-]*|(?:al|el|ul|bin|bint|ibn|de|da|di|del|der|den|van|von|la|le"
    r"|af|av|du|dos|ter)(?:-[A-Z][\w'’]*)?)"
)
_NAME = rf"{_NAME_TOKEN}(?:\s+{_NAME_TOKEN}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s*,?\s+and\s+|\s*&\s*|\s+AND\s+|\s*/\s*){_NAME}){{0,5}}"
_LABEL = re.compile(r"(?i:(?:(?:written|reported|posted|story|words|report)\s+)?by\b)\s*:?\s+")
_FULL = re.compile(rf"(?P<name>{_NAMES})(?P<rest>.*)", re.DOTALL)
_ROLE = (
    r"(?:(?:chief|senior|special|staff|foreign|political|diplomatic|defen[cs]e|news|our|the|assistant"
    r"|associate|deputy|managing|regional|science|business|sports?|crime|health|own)\s+)*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnist|contributors?|bureau chief|staff"
    r"|special to [\w' ]+|freelance journalist|desk)"
)
_ROLE_AFTER = re.compile(rf"(?P<name>{_NAME})(?:\s*[,|–—-]\s*|\s+)(?P<role>{_ROLE})", re.IGNORECASE)
_ROLE_HINT = re.compile(
    r"writer|reporter|correspondent|editor|columnist|contributor|chief|staff|special|journal|desk",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"\s*(?:$|[,|(–—/-]|\b(?:in|at|for|from|of)\b|{_ROLE}\b|[\w' ]*\b(?:staff|agencies)\b)",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:[A-Z][\w'’&.-]*\s+){0,4}(?:Desk|Bureau|Correspondents?|Staff|Agencies|Newsroom|(?:Staff|Our)"
    r" (?:Report|Reporters?|Correspondents?|Writers?)|(?:Web|Monitoring|Agency|Wire|News)"
    r" (?:Report|Team))"
)
_PERSON = re.compile(rf"[A-Z][\w'’-]+(?:\s+{_NAME_TOKEN}){{0,2}}\s+[A-Z][\w'’-]+")


def byline(words: str) -> Span | None:
    """Return where the name stands in a line that, as a whole, is a byline; None for another line.

    What follows the name (a role, a place, an outlet) is left out.
    """
    if len(words) > 160:
        return None
    if label := _LABEL.match(words):
        found = _FULL.match(words, label.end())
        if found is None or not _REST.match(found["rest"]):
            return None
        return Span(found.start("name"), found.start("name") + len(found["name"].rstrip(" ,.-")))
    if not _ROLE_HINT.search(words):
        return None
    if (found := _ROLE_AFTER.fullmatch(words)) and found["name"][0].isupper():
        return Span(*found.span("name"))
    return None


def is_desk(words: str) -> bool:
    """Say whether a line names a desk or the staff where others name an author."""
    return len(words.split()) > 1 and _DESK.fullmatch(words) is not None


def is_person_alone(words: str) -> bool:
    """Say whether a line could be nothing but a person's name, two to four words long."""
    return 2 <= len(words.split()) <= 4 and _PERSON.fullmatch(words) is not None
