"""How a file is read, corrected by the reader: its encoding."""

from __future__ import annotations

from tui.screens.action_screen import Handler
from tui.screens.main.drafting import Drafting


class Correcting(Drafting, part=True):
    """The part of the main screen that corrects how an article is read."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that correct."""
        return super().handlers | {"reader.encoding": lambda _: self.choose_encoding()}

    def choose_encoding(self) -> None:
        """Show the article in every encoding that it may be in."""
        from tui.screens.encodings import EncodingScreen

        document = self.pane.document
        if document is not None:
            screen = EncodingScreen(self.workspace, document.article)
            self.app.push_screen(screen, self._encoding_chosen)

    def _encoding_chosen(self, written: object) -> None:
        """Take the settings as they are now: the article is read again."""
        if written:
            self.host.look_again()
