"""Quantities and dates of a claim as a reader types them: words in, the sidecar's form out.

The analysis that reads articles reads these lines, too. What it cannot read is kept as `said`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.model import ClaimQuantity, When
from corpus.span import Span
from tui.claiming.dates import begun

if TYPE_CHECKING:
    from corpus.understanding.analysis import Quantity

_BOUNDS = {"over": "over", "at-least": "at least", "under": "under", "at-most": "at most"}
_DATES = ("date", "time")
_WORD = re.compile(r"[^\W_]+")
# A date, decade or century of EDTF, or an interval of two, either of which may be open.
_DATE = r"-?(?:[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|[0-9]{3}X|[0-9]{2}XX)[?~%]?"
_EDTF = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE}")
_STANDS_FOR = " = "
# Figures that say themselves that they are not exact; the later take "of" before a noun.
_SEVERAL = frozenset({"several", "few"})
_MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions"})


def quantity_of(typed: str) -> ClaimQuantity | None:
    """Return what a line such as "over 1,600 fighters" says; None for an empty one.

    `said` keeps the words where no figure, or more than one, or more than a figure with its bound,
    unit and noun can be read in them.
    """
    words = " ".join(typed.split())
    if not words:
        return None
    found = [one for one in _read(words, None) if one.kind not in _DATES]
    if len(found) != 1:
        return ClaimQuantity(said=words)
    quantity = found[0]
    end = max(quantity.end, quantity.of.end if quantity.of else 0)
    bounded = quantity.bound is not None or quantity.approximate
    left_over = words[end:] if bounded else words[: quantity.start] + words[end:]
    of = quantity.of.text if quantity.of else None
    whole = not _WORD.search(left_over) or (bounded and end == quantity.end)
    return claimed(quantity, of, None if whole and not says_more(quantity) else words)


def is_vague(quantity: Quantity) -> bool:
    """Whether the words of a figure say that it is not exact: "several", "dozens"."""
    return bool((_SEVERAL | _MANY) & set(quantity.text.casefold().split()))


def is_many(quantity: Quantity) -> bool:
    """Whether a figure takes "of" before what it counts: "hundreds", "tens of thousands"."""
    return quantity.text.casefold().split()[-1] in _MANY


def says_more(quantity: Quantity) -> bool:
    """Whether the words of a figure are kept: "a third" is more than 0.333, "dozens" than 24."""
    return quantity.kind == "fraction" or is_vague(quantity)


def claimed(quantity: Quantity, of: str | None, said: str | None = None) -> ClaimQuantity:
    """Return a quantity of a text in the form of claims."""
    return ClaimQuantity(
        value=quantity.value,
        min=quantity.min,
        max=quantity.max,
        bound=quantity.bound,
        unit=quantity.unit,
        of=of,
        approximate=quantity.approximate,
        said=said,
    )


def quantity_line(quantity: ClaimQuantity | None) -> str:
    """Return a quantity as its line shows it; read again, it says the same."""
    if quantity is None:
        return ""
    if quantity.said:
        return quantity.said
    figure = _figure(quantity)
    bound = _BOUNDS.get(quantity.bound or "", quantity.bound or "")
    about = "about" if quantity.approximate else ""
    unit = quantity.unit or ""
    figure = f"{figure}{unit}" if unit == "%" else f"{figure} {unit}"
    of = f"of {quantity.of}" if quantity.of and unit else quantity.of or ""
    return " ".join(f"{bound} {about} {figure} {of}".split())


def understood_quantity(quantity: ClaimQuantity | None) -> str:
    """Say how a quantity is understood, key by key."""
    if quantity is None:
        return ""
    figure = _figure(quantity)
    if not figure:
        return "no single figure is read in it: it is kept as text"
    parts = [f"= {figure}"]
    parts += [quantity.bound] if quantity.bound else []
    parts += ["approximate"] if quantity.approximate else []
    parts += [f"unit {quantity.unit}"] if quantity.unit else []
    parts += [f"of {quantity.of}"] if quantity.of else []
    parts += ["the words are kept, too"] if quantity.said else []
    return " · ".join(parts)


def when_of(typed: str, published: str | None) -> When | None:
    """Return what a line such as "late October 2017" says; None for an empty one.

    `iso` is the EDTF date that the words name, where they name one; `published` is what relative
    dates are resolved against. A date that is EDTF already stands alone, and `words = EDTF` says
    both.
    """
    words = " ".join(typed.split())
    if not words:
        return None
    if _EDTF.fullmatch(words):
        return When(iso=words)
    said, _, iso = words.rpartition(_STANDS_FOR)
    if said and _EDTF.fullmatch(iso):
        return When(said, iso)
    found = [one for one in _read(words, published) if one.kind == "date"]
    return begun(words, found[0].iso if len(found) == 1 else None)


def when_line(when: When | None, published: str | None) -> str:
    """Return a date as its line shows it; read again, it says the same."""
    if when is None:
        return ""
    if not when.said or not when.iso:
        return when.said or when.iso or ""
    read = when_of(when.said, published)
    return when.said if read == when else f"{when.said}{_STANDS_FOR}{when.iso}"


def understood_when(when: When | None) -> str:
    """Say how a date is understood."""
    if when is None:
        return ""
    if when.iso is None:
        return "no date is certain from it: kept as text. Add “ = 2017-10” to say which"
    return f"= {when.iso}"


def _figure(quantity: ClaimQuantity) -> str:
    low, high = quantity.min, quantity.max
    if quantity.value is not None:
        return f"{quantity.value:,}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,}"
    if low is not None:
        return f"{low:,} or more"
    return "" if high is None else f"{high:,} or fewer"


def _read(words: str, published: str | None) -> tuple[Quantity, ...]:
    # Its tables take a while to load, and the form opens before anything is typed.
    from corpus.understanding.quantities.finding import find_quantities

    return find_quantities(words, (Span(0, len(words)),), (), published)
