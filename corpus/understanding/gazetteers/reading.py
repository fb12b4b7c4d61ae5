"""Reading a list: a text file in `data/`, UTF-8, one entry a line, `#` begins a comment line."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"


def read_lines(name: str) -> list[str]:
    """Return the entries of a list in the order of its file."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
