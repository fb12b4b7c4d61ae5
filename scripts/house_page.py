#!/usr/bin/env python3
"""Fill in the rooms of docs/architecture.md from the first lines of the modules' docstrings.

python scripts/house_page.py
"""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
BEGIN = "<!-- rooms: made by scripts/house_page.py -->"
PACKAGES = ("corpus", "index", "annotations", "tui")


def first_line(path: Path) -> str:
    """Return the first line of a module's docstring."""
    found = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return found.split("\n")[0]


def rooms() -> str:
    """Return a section for each package and folder, a row for each file."""
    lines: list[str] = []
    for package in PACKAGES:
        folders = [ROOT / package, *sorted(p.parent for p in (ROOT / package).rglob("__init__.py"))]
        for folder in dict.fromkeys(folders):
            name = folder.relative_to(ROOT).as_posix()
            lines += ["", f"{'###' if '/' in name else '##'} {name}/", ""]
            lines += [first_line(folder / "__init__.py"), ""]
            files = [path for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
            if files:
                lines += ["| file | what it holds |", "|---|---|"]
                lines += [f"| `{path.name}` | {first_line(path)} |" for path in files]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Return the whole page: what was written by hand, then the rooms."""
    by_hand = PAGE.read_text(encoding="utf-8").split(BEGIN)[0]
    return by_hand + BEGIN + "\n" + rooms()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
