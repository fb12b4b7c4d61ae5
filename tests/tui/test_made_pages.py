"""The pages of docs/ that scripts make are what the code says."""

from __future__ import annotations

import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.actions.registry import CONTEXTS
from tui.keyboard.keymap import Keymap, read_keymap
from tui.searching.search_page import page

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_page_of_keys_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "keys_page.py"))
    kept = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/keys_page.py"
    assert set(script["PLACES"]) == set(CONTEXTS), "name the place in scripts/keys_page.py"


def test_the_page_of_the_search_is_that_of_the_help() -> None:
    kept = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
    assert kept == page(), "run: python scripts/search_page.py"


def test_the_page_of_settings_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "settings_page.py"))
    kept = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/settings_page.py"


def test_the_keymap_of_the_page_of_settings_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    example = tmp_path / "keymap.yaml"
    example.write_text(page.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    keymap = read_keymap(example)
    assert keymap.problems == ()
    assert keymap != Keymap()


def test_the_table_of_cells_is_that_of_the_library_that_paints() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "cell_table.py"))
    kept = (ROOT / "tui" / "layout" / "cell_table.py").read_text(encoding="ascii")
    assert kept == script["source"](), "run: python scripts/cell_table.py"


def test_the_page_of_the_house_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "house_page.py"))
    kept = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert kept == script["page"](), "run: python scripts/house_page.py"


def test_the_man_page_is_up_to_date() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "man_page.py"))
    kept = (ROOT / "man" / "postil.1").read_text(encoding="ascii")
    assert kept == script["page"](), "run: python scripts/man_page.py"


@pytest.mark.parametrize(
    "lint", ["groff -man -ww -z -Tutf8", "mandoc -T lint -W style"], ids=["groff", "mandoc"]
)
def test_what_sets_the_man_page_has_nothing_to_say(lint: str) -> None:
    program, *arguments = lint.split()
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(
        [program, *arguments, str(ROOT / "man" / "postil.1")],
        capture_output=True,
        text=True,
        check=False,
    )
    said = (done.stdout + done.stderr).splitlines()
    # A date would have to be changed by hand, or the page would change from day to day.
    assert [line for line in said if "missing date" not in line] == []
