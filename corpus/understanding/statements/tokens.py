"""The words of a frame, as far as telling who speaks needs them.

A frame is a sentence together with all that is quoted in it, however many sentences that are. In
its tokens a quotation is one token, and so is the name of an entity; that of a person has the title
with it. Points are left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.span import Span
from corpus.understanding.analysis import Mention
from corpus.understanding.statements.quotations import Quotation

_TOKEN = re.compile(r"['’]s\b|\d+(?:[.,]\d+)+|[^\W_]+(?:[-‐‑.&'’](?!s\b)[^\W_]+)*|[^\w\s]|_")
_POSSESSIVE = ("'s", "’s", "'", "’")
_DASHES = ("-", "–", "—", "--")


@dataclass(slots=True)
class Token:
    """A word, a mark, the name of an entity or a whole quotation; `low` is it in lower case."""

    start: int
    end: int
    low: str
    kind: str
    capital: bool = False
    mention: Mention | None = None
    quotation: Quotation | None = None

    @property
    def is_word(self) -> bool:
        """Say whether it is a word that names no entity."""
        return self.kind == "word"

    def is_mark(self, marks: str) -> bool:
        """Say whether it is one of the marks."""
        return self.kind == "mark" and self.low in marks


@dataclass(frozen=True, slots=True)
class Frame(Span):
    """A sentence with all that is quoted in it; `paragraph` counts from 0."""

    paragraph: int
    quotations: tuple[Quotation, ...]


def frames_of(
    sentences: Sequence[Span], paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> Iterator[Frame]:
    """Yield the frames of a text in order."""
    at = 0
    number = 0
    start: int | None = None
    inside: list[Quotation] = []
    for sentence, following in pairwise([*sentences, None]):
        assert sentence is not None
        if start is None:
            start, inside = sentence.start, []
        while at < len(quotations) and quotations[at].start < sentence.end:
            inside.append(quotations[at])
            at += 1
        while paragraphs[number].end <= start:
            number += 1
        if following is not None and inside and inside[-1].end > sentence.end:
            continue
        yield Frame(
            start, max(sentence.end, inside[-1].end if inside else 0), number, tuple(inside)
        )
        start = None


def tokens_of(text: str, frame: Frame, mentions: Sequence[Mention]) -> list[Token]:
    """Return the tokens of a frame; `mentions` are those that lie in it, in order."""
    tokens: list[Token] = []
    position = frame.start
    for span in _merged(frame.quotations, mentions):
        start = span.start
        if isinstance(span, Mention):
            title = span.title_span
            if title is not None and frame.start <= title.start < start:
                start = title.start
                while tokens and tokens[-1].start >= start:
                    tokens.pop()  # a name inside the title
                position = min(position, start)
            tokens.extend(_words(text, position, start))
            tokens.append(Token(start, span.end, span.text.lower(), "mention", True, mention=span))
        else:
            tokens.extend(_words(text, position, start))
            tokens.append(Token(start, span.end, '"', "quotation", quotation=span))
        position = span.end
    tokens.extend(_words(text, position, frame.end))
    while tokens and tokens[-1].is_mark(".!?…"):
        tokens.pop()
    return _without_fillers(tokens)


def _without_fillers(tokens: Sequence[Token]) -> list[Token]:
    """Leave out points, angle brackets, and the hyphens of "Velm-based"."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        if token.is_mark(".…<>"):
            continue
        if (
            token.low == "–"
            and 0 < at < len(tokens) - 1
            and tokens[at - 1].end == token.start
            and tokens[at + 1].start == token.end
            and token.end - token.start == 1
            and tokens[at - 1].kind == "mention"
        ):
            continue
        kept.append(token)
    return kept


def _merged(
    quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[Quotation | Mention]:
    """Yield quotations, and the mentions that lie in none, in order."""
    at = 0
    for quotation in quotations:
        while at < len(mentions) and mentions[at].start < quotation.start:
            if mentions[at].end <= quotation.start:
                yield mentions[at]
            at += 1
        yield quotation
        while at < len(mentions) and mentions[at].start < quotation.end:
            at += 1
    yield from mentions[at:]


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first, last = match.span()
        if word.isalpha():  # as most
            tokens.append(Token(first, last, word.lower(), "word", word[0].isupper()))
            continue
        if word in _POSSESSIVE:
            kind = "possessive"
        elif word[0].isalnum():
            kind = "word"
        else:
            kind = "mark"
        low = "–" if word in _DASHES else word.lower().replace("’", "'")
        tokens.append(Token(first, last, low, kind, word[0].isupper()))
    return tokens
