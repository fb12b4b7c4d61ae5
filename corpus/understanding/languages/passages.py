"""The passages of a text in another language than English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.span import Span
from corpus.understanding.analysis import Foreign
from corpus.understanding.languages.telling import Told, agreed, tell
from corpus.understanding.paragraphs import split_paragraphs

# English prose has this word at least once in so many code points; no other language has it.
_THE = " the "
_ENOUGH = 150
_LONGEST = 100_000  # code points of an article that tell its language


def foreign_passages(text: str, paragraphs: Sequence[Span]) -> tuple[Foreign, ...]:
    """Return the paragraphs in another language than English, with it, in order.

    What tells no language by itself (a heading, a name) is in that of its neighbours, if they are
    in one.
    """
    told = agreed(
        [
            Told("en") if _is_english(text, span.start, span.end) else tell(span.cut(text))
            for span in paragraphs
        ]
    )
    _spread(told)
    return tuple(
        Foreign(span.start, span.end, language)
        for span, language in zip(paragraphs, told, strict=True)
        if language not in (None, "en")
    )


def language_of_text(text: str) -> str | None:
    """Return the language that most of a text is in; None where that is English, or not known."""
    text = text[:_LONGEST]
    paragraphs = split_paragraphs(text)
    sizes: Counter[str] = Counter()
    for each in foreign_passages(text, paragraphs):
        sizes[each.language] += each.end - each.start
    language, size = sizes.most_common(1)[0] if sizes else ("und", 0)
    whole = sum(span.end - span.start for span in paragraphs)
    return language if 2 * size > whole and language != "und" else None


def _is_english(text: str, start: int, end: int) -> bool:
    """Say whether a passage is English, by one word: fast, for the many that are."""
    return text.count(_THE, start, end) * _ENOUGH >= end - start


def _spread(told: list[str | None]) -> None:
    """Give what tells no language that of both its neighbours, or of the only one it has."""
    at = 0
    while at < len(told):
        if told[at] is not None:
            at += 1
            continue
        end = at
        while end < len(told) and told[end] is None:
            end += 1
        sides = {told[at - 1] if at else None, told[end] if end < len(told) else None} - {None}
        if len(sides) == 1:
            told[at:end] = [sides.pop()] * (end - at)
        at = end
