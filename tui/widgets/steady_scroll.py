"""A scroll view whose content may grow or shrink without the screen being laid out anew."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar


class SteadyScroll(ScrollView, inherit_bindings=False):
    """A scroll view that is as large as its place, whatever it holds.

    Textual lays the whole screen out, and a frame later paints all scrollbars, whenever the size of
    what a widget holds changes: twice what painting the rows takes. Here the scrollbar alone is
    told; that it appears or goes still lays out anew. Subclasses repaint what they show.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is asked for the first time, as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = self.new_scrollbar()
            bar.display = False
            self.app._start_widget(self, bar)
            # Textual styles it with all else at the next change: it may be painted before.
            self.app.stylesheet.apply(bar)
        return self._vertical_scrollbar

    def new_scrollbar(self) -> ScrollBar:
        """Return a vertical scrollbar for this view."""
        from tui.widgets.steady_scrollbar import SteadyScrollBar

        return SteadyScrollBar()

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scrollbar; stay within what there is."""
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        else:
            self._scroll_update(size)
