"""Bylines: `By Jane Doe`, `Jane Doe, Staff Writer`, `News Desk`."""

from __future__ import annotations

import re
from itertools import islice

from corpus.span import Span
from corpus.understanding.line_kinds.dates import MONTHS
from corpus.understanding.line_kinds.outlets import outlet_shape
from corpus.understanding.word_set import word_set

_LABEL = re.compile(
    r"(?:(?:written|reported|posted|story|words|report)\s+)?by\b\s*:?\s+", re.IGNORECASE
)
_TOKEN = re.compile(r"[^\s,/&|()–—]+|[,/&|()–—]")
_PARTICLES = word_set("""
    al el ul bin bint ibn de da di del della der den van von la le af av du dos das ter ten zu
""")
_AND = frozenset(("and", "&"))
_AFTER_NAME = word_set("in at for from of with on | ( – — - , /")
_MOST_TOKENS = 24
_LONGEST_LINE = 160
_CREDIT = re.compile(r"(?:^|(?<=\())[ \t]*Report(?:ing|ed) by ", re.MULTILINE)
_CREDITED = "Report"
_CREDIT_NEAR_END = 3_000  # code points below the body in which credits stand
_ROLE = re.compile(
    r"(?:(?:chief|senior|special|staff|foreign|political|diplomatic|defen[cs]e|news|our|the|deputy"
    r"|assistant|associate|managing|regional|science|business|sports?|crime|health|own)\s+)*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnist|contributors?|bureau chief|staff"
    r"|special to [\w' ]+|freelance journalist|journalist|desk)$",
    re.IGNORECASE,
)
# A look at how a line ends spares nearly all of them the search.
_ROLE_ENDS = (
    *("writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor"),
    *("editors", "columnist", "contributor", "contributors", "bureau chief", "staff"),
    *("journalist", "desk"),
)
_ROLE_ANYWHERE = "special to "
# What may follow a name in a byline, where no mark parts it from the name.
_REST = re.compile(
    r"(?:and|with|,)\s(?:news\s)?(?:agencies|wires?|wire (?:services|reports)|agency reports|staff"
    r"|others)\b|@\w|(?:published|updated|posted|reports|reporting)\b"
    rf"|(?:{'|'.join(name.title() for name in MONTHS)})\.?\s\d|\d{{1,2}}\s[A-Z][a-z]{{2}}",
    re.IGNORECASE,
)
# A body of the newsroom, whatever stands before it: its field, its city, its outlet.
_BODY = re.compile(
    r"\b(?:Desk|Bureau|Newsroom|Team|Staff|Agenc(?:y|ies)|Service|Department|Unit|Report)$"
)
_DESK = re.compile(
    r"(?:[A-Z][\w'’&.-]*\s+){0,4}"
    r"(?:Desk|Bureau|Newsroom|Team|Staff|Agenc(?:y|ies)|Service|Department|Unit"
    r"|(?:Staff |Our )?(?:Correspondents?|Reporters?|Writers?|Editors?|Report))"
)


def byline(words: str) -> Span | None:
    """Return where the name stands in a line that, as a whole, is a byline; None for another line.

    What follows the name (a role, a place, an outlet) is left out.
    """
    if len(words) > _LONGEST_LINE:
        return None
    if label := _LABEL.match(words):
        end = _names_end(words, label.end())
        rest = words[end:].split(maxsplit=1)
        known = not rest or rest[0].lower() in _AFTER_NAME or rest[0][0] in _AFTER_NAME
        known = known or _REST.match(words[end:].lstrip()) is not None
        if (role := _ROLE.search(words, label.end(), end)) and role.start() > label.end():
            # "By Jane Doe Staff Writer", "By Jane Doe Valley News Writer"
            own = _without_outlet(words[label.end() : end])
            last = label.end() + len(own) if own else role.start()
            return Span(label.end(), len(words[:last].rstrip(" ,|–—-")))
        if end > label.end() and (known or _ROLE.fullmatch(words[end:].strip())):
            return Span(label.end(), end)
        return None
    name, comma, outlet = words.partition(", ")
    if comma and outlet_shape(outlet) == "strong" and is_person_alone(name):
        return Span(0, len(name))
    if role := _role_at_end(words):
        before = words[: role.start()].rstrip()
        name = before.rstrip(" ,|–—-")
        # "Jane Doe, Staff Writer" has a comma or a dash; "Senior Editor" has no name before it.
        if name != before and 2 <= len(name.split()) <= 5 and _names_end(name, 0) == len(name):
            return Span(0, len(name))
    return None


def _without_outlet(words: str) -> str:
    """Return the name before an outlet and a role, "" where no outlet stands between them."""
    tokens = words.split()
    for first in range(2, len(tokens) - 1):
        for last in range(first + 2, len(tokens) + 1):
            role = " ".join(tokens[last:])
            shape = outlet_shape(" ".join(tokens[first:last]))
            if shape and (_ROLE.fullmatch(role) or (not role and shape == "strong")):
                return " ".join(tokens[:first])
    return ""


def _role_at_end(words: str) -> re.Match[str] | None:
    lower = words.lower()
    may_be = lower.endswith(_ROLE_ENDS) or _ROLE_ANYWHERE in lower
    return _ROLE.search(words) if may_be else None


def _names_end(words: str, start: int) -> int:
    """Return where the names that begin at `start` end; `start` where none does.

    Names are parted by commas and "and". A comma with no "and" behind it parts the name from what
    is said of it.
    """
    ends: list[tuple[int, str]] = []
    end = start
    opening = True
    for found in islice(_TOKEN.finditer(words, start), _MOST_TOKENS):
        token = found[0]
        if _REST.match(words, found.start()):
            break
        if not opening and (token == "," or token.lower() in _AND):
            ends.append((end, token.lower()))
            opening = True
        elif token.lower() in _AND and ends and ends[-1] == (end, ","):
            ends[-1] = (end, "and")  # "Jane Doe, John Roe, and Ann Poe"
        elif _is_name_token(token):
            end = found.end()
            opening = False
        else:
            break
    while ends and opening and ends[-1][0] == end:
        ends.pop()
    last_and = max((index for index, (_, mark) in enumerate(ends) if mark in _AND), default=-1)
    commas = [at for at, mark in ends[last_and + 1 :] if mark == ","]
    return commas[0] if commas else end


def _is_name_token(token: str) -> bool:
    bare = token.replace(".", "").replace("'", "").replace("’", "").replace("-", "")
    if not bare.isalpha():
        return False
    if token[0].isupper():
        return True
    return token.split("-")[0] in _PARTICLES


def closing_credit(text: str) -> Span | None:
    """Return where a text names its reporters below its body: "(Reporting by Jane Doe in Oru; …)".

    Who helped or edited is named behind them, and left out.
    """
    near = max(0, len(text) - _CREDIT_NEAR_END)
    if _CREDITED not in text[near:]:
        return None
    start = max((found.end() for found in _CREDIT.finditer(text, near)), default=None)
    if start is None:
        return None
    line = re.split(r"[;\n)]", text[start : start + _LONGEST_LINE], maxsplit=1)[0].rstrip(" .")
    end = _names_end(line, 0)
    return Span(start, start + end) if len(line[:end].split()) >= 2 else None


def names_person(words: str, name: Span) -> bool:
    """Say whether what a byline names is a person: no role, and not what a desk is called by."""
    own = name.cut(words)
    if _ROLE.fullmatch(own):
        return False
    if desk(words) is None:
        return True
    return not _BODY.search(words) and outlet_shape(own) is None and len(own.split()) > 1


def desk(words: str) -> Span | None:
    """Return where a line names a desk or the staff where others name an author; None for others.

    "By Velm Courier Staff" has a label before it.
    """
    label = _LABEL.match(words)
    start = label.end() if label else 0
    few = (1 if label is None else 0) < len(words[start:].split()) <= 6
    return Span(start, len(words)) if few and _DESK.fullmatch(words, start) else None


def is_person_alone(words: str) -> bool:
    """Say whether a line could be nothing but a person's name, two to four words long."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 4 or not tokens[-1][0].isupper():
        return False
    return _names_end(words, 0) == len(words) and not _AND.intersection(words.lower().split())
