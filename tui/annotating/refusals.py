"""What is said when an annotation is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.error import AnnotationError


def not_saved(error: AnnotationError) -> str:
    """Say why something is not saved and what to do, as safe text for a line.

    The name of the sidecar is left out: it is that of the article on the screen, and long. What is
    wrong elsewhere is named, at the end.
    """
    from annotations.readers import SUFFIX
    from annotations.saving import NOT_SAVED, NOT_UNDONE

    problem = error.problem
    line = f"line {problem.line}: " if problem.line else ""
    remedy = f" ({problem.remedy})" if problem.remedy else ""
    place = "" if problem.file.endswith(SUFFIX) else f": {problem.file}"
    if problem.reason.startswith(NOT_UNDONE):
        return safe_line(f"{problem.reason[0].upper()}{problem.reason[1:]}{remedy}{place}")
    return safe_line(f"Not saved: {line}{problem.reason.removeprefix(NOT_SAVED)}{remedy}{place}")
