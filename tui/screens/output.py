"""What a command printed that was given some text: running, to be read, copied and closed."""

from __future__ import annotations

import threading
from functools import partial

from textual.app import ComposeResult

from tui.keyboard.hints import hints_of
from tui.layout.wrap import Layout
from tui.parts import work
from tui.safe_text import safe, safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.terminal.piping import Output, piped
from tui.widgets.hint_line import HintLine
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList


class OutputList(VirtualList):
    """The lines of an output, wrapped."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._text = ""
        self._layout_rows: Layout | None = None

    def show(self, text: str) -> None:
        """Show a text."""
        self._text = safe(text.expandtabs().replace("\r\n", "\n")).rstrip("\n")
        self._wrap()

    def _wrap(self) -> None:
        self._layout_rows = Layout(self._text, max(1, self.row_width)) if self._text else None
        self.rows_changed()

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._layout_rows) if self._layout_rows is not None else 0

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        rows = self._layout_rows
        assert rows is not None
        words = rows.text[rows.start(row) : rows.visible_end(row)]
        return [(" " * rows.indent(row) + words, "")]

    def on_resize(self) -> None:
        """Wrap anew."""
        self._wrap()


class OutputScreen(ActionScreen):
    """Runs a command with a text at its input, and shows what it prints."""

    CSS_PATH = "output.tcss"

    def __init__(self, command: str, text: str) -> None:
        super().__init__()
        self._command = command
        self._text = text
        self._stopped = threading.Event()
        self._output: Output | None = None
        self._line = SplitLine(style="bold", id="output-title")
        self._list = OutputList(id="output")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "output"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        names = ("down", "up", "page_down", "page_up", "start", "end")
        moves: dict[str, Handler] = {
            f"output.{name}": partial(self._list.perform, f"output.{name}") for name in names
        }
        return moves | {
            "output.copy": lambda _: self.copy(),
            "app.back": lambda _: self.back(),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield self._list
        hint = "{output.copy} copies it all · {app.back} stops it, then closes"
        yield HintLine(hints_of(hint, self.keymap), id="output-hint")

    def on_mount(self) -> None:
        """Start the command."""
        self._line.show(left=f"| {safe_line(self._command)}", right="running …")
        self._list.focus()
        self._run()

    def on_unmount(self) -> None:
        """End the command, whatever closed the screen."""
        self._stopped.set()

    @work(thread=True, exclusive=True, group="pipe")
    def _run(self) -> None:
        try:
            output = piped(self._command, self._text, self._stopped)
        except OSError as error:
            output = Output("", None, f"it cannot be started: {error.strerror}")
        self.app.call_from_thread(self._show, output)

    def _show(self, output: Output) -> None:
        self._output = output
        self._list.show(output.text)
        lines = output.text.count("\n") + (not output.text.endswith("\n") and bool(output.text))
        words = "nothing printed" if not output.text else f"{lines:,} line{'s' * (lines != 1)}"
        self._line.show(right=f"{words}, {output.says}")

    def copy(self) -> None:
        """Copy what was printed; the main screen says which way it went."""
        if self._output is not None and self._output.text:
            self.app.copy_to_clipboard(self._output.text)
            self._line.show(right="copied")

    def back(self) -> None:
        """Stop what runs; then close."""
        if self._output is None and not self._stopped.is_set():
            self._stopped.set()
            self._line.show(right="stopping …")
        else:
            self.dismiss(None)
