"""Lines that many articles of one outlet have: which lines may be such, and those that are known.

A page's menus, prompts and signatures come with every article on it. Which they are is learned from
the corpus (`corpus.repeating`); the analysis of an article is told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import Final

from corpus.understanding.shape import ends_with_stop, without_case
from corpus.understanding.word_set import word_set

REPEATED: Final = "repeated"
"""The kind of furniture that nothing but its repetition shows."""

_LONGEST = 160
_MOST_WORDS = 12  # of a line that is no sentence for sure
_TRIM = " \t\u00a0\u200b.…»«›‹>→←▶►•·|*+–—-[]()"
_COLUMNS = re.compile(r"\S(?:\s{2,}|\t)\S")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESSING = word_set("you your yours us our")
_QUOTES = frozenset('"“”„«»‘')


@dataclass(frozen=True, slots=True)
class RepeatedLines:
    """The lines that are known to be repeated, by their keys: in how many articles each stands."""

    articles: Mapping[int, int]

    def __bool__(self) -> bool:
        return bool(self.articles)

    def count(self, words: str) -> int:
        """Return in how many articles of the outlet a line stands; 0 for the article's own.

        `words` are those of a paragraph.
        """
        if not self.articles or not may_be_repeated(words):
            return 0
        return self.articles.get(line_key(words), 0)

    def within(self, text: str) -> RepeatedLines:
        """Return those of the lines that a text has."""
        if not self.articles:
            return self
        keys = (line_key(line) for line in text.split("\n") if 0 < len(line) <= 2 * _LONGEST)
        return RepeatedLines({key: self.articles[key] for key in keys if key in self.articles})

    @property
    def fingerprint(self) -> str:
        """Name the lines, whatever their counts (16 hexadecimal digits); "" for none."""
        if not self.articles:
            return ""
        return sha256(repr(sorted(self.articles)).encode()).hexdigest()[:16]


NONE_REPEATED: Final = RepeatedLines({})
"""What is known where nothing has been learned."""


def line_key(words: str) -> int:
    """Return the number by which a line is known: of its words, whatever their case and spacing."""
    plain = without_case(words).strip(_TRIM)
    return int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def may_be_repeated(words: str) -> bool:
    """Say whether a line may be furniture only because many articles have it.

    Not a figure, a row, an announcement of what stands below it or a sentence: the background that
    reports repeat word for word is theirs. A sentence that speaks to the reader, outside quotation
    marks, is none of a report.
    """
    if not 2 <= len(words) <= _LONGEST or "\n" in words:
        return False
    if any(map(str.isdigit, words)) or words.endswith((":", ";", ",")) or _COLUMNS.search(words):
        return False
    found = _WORD.findall(words)
    if not found:
        return False
    if len(found) <= _MOST_WORDS and not ends_with_stop(words):
        return True
    return not _QUOTES.intersection(words) and any(word.lower() in _ADDRESSING for word in found)
