"""A figure in signs: its bound, its value or range, with thousands separated."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.understanding.analysis import Number, Quantity

_BOUNDS = {"over": ">", "at-least": "≥", "under": "<", "at-most": "≤"}


def figure(quantity: Quantity) -> str:
    """Return the figures with their bound: `≥ 41`, `2,300–3,100`, `~ 20`; dates as said."""
    low, high, value = quantity.min, quantity.max, quantity.value
    if low is not None and high is not None:
        number = f"{number_words(low)}–{number_words(high)}"
    elif low is not None:
        number = f"{number_words(low)}+"
    elif high is not None:
        number = f"≤ {number_words(high)}"
    elif value is not None:
        number = number_words(value)
    else:
        number = " ".join(quantity.text.split())
    sign = _BOUNDS.get(quantity.bound or "", "")
    return " ".join(filter(None, ("~" if quantity.approximate else "", sign, number)))


def number_words(number: Number) -> str:
    """Return a number with its thousands separated."""
    return f"{number:,}" if isinstance(number, int) else f"{number:,.10g}"
