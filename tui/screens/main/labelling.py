"""Labels on what is on the main screen: in the article or in the panel."""

from __future__ import annotations

from tui.screens.main.marking import Marking
from tui.screens.on_text.labelling import Labelled, LabellingText


class Labelling(LabellingText, Marking, part=True):
    """The part of the main screen that shows labels where the keys are."""

    def to_label(self) -> tuple[Labelled, str]:
        """Return the panel where it has the keys, else the article."""
        if self.focused is self.panel:
            return self.panel, "panel.open"
        return super().to_label()
