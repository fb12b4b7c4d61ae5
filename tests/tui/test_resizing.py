"""Another size of the terminal: the cursor stays in view, and a long text is wrapped whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.timer import Timer

from tests.tui.conftest import Opener
from tui.app import PostilApp
from tui.layout.wrap import Layout
from tui.program.pausing import Pauses
from tui.widgets.article_pane import ArticlePane
from tui.widgets.wrapped_pane import LONG_TEXT

LINE = "At the ford of Marn the miller counted {n:,} carts, and said so to all who would hear it.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ford"
    folder.mkdir()
    lines = 1.2 * LONG_TEXT / len(LINE)
    (folder / "long.txt").write_text("".join(LINE.format(n=n) for n in range(int(lines))))
    return folder


def is_in_view(pane: ArticlePane) -> bool:
    assert pane._layout_rows is not None
    row = pane._layout_rows.row_of(pane.cursor)
    return pane.scroll_offset.y <= row < pane.scroll_offset.y + pane.size.height


async def test_the_cursor_stays_in_view_in_a_lower_terminal(reading: Opener, folder: Path) -> None:
    async with reading(folder, (80, 40), indexed=False) as session:
        pane = session.reader.pane
        await session.press("3", "0", "j")
        assert is_in_view(pane)
        await session.pilot.resize_terminal(80, 12)
        await session.settle()
        assert is_in_view(pane)


async def test_a_reader_who_gives_the_terminal_another_size_does_not_rest(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (80, 40), indexed=False) as session:
        session.app.pauses = Pauses()
        assert session.app.pauses.resting
        await session.pilot.resize_terminal(80, 12)
        await session.settle()
        assert not session.app.pauses.resting


async def test_a_long_text_is_wrapped_whole_with_its_rows_in_place(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (80, 24), indexed=False) as session:
        pane = session.reader.pane
        await session.press("6", "0", "percent_sign")
        words = pane.document.shown[pane.cursor : pane.cursor + 10]
        for width in (52, 64, 58):
            await session.pilot.resize_terminal(width, 20)
            whole = Layout(pane.document.shown, pane.text_width)
            await session.until(
                lambda whole=whole: (
                    pane._layout_rows is not None and pane._layout_rows._starts == whole._starts
                )
            )
            await session.settle()
            assert pane.virtual_size.height == len(whole)
            assert is_in_view(pane)
            assert words.split()[0] in session.screen_text()


async def test_a_text_of_which_rows_changed_while_it_was_wrapped_is_wrapped_once_more(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (80, 24), indexed=False) as session:
        pane = session.reader.pane
        before = pane._layout_rows
        assert before is not None
        now = pane._layout_rows = before.rewrapped(40, 0, 30)
        pane._take_whole(before, before)
        whole = Layout(before.text, 40)
        assert now._starts != whole._starts
        await session.until(
            lambda: pane._layout_rows is not None and pane._layout_rows._starts == whole._starts
        )


async def test_a_new_size_is_taken_without_a_wait_for_more(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    set_timer = PostilApp.set_timer

    def never_for_sizes(app: PostilApp, delay: float, callback: Any = None, **more: Any) -> Timer:
        if callback == app._check_resize:
            begun.append(callback)
            delay = 1_000
        return set_timer(app, delay, callback, **more)

    monkeypatch.setattr(PostilApp, "set_timer", never_for_sizes)
    async with reading(folder, (80, 24), indexed=False) as session:
        size = Size(70, 24)
        session.app._sized_at = 0
        session.app.post_message(Resize(size, size))
        await session.until(lambda: session.app.screen.size.width == 70)
        assert begun
