"""What is imported before the first article is on the screen: as little as can be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_PROBE = """
import sys
from pathlib import Path
from tui.program.running import run_reader
from corpus.opening import open_corpus
from tui.workspace import Workspace
workspace = Workspace(open_corpus(Path(sys.argv[1])))
first = workspace.first_document()
from tui.app import PostilApp
PostilApp(workspace, first)
print(*sorted(sys.modules))
"""
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
    "tui.cards.card_rows",
    "tui.commands",
    "tui.configuration.few_colours",
    "tui.keyboard.availability",
    "tui.keyboard.keymap_file",
    "tui.keyboard.keymap_styles",
    "tui.keyboard.line_commands",
    "tui.configuration.settings_file",
    "tui.comparing.compared_view",
    "tui.comparing.comparison_rows",
    "tui.searching",
    "watchfiles",
    "whoosh",
    "yaml",
)


def test_what_the_first_paint_does_not_need_is_imported_later(tmp_path: Path) -> None:
    (tmp_path / "ford.txt").write_text("A ford\n\nNothing stood there.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        timeout=60,
        check=True,
    )

    loaded = done.stdout.split()
    assert "tui.screens.main.reader" in loaded
    early = [name for name in loaded if name.startswith(tuple(f"{one}." for one in LATER))]
    assert [*early, *sorted({*LATER} & {*loaded})] == []
