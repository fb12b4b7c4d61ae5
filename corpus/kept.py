"""What a corpus keeps from one scan of its folder to the next, in memory and in its cache."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import ArticleFile
from corpus.cache import cache_folder
from corpus.problem import CorpusError, Problem
from corpus.recent import Recent

if TYPE_CHECKING:
    from corpus.analysis_cache import AnalysisCache
    from corpus.repeating.learned import LearnedLines
    from corpus.sniffing import Sniffer
    from corpus.understanding.analysis import Metadata
    from corpus.understanding.repeated_lines import RepeatedLines

_REMEMBERED = 4096  # articles whose metadata stay in memory: about 2 KB each


class Kept:
    """What a corpus keeps from one scan to the next."""

    def __init__(self, key: str) -> None:
        self.metadata: Recent[str, Metadata] = Recent(_REMEMBERED)
        self.unbounded: Recent[str, Metadata] = Recent(_REMEMBERED)
        self.repeated: Recent[str, RepeatedLines] = Recent(_REMEMBERED)
        self._key = key
        self._lock = threading.RLock()
        self._cache_folder: Path | None = None
        self._analyses: AnalysisCache | None = None
        self._sniffer: Sniffer | None = None
        self._learned: LearnedLines | None = None

    @property
    def cache_folder(self) -> Path:
        """The folder in the cache. Raises `CorpusError` if it cannot be made."""
        with self._lock:
            if self._cache_folder is None:
                self._cache_folder = cache_folder(self._key)
            return self._cache_folder

    @property
    def analyses(self) -> AnalysisCache:
        """The cache of what was found in articles."""
        with self._lock:
            if self._analyses is None:
                from corpus.analysis_cache import AnalysisCache
                from corpus.understanding import ANALYSER_VERSION

                self._analyses = AnalysisCache(lambda: self.cache_folder, str(ANALYSER_VERSION))
            return self._analyses

    @property
    def learned(self) -> LearnedLines:
        """What was learned of the lines that articles share."""
        if self._learned is None:
            from corpus.repeating.learned import KEPT_AS, LearnedLines

            kept = self.analyses.get_entry("", KEPT_AS, LearnedLines)
            self._learned = kept or LearnedLines()
        return self._learned

    def keep_learned(self, learned: LearnedLines) -> None:
        """Keep what was learned of the lines that articles share."""
        from corpus.repeating.learned import KEPT_AS

        self.analyses.put_entry("", KEPT_AS, learned)
        self._learned = learned

    def reload_learned(self) -> None:
        """Take what was learned from the disk at the next use."""
        self._learned = None

    @property
    def problem(self) -> Problem | None:
        """Why analyses are not kept on disk, as a warning."""
        with self._lock:
            return self._analyses.problem if self._analyses else None

    def texts(self, files: list[ArticleFile]) -> tuple[tuple[ArticleFile, ...], list[Problem]]:
        """Part files into texts and problems, with what is remembered of earlier openings.

        Where nothing can be remembered the files are looked into each time; that the cache folder
        cannot be used is told by whoever needs it.
        """
        with self._lock:
            try:
                folder = self.cache_folder
            except CorpusError:
                folder = None
            if self._sniffer is None:
                from corpus.sniffing import Sniffer

                self._sniffer = Sniffer.load(folder) if folder else Sniffer()
            found = self._sniffer.sniff(files)
            if folder:
                with suppress(OSError):
                    self._sniffer.save(folder)
            return found

    def close(self) -> None:
        """Close the files of the cache."""
        with self._lock:
            if self._analyses is not None:
                self._analyses.close()
