"""Articles made of text alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article, ArticleFile


@pytest.fixture
def article_of(tmp_path: Path) -> Callable[..., Article]:
    def make(text: str, name: str = "report.txt") -> Article:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        size = path.stat().st_size
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        return Article(ArticleFile(name, str(path), size, 0), text, "text/1", sha256)

    return make
