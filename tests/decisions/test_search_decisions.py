"""Searches that are saved in `postil.yaml`, and nothing else in it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.error import AnnotationError
from annotations.search_decisions import save_search
from annotations.store import AnnotationStore
from corpus.corpus_file_reading import read_corpus_file
from corpus.opening import open_corpus


def saved(root: Path, name: str, query: str | None) -> str:
    save_search(root, name, query, lambda _: None)
    return (root / "postil.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "schema: postil-corpus/1\nsearches: {dams: dam OR weir}\n"),
        (
            "# mine\nexclude: [x] # why\n",
            "# mine\nexclude: [x] # why\nsearches: {dams: dam OR weir}\n",
        ),
        (
            "searches: # old ones\n  a: b # kept\nexclude: [x]\n",
            "searches: # old ones\n  a: b # kept\n  dams: dam OR weir\nexclude: [x]\n",
        ),
    ],
)
def test_a_search_is_written_below_the_others(
    tmp_path: Path, before: str | None, after: str
) -> None:
    if before is not None:
        (tmp_path / "postil.yaml").write_text(before, encoding="utf-8")
    assert saved(tmp_path, "dams", "dam OR weir") == after
    assert save_search(tmp_path, "dams", "dam OR weir", lambda _: None) is None


@pytest.mark.parametrize("query", ['"gave way" -wire', "date:2019..", "NO", "#x: y", "  'a' "])
def test_any_query_is_read_as_it_was_saved(tmp_path: Path, query: str) -> None:
    query = query.strip()
    saved(tmp_path, "a: name # with signs", query)
    settings, problems = read_corpus_file(tmp_path)
    assert [(one.name, one.query) for one in settings.searches] == [("a: name # with signs", query)]
    assert not problems


def test_a_search_is_replaced_and_taken_out(tmp_path: Path) -> None:
    saved(tmp_path, "one", "dam")
    saved(tmp_path, "two", "weir")
    assert "one: weir" in saved(tmp_path, "one", "weir")
    assert "one" not in saved(tmp_path, "one", None)
    assert "searches" not in saved(tmp_path, "two", None).replace("searches: {}", "")
    assert save_search(tmp_path, "two", None, lambda _: None) is None


def test_a_file_with_something_else_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "postil.yaml").write_text("searches: [a]\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match="no mapping"):
        saved(tmp_path, "one", "dam")
    assert (tmp_path / "postil.yaml").read_text(encoding="utf-8") == "searches: [a]\n"


def test_saving_can_be_undone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam held.", encoding="utf-8")
    store = AnnotationStore(open_corpus(tmp_path))
    store.save_search("dams", "dam")
    assert "dams" in (tmp_path / "postil.yaml").read_text(encoding="utf-8")
    store.undo()
    assert not (tmp_path / "postil.yaml").exists()
    store.redo()
    assert "dams" in (tmp_path / "postil.yaml").read_text(encoding="utf-8")
