"""Watching the folder of a corpus: says which files changed, from a thread of its own.

The system tells of changes where it can (inotify, FSEvents, kqueue, through watchfiles); where it
cannot, because it watches no more folders for this user or the file system does not tell, the
folder is compared with itself every `POLL_SECONDS`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.corpus_file_name import CORPUS_FILE_NAME
from corpus.readers.known import reader_for

if TYPE_CHECKING:
    from watchfiles import Change

POLL_SECONDS = 1.0
"""How often the folder is compared where the system does not tell of changes."""

RETRY_SECONDS = 2.0
"""How long it takes until a folder that is gone is looked for again."""

# In milliseconds: a batch of changes is over after this long without one, or after the second.
_QUIET = 60
_LONGEST_BATCH = 500
# How soon a thread that waits for changes sees that it shall stop.
_TIMEOUT = 1_000

_SIDECAR, _YAML = ".annotations", (".yaml", ".yml")


class FolderWatcher:
    """Watches `folders`, all that is below them too, until `stop` is called.

    `changed` is called in the watcher's thread with the paths that were made, changed or removed
    since the last call; only what may bear on the corpus: articles, `postil.yaml`, sidecars and
    folders. It is called with no path whenever it cannot be told what changed: as soon as the
    folders are watched, because of what happened before, and when one that was gone is back.
    """

    def __init__(self, folders: Iterable[Path], changed: Callable[[frozenset[str]], None]) -> None:
        self._folders = tuple(dict.fromkeys(folders))
        self._changed = changed
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    def start(self) -> None:
        """Begin to watch; importing what watches takes 40 ms, in the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Watch no more; the thread ends within a second."""
        self._stopping.set()

    def _watch(self) -> None:
        lenient = polling = False
        while not self._stopping.is_set():
            try:
                for paths in self._batches(lenient=lenient, polling=polling):
                    self._changed(paths)
                return
            except FileNotFoundError:
                # Gone, perhaps for now: a stick that was pulled out, a folder that is made anew.
                self._wait_for_folders()
            except PermissionError:
                # A folder that may not be entered. Not lenient from the start: the library then
                # says nothing of the limit of watches either.
                lenient = True
            except (OSError, RuntimeError):
                # More folders than this user may watch. What is lost by then is found by walking.
                if polling:
                    self._stopping.wait(RETRY_SECONDS)
                lenient = polling = True

    def _wait_for_folders(self) -> None:
        while not all(folder.is_dir() for folder in self._folders):
            if self._stopping.wait(RETRY_SECONDS):
                return

    def _batches(self, *, lenient: bool, polling: bool) -> Iterator[frozenset[str]]:
        """Give the paths of each batch of changes, the first of them empty.

        Raises `OSError`, `RuntimeError`.
        """
        from watchfiles import watch

        roots = tuple(os.fspath(folder) for folder in self._folders)

        def bears(change: Change, path: str) -> bool:
            return may_bear_on_corpus(path, roots, is_there=change.raw_str() != "deleted")

        is_new = True
        for batch in watch(
            *roots,
            watch_filter=bears,
            debounce=_LONGEST_BATCH,
            step=_QUIET,
            stop_event=self._stopping,
            rust_timeout=_TIMEOUT,
            yield_on_timeout=True,
            raise_interrupt=False,
            force_polling=polling,
            poll_delay_ms=round(POLL_SECONDS * 1000),
            ignore_permission_denied=lenient,
        ):
            if is_new:
                is_new = False
                yield frozenset()
            paths = frozenset(path for _, path in batch)
            # A folder that was removed and made again has the old name and is not watched.
            if any(change.raw_str() == "deleted" and path in roots for change, path in batch):
                raise FileNotFoundError("a folder that is watched was removed")
            if paths:
                yield paths
            elif not all(folder.is_dir() for folder in self._folders):
                raise FileNotFoundError("a folder that is watched is gone")


def may_bear_on_corpus(path: str, roots: Iterable[str], *, is_there: bool) -> bool:
    """Say whether a change at `path`, below one of `roots`, may be one of the corpus.

    What is hidden does not count, and files that are neither article, sidecar nor `postil.yaml`.
    Of what is gone (`is_there` is false) only the name tells what it was: one without an ending may
    have been a folder.
    """
    below = next(
        (path.removeprefix(root).strip(os.sep) for root in roots if is_below(path, root)), None
    )
    if below is None:
        return False
    if any(part.startswith(".") for part in Path(below).parts):
        return False
    name = path.rpartition(os.sep)[2]
    if is_sidecar(name) or name == CORPUS_FILE_NAME or reader_for(name) is not None:
        return True
    if is_there:
        return Path(path).is_dir()
    return "." not in name


def is_below(path: str, root: str) -> bool:
    """Say whether `path` is `root` or lies below it."""
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def is_sidecar(name: str) -> bool:
    """Say whether a file of this name is a sidecar or a copy of one.

    `annotations` knows it exactly; that is imported after the first paint.
    """
    return _SIDECAR in name and name.endswith(_YAML)
