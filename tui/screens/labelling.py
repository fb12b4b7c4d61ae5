"""Labels on what is on the screen: its letters are typed to go there."""

from __future__ import annotations

from tui.labels import narrowed
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.marking import Marking


class Labelling(Marking):
    """The part of the main screen that shows labels and takes their letters."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that show labels."""
        return super().handlers | {
            "reader.label": lambda _: self.show_labels(),
            "reader.label_open": lambda _: self.show_labels(then="reader.open"),
        }

    def show_labels(self, then: str = "") -> None:
        """Label what is in view; the action `then` is performed where the letters lead."""
        if not self.pane.label_all():
            self.say("Nothing to label here")
            return
        self.ask_in_line("Type the letters of a label, or Esc")

        def take(key: str) -> bool:
            return self._take_letter(key, then)

        self.asked_key = take

    def _take_letter(self, key: str, then: str) -> bool:
        """Take a letter of a label; any other key takes the labels away, and means what it does."""
        labels = self.pane.labels
        if len(key) == 1 and key.isalpha() and labels:
            left = narrowed(labels, key.lower())
            if not left:
                self.ask_in_line(safe_line(f"No label begins with {key}: Esc takes them away"))
                return True
            if left[0].letters:
                self.pane.show_labels(left)
                return True
            self._end()
            self.pane.jump_to(left[0].offset)
            if then:
                self.perform(then)
            return True
        self._end()
        return key == "escape" and bool(labels)

    def _end(self) -> None:
        self.asked_key = None
        self.pane.show_labels(())
        self.say("")
