"""From a query to its concordance, and to the two parts of the corpus that keyness compares."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.span import Span
from index.concordance.counts import Counts, Documents, all_documents
from index.concordance.gathering import Concordance, choosing_fields
from index.concordance.keywords import Keywords
from index.counting import SegmentWords
from index.evaluating import Evaluation
from index.field_places import NoMarks
from index.planning import Plan, plan_query
from index.problems import QueryError
from index.query.expressions import OutOfTime, out_of_time
from index.query.tree import Field, Node, fields_of
from index.together import TogetherInTexts

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article
    from corpus.opening import Corpus
    from index.field_places import Marks
    from index.fields import FieldAnswers
    from index.snapshot import Snapshot


def concordance_of(
    query: str,
    node: Node,
    snapshot: Snapshot,
    corpus: Corpus,
    answers: FieldAnswers,
    *,
    widen: bool,
    marks: Marks | None,
    entity: str | None,
    condemn: Callable[[], None],
) -> Concordance:
    """Return the concordance of a query that was read as `node`; raises QueryError.

    DamagedSegment is raised where the index is not as it was written; what is counted later calls
    `condemn` then.
    """
    plan = _planned(query, node, snapshot, corpus, answers, widen=widen)

    @lru_cache(maxsize=1 << 16)
    def names(one: Field, name: str, part: str | None, local: str) -> bool:
        return answers.names(one, (name, part), local, entity)

    def is_named(one: Field, article: Article, local: str) -> bool:
        return names(one, article.name, article.file.part, local)

    keywords = Keywords(plan, corpus, marks or NoMarks(), is_named)
    if not keywords.has_words and not keywords.fields:
        raise QueryError(
            query,
            Span(0, len(query)),
            "the query chooses articles and names no place in them",
            "add a word, or entity: person: org: place: speaker: number: tag: note: has:",
        )
    around = all_documents(snapshot)
    for one in choosing_fields(keywords):
        around = tuple(
            frozenset(snapshot.documents_of(segment, plan.articles[one])) & documents
            for segment, documents in zip(snapshot.segments, around, strict=True)
        )
    return Concordance(keywords, snapshot, _found(query, plan, snapshot, corpus), around, condemn)


def selection_of(
    query: str,
    node: Node | None,
    snapshot: Snapshot,
    corpus: Corpus,
    answers: FieldAnswers,
    condemn: Callable[[], None],
) -> Counts:
    """Return the words of the articles that a query finds, without one those of all articles.

    Raises as `concordance_of`.
    """
    if node is None:
        return Counts(snapshot, all_documents(snapshot), condemn)
    plan = _planned(query, node, snapshot, corpus, answers, widen=False)
    return Counts(snapshot, _found(query, plan, snapshot, corpus), condemn)


def _planned(
    query: str,
    node: Node,
    snapshot: Snapshot,
    corpus: Corpus,
    answers: FieldAnswers,
    *,
    widen: bool,
) -> Plan:
    try:
        plan = plan_query(node, snapshot, widen=widen)
    except OutOfTime:
        raise out_of_time(query) from None
    asked = {one for one, _ in fields_of(plan.node)}
    return replace(plan, articles={one: answers.articles(one, corpus) for one in asked})


def _found(query: str, plan: Plan, snapshot: Snapshot, corpus: Corpus) -> Documents:
    together = TogetherInTexts(plan, corpus)
    try:
        return tuple(
            frozenset(
                Evaluation(plan, segment, SegmentWords(segment.packed), snapshot, together)
                .found()
                .documents
            )
            for segment in snapshot.segments
        )
    except OutOfTime:
        raise out_of_time(query) from None
