"""The index of a corpus as an object: opened, searched, brought up to date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from index.counted_index import CountedIndex
from index.results import Match, SearchResult
from index.shown_commit import never, no_progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article
    from corpus.opening import Corpus
    from index.complete_search import CompleteSearch
    from index.facets import FacetValue
    from index.field_places import Marks
    from index.fields import Reader
    from index.folding_process import FoldingBeside
    from index.known_files import FileKey
    from index.ordering import Order
    from index.spellings import Spelling


def open_index(corpus: Corpus, reader: Reader | None = None, marks: Marks | None = None) -> Index:
    """Open the index of a corpus as the last update left it; builds nothing.

    An index that is not there, that this user did not build or that cannot be read has no articles
    until `Index.update` has made it. `reader` supplies what the reader made of the articles, for
    `tag:`, `note:`, `is:` and their like, `marks` the passages that were annotated.
    """
    return Index(corpus, reader, marks)


class Index(CountedIndex):
    """The search index of one corpus; all methods are safe to call from several threads.

    It shows one commit, whatever other threads and processes write, until `refresh` is called.
    `problem` says why there can be no index: the cache folder cannot be used.
    """

    @cached_property
    def _complete(self) -> CompleteSearch:
        from index.complete_search import CompleteSearch

        return CompleteSearch(self._folder, lambda: self._answers)

    def search(
        self,
        query: str,
        limit: int = 20,
        *,
        widen: bool = True,
        as_you_type: bool = False,
        relax: bool = True,
        stemmed: bool = False,
    ) -> SearchResult:
        """Find the articles that have all of a query, the best `limit` of them.

        Articles that have the words as typed come first, then those that only have words that the
        query was widened to (`index.widening`); `widen=False` leaves those out. Where all these are
        few, those that have most of the query come below; `relax=False` leaves those out.
        `as_you_type` takes a word at the end of the query for the start of one; `stemmed` brings
        all forms of a word (docs/search.md). Raises QueryError.
        """
        from index.query.parsing import parse_query

        node = parse_query(query, as_you_type=as_you_type, stemmed=stemmed)
        snapshot = self._shown() if node else None
        if node is None or snapshot is None or not snapshot.articles:
            return SearchResult()
        from index.complete_search import Asked, search_snapshot

        asked = Asked(node, limit, widen, relax, marks=self._marks)
        return self._guarded(
            query, lambda: search_snapshot(asked, snapshot, self._corpus, lambda: self._answers)
        )

    def search_all(
        self,
        query: str,
        limit: int = 20,
        *,
        widen: bool = True,
        as_you_type: bool = False,
        relax: bool = True,
        stemmed: bool = False,
        order: Order = "relevance",
        fold: bool = False,
        rows: int = 0,
        cancelled: Callable[[], bool] | None = None,
    ) -> SearchResult:
        """Do what `search` does, for all articles of the corpus: also those not indexed yet.

        In another `order` than that of relevance exact hits come first, too; by date and outlet it
        is right after `learn_metadata` (`SearchResult.unknown` counts what is not known).
        With `fold`, the best of several articles that are one stands for the others (`Hit.folded`).
        With `rows`, there are no more hits than fill so many, an article on one and each of its
        snippets on one.
        Articles not indexed are scanned, which takes a while the first time; where `cancelled()`
        becomes true meanwhile, nothing is found. Raises QueryError.
        """
        from index.complete_search import Asked
        from index.query.parsing import parse_query

        node = parse_query(query, as_you_type=as_you_type, stemmed=stemmed)
        if node is None:
            return SearchResult()
        folded = self.duplicates() if fold else None
        asked = Asked(node, limit, widen, relax, order, folded, self._marks, rows)
        snapshot, corpus = self._shown(), self._corpus
        complete = self._complete
        return self._guarded(
            query, lambda: complete.search(asked, snapshot, corpus, cancelled or never)
        )

    def facets(
        self,
        query: str,
        *,
        widen: bool = True,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> tuple[FacetValue, ...]:
        """Count of what outlets, years, persons, places and tags the found articles are.

        Reads those of them whose outlet and date are not known yet; persons and places count when
        the names of the corpus were brought together. Takes a word at the end of the query for the
        start of one. Raises QueryError.
        """
        from index.facets import count_facets

        found = self._learnt(query, widen, progress, cancelled)
        return count_facets(found, self._answers, self._corpus)

    def learn_metadata(
        self,
        query: str,
        *,
        widen: bool = True,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Learn outlet and date of the articles that a query finds; it is kept.

        `search_all` then has them in the right order. Raises QueryError.
        """
        self._learnt(query, widen, progress, cancelled)

    def learn_all_metadata(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        """Learn title, outlet, author and date of all articles; they are kept for later queries."""
        self._answers.learn_all_metadata(self._corpus, progress, cancelled)

    def found(self, query: str, *, widen: bool = True) -> frozenset[FileKey]:
        """Return all articles that have all of a query, as far as they are known.

        Raises QueryError.
        """
        from index.complete_search import Asked
        from index.packed import DamagedSegment
        from index.query.parsing import parse_query

        node = parse_query(query)
        if node is None:
            return frozenset()
        asked = Asked(node, 1, widen, relax=False)
        try:
            return self._complete.found(asked, self._shown(), self._corpus)
        except DamagedSegment:
            self._condemn()
            return frozenset()

    def unknown(self, query: str) -> int:
        """Count the articles of which what a query asks is not known yet. Raises QueryError."""
        from index.query.parsing import parse_query

        return self._answers.unknown(parse_query(query), self._corpus)

    def spellings(self, query: str) -> tuple[Spelling, ...]:
        """Return the spellings of what a query names, and which articles each of them adds.

        None until the names of the corpus were brought together. Raises QueryError.
        """
        from index.query.parsing import parse_query
        from index.spellings import spellings_of

        node = parse_query(query)
        if node is None:
            return ()
        before = self.found(query, widen=False)
        return spellings_of(
            query,
            node,
            self._answers,
            self._corpus,
            lambda one: self.found(one, widen=False),
            before,
        )

    def widened_spellings(self, query: str) -> tuple[Spelling, ...]:
        """Return what the words of a query are widened to, each to be searched for by itself.

        Raises QueryError.
        """
        from index.query.parsing import parse_query
        from index.spellings import widened_spellings

        node, snapshot = parse_query(query), self._shown()
        if node is None or snapshot is None:
            return ()

        def found(one: str) -> frozenset[FileKey]:
            return self.found(one, widen=False)

        return tuple(widened_spellings(query, node, snapshot, found, found(query)))

    def learn_names(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """Bring the names of the corpus together, so that `spellings` has them; it is kept."""
        self._answers.learn_names(self._corpus, progress or no_progress, cancelled or never)

    def knows_names(self) -> bool:
        """Say whether the names of the corpus were brought together."""
        return self._answers.knows_names(self._corpus)

    def _learnt(
        self,
        query: str,
        widen: bool,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> frozenset[FileKey]:
        from index.complete_search import Asked
        from index.packed import DamagedSegment
        from index.query.parsing import parse_query

        node = parse_query(query, as_you_type=True)
        if node is None:
            return frozenset()
        asked = Asked(node, 1, widen, relax=False)
        corpus = self._corpus
        try:
            found = self._complete.found(asked, self._shown(), corpus)
        except DamagedSegment:
            self._condemn()
            return frozenset()
        self._answers.learn_metadata(found, corpus, progress or no_progress, cancelled or never)
        return found

    def waiting(self) -> int:
        """Count the articles that are not indexed as they are now; reads none of them."""
        return self._complete.waiting(self._shown(), self._corpus)

    def unread(self) -> int:
        """Count the articles that `search_all` has to read first; none where it just did that."""
        return self._complete.unread(self._shown(), self._corpus)

    def read_ahead(
        self, cancelled: Callable[[], bool] = never, begun: FoldingBeside | None = None
    ) -> None:
        """Read what `search_all` has to read first, until `cancelled`; searches hardly wait.

        Takes over what another process has `begun` to fold.
        """
        self._complete.read_ahead(self._shown, self._corpus, cancelled, begun)

    def _guarded(self, query: str, search: Callable[[], SearchResult]) -> SearchResult:
        from index.packed import DamagedSegment
        from index.query.expressions import OutOfTime, out_of_time

        try:
            return search()
        except OutOfTime:
            raise out_of_time(query) from None
        except DamagedSegment:
            self._condemn()
            return SearchResult(damaged=True)

    def learn(
        self,
        query: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        as_you_type: bool = False,
    ) -> None:
        """Learn of every article what the fields of a query ask, so that `search` is complete.

        The first time this reads, or analyses, every article; what was learnt is kept. Raises
        QueryError.
        """
        from index.query.parsing import parse_query
        from index.query.tree import fields_of

        node = parse_query(query, as_you_type=as_you_type)
        if any(fields_of(node)):
            self._answers.learn(node, self._corpus, progress or no_progress, cancelled or never)

    def matches(
        self,
        query: str,
        text: str,
        *,
        widen: bool = True,
        stemmed: bool = False,
        as_you_type: bool = False,
        article: Article | None = None,
    ) -> tuple[Match, ...]:
        """Find where a query matches in a text, in order, without overlaps. Raises QueryError.

        Every word counts that is not excluded, whether or not the text has all of them. Of the
        text of an `article`, so do the names, numbers and passages that fields of the query name,
        as far as they were learnt (`learn`).
        """
        from corpus.tokens import words
        from index.expanding import TextVocabulary
        from index.matching import find_places, in_order, without_overlaps
        from index.packed import DamagedSegment
        from index.planning import plan_query
        from index.query.expressions import OutOfTime, out_of_time
        from index.query.parsing import parse_query
        from index.query.tree import fields_of

        node = parse_query(query, as_you_type=as_you_type, stemmed=stemmed)
        if node is None:
            return ()
        vocabulary = TextVocabulary(words(text))
        try:
            try:
                snapshot = self._shown() if widen else None
                plan = plan_query(node, snapshot, widen=widen, vocabulary=vocabulary)
            except DamagedSegment:
                self._condemn()
                plan = plan_query(node, None, widen=False, vocabulary=vocabulary)
        except OutOfTime:
            raise out_of_time(query) from None
        places = find_places(plan, text)
        if article is not None and any(fields_of(node)):
            from index.field_places import named_places

            named = named_places(plan, self._corpus, self._answers, self._marks)
            places = in_order([*places, *named.found(article)])
        return tuple(
            Match(place.start, place.end, place.exact) for place in without_overlaps(places)
        )
