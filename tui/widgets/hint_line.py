"""A line of hints, which perform their actions when they are clicked."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.keyboard.hints import Hint, action_at, fitting, line_of
from tui.layout.cells import cut
from tui.safe_text import safe_line


class ActionClicked(Message):
    """Words on the screen that stand for an action were clicked."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class HintLine(Widget):
    """One row of hints."""

    def __init__(self, hints: tuple[Hint, ...] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.hints = hints

    def show(self, *hints: Hint) -> None:
        """Show other hints."""
        self.hints = hints
        self.refresh()

    def render(self) -> Content:
        """Paint the hints; what does not fit is cut."""
        return Content(cut(safe_line(line_of(self._fitted())), self.size.width))

    def _fitted(self) -> tuple[Hint, ...]:
        return fitting(self.hints, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Ask for the action of the hint under the mouse; beside all hints for the keys here."""
        if event.button == 1:
            event.stop()
            action = action_at(self._fitted(), event.x - self.gutter.left)
            self.post_message(ActionClicked(action or "app.help"))
