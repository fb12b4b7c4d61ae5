"""Every command but the reader runs without Textual and rich, and starts quickly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.deleting import delete_one
from tui.commands.command_help import CORPUS_COMMANDS

REPOSITORY = Path(__file__).resolve().parents[2]
_PROBE = """
import sys
from tui.command_line import main
status = main(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules} & {"textual", "rich"})
print("status", status, "loaded", loaded, file=sys.stderr)
"""


def _probe(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    return done.stderr.splitlines()[-1]


@pytest.mark.parametrize("form", ["text", "jsonl"])
@pytest.mark.parametrize("command", sorted(CORPUS_COMMANDS))
def test_a_command_runs_without_textual_and_rich(command: str, form: str, example: Path) -> None:
    query = {
        "search": ["dam"],
        "concordance": ["dam"],
        "similar": ["001_continental_wire.txt"],
    }.get(command, [])
    if command == "journal":
        delete_one(example)
    if command == "duplicates":
        shutil.copy(example / "005_gazette.txt", example / "014_twin.txt")

    last = _probe(command, str(example), *query, "--format", form)

    status = 1 if command == "check" else 0
    assert last == f"status {status} loaded []"


def test_parsing_the_command_line_imports_none_of_the_heavy_modules() -> None:
    code = (
        "import sys\nfrom tui.command_line import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'textual', 'rich', 'whoosh', 'yaml', 'rapidfuzz', 'regex', 'corpus', 'index',"
        " 'annotations', 'pathspec', 'charset_normalizer', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        cwd=REPOSITORY,
        timeout=60,
        check=True,
        env=dict(os.environ),
    )

    assert done.stdout.splitlines()[-1] == "[]"
