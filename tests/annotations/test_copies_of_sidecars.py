"""Copies of sidecars, as programs that keep folders in sync leave them: said, and never read."""

from __future__ import annotations

import pytest
from annotation_desk import Desk

from annotations.checking import check
from annotations.readers import article_of, copied_sidecar

COPIES = {
    "Syncthing": "a.txt.annotations.sync-conflict-20261122-101112-ABCDEFG.yaml",
    "Dropbox": "a.txt.annotations (Ilse's conflicted copy 2026-11-22).yaml",
    "Nextcloud": "a.txt.annotations (conflicted copy 2026-11-22 101112).yaml",
    "Seafile": "a.txt.annotations (SFConflict ilse@marn 2026-11-22-10-11-12).yaml",
    "OneDrive": "a.txt.annotations-LAPTOP.yaml",
    "Drive": "a.txt.annotations (1).yaml",
    "Finder": "a.txt.annotations copy.yaml",
    "another ending": "a.txt.annotations.yml",
}


@pytest.mark.parametrize("name", COPIES.values(), ids=COPIES)
def test_a_copy_is_told_from_a_sidecar_by_its_name(name: str) -> None:
    assert copied_sidecar(name) == "a.txt.annotations.yaml"
    assert article_of(f"folder/{name}") == "folder/a.txt"


@pytest.mark.parametrize(
    "name",
    [
        "a.txt.annotations.yaml",
        "a.txt.ilse.annotations.yaml",
        "my.annotations notes.yaml",
        "a.txt.annotations.yaml.orig",
        "my.annotations (1)/a.yaml",
        "postil.yaml",
    ],
)
def test_no_other_file_is_taken_for_one(name: str) -> None:
    assert copied_sidecar(name) is None


@pytest.mark.parametrize("name", COPIES.values(), ids=COPIES)
def test_a_copy_is_said_with_what_to_do(desk: Desk, name: str) -> None:
    store = desk.store()
    store.create(desk.article, desk.span("41 people"), note="few")
    (desk.folder / name).write_text(desk.read().replace("few", "many"), encoding="utf-8")

    (problem,) = desk.store().problems(desk.article)

    assert (problem.file, problem.level) == (name, "error")
    assert "postil merge --write" in problem.remedy
    assert "a.txt.annotations.yaml" in problem.remedy
    assert problem in list(check(desk.corpus, desk.store()))
    assert [one.annotation.note for one in desk.store().placed(desk.article)] == ["few"]


def test_a_copy_comes_and_goes_while_the_corpus_is_open(desk: Desk) -> None:
    store, copy = desk.store(), desk.folder / COPIES["Syncthing"]
    assert store.problems(desk.article) == ()
    copy.write_text("schema: postil/1\n", encoding="utf-8")
    assert [one.file for one in store.problems(desk.article)] == [copy.name]
    copy.unlink()
    assert store.problems(desk.article) == ()


def test_a_copy_without_a_sidecar_is_to_be_named_as_one(desk: Desk) -> None:
    (desk.folder / COPIES["another ending"]).write_text("schema: postil/1\n", encoding="utf-8")

    (problem,) = list(check(desk.corpus, desk.store()))

    assert problem.remedy == "name it a.txt.annotations.yaml"


def test_a_copy_of_another_readers_goes_together_with_that_one(desk: Desk) -> None:
    desk.store(reader="ilse").create(desk.article, desk.span("41 people"))
    name = "a.txt.ilse.annotations.sync-conflict-20261122-101112-ABCDEFG.yaml"
    (desk.folder / name).write_text("schema: postil/1\n", encoding="utf-8")

    (problem,) = desk.store().problems(desk.article)

    assert "with a.txt.ilse.annotations.yaml" in problem.remedy
