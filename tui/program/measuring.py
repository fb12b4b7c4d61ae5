"""Measuring texts as a terminal does, by Textual and by Postil alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich.cells
from rich._unicode_data import load

from tui.layout import bidi
from tui.layout.cells import TerminalCells, measure_by, measured_by, sized_ranges
from tui.widgets.wrapped_pane import WrappedPane

if TYPE_CHECKING:
    from textual.app import App


def measure_as(app: App[None], terminal: TerminalCells) -> None:
    """Measure as a terminal does, and paint what is shown accordingly."""
    if measured_by() == terminal:
        return
    measure_by(terminal)
    bidi.pieces.cache_clear()
    _let_textual_measure_so()
    for screen in app.screen_stack:
        for widget in screen.query("*"):
            if isinstance(widget, WrappedPane):
                widget.wrap_anew()
            # They forget what they have painted.
            widget.notify_style_update()
            widget.refresh()


def _let_textual_measure_so() -> None:
    """Give Rich, by which Textual measures, the table that there is now."""
    known = load("latest")
    widened = known.narrow_to_wide if measured_by().widens else frozenset()
    table = rich.cells.CellTable(known.unicode_version, sized_ranges(), widened)
    # The name by which Rich looks for its table.
    vars(rich.cells)["load_cell_table"] = lambda _version: table
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
