"""Pictures of every screen, at two sizes and without colours, on walks through the sample corpus;
all words on them can be read, and without colours there are none.

One app is walked through many screens. What changed on purpose is taken over with
`pytest tests/tui/test_pictures.py --snapshot-update`, after a look at the diff.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.linking.keeping import entity_table
from corpus.opening import open_corpus
from tests.tui.conftest import Session
from tests.tui.contrast import TEXT, faint, shown_styles
from tests.tui.pictures import TextPictureExtension, picture
from tests.tui.sample import sample, visited
from tests.tui.walks import WALKS
from tui.app import PostilApp
from tui.configuration.settings import Settings
from tui.workspace import Workspace

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

LOOKS = {"80x24": (80, 24), "120x40": (120, 40), "80x24-no-colours": (80, 24)}
# What waits for a next key need not.
AT_ONCE = (
    "tui.screens.numbers.SECONDS_BEFORE_SENTENCE",
    "tui.screens.search.SECONDS_BEFORE_SEARCH",
    "tui.screens.search_preview.SECONDS_BEFORE_PREVIEW",
    "tui.widgets.article_list.SECONDS_BEFORE_ASKING",
    "tui.widgets.wrapped_pane.SECONDS_TO_SETTLE",
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The sample corpus, indexed and known, in a terminal that is no particular one."""
    for name in ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHELL", "/bin/sh")
    for name in AT_ONCE:
        monkeypatch.setattr(name, 0.001)
    # As in a terminal with a shell, whatever runs the tests.
    monkeypatch.setattr("tui.screens.main.commanding.can_be_resumed", lambda: True)
    folder = sample(tmp_path)
    visited(folder)
    workspace = Workspace(open_corpus(folder))
    workspace.index.update()
    workspace.index.find_duplicates()
    entity_table(workspace.corpus)
    workspace.link_names()
    return workspace


async def taken(session: Session) -> str:
    """Return the picture of the screen when nothing changes it any more."""
    before = ""
    while (now := picture(session.app)) != before:
        before = now
        await session.settle()
    return now


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("walk", WALKS)
async def test_the_screen_is_as_it_was(
    snapshot: SnapshotAssertion,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    walk: str,
    look: str,
) -> None:
    if "no-colours" in look:
        monkeypatch.setenv("NO_COLOR", "1")
    pictures = snapshot.use_extension(TextPictureExtension)
    differ: list[str] = []
    app = PostilApp(workspace, build_index=False, watch=False, settings=Settings(theme="dark"))
    async with app.run_test(size=LOOKS[look], notifications=True) as pilot:
        session = Session(app, pilot)
        await session.settle()
        for stop in WALKS[walk]:
            await session.press(*stop.keys)
            now = await taken(session)
            if now != pictures(name=stop.name):
                kept = pictures.executions[pictures.num_executions - 1].recalled_data or ""
                lines = str(kept).splitlines(), now.splitlines()
                differ += unified_diff(
                    *lines, f"{stop.name}, kept", f"{stop.name}, now", n=1, lineterm=""
                )
            if app.no_color:
                looks = now.rpartition("─\n")[2].splitlines()
                differ += (f"{stop.name}: {look}" for look in looks if "#" in look or "dim" in look)
            else:
                differ += (f"{stop.name}: {style}" for style in faint(shown_styles(app), TEXT))
    assert not differ, "\n".join(differ)
