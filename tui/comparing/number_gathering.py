"""The figures of all articles, gathered one article at a time and kept while the reader runs.

What reads articles is called from thread workers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.comparing.number_rows import NumberRow, rows_of_article

if TYPE_CHECKING:
    from corpus.opening import Corpus

Key = tuple[str, str | None]


@dataclass(slots=True)
class GatheredNumbers:
    """The figures that are known; `unread` articles are still to be read.

    Of `refused` articles none are known: they could not be read, or not be analysed.
    """

    unread: int = 0
    refused: int = 0
    _kept: dict[Key, tuple[str, tuple[NumberRow, ...] | None]] = field(default_factory=dict)
    _gathering: threading.Lock = field(default_factory=threading.Lock)

    @property
    def count(self) -> int:
        """How many figures are known."""
        return sum(len(rows or ()) for _, rows in self._kept.copy().values())

    def rows(self) -> list[NumberRow]:
        """Return the figures that are known, in the order of the articles."""
        kept = sorted(self._kept.copy().items(), key=lambda each: (each[0][0], each[0][1] or ""))
        return [row for _, (_, rows) in kept for row in rows or ()]

    def gather(
        self,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Read the articles that are new or have changed, until `cancelled()`; forget those gone.

        An article that was never analysed is, which may take long. `progress(done, total)` is told
        numbers of articles, those that were known among them.
        """
        with self._gathering:
            stamps = {file.key: corpus.stamp(file) for file in corpus.files}
            for key in [key for key, (stamp, _) in self._kept.items() if stamps.get(key) != stamp]:
                del self._kept[key]
            missing = [file for file in corpus.files if file.key not in self._kept]
            self.unread = len(missing)
            total = len(corpus.files)
            for done, file in enumerate(missing, total - len(missing)):
                if cancelled():
                    break
                progress(done, total)
                key = file.key
                try:
                    found = tuple(rows_of_article(file, corpus.analyse(corpus.read(file))))
                except CorpusError:
                    # What is wrong with it is told by `check` and when it is opened.
                    self._kept[key] = (stamps[key], None)
                else:
                    self._kept[key] = (stamps[key], found)
                self.unread -= 1
            self.refused = sum(rows is None for _, rows in self._kept.copy().values())
