"""The facts of an open corpus: learnt an article at a time, kept until an article changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import count
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from corpus.analysis_codec import shape_of
from corpus.facts import Findings, FindingsTable, Known, KnownTable, findings_of, known_of
from corpus.garbage import many_objects
from corpus.problem import CorpusError
from corpus.repeating.seen_lines import SeenLines, SeenTable

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

FACTS_VERSION: Final = 1
"""Changes whenever the same article may give other facts."""

_SAVED_EVERY: Final = 2_000  # articles learnt between two savings: some seconds of work
# Rows in one entry of the cache: reading one entry makes other threads wait for some milliseconds.
_IN_AN_ENTRY: Final = 2_000

Key = tuple[str, str | None]
Row = TypeVar("Row", Known, Findings, SeenLines)
Table = TypeVar("Table", KnownTable, FindingsTable, SeenTable)


@dataclass(slots=True)
class Facts(Generic[Row, Table]):
    """The rows of one kind of facts; safe to use from several threads.

    `current` gives what is there at once. `learn` makes it complete, which may take long the first
    time: every article is read, or analysed.
    """

    table: type[Table]
    look_at: Callable[[Corpus, ArticleFile, str], Row]
    stamp_of: Callable[[Corpus, ArticleFile], str]
    _rows: dict[Key, Row] = field(default_factory=dict)
    _refused: set[tuple[Key, str]] = field(default_factory=set)
    _stamps: dict[Key, str] = field(default_factory=dict)
    _corpus: Corpus | None = None
    _loaded: bool = False
    _state: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _learning: threading.Lock = field(default_factory=threading.Lock)

    def current(self, corpus: Corpus) -> Mapping[Key, Row]:
        """Return what is known of the articles as they are now."""
        with self._lock:
            self._follow(corpus)
            return dict(self._rows)

    def state(self, corpus: Corpus) -> tuple[int, int]:
        """Return a number and how many rows there are; while the first stays, rows are only added.

        Where both are the same, so are the rows.
        """
        with self._lock:
            self._follow(corpus)
            return self._state, len(self._rows)

    def _follow(self, corpus: Corpus) -> None:
        """Have the rows that are known of the articles as they are now; the lock is held."""
        if self._loaded and self._corpus is corpus:
            return
        with many_objects():
            self._take_up(corpus)

    def _take_up(self, corpus: Corpus) -> None:
        if not self._loaded:
            self._rows = {(row.article, row.part): row for row in self._kept_rows(corpus)}
            self._loaded = True
        if self._corpus is not corpus:
            self._stamps = {file.key: self.stamp_of(corpus, file) for file in corpus.files}
            self._rows = {
                key: row for key, row in self._rows.items() if self._stamps.get(key) == row.stamp
            }
            self._corpus = corpus
            self._state += 1

    def _kept_rows(self, corpus: Corpus) -> Iterator[Any]:
        """Give the rows on the disk, which end before an entry that is empty, or not there."""
        for number in count():
            kept = corpus.analyses.get_entry("", f"{self._kind} {number}", self.table)
            if kept is None or not kept.rows:
                return
            yield from kept.rows

    def missing(self, corpus: Corpus) -> int:
        """Count the articles of which nothing is known yet, but for those that cannot be read."""
        with self._lock:
            self._follow(corpus)
            return len(self._stamps) - len(self._rows) - len(self._refused)

    def learn(
        self,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        among: Collection[Key] | None = None,
    ) -> bool:
        """Learn what is missing; what was learnt until `cancelled()` stays. Says whether any was.

        `among` names the articles that matter, where not all do. `progress(done, total)` is told
        numbers of articles.
        """
        with self._learning:
            rows = self.current(corpus)
            if len(rows) == len(corpus.files):
                return False
            files = [
                file
                for file in corpus.files
                if (key := file.key) not in rows and (among is None or key in among)
            ]
            learnt = 0
            for done, file in enumerate(files):
                if cancelled():
                    break
                progress(done, len(files))
                learnt += self._learn(corpus, file)
                if learnt and learnt % _SAVED_EVERY == 0:
                    self._save(corpus)
            if learnt:
                self._save(corpus)
            return learnt > 0

    def _learn(self, corpus: Corpus, file: ArticleFile) -> bool:
        key = file.key
        stamp = self._stamps.get(key, "")
        if (key, stamp) in self._refused:
            return False
        try:
            row = self.look_at(corpus, file, stamp)
        except CorpusError:
            # What is wrong with it is told by `check` and when it is opened.
            self._refused.add((key, stamp))
            return False
        with self._lock:
            if self._corpus is corpus:
                self._rows[key] = row
        return True

    def _save(self, corpus: Corpus) -> None:
        with self._lock:
            rows: tuple[Any, ...] = tuple(self._rows.values())
        # The last entry is empty: it says where the rows end.
        for number, first in enumerate(range(0, len(rows) + _IN_AN_ENTRY, _IN_AN_ENTRY)):
            table = self.table(rows[first : first + _IN_AN_ENTRY])
            corpus.analyses.put_entry("", f"{self._kind} {number}", table)

    @property
    def _kind(self) -> str:
        return _kind_of(self.table)


def kept_metadata(corpus: Corpus, cancelled: Callable[[], bool]) -> Iterator[Known | None]:
    """Give what is known of each article as it is now, in the order of the corpus's files.

    None where nothing is known. Each is made when it is asked for: nothing of it stays, and of
    very many that takes half the time of `Facts.current`. What is left is not read when
    `cancelled()` becomes true.
    """
    kind, size = _kind_of(KnownTable), len(fields(Known))
    rows: dict[Key, list[Any]] = {}
    for number in count():
        lists = None if cancelled() else corpus.analyses.get_lists("", f"{kind} {number}")
        if not lists or not lists[0]:
            break
        rows.update(((row[0], row[1]), row) for row in lists[0] if len(row) == size)
    for file in corpus.files:
        # Taken out one by one: to let go of all rows at once would stop every other thread.
        row = rows.pop(file.key, None)
        yield Known(*row) if row is not None and row[2] == corpus.stamp(file) else None


def _kind_of(table: type[Any]) -> str:
    """Name the entries of the cache that have such a table's rows."""
    return f"facts {FACTS_VERSION} {shape_of(table)}"


def metadata_facts() -> Facts[Known, KnownTable]:
    """Return facts that are read from metadata."""
    return Facts(KnownTable, _known, _stamp)


def analysis_facts() -> Facts[Findings, FindingsTable]:
    """Return facts that are found by analysing articles."""
    return Facts(FindingsTable, _found, _stamp)


def line_facts() -> Facts[SeenLines, SeenTable]:
    """Return the lines that may be furniture; nothing learned from the corpus is in them."""
    return Facts(SeenTable, _seen, _own_stamp)


def _stamp(corpus: Corpus, file: ArticleFile) -> str:
    return corpus.stamp(file)


def _own_stamp(corpus: Corpus, file: ArticleFile) -> str:
    return corpus.own_stamp(file)


def _known(corpus: Corpus, file: ArticleFile, stamp: str) -> Known:
    return known_of(file.article, file.part, stamp, corpus.summary(file))


def _found(corpus: Corpus, file: ArticleFile, stamp: str) -> Findings:
    analysis = corpus.analyse(corpus.read(file))
    return findings_of(file.article, file.part, stamp, analysis)


def _seen(corpus: Corpus, file: ArticleFile, stamp: str) -> SeenLines:
    from corpus.repeating.seeing_lines import seen_in

    return seen_in(corpus.read(file), corpus.settings, stamp)
