"""The index of a corpus as what counts its words: in context, in frequency, in telling terms."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from index.key_terms import MOST as MOST_TERMS
from index.shown_commit import ShownCommit, never

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.opening import Corpus
    from index.concordance.counts import Counts
    from index.concordance.gathering import Concordance
    from index.field_places import Marks
    from index.fields import FieldAnswers, Reader
    from index.key_terms import KeyTerm


class CountedIndex(ShownCommit):
    """The words of one corpus; all methods are safe to call from several threads."""

    def __init__(
        self, corpus: Corpus, reader: Reader | None = None, marks: Marks | None = None
    ) -> None:
        super().__init__(corpus)
        self._reader, self._marks = reader, marks

    @cached_property
    def _answers(self) -> FieldAnswers:
        from index.fields import FieldAnswers, NoReader

        return FieldAnswers(self._reader or NoReader())

    def key_terms(self, text: str, most: int = MOST_TERMS) -> tuple[KeyTerm, ...]:
        """Return the words that tell a text from the articles, the most telling first.

        The text is an article or a part of one. None where nothing is indexed yet.
        """
        from corpus.tokens import words
        from index.key_terms import key_terms
        from index.packed import DamagedSegment

        snapshot = self._shown()
        if snapshot is None or not snapshot.articles:
            return ()
        try:
            return key_terms(words(text), snapshot, most)
        except DamagedSegment:
            self._condemn()
            return ()

    def concordance(
        self,
        query: str,
        *,
        widen: bool = False,
        stemmed: bool = False,
        marks: Marks | None = None,
        entity: str | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Concordance | None:
        """Return every place of a query in its context; None where there is nothing to search.

        `marks` supplies what the reader annotated, for queries of tags and notes. `entity` is the
        id of the one that is meant, of all that fields such as `entity:` find by their names. What
        the fields of the query ask is to be learnt before. Articles that are not indexed yet are
        read for it; where `cancelled()` becomes true meanwhile, there is none. Raises QueryError,
        also for a query that names no places in texts, and IndexFailure for a damaged index, here
        and where words are counted.
        """
        from index.concordance.asking import concordance_of
        from index.concordance.counts import told_of_damage
        from index.concordance.scanned import with_waiting
        from index.query.parsing import parse_query
        from index.scanning import Stopped

        node = parse_query(query, stemmed=stemmed)
        if node is None:
            return None
        with told_of_damage(self._condemn):
            try:
                snapshot, uncounted = with_waiting(
                    node,
                    self._shown(),
                    self._corpus,
                    self._folder,
                    self._answers,
                    cancelled or never,
                )
            except Stopped:
                return None
            if snapshot is None or not snapshot.articles:
                return None
            found = concordance_of(
                query,
                node,
                snapshot,
                self._corpus,
                self._answers,
                widen=widen,
                marks=marks,
                entity=entity,
                condemn=self._condemn,
            )
            return replace(found, uncounted=uncounted)

    def word_counts(self, query: str = "", *, stemmed: bool = False) -> Counts | None:
        """Return the words of the articles that a query finds, of an empty one those of all.

        None where there is nothing to search. Raises as `concordance`.
        """
        from index.concordance.asking import selection_of
        from index.concordance.counts import told_of_damage
        from index.query.parsing import parse_query

        node = parse_query(query, stemmed=stemmed)
        snapshot = self._shown()
        if snapshot is None or not snapshot.articles:
            return None
        with told_of_damage(self._condemn):
            return selection_of(query, node, snapshot, self._corpus, self._answers, self._condemn)
