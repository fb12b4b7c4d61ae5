"""Reading a query: recursive descent, a method for each rule of the grammar.

    query        alternatives
    alternatives conjunction ("OR" conjunction)*
    conjunction  ("AND"? (near | "any:" rest of the conjunction))*
    near         term ("NEAR" ("/" number)? term)*
    term         ("NOT" | "-")? operand
    operand      "(" alternatives ")" | quoted | "/" regex "/" | name ":" value
                 | "same:" unit "(" alternatives ")" | "stem:" operand | "any:" "(" ... ")" | word

A quotation mark or bracket that is not closed ends with the query: so it is while one types. What a
query says is explained in docs/search.md.
"""

from __future__ import annotations

from typing import Final

from corpus.span import Span
from index.problems import QueryError
from index.query.named_parts import NAME, NamedParts
from index.query.query_text import (
    CHUNK,
    CLOSING_SINGLE,
    DOUBLE_QUOTES,
    FUZZY,
    NEXT_QUOTE,
    OPERATOR,
    REGEX_END,
    SINGLE_OPENING,
)
from index.query.side_by_side import any_of, has_places, with_numbers
from index.query.tree import And, Near, Node, Not, Or, Pattern, words_of

MAXIMUM_LENGTH: Final = 10_000
"""Characters of a query; a longer one is a QueryError."""
MAXIMUM_WORDS: Final = 250
"""Different words of a query; one with more is a QueryError."""
MAXIMUM_DEPTH: Final = 50
"""Brackets inside brackets; deeper ones are a QueryError."""
USUAL_DISTANCE: Final = 5
LARGEST_DISTANCE: Final = 100
"""Words that NEAR may look far; less than lie between two articles in the index."""

_LONGEST_NEAR: Final = 20
_ONCE: Final = "say it once, or leave both out"
_OTHER_SIGNS: Final = {"||": "OR", "|": "OR", "&&": "AND"}
_MINUSES: Final = ("-", "\u2010", "\u2011", "\u2212")


def parse_query(query: str, *, as_you_type: bool = False, stemmed: bool = False) -> Node | None:
    """Give the query as a tree, None where it has no word; raises QueryError.

    With `as_you_type` a word at the very end is the start of a word. With `stemmed` every word
    that is not in quotation marks brings the words with the same stem.
    """
    if len(query) > MAXIMUM_LENGTH:
        raise QueryError(
            query[:80],
            Span(MAXIMUM_LENGTH, len(query)),
            f"the query has {len(query)} characters",
            f"search for at most {MAXIMUM_LENGTH}",
        )
    parser = _Parser(query, as_you_type, stemmed)
    node = parser.alternatives(0)
    if parser.at < len(query):
        place = Span(parser.at, parser.at + 1)
        raise QueryError(query, place, "this bracket closes nothing", "remove it or open one")
    different: set[str | Pattern] = set()
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


class _Parser(NamedParts):
    """Recursive descent over the query."""

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
                raise self.nothing_before("OR", self.at)
            if self.operator() != "OR":
                break
            divided = Span(self.at, self.at + 2)
            self.at += 2
        if len(branches) < 2:
            return branches[0] if branches else None
        return Or(start, self.at, tuple(branches))

    def nothing_before(self, operator: str, at: int) -> QueryError:
        return self.error(
            at,
            at + len(operator),
            f"nothing stands before {operator}",
            f'write "{operator.lower()}" for the word',
        )

    def conjunction(self, depth: int, negated: bool) -> Node | None:
        start = self.at
        nodes: list[Node] = []
        any_from: int | None = None
        written = False
        while True:
            self.skip_space()
            operator = self.operator()
            if self.at >= len(self.query) or self.query[self.at] == ")" or operator == "OR":
                break
            if operator == "AND":
                if not nodes:
                    raise self.nothing_before("AND", self.at)
                self.at += 3
                written = True
                continue
            if self.starts_any():
                self.at += len("any:")
                self.skip_space()
                if self.query[self.at : self.at + 1] != "(":
                    any_from = len(nodes) if any_from is None else any_from
                    continue
                group = self.operand(depth, negated)
                if group is not None:
                    nodes += any_of([*group.nodes] if isinstance(group, And) else [group])
                continue
            node = self.near(depth)
            if node is not None:
                nodes.append(node)
        nodes = list(with_numbers(self.query, nodes))
        if any_from is not None:
            nodes = [*nodes[:any_from], *any_of(nodes[any_from:])]
        self.refuse_denials_alone(nodes, negated)
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return And(start, self.at, tuple(nodes), written)

    def starts_any(self) -> bool:
        """Say whether `any:` stands here for the rest of the conjunction, or before brackets."""
        return self.query.startswith("any:", self.at) and self.field is None

    def refuse_denials_alone(self, nodes: list[Node], negated: bool) -> None:
        if not nodes or not all(isinstance(node, Not) for node in nodes):
            return
        start, end = nodes[0].start, nodes[-1].end
        if negated:
            reason = "this is said not to be there inside brackets that must not be there"
            raise self.error(start, end, reason, _ONCE)
        reason = "this only says what must not be there"
        remedy = "add a word that must be there, or file:* for all articles"
        raise self.error(start, end, reason, remedy)

    def refuse_other_signs(self, start: int, text: str) -> None:
        """Say how the operators of other languages are written here. Raises QueryError."""
        if text in _OTHER_SIGNS:
            word = _OTHER_SIGNS[text]
            raise self.error(start, self.at, f"{text} says nothing here", f"write {word}")
        if text[0] == "!" and text[1:2].isalnum():
            reason = "what must not be there has a hyphen before it"
            raise self.error(start, start + 1, reason, f"write -{text[1:]}")

    def near(self, depth: int) -> Node | None:
        left = self.term(depth)
        for count in range(_LONGEST_NEAR + 1):
            self.skip_space()
            if self.operator() != "NEAR":
                return left
            at, distance = self.distance()
            if count == _LONGEST_NEAR:
                raise self.error(at, self.at, "too many NEAR in a row", "use fewer")
            if left is None:
                raise self.nothing_before("NEAR", at)
            self.skip_space()
            right = self.term(depth) if self.at < len(self.query) else None
            if right is None:
                if self.as_you_type and self.at >= len(self.query):
                    return left
                raise self.error(
                    at, self.at, "nothing stands after NEAR", 'write "near" for the word'
                )
            for side in (left, right):
                if not has_places(side):
                    raise self.error(
                        side.start,
                        side.end,
                        "NEAR stands between words, phrases, or words with OR in brackets",
                        "join the rest with AND",
                    )
            left = Near(left.start, right.end, left, right, distance)
        return left

    def distance(self) -> tuple[int, int]:
        """Read NEAR and its distance; give where it stands, and the distance."""
        found = OPERATOR.match(self.query, self.at)
        assert found is not None
        at, self.at = self.at, found.end()
        if found[3] is None or (not found[3] and self.typed_to_here):
            return at, USUAL_DISTANCE
        if found[3].isascii() and found[3].isdigit() and len(found[3]) < 10:
            number = int(found[3])
            if 1 <= number <= LARGEST_DISTANCE:
                return at, number
        raise self.error(
            at,
            self.at,
            f"NEAR takes a number of words from 1 to {LARGEST_DISTANCE}",
            f"write NEAR/{USUAL_DISTANCE}",
        )

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
            raise self.nothing_before(following, self.at)
        if following == "NEAR":
            raise self.nothing_before("NEAR", self.at)
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
        if char in DOUBLE_QUOTES:
            return self.quoted(NEXT_QUOTE, negative)
        if char in SINGLE_OPENING and CLOSING_SINGLE.search(self.query, start + 1):
            return self.quoted(CLOSING_SINGLE, negative)
        if char == "/" and (closing := REGEX_END.search(self.query, start + 1)):
            self.at = closing.end()
            return self.regex(start, self.at)
        name = NAME.match(self.query, start)
        if name is not None and self.field is None:
            return self.named(name, depth, negative)
        chunk = CHUNK.match(self.query, start)
        if chunk is None:
            self.at += 1
            return None
        self.at = chunk.end()
        self.refuse_other_signs(start, chunk[0])
        fuzzy = FUZZY.search(self.query, start, self.at)
        if fuzzy is not None and fuzzy.start() > start:
            return self.fuzzy(start, fuzzy)
        return self.words(start, self.at, negative, quoted=False, closed=False)
