"""An open corpus with its index and its annotations: what the screens ask and order.

No Textual here. Methods read files and may take longer than a frame; screens call them from thread
workers.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from corpus.article import ArticleFile
from corpus.opening import Corpus
from corpus.problem import CorpusError, Problem
from tui.article.document import Document
from tui.article.reading_state import ReadingState
from tui.configuration.sidecar_place import SidecarPlace

if TYPE_CHECKING:
    from annotations.claim_subjects import Subjects
    from annotations.entity_wishes import Wish
    from annotations.history import Change
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.corpus_file import CorpusFile, SavedSearch
    from corpus.linking.places import Places
    from corpus.linking.table import EntityTable
    from corpus.span import Span
    from corpus.understanding.analysis import Analysis
    from index.folding_process import FoldingBeside
    from index.opening import Index
    from index.results import Match
    from tui.annotating.drafts import Draft, DraftFile, Drafts
    from tui.annotating.readers import Shown
    from tui.folder.changes import Changes
    from tui.searching.saved_searches import SeenResults
    from tui.searching.search_history import SearchHistory

# Articles that take longer to be listed beside other threads than a process takes to begin.
MANY: Final = 2_000


class Workspace:
    """One corpus, ready to be read, searched and annotated.

    `by` is the reader's name in what is annotated, `reader` whose sidecars are written, None for
    those without a name. `renamed` maps the old names of articles that were renamed meanwhile to
    their new ones.
    """

    def __init__(
        self,
        corpus: Corpus,
        place: SidecarPlace | None = None,
        *,
        by: str | None = None,
        reader: str | None = None,
    ) -> None:
        self.corpus = corpus
        self.state = ReadingState(corpus)
        self.renamed: dict[str, str] = {}
        self.place = place or SidecarPlace()
        self.by = by
        self._reader = reader
        self._lock = Lock()
        self._folding_lock = Lock()
        self._folds = False  # or did once
        self.entities: EntityTable | None = None
        self.entity_places: Places | None = None
        self._saved: dict[str, str | None] = {}
        self._subjects: tuple[CorpusFile, EntityTable | None, Subjects] | None = None
        self.measures_in_use: tuple[str, ...] = ()  # of claims, as far as they were read
        self.decided = False  # what changes in postil.yaml next was said here

    @cached_property
    def shown(self) -> Shown:
        """Whose annotations the screens show: at first everybody's."""
        from tui.annotating.readers import EVERYBODY

        return EVERYBODY

    @cached_property
    def drafts(self) -> Drafts:
        """What was typed into notes and not saved."""
        from tui.annotating.drafts import Drafts

        return Drafts(self.corpus.key)

    @cached_property
    def searches(self) -> SearchHistory:
        """The searches that led somewhere."""
        from tui.searching.search_history import SearchHistory

        return SearchHistory(self.corpus.key)

    @cached_property
    def seen(self) -> SeenResults:
        """What the saved searches found when they were looked at."""
        from tui.searching.saved_searches import SeenResults

        return SeenResults(self.corpus.key)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """Return the searches of `postil.yaml`, as they are known or were saved here."""
        from corpus.corpus_file import SavedSearch

        saved = {one.name: one for one in self.corpus.settings.searches}
        for name, query in self._saved.items():
            if query is None:
                saved.pop(name, None)
            else:
                saved[name] = SavedSearch(name, query)
        return tuple(saved.values())

    def save_search(self, name: str, query: str | None) -> Change | None:
        """Save a search in `postil.yaml`, None to take it out. Raises AnnotationError."""
        change = self.store.save_search(name, query)
        # The folder is watched, which takes a while to tell.
        self._saved[name] = query
        return change

    @cached_property
    def _store(self) -> AnnotationStore:
        from annotations.store import AnnotationStore

        return AnnotationStore(
            self.corpus, folder=self.place.folder, by=self.by, reader=self._reader
        )

    @cached_property
    def _index(self) -> Index:
        from index.opening import open_index
        from tui.annotating.reader_facts import CorpusMarks, CorpusReader

        return open_index(
            self.corpus,
            CorpusReader(lambda: self.corpus, lambda: self.store, self.state),
            CorpusMarks(lambda: self.store),
        )

    @property
    def store(self) -> AnnotationStore:
        """The annotations, opened at the first use: the article is on the screen before."""
        with self._lock:
            return self._store

    @property
    def subjects(self) -> Subjects:
        """What tells whether claims are about the same, by the names that are known by now."""
        from annotations.claim_subjects import Subjects

        settings, table = self.corpus.settings, self.entities
        known = self._subjects
        if known is None or known[0] is not settings or known[1] is not table:
            known = self._subjects = settings, table, Subjects.of(settings, table)
        return known[2]

    def sign_as(self, name: str) -> None:
        """Let what is annotated from now on have another name in it, "" for none."""
        with self._lock:
            self.by = name or None
            if "_store" in self.__dict__:
                self._store.by = self.by

    @property
    def has_index(self) -> bool:
        """Whether something was indexed before, as far as can be told without opening it."""
        try:
            return (self.corpus.cache_folder / "index").exists()
        except CorpusError:
            return False

    @property
    def index(self) -> Index:
        """The index, opened at the first use: importing Whoosh takes a while."""
        with self._lock:
            return self._index

    def read_ahead(self, cancelled: Callable[[], bool]) -> None:
        """Read what a search has to read first, until `cancelled`; nothing before all is listed."""
        if not self.corpus.complete:
            return
        # The other process begins before the index is imported.
        begun = self._fold_ahead()
        self.index.read_ahead(cancelled, begun)

    def _fold_ahead(self) -> FoldingBeside | None:
        """Have another process fold the articles, once, where none of them is indexed."""
        corpus = self.corpus
        with self._folding_lock:
            if self._folds or self.has_index:
                return None
            from index.folding_process import MOST_KEPT, fold_beside

            self._folds = True
            return fold_beside(corpus, corpus.files, MOST_KEPT)

    def begin_draft(self, draft: Draft) -> DraftFile | None:
        """Return what keeps a draft as it is typed; None where the folder cannot be used."""
        try:
            return self.drafts.begin(draft)
        except (CorpusError, OSError):
            return None

    def first_file(self) -> ArticleFile | None:
        """Return the article to begin with: the one read last, else the first; None for none."""
        last = self.state.last_article
        found = self.corpus.find(last) if last else None
        return found or next(iter(self.corpus.files), None)

    def first_document(self) -> Document | None:
        """Return the article to begin with; None where there is none, or it cannot be read."""
        file = self.first_file()
        try:
            return self.read(file) if file else None
        except CorpusError:
            return None

    def watched_folders(self) -> tuple[Path, ...]:
        """Return the folders whose files are shown: the corpus, and that of the sidecars."""
        return tuple(dict.fromkeys((self.corpus.root, self.store.location.base)))

    def rescanned(self) -> tuple[Corpus, Changes]:
        """Walk the folder again and return the corpus as it is now, with what changed.

        Nothing is taken over: `follow` does that. Raises CorpusError.
        """
        from tui.folder.changes import changes_between

        old = self.corpus
        new = old.rescanned(beside=not old.complete or len(old.files) > MANY)
        return new, changes_between(old.files, new.files, settings=new.settings != old.settings)

    def follow(self, corpus: Corpus, changes: Changes) -> None:
        """Take the corpus as it is now: the same folder, walked again."""
        self.corpus = self.state.corpus = corpus
        self._saved.clear()
        with self._lock:
            if "_index" in self.__dict__:
                self._index.follow(corpus)
        for old, new in changes.renamed:
            for first, last in self.renamed.items():
                if last == old.article:
                    self.renamed[first] = new.article
            self.renamed[old.article] = new.article
            self.state.rename(old.article, new.article)

    def as_named_now(self, article: Article, annotation: str | None = None) -> Article:
        """Return an article under the name that it was given since it was read.

        With the id of an `annotation`, only where its sidecar was renamed, too.
        """
        if self.corpus.find(*article.file.key) is not None:
            return article
        file = self.corpus.find(self.renamed.get(article.name, ""), article.file.part)
        if file is None:
            return article
        if annotation is not None and self.store.sidecar(file.article).entry(annotation) is None:
            return article
        return replace(article, file=file)

    def as_it_is_now(self, article: Article, span: Span | None) -> tuple[Article, Span | None]:
        """Return an article as its file is now, with the place that the words of a span have there.

        Both stay as they were where the file cannot be read, or has not the same words any more.
        """
        from annotations.anchor import place
        from annotations.making import anchored
        from annotations.model import Annotation

        with suppress(CorpusError):
            now = self.corpus.read(article.file)
            if span is None or now.text == article.text:
                return now, span
            placed = place(Annotation(id="", **anchored(article, span)), now.text)
            if placed.span is not None and placed.state in ("ok", "moved"):
                return now, placed.span
        return article, span

    def read(self, file: ArticleFile) -> Document:
        """Return an article of which only the text is known. Raises CorpusError."""
        return Document.of(self.corpus.read(file))

    def annotated(self, document: Document) -> Document:
        """Return the document with its annotations as they are on disk now."""
        article = document.article
        placed = self.shown.among(self.store.placed(article))
        links: dict[str, tuple[str, ...]] = {}
        if placed:
            from tui.annotating.link_words import words_of_links

            links = words_of_links(self.store, article.name, placed)
        return document.with_annotations(placed, self.store.problems(article), links)

    def elsewhere(self, document: Document, *, stale: bool = True) -> str:
        """Say which editors have the sidecar or the article open; "" for none. As safe text.

        `stale` asks for those, too, that have ended and left a lock file behind.
        """
        from annotations.open_elsewhere import open_elsewhere

        article = document.article
        sidecar = self.store.open_elsewhere(article)
        from tui.folder.elsewhere import words_on_editors

        return words_on_editors(sidecar, open_elsewhere(article.file.path), stale=stale)

    def analysed(
        self,
        document: Document,
        wanted: Callable[[], bool],
        meanwhile: Callable[[], None],
    ) -> Document | None:
        """Return the document with its analysis, and the names of the corpus if they are known.

        `meanwhile` is called where that takes a while, `wanted` again and again. None when it is
        not wanted any more. Raises `CorpusError` where it cannot be had.
        """
        from tui.folder.analysing import analysed

        analysis = analysed(self.corpus, document.article, wanted, meanwhile)
        if analysis is None:
            return None
        return document.with_analysis(self._linked(analysis, document.article))

    def linked_analysis(self, article: Article) -> Analysis:
        """Return what was found in an article, with the names of the corpus if they are known.

        Raises `CorpusError` for a text that is too long to be analysed.
        """
        return self._linked(self.corpus.analyse(article), article)

    def _linked(self, analysis: Analysis, article: Article) -> Analysis:
        if self.entities is None:
            return analysis
        from corpus.linking.applying import linked

        return linked(analysis, article, self.entities)

    def link_names(self) -> bool:
        """Take the entities of the whole corpus from the cache, if they are those of now.

        Says whether they are; else those that were taken before stay.
        """
        from corpus.linking.keeping import kept_table

        self.corpus.reload_learned()
        found = kept_table(self.corpus)
        if found is not None:
            self.entities, self.entity_places = found, None
        return found is not None

    def files_with(self, id_: str) -> tuple[ArticleFile, ...]:
        """Return the articles that have an entity of the corpus, none until they are known."""
        from tui.cards.entity_card import card_of

        card = card_of(self, id_)
        return () if card is None else tuple(file for file, _ in card.files)

    def decide_entity(self, id_: str, wish: Wish) -> Change | None:
        """Write what the reader says of an entity into postil.yaml. Raises AnnotationError.

        The names of the corpus have it at once, as far as that can be told before they are brought
        together anew.
        """
        from tui.cards.patched_table import patched

        change = self.store.decide_entity(wish)
        if change is not None and self.entities is not None and self.entity_places is not None:
            found = patched(self.entities, self.entity_places, id_, wish)
            if found is not None:
                self.entities, self.entity_places = found
        return change

    def has_duplicates(self, file: ArticleFile) -> bool:
        """Say whether another article is one with this, as far as that is known by now."""
        with self._lock:
            index: Index | None = self.__dict__.get("_index")
        return index is not None and bool(index.duplicates().group_of(file.key))

    def has_sidecar(self, file: ArticleFile) -> bool:
        """Say whether anything was annotated in an article."""
        return bool(self.store.readers(file.article))

    def matches(self, query: str, document: Document, *, widen: bool) -> tuple[Match, ...]:
        """Return where a query matches in an article; a word at its end may be the start of one.

        Raises QueryError for what is no query as it is typed either.
        """
        from index.problems import QueryError

        article, index = document.article, self.index
        with suppress(QueryError):
            found = index.matches(query, article.text, widen=widen, article=article)
            if found:
                return found
        return index.matches(query, article.text, widen=widen, article=article, as_you_type=True)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the user's own folders, so that not all can be kept."""
        found = (self.corpus.cache_problem, self.state.problem, self.place.problem)
        return tuple(dict.fromkeys(problem for problem in found if problem is not None))

    def set_encoding(self, article: Article, encoding: str | None) -> bool:
        """Write into postil.yaml what an article is read in; None leaves it to the file.

        Returns whether that is another setting than before. Raises AnnotationError.
        """
        from annotations.decisions import decide

        return decide(self.corpus.root, article.name, "encoding", encoding)

    def skipped(self) -> tuple[Problem, ...]:
        """Return what was skipped when the folder was walked."""
        return self.corpus.skipped
