"""What is told of an error of Postil itself: two lines to the reader, the rest to the log.

An error's own words and the values of variables may be text of articles or notes. The log holds
the kind of the error and the places in the code that led to it; the words only where the
interpreter made them, of names in the code.
"""

from __future__ import annotations

import dis
import os
import platform
import sys
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tui.program.log_file import write_log

# As sysexits.h has it: an internal error of the program.
EXIT_STATUS = 70
# Of a recursion without end the first and the last places are enough.
MOST_FRAMES = 60
MOST_ERRORS = 8
# The interpreter words these by names in the code, never by values.
_ABOUT_CODE = (AttributeError, NameError, ImportError, IndexError, RecursionError, MemoryError)


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What the reader is told; `log` is None where no log could be written.

    `doing` is the name of the last action, "" where there was none.
    """

    kind: str
    doing: str
    log: Path | None

    def lines(self) -> tuple[str, str]:
        """Return what happened in plain words, and where more is written."""
        after = f" after “{self.doing}”" if self.doing else ""
        happened = f"Postil came upon an error of its own{after} and had to end ({self.kind})"
        if self.log is None:
            return happened, "No log could be written: `postil doctor` looks at the state folder"
        return happened, f"The log, without any text of yours, is {self.log}"


def report_crash(
    error: BaseException, doing: str = "", facts: Mapping[str, object] | None = None
) -> CrashReport:
    """Write an error and facts about the session to the log; return what to tell the reader."""
    told = [f"{name}: {value}" for name, value in (versions() | dict(facts or {})).items()]
    log = write_log("error of Postil", [*told, *error_lines(error)])
    return CrashReport(type(error).__name__, doing, log)


def versions() -> dict[str, object]:
    """Return what an error may depend on: versions, and what the terminal says it is."""
    return {
        "postil": _version("postil"),
        "python": f"{platform.python_version()} on {sys.platform}",
        "textual": _version("textual"),
        "terminal": " ".join(
            os.environ[name] for name in ("TERM", "TERM_PROGRAM") if os.environ.get(name)
        ),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def error_lines(error: BaseException) -> list[str]:
    """Return an error, and those that it came from, as lines without any text but the code's."""
    lines: list[str] = []
    for number, (link, one) in enumerate(_chain(error)):
        if number == MOST_ERRORS:
            lines.append("…")
            break
        lines.append(f"{link}{type(one).__module__}.{type(one).__qualname__}{_words(one)}")
        lines += _places(one)
    return lines


def _chain(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """Yield the error, then what it was raised from; of a group, all that it holds."""
    waiting: list[tuple[str, BaseException]] = [("", error)]
    seen: set[int] = set()
    while waiting:
        link, one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield link, one
        if isinstance(one, BaseExceptionGroup):
            waiting += [("of it: ", part) for part in one.exceptions]
        if one.__cause__ is not None:
            waiting.append(("caused by: ", one.__cause__))
        elif one.__context__ is not None and not one.__suppress_context__:
            waiting.append(("while handling: ", one.__context__))


def _words(error: BaseException) -> str:
    """Return the words of an error where they can hold no text."""
    if isinstance(error, OSError) and error.errno is not None:
        return f": {os.strerror(error.errno)}"
    if isinstance(error, _ABOUT_CODE) and not _raised_by_statement(error):
        return f": {error}"
    return ""


def _raised_by_statement(error: BaseException) -> bool:
    """Say whether a `raise` raised it, with words of the program's; else the interpreter did."""
    step = error.__traceback__
    if step is None:
        return True
    while step.tb_next is not None:
        step = step.tb_next
    code = step.tb_frame.f_code.co_code
    return dis.opname[code[step.tb_lasti]] in ("RAISE_VARARGS", "RERAISE")


def _places(error: BaseException) -> list[str]:
    """Return the places in the code that led to the error, the outermost first."""
    places = [
        f"  {frame.f_globals.get('__name__', '?')} line {line} in {frame.f_code.co_qualname}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(places) > MOST_FRAMES:
        half = MOST_FRAMES // 2
        places[half:-half] = [f"  … {len(places) - MOST_FRAMES} more …"]
    return places
