"""The desk of tests/annotations, for sidecars that other programs, disks and people meddle with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "annotations"))

from annotation_desk import TEXT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return Desk(folder)
