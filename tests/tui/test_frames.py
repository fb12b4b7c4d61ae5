"""What is to be painted is painted soon, and what Postil starts knows nothing of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.program.running import FRAMES_A_SECOND

REPOSITORY = Path(__file__).resolve().parents[2]
_PROBE = """
import os
from tui.program.running import painting_soon
with painting_soon():
    import textual.constants
print(textual.constants.MAX_FPS, os.environ.get("TEXTUAL_FPS"))
"""


@pytest.mark.parametrize(
    ("own", "expected"), [({}, f"{FRAMES_A_SECOND} None"), ({"TEXTUAL_FPS": "30"}, "30 30")]
)
def test_the_rate_of_frames(own: dict[str, str], expected: str) -> None:
    inherited = {name: value for name, value in os.environ.items() if name != "TEXTUAL_FPS"}
    run = subprocess.run(
        [sys.executable, "-c", _PROBE],
        cwd=REPOSITORY,
        env=inherited | own,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == expected
