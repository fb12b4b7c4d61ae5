"""Marks beside letters, selectors and colours of skin are measured as the terminal does."""

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

HINDI = "बाढ़ के बाद सेना ने नदी के किनारे के गाँवों से लोगों को निकाला"
HEART, THUMB = "\u2764\ufe0f", "\U0001f44d\U0001f3fd"


async def answer(session: Session, *places: int, row: int = 1) -> None:
    """Let the terminal say where its cursor is behind a vowel, a heart and a thumb."""
    for place in places:
        session.app.post_message(events.CursorPosition(place, row))
    await session.settle()


@pytest.fixture
async def session(tmp_path: Path, reading: Opener) -> AsyncIterator[Session]:
    folder = tmp_path / "hindi"
    folder.mkdir()
    (folder / "flood.txt").write_text(f"{HINDI}\n\n{5 * HINDI}\n", encoding="utf-8")
    async with reading(folder) as opened:
        yield opened
        await answer(opened, 1, 2, 2)
    for text, size in (("का", 1), (HEART, 2), (THUMB, 2)):
        assert cells(text) == cell_len(text) == size


@pytest.mark.parametrize("places", [(2, 1, 4), (2, 2, 2), (1, 1, 2), (1, 2, 4)])
async def test_the_reader_measures_as_the_terminal_says(
    session: Session, places: tuple[int, int, int]
) -> None:
    await answer(session, *places)
    numbers = (*range(0x900, 0x1200), *range(0x2600, 0x2800), *range(0x1F300, 0x1F700))
    shown = (safe(chr(number)) for number in numbers)
    assert [text for text in shown if cells(text) != cell_len(text)] == []
    for text, size in zip(("का", HEART, THUMB), places, strict=True):
        assert cells(text) == cell_len(text) == size
    assert (cells("กำ"), cells("a\u0301"), cells("水")) == (2, 1, 2)


async def test_what_is_on_the_screen_is_wrapped_anew(session: Session) -> None:
    pane = session.reader.pane
    before = len(pane._layout_rows)
    await answer(session, 2, 2, 2)
    assert len(pane._layout_rows) > before
    assert all(cell_len(row) <= 80 for row in session.rows())
    await answer(session, 1, 2, 2)
    assert len(pane._layout_rows) == before


async def test_rows_end_between_words_still(session: Session) -> None:
    await answer(session, 2, 2, 2)
    assert " ".join(wrapped_lines(HINDI, 20)) == HINDI


async def test_another_answer_says_nothing_of_it(session: Session) -> None:
    await answer(session, 2, 1, 4, row=5)
    assert cells("का") == 1
