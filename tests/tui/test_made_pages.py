"""The pages of docs/ that scripts make are what the code says."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_page_of_keys_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "keys_page.py"))
    kept = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/keys_page.py"


def test_the_page_of_the_house_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "house_page.py"))
    kept = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/house_page.py"
