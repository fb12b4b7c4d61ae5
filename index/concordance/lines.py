"""The lines of a concordance: a keyword with the words around it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.span import Span

CONTEXT: Final = 120
"""Characters of the text that are kept on either side of a keyword."""
WORDS: Final = 5
"""Words that are kept on either side where no more are asked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """The article of lines; `tokens` counts its words.

    `outlet` and `date` (`2019-11-10`, `2019-11` or `2019`) are "" where they are unknown or were
    not asked for.
    """

    article: str
    part: str | None
    tokens: int
    outlet: str = ""
    date: str = ""

    @property
    def key(self) -> tuple[str, str | None]:
        """The article's file and its part of that file, as `ArticleFile.key`."""
        return self.article, self.part


@dataclass(frozen=True, slots=True)
class ConcordanceLine(Span):
    """A keyword in its context; the span is its place in the article.

    `text` is the keyword, `before` and `after` what stands around it, white space made one blank.
    `words` are the normal forms of the keyword, the first of which is word number `first` of the
    article, from 0. `left` and `right` are the normal forms of the words beside it, nearest first.
    `exact` is False for a word that the query was widened to.
    """

    source: Source
    first: int
    before: str
    text: str
    after: str
    left: tuple[str, ...]
    words: tuple[str, ...]
    right: tuple[str, ...]
    exact: bool = True

    @property
    def last(self) -> int:
        """The number of the keyword's last word in the article."""
        return self.first + len(self.words) - 1

    @property
    def place(self) -> tuple[str, str, int]:
        """What stands for the place in an order of places."""
        return self.source.article, self.source.part or "", self.start


def context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before a span, in it and after it, white space made one blank."""
    before = _one_line(text[max(0, start - CONTEXT) : start])
    after = _one_line(text[end : end + CONTEXT])
    return before.lstrip(), _one_line(text[start:end]), after.rstrip()


def _one_line(text: str) -> str:
    joined = " ".join(text.split())
    if not joined:
        return " " if text else ""
    return " " * text[0].isspace() + joined + " " * text[-1].isspace()
