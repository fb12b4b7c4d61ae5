"""`postil ledger --timeline`: claims by measure and date, those that differ side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.annotating.timeline_rows import about, line_pieces, timeline_lines
from tui.commands.console import Console, Style
from tui.commands.exported import exported

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from annotations.timeline import MeasureGroup
    from corpus.opening import Corpus

_STYLES: dict[str, Style] = {"heading": "heading", "strong": "name", "warning": "doubt"}
_INDENT = " " * 13
_WIDTH = 120  # cells, where there is no terminal


def in_order(corpus: Corpus, rows: Iterable[LedgerRow]) -> Iterator[LedgerRow]:
    """Give the claims among rows in the order of the timeline."""
    for group in _groups(corpus, rows):
        for one in group.claims:
            yield one.item.row


def print_timeline(console: Console, corpus: Corpus, rows: Iterable[LedgerRow]) -> int:
    """Print the timeline; status 1 where there is no claim."""
    groups = _groups(corpus, rows)
    for number, line in enumerate(timeline_lines(groups)):
        if number and line.claim is None:
            console.line()
        shown = line_pieces(line, console.width or _WIDTH)
        pieces = [(words, _STYLES.get(style, "")) for words, style in shown]
        last, style = pieces[-1]
        console.line(*pieces[:-1], (last.rstrip(), style))
        for name, words in about(line):
            if name == "differs from":
                console.line(f"{_INDENT}{name} {words}")
    console.finish()
    return 0 if groups else 1


def _groups(corpus: Corpus, rows: Iterable[LedgerRow]) -> list[MeasureGroup]:
    from annotations.claim_subjects import Subjects
    from annotations.timeline import timeline
    from corpus.linking.keeping import kept_table

    claims = (row for row in rows if row.annotation.claim is not None)
    subjects = Subjects.of(corpus.settings, kept_table(corpus))
    return timeline(exported(corpus, claims), subjects)
