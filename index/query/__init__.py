"""The query language: what a query says, as a tree. It is explained in docs/search.md."""

from __future__ import annotations

from index.query.parsing import (
    MAXIMUM_DEPTH,
    MAXIMUM_LENGTH,
    MAXIMUM_WORDS,
    parse_query,
)
from index.query.query_text import DOUBLE_QUOTES
from index.query.tree import (
    ANY_WORD,
    And,
    Dates,
    Field,
    Figures,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Same,
    Words,
    fields_of,
    said,
    words_of,
)

__all__ = [
    "ANY_WORD",
    "DOUBLE_QUOTES",
    "MAXIMUM_DEPTH",
    "MAXIMUM_LENGTH",
    "MAXIMUM_WORDS",
    "And",
    "Dates",
    "Field",
    "Figures",
    "Near",
    "Node",
    "Not",
    "Or",
    "Pattern",
    "Same",
    "Words",
    "fields_of",
    "parse_query",
    "said",
    "words_of",
]
