"""docs/keys.md is what the registry of actions says."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_page_of_keys_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "keys_page.py"))
    kept = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/keys_page.py"
