"""Right-to-left writing: in visual order on the screen, in its own order in every offset."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Opener
from tui.article.right_to_left import postil_reorders
from tui.configuration.settings import Settings
from tui.layout.bidi import begins_right, pieces, reordered
from tui.layout.cells import cells
from tui.layout.wrap import Layout
from tui.safe_text import safe

WORDS = st.sampled_from(
    ["שלום", "עולם", "(1948)", "Tel", "Aviv,", "3,500", "مرحبا", "25-30", "«قال»", "10%", "漢字",
     "קָמָץ", "\n", "  "]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=30).map(" ".join) | st.text("אבג abc12(,.)\n", max_size=60)


# What the reference implementation of Unicode's algorithm shows for the same.
@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The word שלום means peace", "The word םולש means peace"),
        ("שלום עולם (1948) Tel Aviv 3,500.", ".Tel Aviv 3,500 (1948) םלוע םולש"),
        ("مرحبا بالعالم 123 abc", "abc 123 ملاعلاب ابحرم"),
        ("قال 25-30 شخصا", "اصخش 30-25 لاق"),
        ("1,600 people", "1,600 people"),
    ],
)
def test_writing_is_shown_in_the_order_of_the_standard(written: str, seen: str) -> None:
    assert reordered(written) == seen


@given(st.text("אבگج abc12(,.)«»%-", max_size=40), st.booleans())
def test_every_cluster_of_a_row_is_shown_once_and_they_lie_side_by_side(
    text: str, right: bool
) -> None:
    shown = pieces(safe(text), right=right)
    assert sorted((piece.start, piece.end) for piece in shown) == [
        (place, place + 1) for place in range(len(text))
    ]
    assert [piece.column for piece in shown] == [
        sum(before.size for before in shown[:number]) for number in range(len(shown))
    ]


@given(TEXTS, st.integers(4, 40), st.data())
def test_cells_and_offsets_find_each_other(text: str, width: int, data: st.DataObject) -> None:
    layout = Layout(safe(text), width)
    row = data.draw(st.integers(0, len(layout) - 1))
    for column in range(-1, width + 3):
        offset = layout.offset_at(row, column)
        assert layout.row_of(offset) == row
        assert layout.offset_at(row, layout.column_of(offset)) == offset
    assert layout.row_of(layout.last_in(row)) == row
    shown = layout.text[layout.start(row) : layout.visible_end(row)]
    assert layout.indent(row) + cells(shown.rstrip(" ")) <= max(width, 4)


def test_a_full_row_from_the_right_is_not_pushed_out_by_the_blank_that_ends_it() -> None:
    layout = Layout("אבגד הוזח ט", 4)
    assert [layout.indent(row) for row in range(3)] == [0, 0, 3]
    first = layout.visual(0) or ()
    assert "".join(piece.characters for piece in first) == "דגבא"
    assert max(piece.column + piece.size for piece in first) == 4
    assert layout.offset_at(0, layout.column_of(0)) == 0
    assert layout.last_in(0) == 3


@given(TEXTS, st.integers(4, 40))
def test_a_terminal_that_reorders_itself_gets_the_text_as_it_is(text: str, width: int) -> None:
    layout = Layout(safe(text), width, reorders=False)
    assert all(layout.visual(row) is None for row in range(len(layout)))
    assert not any(layout.is_right(row) for row in range(len(layout)))


def test_a_paragraph_has_the_direction_of_its_first_letter() -> None:
    assert begins_right("1,600 שלום abc")
    assert not begins_right("abc שלום")
    layout = Layout("שלום עולם שלום\nabc", 10)
    assert [layout.is_right(row) for row in range(len(layout))] == [True, True, False]
    assert layout.column_of(0) == 9
    assert layout.offset_at(0, 9) == 0
    assert layout.last_in(0) == 9


@pytest.mark.parametrize(
    ("environment", "reorders"),
    [
        ({}, True),
        ({"VTE_VERSION": "7600"}, False),
        ({"VTE_VERSION": "5202"}, True),
        ({"KONSOLE_VERSION": "230400"}, False),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
    ],
)
def test_terminals_that_reorder_are_known(environment: dict[str, str], reorders: bool) -> None:
    assert postil_reorders("auto", environment) is reorders
    assert postil_reorders("postil", environment)
    assert not postil_reorders("terminal", environment)


async def test_a_hebrew_article_is_read_from_the_right(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    written = "שלום עולם (1948) Tel Aviv"
    (folder / "a_ferry.txt").write_text(f"{written}\n", encoding="utf-8")
    async with reading(folder) as session:
        pane = session.reader.pane
        row = next(row for row in session.rows()[1:] if "1948" in row)
        assert row[: pane.region.right - 1].endswith("Tel Aviv (1948) םלוע םולש")
        x, y = pane._first_column + pane.text_width - 3, 1
        await session.pilot.click(offset=(x, y))
        await session.settle()
        assert pane.cursor == 2
        await session.press("0", "v", "e", "y")
        session.app.settings = Settings(right_to_left="terminal")
        session.reader.configured(session.app.settings)
        await session.settle()
        assert written in session.screen_text()
