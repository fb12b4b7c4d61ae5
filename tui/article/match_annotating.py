"""Annotating every match of a search at once, in one article or in all that have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from corpus.span import Span

if TYPE_CHECKING:
    from corpus.article import Article
    from index.results import Match
    from tui.workspace import Workspace

MOST = 1_000
"""The most annotations that are made at once: more than can be looked through are not meant."""


@dataclass(frozen=True, slots=True)
class Matched:
    """An article with the spans in it that are to be annotated."""

    article: Article
    spans: tuple[Span, ...]


def to_annotate(matches: Sequence[Match], annotated: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of matches in their order, without what overlaps or is annotated already."""
    there = {(span.start, span.end) for span in annotated}
    found: list[Span] = []
    for match in matches:
        if found and match.start < found[-1].end:
            continue
        if (match.start, match.end) not in there:
            found.append(Span(match.start, match.end))
    return tuple(found)


def matched_everywhere(
    workspace: Workspace, query: str, *, widen: bool, cancelled: Callable[[], bool]
) -> tuple[Matched, ...] | None:
    """Return what a query matches in all articles; None where that is too much to annotate.

    Raises QueryError. Articles that cannot be read are left out.
    """
    result = workspace.index.search_all(
        query, MOST, widen=widen, as_you_type=False, cancelled=cancelled
    )
    if result.total > len(result.hits):
        return None
    found, many = [], 0
    for hit in result.hits[: result.total]:
        file = workspace.corpus.find(hit.article, hit.part)
        if file is None or cancelled():
            continue
        try:
            document = workspace.read(file)
            matches = workspace.matches(query, document, widen=widen)
            annotated = workspace.annotated(document).targets("annotation")
        except CorpusError:
            continue
        ordered = sorted(matches, key=lambda match: match.start)
        if spans := to_annotate(ordered, annotated):
            found.append(Matched(document.article, spans))
            many += len(spans)
        if many > MOST:
            return None
    return tuple(found)


def annotate_all(
    workspace: Workspace, matched: Sequence[Matched], note: str, tags: Sequence[str]
) -> None:
    """Make an annotation of every span, all one step to undo. Raises AnnotationError."""
    store = workspace.store
    with store.together(words_for(matched)):
        for one in matched:
            store.create_all(one.article, one.spans, note=note, tags=tags)


def words_for(matched: Sequence[Matched]) -> str:
    """Say how many annotations they are, and of how many articles."""
    many = sum(len(one.spans) for one in matched)
    words = f"{many:,} annotation{'s' * (many != 1)}"
    return words if len(matched) == 1 else f"{words} in {len(matched):,} articles"
