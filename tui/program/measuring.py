"""Measuring marks beside letters in another way, by Textual and by Postil alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rich.cells
from rich._unicode_data import load

from tui.layout import bidi
from tui.layout.cells import character_cells, give_spacing_marks, sized_ranges
from tui.widgets.wrapped_pane import WrappedPane

if TYPE_CHECKING:
    from textual.app import App

_VOWEL = "\u093e"


def measure_spacing_marks(app: App[None], size: int) -> None:
    """Let marks beside letters take so many cells, 0 or 1, and paint what is shown accordingly."""
    if character_cells(_VOWEL) == size:
        return
    give_spacing_marks(size)
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
    table = rich.cells.CellTable(known.unicode_version, sized_ranges(), known.narrow_to_wide)
    # The name by which Rich looks for its table.
    vars(rich.cells)["load_cell_table"] = lambda _version: table
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
