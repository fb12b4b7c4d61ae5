"""What screens share that ask one thing in a box, over what it is about."""

from __future__ import annotations

from textual import events
from textual.screen import ModalScreen

from tui.screens.action_screen import ActionScreen


class QuestionScreen(ActionScreen, ModalScreen[object]):
    """Asks something; a click beside its box, which is `question-box`, answers nothing."""

    CSS_PATH = "question.tcss"

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Close by a click beside the box."""
        if event.button == 1 and event.widget is self:
            self.dismiss(None)
