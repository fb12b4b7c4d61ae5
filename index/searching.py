"""A search: from a query to hits with snippets, exact ones first."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

from corpus.problem import CorpusError
from index.evaluating import find_documents, score_documents
from index.matching import find_places
from index.results import Hit, SearchResult
from index.snippets import choose_snippets

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.snapshot import OpenSegment, Snapshot
    from index.widening import Plan


class _Ranked(NamedTuple):
    score: float
    segment: OpenSegment
    document: int
    exact: bool


def search_plan(plan: Plan, snapshot: Snapshot, corpus: Corpus, limit: int) -> SearchResult:
    """Find, rank and show: the best `limit` articles, those with the words as typed first."""
    exactly = plan.exactly()
    best, seen = _rank(exactly, snapshot, limit, set(), exact=True)
    total = len(seen)
    if plan.widened:
        more, also = _rank(plan, snapshot, limit - len(best), seen, exact=False)
        best.extend(more)
        total += len(also)
    hits = tuple(_show(plan, ranked, corpus) for ranked in best)
    return SearchResult(hits, total, plan.widened)


def _rank(
    plan: Plan, snapshot: Snapshot, limit: int, seen: set[tuple[str, int]], *, exact: bool
) -> tuple[list[_Ranked], set[tuple[str, int]]]:
    """Give the best documents that were not seen, and all that were found and not seen."""
    found = [find_documents(plan, segment) for segment in snapshot.segments]
    scores = score_documents(plan, found, snapshot)
    fresh = [
        (score, number, document)
        for number, scored in enumerate(scores)
        for document, score in scored.items()
        if (snapshot.segments[number].name, document) not in seen
    ]
    # Ties are broken by the order in which articles were indexed, which is that of their names.
    top = nlargest(max(limit, 0), fresh, key=lambda item: (item[0], -item[1], -item[2]))
    best = [
        _Ranked(score, snapshot.segments[number], document, exact)
        for score, number, document in top
    ]
    return best, {(snapshot.segments[number].name, document) for _, number, document in fresh}


def _show(plan: Plan, ranked: _Ranked, corpus: Corpus) -> Hit:
    """Read the article again for its snippets and metadata; one that is gone stays a bare hit."""
    stored = ranked.segment.packed.stored(ranked.document)
    name, part = stored["article"], stored["part"]
    score = round(ranked.score, 6)
    file = corpus.find(name, part)
    if file is not None:
        try:
            article = corpus.read(file)
        except CorpusError:
            file = None
    if file is None:
        return Hit(name, part, None, None, None, score, (), ranked.exact)
    metadata = corpus.metadata(article)
    snippets = choose_snippets(article.text, find_places(plan, article.text))
    return Hit(
        name,
        part,
        metadata.title,
        metadata.outlet,
        metadata.published,
        score,
        snippets,
        ranked.exact,
    )
