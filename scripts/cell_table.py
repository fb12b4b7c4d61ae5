#!/usr/bin/env python3
"""Write tui/layout/cell_table.py, as Textual paints: python scripts/cell_table.py.

Textual measures with Rich. The commands import neither, and must agree with the reader.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich._unicode_data import load
from rich.cells import get_character_cell_size

MODULE = Path(__file__).resolve().parent.parent / "tui" / "layout" / "cell_table.py"
_LINE = 96


def source() -> str:
    """Return the module: the characters of no cell and of two, and those that a selector widens."""
    sizes = [get_character_cell_size(chr(number)) for number in range(0x110000)]
    table = load("latest")
    lines = [
        '"""The characters that do not take one cell. Made by scripts/cell_table.py.',
        "",
        f"By Unicode {table.unicode_version}, as Rich has it. Ranges of code points in",
        "hexadecimal, both ends included.",
        '"""',
        "",
        'NONE = """\\',
        *_ranges(number for number, size in enumerate(sizes) if size == 0),
        '"""',
        'TWO = """\\',
        *_ranges(number for number, size in enumerate(sizes) if size == 2),
        '"""',
        "# One cell, but two before the variation selector for emoji.",
        'WIDENED = """\\',
        *_ranges(sorted(map(ord, table.narrow_to_wide))),
        '"""',
    ]
    return "\n".join(lines) + "\n"


def _ranges(numbers: Iterable[int]) -> list[str]:
    """Return numbers as lines of ranges."""
    words = []
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        words.append(f"{found[0]:x}" if len(found) == 1 else f"{found[0]:x}-{found[-1]:x}")
    return textwrap.wrap(" ".join(words), _LINE, break_on_hyphens=False)


if __name__ == "__main__":
    MODULE.write_text(source(), encoding="ascii")
