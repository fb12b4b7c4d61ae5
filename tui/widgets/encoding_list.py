"""The encodings that a file may be in, each with lines of the text as it is then."""

from __future__ import annotations

from tui.article.encoding_choices import EncodingChoice
from tui.safe_text import safe_line
from tui.widgets.virtual_list import Piece, VirtualList


class EncodingList(VirtualList):
    """Lists encodings with their lines below them; the cursor goes from encoding to encoding."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: list[tuple[EncodingChoice, list[Piece]]] = []
        self._starts: list[int] = []

    def show(self, choices: tuple[EncodingChoice, ...]) -> None:
        """List encodings."""
        self._rows, self._starts = [], []
        for choice in choices:
            self._starts.append(len(self._rows))
            self._rows.append((choice, heading(choice)))
            self._rows += [(choice, [("    " + safe_line(line), "")]) for line in choice.lines]
        self.rows_changed()

    @property
    def current(self) -> EncodingChoice | None:
        """The encoding of the cursor's row."""
        return self._rows[self.row][0] if self.row < len(self._rows) else None

    def row_count(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        return list(self._rows[row][1])

    def perform(self, action: str, count: int | None) -> bool:
        """Perform a motion: a step is an encoding."""
        if action in ("encodings.down", "encodings.up"):
            at = max((i for i, start in enumerate(self._starts) if start <= self.row), default=0)
            step = (count or 1) * (1 if action == "encodings.down" else -1)
            to = min(max(at + step, 0), len(self._starts) - 1)
            rows = self._starts[to] - self.row if self._starts else 0
            name = "encodings.down" if rows >= 0 else "encodings.up"
            return rows == 0 or super().perform(name, abs(rows))
        return action.startswith("encodings.") and super().perform(action, count)


def heading(choice: EncodingChoice) -> list[Piece]:
    """Return the row that names an encoding and says what is known of it."""
    if choice.name is None:
        what = f"as the file says: {choice.same[0]}"
        return [(safe_line(what), "strong"), ("  a guess" if choice.guessed else "", "faint")]
    notes = ["guessed, read so now" if choice.guessed else "read so now"] if choice.current else []
    if choice.same:
        more = f" and {len(choice.same) - 3} more" if len(choice.same) > 3 else ""
        notes.append(f"the same in {', '.join(choice.same[:3])}{more}")
    if choice.faults:
        are = "character that" if choice.faults == 1 else "characters that"
        notes.append(f"{choice.faults:,} {are} cannot be right")
    return [(safe_line(choice.name), "strong"), (f"  {' · '.join(notes)}", "faint")]
