"""Two articles of which the metadata may be learnt."""

from __future__ import annotations

from pathlib import Path

from corpus.facts_keeping import metadata_facts
from corpus.opening import Corpus, open_corpus


def two_articles(folder: Path) -> Corpus:
    """Write the articles into a new folder, and open it."""
    folder.mkdir()
    (folder / "b.txt").write_text("Salt and its price\n\nNobody came.\n", encoding="utf-8")
    (folder / "a.md").write_text("---\ntitle: Ferry\n---\nIt sank.\n", encoding="utf-8")
    return open_corpus(folder)


def learn(corpus: Corpus) -> None:
    """Learn the metadata of all articles."""
    metadata_facts().learn(corpus, lambda _done, _total: None, lambda: False)
