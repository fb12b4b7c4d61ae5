"""Leaving screens twice: a thread that ends late, a key that was typed twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import Opener


@pytest.mark.parametrize("keys", ["gc", "ps", "F2"])
async def test_a_screen_that_was_left_leaves_no_other(
    reading: Opener, folder: Path, keys: str
) -> None:
    async with reading(folder) as session:
        await session.press(*(["f2"] if keys == "F2" else keys))
        screen = session.app.screen
        assert screen is not session.reader
        await session.press("escape")
        assert session.app.screen is session.reader
        screen.dismiss(None)
        await session.settle()
        assert session.app.screen is session.reader
