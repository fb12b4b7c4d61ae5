"""The pages of docs/ that scripts make are what the code says."""

from __future__ import annotations

import runpy
import shutil
import subprocess
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


def test_the_man_page_is_up_to_date_and_groff_has_nothing_to_say(tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "man_page.py"))
    kept = ROOT / "man" / "postil.1"
    assert kept.read_text(encoding="ascii") == script["page"](), "run: python scripts/man_page.py"
    groff = shutil.which("groff")
    if groff is not None:
        command = [groff, "-man", "-ww", "-z", "-Tutf8", str(kept)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr == ""
