#!/usr/bin/env python3
"""Write docs/search.md, which is the page that the help shows: python scripts/search_page.py."""

from __future__ import annotations

from pathlib import Path

from tui.searching.search_page import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "search.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
