"""What stands after a name and a colon: fields, and words of the query language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.problems import QueryError
from index.query.field_names import ALL_NAMES, FIELDS, nearest_name
from index.query.query_text import CHUNK, DOUBLE_QUOTES, NEXT_QUOTE, QueryText
from index.query.tree import Field, Node, Same

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = re.compile(r"([A-Za-z]{2,20}):(?!/(?:/|$))")

_WITH_RANGES: Final = ("date", "number")
_QUOTED: Final = f"[{DOUBLE_QUOTES}][^{DOUBLE_QUOTES}]*(?:[{DOUBLE_QUOTES}]|$)"
# A no-break or thin space stands between the groups of one number.
_BARE: Final = (
    rf"[^\s(){DOUBLE_QUOTES}]+"
    rf"(?:(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9]{{3}}(?![0-9]))[^\s(){DOUBLE_QUOTES}]+)*"
)
_ENDED: Final = r"(?:(?<=[<>=≤≥…–—])|(?<=\.\.))"
_VALUE: Final = re.compile(
    rf"(?:[<>=≤≥]{{1,2}}\s+(?=[0-9]))?(?:{_QUOTED}|{_BARE}(?:{_ENDED}{_QUOTED})?)"
    rf"(?:(?=\.\.|[…–—]){_BARE}(?:{_ENDED}{_QUOTED})?)?"
)


class NamedParts(QueryText):
    """Reads what a name stands before; the grammar says what an operand is."""

    def operand(self, depth: int, negative: bool) -> Node | None:
        """Read what stands here."""
        raise NotImplementedError

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
        """Return what is wrong with a name that is no field's."""
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
        """Read the value of a field that takes one value, not words. Raises QueryError."""
        from index.query.field_values import ValueProblem

        start = self.at
        if known in _WITH_RANGES:
            found = _VALUE.match(self.query, start)
            self.at = found.end() if found else start
            text = NEXT_QUOTE.sub("", found[0]) if found else ""
        elif self.query[start] in DOUBLE_QUOTES:
            closing = NEXT_QUOTE.search(self.query, start + 1)
            text = self.query[start + 1 : closing.start() if closing else None]
            self.at = closing.end() if closing else len(self.query)
        else:
            chunk = CHUNK.match(self.query, start)
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
        """Read what `stem:` stands before; its words bring all their forms. Raises QueryError."""
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
        """Read the unit and the brackets of `same:`. Raises QueryError."""
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
