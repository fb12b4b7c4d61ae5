"""A query that was given to a command: what is wrong with it is said with its place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commands.failure import CommandFailed
from tui.layout.cells import cells
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_WORD = "the query has no word (write what to look for: a name, a figure; file:* is all)"


def refuse_wordless(query: str) -> None:
    """Refuse a query with nothing to look for (`NOT`, `person:()`), or a fault. CommandFailed."""
    from index.query.parsing import parse_query

    with faults_told():
        if parse_query(query) is None:
            raise CommandFailed(_NO_WORD)


@contextmanager
def faults_told() -> Iterator[None]:
    """Raise CommandFailed for a fault in a query, with the query and its place below."""
    from index.problems import QueryError

    try:
        yield
    except QueryError as error:
        before, there = (
            cells(safe_line(text))
            for text in (error.query[: error.place.start], error.place.cut(error.query))
        )
        arrows = " " * before + "^" * max(1, there)
        raise CommandFailed(
            f"{error.reason} ({error.remedy})\n  {safe_line(error.query)}\n  {arrows}"
        ) from error
