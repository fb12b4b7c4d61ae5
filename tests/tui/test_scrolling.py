"""A long list that is scrolled shows the rows that are there, and its scrollbar where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
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
        assert near == {region for region in everything if region.overlaps(part)} < everything
        assert session.reader.pane.region in everything - near
