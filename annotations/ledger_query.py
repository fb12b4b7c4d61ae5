"""Which annotations of the ledger are wanted, and in which order: what is typed, understood.

Words are looked for anywhere in an annotation and in the title of its article. A field and a colon
ask for one thing: `tag:dam` (and all tags that have it as a part, `dam/north` and `marn/dam`),
`speaker:`, `state:changed`, `kind:claim`, `has:claim`, `links:contradicts`, `article:` (its file or
its title), `measure:`, `place:`, `by:`, `id:`, `to:`. A hyphen before it turns it round, double
quotes keep blanks together. Every condition must hold; case does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from annotations.model import Annotation

CONDITION = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))')
"""A condition as it is typed: a hyphen, a field, and a value in quotation marks or without."""

GROUPS = ("article", "speaker", "measure", "tag", "state", "kind", "by", "place", "when")
"""What the ledger is grouped and sorted by."""

TitleOf = Callable[["LedgerRow"], str]
"""Gives the title of the article that an annotation stands in, "" where none is known."""

_LINKS = ("link", "links")


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked for; `field` is None for a word anywhere. `value` is folded."""

    field: str | None
    value: str
    negated: bool = False

    def holds(
        self,
        row: LedgerRow,
        origins: frozenset[str] = frozenset(),
        title_of: TitleOf = lambda _: "",
    ) -> bool:
        """Whether it is so of a row; `origins` are the types of the links that lead to it."""
        return self._matches(row, origins, title_of) is not self.negated

    @property
    def is_of_links(self) -> bool:
        """Whether it asks for what leads to a row, too."""
        return self.field == "links" or (self.field == "has" and self.value in _LINKS)

    def _matches(self, row: LedgerRow, origins: frozenset[str], title_of: TitleOf) -> bool:
        if self.field in (None, "article") and self.value in title_of(row).casefold():
            return True
        if self.field is None:
            return any(self.value in words.casefold() for words in _texts(row))
        return FIELDS[self.field](row, self.value, origins)


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """The conditions that a row fulfils, all of them."""

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def of(cls, text: str) -> LedgerQuery:
        """Understand what was typed; nothing in it can be wrong, as it is read while one types."""
        found = []
        for match in CONDITION.finditer(text):
            minus, field, quoted, word = match.groups()
            value = quoted if quoted is not None else word
            if field is not None and field not in FIELDS:
                field, value = None, f"{field}:{value}"
            if value:
                found.append(Condition(field, value.casefold(), bool(minus)))
        return cls(tuple(found))

    def chosen(
        self, rows: Iterable[LedgerRow], title_of: TitleOf = lambda _: ""
    ) -> list[LedgerRow]:
        """Return the rows that fulfil all conditions, in their order.

        Words are looked for in the titles of their articles, too.
        """
        rows = list(rows)
        types: dict[str, set[str]] = {}
        if any(condition.is_of_links for condition in self.conditions):
            for row in rows:
                for link in row.annotation.links:
                    types.setdefault(link.to, set()).add(link.type)
        return [
            row
            for row in rows
            if all(
                condition.holds(row, frozenset(types.get(row.annotation.id, ())), title_of)
                for condition in self.conditions
            )
        ]


def ordered(rows: Sequence[LedgerRow], by: str, *, reverse: bool = False) -> list[LedgerRow]:
    """Sort rows by one of GROUPS; what has no such value comes last, equals keep their order."""
    keyed = [(min(group_names(row, by), default=""), row) for row in rows]
    named = sorted((pair for pair in keyed if pair[0]), key=lambda pair: pair[0], reverse=reverse)
    return [row for _, row in named] + [row for name, row in keyed if not name]


def grouped(rows: Sequence[LedgerRow], by: str) -> list[tuple[str, list[LedgerRow]]]:
    """Put rows under the values of one of GROUPS, in order of the names; "" comes last.

    A row with several tags stands under each of them.
    """
    groups: dict[str, list[LedgerRow]] = {}
    for row in rows:
        for name in group_names(row, by) or ("",):
            groups.setdefault(name, []).append(row)
    return sorted(groups.items(), key=lambda group: (not group[0], group[0].casefold()))


def group_names(row: LedgerRow, by: str) -> tuple[str, ...]:
    """Return the values that a row has for one of GROUPS."""
    annotation, claim = row.annotation, row.annotation.claim
    if by == "tag":
        return annotation.tags
    when = claim.when if claim else None
    value = {
        "article": row.article,
        "state": row.state,
        "kind": annotation.kind,
        "by": row.by,
        "speaker": claim.speaker if claim else None,
        "measure": claim.measure if claim else None,
        "place": claim.place if claim else None,
        "when": (when.iso or when.said) if when else None,
    }[by]
    return (value,) if value else ()


def _texts(row: LedgerRow) -> Iterable[str]:
    annotation, claim = row.annotation, row.annotation.claim
    yield from (row.article, annotation.quote or "", annotation.note, *annotation.tags)
    if claim is not None:
        values = claim.speaker, claim.via, claim.subject, claim.measure, claim.place, claim.verdict
        yield from (value for value in values if value)


def _has(annotation: Annotation, what: str) -> bool:
    claim = annotation.claim
    return bool(
        {
            "claim": claim is not None,
            "note": annotation.note,
            "tag": annotation.tags,
            "tags": annotation.tags,
            **dict.fromkeys(_LINKS, annotation.links),
            "quote": annotation.quote,
            "quantity": claim and claim.quantity,
            "when": claim and claim.when,
            "speaker": claim and claim.speaker,
            "measure": claim and claim.measure,
            "place": claim and claim.place,
            "verdict": claim and claim.verdict,
        }.get(what, False)
    )


def _holds_words(name: str) -> Callable[[LedgerRow, str, frozenset[str]], bool]:
    def holds(row: LedgerRow, value: str, _: frozenset[str]) -> bool:
        return any(value in found.casefold() for found in group_names(row, name))

    return holds


def _tag(row: LedgerRow, value: str, _: frozenset[str]) -> bool:
    asked = f"/{value.rstrip('/')}/"
    return any(asked in f"/{tag.casefold()}/" for tag in row.annotation.tags)


FIELDS: dict[str, Callable[[LedgerRow, str, frozenset[str]], bool]] = {
    "tag": _tag,
    "speaker": _holds_words("speaker"),
    "measure": _holds_words("measure"),
    "place": _holds_words("place"),
    "when": _holds_words("when"),
    "article": _holds_words("article"),
    "by": _holds_words("by"),
    "state": lambda row, value, _: row.state == value,
    "kind": lambda row, value, _: row.annotation.kind == value,
    "has": lambda row, value, types: (
        _has(row.annotation, value) or (value in _LINKS and bool(types))
    ),
    "id": lambda row, value, _: row.annotation.id.casefold() == value,
    "to": lambda row, value, _: any(link.to.casefold() == value for link in row.annotation.links),
    "links": lambda row, value, types: (
        value in types or any(link.type == value for link in row.annotation.links)
    ),
}
"""The fields that can be asked for: a row, a value without case, types of links that lead to it."""
