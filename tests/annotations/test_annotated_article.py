"""One article exported with its annotations as notes: complete, in order, and harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotations.exchange.annotated import AnnotatedArticle, notes_of, paragraphs_of
from annotations.exchange.formats import ARTICLE_FORMATS, article_format_of
from annotations.exchange.item import Exported
from annotations.ledger import LedgerRow
from annotations.model import Annotation, Link
from corpus.span import Span
from corpus.understanding.paragraphs import split_paragraphs

TEXT = "The ferry ran aground with 1,600 people aboard.\n\nNobody was hurt, Brandt said.\n"
HOSTILE = (
    "<script>alert(1)</script> [click](javascript:x) ![p](http://e/x.png) `code` **b** <b>i</b>\n"
    "# heading\n- item\n1. one\n===\n> quote\n| a | b |\n: definition\n    indented\n\n"
    "\x1b[31mred\u202egnp.exe &amp; [^1]: x"
)


def annotated(text: str, *annotations: Annotation, title: str = "A title") -> AnnotatedArticle:
    rows = [LedgerRow("a.txt", None, one, "ok", one.at) for one in annotations]
    items = tuple(Exported(row) for row in rows)
    return AnnotatedArticle(
        title, (("Outlet", "Marn Log"),), "a.txt", text, split_paragraphs(text), items, {}
    )


def note(id_: str, text: str, start: int, end: int, words: str = "") -> Annotation:
    return Annotation(id_, text[start:end], Span(start, end), note=words)


def written(format_: str, article: AnnotatedArticle) -> str:
    return "".join(ARTICLE_FORMATS[format_].write(article))


def test_a_note_stands_after_its_words_and_says_what_and_where() -> None:
    start = TEXT.index("1,600 people")
    one = note("a-aaaaaaaaaa", TEXT, start, start + 12, "The company says 1,500.")
    all_ = Annotation("a-bbbbbbbbbb", note="Two sources.")
    article = annotated(TEXT, one, all_)

    text = written("text", article)
    assert "1,600 people[1] aboard" in text
    assert f"[1] “1,600 people” (a.txt:{start}-{start + 12})\n    The company says 1,500." in text
    assert "[2] (a.txt)\n    Two sources." in text
    assert "Outlet: Marn Log" in text
    markdown = written("markdown", article)
    assert "1,600 people[^1] aboard" in markdown
    assert "[^1]: “1,600 people”" in markdown
    html = written("html", article)
    assert "<mark>1,600 people</mark><sup>" in html


def test_a_link_names_the_words_and_the_article_it_leads_to() -> None:
    there = Annotation("a-bbbbbbbbbb", "over 1,500", Span(0, 10))
    other = Exported(LedgerRow("b.txt", None, there, "ok", there.at))
    one = Annotation(
        "a-aaaaaaaaaa", "ferry", Span(4, 9), links=(Link("a-bbbbbbbbbb", "contradicts"),)
    )
    article = annotated(TEXT, one)
    article.others["a-bbbbbbbbbb"] = other

    assert "contradicts: over 1,500 (b.txt)" in written("text", article)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_nothing_of_an_article_or_a_note_becomes_markup_of_a_page() -> None:
    article = annotated(HOSTILE, note("a-aaaaaaaaaa", HOSTILE, 3, 60, HOSTILE), title=HOSTILE)
    html = written("html", article)

    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert not tags.seen & {"script", "img", "b", "code"}
    assert all(address.startswith("#") for address in tags.addresses)
    assert not re.search("[\x1b\u202e]", html)


def test_nothing_of_an_article_or_a_note_becomes_markup_of_markdown() -> None:
    article = annotated(HOSTILE, note("a-aaaaaaaaaa", HOSTILE, 3, 60, HOSTILE), title=HOSTILE)
    markdown = written("markdown", article)

    body = markdown.partition("- File: ")[2].partition("\n")[2].partition("\n[^1]: ")[0]
    parser = MarkdownIt("commonmark").enable("table")
    kinds = {token.type for token in parser.parse(body)}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}
    inline = {child.type for token in parser.parse(body) for child in token.children or ()}
    assert inline <= {"text", "softbreak", "text_special"}
    assert not re.search("[\x1b\u202e]", markdown)


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.html", "html"), ("A.MD", "markdown"), ("b.txt", "text"), ("c.pdf", None)],
)
def test_the_end_of_a_name_tells_the_format(name: str, format_: str | None) -> None:
    assert article_format_of(name) == format_


@given(
    st.text(alphabet="ab.\n ", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6),
)
def test_all_words_are_there_once_and_each_note_ends_once(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [(start, min(start + size, len(text))) for start, size in places if start < len(text)]
    article = annotated(text, *(note(f"a-{at:010}", text, *span) for at, span in enumerate(spans)))
    notes = notes_of(article)
    paragraphs = list(paragraphs_of(article, notes))

    assert ["".join(piece.text for piece in one) for one in paragraphs] == [
        span.cut(text) for span in article.paragraphs
    ]
    ends = [one.number for pieces in paragraphs for piece in pieces for one in piece.ending]
    if article.paragraphs:
        assert ends == sorted(ends) == [one.number for one in notes]
