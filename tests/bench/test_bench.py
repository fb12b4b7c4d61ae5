"""The measures of speed run: not how fast, but that each figure comes, beside its budget."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
SAMPLE = REPOSITORY / "examples" / "tulgara-dam"


def measured(*words: str) -> list[dict]:
    command = [sys.executable, "bench/all.py", str(SAMPLE), "--json", *words]
    done = subprocess.run(
        command, cwd=REPOSITORY, stdout=subprocess.PIPE, check=True, env=dict(os.environ)
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("part", "figures"),
    [
        ("analysing", ["analysis, everything on, a core", "  largest memory of the process"]),
        ("saving", [f"saving in a sidecar of 200, {what}, p95" for what in
                    ("create", "change", "delete", "undo")]),
    ],
)  # fmt: skip
def test_a_part_gives_its_figures(part: str, figures: list[str]) -> None:
    found = measured("--only", part)

    assert [figure["what"] for figure in found] == figures
    assert all(figure["value"] > 0 for figure in found)
    assert all(figure["most"] or figure["least"] or figure["floor"] for figure in found)
