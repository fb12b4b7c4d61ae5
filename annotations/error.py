"""The one exception of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.problem import Problem


class AnnotationError(Exception):
    """An annotation was not written or not found; carries the `problem` to show.

    The sidecar on disk is what it was before.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class StoppedError(AnnotationError):
    """Who asked for an edit did not want it any more before it was written."""
