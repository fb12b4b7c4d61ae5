"""An article looked at for the knowledge of repeated lines: its outlet, its lines as keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from corpus.repeating.seen_lines import SeenLines
from corpus.understanding.furniture.tail import MOST_LINES, is_body_text
from corpus.understanding.head import Head, read_head
from corpus.understanding.head_lines import furniture_kind
from corpus.understanding.metadata.reading import metadata_of
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.repeated_lines import line_key, may_be_repeated
from corpus.understanding.shape import without_case

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.corpus_file import CorpusFile
    from corpus.span import Span
    from corpus.understanding.analysis import Metadata

_LONGEST = 200_000  # code points; longer texts are no articles of a site
_ROLES = frozenset(("title", "subtitle", "text"))


def outlet_of(article: Article, settings: CorpusFile) -> str:
    """Return the outlet that an article's lines count for, "" where it is not known for sure."""
    head = read_head(article.text)
    told = settings.metadata_for(article.name)
    return _outlet(metadata_of(article.text, head, told, article.page))


def seen_in(article: Article, settings: CorpusFile, stamp: str) -> SeenLines:
    """Return what an article gives."""
    name, part = article.name, article.file.part
    text = article.text
    if len(text) > _LONGEST:
        return SeenLines(name, part, stamp)
    paragraphs = split_paragraphs(text)
    head = read_head(text, paragraphs)
    outlet = _outlet(metadata_of(text, head, settings.metadata_for(name), article.page))
    if not outlet or not paragraphs:
        return SeenLines(name, part, stamp)
    longest = max(paragraphs, key=lambda paragraph: paragraph.end - paragraph.start)
    lines = {line_key(words) for words in _lines(text, paragraphs, head)}
    return SeenLines(name, part, stamp, outlet, line_key(longest.cut(text)), tuple(sorted(lines)))


def _outlet(metadata: Metadata) -> str:
    outlet = metadata.outlet
    if outlet is None or outlet.certainty == "guess":
        return ""
    return without_case(outlet.value)


def _lines(text: str, paragraphs: Sequence[Span], head: Head) -> Iterator[str]:
    """Give the lines that may be furniture, but for those that are by their own words."""
    for part in head.parts:
        if part.role in _ROLES and may_be_repeated(words := part.cut(text)):
            yield words
    if head.body is None:
        return
    if may_be_repeated(words := head.body.cut(text)):
        yield words
    for paragraph in _below(text, paragraphs, head.body.start):
        words = paragraph.cut(text)
        if may_be_repeated(words) and furniture_kind(words) is None:
            yield words


def _below(text: str, paragraphs: Sequence[Span], body: int) -> list[Span]:
    """Return the paragraphs below the last one that reads as the article, none where none does."""
    below: list[Span] = []
    for paragraph in reversed(paragraphs):
        words = paragraph.cut(text)
        if paragraph.start < body or len(below) > MOST_LINES:
            return []
        if is_body_text(words) and not may_be_repeated(words) and not furniture_kind(words):
            return below
        below.append(paragraph)
    return []
