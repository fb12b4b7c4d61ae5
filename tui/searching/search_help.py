"""The page on the query language as rows of the help."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tui.keyboard.action_rows import INDENT, ShownRow
from tui.layout.cells import cells
from tui.searching.search_page import HelpLine, help_lines, page, query_width


def search_help_rows(width: int, words: Sequence[str]) -> list[ShownRow]:
    """Return the rows in so many cells; with `words` the queries only that have all of them."""
    lines = help_lines(page())
    column = min(query_width(lines) + 2, width // 2)
    rows: list[ShownRow] = []
    for line in lines:
        if words and (not line.query or not _has(line, words)):
            continue
        if line.heading:
            rows += [ShownRow(()), ShownRow(((line.text, "heading"),))]
        elif not line.query:
            rows += [ShownRow(((one, ""),)) for one in textwrap.wrap(line.text, width)]
        else:
            rows += _query_rows(line, width, column)
    return [ShownRow(()), *rows] if rows else []


def _has(line: HelpLine, words: Sequence[str]) -> bool:
    text = f"{line.query} {line.text}".casefold()
    return all(word in text for word in words)


def _query_rows(line: HelpLine, width: int, column: int) -> list[ShownRow]:
    """Return the rows of one query: what it finds beside it where there is room, else below."""
    wrapped = textwrap.wrap(line.text, max(8, width - INDENT - column))
    blank = " " * (INDENT + column)
    query = ((" " * INDENT, ""), (line.query, "strong"))
    rest = [ShownRow(((blank, ""), (one, ""))) for one in wrapped]
    if cells(line.query) + 2 > column:
        return [ShownRow(query), *rest]
    gap = " " * (column - cells(line.query))
    return [ShownRow((*query, (gap, ""), (wrapped[0], ""))), *rest[1:]]
