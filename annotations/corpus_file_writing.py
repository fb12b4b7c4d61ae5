"""`postil.yaml` written: one decision at a time, and taken back.

The file belongs to the reader. What a decision does to its text is worked out on the file as it is
on the disk, and worked out again where another program changed it before it was written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.error import AnnotationError
from annotations.history import ConflictError
from annotations.locking import sole_writer
from annotations.rendering import entry_lines
from annotations.saving import NOT_SAVED, NOT_UNDONE, ChangedMeanwhileError, Doubt, discard, save
from annotations.sidecar import read_bytes
from annotations.splice import ending
from corpus.corpus_file import CORPUS_FILE_NAME, SCHEMA
from corpus.corpus_file_reading import LIMIT
from corpus.decoding import byte_order_mark
from corpus.problem import Problem
from corpus.regular_file import NotRegularError, TooLargeError, inside

if TYPE_CHECKING:
    from annotations.schema import Data
    from corpus.yaml_text import YamlValue

_ATTEMPTS = 5
_WRITABLE = "make the folder and postil.yaml writable, or copy the corpus to where you may write"


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the file: its bytes before and after, None where there is none."""

    before: bytes | None
    after: bytes | None


def write(root: Path, made: Callable[[bytes | None], bytes | None], doubt: Doubt) -> Written | None:
    """Give the `postil.yaml` of the corpus at `root` the bytes that `made` makes of those it has.

    None stands for no file. Returns what was written, None where nothing had to be; it is on the
    disk then. Raises `AnnotationError` with the file untouched. `doubt` is told what may not
    survive a power cut.
    """
    real = inside(root, root / CORPUS_FILE_NAME)
    if real is None:
        reason = "it is a link to a place outside the corpus"
        raise refused(reason, "put the file itself there")
    path = Path(real)
    try:
        with sole_writer(path, CORPUS_FILE_NAME):
            for _ in range(_ATTEMPTS):
                before = _read(path)
                after = made(before)
                if after == before:
                    return None
                try:
                    if after is not None:
                        save(path, CORPUS_FILE_NAME, after, before, doubt)
                    elif before is not None:
                        discard(path, CORPUS_FILE_NAME, before, doubt)
                except ChangedMeanwhileError:
                    continue
                return Written(before, after)
    except AnnotationError as wrong:
        raise _reworded(wrong) from wrong
    raise refused("another program changes it all the time", "try again when that has ended")


def with_text(before: bytes | None, changed: Callable[[str], str]) -> bytes:
    """Change the text of the file; byte order mark and encoding stay. Raises `AnnotationError`."""
    mark, encoding = byte_order_mark(before or b"") or (b"", "utf-8")
    after = mark + changed(_decoded(before or b"", mark, encoding)).encode(encoding)
    if len(after) > LIMIT:
        reason = f"it would have {len(after):,} bytes; at most {LIMIT:,} are read"
        raise refused(reason, "take out what the articles do not need")
    return after


def begun(text: str, key: str, value: Data) -> str:
    """Write the first decision into a file that holds nothing but comments, if that."""
    end = ending(text)
    above = text if not text or text.endswith(("\n", "\r")) else text + end
    lines = [*entry_lines("schema", SCHEMA), *entry_lines(key, value)]
    return above + "".join(line + end for line in lines)


def taken_back(written: Written, now: bytes | None) -> bytes | None:
    """Return the bytes of the file as it is now without what was written into it.

    What was changed elsewhere in the file since stays. Raises `ConflictError` where the very lines
    were changed.
    """
    if now == written.after:
        return written.before
    if now is None or written.after is None or written.before is None:
        raise _conflict()
    since, back = _change(written.after, now), _change(written.after, written.before)
    if since[1] <= back[0]:
        moved = len(since[2]) - (since[1] - since[0])
        start, end = back[0] + moved, back[1] + moved
    elif since[0] >= back[1]:
        start, end = back[:2]
    else:
        raise _conflict()
    return now[:start] + back[2] + now[end:]


def refused(reason: str, remedy: str, line: int | None = None) -> AnnotationError:
    """Make the error for a decision that is not written."""
    return AnnotationError(Problem(CORPUS_FILE_NAME, f"nothing is set: {reason}", remedy, line))


def root_of(value: YamlValue) -> dict[str, YamlValue]:
    """Return the mapping that the file is. Raises `AnnotationError` where it is none."""
    if not isinstance(value, dict):
        raise refused("it is no mapping", "write `key: value` lines", 1)
    return value


def _change(old: bytes, new: bytes) -> tuple[int, int, bytes]:
    """Return the bytes of `old` that `new` has others for, and those: start, end, others."""
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = 0
    while tail < shorter - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return same, len(old) - tail, new[same : len(new) - tail]


def _conflict() -> ConflictError:
    reason = f"{NOT_UNDONE}these lines were changed since"
    return ConflictError(Problem(CORPUS_FILE_NAME, reason, "edit postil.yaml by hand"))


def _decoded(data: bytes, mark: bytes, encoding: str) -> str:
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as wrong:
        raise refused(f"it is not {encoding.upper()}", "save it as UTF-8") from wrong


def _read(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except TooLargeError as wrong:
        reason = f"it has {wrong.size:,} bytes; at most {LIMIT:,} are read"
        raise refused(reason, "take out what the articles do not need") from wrong
    except NotRegularError as wrong:
        raise refused(f"it is {wrong.kind}", "put a regular file in its place") from wrong
    except OSError as wrong:
        raise refused(f"it cannot be read: {wrong.strerror}", "check its permissions") from wrong


def _reworded(wrong: AnnotationError) -> AnnotationError:
    """Say of `postil.yaml` what is said of a sidecar that could not be written."""
    problem = wrong.problem
    if not problem.reason.startswith(NOT_SAVED):
        return wrong
    reason = problem.reason.removeprefix(NOT_SAVED).replace("the sidecar", "the file")
    remedy = _WRITABLE if "--annotations" in problem.remedy else problem.remedy
    return refused(reason, remedy)
