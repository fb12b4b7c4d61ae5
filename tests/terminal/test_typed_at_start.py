"""Keys that are typed before Postil has painted anything, as whoever knows them does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.conftest import Starter


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_typed_before_the_first_paint_is_done(
    start: Starter, folder: Path, times: int
) -> None:
    for _ in range(times):  # the second time the article that was read last is painted at once
        reader = start("-m", "tui", folder, size=(60, 20))
        reader.type("gg/hurt\rvl")
        reader.until("2 selected")
        reader.type("\x1b")
        reader.until("Ferry runs aground")
        reader.type("q")
        assert reader.wait() == 0
