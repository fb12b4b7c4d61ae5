"""In which order the articles that a query found are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, get_args

from index.counting import count_places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.facts import Known
    from index.known_files import FileKey
    from index.planning import Plan
    from index.ranking import Scored
    from index.snapshot import OpenSegment

Order = Literal["relevance", "date", "outlet", "hits"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
BY_METADATA: Final = frozenset(("date", "outlet"))
"""Orders that need the metadata of all articles."""


def ordered_documents(
    order: Order,
    plan: Plan,
    scored: list[Scored],
    segments: tuple[OpenSegment, ...],
    known: Mapping[FileKey, Known],
) -> list[tuple[OpenSegment, int, float]]:
    """Return the scored documents in an order, of equal ones the best first.

    By date the newest come first; by outlet the names as in a dictionary; by hits those in which
    the words of the query stand most often. What is not known comes last.
    """
    counts = [
        sum(
            (Counter(count_places(plan.leaves[words], segment.packed)) for words in plan.wanted()),
            Counter[int](),
        )
        if order == "hits" and one.documents
        else Counter[int]()
        for one, segment in zip(scored, segments, strict=True)
    ]
    rows = [
        (segment, document, score, _rank(order, segment, document, here, known))
        for one, segment, here in zip(scored, segments, counts, strict=True)
        for document, score in zip(one.documents, one.scores, strict=True)
    ]
    rows.sort(key=lambda row: -row[2])
    rows.sort(key=lambda row: row[3], reverse=order != "outlet")
    return [(segment, document, score) for segment, document, score, _ in rows]


def _rank(
    order: Order,
    segment: OpenSegment,
    document: int,
    counts: Counter[int],
    known: Mapping[FileKey, Known],
) -> tuple[int, str]:
    if order == "hits":
        return counts[document], ""
    row = known.get(segment.packed.keys()[document])
    if order == "date":
        return 0, row.first if row is not None else ""
    outlet = row.outlet.casefold() if row is not None else ""
    return int(not outlet), outlet
