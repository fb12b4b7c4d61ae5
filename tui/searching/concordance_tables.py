"""What the concordance's screen counts: tables whose rows lead to the lines that they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.concordance.lines import WORDS
from tui.layout.cells import cells, cut, filled
from tui.safe_text import safe_line
from tui.searching.concordance_state import Narrowing
from tui.searching.plots import bar, strip

if TYPE_CHECKING:
    from index.concordance.gathering import Work
    from index.concordance.lines import ConcordanceLine, Source
    from tui.searching.concordance_state import ConcordanceState

Piece = tuple[str, str]

MOST_ROWS: Final = 2_000
_LEAST_PLOT: Final = 16  # cells
_MOST_PLOT: Final = 60
_BESIDE_PLOT: Final = 50
_GAP: Final = "  "


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, safe text; one cell alone is a heading.

    `narrowing` are the lines that the row counts.
    """

    cells: tuple[str, ...]
    narrowing: Narrowing | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings; `figures` says which columns are figures, flush right.

    `nothing` is said where there is no row.
    """

    headings: tuple[str, ...] = ()
    figures: tuple[bool, ...] = ()
    rows: tuple[TableRow, ...] = ()
    nothing: str = ""

    @property
    def widths(self) -> list[int]:
        """How many cells each column wants."""
        rows = [row.cells for row in self.rows if len(row.cells) == len(self.headings)]
        return [
            max(cells(row[at]) for row in (self.headings, *rows))
            for at in range(len(self.headings))
        ]


def pieces_of_row(
    row: Sequence[str], figures: Sequence[bool], widths: Sequence[int], width: int
) -> list[Piece]:
    """Return a row in `width` cells; the first column gives way, then the last."""
    if not row:
        return []
    if len(row) < len(widths):
        return [(cut(row[0], width), "heading")]
    others = sum(widths[1:]) + len(_GAP) * (len(widths) - 1)
    first = min(widths[0], max(12, width - others))
    pieces = []
    for at, (cell, is_figure) in enumerate(zip(row, figures, strict=True)):
        room = first if at == 0 else widths[at]
        shown = filled(cut(cell, room), room, right=is_figure)
        gap = _GAP if at < len(row) - 1 else ""
        pieces.append((shown + gap, "strong" if at == 0 else ""))
    return pieces


def collocate_rows(state: ConcordanceState) -> Table:
    """Count the collocates of a concordance."""
    from index.concordance.collocates import collocates

    if state.concordance is None:
        return Table()
    found = collocates(
        state.lines, state.concordance.counts, left=state.span, right=state.span, by=state.measure
    )
    return Table(
        ("word", "near", "left", "right", "in all", "LL", "MI"),
        (False, True, True, True, True, True, True),
        tuple(
            TableRow(
                (
                    safe_line(one.word),
                    *(f"{count:,}" for count in (one.count, one.left, one.right, one.total)),
                    f"{one.log_likelihood:,.1f}",
                    f"{one.mutual_information:.2f}",
                ),
                _near(one.word, state.span),
            )
            for one in found[:MOST_ROWS]
        ),
        "No word stands near it so often, and more often than by chance",
    )


def key_word_rows(state: ConcordanceState) -> Table:
    """Count the words that tell the articles with the keyword from the others."""
    from index.concordance.keyness import key_words

    if state.concordance is None:
        return Table()
    here, rest = state.concordance.selection, state.concordance.rest
    return Table(
        ("word", "here", "elsewhere", "LL", "log ratio"),
        (False, True, True, True, True),
        tuple(
            TableRow(
                (
                    safe_line(one.word),
                    f"{one.count:,}",
                    f"{one.rest:,}",
                    f"{one.log_likelihood:,.1f}",
                    f"{one.log_ratio:+.2f}",
                ),
                _near(one.word, WORDS),
            )
            for one in key_words(here.every_word(), rest.every_word())[:MOST_ROWS]
        ),
        "No word tells the two apart by more than chance",
    )


def _near(word: str, span: int) -> Narrowing:
    return Narrowing(
        f"with “{word}” near",
        lambda line: word in line.left[:span] or word in line.right[:span],
    )


def n_gram_rows(state: ConcordanceState) -> Table:
    """Count the runs of words around the keywords."""
    from index.concordance.frequencies import n_grams

    def having(run: str) -> Narrowing:
        asked = f" {run} "

        def passes(line: ConcordanceLine) -> bool:
            words = (*reversed(line.left), *line.words, *line.right)
            return asked in f" {' '.join(words)} "

        return Narrowing(f"with “{run}”", passes)

    return _frequency_rows(
        state, [(one.words, one.count, one.articles, having(one.words))
                for one in n_grams(state.lines, state.size)[:MOST_ROWS]]
    )  # fmt: skip


def form_rows(state: ConcordanceState) -> Table:
    """Count the forms of the keyword."""
    from index.concordance.frequencies import form_frequencies

    def being(form: str) -> Narrowing:
        return Narrowing(f"written “{form}”", lambda line: " ".join(line.words) == form)

    return _frequency_rows(
        state, [(one.words, one.count, one.articles, being(one.words))
                for one in form_frequencies(state.lines)[:MOST_ROWS]]
    )  # fmt: skip


def _frequency_rows(
    state: ConcordanceState, found: Sequence[tuple[str, int, int, Narrowing]]
) -> Table:
    tokens = state.concordance.counts.tokens if state.concordance else 0
    return Table(
        ("words", "count", "articles", "per million"),
        (False, True, True, True),
        tuple(
            TableRow(
                (
                    safe_line(words),
                    f"{count:,}",
                    f"{articles:,}",
                    f"{1_000_000 * count / tokens:,.1f}" if tokens else "",
                ),
                narrowing,
            )
            for words, count, articles, narrowing in found
        ),
        "Nothing is there so often",
    )


def spread_rows(state: ConcordanceState, work: Work, width: int) -> Table:
    """Say how evenly the keywords are spread, over time and over articles, for so many cells."""
    plot = max(_LEAST_PLOT, min(_MOST_PLOT, width - _BESIDE_PLOT))
    found = state.spread(work)
    if found is None:
        return Table()
    whole, time, articles = found
    rows: list[TableRow] = []
    if time.periods:
        undated = f" · {time.undated:,} undated" if time.undated else ""
        rows.append(
            TableRow((f"By {time.unit} · {_even(time.spread.dp, time.spread.d)}{undated}",))
        )
    most = max((one.per_million for one in time.periods), default=0.0)

    def dated(name: str) -> Narrowing:
        return Narrowing(f"in {name}", lambda line: line.source.date.startswith(name))

    def inside(source: Source) -> Narrowing:
        return Narrowing(f"in {source.article}", lambda line: line.source.key == source.key)

    rows += (
        TableRow(
            (
                one.name,
                f"{one.count:,}",
                f"{one.per_million:,.1f}",
                bar(one.per_million, most, plot),
            ),
            dated(one.name),
        )
        for one in time.periods
    )
    rows.append(TableRow((f"By article · {_even(whole.dp, whole.d)}",)))
    rows += (
        TableRow(
            (
                safe_line(one.source.article),
                f"{len(one.places):,}",
                f"{1_000 * one.per_thousand:,.1f}",
                strip(one.plot(plot)),
            ),
            inside(one.source),
        )
        for one in articles[:MOST_ROWS]
    )
    return Table(("where", "count", "per million", "plot"), (False, True, True, False), tuple(rows))


def _even(dp: float | None, d: float | None) -> str:
    if dp is None or d is None:
        return "too few to tell how even"
    return f"DP {dp:.2f} (0 is even), D {d:.2f} (1 is even)"
