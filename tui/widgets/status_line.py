"""The status line: what happened last on the left, where one is on the right."""

from __future__ import annotations

from textual.timer import Timer

from tui.widgets.split_line import SplitLine

# Long enough to read, not so long that it is taken for news.
SECONDS_SHOWN = 8


class StatusLine(SplitLine):
    """Messages, each shown for some seconds or until the next one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._expiry: Timer | None = None

    def say(
        self, message: str, *, warning: bool = False, lasting: bool = False, whole: bool = False
    ) -> None:
        """Show a message; a `lasting` one stays until the next.

        Nothing that is said for some seconds gives way to where one is, where it fits by itself; a
        warning, and what has to be read `whole`, never do.
        """
        if self._expiry is not None:
            self._expiry.stop()
            self._expiry = None
        self.left_style = "bold $warning" if warning else ""
        self.left_first = warning or whole
        self.left_whole = not lasting
        self.show(left=message)
        self.refresh()
        if message and not lasting:
            self._expiry = self.set_timer(SECONDS_SHOWN, lambda: self.show(left=""))
