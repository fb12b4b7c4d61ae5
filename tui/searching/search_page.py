"""The page on the query language, which the help shows and docs/ has a copy of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tui.layout.cells import cells

_PAGE: Final = Path(__file__).with_name("search_language.md")
_ROW: Final = re.compile(r"\| `(.*?)` \| (.*) \|")
_CODE: Final = re.compile(r"`([^`]*)`")
WIDEST_QUERY: Final = 30
"""Cells of the longest query that stands beside what it finds."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line of the help: a heading, a query with what it finds, or a paragraph (`query` is "")."""

    text: str
    query: str = ""
    heading: bool = False


def page() -> str:
    """Return the page as Markdown."""
    return _PAGE.read_text(encoding="utf-8")


def examples(markdown: str) -> list[str]:
    """Return the queries of the tables."""
    return [row[1] for line in markdown.splitlines() if (row := _ROW.fullmatch(line))]


def help_lines(markdown: str) -> list[HelpLine]:
    """Return the lines of the help: the page without its markup."""
    found: list[HelpLine] = []
    paragraph: list[str] = []
    for line in (*markdown.splitlines(), ""):
        row = _ROW.fullmatch(line)
        if paragraph and (row or not line or line.startswith(("#", "|"))):
            found.append(HelpLine(_plain(" ".join(paragraph))))
            paragraph = []
        if row is not None:
            found.append(HelpLine(_plain(row[2]), row[1]))
        elif line.startswith("#"):
            found.append(HelpLine(line.lstrip("# "), heading=True))
        elif line and not line.startswith("|"):
            paragraph.append(line)
    return found


def _plain(text: str) -> str:
    return _CODE.sub(r"\1", text)


def query_width(lines: list[HelpLine]) -> int:
    """Return the cells of the column of queries."""
    return max(width for line in lines if (width := cells(line.query)) <= WIDEST_QUERY)
