"""Marks that stand beside their letter, as vowels of Hindi do, are measured as terminals do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual import events

from tui.layout.cells import cells
from tui.layout.wrap import wrapped_lines
from tui.safe_text import safe

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

# What a terminal answers where a vowel takes no cell, and where it takes one.
WITHOUT, BESIDE = events.CursorPosition(1, 1), events.CursorPosition(2, 1)
HINDI = "बाढ़ के बाद सेना ने नदी के किनारे के गाँवों से लोगों को निकाला"


@pytest.fixture
async def session(tmp_path: Path, reading: Opener) -> AsyncIterator[Session]:
    folder = tmp_path / "hindi"
    folder.mkdir()
    (folder / "flood.txt").write_text(f"{HINDI}\n\n{5 * HINDI}\n", encoding="utf-8")
    async with reading(folder) as opened:
        yield opened
        opened.app.post_message(WITHOUT)
        await opened.settle()
    assert cells("का") == cell_len("का") == 1


async def test_the_reader_measures_as_the_terminal_says(session: Session) -> None:
    session.app.post_message(BESIDE)
    await session.settle()
    numbers = (number for number in range(0x110000) if not 0xD800 <= number < 0xE000)
    shown = (safe(chr(number)) for number in numbers if number != ord("\n"))
    assert [text for text in shown if cells(text) != cell_len(text)] == []
    assert (cells("का"), cells("কা"), cells("กำ"), cells("a\u0301"), cells("水")) == (2, 2, 2, 1, 2)


async def test_what_is_on_the_screen_is_wrapped_anew(session: Session) -> None:
    pane = session.reader.pane
    before = len(pane._layout_rows)
    session.app.post_message(BESIDE)
    await session.settle()
    assert len(pane._layout_rows) > before
    assert all(cell_len(row) <= 80 for row in session.rows())
    session.app.post_message(WITHOUT)
    await session.settle()
    assert len(pane._layout_rows) == before


async def test_rows_end_between_words_still(session: Session) -> None:
    session.app.post_message(BESIDE)
    await session.settle()
    assert " ".join(wrapped_lines(HINDI, 20)) == HINDI


async def test_another_answer_says_nothing_of_it(session: Session) -> None:
    session.app.post_message(events.CursorPosition(9, 5))
    await session.settle()
    assert cells("का") == 1
