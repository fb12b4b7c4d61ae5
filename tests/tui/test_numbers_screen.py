"""The numbers of all articles on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.comparing.number_rows import NumberRow
from tui.screens.claim import ClaimScreen
from tui.screens.numbers import NumbersScreen
from tui.screens.quantity_card import QuantityCardScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


def numbers(session: Session) -> NumbersScreen:
    screen = session.app.screen
    assert isinstance(screen, NumbersScreen)
    return screen


async def test_one_goes_to_a_number_and_comes_back_to_its_row(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("p", "N")
        await session.until(lambda: "3 of 3 numbers" in session.screen_text())
        assert "person (2)" in session.screen_text() or "people (2)" in session.screen_text()
        await session.press(*"of:people", "tab", "j")
        await session.until(lambda: "2 of 3 numbers" in session.screen_text())
        current = numbers(session)._list.current
        assert current is not None
        await session.until(lambda: "told the inquiry in Marn" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.app.screen is session.reader)
        await session.until(lambda: session.reader.pane.document.article.name == current.article)
        await session.until(lambda: session.reader.pane.cursor == current.start)
        assert "goes back to the numbers" in session.screen_text()
        await session.press("escape")
        await session.until(lambda: numbers(session)._list.current == current)
        assert numbers(session).place == "figures"
        assert "of:people" in session.screen_text()
        await session.press("escape", "escape")
        assert session.app.screen is session.reader


async def test_they_are_grouped_and_sorted_by_keys(folder: Path, reading: Opener) -> None:
    async with reading(folder, (120, 30)) as session:
        await session.press("p", "N", "tab", "G")
        await session.until(lambda: "by what is counted, then value" in session.screen_text())
        last = numbers(session)._list.current
        await session.press("B")
        await session.until(lambda: "by article, then value" in session.screen_text())
        await session.until(lambda: "a_ferry.txt (2)" in session.screen_text())
        assert numbers(session)._list.current == last
        await session.press("S", "g", "g", "}")
        await session.until(lambda: "by article, then date" in session.screen_text())
        current = numbers(session)._list.current
        assert current is not None
        assert current.article == "b_inquiry.txt"
        await session.press("{")
        current = numbers(session)._list.current
        assert current is not None
        assert current.article == "a_ferry.txt"


async def test_the_card_of_a_number_leads_to_the_other_ones(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "N", *">1500", "tab", "g", "d")
        await session.until(lambda: isinstance(session.app.screen, QuantityCardScreen))
        await session.until(lambda: "To be laid beside it 1" in session.screen_text())
        await session.press("W")
        await session.until(lambda: isinstance(session.app.screen, ClaimScreen))
        await session.press("escape", "escape")
        await session.until(lambda: numbers(session).place == "figures")
        await session.press("g", "d")
        await session.until(lambda: "To be laid beside it 1" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: session.app.screen is session.reader)


async def test_a_number_is_claimed_from_its_row(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "N", "tab")
        for key in ("G", "{"):
            await session.until(lambda: "3 of 3 numbers" in session.screen_text())
            await session.press(key)
            claimed = numbers(session)._list.current
            assert claimed is not None
            await session.press("W")
            await session.until(lambda: isinstance(session.app.screen, ClaimScreen))
            assert "New claim" in session.screen_text()
            cursor, document = session.reader.pane.cursor, session.reader.pane.document
            assert (document.article.name, cursor) == (claimed.article, claimed.start)
            await session.press("escape", "escape")
            await session.until(lambda: isinstance(session.app.screen, NumbersScreen))


async def test_numbers_that_come_above_leave_the_cursor_at_the_top_or_on_its_number(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("p", "N", "tab")
        await session.until(lambda: "3 of 3 numbers" in session.screen_text())
        screen = numbers(session)
        all_rows, shown = screen._rows, screen._list
        first, last = all_rows[0].key, all_rows[-1].key
        screen._take([row for row in all_rows if row.key != first])
        await session.until(lambda: "2 of 2 numbers" in session.screen_text())
        screen._take(all_rows)
        await session.until(lambda: "3 of 3 numbers" in session.screen_text())
        assert shown.row == 1
        await session.press("G")
        key = screen._current_key
        screen._take([row for row in all_rows if row.key in (key, last)])
        await session.until(lambda: "of 3 numbers" not in session.screen_text())
        assert screen._current_key == key


async def test_nothing_found_is_no_dead_end(folder: Path, reading: Opener) -> None:
    async with reading(folder, (60, 20)) as session:
        await session.press("p", "N", *"xyzzy", "enter", "tab", "g", "d", "}", "enter")
        await session.until(lambda: "0 of 3 numbers" in session.screen_text())
        await session.until(lambda: "No number has all of it" in session.screen_text())
        assert numbers(session).why_not("numbers.go") == "nothing is listed here"
        await session.press("escape", "escape")
        assert session.app.screen is session.reader


class Rows(list[NumberRow]):
    """Rows that tell when their words are made, of all at once."""

    said = False

    def __repr__(self) -> str:
        self.said = True
        return super().__repr__()


async def test_what_is_listed_is_not_gone_through_on_a_key(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("p", "N")
        await session.until(lambda: "3 of 3 numbers" in session.screen_text())
        rows = Rows(numbers(session)._rows)
        numbers(session)._rows = rows
        await session.press(*"40")
        await session.until(lambda: "1 of 3 numbers" in session.screen_text())
        assert not rows.said
