"""Finding the furniture of a text, above, in and below its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.span import Span
from corpus.understanding.analysis import Furniture
from corpus.understanding.furniture.captions import is_credited
from corpus.understanding.furniture.interface import phrase_kind
from corpus.understanding.furniture.site_sentences import sentence_kind
from corpus.understanding.furniture.tail import read_tail
from corpus.understanding.head import Head, read_head
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.shape import ends_with_stop

# What may stand between two paragraphs of a body. A word such as "Home" or "Video" may be the
# article's own there.
_INSIDE_PHRASES = frozenset(("advertisement", "related", "share bar"))
_INSIDE_SENTENCES = frozenset(("related", "advertisement"))
_TEASER = re.compile(
    r"(?:WATCH|VIDEO|READ MORE|READ|READ ALSO|ALSO READ|LISTEN|SEE ALSO|MORE|RELATED|Read more"
    r"|Read also|See also|Also read)\s*[:|>»]\s*\S"
)
_LONGEST_INSIDE = 160


def find_furniture(
    text: str, paragraphs: Sequence[Span] | None = None, head: Head | None = None
) -> tuple[Furniture, ...]:
    """Return the furniture of a text: whole lines without their line ends, in order.

    A paragraph that is wrapped over several lines gives one span a line. `paragraphs` are those of
    `split_paragraphs` and `head` is that of `read_head`, where the caller has them.
    """
    if paragraphs is None:
        paragraphs = split_paragraphs(text)
    if head is None:
        head = read_head(text, paragraphs)
    kinds: dict[int, str] = {}
    for line in head.header.lines:
        _mark(kinds, text, line, "header")
    for part in head.parts:
        if part.kind:
            _mark(kinds, text, part, part.kind)
    if head.body is not None:
        body = [paragraph for paragraph in paragraphs if paragraph.start >= head.body.start]
        tail = read_tail(text, body, head.body.start)
        below = tail[0].start if tail else len(text)
        for paragraph in body[1:]:
            if paragraph.start < below and (kind := _inside(paragraph.cut(text))):
                _mark(kinds, text, paragraph, kind)
        for tail_line in tail:
            _mark(kinds, text, tail_line, tail_line.kind)
    return tuple(_furniture(text, kinds))


def _inside(words: str) -> str | None:
    """Return the kind of furniture that a paragraph inside the body is, by strong evidence only."""
    if is_credited(words):
        return "caption"
    if len(words) > _LONGEST_INSIDE or "\n" in words:
        return None
    if (kind := phrase_kind(words)) in _INSIDE_PHRASES:
        return kind if kind != "share bar" or len(words.split()) > 1 else None
    if ends_with_stop(words):
        return None
    if (kind := sentence_kind(words)) in _INSIDE_SENTENCES:
        return kind
    return "related" if _TEASER.match(words) else None


def _mark(kinds: dict[int, str], text: str, span: Span, kind: str) -> None:
    """Give every line of a span its kind, unless it has one."""
    start = text.rfind("\n", 0, span.start) + 1
    while start < span.end:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            kinds.setdefault(start, kind)
        start = end + 1


def _furniture(text: str, kinds: dict[int, str]) -> Iterable[Furniture]:
    for start in sorted(kinds):
        end = text.find("\n", start)
        yield Furniture(start, len(text) if end < 0 else end, kinds[start])
