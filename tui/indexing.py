"""The index brought up to date in a process beside the reader."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class IndexingState:
    """How far the process is: `done` of `total` articles, finished, or failed for a reason."""

    done: int = 0
    total: int = 0
    finished: bool = False
    failed: str = ""

    def __str__(self) -> str:
        """Say it for the status line; nothing where there is nothing to say."""
        if self.failed:
            return "not indexed"
        if self.finished or not self.total:
            return ""
        return f"indexing {100 * self.done // self.total} %"


class IndexingProcess:
    """One run of `tui.index_process` for a corpus; ended with the reader."""

    def __init__(self, root: Path) -> None:
        # -P keeps the working folder, which may be the corpus, off the path that modules come from.
        command = [sys.executable, "-P", "-m", "tui.index_process", str(root)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def states(self) -> Iterator[IndexingState]:
        """Yield how far it is, a state whenever that changes, the last one finished or failed."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                step = json.loads(line)
            except ValueError:
                continue
            if "finished" in step:
                yield IndexingState(finished=True)
            elif "failed" in step:
                yield IndexingState(failed=str(step["failed"]))
            else:
                yield IndexingState(step["done"], step["total"])
        if self._process.wait() not in (0, 2):
            yield IndexingState(failed="the indexing process ended; search uses what is indexed")

    def stop(self) -> None:
        """End the process; the index is as it was, or as it became."""
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
