"""Why a figure or a date was read as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.understanding.analysis import Metadata, Quantity

_DATES = ("date", "time")
_NEAR = 48  # code points in which the words of a bound stand
_SAYS = {
    "over": "more than the figure, without it",
    "at-least": "the figure or more",
    "under": "less than the figure, without it",
    "at-most": "the figure or less",
}
_KINDS = {
    "count": "a figure without unit",
    "fraction": "a part of one",
    "percent": "a figure with the sign or word of percent",
    "money": "a figure with a currency",
    "dimension": "a figure with a unit of measure",
    "age": "a figure with the words of an age, or between commas behind a name",
    "ordinal": "a number of order",
    "duration": "a figure, or an indefinite number, with a unit of time",
    "date": "words of the calendar",
    "time": "a time of the day",
}


def quantity_reasons(text: str, quantity: Quantity, metadata: Metadata) -> tuple[str, ...]:
    """Return why a quantity of `text` has its kind, bound, noun and date."""
    return tuple(_reasons(text, quantity, metadata))


def _reasons(text: str, quantity: Quantity, metadata: Metadata) -> Iterator[str]:
    yield f"{quantity.kind}: {_KINDS[quantity.kind]}"
    if quantity.kind not in _DATES and not re.search(r"[0-9]", quantity.text):
        yield "the number is written in words"
    if quantity.min is not None and quantity.max is not None:
        yield "two figures that are the ends of one range"
    around = _around(text, quantity)
    if quantity.bound is not None:
        yield f"{quantity.bound} ({_SAYS[quantity.bound]}): {around}"
    if quantity.approximate:
        yield f"approximate: {around}"
    if quantity.of is not None:
        side = "behind" if quantity.of.start >= quantity.end else "before"
        yield f"what is counted: the noun phrase {side} the figure"
        if quantity.of.group:
            yield f"compared as {quantity.of.group}: the head of that phrase"
    if quantity.kind == "date":
        yield _date(quantity, metadata)


def _around(text: str, quantity: Quantity) -> str:
    """Return the words right before and behind a figure, where its bound is read from."""
    before = " ".join(text[max(0, quantity.start - _NEAR) : quantity.start].split()[-3:])
    behind = " ".join(text[quantity.end : quantity.end + _NEAR].split()[:2])
    return f"“… {before} [{' '.join(quantity.text.split())}] {behind} …”"


def _date(quantity: Quantity, metadata: Metadata) -> str:
    if quantity.iso is not None and quantity.basis is None:
        return f"{quantity.iso}: its own words say it"
    published = metadata.published
    if quantity.iso is not None:
        day = published.value if published else "the published date"
        return f"{quantity.iso}: counted from {quantity.basis} ({day})"
    if published is None:
        return "no day: it leans on the day of writing, and no published date is known"
    if published.certainty == "guess":
        return "no day: it leans on the day of writing, and the published date is a guess"
    return "no day: its words fit more than one"
