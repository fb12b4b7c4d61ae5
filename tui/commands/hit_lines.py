"""A hit of a search as lines of text: the article, what is known of it, and its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.span import Span
from index.first_places import MOST_PLACES
from tui.commands import reading
from tui.commands.console import Console, Style
from tui.commands.excerpts import Excerpt, Excerpts, lay_out
from tui.commands.passages import print_passage
from tui.counts import counted
from tui.layout.cells import cells
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.opening import Corpus
    from index.results import Hit


def print_hit(console: Console, corpus: Corpus, hit: Hit) -> None:
    """Print an article's name, what is known of it, and its snippets."""
    name = hit.article if hit.part is None else f"{hit.article}#{hit.part}"
    values = [value.value for value in (hit.published, hit.outlet) if value]
    known = " · ".join([counted_hits([hit]), *values] if hit.places else values)
    beside = console.width is None or cells(safe_line(f"{name}  {known}")) <= console.width
    console.line((name, "name"), f"  {known}" if known and beside else "")
    if hit.missing:
        print_passage(console, f"without {', '.join(hit.missing)}")
    if known and not beside:
        print_passage(console, known)
    excerpts = _excerpts(hit, reading.text_of(corpus, hit.article, hit.part))
    if hit.title:
        title = excerpts.title
        if title is None:
            print_passage(console, hit.title.value)
        else:
            print_passage(console, title.text, _marks(title))
    for excerpt in excerpts.others:
        print_passage(
            console,
            excerpt.text + (" …" if excerpt.cut_after else ""),
            _marks(excerpt),
            lead="… " if excerpt.cut_before else "  ",
        )
    if hit.folded:
        names = (article if part is None else f"{article}#{part}" for article, part in hit.folded)
        print_passage(console, f"alike: {', '.join(names)}")
    console.line()


def counted_hits(hits: Sequence[Hit]) -> str:
    """Say how many places articles have, with a sign where of one of them there may be more."""
    places = sum(hit.places for hit in hits)
    if any(hit.places >= MOST_PLACES for hit in hits):
        return f"{places:,}+ hits"
    return counted(places, "hit")


def _excerpts(hit: Hit, text: str | None) -> Excerpts:
    """Return what is shown of a hit; the snippets as they are where its text is gone."""
    evidence = hit.title.evidence if hit.title else None
    if text is None or hit.title is None or not isinstance(evidence, Span):
        return lay_out(hit.snippets, text, None)
    said = " ".join(evidence.cut(text).split())
    return lay_out(hit.snippets, text, evidence if said == hit.title.value else None)


def _marks(excerpt: Excerpt) -> list[tuple[Span, Style]]:
    return [
        (Span(match.start, match.end), "match" if match.exact else "near")
        for match in excerpt.matches
    ]
