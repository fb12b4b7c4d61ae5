"""What is known of the articles of a folder, given in their order as it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.facts_keeping import kept_metadata, metadata_facts
from corpus.opening import Corpus, open_corpus
from tests.corpus_files.two_articles import learn, two_articles


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return two_articles(tmp_path / "quay")


def given(corpus: Corpus) -> Iterator[str | None]:
    for row in kept_metadata(corpus, lambda: False):
        yield None if row is None else f"{row.article}: {row.title}"


def test_nothing_is_known_before_it_was_learnt(corpus: Corpus) -> None:
    assert list(given(corpus)) == [None, None]


def test_what_was_learnt_is_given_in_the_order_of_the_articles(corpus: Corpus) -> None:
    learn(corpus)
    assert list(given(corpus)) == ["a.md: Ferry", "b.txt: Salt and its price"]
    rows = metadata_facts().current(corpus)
    assert [rows[file.key] for file in corpus.files] == list(kept_metadata(corpus, bool))


def test_an_article_that_changed_or_is_new_is_not_known_yet(corpus: Corpus) -> None:
    learn(corpus)
    (corpus.root / "a.md").write_text("---\ntitle: Two ferries\n---\n", encoding="utf-8")
    (corpus.root / "aa.txt").write_text("Fog\n\nNo ship left.\n", encoding="utf-8")
    assert list(given(open_corpus(corpus.root))) == [None, None, "b.txt: Salt and its price"]


def test_what_is_not_wanted_any_more_is_not_read(corpus: Corpus) -> None:
    learn(corpus)
    assert list(kept_metadata(corpus, lambda: True)) == [None, None]
