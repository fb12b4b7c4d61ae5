"""Regular expressions of a query: each for one word, bounded, so that none can hang a search.

The expressions are those of the `regex` package. A word is compared in its normal form: small
letters, no accents. Whatever takes longer than its share of time is given up (`OutOfTime`).
"""

from __future__ import annotations

import time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from corpus.span import Span
from index.problems import QueryError
from index.query.tree import Pattern, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST: Final = 200
"""Characters of an expression."""
SECONDS: Final = 1.0
"""What looking through all words of a corpus may take."""
_LARGEST_REPEAT: Final = 50


class OutOfTime(Exception):  # noqa: N818 - it becomes a QueryError where its place is known
    """An expression took too long."""


def read_expressions(query: str, start: int, end: int) -> Words | None:
    """Read `/.../` from `start` to `end` of a query; spaces part the expressions of several words.

    Raises QueryError where an expression cannot be used, at its fault.
    """
    if end - start - 2 > LONGEST:
        raise QueryError(
            query,
            Span(start, end),
            f"the expression has more than {LONGEST} characters",
            "write a shorter one",
        )
    words: list[str | Pattern] = []
    for first, last in _parts(query, start + 1, end - 1):
        text = query[first:last].replace("\\/", "/")
        _refuse_faults(query, first, text)
        words.append(Pattern("regex", text))
    return Words(start, end, tuple(words), quoted=True) if words else None


def _parts(query: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part an expression at its spaces."""
    at = start
    for place in range(start, end + 1):
        if place == end or query[place].isspace():
            if at < place:
                yield at, place
            at = place + 1


def _refuse_faults(query: str, start: int, text: str) -> None:
    import regex

    try:
        _refuse_large_repeats(text)
        compiled(text)
    except (regex.error, OverflowError, RecursionError, MemoryError, ValueError) as fault:
        at = getattr(fault, "pos", None)
        place = min(start + (at or 0), start + max(len(text) - 1, 0))
        reason = getattr(fault, "msg", str(fault)) or "the expression cannot be read"
        raise QueryError(
            query,
            Span(place, place + 1),
            f"in this expression: {reason}",
            "mend it; to find such a sign itself, put a backslash before it",
        ) from None


def _refuse_large_repeats(text: str) -> None:
    """Refuse `{1000}`: what the engine builds for nested ones grows with their product."""
    import regex

    for found in regex.finditer(r"\{\s*([0-9]*)\s*,?\s*([0-9]*)[^}]*\}", text):
        if any(len(number) > 2 or int(number or 0) > _LARGEST_REPEAT for number in found.groups()):
            raise regex.error(f"more than {_LARGEST_REPEAT} repetitions", text, found.start())


@lru_cache(maxsize=64)
def compiled(text: str) -> Any:
    """Compile an expression; raises what the `regex` package raises."""
    import regex

    return regex.compile(text, regex.V0 | regex.IGNORECASE)


def matching_words(text: str, words: Iterable[str], seconds: float = SECONDS) -> list[str]:
    """Give the words that an expression matches as a whole; raises OutOfTime."""
    matches = compiled(text).fullmatch
    until = time.monotonic() + seconds
    found = []
    try:
        for number, word in enumerate(words):
            if number % 256 == 0 and time.monotonic() > until:
                raise OutOfTime
            if matches(word, timeout=seconds / 4):
                found.append(word)
    except TimeoutError:
        raise OutOfTime from None
    return found


def out_of_time(query: str) -> QueryError:
    """Say that an expression of this query took too long."""
    start = max(query.find("/"), 0)
    end = max(query.rfind("/") + 1, start)
    return QueryError(
        query,
        Span(start, end),
        "this expression takes too long",
        "write it without one repetition inside another",
    )
