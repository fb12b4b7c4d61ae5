"""A sidecar written so that at every instant the old one or the new one is there, whole.

One writer at a time (`annotations.locking`); a hidden temporary file in the same folder; written,
flushed to the disk and read back; the file on disk compared with the bytes that the edit started
from; then renamed, and the folder flushed. What is known to fail is found out before the rename;
after it nothing says that it was not saved.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotations.error import AnnotationError
from annotations.locking import opened, temporary_for
from annotations.sidecar import read_bytes
from corpus.problem import Problem
from corpus.room import remedy_for_no_room

NOT_SAVED = "the annotation is not saved: "
NOT_UNDONE = "not undone: "
_ELSEWHERE = "--annotations DIR keeps them elsewhere"
_REMEDIES = {
    errno.EFBIG: "the file may not grow further here; raise the limit, or " + _ELSEWHERE,
    errno.EROFS: _ELSEWHERE,
    errno.EACCES: f"make the folder and the file writable, or {_ELSEWHERE}",
    errno.EPERM: f"make the folder and the file writable, or {_ELSEWHERE}",
    errno.ENOENT: f"make the folder again, or {_ELSEWHERE}",
    errno.ENOTDIR: f"put a folder in the place of the file, or {_ELSEWHERE}",
    errno.EEXIST: f"put a folder in the place of the file, or {_ELSEWHERE}",
    errno.ENAMETOOLONG: "give the article a shorter name",
    errno.EXDEV: "the two folders lie on different disks: move the sidecar by hand",
}


# What a file system answers that cannot flush a folder, and need not.
_NO_SUCH_ORDER = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF})

Stamp = tuple[int, int, int, int] | None
"""What tells that a file is another or was written.

Times of modification and of change (ns), size, inode. The time of change is what no program sets.
"""


Doubt = Callable[[Problem], None]
"""Is told what is done and may not survive a power cut."""


class ChangedMeanwhileError(Exception):
    """The sidecar on disk is not the one that the edit started from; nothing was written."""


def save(path: Path, file: str, data: bytes, expected: bytes | None, doubt: Doubt) -> Stamp:
    """Put `data` in the place of the sidecar at `path`, whose bytes must still be `expected`.

    None stands for no file. Mode, access list and other attributes, and where permitted owner and
    group, stay. The caller is the `sole_writer`. Returns the stamp of the new file. Raises
    `ChangedMeanwhileError` or `AnnotationError`; the file is then the old one.
    """
    temporary = temporary_for(path)
    try:
        with opened(path.parent) as folder:
            try:
                with _written(temporary, data, path) as descriptor:
                    _refuse_protected(path, file)
                    if read_bytes(path) != expected:
                        raise ChangedMeanwhileError(file)
                    _put_in_place(temporary, path, new=expected is None)
                    # The rename counts as a change of the file: the stamp is that after it.
                    stamp = _stamp(os.fstat(descriptor))
            except BaseException:
                with suppress(OSError):
                    temporary.unlink()
                raise
            _flush(folder, file, doubt)
    except OSError as wrong:
        raise failure(file, wrong) from wrong
    return stamp


def discard(path: Path, file: str, expected: bytes, doubt: Doubt) -> None:
    """Remove the sidecar at `path`, whose bytes must still be `expected`.

    Raises `ChangedMeanwhileError` or `AnnotationError`; the file is then still there.
    """
    try:
        with opened(path.parent) as folder:
            _refuse_protected(path, file)
            if read_bytes(path) != expected:
                raise ChangedMeanwhileError(file)
            path.unlink()
            _flush(folder, file, doubt)
    except OSError as wrong:
        raise failure(file, wrong) from wrong


def rename(
    path: Path, to: Path, file: str, expected: bytes, replaced: bytes | None, doubt: Doubt
) -> None:
    """Rename the sidecar at `path`, whose bytes must still be `expected`, in one step.

    `replaced` is what is at `to` and goes; None for nothing. The caller is the `sole_writer` of
    both. Raises `ChangedMeanwhileError` or `AnnotationError`; both are then what they were.
    """
    try:
        with opened(path.parent) as before, opened(to.parent) as after:
            _refuse_protected(path, file)
            if read_bytes(path) != expected or read_bytes(to) != replaced:
                raise ChangedMeanwhileError(file)
            path.replace(to)
            _flush(after, file, doubt)
            _flush(before, file, doubt)
    except OSError as wrong:
        raise failure(file, wrong) from wrong


def refusal(path: Path, file: str) -> Problem | None:
    """Say why a sidecar at `path` could not be written now; None where nothing speaks against it.

    Nothing is tried and nothing written: a full disk and much else is found out by saving only.
    """
    folder = path.parent
    while not folder.is_dir() and folder.parent != folder:
        folder = folder.parent
    try:
        _refuse_protected(path, file)
        if os.statvfs(folder).f_flag & os.ST_RDONLY:
            number = errno.EROFS
        elif not os.access(folder, os.W_OK | os.X_OK):
            number = errno.EACCES
        else:
            return None
    except AnnotationError as wrong:
        return wrong.problem
    except OSError as wrong:
        number = wrong.errno or 0
    reason = f"annotations cannot be written here: {os.strerror(number)}"
    return Problem(file, reason, _REMEDIES.get(number, _ELSEWHERE))


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; None where there is none or it cannot be looked at."""
    try:
        return _stamp(path.lstat())
    except OSError:
        return None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def failure(file: str, wrong: OSError) -> AnnotationError:
    """Turn an error of the file system into what the reader can do about it."""
    reason = f"{NOT_SAVED}{wrong.strerror or wrong}"
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        remedy = f"{remedy_for_no_room(wrong.filename)} and try again"
    else:
        remedy = _REMEDIES.get(wrong.errno or 0, "nothing was changed; try again")
    return AnnotationError(Problem(file, reason, remedy))


def make_folders(folder: Path, file: str, doubt: Doubt) -> None:
    """Make a folder and those above it, so that they are there after a power cut, too.

    Raises `AnnotationError`.
    """
    missing = [folder]
    while not missing[-1].parent.is_dir() and missing[-1].parent != missing[-1]:
        missing.append(missing[-1].parent)
    try:
        for one in reversed(missing):
            with opened(one.parent) as above:
                one.mkdir(exist_ok=True)
                _flush(above, file, doubt)
    except OSError as wrong:
        raise failure(file, wrong) from wrong


@contextmanager
def _written(temporary: Path, data: bytes, model: Path) -> Iterator[int]:
    """Write a new file with mode and owner of `model`, to the disk, and read it back.

    Gives its descriptor, closed at the end. Raises `OSError`.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(temporary, flags, 0o666)
    except FileExistsError:
        # The sole writer left it behind when it was killed: its name says whose it is.
        temporary.unlink()
        descriptor = os.open(temporary, flags, 0o666)
    with os.fdopen(descriptor, "r+b") as stream:
        with suppress(FileNotFoundError):
            _liken(descriptor, model)
        stream.write(data)
        stream.flush()
        os.fsync(descriptor)
        stream.seek(0)
        if stream.read() != data:
            raise OSError(errno.EIO, "what was written does not read back")
        yield descriptor


def _liken(descriptor: int, model: Path) -> None:
    """Give a new file group, owner, mode and attributes of another one, as far as is permitted.

    Who may read and write it may do so still. Raises `OSError` where the mode cannot be set.
    """
    status = model.stat()
    # A member of the group may keep that also where the owner is someone else.
    for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
        with suppress(PermissionError):
            os.fchown(descriptor, owner, group)
    os.fchmod(descriptor, status.st_mode & 0o7777)
    if sys.platform != "linux":
        return
    with suppress(OSError):  # a file system without attributes
        for name in os.listxattr(model):
            with suppress(OSError):  # one that is the system's to set
                os.setxattr(descriptor, name, os.getxattr(model, name))


def _put_in_place(temporary: Path, path: Path, *, new: bool) -> None:
    """Give a file its name, in one step; as a new one only where there is none of that name.

    Raises `ChangedMeanwhileError`, `OSError`.
    """
    if new:
        try:
            path.hardlink_to(temporary)
        except FileExistsError as wrong:
            raise ChangedMeanwhileError(path.name) from wrong
        except OSError:
            # The file system has no second names; that there is none was looked at right before.
            pass
        else:
            temporary.unlink()
            return
    temporary.replace(path)


def _refuse_protected(path: Path, file: str) -> None:
    """Refuse to replace a file that nobody may write: whoever set that meant it."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not mode & 0o222:
        reason = f"{NOT_SAVED}the sidecar is write-protected"
        raise AnnotationError(Problem(file, reason, "make it writable (chmod u+w) and try again"))


def _flush(folder: int, file: str, doubt: Doubt) -> None:
    """Flush a folder as far as its file system can.

    The change is made by now, and every program sees it: an error here must not say that it is not.
    It says that the change may be gone after a power cut, unless the file system has no such order.
    """
    try:
        os.fsync(folder)
    except OSError as wrong:
        if wrong.errno not in _NO_SUCH_ORDER:
            reason = f"saved, but the disk does not confirm it: {wrong.strerror}"
            remedy = "look after the disk; a power cut now could bring the old version back"
            doubt(Problem(file, reason, remedy, level="warning"))
