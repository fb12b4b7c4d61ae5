"""A small invented corpus: a dam, its two spellings, and what was reported of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ARTICLES = {
    "001_dam.txt": (
        "Dam at Velgharad gives way\n\n"
        "The dam at Velgharad gave way on Sunday. Over\u00a01,600 people left their homes, the "
        "governor’s office said.\n\nNo one was killed in Velgharad."
    ),
    "002_flood.txt": (
        "Flood in the Velgarad valley\n\n"
        "More than 2,400 people were moved from the Velgarad valley, a counter-\nflood team said. "
        "Of those, 300 slept in a school."
    ),
    "sub/003_market.txt": (
        "Market opens again\n\nThe market at Tormen opened again. The governor bought 12 apples "
        "and a dam of paper for his desk."
    ),
    "004_notes.md": "# Notes\n\nThe flood team's “second wave” of homes: Tormen, Irat, Iran.\n",
}


@pytest.fixture
def write_articles(tmp_path: Path) -> Callable[[Mapping[str, str]], Path]:
    """Write articles into the folder of the test's corpus; give the folder."""

    def write(articles: Mapping[str, str]) -> Path:
        folder = tmp_path / "corpus"
        for name, text in articles.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.stat().st_mtime_ns if path.exists() else None
            path.write_text(text, encoding="utf-8")
            if path.stat().st_mtime_ns == before:
                os.utime(path, ns=(before, before + 1))
        return folder

    return write


@pytest.fixture
def valley(write_articles: Callable[[Mapping[str, str]], Path]) -> Path:
    """Give the folder of the invented corpus."""
    return write_articles(ARTICLES)
