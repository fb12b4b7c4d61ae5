"""Labels on what is on the screen: its letters are typed to go there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

if TYPE_CHECKING:
    from tui.article.labels import Label


class Labelled(Protocol):
    """What can be labelled: the text, or the rows of a panel."""

    labels: tuple[Label, ...]

    def label_all(self) -> tuple[Label, ...]:
        """Put labels on everything in view that can be gone to; return them."""
        ...

    def show_labels(self, labels: tuple[Label, ...]) -> None:
        """Show these labels and no others."""
        ...

    def go_to_label(self, offset: int) -> None:
        """Go to the place of a label."""
        ...


class LabellingText(TextScreen, part=True):
    """The part of a screen that shows labels and takes their letters."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that show labels."""
        return super().handlers | {
            "reader.label": lambda _: self.show_labels(),
            "reader.label_open": lambda _: self.show_labels(opening=True),
        }

    def to_label(self) -> tuple[Labelled, str]:
        """Return what is labelled, and the action that opens what a label leads to."""
        return self.pane, "reader.open"

    def show_labels(self, *, opening: bool = False) -> None:
        """Label what is in view where the keys are; open where the letters lead."""
        labelled, action = self.to_label()
        if not labelled.label_all():
            self.say("Nothing to label here")
            return
        self.ask_in_line("Type the letters of a label, or Esc")

        def take(key: str) -> bool:
            return self._take_letter(key, labelled, action if opening else "")

        self.asked_key = take

    def _take_letter(self, key: str, labelled: Labelled, then: str) -> bool:
        """Take a letter of a label; any other key takes the labels away, and means what it does."""
        from tui.article.labels import narrowed

        labels = labelled.labels
        if len(key) == 1 and key.isalpha() and labels:
            left = narrowed(labels, key.lower())
            if not left:
                self.ask_in_line(safe_line(f"No label begins with {key}: Esc takes them away"))
                return True
            if left[0].letters:
                labelled.show_labels(left)
                return True
            self._end(labelled)
            labelled.go_to_label(left[0].offset)
            if then:
                self.perform(then)
            return True
        self._end(labelled)
        return key == "escape" and bool(labels)

    def _end(self, labelled: Labelled) -> None:
        self.asked_key = None
        labelled.show_labels(())
        self.say("")
