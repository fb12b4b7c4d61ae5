"""What of an article is shown, and how the screen is divided: by key, by mouse, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Opener, Session
from tui.article.layers_shown import layers_shown
from tui.article.looks import Looks


@given(
    st.dictionaries(
        st.sampled_from(["names", "folded", "text_width", "panel_width", "list_width", "colour"]),
        st.booleans() | st.integers() | st.text(max_size=3) | st.none(),
    )
)
def test_whatever_was_remembered_is_a_view_again(data: dict[str, object]) -> None:
    looks = Looks.of(data)
    assert Looks.of(looks.as_data()) == looks
    assert 20 <= looks.width_of("list") <= 80
    assert 40 <= looks.width_for(78) <= 160


def test_a_width_that_a_key_chose_gives_way_to_other_settings() -> None:
    looks = Looks(text_width=64, text_width_for=78)
    assert looks.width_for(78) == 64
    assert looks.width_for(90) == 90


def styles_shown(session: Session) -> set[str]:
    pane = session.reader.pane
    layers = layers_shown(pane.document, pane.looks)
    return {span.style for layer in layers for span in layer.spans}


@pytest.mark.parametrize(
    ("keys", "styles"),
    [
        ("ze", {"person", "org", "place", "norp"}),
        ("zn", {"quantity", "date"}),
        ("za", {"annotation-highlight"}),
        ("zm", {"match"}),
    ],
)
async def test_a_layer_is_switched_off_and_on_by_key(
    reading: Opener, folder: Path, keys: str, styles: set[str]
) -> None:
    async with reading(folder) as session:
        await session.press("V", "H", "slash", *"Brandt", "enter")
        before = styles_shown(session)
        assert before & styles
        await session.press(*keys)
        assert styles_shown(session) == before - styles
        assert ": off" in session.screen_text()
        await session.press(*keys)
        assert styles_shown(session) == before


async def test_statements_are_shaded_on_request_and_the_choice_is_remembered(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        assert "statement" not in styles_shown(session)
        await session.press("z", "s")
        assert "statement" in styles_shown(session)
    async with reading(folder) as session:
        assert "statement" in styles_shown(session)


async def test_the_list_of_layers_stays_open_and_says_what_is_on(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        await session.press("z", "l")
        assert "● Names" in session.screen_text()
        await session.press("enter")
        assert "○ Names" in session.screen_text()
        await session.press("j", "enter", "escape")
        assert "○" not in session.screen_text()
        assert not session.reader.pane.looks.names
        assert not session.reader.pane.looks.numbers


async def test_the_text_is_made_narrower_and_wider_by_key_and_stays_in_the_middle(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (140, 24)) as session:
        await session.press("tab", "tab")
        pane = session.reader.pane
        await session.press("z", "v", "z", "p")
        before = pane.text_width
        await session.press("1", "0", "<")
        assert pane.text_width == before - 20
        row = next(row for row in session.rows() if "aboard" in row)
        left = len(row) - len(row.lstrip())
        assert abs(left - (140 - pane.text_width) // 2) <= 3
    async with reading(folder, (140, 24)) as session:
        assert session.reader.pane.text_width == before - 20
        await session.press("5", ">")
        assert session.reader.pane.text_width == before - 10


async def test_paragraphs_have_their_numbers_beside_their_first_row(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        numbered = [row.split()[:2] for row in session.rows() if row.strip()[:1].isdigit()]
        assert numbered == [["1", "Ferry"], ["2", "The"], ["3", "“Nobody"]]
        await session.press("z", "p")
        assert not any(row.strip()[:1].isdigit() for row in session.rows())


async def test_the_panel_is_widened_by_key_and_by_its_border(reading: Opener, folder: Path) -> None:
    async with reading(folder, (160, 24)) as session:
        reader = session.reader
        side, listed = reader.query_one("#panel-side"), reader.query_one("#list-side")
        width, list_width = side.size.width, listed.size.width
        await session.press("g", ">")
        assert side.size.width == width + 2
        await session.press("shift+tab", "3", "g", "<")
        assert listed.size.width == list_width - 6
        border = reader.dividers["panel"].region.x
        await session.pilot.mouse_down(offset=(border, 5))
        await session.pilot.hover(offset=(border - 8, 7))
        await session.pilot.mouse_up(offset=(border - 8, 7))
        await session.settle()
        assert reader.dividers["panel"].region.x == border - 8
        assert side.size.width == width + 10
    async with reading(folder, (160, 24)) as session:
        assert session.reader.query_one("#panel-side").size.width == width + 10


async def test_the_list_takes_what_a_wide_terminal_has_until_it_is_given_a_width(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (160, 24)) as session:
        assert session.reader.query_one("#list-side").outer_size.width == 35
    async with reading(folder, (200, 24)) as session:
        reader = session.reader
        listed = reader.query_one("#list-side")
        assert listed.size.width > 50
        assert reader.pane.text_width == 78
        await session.press("shift+tab", "g", "<")
        chosen = listed.size.width
        await session.pilot.resize_terminal(240, 24)
        await session.settle()
        assert listed.size.width == chosen
    async with reading(folder, (200, 24)) as session:
        assert session.reader.query_one("#list-side").size.width == chosen


async def test_the_text_alone_has_the_screen_and_other_panes_come_while_they_are_used(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (160, 24)) as session:
        reader = session.reader
        await session.press("z", "v")
        assert reader.fitting() == ("article",)
        await session.press("tab")
        assert reader.fitting() == ("article", "panel")
        await session.press("escape")
        assert reader.fitting() == ("article",)
    async with reading(folder, (160, 24)) as session:
        assert session.reader.fitting() == ("article",)
        await session.press("z", "v")
        assert session.reader.fitting() == ("list", "article", "panel")


async def test_a_pane_that_does_not_stand_beside_the_text_is_not_widened(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (80, 24)) as session:
        await session.press("g", ">")
        assert "does not stand beside" in session.screen_text()
