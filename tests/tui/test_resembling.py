"""More like this, from an article or a selection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.search import SearchScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


async def test_more_like_this_searches_by_terms_that_are_shown_and_can_be_changed(
    folder: Path, reading: Opener
) -> None:
    for number in range(4):
        (folder / f"c{number}.txt").write_text(f"Weather of day {number}\n\nIt rained.\n")
    async with reading(folder) as session:
        await session.settle()
        session.reader.workspace.index.update()
        await session.press("p", "m")
        await session.until(lambda: isinstance(session.app.screen, SearchScreen))
        await session.until(lambda: "1 article" in session.screen_text())
        assert "any:(" in session.screen_text()
        assert "Inquiry into the Halcyon" in session.screen_text()
        assert "Key terms of the article" in session.screen_text()
        await session.press("enter")
        await session.until(lambda: not isinstance(session.app.screen, SearchScreen))
        await session.until(lambda: session.reader.pane.document is not None)
        assert session.reader.widen
