"""The measures of speed run: not how fast, but that each figure comes, beside its floor or budget.

Each part runs as `bench/all.py` runs it, on the sample corpus, with so few rounds that it is quick.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
sys.path.append(str(REPOSITORY / "bench"))
from terminals import Terminal  # noqa: E402

SAMPLE = REPOSITORY / "examples" / "tulgara-dam"
FEW_ROUNDS = """
import sys
sys.path.insert(0, "bench")
import concordance, first_sight, indexing, lists, saving, searching, startup
first_sight.ROUNDS = first_sight.KEYS = first_sight.SIMILAR = 1
concordance.PRESSES = 2
startup.ROUNDS = lists.ROUNDS = indexing.ROUNDS = searching.TYPED = 1
saving.ROUNDS = searching.ROUNDS = 3
lists.ARTICLES, lists.PRESSES = 40, 2
from all import main
main()
"""


def measured(*words: str) -> list[dict]:
    command = [sys.executable, "-c", FEW_ROUNDS, str(SAMPLE), *words]
    done = subprocess.run(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True, env=dict(os.environ)
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="the terminal's rest is seen in /proc"
)


@pytest.mark.parametrize(
    ("part", "some"),
    [
        ("analysing", {"analysis, everything on, a core"}),
        ("saving", {f"saving in a sidecar of 200, {what}, p95" for what in
                    ("create", "change", "delete", "undo")}),
        ("indexing", {"building the index, against SQLite FTS5",
                      "building the index, against Whoosh"}),
        pytest.param("startup", {"start to first readable paint"}, marks=needs_proc),
        pytest.param("searching", {"opening the index", "search, word, p95",
                                   "search screen, key to paint, p95"}, marks=needs_proc),
        pytest.param("first_sight", {"  in the reader, from the command to the hits of a word",
                                     "  what a key takes meanwhile, p95"}, marks=needs_proc),
        pytest.param("concordance", {"  row down, key to paint, p95",
                                     "  page down, sorted, key to paint, p95"}, marks=needs_proc),
        pytest.param("lists", {"opening 40 files for the first time",
                               "list of 40, page down, p95"}, marks=needs_proc),
    ],
)  # fmt: skip
def test_a_part_gives_its_figures(part: str, some: set[str]) -> None:
    found = measured("--json", "--only", part)

    assert some <= {figure["what"] for figure in found}
    assert all(figure["value"] > 0 for figure in found)
    first = [figure for figure in found if figure["what"] in some]
    assert all(figure["most"] or figure["least"] or figure["floor"] for figure in first)


def test_the_index_is_built_of_as_many_articles_as_are_asked_for() -> None:
    code = "import sys; sys.path.insert(0, 'bench')\nimport indexing; indexing.ROUNDS = 1"
    command = [sys.executable, "-c", f"{code}; indexing.main()", str(SAMPLE), "-n", "25", "--json"]
    done = subprocess.run(command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True)

    said = [json.loads(line)["what"] for line in done.stdout.splitlines()]
    assert "re-index after 1 changed of 25 files" in said


@needs_proc
def test_a_program_that_is_left_writes_no_more_files_and_nor_does_what_it_started() -> None:
    sleeping = "import time; time.sleep(600)"
    starting = (
        "import subprocess, sys\n"
        f"other = subprocess.Popen([sys.executable, '-c', {sleeping!r}])\n"
        "print(f'started {other.pid}.', flush=True)\n" + sleeping
    )
    with Terminal([sys.executable, "-c", starting]) as terminal:
        other = terminal.found(r"started (\d+)\.")

    stat = Path("/proc", other, "stat")
    assert not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


def test_the_table_says_floor_budget_and_the_load_of_the_machine() -> None:
    command = [sys.executable, "-c", FEW_ROUNDS, str(SAMPLE), "--only", "saving"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)

    heading, columns, *rows = done.stdout.rstrip().splitlines()
    assert heading.startswith("saving  (load ")
    assert columns.split() == ["measured", "spread", "processor", "floor", "ratio", "budget"]
    assert len(rows) == 4
    assert all("synced write" in row and "≤ 100 ms" in row for row in rows)
