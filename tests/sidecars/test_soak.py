"""Writers that are killed at random instants lose nothing; `scripts/soak.py` does more of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).resolve().parent.parent.parent / "scripts" / "soak.py"


@pytest.mark.parametrize("writers", [1, 2])
def test_twenty_kills_lose_nothing(writers: int) -> None:
    words = [sys.executable, str(SOAK), "--kills", "20", "--writers", str(writers)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    sys.stdout.write(done.stdout)  # the seed, should it fail
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost, nothing half done" in done.stdout
