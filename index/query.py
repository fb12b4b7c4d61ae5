"""The query language.

    strike fighters          both words
    "over 1,600 fighters"    these words in this order, over line ends, whatever divides them
    counter-terrorism        as if in quotation marks: it is two words
    strike OR attack         either; OR divides weaker than the space between words
    -drone, NOT drone        not this word; also before a phrase or brackets
    (strike OR attack) dam   brackets group
    surrend*                 words that start so

Words are compared in the normal form of `corpus.tokens`. A quotation mark or bracket that is not
closed ends with the query: so it is while one types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.span import Span
from corpus.tokens import locate_words
from index.problems import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAXIMUM_LENGTH: Final = 10_000
"""Characters of a query; a longer one is a QueryError."""
MAXIMUM_WORDS: Final = 250
"""Different words of a query; one with more is a QueryError."""
MAXIMUM_DEPTH: Final = 50
"""Brackets inside brackets; deeper ones are a QueryError."""

_DOUBLE_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
_SINGLE_OPENING: Final = "'\u2018\u201a\u2039"
_CLOSING_SINGLE = re.compile(r"['\u2019\u203a](?=[\s)]|$)")
_ONCE: Final = "say it once, or leave both out"
_MINUSES: Final = ("-", "\u2010", "\u2011", "\u2212")
_CHUNK = re.compile(rf"[^\s(){_DOUBLE_QUOTES}]+")
_NEXT_QUOTE = re.compile(f"[{_DOUBLE_QUOTES}]")


@dataclass(frozen=True, slots=True)
class Words(Span):
    """One word, or several that stand in this order; the span is its place in the query.

    `prefix` says that the last word is only the start of one. `quoted` words are not widened.
    """

    words: tuple[str, ...]
    prefix: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Not(Span):
    """What must not be there."""

    node: Node


@dataclass(frozen=True, slots=True)
class And(Span):
    """All of these; at least one is no `Not`."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Span):
    """At least one of these; none is a `Not`."""

    nodes: tuple[Node, ...]


Node = Words | Not | And | Or


def parse_query(query: str, *, as_you_type: bool = False) -> Node | None:
    """Give the query as a tree, None where it has no word; raises QueryError.

    With `as_you_type` a word at the very end is the start of a word.
    """
    if len(query) > MAXIMUM_LENGTH:
        raise QueryError(
            query[:80],
            Span(MAXIMUM_LENGTH, len(query)),
            f"the query has {len(query)} characters",
            f"search for at most {MAXIMUM_LENGTH}",
        )
    parser = _Parser(query, as_you_type)
    node = parser.alternatives(0)
    if parser.at < len(query):
        place = Span(parser.at, parser.at + 1)
        raise QueryError(query, place, "this bracket closes nothing", "remove it or open one")
    different: set[str] = set()
    for leaf, _ in words_of(node):
        different.update(leaf.words)
        if len(different) > MAXIMUM_WORDS:
            raise QueryError(
                query,
                leaf,
                f"here the query goes beyond {MAXIMUM_WORDS} different words",
                "search for fewer words at once",
            )
    return node


def words_of(node: Node | None, wanted: bool = True) -> Iterator[tuple[Words, bool]]:
    """Give the leaves of a tree in order, each with whether it is to be there."""
    match node:
        case Words():
            yield node, wanted
        case Not():
            yield from words_of(node.node, not wanted)
        case And() | Or():
            for child in node.nodes:
                yield from words_of(child, wanted)


class _Parser:
    """Recursive descent over the query; `at` is the next character to read."""

    def __init__(self, query: str, as_you_type: bool) -> None:
        self.query = query
        self.at = 0
        self.as_you_type = as_you_type

    def error(self, start: int, end: int, reason: str, remedy: str) -> QueryError:
        return QueryError(self.query, Span(start, end), reason, remedy)

    def skip_space(self) -> None:
        while self.at < len(self.query) and self.query[self.at].isspace():
            self.at += 1

    def operator(self) -> str | None:
        """Give the operator word that stands here."""
        for name in ("AND", "OR", "NOT"):
            after = self.at + len(name)
            if self.query.startswith(name, self.at) and (
                after == len(self.query) or self.query[after].isspace() or self.query[after] in "()"
            ):
                return name
        return None

    def alternatives(self, depth: int, negated: bool = False) -> Node | None:
        """Read to the end or to the bracket that closes."""
        start = self.at
        branches: list[Node] = []
        divided: Span | None = None
        while True:
            branch = self.conjunction(depth, negated)
            if branch is not None:
                branches.append(branch)
            elif divided is not None and self.operator() == "OR":
                raise self.error(divided.start, divided.end, "OR follows OR", "remove one")
            elif self.operator() == "OR":
                raise self.error(
                    self.at, self.at + 2, "nothing stands before OR", 'write "or" for the word'
                )
            if self.operator() != "OR":
                break
            divided = Span(self.at, self.at + 2)
            self.at += 2
        if len(branches) < 2:
            return branches[0] if branches else None
        return Or(start, self.at, tuple(branches))

    def conjunction(self, depth: int, negated: bool) -> Node | None:
        start = self.at
        nodes: list[Node] = []
        while True:
            self.skip_space()
            operator = self.operator()
            if self.at >= len(self.query) or self.query[self.at] == ")" or operator == "OR":
                break
            if operator == "AND":
                if not nodes:
                    raise self.error(
                        self.at,
                        self.at + 3,
                        "nothing stands before AND",
                        'write "and" for the word',
                    )
                self.at += 3
                continue
            node = self.term(depth)
            if node is not None:
                nodes.append(node)
        if nodes and all(isinstance(node, Not) for node in nodes):
            if negated:
                raise self.error(
                    nodes[0].start,
                    nodes[-1].end,
                    "this is said not to be there inside brackets that must not be there",
                    _ONCE,
                )
            raise self.error(
                nodes[0].start,
                nodes[-1].end,
                "this only says what must not be there",
                "add a word that must be there",
            )
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return And(start, self.at, tuple(nodes))

    def term(self, depth: int) -> Node | None:
        start = self.at
        negations = 0
        while True:
            if self.operator() == "NOT":
                self.at += 3
                self.skip_space()
            elif self.query[self.at : self.at + 1] in _MINUSES:
                self.at += 1
            else:
                break
            negations += 1
        if self.at >= len(self.query) or self.query[self.at].isspace():
            return None
        if negations > 1:
            raise self.error(
                start, self.at, "this says more than once that something must not be there", _ONCE
            )
        following = self.operator()
        if negations and following:
            raise self.error(
                self.at,
                self.at + len(following),
                f"nothing stands before {following}",
                f'write "{following.lower()}" for the word',
            )
        node = self.operand(depth, negations > 0)
        if node is None or not negations:
            return node
        return Not(start, self.at, node)

    def operand(self, depth: int, negative: bool) -> Node | None:
        start, char = self.at, self.query[self.at]
        if char == "(":
            if depth >= MAXIMUM_DEPTH:
                raise self.error(start, start + 1, "too many brackets in brackets", "use fewer")
            self.at += 1
            node = self.alternatives(depth + 1, negative)
            if self.at < len(self.query):
                self.at += 1
            return node
        if char == ")":
            return None
        if char in _DOUBLE_QUOTES:
            return self.quoted(_NEXT_QUOTE, negative)
        if char in _SINGLE_OPENING and _CLOSING_SINGLE.search(self.query, start + 1):
            return self.quoted(_CLOSING_SINGLE, negative)
        chunk = _CHUNK.match(self.query, start)
        if chunk is None:
            self.at += 1
            return None
        self.at = chunk.end()
        return self.words(start, self.at, negative, quoted=False, closed=False)

    def quoted(self, closing: re.Pattern[str], negative: bool) -> Words | None:
        start = self.at
        end = closing.search(self.query, start + 1)
        if end is None:
            self.at = len(self.query)
            return self.words(start + 1, self.at, negative, quoted=True, closed=False)
        self.at = end.end()
        return self.words(start + 1, end.start(), negative, quoted=True, closed=True)

    def words(
        self, start: int, end: int, negative: bool, *, quoted: bool, closed: bool
    ) -> Words | None:
        text = self.query[start:end]
        found = list(locate_words(text))
        if not found:
            return None
        rest = text[found[-1][1] :]
        typed = self.as_you_type and not negative and not closed and end == len(self.query)
        prefix = (typed and not rest) or (not quoted and rest == "*")
        return Words(start, end, tuple(word for _, _, word in found), prefix, quoted)
