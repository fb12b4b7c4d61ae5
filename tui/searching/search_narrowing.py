"""A query made narrower: what else has to be there is added to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tui.layout.cells import cells
from tui.searching.search_rows import unfinished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.facets import FacetValue
    from index.spellings import Spelling

_ANY: Final = re.compile(r"(?:^|\s)any:(?!\s*\()")
"""An `any:` that goes on to the end: what follows it would be one more alternative."""


def narrowed(query: str, further: str = "") -> str:
    """Return a query that finds those articles of another that have something further, too.

    A word at the end that is searched as the start of words stays one; quotation marks and brackets
    that are open are closed. Without anything further, the query is ready to be typed on: what it
    asked for must be there then, whatever is typed. Raises QueryError where it cannot be
    understood.
    """
    from index.query.parsing import parse_query
    from index.query.tree import Or

    query = query.strip().removesuffix(" AND").rstrip()
    whole = f"{query}*" if unfinished(query) else query
    whole += _closing(query)
    node = parse_query(whole)
    has_brackets = node is not None and node.start > 0 and whole.startswith("(")
    if (isinstance(node, Or) and not has_brackets) or _ANY.search(whole):
        whole = f"({whole})"
    if whole and not further:
        return f"{whole} AND "
    return f"{whole} {further}" if whole else further


def _closing(query: str) -> str:
    """Return what closes the quotation marks and brackets that are open at the end of a query."""
    from index.query.query_text import DOUBLE_QUOTES

    quoted, open_ = False, 0
    for char in query:
        if char in DOUBLE_QUOTES:
            quoted = not quoted
        elif not quoted:
            open_ = max(0, open_ + (char == "(") - (char == ")"))
    return '"' * quoted + ")" * open_


def facet_rows(facets: Sequence[FacetValue]) -> list[str]:
    """Return a row a value: the facet, the value and the number of articles, in columns."""
    names = max((cells(one.facet) for one in facets), default=0)
    counts = max((len(f"{one.articles:,}") for one in facets), default=0)
    return [
        f"{one.facet}{' ' * (names - cells(one.facet))}  {one.articles:>{counts},}  {one.value}"
        for one in facets
    ]


def spelling_rows(spellings: Sequence[Spelling]) -> list[str]:
    """Return a row a spelling: what it is, how many articles have it, which of them are new."""
    texts = [
        f"all spellings of {one.text}" if one.every else f"    {one.text}" for one in spellings
    ]
    wide = max(map(cells, texts), default=0)
    counts = max((len(f"{one.articles:,}") for one in spellings), default=0)
    return [
        f"{text}{' ' * (wide - cells(text))}  {one.articles:>{counts},}  " + _added(one)
        for text, one in zip(texts, spellings, strict=True)
    ]


def _added(spelling: Spelling) -> str:
    """Say how many articles a spelling adds, and which are the first of them."""
    if not spelling.added:
        return "adds none"
    named = ", ".join(
        article if part is None else f"{article}#{part}" for article, part in spelling.among_them
    )
    more = ", …" if spelling.added > len(spelling.among_them) else ""
    return f"adds {spelling.added:,}: {named}{more}"
