"""Who lists the articles: what is learnt, what the reader made of them, what changes meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from annotations.error import AnnotationError
from corpus.analysis_cache import FILE_NAME
from corpus.linking.keeping import entity_table
from corpus.opening import open_corpus
from corpus.span import Span
from tui.library.columns import Stopped
from tui.library.librarian import Librarian
from tui.library.view import View
from tui.workspace import Workspace

FERRY = """---
title: Ferry aground
outlet: Dike Post
date: 2019-11-10
---

The ferry ran aground on Tuesday, said Ilse Brandt, the harbour master of Marn. Brandt said that
the Coast Rescue Service (CRS) had taken all of them off.
"""
QUIET = """Salt and its price

The CRS had nothing to do this year, and the water went over the stones.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    root = tmp_path / "quay"
    root.mkdir()
    (root / "a.md").write_text(FERRY, encoding="utf-8")
    (root / "b.txt").write_text(QUIET, encoding="utf-8")
    return Workspace(open_corpus(root))


def listed(librarian: Librarian, view: View) -> list[str]:
    listing = librarian.listing(view, lambda: False)
    return [listing.files[place].article for place in listing.order]


def learn(librarian: Librarian) -> bool:
    return librarian.learn(lambda _done, _total: None, lambda: False)


def test_file_names_are_known_at_once_and_titles_are_learnt(workspace: Workspace) -> None:
    librarian = Librarian(workspace)
    assert librarian.listing(View("date"), lambda: False).unknown == 2
    assert listed(librarian, View(words="a.md")) == ["a.md"]
    assert listed(librarian, View(words="aground")) == []
    assert learn(librarian)
    assert librarian.listing(View("date"), lambda: False).unknown == 0
    assert listed(librarian, View(words="aground dike")) == ["a.md"]
    assert not learn(librarian)


def test_entities_are_found_by_any_of_their_names_when_the_corpus_knows_them(
    workspace: Workspace,
) -> None:
    librarian = Librarian(workspace)
    assert librarian.listing(View(words="brandt"), lambda: False).unnamed == 2
    entity_table(workspace.corpus)
    workspace.link_names()
    assert listed(librarian, View(words="brandt")) == ["a.md"]
    assert listed(librarian, View(words="crs")) == ["a.md", "b.txt"]
    assert librarian.listing(View(words="brandt"), lambda: False).unnamed == 0


def test_a_row_tells_what_is_known_and_what_was_made_of_the_article(workspace: Workspace) -> None:
    librarian = Librarian(workspace)
    article = workspace.corpus.read(workspace.corpus.files[0])
    workspace.store.create(article, Span(80, 85), tags=("boats",))
    librarian.tag(workspace.corpus.files[:1], ("starred",), (), lambda _done: None)
    row = librarian.row(workspace.corpus.files[0])
    assert (row.title, row.outlet, row.first, row.dated) == (
        *("Ferry aground", "Dike Post", "2019-11-10", "published"),
    )
    assert (row.annotations, row.starred, row.characters) == (1, True, len(article.text))
    marks = librarian.marks_of(workspace.corpus.files[0])
    assert (marks.tags, marks.own) == (("starred", "boats"), ("starred",))
    assert listed(librarian, View(words="boats")) == ["a.md"]
    assert listed(librarian, View(only="starred")) == ["a.md"]


def test_what_another_reader_starred_is_no_star_of_mine(workspace: Workspace) -> None:
    theirs = workspace.corpus.root / "a.md.ada.annotations.yaml"
    theirs.write_text("schema: postil/1\narticle: {tags: [starred, boats]}\n", encoding="utf-8")
    librarian = Librarian(workspace)
    assert not librarian.row(workspace.corpus.files[0]).starred
    assert listed(librarian, View(only="starred")) == []
    assert listed(librarian, View(words="tag:boats")) == ["a.md"]


def test_tags_that_cannot_be_written_leave_what_was_done_before(workspace: Workspace) -> None:
    (workspace.corpus.root / "b.txt.annotations.yaml").write_text("schema: [\n", encoding="utf-8")
    librarian = Librarian(workspace)
    with pytest.raises(AnnotationError):
        librarian.tag(workspace.corpus.files, ("boats",), (), lambda _done: None)
    assert workspace.store.sidecar("a.md").tags == ("boats",)
    workspace.store.undo()
    assert workspace.store.sidecar("a.md").tags == ()


def test_an_article_that_is_new_is_listed_and_not_known_yet(workspace: Workspace) -> None:
    librarian = Librarian(workspace)
    learn(librarian)
    assert listed(librarian, View("length")) == ["a.md", "b.txt"]
    (workspace.corpus.root / "c.txt").write_text("Nobody came.\n", encoding="utf-8")
    workspace.follow(*workspace.rescanned())
    listing = librarian.listing(View("length"), lambda: False)
    assert (len(listing.files), listing.unknown) == (3, 1)


def test_what_is_not_wanted_any_more_is_given_up(workspace: Workspace) -> None:
    with pytest.raises(Stopped):
        Librarian(workspace).listing(View("date"), lambda: True)


def test_what_is_read_ahead_is_what_lists_are_made_of(workspace: Workspace) -> None:
    librarian = Librarian(workspace)
    learn(librarian)
    waits: list[bool] = []
    librarian.read_ahead(lambda: False, lambda: waits.append(True))
    assert waits, "the reader's keys go before the letters"
    (workspace.corpus.cache_folder / FILE_NAME).unlink()
    workspace.corpus.close()
    assert listed(librarian, View(words="aground")) == ["a.md"]


def test_a_list_waits_for_what_is_being_read_and_is_given_up_when_nobody_wants_it(
    workspace: Workspace,
) -> None:
    librarian, met = Librarian(workspace), threading.Barrier(2)
    go_on = threading.Event()

    def read() -> bool:
        if not go_on.is_set():
            met.wait(timeout=60)
            go_on.wait(timeout=60)
        return False

    reader = threading.Thread(target=librarian.read_ahead, args=(read, lambda: None))
    reader.start()
    met.wait(timeout=60)
    with pytest.raises(Stopped):
        librarian.listing(View("date"), lambda: True)
    go_on.set()
    assert listed(librarian, View("date")) == ["a.md", "b.txt"]
    reader.join()
