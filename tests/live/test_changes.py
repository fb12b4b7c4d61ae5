"""Two walks through a folder compared."""

from __future__ import annotations

from pathlib import Path

from corpus.opening import open_corpus
from tui.folder.changes import changes_between


def test_new_changed_renamed_and_gone_articles_are_told_apart(tmp_path: Path) -> None:
    for name in ("kept", "changes", "moves", "goes"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} article.\n")
    before = open_corpus(tmp_path)
    (tmp_path / "changes.txt").write_text("The article has changed by now.\n")
    (tmp_path / "moves.txt").rename(tmp_path / "moved.txt")
    (tmp_path / "goes.txt").unlink()
    (tmp_path / "comes.txt").write_text("The article that came.\n")
    after = before.rescanned()

    changes = changes_between(before.files, after.files)

    assert [file.article for file in changes.added] == ["comes.txt"]
    assert [file.article for file in changes.changed] == ["changes.txt"]
    assert [file.article for file in changes.removed] == ["goes.txt"]
    assert [(a.article, b.article) for a, b in changes.renamed] == [("moves.txt", "moved.txt")]
    assert str(changes) == "In the folder: 1 new, 1 changed, 1 renamed, 1 gone"


def test_two_files_of_one_stamp_are_not_taken_for_renamed(tmp_path: Path) -> None:
    import os

    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.\n")
        os.utime(tmp_path / name, ns=(5, 5))
    before = open_corpus(tmp_path)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").rename(tmp_path / f"{name}{name}.txt")
    changes = changes_between(before.files, before.rescanned().files)
    assert not changes.renamed
    assert len(changes.added) == len(changes.removed) == 2


def test_nothing_changed_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The same words.\n")
    before = open_corpus(tmp_path)
    changes = changes_between(before.files, before.rescanned().files)
    assert not changes
    assert str(changes) == ""


def test_folders_that_had_no_article_are_told(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "a.txt").write_text("Marn")
    before = open_corpus(tmp_path)
    (tmp_path / "first" / "b.txt").write_text("Marn and Irat")
    in_known = before.rescanned()
    assert not changes_between(before.files, in_known.files).new_folders
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "c.txt").write_text("Irat")
    in_new = before.rescanned()
    assert changes_between(in_known.files, in_new.files).new_folders
    assert not changes_between(in_new.files, in_known.files).new_folders
