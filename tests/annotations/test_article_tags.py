"""Tags on a whole article: put there, taken away, undone, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.error import AnnotationError
from annotations.journal import kept
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span


@pytest.fixture
def desk(tmp_path: Path):
    root = tmp_path / "quay"
    root.mkdir()
    for name in ("a.txt", "b.txt"):
        (root / name).write_text("The quay at Marn is dry.\n", encoding="utf-8")
    corpus = open_corpus(root)
    return corpus, AnnotationStore(corpus), root / "a.txt.annotations.yaml"


def article(corpus, name: str = "a.txt"):
    return corpus.read(corpus.find(name))


def test_a_tag_makes_a_sidecar_and_goes_with_it(desk) -> None:
    corpus, store, path = desk
    store.tag_article(article(corpus), come=("boats", " boats "))
    assert store.sidecar("a.txt").tags == ("boats",)
    assert "tags: [boats]" in path.read_text(encoding="utf-8").splitlines()[1]
    assert store.sidecar("a.txt").problems == ()
    store.tag_article(article(corpus), gone=("boats",))
    assert not path.exists()


def test_what_else_stands_in_the_file_stays_as_it_is(desk) -> None:
    corpus, store, path = desk
    store.create(article(corpus), Span(4, 8), note="dry?")
    text = "# mine\n" + path.read_text(encoding="utf-8") + "own: [1, 2] # too\n"
    path.write_text(text, encoding="utf-8")
    store.tag_article(article(corpus), come=("strength: high", "NO"))
    after = path.read_text(encoding="utf-8")
    assert store.sidecar("a.txt").tags == ("strength: high", "NO")
    added = [line for line in after.splitlines() if line not in text.splitlines()]
    assert len(added) == 1
    store.tag_article(article(corpus), gone=("strength: high", "NO"))
    assert path.read_text(encoding="utf-8") == text


def test_an_article_block_without_tags_or_none_at_all(desk) -> None:
    corpus, store, path = desk
    path.write_text("schema: postil/1\nannotations: []\n", encoding="utf-8")
    store.tag_article(article(corpus), come=("boats",))
    assert store.sidecar("a.txt").tags == ("boats",)
    path.write_text("schema: postil/1\narticle: {mine: 1}\n", encoding="utf-8")
    store.tag_article(article(corpus), come=("boats",))
    assert "mine: 1" in path.read_text(encoding="utf-8")


def test_undo_and_redo_bring_tags_back_and_away(desk) -> None:
    corpus, store, path = desk
    store.tag_article(article(corpus), come=("one",))
    store.tag_article(article(corpus), come=("two",), gone=("one",))
    assert store.undo().what == "tagged"
    assert store.sidecar("a.txt").tags == ("one",)
    store.undo()
    assert not path.exists()
    store.redo()
    store.redo()
    assert store.sidecar("a.txt").tags == ("two",)


def test_undo_leaves_what_another_program_did_since(desk) -> None:
    corpus, store, path = desk
    store.tag_article(article(corpus), come=("one",))
    text = path.read_text(encoding="utf-8").replace("[one]", "[one, theirs]")
    path.write_text(text, encoding="utf-8")
    store.undo()
    assert store.sidecar("a.txt").tags == ("theirs",)


def test_tags_of_several_articles_are_one_step_to_undo(desk) -> None:
    corpus, store, _ = desk
    with store.together("tags of 2 articles"):
        for name in ("a.txt", "b.txt"):
            store.tag_article(article(corpus, name), come=("boats",))
    store.undo()
    assert [store.sidecar(name).tags for name in ("a.txt", "b.txt")] == [(), ()]


def test_nothing_is_written_where_the_file_says_it_already(desk) -> None:
    corpus, store, path = desk
    assert store.tag_article(article(corpus), gone=("boats",)) is None
    assert not path.exists()
    store.tag_article(article(corpus), come=("boats",))
    before = path.stat().st_mtime_ns
    assert store.tag_article(article(corpus), come=("boats",)) is None
    assert path.stat().st_mtime_ns == before


def test_tags_that_are_taken_away_are_kept_in_the_journal(desk) -> None:
    corpus, store, _ = desk
    store.tag_article(article(corpus), come=("boats", "strength"))
    store.tag_article(article(corpus), gone=("boats",))
    assert [line.raw for line in kept(corpus.key)] == ["tags: [boats, strength]"]


@pytest.mark.parametrize(
    "text",
    [
        "schema: postil/1\narticle: {tags: {a: 1}}\n",
        "schema: postil/1\narticle: [1]\n",
        "schema: postil/9\n",
        "schema: [\n",
    ],
)
def test_a_file_that_cannot_be_read_as_it_was_meant_is_left_alone(desk, text: str) -> None:
    corpus, store, path = desk
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnnotationError):
        store.tag_article(article(corpus), come=("boats",))
    assert path.read_text(encoding="utf-8") == text


def test_half_of_a_surrogate_pair_is_refused(desk) -> None:
    corpus, store, path = desk
    with pytest.raises(AnnotationError):
        store.tag_article(article(corpus), come=("\ud800",))
    assert not path.exists()
