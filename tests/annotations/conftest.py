"""A small corpus for every test of annotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotation_desk import TEXT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return Desk(folder)
