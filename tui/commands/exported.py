"""The ledger as it goes out to other formats: each row with what is known of its article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.exchange.item import Exported
    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus


def exported(corpus: Corpus, rows: Iterable[LedgerRow]) -> list[Exported]:
    """Give rows with title, outlet and date of their articles, where they are known."""
    from annotations.exchange.item import Exported

    known: dict[tuple[str, str | None], tuple[str, str, str]] = {}
    found = []
    for row in rows:
        key = row.article, row.part
        if key not in known:
            known[key] = _source(corpus, *key)
        found.append(Exported(row, *known[key]))
    return found


def _source(corpus: Corpus, article: str, part: str | None) -> tuple[str, str, str]:
    file = corpus.find(article, part)
    if file is None:
        return "", "", ""
    try:
        metadata = corpus.summary(file).metadata
    except CorpusError:
        return "", "", ""
    values = metadata.title, metadata.outlet, metadata.published
    title, outlet, published = (" ".join(one.value.split()) if one else "" for one in values)
    return title, outlet, published
