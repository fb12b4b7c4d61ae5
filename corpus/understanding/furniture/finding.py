"""Finding the furniture of a text, above, in and below its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.span import Span
from corpus.understanding.analysis import Furniture
from corpus.understanding.furniture.tail import read_tail
from corpus.understanding.head import Head, read_head
from corpus.understanding.line_kinds.captions import is_credited
from corpus.understanding.line_kinds.interface import phrase_kind
from corpus.understanding.line_kinds.site_sentences import sentence_kind
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines
from corpus.understanding.shape import ends_with_stop

# What may stand between two paragraphs of a body. A word such as "Home" or "Video" may be the
# article's own there.
_INSIDE_PHRASES = frozenset(("advertisement", "related", "share bar"))
_INSIDE_SENTENCES = frozenset(("related", "advertisement"))
_TEASER = re.compile(
    r"\W{0,3}(?:WATCH|Watch|VIDEO|READ MORE|READ|READ ALSO|ALSO READ|LISTEN|SEE ALSO|MORE|RELATED"
    r"|Read more|Read also|See also|Also read)\s*[:|>»]\s*\S"
)
_LONGEST_INSIDE = 160


def find_furniture(
    text: str,
    paragraphs: Sequence[Span] | None = None,
    head: Head | None = None,
    repeated: RepeatedLines = NONE_REPEATED,
) -> tuple[Furniture, ...]:
    """Return the furniture of a text: whole lines without their line ends, in order.

    A paragraph that is wrapped over several lines gives one span a line. `paragraphs` are those of
    `split_paragraphs` and `head` is that of `read_head`, where the caller has them; `repeated` are
    the lines that many articles of its outlet have.
    """
    if paragraphs is None:
        paragraphs = split_paragraphs(text)
    if head is None:
        head = read_head(text, paragraphs, repeated)
    kinds: dict[int, str] = {}
    for line in head.header.lines:
        _mark(kinds, text, line, "header")
    for part in head.parts:
        if part.kind:
            _mark(kinds, text, part, part.kind)
    if head.body is not None:
        body = [paragraph for paragraph in paragraphs if paragraph.start >= head.body.start]
        tail = read_tail(text, body, head.body.start, repeated)
        below = tail[0].start if tail else len(text)
        inside = [paragraph for paragraph in body[1:] if paragraph.start < below]
        for paragraph, kind in _read_inside(text, inside):
            _mark(kinds, text, paragraph, kind)
        for tail_line in tail:
            _mark(kinds, text, tail_line, tail_line.kind)
    return tuple(_furniture(text, kinds))


def _read_inside(text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Yield the furniture between the paragraphs of a body, with its kind."""
    found = [_inside(paragraph.cut(text)) for paragraph in paragraphs]
    for index, paragraph in enumerate(paragraphs):
        kind = found[index]
        if kind is None and "caption" in (*found[index - 1 : index], *found[index + 1 : index + 2]):
            # What a picture shows stands on the line above or below who took it.
            beside = index - 1 if index and found[index - 1] == "caption" else index + 1
            words = paragraph.cut(text)
            if _touch(text, paragraph, paragraphs[beside]) and _may_describe(words):
                kind = "caption"
        if kind:
            yield paragraph, kind


def _touch(text: str, one: Span, other: Span) -> bool:
    """Say whether two paragraphs stand on lines right below each other."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return between.count("\n") == 1


def _may_describe(words: str) -> bool:
    return "\n" not in words and not ends_with_stop(words) and len(words.split()) <= 30


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
