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
    for number in range(9):
        text = f"Weather of day {number}\n\nIt rained above the mark.\n"
        (folder / f"c{number}.txt").write_text(text)
    async with reading(folder) as session:
        await session.settle()
        session.reader.workspace.index.update()
        await session.press("p", "m")
        await session.until(lambda: isinstance(session.app.screen, SearchScreen))
        await session.until(lambda: "1 article" in session.screen_text())
        assert "any:(" in session.screen_text()
        assert "Inquiry into the Halcyon" in session.screen_text()
        assert "Key terms of the article" in session.screen_text()
        # "Marn" is rare and near to "mark": offered to who typed it, not where nobody did.
        assert "did you mean" not in session.screen_text()
        await session.press("enter")
        await session.until(lambda: not isinstance(session.app.screen, SearchScreen))
        await session.until(lambda: session.reader.pane.document is not None)
        assert session.reader.widen


async def test_near_duplicates_are_folded_in_a_search_and_walked_through(
    folder: Path, reading: Opener
) -> None:
    story = (folder / "a_ferry.txt").read_text()
    (folder / "a_first.txt").write_text(story.replace("Tuesday", "Monday"))
    (folder / "c_longer.txt").write_text(f"{story}\nMore will follow.\n")
    async with reading(folder) as session:
        await session.settle()
        index = session.reader.workspace.index
        index.update()
        index.find_duplicates()
        session.reader.articles.forget_all()
        await session.press("tab", "tab")
        await session.until(lambda: "= Ferry runs aground" in session.screen_text())
        assert "= Inquiry" not in session.screen_text()
        await session.press("s", *"harbour")
        await session.until(lambda: "2 folded" in session.screen_text())
        assert "+2 alike" in session.screen_text()
        await session.press("f6")
        await session.until(lambda: "folded" not in session.screen_text())
        await session.until(lambda: session.screen_text().count("Ferry runs aground off Marn") == 3)
        await session.press("escape")
        await session.until(lambda: not isinstance(session.app.screen, SearchScreen))

        await session.press("]", "=")
        await session.until(lambda: "of 3 alike" in session.screen_text())
        seen = set()
        for _ in range(3):
            document = session.reader.pane.document
            assert document is not None
            seen.add(document.article.name)
            await session.press("]", "=")
            await session.until(lambda now=document: session.reader.pane.document is not now)
            await session.settle()
        assert seen == {"a_ferry.txt", "a_first.txt", "c_longer.txt"}

        await session.press("p", "=")
        await session.until(lambda: "3 articles in 1 group" in session.screen_text())
