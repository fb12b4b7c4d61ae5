"""A search: from a query to hits with snippets, exact ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.problem import CorpusError
from index.counting import SegmentWords
from index.evaluating import Evaluation, Found
from index.first_places import MOST_PLACES, first_places
from index.matching import in_order, without_overlaps
from index.ordering import ordered_documents
from index.query.tree import And, Node, Not, fields_of, said
from index.ranking import best_documents, score_documents
from index.results import Hit, SearchResult
from index.snippets import choose_snippets
from index.together import TogetherInTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.facts import Known
    from corpus.opening import Corpus
    from index.duplicates.groups import Folding
    from index.field_places import NamedPlaces
    from index.known_files import FileKey
    from index.ordering import Order
    from index.planning import Plan
    from index.snapshot import OpenSegment, Snapshot


FEW: Final = 5
"""Articles with all of a query, below which those with most of it are shown, too."""


class _Ranked(NamedTuple):
    score: float
    segment: OpenSegment
    document: int
    exact: bool
    missing: tuple[str, ...] = ()


def found_articles(plan: Plan, snapshot: Snapshot, corpus: Corpus) -> frozenset[FileKey]:
    """Find all articles that have all of a query, in the words it was widened to, too."""
    found: set[FileKey] = set()
    for one in _evaluations(plan, snapshot, corpus, _words_in(snapshot)):
        found.update(map(one.segment.packed.keys().__getitem__, one.found().documents))
    return frozenset(found)


def _words_in(snapshot: Snapshot) -> list[SegmentWords]:
    return [SegmentWords(segment.packed) for segment in snapshot.segments]


def _evaluations(
    plan: Plan, snapshot: Snapshot, corpus: Corpus, words: list[SegmentWords]
) -> list[Evaluation]:
    """Ask a plan of each segment; what is looked up for one plan is kept in `words`."""
    together = TogetherInTexts(plan, corpus)
    return [
        Evaluation(plan, segment, here, snapshot, together)
        for segment, here in zip(snapshot.segments, words, strict=True)
    ]


def search_plan(
    plan: Plan,
    snapshot: Snapshot,
    corpus: Corpus,
    limit: int,
    *,
    relax: bool,
    order: Order = "relevance",
    metadata: Mapping[FileKey, Known] | None = None,
    folding: Folding | None = None,
    named: NamedPlaces | None = None,
    rows: int = 0,
) -> SearchResult:
    """Find, rank and show the best `limit` articles; an order may rest on their metadata.

    Those with the words as typed come first; then those that have only words which begin with a
    prefix; then those that have only words that the query was widened to. With `relax`, where all
    these are few, those that have most of the query come last. With `folding`, of articles that
    are one the best is shown. `named` finds the places that fields of the query name. With `rows`,
    an article on one and each of its snippets on one, those below are not read.
    """
    tiers = [(plan.exactly(), True)]
    if plan.has_prefix:
        tiers.insert(0, (plan.exactly().without_prefixes(), True))
    if plan.widened:
        tiers.append((plan, False))
    best: list[_Ranked] = []
    total = partial = 0
    seen: list[set[int]] = [set() for _ in snapshot.segments]
    new: list[Found] = []
    words = _words_in(snapshot)
    evaluations: list[Evaluation] = []
    for tier, exact in tiers:
        _see(new, seen)
        evaluations = _evaluations(tier, snapshot, corpus, words)
        found = [evaluation.found() for evaluation in evaluations]
        new = [
            replace(one, documents=set(one.documents).difference(known)) if known else one
            for one, known in zip(found, seen, strict=True)
        ]
        total += sum(len(one.documents) for one in new)
        most = limit - len(best)
        if most > 0:
            if order == "relevance":
                best += _best_folded(tier, new, snapshot, most, folding, exact=exact)
            else:
                scored = score_documents(tier, new, snapshot)
                ordered = ordered_documents(order, tier, scored, snapshot.segments, metadata or {})
                ranked = (
                    _Ranked(score, segment, document, exact) for segment, document, score in ordered
                )
                best += islice(_shown(ranked, folding), most)
    few = relax and total < FEW
    if few or folding is not None:  # else nobody asks what was seen, which may be very many
        _see(new, seen)
    if few:
        exactly = (
            evaluations
            if not plan.widened
            else _evaluations(plan.exactly(), snapshot, corpus, words)
        )
        most_of_it, partial = _with_most(evaluations, exactly, seen, limit - len(best))
        best += _shown(most_of_it, folding)
    hits = tuple(_filling(rows, (_show(plan, ranked, corpus, named) for ranked in best)))
    if folding is not None:
        found_in = dict(zip((segment.name for segment in snapshot.segments), seen, strict=True))
        hits = tuple(
            replace(hit, folded=folding.folded(one.segment.name, one.document, found_in))
            for hit, one in zip(hits, best[: len(hits)], strict=True)
        )
    return SearchResult(hits, total, plan.widened, partial=partial)


def _filling(rows: int, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Give hits until they fill so many rows; all of them where it is 0."""
    filled = 0
    for hit in hits:
        yield hit
        filled += 1 + len(hit.snippets)
        if rows and filled >= rows:
            return


def _see(new: list[Found], seen: list[set[int]]) -> None:
    """Add what was found to what was seen, segment by segment."""
    for one, known in zip(new, seen, strict=False):
        known.update(one.documents)


def _shown(ranked: Iterable[_Ranked], folding: Folding | None) -> Iterable[_Ranked]:
    """Leave out what is folded below a better one."""
    if folding is None:
        return ranked
    return (one for one in ranked if folding.takes(one.segment.name, one.document))


def _best_folded(
    plan: Plan,
    found: list[Found],
    snapshot: Snapshot,
    limit: int,
    folding: Folding | None,
    *,
    exact: bool,
) -> list[_Ranked]:
    """Give the best documents that are shown; looks further where many of them are folded."""
    count = limit if folding is None else 2 * limit
    while True:
        ranked = _best(plan, found, snapshot, count, exact=exact)
        best = list(islice(_shown(ranked, folding), limit))
        if len(best) == limit or len(ranked) < count:
            return best
        count *= 2


def _with_most(
    evaluations: list[Evaluation], exactly: list[Evaluation], seen: list[set[int]], limit: int
) -> tuple[list[_Ranked], int]:
    """Give the best documents that have most of the query, and how many there are.

    What says something of the whole article, and what must not be there, stays as it was asked. Of
    those with as much of it, the ones that have it `exactly` come first.
    """
    if not evaluations:
        return [], 0
    plan, snapshot = evaluations[0].plan, evaluations[0].snapshot
    parts, demands = parts_of(plan.node)
    if len(parts) < 2:
        return [], 0
    having = [[one.documents_of(part) for part in parts] for one in evaluations]
    counted: list[dict[int, int]] = []
    for evaluation, sets, known in zip(evaluations, having, seen, strict=True):
        counts = Counter(chain.from_iterable(sets))
        allowed = counts.keys() - known - evaluation.segment.deleted
        for demand in demands:
            if isinstance(demand, Not):
                allowed.difference_update(evaluation.documents_of(demand.node))
            else:
                allowed.intersection_update(evaluation.documents_of(demand))
        counted.append({document: counts[document] for document in allowed})
    as_asked = [Counter(chain.from_iterable(map(one.documents_of, parts))) for one in exactly]
    best: list[_Ranked] = []
    total = 0
    for count in range(len(parts) - 1, 0, -1):
        if count < len(parts) / 2 and (total or any(seen)):
            break  # less than half is shown only where there is nothing else
        having_most = [{at for at, n in counts.items() if n == count} for counts in counted]
        total += sum(map(len, having_most))
        exact = [
            {at for at in documents if counts[at] == count}
            for documents, counts in zip(having_most, as_asked, strict=True)
        ]
        widened = [most - one for most, one in zip(having_most, exact, strict=True)]
        for documents in (exact, widened):
            if len(best) < limit:
                found = [
                    Found(one.segment, here, one.words)
                    for one, here in zip(evaluations, documents, strict=True)
                ]
                best += _best(plan, found, snapshot, limit - len(best), exact=False)
    number = {one.segment.name: at for at, one in enumerate(evaluations)}
    return [
        ranked._replace(
            missing=tuple(
                said(part)
                for part, documents in zip(parts, having[number[ranked.segment.name]], strict=True)
                if ranked.document not in documents
            )
        )
        for ranked in best
    ], total


def parts_of(node: Node) -> tuple[list[Node], list[Node]]:
    """Part a query into what may be missing, and all else: together these are the query.

    What stands in texts may be missing, but for what is joined by a written AND.
    """
    nodes = node.nodes if isinstance(node, And) and not node.written else ()
    parts: list[Node] = [
        one for one in nodes if not isinstance(one, Not) and next(fields_of(one), None) is None
    ]
    return parts, [one for one in nodes if one not in parts]


def _best(
    plan: Plan, found: list[Found], snapshot: Snapshot, limit: int, *, exact: bool
) -> list[_Ranked]:
    return [
        _Ranked(one.score, snapshot.segments[one.segment], one.document, exact)
        for one in best_documents(plan, found, snapshot, limit)
    ]


def _show(plan: Plan, ranked: _Ranked, corpus: Corpus, named: NamedPlaces | None) -> Hit:
    """Read the article again for its snippets and metadata; one that is gone stays a bare hit."""
    name, part = ranked.segment.packed.keys()[ranked.document]
    score = round(ranked.score, 6)
    file = corpus.find(name, part)
    if file is not None:
        try:
            article = corpus.read(file)
        except CorpusError:
            file = None
    if file is None:
        return Hit(name, part, None, None, None, score, (), ranked.exact, ranked.missing)
    metadata = corpus.unbounded_metadata(article)
    places = first_places(plan, article.text)
    if named is not None:
        places = in_order([*places, *named.found(article)])
    snippets = choose_snippets(article.text, places)
    return Hit(
        name,
        part,
        metadata.title,
        metadata.outlet,
        metadata.published,
        score,
        snippets,
        ranked.exact,
        ranked.missing,
        places=min(len(without_overlaps(places)), MOST_PLACES),
    )
