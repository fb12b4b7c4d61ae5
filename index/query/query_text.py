"""The text of a query and the place in it that is read next; its words, which need no grammar."""

from __future__ import annotations

import re
from typing import Final

from corpus.span import Span
from index.problems import QueryError
from index.query.chunks import read_words
from index.query.tree import Field, Node, Pattern, Words

_MOST_LETTERS: Final = 2
DOUBLE_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02'
SINGLE_OPENING: Final = "'\u2018\u201a\u2039"
CLOSING_SINGLE = re.compile(r"['\u2019\u203a](?=[\s)]|$)")
CHUNK = re.compile(rf"[^\s(){DOUBLE_QUOTES}]+")
NEXT_QUOTE = re.compile(f"[{DOUBLE_QUOTES}]")
OPERATOR = re.compile(r"(AND|OR|NOT|NEAR)(?=[\s()]|$)|(NEAR)/([^\s()]*)")
FUZZY = re.compile(r"~([0-9]*)$")
REGEX_END = re.compile(r"(?<!\\)(?:\\\\)*/(?=[\s()]|$)")


class QueryText:
    """A query that is read; `at` is the next character.

    `field` is the one whose brackets are open.
    """

    def __init__(self, query: str, as_you_type: bool, stemmed: bool) -> None:
        self.query = query
        self.at = 0
        self.as_you_type = as_you_type
        self.stemmed = stemmed
        self.field: str | None = None
        self.inside_same = False

    def error(self, start: int, end: int, reason: str, remedy: str) -> QueryError:
        """Return what is wrong at a place of the query."""
        return QueryError(self.query, Span(start, end), reason, remedy)

    def skip_space(self) -> None:
        """Go on to what is not white space."""
        while self.at < len(self.query) and self.query[self.at].isspace():
            self.at += 1

    def operator(self) -> str | None:
        """Give the operator word that stands here, NEAR without its distance."""
        found = OPERATOR.match(self.query, self.at)
        return found and (found[1] or found[2])

    @property
    def typed_to_here(self) -> bool:
        """Whether what was just read is at the end of a query that is being typed."""
        return self.as_you_type and self.at >= len(self.query)

    def quoted(self, closing: re.Pattern[str], negative: bool) -> Node | None:
        """Read a phrase in quotation marks. Raises QueryError."""
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
        """Read the words between two places; the last may be typed still."""
        typed = self.as_you_type and not negative and not closed and end == len(self.query)
        found = read_words(self.query, start, end, quoted=quoted, typed=typed, stemmed=self.stemmed)
        return self.placed(found)

    def placed(self, found: Words | None) -> Node | None:
        """Put words into the field whose brackets they stand in."""
        if found is None or self.field is None:
            return found
        return Field(found.start, found.end, self.field, found)

    def fuzzy(self, start: int, tilde: re.Match[str]) -> Node | None:
        """Read a word whose spelling may differ by some letters. Raises QueryError."""
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
        """Read a regular expression. Raises QueryError."""
        from index.query.expressions import read_expressions

        found = read_expressions(self.query, start, end)
        return self.placed(found)
