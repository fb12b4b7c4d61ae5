"""Incremental update: what changed in the folder is read, hashed and indexed, in batches.

A file is looked at again only if its size or its time of modification changed, and indexed again
only if its text did. Each batch is one commit, so that others can search what is there so far, and
the update may be killed at any moment: the index is then as the last commit left it.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from corpus.corpus_file import CORPUS_FILE_NAME
from corpus.garbage import many_objects
from corpus.problem import CorpusError, Problem
from corpus.reasons import binary
from corpus.regular_file import TooLargeError
from corpus.room import remedy_for_no_room
from index.catalogue import catalogue_of, read_catalogue, write_catalogue
from index.known_files import FileKey, KnownFile, KnownFiles
from index.lead import words_with_lead
from index.packed import DamagedSegment
from index.problems import IndexFailure
from index.results import IndexReport
from index.snapshot import create_index, open_snapshot, open_writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article, ArticleFile
    from corpus.opening import Corpus
    from index.folder import IndexFolder
    from index.writing import ArticleWriter

FIRST_BATCH: Final = 1_500
"""Articles of the first commit of an update: something can be searched soon."""
BATCH: Final = 5_000
"""Articles of each later commit."""
BATCH_WORDS: Final = 6_000_000
"""Words after which a batch ends early; they take about 25 bytes each in memory."""
_PROGRESS_STEP: Final = 32


def update_index(
    folder: IndexFolder,
    corpus: Corpus,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> IndexReport:
    """Bring the index up to the files of `corpus`; waits while another process updates it.

    An index that turns out to be damaged is made anew. Raises IndexFailure where the index cannot
    be written (no space, no permission); what was committed before stays.
    """
    started = time.monotonic()
    try:
        with folder.locked(cancelled) as held:
            if held:
                try:
                    report = _Update(folder, corpus).run(progress, cancelled)
                except DamagedSegment:
                    folder.clear()
                    report = _Update(folder, corpus).run(progress, cancelled)
            else:
                report = IndexReport(cancelled=True)
    except OSError as error:
        raise IndexFailure(
            Problem(
                str(folder.path),
                f"cannot write the index: {error.strerror or error}",
                f"{remedy_for_no_room(folder.path)}, or mend the permissions, "
                "then update the index again",
            )
        ) from error
    return replace(report, seconds=time.monotonic() - started)


@dataclass(slots=True)
class _Batch:
    """What the next commit will change; the writer is opened when there is something to write."""

    writer: ArticleWriter | None = None
    fresh: dict[FileKey, KnownFile] = field(default_factory=dict)
    forgotten: set[FileKey] = field(default_factory=set)
    articles: int = 0
    words: int = 0


class _Update:
    """One run of an update, with the lock held."""

    def __init__(self, folder: IndexFolder, corpus: Corpus) -> None:
        self._folder = folder
        self._corpus = corpus
        self._batch = _Batch()
        self._batches = 0
        self._added = self._changed = self._renamed = self._removed = 0
        self._unreadable: list[Problem] = []
        with many_objects():
            # One search for garbage after all of this, not one after each part of it.
            self._known = self._open()
            difference = self._known.compared(corpus.files, corpus.readings())
        self._waiting = difference.waiting
        self._gone = self._gone_files(difference.gone)
        self._vanished: dict[str, list[FileKey]] = {}
        for key in self._gone:
            known = self._known.get(key)
            if known is not None and known.sha256 is not None:
                self._vanished.setdefault(known.sha256, []).append(key)

    def run(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> IndexReport:
        stopped = self._index_all(self._waiting, progress, cancelled)
        if not stopped:
            for key in self._gone:
                if self._known.get(key) is not None and key not in self._batch.forgotten:
                    self._removed += self._forget(key)
        self._commit()
        return IndexReport(
            self._added,
            self._changed,
            self._removed,
            self._renamed,
            self._skipped(),
            cancelled=stopped,
        )

    def _skipped(self) -> tuple[Problem, ...]:
        """Tell of every file that is not indexed; what is wrong with the settings is no file."""
        walked = (each for each in self._corpus.skipped if each.file != CORPUS_FILE_NAME)
        gone = set(self._gone)
        known = (each for key, each in self._known.problems().items() if key not in gone)
        return (*walked, *known, *self._unreadable)

    def _gone_files(self, missing: list[FileKey]) -> list[FileKey]:
        """Give those of the files that the index knows that are no articles any more.

        Another process may have indexed what was written since this corpus was walked: where a
        file that the walk did not give is there, the folder is walked again.
        """
        if any(os.path.lexists(self._corpus.root / article) for article, _ in missing):
            try:
                newest = self._corpus.rescanned()
            except CorpusError:
                return []
            there = {file.key for file in newest.files}
            missing = [key for key in missing if key not in there]
        return missing

    def _open(self) -> KnownFiles:
        """Give what the index knows; one that is not there or not whole is made anew."""
        snapshot = open_snapshot(self._folder)
        if snapshot is None:
            self._folder.clear()
            create_index(self._folder)
            snapshot = open_snapshot(self._folder)
            if snapshot is None:
                raise OSError("the index just made cannot be read")
        segments = {segment.name for segment in snapshot.segments}
        self._folder.remove_all_but(segments, snapshot.generation)
        known = read_catalogue(self._folder.catalogue, snapshot.generation)
        if known is None:
            known = catalogue_of(snapshot)
            write_catalogue(self._folder.catalogue, snapshot.generation, known)
        # As long as somebody has it, a commit does not open its segments again.
        self._before = snapshot
        return known

    def _index_all(
        self,
        files: list[ArticleFile],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        """Index what changed; gives True if it was stopped before the end."""
        for done, file in enumerate(files):
            if cancelled():
                return True
            if done % _PROGRESS_STEP == 0:
                progress(done, len(files))
            self._look_at(file)
            most = BATCH if self._batches else FIRST_BATCH
            if self._batch.articles >= most or self._batch.words >= BATCH_WORDS:
                self._commit()
        if files:
            progress(len(files), len(files))
        return False

    def _look_at(self, file: ArticleFile) -> None:
        key = file.key
        known = self._known.get(key)
        try:
            article = self._corpus.read(file)
        except CorpusError as error:
            if _lies_in_the_content(error):
                self._delete(key)
                self._batch.fresh[key] = KnownFile(
                    file.size,
                    file.modified,
                    problem=error.problem,
                    read_by=self._corpus.read_by(file),
                )
            else:
                # It may be readable again without any change to see: the next update tries again.
                self._unreadable.append(error.problem)
                if known is not None:
                    self._forget(key)
            return
        if known is not None and known.segment is not None and known.sha256 == article.sha256:
            self._batch.fresh[key] = replace(
                known,
                size=article.file.size,
                modified=article.file.modified,
                read_by=self._corpus.read_by(file),
            )
        else:
            self._add(key, article)

    def _add(self, key: FileKey, article: Article) -> None:
        file = article.file
        if self._delete(key):
            self._changed += 1
        elif earlier := self._vanished.get(article.sha256):
            self._forget(earlier.pop())
            self._renamed += 1
        else:
            self._added += 1
        found, lead = words_with_lead(article.text)
        writer = self._writer()
        document = writer.add_article(
            found,
            lead,
            {
                "article": file.article,
                "part": file.part,
                "size": file.size,
                "modified": file.modified,
                "sha256": article.sha256,
                "read_by": self._corpus.read_by(file),
            },
        )
        self._batch.fresh[key] = KnownFile(
            file.size,
            file.modified,
            article.sha256,
            writer.segment_name,
            document,
            read_by=self._corpus.read_by(file),
        )
        self._batch.articles += 1
        self._batch.words += len(found)

    def _writer(self) -> ArticleWriter:
        if self._batch.writer is None:
            self._batch.writer = open_writer(self._folder)
        return self._batch.writer

    def _delete(self, key: FileKey) -> bool:
        """Delete what is indexed for a file; gives False where there is nothing."""
        known = self._known.get(key)
        if known is None or known.segment is None or known.document is None:
            return False
        self._writer().delete_article(known.segment, known.document)
        return True

    def _forget(self, key: FileKey) -> bool:
        """Delete a file that is gone, and its row in the catalogue."""
        self._batch.forgotten.add(key)
        return self._delete(key)

    def _commit(self) -> None:
        batch, self._batch = self._batch, _Batch()
        if batch.writer is not None:
            batch.writer.commit()
            self._batches += 1
            for document, stored in enumerate(batch.writer.placed):
                key = stored["article"], stored["part"]
                # It may come from a small segment that was merged into the new one.
                known = batch.fresh.get(key) or self._known.get(key)
                assert known is not None
                batch.fresh[key] = replace(
                    known, segment=batch.writer.segment_name, document=document
                )
        if batch.fresh or batch.forgotten or batch.writer is not None:
            self._known.change(batch.fresh, batch.forgotten)
            write_catalogue(self._folder.catalogue, self._folder.generation(), self._known)


def _lies_in_the_content(error: CorpusError) -> bool:
    """Say whether a file cannot be an article until its content changes: binary, or too large."""
    return isinstance(error.__cause__, TooLargeError) or error.problem == binary(error.problem.file)
