"""What is shown of an article that a search found: its title, and snippets without the title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.span import Span

if TYPE_CHECKING:
    from index.results import Match, Snippet


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article; `matches` are offsets into `text`, with whether they are exact.

    `cut_before` and `cut_after` say that words of the article stand there which are not shown.
    """

    text: str
    matches: tuple[Match, ...]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class Excerpts:
    """The title with the matches in it, where it was read from the text, and the other pieces."""

    title: Excerpt | None
    others: tuple[Excerpt, ...]


def lay_out(snippets: Sequence[Snippet], text: str | None, title: Span | None) -> Excerpts:
    """Take the title out of the snippets that begin with it, and see where text is left out.

    `text` is that of the article, None where it cannot be read any more: then every snippet counts
    as cut out. `title` is where the title stands in it, None where that is not known.
    """
    if text is None:
        return Excerpts(
            None, tuple(_excerpt(each, each, each.text, True, True) for each in snippets)
        )
    shown: list[tuple[Snippet, Span]] = []
    in_title: list[Match] = []
    for snippet in snippets:
        start = snippet.start
        if title is not None and start < title.end and not _words(text[start : title.start]):
            in_title += [match for match in snippet.matches if match.start < title.end]
            start = title.end
        rest = text[start : snippet.end]
        start += len(rest) - len(rest.lstrip())
        if _words(rest):
            shown.append((snippet, Span(start, snippet.end)))
    others = []
    for at, (snippet, span) in enumerate(shown):
        before = shown[at - 1][1].end if at else 0
        after = shown[at + 1][1].start if at + 1 < len(shown) else len(text)
        others.append(
            _excerpt(
                snippet,
                span,
                span.cut(text),
                _left_out(text, Span(before, span.start), title),
                _left_out(text, Span(span.end, after), title),
            )
        )
    if title is None:
        return Excerpts(None, tuple(others))
    shifted = (_within(match, title) for match in in_title)
    found = tuple(match for match in shifted if match is not None)
    return Excerpts(Excerpt(title.cut(text), found, False, False), tuple(others))


def _excerpt(snippet: Snippet, span: Span, text: str, cut_before: bool, cut_after: bool) -> Excerpt:
    shifted = (_within(match, span) for match in snippet.matches)
    found = tuple(match for match in shifted if match is not None)
    return Excerpt(text, found, cut_before, cut_after)


def _within(match: Match, span: Span) -> Match | None:
    """Return the part of a match that lies in a span, in offsets from its start."""
    start, end = max(match.start, span.start), min(match.end, span.end)
    if start >= end:
        return None
    return replace(match, start=start - span.start, end=end - span.start)


def _left_out(text: str, gap: Span, title: Span | None) -> bool:
    """Say whether words stand in a gap, beside those of the title, which is shown anyway."""
    if title is None or not gap.overlaps(title):
        return _words(gap.cut(text))
    return _words(text[gap.start : title.start]) or _words(text[title.end : gap.end])


def _words(text: str) -> bool:
    return any(map(str.isalnum, text))
