"""What the index raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.problem import Problem

if TYPE_CHECKING:
    from corpus.span import Span


class IndexFailure(Exception):  # noqa: N818 - the base of the package; IndexError is Python's
    """The index cannot do what was asked; carries the `problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class IndexDamaged(IndexFailure):
    """The index was not as it was written; the next update makes it anew."""


class QueryError(IndexFailure):
    """A query that cannot be understood.

    `query` is what was typed, `place` the characters of it that are meant, `reason` what is wrong
    and `remedy` what to type instead.
    """

    def __init__(self, query: str, place: Span, reason: str, remedy: str) -> None:
        super().__init__(Problem("query", reason, remedy, line=1, column=place.start + 1))
        self.query = query
        self.place = place
        self.reason = reason
        self.remedy = remedy
