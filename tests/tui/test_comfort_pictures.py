"""Pictures of the tour and of the settings, at two sizes and without colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.opening import open_corpus
from tests.tui.conftest import Session
from tui.app import PostilApp
from tui.configuration.settings import Settings, settings_path
from tui.workspace import Workspace

SIZES = {"80x24": (80, 24), "60x20": (60, 20)}
KEYS = {"tour": ("g", "question_mark", "space"), "settings": ("f3", "j")}


@pytest.mark.parametrize("theme", ["dark", "monochrome"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", KEYS)
def test_the_picture_is_as_it_was(
    snap_compare: object, folder: Path, screen: str, size: str, theme: str
) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("# mine\ntext_width: 60\nname: ada\n")
    settings = Settings(theme=theme, text_width=60, name="ada", lines={"text_width": 2, "name": 3})
    workspace = Workspace(open_corpus(folder))
    app = PostilApp(workspace, build_index=False, watch=False, settings=settings)

    async def arrive(pilot: Pilot[None]) -> None:
        session = Session(app, pilot)
        await session.settle()
        await session.press(*KEYS[screen])

    assert callable(snap_compare)
    assert snap_compare(app, run_before=arrive, terminal_size=SIZES[size])
