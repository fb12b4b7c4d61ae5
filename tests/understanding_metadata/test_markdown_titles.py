"""Titles of Markdown articles: their words, with the place that they were read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.opening import open_corpus
from corpus.span import Span
from corpus.understanding.metadata.markdown_words import words_of_markdown

PARSER = MarkdownIt("commonmark").enable("strikethrough")


def rendered(line: str) -> str:
    """Return what a parser of CommonMark makes of a line, without its tags."""
    inline = PARSER.parseInline(line)[0]
    return "".join(child.content for child in inline.children or ())


@pytest.mark.parametrize(
    "line",
    [
        "Ferry *aground* off Marn",
        "Ferry **aground** off _Marn_",
        "***Ferry*** aground",
        "*Ferry **aground** today*",
        "The file `harbour_log.txt` of the *Halcyon*",
        "[The inquiry](https://marn.example/a) opens",
        "~~Forty~~ sixty were saved",
        r"A \*star\* stays",
        "5 * 3 is 15",
        "snake_case_names and __init__",
        "Ferry* aground *again",
        "An unclosed *star",
        "``a ` b`` in code",
        "What * stands * alone",
    ],
)
def test_the_words_are_those_that_a_reader_of_markdown_sees(line: str) -> None:
    assert words_of_markdown(line) == rendered(line)


@given(st.text("ab *_`~\\[]()", max_size=30))
def test_no_letter_is_lost(line: str) -> None:
    kept = words_of_markdown(line)
    targets = "](" in line or "][" in line
    assert targets or [c for c in kept if c in "ab"] == [c for c in line if c in "ab"]


@pytest.mark.parametrize(
    "text",
    [
        "# Ferry *aground* off Marn\n\nThe ferry Halcyon ran aground on Tuesday.\n",
        '---\ntitle: "Ferry *aground* off Marn"\n---\n\nThe ferry Halcyon ran aground.\n',
    ],
)
def test_a_title_has_no_signs_and_its_evidence_stays_where_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    title = corpus.metadata(article).title
    assert title is not None
    assert title.value == "Ferry aground off Marn"
    assert article.text == text
    if isinstance(title.evidence, Span):
        assert title.evidence.cut(text) == "Ferry *aground* off Marn"
