"""A date in a few cells that tells how it is known: said, inferred, bounded or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from corpus.facts import Dated
    from corpus.understanding.analysis import Metadata

DATE_CELLS: Final = 11
MONTH_CELLS: Final = 8
UNKNOWN: Final = "no date"


def date_words(first: str, last: str, dated: Dated, *, short: bool = False) -> str:
    """Return the date of an article in at most `DATE_CELLS` cells, `MONTH_CELLS` when `short`.

    `first` and `last` are ISO 8601 days, possibly partial, or "". A date that is inferred has a
    question mark behind it; of one that is bounded only the bounds are told, as far as they fit.
    """
    if dated == "bounded":
        return _bounds(first, last, short=short)
    if not dated:
        return "" if short else UNKNOWN
    return first[: 7 if short else 10] + ("?" if dated == "inferred" else "")


def date_of(metadata: Metadata) -> str:
    """Return the same of what is known of an article."""
    from corpus.facts import dated

    first, last = (
        value.value if value is not None else ""
        for value in (
            metadata.published or metadata.earliest,
            metadata.published or metadata.latest,
        )
    )
    return date_words(first, last, dated(metadata))


def _bounds(first: str, last: str, *, short: bool) -> str:
    most = 7 if short else 10
    if not first:
        return f"≤{last[:most]}"
    if not last:
        return f"≥{first[:most]}"
    if first[:7] == last[:7]:
        return f"~{first[:7]}"
    if first[:4] == last[:4]:
        return f"~{first[:4]}"
    return f"~{first[2:4]}–{last[2:4]}" if short else f"~{first[:4]}–{last[:4]}"
