"""What a search led to: the place that was chosen, and how its results were listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.span import Span
    from index.ordering import Order
    from tui.searching.search_rows import SearchRow


@dataclass(frozen=True, slots=True)
class Found:
    """The place that the reader chose: an article, a span in it, and the query that led there.

    `row` is the row that was chosen of results in an `order`, articles that are one in a row where
    they are folded (`fold`), `limit` how many articles were listed: to come back to the row.
    """

    article: str
    part: str | None
    target: Span | None
    query: str
    widen: bool
    row: SearchRow
    order: Order
    fold: bool
    limit: int
