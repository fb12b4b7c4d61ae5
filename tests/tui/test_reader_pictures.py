"""Pictures of the reader with all its layers, at two sizes and without colours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.opening import open_corpus
from tests.tui.conftest import Session
from tui.app import PostilApp
from tui.configuration.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
PAGE = """Share on the tower
Follow us
Subscribe to our newsletter

Ferry runs aground off Marn

The ferry Halcyon ran aground on Tuesday with 1,600 people aboard, said Ilse Brandt.

“Nobody was hurt,” Brandt said. Between 40 and 60 passengers of the ferry were taken off by boat.

המעבורת עלתה על שרטון (Halcyon) ליד מארן

Related articles
Share on the tower
"""
NOTES = """# Ferry *aground*

The **Halcyon** ran aground, see [the report](https://marn.example/report) by Ilse Brandt of the
harbour office in Marn.

## What is known

- Nobody was hurt, though it took six boats to bring all of the passengers ashore that morning
- 1,600 people were aboard

> We will see what the tide does.
"""
SCENES: dict[str, tuple[str, ...]] = {
    # Furniture folded, statements shaded, an annotation, matches upon both.
    "layers": (*"zf", *"zs", *"7G", *"VH", "slash", *"ferry", "enter"),
    "markdown": ("J",),
}


@pytest.mark.parametrize("theme", ["dark", "monochrome"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_the_picture_is_as_it_was(
    snap_compare: object,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scene: str,
    size: str,
    theme: str,
) -> None:
    for name in ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "a_page.txt").write_text(PAGE, encoding="utf-8")
    (folder / "b_notes.md").write_text(NOTES, encoding="utf-8")
    app = PostilApp(
        Workspace(open_corpus(folder)),
        build_index=False,
        watch=False,
        settings=Settings(theme=theme),
    )

    async def press(pilot: Pilot[None]) -> None:
        session = Session(app, pilot)
        await session.settle()
        for key in SCENES[scene]:
            await session.press(key)

    assert callable(snap_compare)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=press)
