"""`postil ledger --timeline`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SIDECAR = """schema: postil/1
annotations:
  - id: a-1
    claim: {speaker: Ilse Brandt, measure: aboard, quantity: {value: 1600, of: people}}
  - id: a-2
    claim: {speaker: Joren Vask, measure: aboard, quantity: {value: 1600, bound: over, of: people}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two claims that cannot both be so."""
    (tmp_path / "a.txt").write_text("The ferry ran aground.\n", encoding="utf-8")
    (tmp_path / "a.txt.annotations.yaml").write_text(SIDECAR, encoding="utf-8")
    return tmp_path


def test_the_command_prints_what_differs(
    folder: Path, postil: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = postil("ledger", folder, "--timeline")
    assert done.returncode == 0
    assert done.stdout.startswith("aboard (2)  2 differ\n")
    assert "differs from over 1,600 people (Joren Vask)" in done.stdout
    lines = postil("ledger", folder, "--timeline", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["claim"]["measure"] for line in lines] == ["aboard", "aboard"]
    assert postil("ledger", folder, "--timeline", "speaker:nobody").returncode == 1
