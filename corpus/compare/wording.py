"""A text as what is compared: its sentences, each as words with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.span import Span
from corpus.tokens import locate_words

LONGEST = 300
"""A sentence of more words is compared in pieces of so many: a text may have no stop at all."""

# What a figure means may hang on a sign that is no part of any word.
_SIGN = re.compile(r"[%‰$£€¥₹₽₴₩]|(?<![\w.])[-−+](?=\d)")


@dataclass(frozen=True, slots=True)
class Wording(Span):
    """A sentence, or a piece of a long one: the normal forms of its words, and where they stand."""

    forms: tuple[str, ...]
    places: tuple[Span, ...]


def wordings(
    text: str, sentences: Iterable[Span], without: Sequence[Span] = ()
) -> Iterator[Wording]:
    """Give the sentences that have words, in order; those that begin in `without` are left out.

    `without` are disjoint spans in the order of the text, such as those of furniture.
    """
    starts = [span.start for span in without]
    for sentence in sentences:
        at = bisect_right(starts, sentence.start) - 1
        if at >= 0 and without[at].covers(sentence.start):
            continue
        words = _words(text[sentence.start : sentence.end], sentence.start)
        for first in range(0, len(words), LONGEST):
            piece = words[first : first + LONGEST]
            start = sentence.start if first == 0 else piece[0][0].start
            end = sentence.end if first + LONGEST >= len(words) else piece[-1][0].end
            yield Wording(
                start, end, tuple(form for _, form in piece), tuple(place for place, _ in piece)
            )


def _words(text: str, offset: int) -> list[tuple[Span, str]]:
    found = [(Span(start + offset, end + offset), form) for start, end, form in locate_words(text)]
    signs = [
        (Span(sign.start() + offset, sign.end() + offset), sign[0]) for sign in _SIGN.finditer(text)
    ]
    return sorted([*found, *signs], key=lambda pair: pair[0].start) if signs else found
