"""What is known of all articles, kept as columns for as long as none of them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.metadata_columns import keep_metadata_columns, metadata_columns
from corpus.opening import Corpus, open_corpus
from tests.corpus_files.two_articles import learn, two_articles


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    learn(two_articles(tmp_path / "quay"))
    return open_corpus(tmp_path / "quay")


def keep(corpus: Corpus) -> None:
    keep_metadata_columns(corpus, lambda: False)


def titles(corpus: Corpus) -> list[str | None]:
    return [title for some in metadata_columns(corpus, bool) for title in some.titles]


def is_kept(corpus: Corpus) -> bool:
    return all(some.state for some in metadata_columns(corpus, bool))


def test_kept_columns_are_those_of_the_rows(corpus: Corpus) -> None:
    (before,) = metadata_columns(corpus, bool)
    assert not is_kept(corpus)
    keep(corpus)
    (kept,) = metadata_columns(corpus, bool)
    assert is_kept(corpus)
    assert list(kept.titles) == list(before.titles) == ["Ferry", "Salt and its price"]
    assert list(kept.lengths) == [len("---\ntitle: Ferry\n---\nIt sank.\n"), 33]
    assert (list(kept.outlets), list(kept.first_days)) == (["", ""], ["", ""])


def test_an_article_that_changed_is_not_known_until_it_is_learnt_and_kept_again(
    corpus: Corpus,
) -> None:
    keep(corpus)
    (corpus.root / "a.md").write_text("---\ntitle: Two ferries\n---\n", encoding="utf-8")
    changed = open_corpus(corpus.root)
    assert titles(changed) == [None, "Salt and its price"]
    learn(changed)
    keep(changed)
    assert titles(changed) == ["Two ferries", "Salt and its price"]
    assert is_kept(changed)


def test_articles_that_come_and_go_make_the_kept_columns_of_no_use(corpus: Corpus) -> None:
    keep(corpus)
    (corpus.root / "aa.txt").write_text("Fog\n\nNo ship left.\n", encoding="utf-8")
    assert titles(open_corpus(corpus.root)) == ["Ferry", None, "Salt and its price"]
    (corpus.root / "aa.txt").unlink()
    (corpus.root / "a.md").unlink()
    assert titles(open_corpus(corpus.root)) == ["Salt and its price"]


def test_what_the_reader_sets_makes_them_of_no_use(corpus: Corpus) -> None:
    keep(corpus)
    told = "schema: postil-corpus/1\narticles:\n  b.txt: {title: Pepper}\n"
    (corpus.root / "postil.yaml").write_text(told)
    changed = open_corpus(corpus.root)
    assert changed.settings != corpus.settings
    assert titles(changed) == ["Ferry", None]


def test_very_many_come_in_pieces_and_one_that_is_damaged_from_the_rows(
    corpus: Corpus,
) -> None:
    for number in range(4_500):
        (corpus.root / f"{number:04}.txt").write_text(f"Boat {number}\n\nIt left.\n")
    many = open_corpus(corpus.root)
    learn(many)
    expected = titles(many)
    keep(many)
    assert [len(some.titles) for some in metadata_columns(many, bool)] == [2_000, 2_000, 502]
    assert titles(many) == expected
    with many.analyses._connection as disk:
        disk.execute("UPDATE analysis SET value = x'78' WHERE key LIKE 'columns % 1'")
    assert titles(many) == expected


def test_nothing_more_is_given_or_kept_when_it_is_not_wanted(corpus: Corpus) -> None:
    keep_metadata_columns(corpus, lambda: True)
    assert not is_kept(corpus)
    keep(corpus)
    assert list(metadata_columns(corpus, lambda: True)) == []
