"""Where commands print: results on standard output, progress and warnings on standard error.

Whatever comes from a file passes `safe` on its way to text, and is escaped on its way to JSON, so
that no control, bidirectional or hidden character reaches a terminal as itself. The only escape
sequences are the few SGR sequences of `_SGR`, and only where standard output is a terminal.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, TextIO

from corpus.problem import Problem
from tui.layout.cells import cut
from tui.safe_text import safe, safe_line

Style = Literal["", "heading", "name", "match", "near", "doubt"]
Piece = str | tuple[str, Style]

# Attribute and colour apart: NO_COLOR drops the colour and keeps what tells things apart.
_SGR: dict[Style, tuple[str, str]] = {
    "": ("", ""),
    "heading": ("1", ""),
    "name": ("1", ""),
    "match": ("1", "31"),
    "near": ("4", "35"),
    "doubt": ("1", "35"),
}
_PROGRESS_DELAY = 0.4
_PROGRESS_INTERVAL = 0.1
_WARNINGS_SHOWN = 5


class Console:
    """The output of one command. `width` is that of the terminal in cells, None when piped.

    `clock` tells the seconds by which progress is paced.
    """

    def __init__(self, *, json_lines: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self.json_lines = json_lines
        self._clock = clock
        self._out = sys.stdout
        self._err = sys.stderr
        _configure(self._out, json_lines=json_lines)
        terminal = self._out.isatty()
        self.width: int | None = shutil.get_terminal_size().columns if terminal else None
        capable = os.environ.get("TERM", "") not in ("", "dumb")
        self._styled = terminal and capable
        self._coloured = self._styled and not os.environ.get("NO_COLOR")
        self._progress = capable and self._err.isatty()
        self._begun = clock()
        self._shown_at = 0.0
        self._showing = False
        self._warnings = 0

    def line(self, *pieces: Piece) -> None:
        """Print one line of text; each piece is made safe, and styled where it has a style."""
        self._clear_progress()
        self._out.write("".join(map(self._shown, pieces)) + "\n")

    def cells(self, cells: Iterable[str]) -> None:
        """Print one row of tab-separated text; each cell is made safe, and quoted as in CSV."""
        import csv

        self._clear_progress()
        csv.writer(self._out, csv.excel_tab, lineterminator="\n").writerow(map(safe_line, cells))

    def json(self, record: Mapping[str, object]) -> None:
        """Print one JSON line: valid UTF-8, with everything escaped that a terminal might obey."""
        self._clear_progress()
        self._out.write(json_line(record) + "\n")

    def warn(self, problem: Problem) -> None:
        """Print a problem that does not stop the command, on standard error; of many, the first."""
        self._warnings += 1
        if self._warnings <= _WARNINGS_SHOWN:
            self._clear_progress()
            complain(str(problem))

    def progress(self, what: str, done: int, total: int) -> None:
        """Show how far the work is, in place, where standard error is a terminal."""
        if not self._progress:
            return
        now = self._clock()
        if now - self._begun < _PROGRESS_DELAY or now - self._shown_at < _PROGRESS_INTERVAL:
            return
        self._shown_at = now
        self._showing = True
        text = safe_line(f"{what} {done:,} of {total:,}")
        self._err.write(f"\r{cut(text, shutil.get_terminal_size().columns - 1)}\x1b[K")
        self._err.flush()

    def finish(self) -> None:
        """Clear the progress and say how many warnings were not shown."""
        self._clear_progress()
        rest = self._warnings - _WARNINGS_SHOWN
        if rest > 0:
            complain(f"{rest:,} more warnings; `postil check` lists them all")

    def _clear_progress(self) -> None:
        if self._showing:
            self._showing = False
            self._err.write("\r\x1b[K")
            self._err.flush()

    def _shown(self, piece: Piece) -> str:
        text, style = piece if isinstance(piece, tuple) else (piece, "")
        text = safe_line(text)
        if not self._styled or not style:
            return text
        attribute, colour = _SGR[style]
        codes = ";".join(filter(None, (attribute, colour if self._coloured else "")))
        return f"\x1b[{codes}m{text}\x1b[0m"


def complain(message: str) -> None:
    """Print one line on standard error, after the name of the program."""
    sys.stderr.write(f"postil: {safe(message)}\n")


def json_line(record: Mapping[str, object]) -> str:
    """Return a record as one line of JSON, in order, without characters that hide or command."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    if line.isascii() and "\x7f" not in line:
        return line
    return line.translate(_ESCAPES)


class _Escapes(dict[int, str | int]):
    """A translation table for JSON that fills itself as code points are met.

    Escaped is what `safe` would replace, less the blanks: controls, bidirectional and invisible
    characters, separators of lines and lone surrogates, which no encoding accepts.
    """

    def __missing__(self, code: int) -> str | int:
        character = chr(code)
        shown = safe(character)
        if shown == character or shown == " ":
            found: str | int = code
        else:
            found = json.dumps(character)[1:-1] if code != 0x7F else "\\u007f"
        self[code] = found
        return found


_ESCAPES = _Escapes()


def _configure(stream: TextIO, *, json_lines: bool) -> None:
    """Make the stream take any text: JSON is UTF-8, text is what the terminal can show."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if json_lines:
        reconfigure(encoding="utf-8", newline="\n")
    else:
        reconfigure(errors="replace")
