"""An index killed at random instants while it is read; `scripts/index_soak.py` does more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SOAK = Path(__file__).resolve().parents[2] / "scripts" / "index_soak.py"


def test_whoever_reads_an_index_that_is_killed_sees_it_as_it_was_or_as_it_is() -> None:
    done = subprocess.run(
        [sys.executable, str(SOAK), "--kills", "20", "--seed", "20"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
