"""The ledger as it goes out to other formats: each row with what is known of its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.safe_text import safe

if TYPE_CHECKING:
    from annotations.exchange.item import Exported
    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus

# What parts the cells and rows of a table.
_PARTING = re.compile("(\r\n|\t)")


def for_terminal(pieces: Iterable[str]) -> Iterator[str]:
    """Give what is written for other programs as a terminal may have it: nothing that it obeys.

    A file or a pipe gets the words as they are, so that they can be read back.
    """
    for piece in pieces:
        parts = _PARTING.split(piece)
        parts[::2] = map(safe, parts[::2])
        yield "".join(parts)


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
