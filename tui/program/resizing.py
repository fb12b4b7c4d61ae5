"""The part of the app that takes another size of the terminal at once."""

from __future__ import annotations

from time import monotonic

from textual import events

from tui.program.guarded_app import GuardedApp

# Sizes that follow each other sooner are those of a window that is being dragged.
SECONDS_OF_A_DRAG = 0.1


class ResizingApp(GuardedApp, part=True):
    """An app that paints a first new size without a wait.

    Textual waits 8 ms whether more will follow. Here it does so only for those that follow.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._sized_at = 0.0

    async def _on_resize(self, event: events.Resize) -> None:
        # Textual's own handler comes after this one, and begins to wait.
        before, self._sized_at = self._sized_at, monotonic()
        if self._sized_at - before > SECONDS_OF_A_DRAG:
            self.call_next(self._check_resize)
