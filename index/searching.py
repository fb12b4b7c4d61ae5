"""A search: from a query to hits with snippets, exact ones first."""

from __future__ import annotations

from heapq import nlargest
from itertools import chain
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
    """Find, rank and show the best `limit` articles.

    Those with the words as typed come first; then those that have only words which begin with a
    prefix; then those that have only words that the query was widened to.
    """
    tiers = [(plan.exactly(), True)]
    if plan.has_prefix:
        tiers.insert(0, (plan.exactly().without_prefixes(), True))
    if plan.widened:
        tiers.append((plan, False))
    best: list[_Ranked] = []
    total = 0
    seen: list[set[int]] = [set() for _ in snapshot.segments]
    for tier, exact in tiers:
        scores = [
            {document: score for document, score in scored.items() if document not in known}
            for scored, known in zip(_scores(tier, snapshot), seen, strict=True)
        ]
        best += _best(scores, snapshot, limit - len(best), exact=exact)
        total += sum(map(len, scores))
        for scored, known in zip(scores, seen, strict=True):
            known.update(scored)
    hits = tuple(_show(plan, ranked, corpus) for ranked in best)
    return SearchResult(hits, total, plan.widened)


def _scores(plan: Plan, snapshot: Snapshot) -> list[dict[int, float]]:
    found = [find_documents(plan, segment) for segment in snapshot.segments]
    return score_documents(plan, found, snapshot)


def _best(
    scores: list[dict[int, float]], snapshot: Snapshot, limit: int, *, exact: bool
) -> list[_Ranked]:
    """Give the documents with the highest scores; of equal ones, those that were indexed first."""
    if limit < 1:
        return []
    highest = nlargest(limit, chain.from_iterable(scored.values() for scored in scores))
    least = highest[-1] if highest else 0.0
    ranked = [
        _Ranked(score, segment, document, exact)
        for scored, segment in zip(scores, snapshot.segments, strict=True)
        for document, score in scored.items()
        if score >= least
    ]
    number = {segment.name: at for at, segment in enumerate(snapshot.segments)}
    ranked.sort(key=lambda one: (-one.score, number[one.segment.name], one.document))
    return ranked[:limit]


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
