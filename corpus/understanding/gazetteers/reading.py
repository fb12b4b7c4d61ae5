"""Reading a list: a text file in `data/`, UTF-8, one entry a line, `#` begins a comment line."""

from __future__ import annotations

from importlib.resources import files


def read_lines(name: str) -> list[str]:
    """Return the entries of a list in the order of its file."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
