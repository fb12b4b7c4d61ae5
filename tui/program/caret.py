"""The part of the app that puts the terminal's own cursor where the reading cursor is.

Screen readers, braille lines and magnifiers follow the terminal's cursor, which is hidden else. It
is moved with every painting, so that it is never anywhere but where the keys go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.geometry import Offset

from tui.program.pausing import PausingApp

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

_SHOWN = "\x1b[?25h"
_HIDDEN = "\x1b[?25l"


@runtime_checkable
class HasCaret(Protocol):
    """A widget with a cursor of its own; fields of Textual tell the app of theirs themselves."""

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where the cursor is, None where none is in view."""
        ...


class CaretApp(PausingApp, part=True):
    """An app whose reading cursor is the terminal's cursor, where that is wished."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._caret = False

    def show_caret(self, wanted: bool) -> None:
        """Show the terminal's cursor from now on, or hide it."""
        if wanted == self._caret:
            return
        self._caret = wanted
        if self._driver is not None and not wanted:
            self._driver.write(_HIDDEN)
        elif self._is_mounted:
            self.refresh()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, and leave the cursor where the keys go."""
        if self._caret:
            focused: object = self.focused
            if isinstance(focused, HasCaret) and (place := focused.caret) is not None:
                self.cursor_position = place
        super()._display(screen, renderable)
        if self._caret and self._driver is not None:
            # Whatever hid it meanwhile: an editor, Ctrl+Z, the start.
            self._driver.write(_SHOWN)
