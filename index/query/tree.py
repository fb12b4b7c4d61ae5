"""The tree that a query is read as: plain data, each node with its place in the query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

PatternKind = Literal["wildcard", "regex", "fuzzy"]
Unit = Literal["sentence", "paragraph"]
Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A description of words.

    `text` of a "wildcard" has `*` for any letters and `?` for one, of a "regex" it is a regular
    expression for the whole word, of "fuzzy" a word in which at most `letters` letters may differ.
    """

    kind: PatternKind
    text: str
    letters: int = 0


ANY_WORD = Pattern("wildcard", "*")
"""Stands in a phrase for one word, whichever it is."""


@dataclass(frozen=True, slots=True)
class Words(Span):
    """One word, or several that stand in this order; the span is its place in the query.

    `prefix` says that the last word is only the start of one. `quoted` words are not widened and
    not stemmed. `stemmed` words bring all words with the same stem.
    """

    words: tuple[str | Pattern, ...]
    prefix: bool = False
    quoted: bool = False
    stemmed: bool = False


@dataclass(frozen=True, slots=True)
class Near(Span):
    """Two things with at most `distance` steps from a word of the one to a word of the other."""

    left: Node
    right: Node
    distance: int


@dataclass(frozen=True, slots=True)
class Same(Span):
    """What has to be found within one sentence or one paragraph."""

    unit: Unit
    node: Node


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from `first` to `last`, both included, as `2019-11-10`; "" is open."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers from `low` to `high`; a bound that is `open` does not belong to them."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def meets(self, low: float, high: float) -> bool:
        """Say whether any number from `low` to `high`, both included, is one of these."""
        above = high > self.low if self.open_low else high >= self.low
        below = low < self.high if self.open_high else low <= self.high
        return above and below


@dataclass(frozen=True, slots=True)
class Field(Span):
    """What is known of an article: its metadata, what was found in it, what the reader made of it.

    `value` of `date` are `Dates`, of `number` `Figures`, of `file`, `has` and `is` a text, of all
    others `Words`.
    """

    name: str
    value: Words | Dates | Figures | str


@dataclass(frozen=True, slots=True)
class Not(Span):
    """What must not be there."""

    node: Node


@dataclass(frozen=True, slots=True)
class And(Span):
    """All of these; at least one is no `Not`.

    `written` says that the word AND stands between them: then nothing is found that has only most.
    """

    nodes: tuple[Node, ...]
    written: bool = False


@dataclass(frozen=True, slots=True)
class Or(Span):
    """At least one of these; none is a `Not`."""

    nodes: tuple[Node, ...]


Node = Words | Near | Same | Field | Not | And | Or


def words_of(node: Node | None, wanted: bool = True) -> Iterator[tuple[Words, bool]]:
    """Give the words that a text is searched for, in order, each with whether it is to be there."""
    match node:
        case Words():
            yield node, wanted
        case Not() | Same():
            yield from words_of(node.node, wanted is not isinstance(node, Not))
        case Near():
            yield from words_of(node.left, wanted)
            yield from words_of(node.right, wanted)
        case And() | Or():
            for child in node.nodes:
                yield from words_of(child, wanted)


def fields_of(node: Node | None, wanted: bool = True) -> Iterator[tuple[Field, bool]]:
    """Give the fields of a tree in order, each with whether it is to be there."""
    match node:
        case Field():
            yield node, wanted
        case Not() | Same():
            yield from fields_of(node.node, wanted is not isinstance(node, Not))
        case And() | Or():
            for child in node.nodes:
                yield from fields_of(child, wanted)


def said(node: Node) -> str:
    """Say a part of a query in a few words, as it may be written again."""
    match node:
        case Words():
            words = " ".join(
                word if isinstance(word, str) else _written(word) for word in node.words
            )
            words += "*" if node.prefix else ""
            return f'"{words}"' if len(node.words) > 1 else words
        case Near():
            return f"{said(node.left)} NEAR/{node.distance} {said(node.right)}"
        case Same():
            return f"same:{node.unit}({said(node.node)})"
        case Field():
            value = said(node.value) if isinstance(node.value, Words) else "…"
            return f"{node.name}:{value}"
        case Not():
            return f"-{said(node.node)}"
        case And():
            return (" AND " if node.written else " ").join(map(said, node.nodes))
        case Or():
            return f"({' OR '.join(map(said, node.nodes))})"


def _written(pattern: Pattern) -> str:
    match pattern.kind:
        case "regex":
            return f"/{pattern.text}/"
        case "fuzzy":
            return f"{pattern.text}~{pattern.letters or ''}"
        case "wildcard":
            return pattern.text
