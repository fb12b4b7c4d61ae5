"""What went wrong, in a form that a person can act on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one file.

    `file` is relative to the corpus where the file lies inside it. `line` and `column` count from 1
    and are None where the problem concerns the whole file. `level` is "error" (something was not
    read) or "warning" (it was read, with a doubt).
    """

    file: str
    reason: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None
    level: str = "error"

    def __str__(self) -> str:
        """Give the problem on one line, as compilers do: place, reason, remedy."""
        place = ":".join(
            str(part) for part in (self.file, self.line, self.column) if part is not None
        )
        return f"{place}: {self.reason}" + (f" ({self.remedy})" if self.remedy else "")


class CorpusError(Exception):
    """A corpus, or a file of it, cannot be read; carries the `problem` to show."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
