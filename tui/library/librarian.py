"""Who lists the articles of an open corpus: keeps what is known of them, learns what is not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.facts import dated
from corpus.problem import CorpusError
from tui.library.marks import Marks
from tui.library.row import ListedArticle
from tui.library.star import has_star
from tui.library.view import View
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from annotations.decisions import Key
    from corpus.article import ArticleFile
    from corpus.linking.table import EntityTable
    from corpus.opening import Corpus
    from tui.library.columns import Columns, Entities
    from tui.library.columns import Key as ArticleKey
    from tui.library.listing import Listing
    from tui.workspace import Workspace


# Most articles have this letter.
_FILTERED: Final = View(words="e")
# In seconds: how soon a list that waits for what is known is given up, when it is not wanted.
_SECONDS_BEFORE_ASKING: Final = 0.02


class Librarian:
    """Lists the articles of a workspace. Its methods read files: thread workers call them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = threading.Lock()
        self._reading = threading.Lock()
        self._columns: Columns | None = None
        self._columns_of: tuple[Corpus, EntityTable | None] | None = None
        self._marks: dict[ArticleKey, Marks] | None = None

    def row(self, file: ArticleFile) -> ListedArticle:
        """Return what the row of an article shows. Of one that cannot be read little is known:
        opening it says why.
        """
        marks = self.marks_of(file)
        told = ListedArticle(
            annotations=marks.annotations, starred=marks.starred, tagged=bool(marks.own)
        )
        try:
            summary = self._workspace.corpus.summary(file)
        except CorpusError:
            return told
        metadata = summary.metadata
        published = metadata.published
        first, last = published or metadata.earliest, published or metadata.latest
        return replace(
            told,
            title=safe_line(" ".join(metadata.title.value.split())) if metadata.title else "",
            outlet=safe_line(" ".join(metadata.outlet.value.split())) if metadata.outlet else "",
            first=safe_line(first.value) if first else "",
            last=safe_line(last.value) if last else "",
            dated=dated(metadata),
            characters=summary.characters,
            alike=self._workspace.has_duplicates(file),
        )

    def marks_of(self, file: ArticleFile) -> Marks:
        """Return what the reader made of an article, as it is on the disk now."""
        marks = Marks()
        if self._workspace.has_sidecar(file):
            from annotations.shelves import annotated_of

            sidecars = self._workspace.store.sidecars(file.article)
            tags, here = annotated_of(sidecars, file.part)
            own = self._workspace.store.sidecar(file.article)
            marks = Marks(tags, len(here), own.tags, has_star(own, file.part))
        with self._lock:
            if self._marks is not None:
                if marks == Marks():
                    self._marks.pop(file.key, None)
                else:
                    self._marks[file.key] = marks
        return marks

    def tag(
        self,
        files: Sequence[ArticleFile],
        come: Sequence[str],
        gone: Sequence[str],
        tell: Callable[[int], None],
    ) -> bool:
        """Give articles tags and take others away, as one step to undo; says whether any changed.

        `tell` is told how many are done. Raises `AnnotationError` and `CorpusError`; what was done
        before stays.
        """
        store, changed = self._workspace.store, False
        with store.together(f"tags of {len(files):,} articles"):
            for done, file in enumerate(files):
                tell(done)
                article = self._workspace.corpus.read(file)
                changed |= store.tag_article(article, come=come, gone=gone) is not None
        return changed

    def value_of(self, file: ArticleFile, key: Key) -> str:
        """Return the title, the outlet or the date that an article has now, "" for none."""
        try:
            metadata = self._workspace.corpus.summary(file).metadata
        except CorpusError:
            return ""
        value = getattr(metadata, key)
        return "" if value is None else " ".join(value.value.split())

    def listing(self, view: View, cancelled: Callable[[], bool]) -> Listing:
        """List the articles as a view has it, by what is known of them. Raises `Stopped`."""
        from tui.library.arranging import listing_of

        columns, marks = self._known(cancelled)
        found = ((columns.place_of(key), here) for key, here in marks.items())
        places = {place: here for place, here in found if place is not None}
        return listing_of(view, columns, places, self._workspace.state, cancelled)

    def learn(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> bool:
        """Learn titles, outlets and dates of all articles; says whether any was learnt."""
        from corpus.facts_keeping import metadata_facts

        learnt = metadata_facts().learn(self._workspace.corpus, progress, cancelled)
        if learnt:
            self.forget()
        return learnt

    def forget(self) -> None:
        """Ask anew what is known of the articles, and what was made of them."""
        with self._lock:
            self._columns = self._marks = None

    def read_ahead(self, cancelled: Callable[[], bool], wait: Callable[[], None]) -> None:
        """Read what all lists are made of, before the first is asked for. Raises `Stopped`.

        `wait` lets the reader's keys go before what only makes the first letters faster.
        """
        columns, _ = self._known(cancelled)
        self.listing(_FILTERED, cancelled)  # which imports what that needs

        def stopped() -> bool:
            wait()
            return cancelled()

        columns.prepare(stopped)

    def _known(self, cancelled: Callable[[], bool]) -> tuple[Columns, dict[ArticleKey, Marks]]:
        """Return what is known of the articles, and what was made of them.

        One thread reads both, the others wait for it. Raises `Stopped`.
        """
        from tui.library.columns import Stopped

        while not self._reading.acquire(timeout=_SECONDS_BEFORE_ASKING):
            if cancelled():
                raise Stopped
        try:
            return self._known_columns(cancelled), self._all_marks(cancelled)
        finally:
            self._reading.release()

    def _known_columns(self, cancelled: Callable[[], bool]) -> Columns:
        corpus, table = self._workspace.corpus, self._workspace.entities
        with self._lock:
            of = self._columns_of
            if self._columns is not None and of and of[0] is corpus and of[1] is table:
                return self._columns
        from corpus.garbage import many_objects
        from corpus.metadata_columns import metadata_columns
        from tui.library.columns import columns_of

        with many_objects():
            known = metadata_columns(corpus, cancelled)
            entities = self._entities(corpus, table, cancelled)
            columns = columns_of(corpus.files, known, entities, cancelled)
        with self._lock:
            self._columns, self._columns_of = columns, (corpus, table)
        return columns

    def _entities(
        self, corpus: Corpus, table: EntityTable | None, cancelled: Callable[[], bool]
    ) -> Entities | None:
        if table is None:
            return None
        from corpus.linking.keeping import entity_places

        places = self._workspace.entity_places or entity_places(corpus, table)
        if self._workspace.entities is table:
            self._workspace.entity_places = places
        from tui.library.columns import entities_of

        return entities_of(corpus.files, table, places, cancelled)

    def _all_marks(self, cancelled: Callable[[], bool]) -> dict[ArticleKey, Marks]:
        from tui.library.columns import Stopped

        with self._lock:
            if self._marks is not None:
                return dict(self._marks)
        workspace = self._workspace
        names = {file.article for file in workspace.corpus.files}
        annotated = workspace.store.with_sidecars(names)
        found: dict[ArticleKey, Marks] = {}
        for file in workspace.corpus.files:
            if file.article in annotated:
                if cancelled():
                    raise Stopped
                found[file.key] = self.marks_of(file)
        with self._lock:
            self._marks = found
        return dict(found)
