"""What both reports say of an annotation, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from annotations.exchange.item import Exported
from annotations.schema import scalar_word

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from annotations.linked import LinkEnd
    from annotations.model import Claim, ClaimQuantity
    from corpus.span import Span

_LONGEST = 80  # code points of a quotation that stands for its annotation
_BOUNDS = {"over": "over", "at-least": "at least", "under": "under", "at-most": "at most"}


def source_line(item: Exported) -> str:
    """Name an article: outlet, date, and its file where that is not its heading."""
    file = item.row.article if item.title else ""
    return " · ".join(part for part in (item.outlet, item.published, file) if part)


def citation(row: LedgerRow, span: Span | None) -> str:
    """Say where words stand: the file and the code points, as every command takes them."""
    file = f"{row.article} ({row.part})" if row.part else row.article
    return f"{file}:{span.start}-{span.end}" if span else file


def placed_facts(row: LedgerRow) -> Iterator[tuple[str, str]]:
    """Give where the words of an annotation stand now, then its facts."""
    if row.span is not None:
        yield "In the text", citation(row, row.span)
    yield from facts(row)


def facts(row: LedgerRow) -> Iterator[tuple[str, str]]:
    """Give what an annotation holds beside its words and its note, each under its name."""
    one, claim = row.annotation, row.annotation.claim
    if row.state != "ok":
        yield "State", row.state
    if claim is not None:
        yield from claim_facts(claim)
    if one.tags:
        yield "Tags", ", ".join(one.tags)
    if row.by:
        yield "By", row.by
    if one.made:
        yield "Made", one.made
    if one.edited:
        yield "Edited", one.edited


def claim_facts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Give what a claim says, field by field, each under its name."""
    when = claim.when
    values = (
        ("Speaker", claim.speaker),
        ("Via", claim.via),
        ("Cue", claim.cue),
        ("Subject", claim.subject),
        ("Measure", claim.measure),
        ("Quantity", _figure(claim.quantity) if claim.quantity else None),
        ("Place", claim.place),
        ("When", " = ".join(filter(None, (when.said, when.iso))) if when else None),
        ("Confidence", claim.confidence),
        ("Verdict", claim.verdict),
    )
    yield from ((name, value) for name, value in values if value)
    yield from ((name, str(value)) for name, value in claim.fields.items() if value)


def link_lines(
    ends: Iterable[LinkEnd], names: Mapping[str, Exported]
) -> Iterator[tuple[str, str, str]]:
    """Give each link: its words and why, the id at its other end, the words that stand there."""
    for end in ends:
        there = names.get(end.other)
        quote = there.row.annotation.quote or there.row.annotation.note if there else None
        words = f"{end.words} ({end.link.why})" if end.link.why else end.words
        line = " ".join((quote or end.other).split())
        yield words, end.other, line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _figure(quantity: ClaimQuantity) -> str:
    if quantity.said:
        return quantity.said
    parts = [_BOUNDS.get(quantity.bound or "", ""), "about" if quantity.approximate else ""]
    if quantity.value is not None:
        parts.append(scalar_word(quantity.value))
    ends = [scalar_word(end) for end in (quantity.min, quantity.max) if end is not None]
    parts.append(" to ".join(ends))
    return " ".join(part for part in (*parts, quantity.unit, quantity.of) if part)
