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

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.span import Span
from index.problems import QueryError
from index.query.chunks import read_words
from index.query.field_names import ALL_NAMES, FIELDS, nearest_name
from index.query.numerals import read_number
from index.query.tree import And, Field, Near, Node, Not, Or, Pattern, Same, Words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
_MOST_LETTERS: Final = 2
_DOUBLE_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
_SINGLE_OPENING: Final = "'\u2018\u201a\u2039"
_CLOSING_SINGLE = re.compile(r"['\u2019\u203a](?=[\s)]|$)")
_ONCE: Final = "say it once, or leave both out"
_MINUSES: Final = ("-", "\u2010", "\u2011", "\u2212")
_CHUNK = re.compile(rf"[^\s(){_DOUBLE_QUOTES}]+")
_NEXT_QUOTE = re.compile(f"[{_DOUBLE_QUOTES}]")
_OPERATOR = re.compile(r"(AND|OR|NOT|NEAR)(?=[\s()]|$)|(NEAR)/([^\s()]*)")
_NAME = re.compile(r"([A-Za-z]{2,20}):(?!/)")
_FUZZY = re.compile(r"~([0-9]*)$")
_REGEX_END = re.compile(r"(?<!\\)(?:\\\\)*/(?=[\s()]|$)")


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


class _Parser:
    """Recursive descent over the query; `at` is the next character to read."""

    def __init__(self, query: str, as_you_type: bool, stemmed: bool) -> None:
        self.query = query
        self.at = 0
        self.as_you_type = as_you_type
        self.stemmed = stemmed
        self.field: str | None = None
        self.inside_same = False

    def error(self, start: int, end: int, reason: str, remedy: str) -> QueryError:
        return QueryError(self.query, Span(start, end), reason, remedy)

    def skip_space(self) -> None:
        while self.at < len(self.query) and self.query[self.at].isspace():
            self.at += 1

    def operator(self) -> str | None:
        """Give the operator word that stands here, NEAR without its distance."""
        found = _OPERATOR.match(self.query, self.at)
        return found and (found[1] or found[2])

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
        while True:
            self.skip_space()
            operator = self.operator()
            if self.at >= len(self.query) or self.query[self.at] == ")" or operator == "OR":
                break
            if operator == "AND":
                if not nodes:
                    raise self.nothing_before("AND", self.at)
                self.at += 3
                continue
            if self.starts_any():
                self.at += len("any:")
                self.skip_space()
                if self.query[self.at : self.at + 1] != "(":
                    any_from = len(nodes) if any_from is None else any_from
                    continue
                group = self.operand(depth, negated)
                if group is not None:
                    nodes += _any_of([*group.nodes] if isinstance(group, And) else [group])
                continue
            node = self.near(depth)
            if node is not None:
                nodes.append(node)
        nodes = list(_with_numbers(self.query, nodes))
        if any_from is not None:
            nodes = [*nodes[:any_from], *_any_of(nodes[any_from:])]
        self.refuse_denials_alone(nodes, negated)
        if len(nodes) < 2:
            return nodes[0] if nodes else None
        return And(start, self.at, tuple(nodes))

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
        raise self.error(start, end, reason, "add a word that must be there")

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
                if not _has_places(side):
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
        found = _OPERATOR.match(self.query, self.at)
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

    @property
    def typed_to_here(self) -> bool:
        """Whether what was just read is at the end of a query that is being typed."""
        return self.as_you_type and self.at >= len(self.query)

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
        if char in _DOUBLE_QUOTES:
            return self.quoted(_NEXT_QUOTE, negative)
        if char in _SINGLE_OPENING and _CLOSING_SINGLE.search(self.query, start + 1):
            return self.quoted(_CLOSING_SINGLE, negative)
        if char == "/" and (closing := _REGEX_END.search(self.query, start + 1)):
            self.at = closing.end()
            return self.regex(start, self.at)
        name = _NAME.match(self.query, start)
        if name is not None and self.field is None:
            return self.named(name, depth, negative)
        chunk = _CHUNK.match(self.query, start)
        if chunk is None:
            self.at += 1
            return None
        self.at = chunk.end()
        fuzzy = _FUZZY.search(self.query, start, self.at)
        if fuzzy is not None and fuzzy.start() > start:
            return self.fuzzy(start, fuzzy)
        return self.words(start, self.at, negative, quoted=False, closed=False)

    def quoted(self, closing: re.Pattern[str], negative: bool) -> Node | None:
        start = self.at
        end = closing.search(self.query, start + 1)
        if end is None:
            self.at = len(self.query)
            return self.words(start + 1, self.at, negative, quoted=True, closed=False)
        self.at = end.end()
        if self.query[self.at : self.at + 1] == "~":
            raise self.error(
                self.at, self.at + 1, "~ stands after a word", "for words near others write NEAR/5"
            )
        return self.words(start + 1, end.start(), negative, quoted=True, closed=True)

    def words(
        self, start: int, end: int, negative: bool, *, quoted: bool, closed: bool
    ) -> Node | None:
        typed = self.as_you_type and not negative and not closed and end == len(self.query)
        found = read_words(self.query, start, end, quoted=quoted, typed=typed, stemmed=self.stemmed)
        return self.placed(found)

    def placed(self, found: Words | None) -> Node | None:
        """Put words into the field whose brackets they stand in."""
        if found is None or self.field is None:
            return found
        return Field(found.start, found.end, self.field, found)

    def fuzzy(self, start: int, tilde: re.Match[str]) -> Node | None:
        found = read_words(self.query, start, tilde.start(), quoted=False, typed=False)
        if found is None:
            return None
        word = found.words[0]
        if len(found.words) > 1 or found.prefix or not isinstance(word, str):
            raise self.error(
                start,
                self.at,
                "~ stands after one word without * or ?",
                "write it after the word whose spelling may differ",
            )
        letters = int(tilde[1][:3]) if tilde[1] else 0
        if tilde[1] and not 1 <= letters <= _MOST_LETTERS:
            raise self.error(
                tilde.start(),
                self.at,
                "one or two letters may differ",
                f"write {self.query[start : tilde.start()]}~{_MOST_LETTERS}",
            )
        return self.placed(Words(start, self.at, (Pattern("fuzzy", word, letters),)))

    def regex(self, start: int, end: int) -> Node | None:
        from index.query.expressions import read_expressions

        found = read_expressions(self.query, start, end)
        return self.placed(found)

    def named(self, name: re.Match[str], depth: int, negative: bool) -> Node | None:
        """Read what stands after a name and a colon: a field, or a word of the language."""
        known = name[1].lower()
        after = self.query[name.end() : name.end() + 1]
        spaced = after.isspace()
        if known not in ALL_NAMES or (spaced and known != name[1]):
            if spaced or (not after and self.as_you_type):
                self.at = name.end()
                return self.words(name.start(), name.end(), negative, quoted=False, closed=True)
            raise self.unknown_name(name)
        start, self.at = self.at, name.end()
        self.skip_space()
        if known == "stem":
            return self.stem(name, depth, negative)
        if known == "any":
            raise self.error(
                start,
                self.at,
                "any: stands before words, not after NEAR or -",
                "use OR in brackets",
            )
        if known == "same":
            return self.same(name, depth)
        if self.inside_same:
            raise self.error(
                start,
                name.end(),
                f"{known}: says something of the whole article",
                "write it outside the brackets of same:",
            )
        if self.at >= len(self.query):
            if self.as_you_type:
                return None
            raise self.error(start, name.end(), f"{known}: says nothing", FIELDS[known].remedy)
        return self.value(known, name, depth, negative)

    def unknown_name(self, name: re.Match[str]) -> QueryError:
        nearest = nearest_name(name[1].lower())
        remedy = f"write {nearest}:" if nearest else "put it into quotation marks for the words"
        return self.error(name.start(), name.end(), f"there is no field “{name[1]}:”", remedy)

    def value(self, known: str, name: re.Match[str], depth: int, negative: bool) -> Node | None:
        """Read the value of a field: in brackets several, each for itself."""
        kind = FIELDS[known]
        char = self.query[self.at]
        if kind.read is None:
            if char == ")":
                raise self.error(name.start(), name.end(), f"{known}: says nothing", kind.remedy)
            self.field = known
            try:
                node = self.operand(depth, negative)
            finally:
                self.field = None
            return node if node is None else replace(node, start=name.start())
        return self.plain_value(name, known, kind.read)

    def plain_value(
        self, name: re.Match[str], known: str, read: Callable[[str], object]
    ) -> Node | None:
        from index.query.field_values import ValueProblem

        start = self.at
        if self.query[start] in _DOUBLE_QUOTES:
            closing = _NEXT_QUOTE.search(self.query, start + 1)
            text = self.query[start + 1 : closing.start() if closing else None]
            self.at = closing.end() if closing else len(self.query)
        else:
            chunk = _CHUNK.match(self.query, start)
            self.at = chunk.end() if chunk else start
            text = chunk[0] if chunk else ""
        try:
            value = read(text)
        except ValueProblem as problem:
            if self.typed_to_here and problem.may_go_on:
                return None
            raise self.error(
                start, max(self.at, start + 1), problem.reason, problem.remedy
            ) from None
        return Field(name.start(), self.at, known, value)  # type: ignore[arg-type]

    def stem(self, name: re.Match[str], depth: int, negative: bool) -> Node | None:
        if self.at >= len(self.query):
            if self.as_you_type:
                return None
            raise self.error(name.start(), name.end(), "stem: says nothing", FIELDS["stem"].remedy)
        before, self.stemmed = self.stemmed, True
        try:
            return self.operand(depth, negative)
        finally:
            self.stemmed = before

    def same(self, name: re.Match[str], depth: int) -> Node | None:
        unit = re.compile(r"[A-Za-z]*").match(self.query, self.at)
        assert unit is not None
        typing = self.as_you_type and unit.end() >= len(self.query)
        known = {"sentence": "sentence", "paragraph": "paragraph"}.get(unit[0].lower())
        self.at = unit.end()
        if known is None or self.query[self.at : self.at + 1] != "(":
            if typing:
                return None
            raise self.error(
                name.start(),
                self.at,
                "same: says where words stand together: in one sentence or one paragraph",
                f"write same:{known or 'sentence'}(dam flood)",
            )
        if self.inside_same:
            raise self.error(name.start(), self.at, "same: stands inside same:", "use one of them")
        self.inside_same = True
        try:
            node = self.operand(depth, negative=False)
        finally:
            self.inside_same = False
        if node is None:
            return None
        return Same(name.start(), self.at, known, node)  # type: ignore[arg-type]


def _has_places(node: Node) -> bool:
    """Say whether a node has places in a text: words, and alternatives of them."""
    match node:
        case Words() | Near():
            return True
        case Or():
            return all(map(_has_places, node.nodes))
        case _:
            return False


def _any_of(nodes: list[Node]) -> Iterator[Node]:
    """Make alternatives of what is to be found in the text; all else stays as it is."""
    found = [node for node in nodes if not isinstance(node, Not | Field)]
    if len(found) == 1:
        yield found[0]
    elif found:
        yield Or(found[0].start, found[-1].end, tuple(found))
    yield from (node for node in nodes if isinstance(node, Not | Field))


def _with_numbers(query: str, nodes: list[Node]) -> Iterator[Node]:
    """Put bare words that stand side by side and are one number together: sixteen hundred."""
    at = 0
    while at < len(nodes):
        end = at + 1
        first = nodes[at]
        if _is_bare(first):
            furthest = end
            while furthest < len(nodes) and furthest - at < 10 and _is_bare(nodes[furthest]):
                if query[nodes[furthest - 1].end : nodes[furthest].start].strip():
                    break
                furthest += 1
            for last in range(furthest, at + 1, -1):
                words = [str(word) for node in nodes[at:last] for word in node.words]  # type: ignore[union-attr]
                if read_number(words) is not None:
                    end = last
                    first = Words(first.start, nodes[end - 1].end, tuple(words))
                    break
        yield first
        at = end


def _is_bare(node: Node) -> bool:
    return (
        isinstance(node, Words)
        and not node.quoted
        and all(isinstance(word, str) for word in node.words)
    )
