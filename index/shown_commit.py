"""The commit of an index that is shown: opened, renewed, brought up to date, condemned."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from corpus.problem import CorpusError, Problem
from index.folder import IndexFolder
from index.problems import IndexFailure
from index.results import IndexHealth, IndexReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.opening import Corpus
    from index.duplicates.groups import Duplicates
    from index.snapshot import Snapshot


class ShownCommit:
    """The index of one corpus as it lies on the disk; all methods are safe to call from threads.

    It shows one commit, whatever other threads and processes write, until `refresh` is called.
    `problem` says why there can be no index: the cache folder cannot be used.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._folder: IndexFolder | None = None
        self.problem: Problem | None = None
        try:
            self._folder = IndexFolder(corpus.cache_folder / "index")
        except CorpusError as error:
            self.problem = error.problem
        self._lock = Lock()
        self._snapshot: Snapshot | None = None
        self._opened = False
        self._duplicates: tuple[object, Duplicates] | None = None

    @property
    def articles(self) -> int:
        """How many articles can be found."""
        snapshot = self._shown()
        return snapshot.articles if snapshot else 0

    @property
    def generation(self) -> int:
        """The number of the commit that is shown, -1 where there is none."""
        snapshot = self._shown()
        return snapshot.generation if snapshot else -1

    def refresh(self) -> bool:
        """Show the newest commit; says whether that is another than before."""
        from index.snapshot import open_snapshot

        if self._folder is None:
            return False
        with self._lock:
            before = self._snapshot.stamp if self._snapshot else None
            newest = self._folder.stamp(self._folder.generation())
            if newest == before and self._folder.distrust() is None:
                return False
            self._snapshot = open_snapshot(self._folder)
            self._opened = True
            return before != (self._snapshot.stamp if self._snapshot else None)

    def _shown(self) -> Snapshot | None:
        """Give the commit that is shown; opened at the first use, which imports Whoosh."""
        if not self._opened:
            self.refresh()
        return self._snapshot

    def follow(self, corpus: Corpus) -> None:
        """From now on answer for `corpus`: the same folder, walked again."""
        self._corpus = corpus

    def is_current(self) -> bool:
        """Say that there is nothing to update, as far as sizes and times of files tell.

        Compares with the files that the corpus had when it was walked.
        """
        from index.catalogue import read_catalogue

        self.refresh()
        snapshot = self._shown()
        if snapshot is None or self._folder is None:
            return False
        known = read_catalogue(self._folder.catalogue, snapshot.generation)
        if known is None or len(known) != len(self._corpus.files):
            return False
        # As many are known as there are: nothing is gone if all are.
        return not known.compared(self._corpus.files, self._corpus.readings()).waiting

    def health(self) -> IndexHealth | None:
        """Say how the index is, having read all of it; None where `problem` says why not."""
        from index.health import examine

        if self._folder is None:
            return None
        self.refresh()
        return examine(self._folder, self._shown(), self._corpus)

    def text_hashes(self) -> dict[tuple[str, str | None], str]:
        """Return the SHA-256 of each text, by article and part, as the last update saw them.

        Reads no article. Files that are gone are named until the next update.
        """
        from index.catalogue import read_catalogue

        snapshot = self._shown()
        if snapshot is None or self._folder is None:
            return {}
        known = read_catalogue(self._folder.catalogue, snapshot.generation)
        if known is None:
            return {}
        return {key: file.sha256 for key, file in known.items() if file.sha256 is not None}

    def update(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> IndexReport:
        """Index what changed since the last time, and show it; makes the index if need be.

        `progress(done, total)` is called with numbers of files; `cancelled()` is asked before each
        file, and a true answer ends the update with what is done so far. While another process
        updates the same index, this waits. Raises IndexFailure where the disk does not let it.
        """
        from index.updating import update_index

        if self._folder is None:
            raise IndexFailure(self.problem or Problem("index", "there is no cache folder"))
        report = update_index(
            self._folder, self._corpus, progress or no_progress, cancelled or never
        )
        self.refresh()
        return report

    def is_being_updated(self) -> bool:
        """Say whether another process, or thread, updates the index right now."""
        if self._folder is None:
            return False
        with self._folder.locked(lambda: True) as held:
            return not held

    def find_duplicates(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Find which indexed articles are one, and keep it beside the index for `duplicates`.

        What was compared once is not again. `progress(done, total)` counts articles.
        """
        from index.duplicates.keeping import find_duplicates
        from index.packed import DamagedSegment

        snapshot = self._shown()
        if snapshot is None or self._folder is None:
            return
        try:
            find_duplicates(
                self._folder, snapshot, self._corpus, progress or no_progress, cancelled or never
            )
        except DamagedSegment:
            self._condemn()

    def knows_duplicates(self) -> bool:
        """Say whether `find_duplicates` has nothing more to find."""
        snapshot, folder = self._shown(), self._folder
        if snapshot is None or folder is None:
            return False
        from index.duplicates.keeping import are_found

        return are_found(folder, snapshot)

    def duplicates(self) -> Duplicates:
        """Return the articles that are one, as they were found last and are indexed still."""
        from index.duplicates.groups import Duplicates

        snapshot, folder = self._shown(), self._folder
        if snapshot is None or folder is None:
            return Duplicates()
        from index.duplicates.keeping import kept_duplicates, stamp_of

        state = (snapshot.stamp, stamp_of(folder))
        known = self._duplicates
        if known is None or known[0] != state:
            # What was read while the folder could be trusted stays as it was read.
            if folder.distrust() is not None:
                return Duplicates()
            known = self._duplicates = state, kept_duplicates(folder).alive(snapshot)
        return known[1]

    def _condemn(self) -> None:
        """Have the next update make the index anew; until then there is nothing to search."""
        if self._folder is not None:
            # Whoever may not write there cannot update it either.
            with suppress(OSError):
                self._folder.condemn()
        self.close()

    def close(self) -> None:
        """Let go of the index; it then has no articles. Searches that are running finish."""
        with self._lock:
            self._snapshot = None
            self._opened = True


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False
