"""Pictures of the library at two sizes and without colours: sorted in groups, and filtered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
from tests.tui.conftest import Session
from tui.app import PostilApp
from tui.configuration.settings import Settings
from tui.workspace import Workspace

SIZES = {"120x40": (120, 40), "60x20": (60, 20)}
KEYS = {
    "in groups": ("p", "f", "S", "d", "B", "o", "v", "v"),
    "filtered": ("p", "f", "f", *"marn"),
}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of articles whose dates are known in different ways, one of them starred."""
    root = tmp_path / "shelf"
    root.mkdir()
    for name, head in (
        ("a.md", "title: Quay closed\noutlet: The Marn Herald\ndate: 2021-03-04"),
        ("b.md", "title: Lamps along the dike are lit again\noutlet: Dike Post\ndate: 2019-11"),
        ("c.md", "title: Ferry aground off Marn\noutlet: The Marn Herald\ndate: 2020-01-02"),
        ("d.md", "title: A bell is cast"),
        ("e.md", "title: 塩とその値段 — salt and its price\noutlet: Dike Post"),
    ):
        text = (
            f"---\n{head}\n---\n\nIlse Brandt said so.\n\n"
            + "The water went over the stones. " * 20
        )
        (root / name).write_text(f"{text}\n", encoding="utf-8")
    corpus = open_corpus(root)
    store = AnnotationStore(corpus)
    starred, noted = (corpus.read(corpus.find(name)) for name in ("b.md", "c.md"))
    store.tag_article(starred, come=("starred",))
    store.create(noted, Span(90, 96), note="who?")
    return root


@pytest.mark.parametrize(
    ("look", "size", "theme"),
    [
        ("in groups", "120x40", "dark"),
        ("in groups", "60x20", "dark"),
        ("in groups", "120x40", "monochrome"),
        ("filtered", "120x40", "dark"),
        ("filtered", "60x20", "monochrome"),
    ],
)
def test_the_picture_is_as_it_was(
    snap_compare: Any, shelf: Path, look: str, size: str, theme: str
) -> None:
    async def arrive(pilot: Pilot[None]) -> None:
        for key in KEYS[look]:
            await pilot.press(key)
        await Session(app, pilot).settle()

    workspace = Workspace(open_corpus(shelf))
    app = PostilApp(workspace, build_index=False, watch=False, settings=Settings(theme=theme))
    assert snap_compare(app, run_before=arrive, terminal_size=SIZES[size])
