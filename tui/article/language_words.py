"""What is said of an article that is not all in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.understanding.languages.names import name_of

if TYPE_CHECKING:
    from corpus.understanding.analysis import Analysis

_MOST = 3  # languages that are named


def languages_in(analysis: Analysis) -> str:
    """Say in which languages an article is, or so many of its paragraphs; "" for English alone."""
    foreign = analysis.foreign
    if not foreign:
        return ""
    names = list(dict.fromkeys(name_of(each.language) for each in foreign))
    words = ", ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
    if len(foreign) == len(analysis.paragraphs):
        return f"in {words}: no names are read"
    return f"{len(foreign):,} of {len(analysis.paragraphs):,} paragraphs in {words}"
