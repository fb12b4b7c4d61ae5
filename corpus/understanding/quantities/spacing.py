"""What may stand between the words of one quantity, and the words around an offset."""

from __future__ import annotations

import re

from corpus.span import Span

GAP = r"(?:[^\S\n]{1,4}|[^\S\n]{0,3}\n[^\S\n]?(?![^\S\n]))"
"""Regular expression: spaces of any kind (no-break and thin ones too) with at most one line end.

It is bounded, so that a long run of spaces costs nothing. An empty line is never crossed, nor a
line end with an indented line after it: in wrapped text that is a paragraph, in a table a row.
"""

HYPHEN = "[-‐‑]"
"""Regular expression: the hyphens that join the words of a compound."""

DASH = "[-‐‑‒–—−~]"
"""Regular expression: every character that joins the two ends of a range."""

_NEXT_WORD = re.compile(rf"(?:{GAP}|{HYPHEN})([A-Za-z][A-Za-z.’']*)")
_LOOKBACK = 56


def words_before(text: str, offset: int, count: int) -> list[str]:
    """Return up to `count` lower-case words that stand before `offset` in the same paragraph.

    The nearest word is last. Punctuation stays attached, so that "than," is not "than".
    """
    before = text[max(0, offset - _LOOKBACK) : offset]
    paragraph = before.rfind("\n\n")
    if paragraph >= 0:
        before = before[paragraph:]
    return before.lower().split()[-count:]


def words_after(text: str, offset: int, count: int) -> list[Span]:
    """Return the spans of up to `count` words that follow `offset` after a gap or a hyphen."""
    words: list[Span] = []
    while len(words) < count:
        word = _NEXT_WORD.match(text, offset)
        if word is None:
            break
        start, end = word.span(1)
        while text[end - 1] in ".’'":
            end -= 1
        words.append(Span(start, end))
        if end != word.end():
            break
        offset = end
    return words
