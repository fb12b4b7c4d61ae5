"""Choosing the encoding of an article: what is offered, what is written, what is shown then."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from corpus.readers.known import reader_for
from tests.tui.conftest import Opener
from tui.article.encoding_choices import EncodingChoice, encoding_choices, telling_lines
from tui.screens.encodings import EncodingScreen
from tui.widgets.encoding_list import EncodingList, heading

RUSSIAN = "Tarvos, 14 April\n\nКомиссия осмотрела 2300 домов.\nПовреждено 430, сказал\x1b[31m он.\n"


def choices_of(data: bytes, current: str = "cp1252", *, is_set: bool = False) -> dict:
    reader = reader_for("a.txt")
    assert reader is not None
    found = encoding_choices(data, reader, current, guessed=True, is_set=is_set)
    return {choice.name: choice for choice in found}


def test_each_encoding_is_shown_by_the_lines_that_tell() -> None:
    found = choices_of(RUSSIAN.encode("koi8-r"))
    assert found["koi8-r"].lines[0] == "Комиссия осмотрела 2300 домов."
    assert found["windows-1251"].lines[0].startswith("лПНЙУУЙС")
    assert next(iter(found)) == "windows-1252"
    assert (found["windows-1252"].current, found["windows-1252"].guessed) == (True, True)
    assert "utf-8" not in found


def test_encodings_of_the_same_text_are_one_choice() -> None:
    found = choices_of("Café 1,100".encode("cp1252"))
    assert "iso-8859-15" in found["windows-1252"].same
    assert len({choice.lines for choice in found.values()}) == len(found)


def test_a_choice_that_was_made_can_be_taken_back() -> None:
    found = choices_of("Café".encode(), "cp1252", is_set=True)
    assert found[None].lines == ("Café",)
    assert heading(found[None])[0] == ("as the file says: utf-8", "strong")


@pytest.mark.parametrize("encoding", ["shift_jis", "utf-16-le", "gb18030", "euc_jp", "big5"])
def test_texts_of_every_script_find_their_encoding(encoding: str) -> None:
    text = "洪水 4月 14日\n大水 430\n"
    found = choices_of(text.encode(encoding))
    named = [one for one in found.values() if encoding in (one.name, *one.same)]
    assert named[0].lines == ("洪水 4月 14日", "大水 430")


def test_a_long_line_is_shown_from_where_it_tells() -> None:
    (line,) = telling_lines("a" * 1_000 + "é" * 1_000)
    assert line == "…" + "a" * 20 + "é" * 280
    assert telling_lines("\n\nplain\n\nlines\nmore") == ("plain", "lines")


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_have_choices(data: bytes) -> None:
    reader = reader_for("a.txt")
    assert reader is not None
    current = reader.read(data).encoding
    found = encoding_choices(data, reader, current, guessed=True, is_set=False)
    assert found[0].current
    assert all(isinstance(choice, EncodingChoice) for choice in found)


async def test_a_page_without_text_says_so(tmp_path: Path, reading: Opener) -> None:
    (tmp_path / "a.html").write_text("<div id=app></div><script>load()</script>")
    async with reading(tmp_path) as session:
        rows = session.rows()
        assert rows[0].rstrip().endswith("no text")
        assert "The page shows no text" in rows[-1]


@pytest.fixture
def foreign(folder: Path) -> Path:
    """The folder with an article whose encoding is guessed wrongly."""
    (folder / "0_koi8.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    (folder / "postil.yaml").write_text("# mine\narticles:\n  0_koi8.txt: {encoding: cp1252}\n")
    return folder


async def test_the_choice_is_written_and_the_article_read_again(
    foreign: Path, reading: Opener
) -> None:
    async with reading(foreign) as session:
        assert session.reader.pane.document.article.encoding == "cp1252"
        await session.press("g", "c")
        screen = session.app.screen
        assert isinstance(screen, EncodingScreen)
        assert any("\ufffd[31m" in row or "[31m" in row for row in session.rows())
        assert not any("\x1b" in row for row in session.rows())
        listed = screen.query_one(EncodingList)
        await session.until(lambda: listed.current is not None)
        for _ in range(listed.row_count()):
            if listed.current.name != "koi8-r":
                await session.press("j")
        await session.press("enter")
        await session.until(
            lambda: (
                session.reader.pane.document.article.encoding == "koi8-r"
                and session.app.screen is session.reader
            )
        )
        await session.settle()
        assert "Комиссия осмотрела" in "\n".join(session.rows())
        assert "Read as koi8-r" in session.rows()[-1]
    text = (foreign / "postil.yaml").read_text()
    assert text == "# mine\narticles:\n  0_koi8.txt: {encoding: koi8-r}\n"
    corpus = open_corpus(foreign)
    assert "Комиссия" in corpus.read(corpus.files[0]).text


async def test_a_click_on_the_guess_offers_other_encodings(folder: Path, reading: Opener) -> None:
    (folder / "0_koi8.txt").write_bytes(RUSSIAN.encode("koi8-r"))
    async with reading(folder) as session:
        await session.pilot.click(offset=(session.rows()[0].index("read as"), 0))
        await session.until(lambda: isinstance(session.app.screen, EncodingScreen))


async def test_an_annotation_made_in_the_wrong_text_is_found_again_in_the_right_one(
    foreign: Path, reading: Opener
) -> None:
    from annotations.store import AnnotationStore
    from corpus.span import Span

    corpus = open_corpus(foreign)
    article = corpus.read(corpus.files[0])
    start = article.text.index("2300")
    AnnotationStore(corpus).create(article, Span(start, start + 4), note="how many?")
    async with reading(foreign) as session:
        session.reader.workspace.set_encoding(article, "koi8-r")
        await session.press("R")
        await session.until(lambda: session.reader.pane.document.article.encoding == "koi8-r")
        await session.settle()
        (placed,) = session.reader.pane.document.placed
        assert placed.span is not None
        assert placed.span.cut(session.reader.pane.document.article.text) == "2300"


async def test_where_nothing_can_be_written_the_reason_stays_on_the_screen(
    foreign: Path, reading: Opener
) -> None:
    (foreign / "postil.yaml").chmod(0o444)
    async with reading(foreign) as session:
        await session.press("g", "c")
        await session.until(lambda: session.app.screen.query_one(EncodingList).current is not None)
        await session.press("j", "enter")
        await session.until(lambda: "write-protected" in session.rows()[-1])
        await session.press("escape")
        assert session.app.screen is session.reader
        assert session.reader.pane.document.article.encoding == "cp1252"
