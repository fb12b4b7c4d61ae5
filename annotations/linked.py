"""The links of a corpus, seen from both ends: each is stored once, at its origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.ledger import LedgerRow
from annotations.model import SYMMETRIC_LINKS, Link

if TYPE_CHECKING:
    from annotations.store import AnnotationStore

_INVERSE = {
    "supports": "supported by",
    "updates": "updated by",
    "refines": "refined by",
    "part-of": "has part",
    "quotes": "quoted by",
}


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A link as one of its annotations shows it.

    `words` say what this annotation is to `other`: the type, or the inverse of a directed one where
    it was stored at the other end. `row` is the other annotation, None where it is nowhere.
    `stored_here` says that the link stands in this annotation.
    """

    words: str
    other: str
    link: Link
    row: LedgerRow | None
    stored_here: bool


class Links:
    """The links between the annotations of a ledger."""

    def __init__(self, rows: Iterable[LedgerRow]) -> None:
        self._rows: dict[str, LedgerRow] = {}
        for row in rows:
            self._rows.setdefault(row.annotation.id, row)
        self._to: dict[str, list[tuple[str, Link]]] = {}
        for origin, row in self._rows.items():
            for link in row.annotation.links:
                self._to.setdefault(link.to, []).append((origin, link))

    def of(self, identity: str) -> tuple[LinkEnd, ...]:
        """Return the links of an annotation: those it holds, then those that lead to it."""
        row = self._rows.get(identity)
        own = row.annotation.links if row is not None else ()
        out = [LinkEnd(link.type, link.to, link, self._rows.get(link.to), True) for link in own]
        back = [
            LinkEnd(inverse_of(link.type), origin, link, self._rows.get(origin), False)
            for origin, link in self._to.get(identity, ())
        ]
        return (*out, *back)


def inverse_of(type_: str) -> str:
    """Say what the end of a link is to its origin: the same where the type is symmetric."""
    return type_ if type_ in SYMMETRIC_LINKS else _INVERSE.get(type_, f"{type_} (from there)")


def link_counts(rows: Iterable[LedgerRow]) -> Counter[str]:
    """Count the links of the annotations of a ledger, by id: each counts at both of its ends."""
    counts: Counter[str] = Counter()
    for row in rows:
        links = row.annotation.links
        if links:
            counts[row.annotation.id] += len(links)
            counts.update(link.to for link in links)
    return counts


def links_of(store: AnnotationStore, *articles: str) -> Links:
    """Read the links of all sidecars, of those in linked folders only where named in `articles`.

    Walks the folder that the sidecars lie in; reads no article.
    """
    found = dict.fromkeys((*(article for article, _ in store.location.sidecars()), *articles))
    return Links(
        LedgerRow(article, one.part, one, "ok", one.at, owned.reader, owned.mine)
        for article in found
        for owned in store.sidecars(article)
        for one in owned.annotations
    )
