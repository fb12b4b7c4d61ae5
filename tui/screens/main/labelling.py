"""Labels on what is on the screen: its letters are typed to go there."""

from __future__ import annotations

from tui.article.labels import narrowed
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.marking import Marking
from tui.widgets.article_pane import ArticlePane
from tui.widgets.side_panel import SidePanel


class Labelling(Marking):
    """The part of the main screen that shows labels and takes their letters."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that show labels."""
        return super().handlers | {
            "reader.label": lambda _: self.show_labels(),
            "reader.label_open": lambda _: self.show_labels(opening=True),
        }

    def show_labels(self, *, opening: bool = False) -> None:
        """Label what is in view of the article, or of the panel; open where the letters lead."""
        in_panel = self.focused is self.panel
        labelled: ArticlePane | SidePanel = self.panel if in_panel else self.pane
        if not labelled.label_all():
            self.say("Nothing to label here")
            return
        self.ask_in_line("Type the letters of a label, or Esc")
        action = "panel.open" if in_panel else "reader.open"

        def take(key: str) -> bool:
            return self._take_letter(key, labelled, action if opening else "")

        self.asked_key = take

    def _take_letter(self, key: str, labelled: ArticlePane | SidePanel, then: str) -> bool:
        """Take a letter of a label; any other key takes the labels away, and means what it does."""
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

    def _end(self, labelled: ArticlePane | SidePanel) -> None:
        self.asked_key = None
        labelled.show_labels(())
        self.say("")
