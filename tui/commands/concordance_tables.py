"""The tables of `postil concordance`: as columns to read, as tab-separated text, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal

from tui.commands.console import Console
from tui.commands.table import Column, print_table

if TYPE_CHECKING:
    from index.concordance.collocates import Collocate
    from index.concordance.frequencies import Frequency
    from index.concordance.keyness import KeyWord

Row = Mapping[str, object]
Figures = Literal["", "0", "0.0", "0.00"]

_PATTERNS: Final = {"0": "{:,.0f}", "0.0": "{:,.1f}", "0.00": "{:,.2f}"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A column: its name in JSON and TSV, its heading to read, and how figures are written there.

    "" is text, "0.0" a figure with one decimal.
    """

    name: str
    heading: str
    figures: Figures = "0"


Table = tuple[Cell, ...]

_COLLOCATES: Final = (
    Cell("word", "Word", ""),
    Cell("count", "Near"),
    Cell("left", "Left"),
    Cell("right", "Right"),
    Cell("total", "In all"),
    Cell("expected", "Expected", "0.0"),
    Cell("log_likelihood", "LL", "0.0"),
    Cell("mutual_information", "MI", "0.00"),
)
_FREQUENCIES: Final = (
    Cell("words", "Words", ""),
    Cell("count", "Count"),
    Cell("articles", "Articles"),
    Cell("per_million", "Per million", "0.0"),
)
_KEY_WORDS: Final = (
    Cell("word", "Word", ""),
    Cell("count", "Here"),
    Cell("rest", "Elsewhere"),
    Cell("per_million", "Per million", "0.0"),
    Cell("rest_per_million", "Elsewhere", "0.0"),
    Cell("log_likelihood", "LL", "0.0"),
    Cell("log_ratio", "Log ratio", "0.00"),
)


def collocate_table(found: Iterable[Collocate]) -> tuple[Table, Iterator[Row]]:
    """Return the columns and rows of collocates."""
    names = [cell.name for cell in _COLLOCATES]
    return _COLLOCATES, ({name: getattr(one, name) for name in names} for one in found)


def frequency_table(found: Iterable[Frequency], tokens: int) -> tuple[Table, Iterator[Row]]:
    """Return the columns and rows of forms or n-grams, in articles of so many words."""
    return _FREQUENCIES, (
        {
            "words": one.words,
            "count": one.count,
            "articles": one.articles,
            "per_million": _per_million(one.count, tokens),
        }
        for one in found
    )


def key_word_table(found: Iterable[KeyWord], tokens: int, rest: int) -> tuple[Table, Iterator[Row]]:
    """Return the columns and rows of key words: those of the selection and those of the rest."""
    return _KEY_WORDS, (
        {
            "word": one.word,
            "count": one.count,
            "rest": one.rest,
            "per_million": _per_million(one.count, tokens),
            "rest_per_million": _per_million(one.rest, rest),
            "log_likelihood": one.log_likelihood,
            "log_ratio": one.log_ratio,
        }
        for one in found
    )


def print_rows(
    console: Console,
    table: Table,
    rows: Iterator[Row],
    form: str,
    limit: int,
    nothing: str = "nothing found",
) -> bool:
    """Print at most `limit` rows, or `nothing`; say whether there was any."""
    shown = list(islice(rows, limit))
    if form == "jsonl":
        for row in shown:
            console.json({name: rounded(value) for name, value in row.items()})
    elif form == "tsv":
        names = [cell.name for cell in table]
        print_tsv(console, names, ([row[name] for name in names] for row in shown))
    elif shown:
        columns = [Column(cell.heading, least=6, right=bool(cell.figures)) for cell in table]
        print_table(console, columns, ([_shown(cell, row) for cell in table] for row in shown))
        more = sum(1 for _ in rows)
        if more:
            console.line(f"{more:,} more; --limit shows them")
    else:
        console.line(nothing)
    return bool(shown)


def print_tsv(console: Console, names: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    """Print tab-separated rows under their names, for a spreadsheet, which shall run none of them.

    What begins like a formula gets an apostrophe before it, as in the ledger's tables.
    """
    from annotations.exchange.table import guarded

    console.cells(names)
    for row in rows:
        console.cells(guarded(cell) if isinstance(cell, str) else _written(cell) for cell in row)


def _written(value: object) -> str:
    """Write what is no text in a cell of a spreadsheet."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(rounded(value))


def rounded(value: object) -> object:
    """Return a figure with as many decimals as mean something."""
    return round(value, 4) if isinstance(value, float) else value


def _shown(cell: Cell, row: Row) -> str:
    value = row[cell.name]
    return _PATTERNS[cell.figures].format(value) if cell.figures else str(value)


def _per_million(count: int, tokens: int) -> float:
    return 1_000_000 * count / tokens if tokens else 0.0
