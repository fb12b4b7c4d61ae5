"""Two articles beside each other: reading both, scrolling together, going through differences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import FERRY, Opener
from tests.tui.two_articles import beside
from tui.actions.registry import CONTEXTS, actions_in
from tui.screens.beside import BesideScreen

LATER = FERRY.replace("with 1,600 people", "with over 1,500 people").replace(
    "Between 40 and 60", "Divers went down.\n\nBetween 40 and 60"
)


@pytest.fixture
def versions(folder: Path) -> Path:
    (folder / "c_later.txt").write_text(LATER, encoding="utf-8")
    return folder


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_what_differs_is_gone_through_in_both(
    versions: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(versions, size) as session:
        screen = await beside(session, "c_later.txt", marked=True)
        assert any("≠" in row for row in session.rows())
        assert sum(strip.startswith("▶") for strip in map(str.strip, session.rows())) == 1
        await session.press("]", "d")
        assert "1,600 people | over 1,500 people" in session.screen_text()
        first, second = screen.panes
        assert FERRY[first.cursor :].startswith("1,600")
        assert LATER[second.cursor :].startswith("1,500")
        await session.press("]", "d")
        assert LATER[second.cursor :].startswith("Divers went down.")
        await session.press("[", "d")
        assert FERRY[first.cursor :].startswith("1,600")


async def test_each_article_is_read_with_the_keys_of_the_reader(
    versions: Path, reading: Opener
) -> None:
    async with reading(versions, (120, 40)) as session:
        screen = await beside(session, "c_later.txt")
        assert not any("≠" in row for row in session.rows())
        await session.press("}", "]", "n")
        first, second = screen.panes
        assert FERRY[first.cursor :].startswith("Tuesday")
        assert second.cursor == 0
        await session.press("tab", "G")
        assert second.cursor == len(LATER) - 1
        await session.press("ctrl+o", "ctrl+o")
        assert screen.pane is first
        assert FERRY[first.cursor :].startswith("The ferry")
        await session.press("3", "alt+o", "'", "'")
        assert (screen.pane, second.cursor) == (second, 0)
        await session.press("tab", "]", "n")
        assert FERRY[first.cursor :].startswith("Tuesday")
        await session.press("tab", "escape")
        assert session.app.screen is session.reader
        assert FERRY[session.reader.pane.cursor :].startswith("Tuesday")


async def test_the_list_of_differences_leads_to_both_places(
    versions: Path, reading: Opener
) -> None:
    async with reading(versions) as session:
        screen = await beside(session, "c_later.txt", marked=True)
        await session.press("F")
        assert "1,600 people | over 1,500 people" in session.screen_text()
        await session.press("enter")
        assert session.app.screen is screen
        assert LATER[screen.panes[1].cursor :].startswith("1,500")


async def test_the_second_article_is_found_by_its_name_and_then_offered_first(
    versions: Path, reading: Opener
) -> None:
    async with reading(versions) as session:
        await session.press("p", "v")
        await session.pilot.press(*"later")
        await session.settle()
        await session.press("enter", "tab", "enter")
        pane = session.reader.pane
        assert pane.document is not None
        assert pane.document.article.name == "c_later.txt"
        await session.press("p", "v", "enter")
        screen = session.app.screen
        assert isinstance(screen, BesideScreen)
        assert screen.documents[1] is not None
        assert screen.documents[1].article.name == "a_ferry.txt"


async def test_long_articles_scroll_together_or_each_by_itself(
    versions: Path, reading: Opener
) -> None:
    paragraphs = [f"Boat number {at} of the Marn rescue went out at dawn." for at in range(60)]
    (versions / "a_ferry.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (versions / "c_later.txt").write_text(
        "\n\n".join(["A new beginning.", "With two lines of its own.", *paragraphs]),
        encoding="utf-8",
    )
    async with reading(versions, (120, 40)) as session:
        screen = await beside(session, "c_later.txt")
        first, second = screen.panes
        first.move_to(first.document.paragraphs[20].start, centre=True)  # type: ignore[union-attr]
        await session.until(lambda: second.scroll_offset.y == first.scroll_offset.y + 4)
        await session.press("S")
        first.move_to(10_000)
        await session.pilot.pause()
        assert second.scroll_offset.y < first.scroll_offset.y


async def test_one_article_at_a_time(versions: Path, reading: Opener) -> None:
    async with reading(versions) as session:
        screen = await beside(session, "c_later.txt")
        shown = [pane.region.height > 0 for pane in screen.panes]
        await session.press("z", "v")
        alone = [screen.query_one(f"#side-{number}").display for number in range(2)]
        await session.press("tab")
        other = [screen.query_one(f"#side-{number}").display for number in range(2)]
        assert (shown, alone, other) == ([True, True], [True, False], [False, True])


async def test_every_action_that_works_here_is_one_of_the_screen_or_its_panes(
    versions: Path, reading: Opener
) -> None:
    async with reading(versions) as session:
        screen = await beside(session, "c_later.txt")
        others = [
            action.id
            for action in actions_in(CONTEXTS["beside"])
            if action.id not in screen.handlers and not action.id.startswith("app.")
        ]
        assert [one for one in others if not screen.pane.perform(one, None)] == []


async def test_a_link_is_followed_and_a_card_opened_as_in_the_reader(
    tmp_path: Path, reading: Opener
) -> None:
    one = "See [the other](b.md#known), [the third](c.md) and https://example.org/x.\n"
    two = "# Ferry\n\nOver 1,600 people.\n\n## Known\n\nNothing.\n"
    for name, text in (("a.md", one), ("b.md", two), ("c.md", "# Third\n\nMore.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    async with reading(tmp_path) as session:
        screen = await beside(session, "b.md")
        screen.panes[0].move_to(one.index("the other"))
        await session.press("enter")
        assert screen.active == 1
        assert two[screen.pane.cursor :].startswith("Known")
        await session.press("ctrl+o")
        assert one[screen.pane.cursor :].startswith("the other")
        screen.pane.move_to(one.index("https"))
        await session.press("g", "u")
        assert "A web address" in session.screen_text()
        await session.press("escape", "tab", "g", "g", "]", "n", "enter")
        assert type(session.app.screen).__name__ == "QuantityCardScreen"
        await session.press("escape", "tab")
        screen.pane.move_to(one.index("the third"))
        await session.press("enter")
        assert session.app.screen is session.reader
        assert session.reader.pane.document is not None
        assert session.reader.pane.document.article.name == "c.md"
