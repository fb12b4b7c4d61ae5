"""One thing that is known of a place in an article, with the rules that said so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.span import Span
from corpus.understanding.analysis import Foreign, Furniture, Mention, Quantity, Statement, Value

MetadataField = Literal["title", "outlet", "author", "published", "dateline", "earliest", "latest"]


@dataclass(frozen=True, slots=True)
class MetadataRead:
    """A piece of metadata whose evidence stands at the place."""

    field: MetadataField
    value: Value


@dataclass(frozen=True, slots=True)
class Fact(Span):
    """What stands at `start:end`: `known` as the analysis has it, `rules` in words, best first."""

    known: Foreign | Furniture | MetadataRead | Mention | Quantity | Statement
    rules: tuple[str, ...]
