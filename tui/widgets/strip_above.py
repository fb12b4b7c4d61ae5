"""What the strips share that come and go above the status line."""

from __future__ import annotations

from textual.widget import Widget


class StripAbove(Widget):
    """A strip over the text, above the status line, as high as what it shows."""

    DEFAULT_CSS = """
    StripAbove {
        layer: _keys;
        dock: bottom;
        height: auto;
        margin-bottom: 1;
        padding: 0 1;
        background: $panel;
        border-top: solid $primary;
    }
    """
