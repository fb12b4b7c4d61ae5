"""The index brought up to date in a process beside the reader, as often as files change."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tui.program.log_file import write_log


@dataclass(frozen=True, slots=True)
class IndexingState:
    """How far the process is: `done` of `total` articles, finished, or failed for a reason.

    `after` names what is done when the articles are indexed, "" before.
    `stopped` says that it finished early because the reader wanted it to.
    """

    done: int = 0
    total: int = 0
    finished: bool = False
    failed: str = ""
    stopped: bool = False
    after: str = ""

    def __str__(self) -> str:
        """Say it for the status line; nothing where there is nothing to say."""
        if self.failed:
            return "not indexed"
        if self.stopped:
            return "indexing stopped"
        if self.finished or not self.total:
            return ""
        return f"{self.after or 'indexing'} {100 * self.done // self.total} %"


class IndexingProcess:
    """One run of `tui.folder.index_process` for a corpus; ended with the reader."""

    def __init__(self, root: Path) -> None:
        # -P keeps the working folder, which may be the corpus, off the path that modules come from.
        command = [sys.executable, "-P", "-m", "tui.folder.index_process", str(root)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._asked_to_stop = False

    def states(self) -> Iterator[IndexingState]:
        """Yield how far it is, a state whenever that changes, the last one finished or failed."""
        assert self._process.stdout is not None
        last = IndexingState()
        for line in self._process.stdout:
            try:
                step = json.loads(line)
            except ValueError:
                continue
            if "finished" in step:
                last = IndexingState(finished=True, stopped=bool(step["finished"]["stopped"]))
            elif "failed" in step:
                last = IndexingState(failed=str(step["failed"]))
            elif "linked" in step:
                last = IndexingState(step["linked"], step["total"], after="linking names")
            elif "compared" in step:
                last = IndexingState(step["compared"], step["total"], after="comparing")
            elif "learnt" in step:
                last = IndexingState(step["learnt"], step["total"], after="reading titles")
            else:
                last = IndexingState(step["done"], step["total"])
            yield last
        self._process.stdout.close()
        status = self._process.wait()
        if not last.finished and not last.failed:
            if self._asked_to_stop:
                yield IndexingState(finished=True, stopped=True)
            else:
                how = f"was ended by signal {-status}" if status < 0 else f"ended with {status}"
                write_log(f"the indexing process {how}")
                reason = f"the indexing process {how}; search uses what is indexed"
                yield IndexingState(failed=reason)

    def ask_to_stop(self) -> None:
        """Let the process commit what it has and end; `states` says when it has."""
        self._asked_to_stop = True
        self._process.terminate()

    def stop(self) -> None:
        """End the process; the index is as it was, or as it became."""
        self._asked_to_stop = True
        self._process.kill()
        self._process.wait()


class IndexKeeper:
    """Keeps an index up to date: one process at a time, and another where files changed meanwhile.

    `run` belongs into a thread; the other methods may be called from any. `stopped` says that the
    reader stopped it: nothing is indexed until `resume`.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = Lock()
        self._process: IndexingProcess | None = None
        self._running = False
        self._wanted = False
        self.stopped = False

    def want(self) -> bool:
        """Ask for an update; True where the caller has to see to it that `run` runs."""
        with self._lock:
            self._wanted = True
            if self._running or self.stopped:
                return False
            self._running = True
            return True

    def skip(self) -> None:
        """Take back what was asked for, as far as it has not begun: there is nothing to update."""
        with self._lock:
            self._wanted = False

    def run(self) -> Iterator[IndexingState]:
        """Update until nothing is wanted any more, and yield how far that is."""
        began = False
        while self._begun():
            began = True
            process = self._process
            if process is not None:
                yield from process.states()
        if self.stopped and not began:
            # It was stopped before it had begun.
            yield IndexingState(finished=True, stopped=True)

    def _begun(self) -> bool:
        with self._lock:
            self._running = self._wanted and not self.stopped
            if self._running:
                self._wanted = False
                self._process = IndexingProcess(self._root)
            else:
                self._process = None
            return self._running

    @property
    def running(self) -> bool:
        """Whether an update runs."""
        return self._running

    def stop(self) -> None:
        """Stop indexing; what was done so far can be searched."""
        with self._lock:
            self.stopped = self._wanted = True
            if self._process is not None:
                self._process.ask_to_stop()

    def resume(self) -> bool:
        """Go on after `stop`; True where the caller has to see to it that `run` runs."""
        self.stopped = False
        return self.want()

    def close(self) -> None:
        """End what runs, at once: the reader is left."""
        with self._lock:
            self.stopped = True
            if self._process is not None:
                self._process.stop()
