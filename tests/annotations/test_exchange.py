"""Annotations to other tools and back, with nothing lost and nothing overwritten."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from annotation_desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from annotations.exchange import html_report, markdown_report, table, web_annotation
from annotations.exchange.formats import FORMATS, format_of
from annotations.exchange.item import ExchangeError, Exported, Incoming
from annotations.exchange.taking_in import take_in
from annotations.ledger import LedgerRow, ledger
from annotations.model import Annotation, Claim, ClaimQuantity, Link, When
from annotations.store import AnnotationStore
from corpus.opening import Corpus, open_corpus
from corpus.span import Span

CLAIM = Claim(
    speaker="Ilse Brandauer",
    cue="said",
    measure="strength",
    quantity=ClaimQuantity(min=2500, max=4000, of="members", approximate=True),
    place="Osmanli",
    when=When("still", "2016-11"),
    fields={"source kind": "wire"},
)


@pytest.fixture
def emoji(tmp_path: Path) -> Path:
    """A corpus whose text has characters beyond the first plane, and CRLF line ends."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "\ufeffThe flag 🏴 flew.\r\nAt dawn 🌊🌊 the dam of Osmanli gave way.\r\n"
    (folder / "a b.txt").write_bytes(text.encode())
    return folder


def annotated(folder: Path) -> tuple[Corpus, AnnotationStore, list[Annotation]]:
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus, by="reader-1")
    article = corpus.read(corpus.files[0])
    start = article.text.index("the dam")
    first = store.create(
        article, Span(start, start + 18), note="=1+1\n\nTwo lines.", tags=["a/b", "x, y"]
    )
    second = store.create(article, None, note="All of it.", claim=CLAIM)
    why = "back\\slash and\na line, \\n too"
    first = store.change(article, first.id, links=[Link(second.id, "contradicts", why)])
    return corpus, store, [first, second]


def items(corpus: Corpus, store: AnnotationStore) -> list[Exported]:
    return [Exported(row, "A title", "Gazette", "2019-11-10") for row in ledger(corpus, store)]


@pytest.mark.parametrize("name", ["w3c", "csv", "tsv"])
def test_what_goes_out_comes_back_as_it_was(name: str, emoji: Path, tmp_path: Path) -> None:
    corpus, store, made = annotated(emoji)
    out = "".join(FORMATS[name].write(items(corpus, store)))
    read = FORMATS[name].read
    assert read is not None
    incoming = list(read(out))
    assert {one.annotation.id: one.annotation for one in incoming} == {one.id: one for one in made}

    other = tmp_path / "other"
    other.mkdir()
    (other / "a b.txt").write_bytes((emoji / "a b.txt").read_bytes())
    there = open_corpus(other)
    kept = AnnotationStore(there)
    taken = list(take_in(incoming, there, kept, "in"))
    assert [(one.outcome, one.state) for one in taken] == [("added", "ok")] * 2
    rows = {row.annotation.id: row.annotation for row in ledger(there, kept)}
    assert rows == {one.id: one for one in made}

    # A second time nothing is added, and nothing is written.
    before = (other / "a b.txt.annotations.yaml").read_bytes()
    again = list(take_in(read(out), there, AnnotationStore(there), "in"))
    assert {one.outcome for one in again} == {"there already"}
    assert (other / "a b.txt.annotations.yaml").read_bytes() == before


def test_positions_in_json_ld_are_code_points_of_the_text(emoji: Path) -> None:
    corpus, store, made = annotated(emoji)
    collection = json.loads("".join(web_annotation.write(items(corpus, store))))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 2)
    item = collection["first"]["items"][0]
    assert item["type"] == "Annotation"
    assert item["target"]["source"] == "urn:postil:article:a%20b.txt"
    words, position = item["target"]["selector"]
    text = corpus.read(corpus.files[0]).text
    assert text[position["start"] : position["end"]] == words["exact"] == made[0].quote
    assert text[: position["start"]].endswith(words["prefix"])
    assert "🌊🌊" in words["prefix"]


def test_annotations_of_another_tool_are_found_by_their_words(desk: Desk) -> None:
    # Offsets in UTF-16 or bytes, as some tools write them, point elsewhere.
    item = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/1",
        "type": "Annotation",
        "bodyValue": "Is that so?",
        "target": {
            "source": "file:///home/somebody/corpus/a.txt",
            "selector": [
                {"type": "TextPositionSelector", "start": 1, "end": 9},
                {"type": "TextQuoteSelector", "exact": "The weir at Osmanli"},
            ],
        },
    }
    (one,) = take_in(
        web_annotation.read(json.dumps(item)), desk.corpus, desk.store(), "annotations.json"
    )
    assert (one.outcome, one.state) == ("added", "ok")
    (row,) = ledger(desk.corpus, desk.store())
    assert (row.span, row.annotation.note) == (desk.span("The weir at Osmanli"), "Is that so?")


def test_what_cannot_be_placed_arrives_as_lost_with_its_words(desk: Desk) -> None:
    text = "article,quote,note\r\na.txt,words of another text,kept\r\n"
    (one,) = take_in(table.read(text), desk.corpus, desk.store(), "in.csv")
    assert (one.outcome, one.state) == ("added", "lost")
    (row,) = ledger(desk.corpus, desk.store())
    assert (row.state, row.annotation.quote, row.annotation.note) == (
        *("lost", "words of another text"),
        "kept",
    )


def test_nothing_there_is_overwritten(desk: Desk) -> None:
    store = desk.store()
    mine = store.create(desk.article, desk.span("Osmanli"), note="mine")
    theirs = Incoming("a.txt", Annotation(mine.id, mine.quote, mine.at, note="theirs"))
    (one,) = take_in([theirs], desk.corpus, desk.store(), "in")
    assert one.outcome == "kept apart"
    notes = {row.annotation.id: row.annotation.note for row in ledger(desk.corpus, desk.store())}
    assert notes == {mine.id: "mine", one.id: "theirs"}
    # A second time it is there, under the id that it was given.
    (again,) = take_in([theirs], desk.corpus, desk.store(), "in")
    assert again.outcome == "there already"
    assert len(list(ledger(desk.corpus, desk.store()))) == 2


def test_an_article_that_is_not_there_is_refused_with_a_remedy(desk: Desk) -> None:
    (one,) = take_in([Incoming("z.txt", Annotation("a-1"))], desk.corpus, desk.store(), "in")
    assert one.outcome == "refused"
    assert one.problem is not None
    assert one.problem.remedy
    assert not desk.path.exists()


def test_what_has_moved_since_it_went_out_is_not_added_again(desk: Desk) -> None:
    store = desk.store()
    store.create(desk.article, desk.span("Osmanli"), note="mine")
    out = "".join(table.write(items(desk.corpus, store)))
    path = desk.folder / "a.txt"
    path.write_text("New.\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (one,) = take_in(table.read(out), desk.corpus, desk.store(), "in")
    assert one.outcome == "there already"


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "'=1", "''", "＝1", "'tis"]
)
def test_no_cell_is_a_formula_and_every_cell_comes_back(cell: str) -> None:
    written = table.guarded(cell)
    assert written[0] not in "=+-@\t\r＝＋－＠"
    assert table.unguarded(written) == cell


@given(st.text())
def test_guarding_a_cell_loses_nothing(cell: str) -> None:
    assert table.unguarded(table.guarded(cell)) == cell
    assert not table.guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=30)


tags = words.filter(lambda tag: bool(tag.strip()) and "\n" not in tag)
reasons = st.none() | words.map(str.strip).filter(bool)
links = st.builds(Link, st.just("a-1"), st.just("supports"), reasons)


@st.composite
def drawn(draw: st.DrawFn) -> Annotation:
    quote = draw(st.none() | words.filter(bool))
    return Annotation(
        "a-" + draw(st.text("abc123", min_size=1, max_size=5)),
        quote=quote,
        at=None if quote is None else Span(3, 3 + len(quote)),
        before=draw(words) if quote else "",
        after=draw(words) if quote else "",
        note=draw(words),
        tags=tuple(dict.fromkeys(draw(st.lists(tags)))),
        claim=draw(st.none() | st.just(CLAIM) | st.builds(Claim, speaker=words.filter(bool))),
        links=tuple(draw(st.lists(links))),
        by=draw(st.none() | words.filter(bool)),
    )


@pytest.mark.parametrize("name", ["w3c", "csv", "tsv"])
@given(one=drawn())
def test_any_annotation_survives_the_way_out_and_back(name: str, one: Annotation) -> None:
    row = LedgerRow("a.txt", None, one, "ok", one.at)
    read = FORMATS[name].read
    assert read is not None
    out = "".join(FORMATS[name].write([Exported(row)])).encode().decode()
    (back,) = read(out)
    assert back == Incoming("a.txt", one)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (web_annotation.read, "{"),
        (web_annotation.read, "[" * 100_000),
        (web_annotation.read, '{"a": 1}'),
        (web_annotation.read, "[1]"),
        (web_annotation.read, '[{"target": {}}]'),
        (table.read, ""),
        (table.read, "quote,note\nx,y\n"),
        (table.read, 'article,note\na.txt,"never closed\n'),
        (table.read, "article,value\na.txt,many\n"),
        (table.read, "article,fields\na.txt,{\n"),
    ],
)
def test_what_is_not_of_the_format_is_said(read, text: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ExchangeError):
        list(read(text))


HOSTILE = '<script>alert("1")</script> [x](javascript:1) `a` *b* # &amp;'


def hostile_items(desk: Desk) -> list[Exported]:
    store = desk.store()
    one = store.create(desk.article, desk.span("Osmanli"), note=HOSTILE, tags=[HOSTILE])
    store.create(desk.article, None, note="1. no list", links=[Link(one.id, "agrees", HOSTILE)])
    return [Exported(row, HOSTILE, HOSTILE, "2019") for row in ledger(desk.corpus, store)]


def test_the_html_report_needs_nothing_and_runs_nothing(desk: Desk) -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: set[str] = set()
            self.links: set[str] = set()

        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            self.found.add(tag)
            self.links |= {str(v) for k, v in attributes if k in ("href", "src")}

    tags = Tags()
    report = "".join(html_report.write(hostile_items(desk)))
    tags.feed(report)
    assert not tags.found & {"script", "link", "img", "iframe"}
    assert len(tags.links) == 2
    assert all(link.startswith("#a-") for link in tags.links)
    assert "Osmanli" in report


def test_reports_show_a_link_at_both_of_its_ends(desk: Desk) -> None:
    store = desk.store()
    one = store.create(desk.article, desk.span("Osmanli"), note="the first")
    link = Link(one.id, "supports", "as \u202ethey")
    two = store.create(desk.article, None, note="the second", links=[link])
    found = [Exported(row, "T", "Gazette", "2019") for row in ledger(desk.corpus, store)]
    page, markdown = ("".join(each.write(found)) for each in (html_report, markdown_report))
    for words in ("supports (as", "supported by (as"):
        assert words in page
        assert words in markdown.replace("\\", "")
    assert "\u202e" not in page
    for id_ in (one.id, two.id):
        assert page.count(f'href="#{id_}"') == page.count(f'id="{id_}"') == 1
        assert f"(#{id_})" in markdown


def test_the_html_report_of_several_articles_begins_with_their_list(desk: Desk) -> None:
    store = desk.store()
    store.create(desk.article, desk.span("Osmanli"))
    (row,) = ledger(desk.corpus, store)
    items = [Exported(replace(row, article=name), "", "", "") for name in ("a.txt", "b.txt")]
    page = "".join(html_report.write(items))
    assert [page.count(f'#article-{number}"') for number in (1, 2)] == [1, 1]
    assert "<nav>" not in "".join(html_report.write(items[:1]))


def test_nothing_in_the_markdown_report_is_markup_of_a_stranger(desk: Desk) -> None:
    report = "".join(markdown_report.write(hostile_items(desk)))
    assert "<script>" not in report
    assert "\\[x\\](javascript" in report
    assert "[x](" not in report
    assert "> Osmanli" in report
    assert "1\\. no list" in report


def test_the_name_of_a_field_is_no_markup_and_no_escape_in_a_report(desk: Desk) -> None:
    claim = Claim(speaker="Ilse", fields={"<b>\x1b]52;c;QQ==\x07\n# kind": "wire"})
    desk.store().create(desk.article, desk.span("41 people"), claim=claim)
    report = "".join(markdown_report.write(items(desk.corpus, desk.store())))
    assert "- \\<b\\>␛\\]52;c;QQ==␇ \\# kind: wire\n" in report


def test_reports_say_where_words_stand_and_keep_the_lines_of_a_note(desk: Desk) -> None:
    span = desk.span("Osmanli")
    store = desk.store()
    store.create(desk.article, span, note="one\ntwo\n\nthree", claim=Claim(cue="denied"))
    found = [Exported(row, "T", "Gazette", "2019") for row in ledger(desk.corpus, store)]
    report = "".join(markdown_report.write(found))
    assert "\none\\\ntwo\n\nthree\n" in report
    for words in (report.replace("\\", ""), "".join(html_report.write(found))):
        assert f"a.txt:{span.start}-{span.end}" in words
        assert "denied" in words


def test_formats_are_told_by_the_names_of_files() -> None:
    assert [format_of(name) for name in ("a.JSON", "b.csv", "c.tsv", "d.md", "e.html", "f.x")] == [
        *("w3c", "csv", "tsv", "markdown", "html"),
        None,
    ]


def test_the_table_is_what_spreadsheets_read(desk: Desk) -> None:
    def lines() -> Iterator[dict[str, str]]:
        yield from csv.DictReader(io.StringIO("".join(table.write(hostile_items(desk)))))

    rows = list(lines())
    assert [row["article"] for row in rows] == ["a.txt", "a.txt"]
    assert rows[0]["title"] == HOSTILE
