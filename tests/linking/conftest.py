"""Corpora of invented articles, linked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from linked_names import Link

from corpus.linking.keeping import entity_table
from corpus.linking.table import EntityTable
from corpus.opening import open_corpus


@pytest.fixture
def link(tmp_path: Path) -> Link:
    """Write articles, by their names, and perhaps a `postil.yaml`; give the table of entities."""

    def linked(articles: Mapping[str, str], settings: str | None = None) -> EntityTable:
        folder = tmp_path / "corpus"
        folder.mkdir(exist_ok=True)
        for name, text in articles.items():
            (folder / name).write_text(text, encoding="utf-8")
        if settings is not None:
            (folder / "postil.yaml").write_text(settings, encoding="utf-8")
        return entity_table(open_corpus(folder))

    return linked
