"""Articles that take long to analyse: in a process of their own, what is on screen first."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.opening import Corpus, open_corpus
from corpus.problem import CorpusError
from corpus.reasons import ANALYSED
from tui.article.document import LONG_TEXT
from tui.folder.analysing import LONG, analysed, around
from tui.layout.displayed import displayed
from tui.layout.wrap import Layout
from tui.panel.panel_rows import rows_of

if TYPE_CHECKING:
    from types import FrameType

    from corpus.article import Article
    from tests.tui.conftest import Opener

SENTENCE = "At the ford of Marn the miller Ilse Brandt counted {n:,} carts on Tuesday. "


def long_text(length: int = LONG) -> str:
    """Return a text of one line, of `length` code points or a few more."""
    sentences, size = [], 0
    while size < length:
        sentences.append(SENTENCE.format(n=1000 + len(sentences)))
        size += len(sentences[-1])
    return "".join(sentences)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "long.txt").write_text(long_text())
    return folder


def article_of(folder: Path) -> tuple[Corpus, Article]:
    corpus = open_corpus(folder)
    file = corpus.find("long.txt")
    assert file is not None
    return corpus, corpus.read(file)


def nothing() -> None:
    """Stand for what is done meanwhile."""


def test_another_process_finds_what_this_one_would(folder: Path) -> None:
    corpus, article = article_of(folder)
    begun: list[None] = []

    found = analysed(corpus, article, lambda: True, lambda: begun.append(None))

    assert begun
    assert found is not None
    # It kept what it found, which is how this process has it now.
    assert corpus.kept_analysis(article) == found
    alone, same = article_of(folder)
    shutil.rmtree(alone.cache_folder)
    assert open_corpus(folder).analyse(same) == found


def test_what_is_kept_is_not_waited_for(folder: Path) -> None:
    corpus, article = article_of(folder)
    corpus.analyse(article)
    begun: list[None] = []

    assert analysed(corpus, article, lambda: True, lambda: begun.append(None)) is not None
    assert not begun


def test_nothing_comes_of_what_is_not_wanted_any_more(folder: Path) -> None:
    corpus, article = article_of(folder)

    assert analysed(corpus, article, lambda: False, nothing) is None
    assert corpus.kept_analysis(article) is None


def test_nothing_comes_of_a_file_that_changed_meanwhile(folder: Path) -> None:
    corpus, article = article_of(folder)
    (folder / "long.txt").write_text("Another text.\n")

    assert analysed(corpus, article, lambda: True, nothing) is None


def children() -> list[int]:
    said = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = (line.split(maxsplit=1) for line in said.stdout.splitlines())
    return [int(number) for number, words in rows if "tui.folder.analysis_process" in words]


def analysing() -> list[int]:
    """Return the processes that analyse and have come so far as to be nice."""
    return [child for child in children() if os.getpriority(os.PRIO_PROCESS, child) > os.nice(0)]


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
def test_a_process_that_is_killed_is_told_of(folder: Path) -> None:
    corpus, article = article_of(folder)

    def kill() -> None:
        for child in children():
            os.kill(child, signal.SIGKILL)

    with pytest.raises(CorpusError, match="its process was ended by signal 9"):
        analysed(corpus, article, lambda: True, kill)


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
def test_an_interrupt_meant_for_another_program_does_not_end_it(folder: Path) -> None:
    corpus, article = article_of(folder)
    asked = 0

    def wanted() -> bool:
        # Again and again, so that one arrives when the process has begun.
        nonlocal asked
        asked += 1
        for child in analysing():
            os.kill(child, signal.SIGINT)
        return True

    assert analysed(corpus, article, wanted, nothing) is not None
    assert asked > 1


def test_a_text_that_is_too_long_is_not_analysed_and_says_so(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * (ANALYSED // 5 + 1))
    corpus, article = article_of(folder)

    with pytest.raises(CorpusError, match="up to 16,000,000 are searched"):
        analysed(corpus, article, lambda: True, nothing)
    with pytest.raises(CorpusError, match="split it"):
        corpus.analyse(article)


@pytest.mark.parametrize("place", [0, LONG // 2, LONG - 1])
def test_what_is_around_a_place_is_marked_where_it_is(folder: Path, place: int) -> None:
    corpus, article = article_of(folder)

    _, entities, quantities = around(corpus, article, place)

    near = [span for span in entities.spans if abs(span.start - place) < 300]
    assert {article.text[span.start : span.end] for span in near} >= {"Ilse Brandt"}
    assert all(article.text[span.start : span.end] in article.text for span in quantities.spans)
    assert {article.text[s.start : s.end] for s in entities.spans} <= {"Marn", "Ilse Brandt"}


async def test_what_is_on_screen_is_marked_first_and_then_the_rest(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder, (100, 30)) as session:
        pane = session.reader.pane
        await session.until(lambda: bool(pane.document and pane.document.analysis_layers))
        await session.until(lambda: pane.document.analysis is not None)
        names = {mention.name for mention in pane.document.analysis.mentions}
        assert "Ilse Brandt" in names
        last = pane.document.analysis.mentions[-1]
        assert last.start > LONG - 200


async def test_a_long_article_is_wrapped_before_it_is_shown(folder: Path, reading: Opener) -> None:
    (folder / "short.txt").write_text("A short one.\n")
    long: list[int] = []

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is Layout._wrap.__code__:
            long.append(frame.f_locals["last"] - frame.f_locals["start"])

    async with reading(folder, indexed=False) as session:
        await session.press("J")
        assert session.reader.pane.document.article.name == "short.txt"
        sys.setprofile(look)  # of this thread, which is the one of the screen
        try:
            await session.press("K")
        finally:
            sys.setprofile(None)
        assert session.reader.pane.document.article.name == "long.txt"
        assert len(session.reader.pane._layout_rows) > 1_000
    assert max(long, default=0) < LONG_TEXT


async def test_lines_of_a_long_article_are_joined_in_a_thread(
    tmp_path: Path, reading: Opener
) -> None:
    paragraph = textwrap.fill("".join(SENTENCE.format(n=n) for n in range(1000, 1010)), 70)
    (tmp_path / "hard.txt").write_text("\n\n".join([paragraph] * 400))
    joined: list[str] = []
    long: list[int] = []

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is displayed.__code__:
            joined.append(frame.f_locals["text"])
        elif event == "call" and frame.f_code is Layout._wrap.__code__:
            long.append(frame.f_locals["last"] - frame.f_locals["start"])

    async with reading(tmp_path, (100, 30), indexed=False) as session:
        pane = session.reader.pane
        sys.setprofile(look)  # of this thread, which is the one of the screen
        try:
            await session.until(lambda: "\n" not in pane._layout_rows.text[: len(paragraph)])
            await session.press("5", "0", "percent_sign")
            await session.press("z", "w")
            await session.until(lambda: "\n" in pane._layout_rows.text[: len(paragraph)])
            await session.pilot.resize_terminal(60, 30)
            await session.press("z", "w")
            await session.until(lambda: "\n" not in pane._layout_rows.text[: len(paragraph)])
            await session.settle()
        finally:
            sys.setprofile(None)
        rows = pane._layout_rows
        whole = Layout(rows.text, pane.text_width)
        assert (rows.width, rows._starts) == (whole.width, whole._starts)
        assert pane.scroll_offset.y <= rows.row_of(pane.cursor) < pane.scroll_offset.y + 30
    assert joined == []
    assert max(long, default=0) < LONG_TEXT


async def test_what_a_long_article_has_is_listed_in_a_thread(folder: Path, reading: Opener) -> None:
    (folder / "short.txt").write_text("Ilse Brandt counted 12 carts.\n")
    listed: list[str] = []

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is rows_of.__code__:
            listed.append(frame.f_locals["document"].article.name)

    async with reading(folder, (120, 30), indexed=False) as session:
        panel, pane = session.reader.panel, session.reader.pane
        await session.until(lambda: pane.document.analysis is not None)
        await session.settle()
        sys.setprofile(look)  # of this thread, which is the one of the screen
        try:
            panel.show_tab("numbers")
            assert panel.current is None
            await session.settle()
            assert panel.row_count() > 1_000
            panel.show_tab("statements")
            await session.press("J")
            panel.show_tab("numbers")
        finally:
            sys.setprofile(None)
        assert pane.document.article.name == "short.txt"
        await session.settle()
        assert [row.pieces[1][0] for row in panel._rows] == ["1", "12"]
    assert set(listed) == {"short.txt"}


async def test_find_in_a_long_article(folder: Path, reading: Opener) -> None:
    async with reading(folder, (100, 30)) as session:
        pane = session.reader.pane
        await session.press("slash", *"2,000 carts")
        await session.until(lambda: len(pane.document.matches) == 1)
        place = pane.document.matches[0].start
        await session.until(lambda: pane.cursor == place)
        await session.press("escape")
        await session.until(lambda: pane.cursor == 0)


def test_no_text_is_in_the_name_of_a_document(folder: Path) -> None:
    # Textual writes what a worker is given into the worker's description.
    from tui.article.document import Document

    _, article = article_of(folder)
    assert "Ilse" not in repr(Document.of(article))
    assert "Ilse" not in repr(article)
