"""One writer of a sidecar at a time, and what a writer that was killed left behind.

The lock lies in the state folder, so that nothing is left beside the corpus; a sidecar that is
there is locked, too, for those who have another state folder. The temporary file of
a save carries the lock's name: whoever gets that lock knows that the file is nobody's any more.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from annotations.error import AnnotationError
from corpus.cache import state_folder
from corpus.problem import CorpusError, Problem

LOCK_SECONDS = 10.0
"""How long a writer waits for another one before it gives up."""

_POLL_SECONDS = 0.01


@contextmanager
def sole_writer(path: Path, file: str) -> Iterator[None]:
    """Hold the lock of a sidecar, by its resolved path. Raises `AnnotationError`.

    Where no lock can be laid into the state folder, for it is full or read-only, the sidecar's own
    folder is locked, which takes no room: what was written must not wait for another disk.
    """
    from filelock import FileLock, Timeout

    with ExitStack() as held:
        try:
            lock = FileLock(_lock_file(_digest(path)), timeout=LOCK_SECONDS, mode=0o600)
            lock.acquire(poll_interval=_POLL_SECONDS)
            held.callback(lock.release)
        except CorpusError as wrong:
            raise AnnotationError(wrong.problem) from wrong
        except Timeout as wrong:
            raise _busy(file) from wrong
        except OSError:
            held.enter_context(_locked_folder(path.parent, file))
        held.enter_context(_locked_sidecar(path, file))
        yield


@contextmanager
def _locked_sidecar(path: Path, file: str) -> Iterator[None]:
    """Lock the sidecar itself, where there is one: for those who have another state folder.

    Each save puts another file in its place: the lock counts on the one that is there. Raises
    `AnnotationError`.
    """
    end = time.monotonic() + LOCK_SECONDS
    with ExitStack() as held:
        while (descriptor := _opened_file(path)) is not None:
            one = held.enter_context(ExitStack())
            one.callback(os.close, descriptor)
            try:
                if _has_locked(descriptor) and _is_there(path, descriptor):
                    break
            except OSError:
                # The file system has no locks: what another one wrote is seen before the rename.
                break
            one.close()
            if time.monotonic() > end:
                raise _busy(file)
            time.sleep(_POLL_SECONDS)
        yield


def _opened_file(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None


def _is_there(path: Path, descriptor: int) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    return False


@contextmanager
def _locked_folder(folder: Path, file: str) -> Iterator[None]:
    """Lock a folder itself, as far as its file system can. Raises `AnnotationError`."""
    while not folder.is_dir() and folder.parent != folder:
        folder = folder.parent
    end = time.monotonic() + LOCK_SECONDS
    with ExitStack() as held:
        try:
            descriptor = held.enter_context(opened(folder))
            while not _has_locked(descriptor):
                if time.monotonic() > end:
                    raise _busy(file)
                time.sleep(_POLL_SECONDS)
        except OSError as wrong:
            reason = f"the annotation is not saved: its folder cannot be locked: {wrong.strerror}"
            raise AnnotationError(Problem(file, reason, "check the folder, try again")) from wrong
        yield


def _has_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _busy(file: str) -> AnnotationError:
    reason = "another Postil is writing this sidecar"
    return AnnotationError(Problem(file, reason, "try again in a moment"))


def temporary_for(path: Path) -> Path:
    """Return the temporary file that the sole writer of the sidecar at `path` may use."""
    return path.parent / f".postil-{_digest(path)}-{_writer()}.tmp"


def sweep(folder: Path) -> None:
    """Remove the temporary files that writers with this state folder left when they were killed."""
    from filelock import FileLock, Timeout

    leftover = re.compile(rf"\.postil-([0-9a-f]{{16}})-{_writer()}\.tmp")
    with suppress(OSError, CorpusError), os.scandir(folder) as entries:
        for entry in entries:
            # The first test alone costs little in a folder of very many articles.
            if entry.name.startswith(".postil-") and (match := leftover.fullmatch(entry.name)):
                with suppress(Timeout), FileLock(_lock_file(match[1]), timeout=0, mode=0o600):
                    Path(entry).unlink()


@contextmanager
def opened(folder: Path) -> Iterator[int]:
    """Open a folder, before anything in it is changed, so that it can be flushed afterwards."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _lock_file(name: str) -> Path:
    folder = state_folder() / "locks"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{name}.lock"


def _digest(word: str | Path) -> str:
    return hashlib.sha256(os.fsencode(word)).hexdigest()[:16]


def _writer() -> str:
    """Name those who share one lock: this user's state folder on this machine."""
    return _digest(f"{socket.gethostname()} {os.geteuid()} {state_folder()}")[:8]
