"""The scrollbar of an article: signs for the matches and annotations of all of it, clickable."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Opener
from tui.layout.layers import Layer, StyledSpan
from tui.layout.whole_text import marked, slices
from tui.layout.wrap import Layout

LINES = st.sampled_from(["", "a", "some words of a line", "漢字"])
TEXTS = st.lists(LINES, max_size=40).map("\n".join)


@given(TEXTS, st.integers(4, 30), st.integers(1, 30))
def test_the_cells_of_a_bar_stand_for_the_whole_text_in_order(
    text: str, width: int, height: int
) -> None:
    cells = slices(Layout(text, width), height)
    assert len(cells) == height
    assert cells[0].start == 0
    assert cells[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(cells))


@given(TEXTS, st.integers(1, 30), st.sets(st.integers(0, 200), max_size=8))
def test_every_span_has_a_sign_in_the_cell_that_it_begins_in(
    text: str, height: int, places: set[int]
) -> None:
    starts = sorted(place for place in places if place < len(text))
    layer = Layer(StyledSpan(start, start + 1, "match") for start in starts)
    cells = slices(Layout(text, 20), height)
    for cell, found in zip(cells, marked(cells, layer), strict=True):
        assert found == next((one for one in starts if cell.start <= one < cell.end), None)


LINE = "At the ford of Marn the miller counted {n:,} carts, and said so to all who would hear it.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "ford"
    root.mkdir()
    lines = [LINE.format(n=n) for n in range(200)]
    lines[150] = "Nobody counted the geese.\n"
    (root / "a.txt").write_text("".join(lines), encoding="utf-8")
    return root


async def test_a_click_on_a_sign_goes_to_the_match_and_beside_it_scrolls_there(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("slash", *"geese", "enter", "g", "g")
        match = pane.document.matches[0].start
        right = pane.region.right - 1
        signs = [y for y, row in enumerate(session.rows()) if row[right] == "━"]
        assert len(signs) == 1
        assert 0.6 < (signs[0] - pane.region.y) / pane.size.height < 0.9
        await session.pilot.click(offset=(right, signs[0]))
        await session.settle()
        assert pane.cursor == match
        await session.press("g", "g")
        await session.pilot.click(offset=(right, pane.region.y + pane.size.height // 2))
        await session.settle()
        assert pane.cursor == 0
        assert 0.4 < pane.scroll_offset.y / pane.virtual_size.height < 0.6


async def test_annotations_have_signs_as_long_as_they_are_shown(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        right = session.reader.pane.region.right - 1
        await session.press("G", "V", "H", "g", "g")
        assert any(row[right] == "▐" for row in session.rows())
        await session.press("z", "a")
        assert not any(row[right] == "▐" for row in session.rows())
