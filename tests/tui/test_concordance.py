"""The concordance's screen: lines, their order, what is counted, the way there and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.linking.keeping import entity_table
from index.concordance.lines import ConcordanceLine, Source, context
from index.concordance.sorting import parse_sort
from tests.tui.conftest import Opener, Session
from tui.layout.cells import cells
from tui.safe_text import safe_line
from tui.screens.concordance import ConcordanceScreen
from tui.screens.search import SearchScreen
from tui.searching.concordance_rows import WIDE, pieces_of_line
from tui.searching.concordance_state import ConcordanceState
from tui.searching.concordance_tables import pieces_of_row
from tui.widgets.concordance_list import ConcordanceLines, ConcordanceTable

SIZES = [(60, 20), (80, 24), (120, 40)]


def line_of(text: str, start: int, end: int) -> ConcordanceLine:
    before, inside, after = context(text, start, end)
    return ConcordanceLine(
        start, end, Source("a.txt", None, 9), 0, before, inside, after, (), ("x",), ()
    )


def concordance(session: Session) -> ConcordanceScreen:
    screen = session.app.screen
    assert isinstance(screen, ConcordanceScreen)
    return screen


async def read(session: Session) -> ConcordanceState:
    """Wait until all lines of the concordance were read and what was wished of them is done."""
    screen = concordance(session)
    await session.until(lambda: screen.state.complete)
    await session.settle()
    return screen.state


def texts(state: ConcordanceState) -> list[tuple[str, int]]:
    return [(line.source.article, line.start) for line in state.shown]


@pytest.mark.parametrize("size", SIZES)
async def test_the_word_under_the_cursor_is_shown_in_its_context(
    reading: Opener, folder: Path, size: tuple[int, int]
) -> None:
    async with reading(folder, size) as session:
        session.reader.pane.move_to(session.reader.pane.document.article.text.index("aboard"))
        await session.press("C")
        state = await read(session)

        assert state.query == "aboard"
        assert [article for article, _ in texts(state)] == ["a_ferry.txt", "b_inquiry.txt"]
        rows = session.rows()
        assert "2 lines in 2 articles" in rows[0]
        columns = {row.index("aboard") for row in rows[2:-2] if " aboard" in row}
        assert len(columns) == 1


async def test_enter_goes_to_the_place_and_escape_comes_back_to_the_row(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("s", *"people", "ctrl+l")
        await read(session)
        await session.press("r", "j", "enter")

        reader = session.reader
        assert session.app.screen is reader
        document = reader.pane.document
        assert document is not None
        assert document.article.name == "b_inquiry.txt"
        assert document.article.text[reader.pane.cursor :].startswith("people were")

        await session.press("escape")
        state = await read(session)
        assert concordance(session).query_one(ConcordanceLines).row == 1
        assert [str(key) for key in state.keys] == ["R1"]
        await session.press("escape")
        assert session.app.screen is reader


async def test_escape_goes_back_to_the_search(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("s", *"people", "ctrl+l")
        await read(session)
        await session.press("escape")

        assert isinstance(session.app.screen, SearchScreen)


async def test_keys_sort_and_the_same_key_turns_round(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("s", *"of", "ctrl+l")
        state = await read(session)
        in_order = texts(state)
        await session.press("r")
        by_right = [line.right[0] for line in state.shown]
        await session.press("r")
        backwards = [line.right[0] for line in state.shown]
        await session.press("2", "l")
        keys = [str(key) for key in state.keys]
        await session.press("L")
        lefts = [str(key) for key in state.keys]
        await session.press("u")

        assert by_right == sorted(by_right)
        assert backwards == by_right[::-1]
        assert keys == ["L2", "-R1"]
        assert lefts == ["L1", "L2", "L3"]
        assert texts(state) == in_order


async def test_what_is_counted_leads_to_its_lines(reading: Opener, folder: Path) -> None:
    async with reading(folder, (80, 24)) as session:
        await session.press("s", *"brandt OR vask", "ctrl+l")
        state = await read(session)
        await session.press("tab", "tab", "tab")

        table = concordance(session).query_one(ConcordanceTable)
        assert [row.cells[0] for row in table.table.rows] == ["brandt", "vask"]
        await session.press("j", "enter")
        assert [line.text for line in state.shown] == ["Vask"]
        assert "written “vask”" in session.rows()[0]
        await session.press("escape")
        assert len(state.shown) == 4


async def test_the_spread_shows_measures_and_plots(reading: Opener, folder: Path) -> None:
    async with reading(folder, (80, 24)) as session:
        await session.press("s", *"marn", "ctrl+l")
        await read(session)
        await session.press("shift+tab")

        shown = session.screen_text()
        assert "DP" in shown
        assert "a_ferry.txt" in shown


async def test_the_articles_with_the_keyword_are_told_from_the_others(
    reading: Opener, folder: Path
) -> None:
    for number in range(6):
        (folder / f"{number}.txt").write_text("the tide " * 30, encoding="utf-8")
    async with reading(folder) as session:
        await session.press("s", *"tide", "ctrl+l")
        await read(session)
        await session.press("tab", "tab", "tab", "tab")

        table = concordance(session).query_one(ConcordanceTable).table
        assert "tide" in {row.cells[0] for row in table.rows}
        assert "log ratio" in session.screen_text()


async def test_a_table_without_rows_says_why(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("s", *"marn", "ctrl+l")
        await read(session)
        await session.press("tab", "tab", "tab", "tab")
        assert "No word tells the two apart by more than chance" in session.screen_text()
        await session.press("shift+tab")
        assert "by more than chance" not in session.screen_text()


async def test_what_was_stopped_can_be_sorted_and_read_again(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        state = ConcordanceState("people", begun=True)
        found = session.reader.workspace.index.concordance("people")
        assert found is not None
        state.take(list(found.lines())[:1])
        state.stopped = True
        session.app.push_screen(ConcordanceScreen(session.reader.workspace, state))
        await session.settle()
        assert "stopped before the end" in session.rows()[0]

        await session.press("r")
        assert len(state.shown) == 1
        await session.press("g", "r")
        assert len((await read(session)).shown) == 2


async def test_a_wrong_query_says_what_is_right(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press("s", *"file:ferry", "ctrl+l")

        assert "names no place" in session.rows()[0]
        await session.press("escape")
        assert isinstance(session.app.screen, SearchScreen)


async def test_a_word_that_is_nowhere_and_the_last_concordance_again(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("p", "c")
        assert "No concordance yet" in session.screen_text()
        session.reader.pane.move_to(session.reader.pane.document.article.text.index("boat"))
        await session.press("C")
        await read(session)
        await session.press("escape", "p", "c")
        assert (await read(session)).query == "boat"


@pytest.mark.parametrize("width", [58, 78, WIDE, 160])
@given(
    text=st.text(alphabet=st.sampled_from("ab é,水🌊\n\x1b\u202e…"), min_size=2, max_size=400),
    data=st.data(),
)
def test_every_keyword_begins_in_the_same_cell(width: int, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 20)))

    plain = pieces_of_line(line_of(text, start, end), width, ())
    marked = pieces_of_line(line_of(text, start, end), width, parse_sort("L1,R1,R2"))

    shown = "".join(piece for piece, _ in plain)
    assert "".join(piece for piece, _ in marked) == shown, "what stands out moves nothing"
    assert safe_line(shown) == shown, "nothing of a text reaches the terminal as it is"
    assert cells(shown) <= width
    before = "".join(piece for piece, _ in plain[: [style for _, style in plain].index("match")])
    place = 26 if width >= WIDE else 0
    assert cells(before) == int((width - place) * 0.42)


def test_the_words_that_lines_are_sorted_by_stand_out() -> None:
    line = line_of("one two three four five", 8, 13)

    found = pieces_of_line(line, 80, parse_sort("R2,L1"))

    assert [text for text, style in found if style == "strong"] == ["two", "five"]


def test_a_row_of_a_table_gives_its_first_column_up_first() -> None:
    row = pieces_of_row(
        ("a very long word indeed", "12", "3.4"), (False, True, True), [23, 5, 5], 30
    )

    shown = "".join(text for text, _ in row)
    assert shown.startswith("a very long")
    assert shown.rstrip().endswith("12    3.4")
    assert cells(shown.rstrip()) <= 30


async def test_the_entity_under_the_cursor_is_shown_in_all_its_names(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        workspace = session.reader.workspace
        entity_table(workspace.corpus)
        assert workspace.link_names()
        session.reader.show_linked()
        await session.settle()
        document = session.reader.pane.document
        assert document is not None
        session.reader.pane.move_to(document.article.text.index("Ilse Brandt"))
        await session.press("C")
        state = await read(session)

        assert {line.text for line in state.shown} == {"Ilse Brandt", "Brandt"}
        assert len(state.shown) == 3
        assert "Ilse Brandt, in all its names · 3 lines" in session.rows()[0]


async def test_lines_are_sorted_by_date_and_outlet(reading: Opener, folder: Path) -> None:
    for day, name in ((3, "x"), (1, "y"), (2, "z")):
        page = f"---\noutlet: Paper {name}\ndate: 2019-11-0{day}\n---\n\nThe tide rose.\n"
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
    async with reading(folder) as session:
        await session.press("s", *"tide", "ctrl+l")
        state = await read(session)
        await session.press("d")
        by_date = [line.source.article for line in state.shown]
        await session.press("o")

        assert by_date == ["y.md", "z.md", "x.md"]
        assert [line.source.article for line in state.shown] == ["x.md", "y.md", "z.md"]
        assert "Paper x · 2019-11-03" in session.screen_text()
