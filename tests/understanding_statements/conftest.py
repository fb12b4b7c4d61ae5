"""Statements of invented texts, as lines of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Article, ArticleFile
from corpus.corpus_file import CorpusFile
from corpus.understanding.analysing import analyse
from corpus.understanding.analysis import Statement

Said = Callable[[str], list[str]]


def statements_of(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text."""
    file = ArticleFile("a.txt", "a.txt", len(text), 0)
    return analyse(Article(file, text, "text/1", "0" * 64), CorpusFile()).statements


@pytest.fixture
def said() -> Said:
    """Give a function from a text to its statements.

    A line a statement: speaker, cue, "d" for direct or "i" for indirect, content, and via where
    there is one, with `|` between. `?` stands for no speaker, `-` for no cue.
    """

    def lines(text: str) -> list[str]:
        found = []
        for each in statements_of(text):
            parts = [
                each.speaker.name if each.speaker is not None else "?",
                each.cue.cut(text) if each.cue is not None else "-",
                "d" if each.direct else "i",
                each.content.cut(text),
            ]
            if each.via is not None:
                parts.append(f"via {each.via}")
            found.append(" | ".join(" ".join(part.split()) for part in parts))
        return found

    return lines
