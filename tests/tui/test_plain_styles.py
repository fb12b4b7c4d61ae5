"""Rows are painted as Textual paints them, in fewer steps."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.conftest import Opener
from tests.tui.sample import SAMPLE
from tests.tui.scenes import SCENES
from tui.widgets.plain_styles import PlainStyles
from tui.widgets.steady_scrollbar import SteadyScrollBar


def cells(strips: list[Strip]) -> list[list[tuple[Segment, ...]]]:
    """Return rows of cells: how rows are parted into segments is not seen."""
    return [
        [tuple(cell) for cell in strip.divide(range(1, strip.cell_length + 1))] for strip in strips
    ]


@pytest.mark.parametrize("scene", ["a selection", "searching", "the ledger"])
async def test_rows_are_painted_as_textual_paints_them(reading: Opener, scene: str) -> None:
    async with reading(SAMPLE, (120, 40)) as session:
        await session.press(*SCENES[scene])
        await session.settle()
        compositor = session.app.screen._compositor
        plain = [
            widget
            for widget in compositor.visible_widgets
            if isinstance(widget._styles_cache, PlainStyles)
        ]
        assert plain
        for widget in plain:
            width, height = widget.region.size
            crops = [Region(0, 0, width, height)]
            if width > 2 and height > 2:
                crops += [
                    Region(0, 1, width - 2, height - 1),
                    Region(width - 1, 0, 1, height),
                    Region(1, 0, width - 2, 2),
                ]
            for crop in crops:
                assert cells(widget.render_lines(crop)) == cells(painted_by_textual(widget, crop))


def painted_by_textual(widget: Widget, crop: Region) -> list[Strip]:
    ours, widget._styles_cache = widget._styles_cache, StylesCache()
    try:
        return widget.render_lines(crop)
    finally:
        widget._styles_cache = ours


@pytest.mark.parametrize("position", [0, 1.5, 7.125, 40])
async def test_a_scrollbar_is_painted_as_textual_paints_it(
    reading: Opener, position: float
) -> None:
    async with reading(SAMPLE, (120, 40)) as session:
        await session.press(*SCENES["searching"])
        await session.settle()
        shown = session.app.screen._compositor.visible_widgets
        bars = [bar for bar in shown if isinstance(bar, SteadyScrollBar)]
        assert bars
        for bar in bars:
            bar.window_virtual_size, bar.window_size, bar.position = 90, 30, position
            bar._render_content()
            ours = bar._render_cache.lines
            super(ScrollBar, bar)._render_content()
            assert cells(ours) == cells(bar._render_cache.lines)
