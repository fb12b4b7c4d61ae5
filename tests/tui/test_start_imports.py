"""What is imported before the first article is on the screen: as little as can be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
_PROBE = """
import os
import sys
from dataclasses import is_dataclass
from pathlib import Path
from tui.program.running import run_reader
from corpus.opening import open_corpus
from tui.workspace import Workspace
workspace = Workspace(open_corpus(Path(sys.argv[1])))
first = workspace.first_document()
from tui.app import PostilApp

class Painted(PostilApp):
    def _display(self, screen, painted):
        if painted is None:
            return
        ours = [one for name, one in sys.modules.items() if name.startswith(("tui", "corpus"))]
        kinds = {kind for one in ours for kind in vars(one).values() if isinstance(kind, type)}
        names = {one.__name__ for one in ours}
        print(*sorted(sys.modules))
        print(len(ours), sum(is_dataclass(kind) and kind.__module__ in names for kind in kinds))
        sys.stdout.flush()
        os._exit(0)

Painted(workspace, first).run(headless=True, size=(80, 24))
"""
# How many modules of ours, and how many dataclasses (each is Python that is written and compiled,
# half a millisecond). Where more are needed, let as many others be imported later.
MOST_MODULES = 164
MOST_DATACLASSES = 38
# What analyses, searches, annotates, or draws what is opened by a key.
LATER = (
    "annotations",
    "charset_normalizer",
    "corpus.facts",
    "corpus.linking",
    "corpus.understanding",
    "index",
    "rapidfuzz",
    "regex",
    "resiliparse",
    "ruamel",
    "sqlite3",
    "tui.annotating",
    "tui.article.addresses",
    "tui.article.labels",
    "tui.article.marks",
    "tui.article.match_annotating",
    "tui.article.reading",
    "tui.cards",
    "tui.commands",
    "tui.configuration.few_colours",
    "tui.keyboard.availability",
    "tui.keyboard.keymap_file",
    "tui.keyboard.keymap_styles",
    "tui.keyboard.line_commands",
    "tui.configuration.settings_file",
    "tui.comparing.compared_view",
    "tui.comparing.comparison_rows",
    "tui.layout.selection",
    "tui.library.row",
    "tui.panel.panel_rows",
    "tui.searching",
    "watchfiles",
    "whoosh",
    "yaml",
)


@pytest.fixture
def told(tmp_path: Path) -> list[str]:
    """The names of what is imported; how many modules of ours, how many dataclasses."""
    (tmp_path / "ford.txt").write_text("A ford\n\nNothing stood there.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_what_the_first_paint_does_not_need_is_imported_later(told: list[str]) -> None:
    loaded = told[0].split()
    assert "tui.screens.main.reader" in loaded
    early = [name for name in loaded if name.startswith(tuple(f"{one}." for one in LATER))]
    assert [*early, *sorted({*LATER} & {*loaded})] == []


def test_the_first_paint_needs_no_more_than_it_did(told: list[str]) -> None:
    modules, dataclasses = map(int, told[1].split())
    assert modules <= MOST_MODULES
    assert dataclasses <= MOST_DATACLASSES
