"""When a claim is about: the date of its words that is not of another figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from annotations import When

if TYPE_CHECKING:
    from corpus.understanding.analysis import Quantity

_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)
_LONGEST = 12  # code points: "since the" and the white space around
_BEGUN = re.compile(r"since\b", re.IGNORECASE)
# "Down from 3,000 in 2017": the figure and its date are what another one is compared with.
_COMPARED = re.compile(
    r"\b(?:(?:down|up|fallen|risen|fell|rose|grown|grew|shrunk|increased|decreased|dropped)\s+from|"
    r"compared\s+(?:to|with)|versus|as\s+against)\b[^.;]*$",
    re.IGNORECASE,
)
_FAR = 60


def when_in(text: str, quantity: Quantity) -> When:
    """Return a date of a text as a claim holds it: "since March" is a time that begins then."""
    words = " ".join(quantity.text.split())
    before = _SINCE.search(text[max(0, quantity.start - _LONGEST) : quantity.start])
    return When(words, quantity.iso) if before is None else begun(f"since {words}", quantity.iso)


def begun(words: str, iso: str | None) -> When:
    """Return a date in words, as a time that goes on where they begin with "since"."""
    goes_on = iso and "/" not in iso and _BEGUN.match(words)
    return When(words, f"{iso}/.." if goes_on else iso)


def date_for(
    text: str,
    dates: Sequence[Quantity],
    near: int,
    other_of: Callable[[int], Quantity | None],
) -> Quantity | None:
    """Return the date next to the figure at `near`.

    `other_of` says which other figure a place stands nearer to: its dates come last, and where
    that figure is one that this one is compared with, they are none of this one's.
    """
    ranked: list[tuple[tuple[bool, int], Quantity]] = []
    for date in dates:
        other = other_of(date.start)
        if other is not None and is_compared(text, other):
            continue
        ranked.append(((other is not None, abs(date.start - near)), date))
    return min(ranked, key=lambda one: one[0])[1] if ranked else None


def is_compared(text: str, figure: Quantity) -> bool:
    """Whether a figure is what another one is compared with: "down from 3,000"."""
    return bool(_COMPARED.search(text[max(0, figure.start - _FAR) : figure.start]))
