"""The rows of the ledger, without a terminal: what each shows in a width."""

from __future__ import annotations

import pytest

from annotations.ledger import LedgerRow
from annotations.model import Annotation
from corpus.span import Span
from tui.annotating.ledger_rows import ledger_lines, line_pieces
from tui.layout.cells import cells

LONG = "How many boats were lost on the upper Marn in the flood of the last autumn"
ROWS = [
    LedgerRow(article, None, Annotation(f"a-{number}", "the weir", Span(0, 8)), "ok", Span(0, 8))
    for number, article in enumerate(("press/001.txt", "press/002.txt", "press/002.txt"))
]
TITLES = {"press/002.txt": LONG}


def shown(width: int, group: str | None = None) -> list[str]:
    lines = ledger_lines(ROWS, group, titles=lambda row: TITLES.get(row.article, ""))
    return ["".join(words for words, _ in line_pieces(line, width)) for line in lines]


@pytest.mark.parametrize(("width", "room"), [(60, 12), (80, 24), (120, 36)])
def test_a_row_is_called_by_the_title_of_its_article_else_by_its_file(
    width: int, room: int
) -> None:
    file, title, _ = shown(width)
    assert file[3:].startswith("001.txt ")
    assert title[3:].startswith(LONG[: room - 1] + "…")
    assert all(row[cells(row[: 3 + room]) :].startswith("  “the weir”") for row in (file, title))


def test_the_headings_of_articles_name_title_and_file() -> None:
    headings = [row.rstrip() for row in shown(80, "article") if "“" not in row]
    assert headings == ["press/001.txt (1)", f"{LONG} (2)"]
    headings = [row.rstrip() for row in shown(100, "article") if "“" not in row]
    assert headings[1] == f"{LONG} (2)  press/002.txt"
    headings = [row.rstrip() for row in shown(40, "article") if "“" not in row]
    assert headings[1].startswith(f"{LONG[:35]}… (2)")
