"""A long list that is scrolled shows the rows that are there; a page of an article is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Spacing
from textual.strip import Strip

from tests.tui.conftest import Opener, Session


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(150):
        text = f"Carts on day {number:03}\n\nIlse Brandt counted them on the ford.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def painted(session: Session) -> list[Strip]:
    return session.reader._compositor.render_strips()


async def test_a_list_that_was_scrolled_is_painted_as_one_that_never_was(
    many: Path, reading: Opener
) -> None:
    async with reading(many, (120, 40)) as session:
        rows, bar = session.reader.articles, session.reader.articles.vertical_scrollbar

        await session.press("shift+tab")
        await session.until(lambda: rows.size.height > 20 and bar.size.height > 20)

        def thumb() -> list[Strip]:
            return [bar.render_line(y) for y in range(bar.size.height)]

        for action, times in (("list.page_down", 3), ("list.down", 1), ("list.up", 50)):
            rows.perform(action, times)
            await session.settle()
            kept, kept_thumb = painted(session), thumb()
            for line in range(rows.size.height):
                shown = kept[rows.region.y + line].crop(rows.region.x, rows.region.right)
                assert f"{rows.scroll_offset.y + line:03}" in shown.text
            rows.notify_style_update()
            rows.refresh()
            bar.refresh()
            assert (painted(session), thumb()) == (kept, kept_thumb)

        compositor, part = session.reader._compositor, rows.region
        everything = {region for region, _, _ in compositor._get_renders()}
        near = {region for region, _, _ in compositor._get_renders(part)}
        # What it covers, such as the side that it lies in, takes no part.
        assert near < {region for region in everything if region.overlaps(part)} < everything
        # A scrollbar lies in front, and is painted for itself.
        beside_bar = Spacing(0, 1, 0, 0)
        assert part.shrink(beside_bar) in near
        assert bar.region in near
        assert session.reader.pane.region.shrink(beside_bar) in everything - near


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    folder = tmp_path / "long"
    folder.mkdir()
    lines = [f"Row {number:03} of what the ferry carried" for number in range(60)]
    (folder / "cargo.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("keys", "rows"),
    [(("space", "backspace"), -2), (("ctrl+d", "ctrl+u"), 0)],
)
async def test_a_page_shows_what_was_not_in_view(
    long_article: Path, reading: Opener, keys: tuple[str, str], rows: int
) -> None:
    async with reading(long_article) as session:
        pane = session.reader.pane
        height = pane.scrollable_content_region.height
        turned = height + rows if rows else height // 2
        for times in (1, 2, 3):
            await session.press(keys[0])
            assert pane.scroll_offset.y == times * turned
            assert pane.caret is not None
        for times in (2, 1, 0):
            await session.press(keys[1])
            assert pane.scroll_offset.y == times * turned
            assert pane.caret is not None


async def test_the_cursor_stays_on_its_line_of_the_screen_when_a_page_is_turned(
    long_article: Path, reading: Opener
) -> None:
    async with reading(long_article) as session:
        pane = session.reader.pane
        await session.press(*"10j4l")
        caret = pane.caret
        await session.press("space")
        assert pane.caret == caret
        await session.press("3", "ctrl+d", "j", "k", "backspace", "3", "ctrl+u")
        assert pane.caret == caret


async def test_the_last_page_ends_with_the_last_row_and_its_cursor(
    long_article: Path, reading: Opener
) -> None:
    async with reading(long_article) as session:
        pane = session.reader.pane
        await session.press(*"99", "space")
        assert pane.end_in_view
        assert pane.document.article.text[pane.cursor :].startswith("Row 059")
        assert pane.progress == 100
        await session.press("j")
        assert pane.document.article.text[pane.cursor :].startswith("Row 059")
        await session.press(*"99", "backspace")
        assert (pane.scroll_offset.y, pane.cursor) == (0, 0)
