"""One replacement in a text, and the place of a new line in it."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.tree import BREAK, before_break


@dataclass(frozen=True, slots=True)
class Splice:
    """`[start, end)` of a text gives way to `text`; offsets are code points."""

    start: int
    end: int
    text: str

    def apply(self, text: str) -> str:
        """Return the text after the replacement."""
        return text[: self.start] + self.text + text[self.end :]

    def moved(self, by: int) -> Splice:
        """Return the same replacement in a text that begins `by` code points earlier."""
        return Splice(self.start + by, self.end + by, self.text)

    def inverse(self, text: str) -> Splice:
        """Return what undoes it; `text` is the text before the replacement."""
        return Splice(self.start, self.start + len(self.text), text[self.start : self.end])


def ending(text: str) -> str:
    """Return the line end that a text uses: that of its first line, LF where it has none."""
    found = BREAK.search(text)
    return found.group() if found and found.group() in ("\r\n", "\n", "\r") else "\n"


def new_lines(text: str, at: int, lines: list[str]) -> Splice:
    """Put lines in before the line that begins at `at`, or after the end of the text.

    A text without a final line end stays without.
    """
    end = ending(text)
    if at == len(text) and text and before_break(text, at) == at:
        return Splice(at, at, "".join(end + line for line in lines))
    return Splice(at, at, "".join(line + end for line in lines))
