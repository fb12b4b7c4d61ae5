"""An article was renamed: its annotations are found again, and given to the new name."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from annotation_desk import TEXT, Desk

from annotations.checking import check
from annotations.error import AnnotationError
from annotations.matching import Orphan, proposals
from annotations.orphans import is_free, orphans, wanted
from annotations.store import AnnotationStore
from corpus.article import Article
from corpus.opening import Corpus

BY_HAND = (
    "# mine, on the weir\n"
    "schema: postil/1\n"
    "article:\n"
    "  file: a.txt     # before it was renamed\n"
    "  tags: [dams]\n"
    '  sha256: "0123"\n'
    "annotations:\n"
    "  # first\n"
    "  - id: a-first\n"
    "    mood: calm\n"
    "    quote: gave way on Monday\n"
    "    at: [20, 38]\n"
    "colour: green\n"
)


def article(corpus: Corpus, name: str) -> Article:
    file = corpus.find(name)
    assert file is not None
    return corpus.read(file)


def renamed(desk: Desk, name: str = "b.txt") -> Article:
    """Rename the article beside its sidecar; return it under its new name."""
    target = desk.folder / name
    target.parent.mkdir(exist_ok=True)
    (desk.folder / "a.txt").rename(target)
    return article(desk.corpus, name)


def sidecar_names(folder: Path) -> list[str]:
    return sorted(os.path.relpath(path, folder) for path in folder.rglob("*.annotations.yaml"))


def test_a_sidecar_is_an_orphan_when_its_article_is_gone(desk: Desk) -> None:
    made = desk.store().create(desk.article, desk.span("Osmanli"))
    assert orphans(desk.corpus, desk.store()) == ()
    sha256 = desk.article.sha256
    renamed(desk)
    file = "a.txt.annotations.yaml"
    assert orphans(desk.corpus, desk.store()) == (Orphan("a.txt", file, sha256, 1),)
    assert [entry.annotation.id for entry in desk.store().sidecar("a.txt").entries] == [made.id]


def test_what_was_left_out_on_purpose_is_no_orphan(desk: Desk) -> None:
    desk.store().create(desk.article, None, note="left out")
    (desk.folder / "postil.yaml").write_text("schema: postil-corpus/1\nexclude: [a.txt]\n")
    assert desk.corpus.files == ()
    assert orphans(desk.corpus, desk.store()) == ()


def test_orphans_are_found_in_a_folder_of_annotations(desk: Desk, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    desk.store(folder=notes).create(desk.article, desk.span("Osmanli"), note="where?")
    new = renamed(desk, "moved/b.txt")
    store = desk.store(folder=notes)
    (orphan,) = orphans(desk.corpus, store)
    assert (orphan.article, orphan.file) == ("a.txt", str(notes / "a.txt.annotations.yaml"))
    store.adopt("a.txt", new)
    assert sidecar_names(notes) == ["moved/b.txt.annotations.yaml"]
    assert sidecar_names(desk.folder) == []
    assert [placed.state for placed in desk.store(folder=notes).placed(new)] == ["ok"]


def test_an_adopted_sidecar_keeps_all_but_what_its_header_says_of_the_article(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk, "deep/b.txt")
    store = desk.store()
    change = store.adopt("a.txt", new)
    assert (change.article, change.what) == ("deep/b.txt", "moved")
    assert change.words == "The annotations of a.txt are now those of deep/b.txt"
    after = (desk.folder / "deep/b.txt.annotations.yaml").read_text()
    assert after == BY_HAND.replace("file: a.txt", "file: b.txt").replace("0123", new.sha256)
    assert sidecar_names(desk.folder) == ["deep/b.txt.annotations.yaml"]
    assert orphans(desk.corpus, store) == ()
    (placed,) = store.placed(new)
    assert placed.annotation.id == "a-first"
    assert [one.level for one in check(desk.corpus, desk.store())] == []


@pytest.mark.parametrize(
    "header", ["", "article: {file: a.txt, mine: 1}\n", "article: none of that\n", "article:\n"]
)
def test_a_header_of_any_form_is_no_obstacle(desk: Desk, header: str) -> None:
    desk.write(f"schema: postil/1\n{header}annotations: [{{id: a-one, note: here}}]\n")
    new = renamed(desk)
    desk.store().adopt("a.txt", new)
    after = (desk.folder / "b.txt.annotations.yaml").read_text()
    header = header.replace("a.txt", "b.txt")
    assert after == f"schema: postil/1\n{header}annotations: [{{id: a-one, note: here}}]\n"


def test_an_adoption_is_undone_and_redone_byte_for_byte(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)
    store = desk.store()
    store.adopt("a.txt", new)
    path = desk.folder / "b.txt.annotations.yaml"
    after = path.read_text()
    store.create(new, None, note="one more")
    store.undo()
    undone = store.undo()
    assert undone is not None
    assert undone.words == "Undone: the annotations of b.txt are those of a.txt again"
    assert desk.read() == BY_HAND
    assert sidecar_names(desk.folder) == ["a.txt.annotations.yaml"]
    redone = store.redo()
    assert redone is not None
    assert (redone.article, redone.what) == ("b.txt", "moved")
    assert path.read_text() == after
    store.redo()
    assert len(store.placed(new)) == 2


def test_undoing_an_adoption_takes_along_what_another_program_changed(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)
    store = desk.store()
    store.adopt("a.txt", new)
    path = desk.folder / "b.txt.annotations.yaml"
    path.write_text(path.read_text().replace("mood: calm", "mood: angry"))
    store.undo()
    assert desk.read() == BY_HAND.replace("mood: calm", "mood: angry")


def test_undoing_an_adoption_takes_no_annotation_along_that_is_not_its_own(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)
    store = desk.store()
    store.adopt("a.txt", new)
    other = desk.store().create(new, None, note="by another Postil")
    with pytest.raises(AnnotationError, match=f"{other.id} was added"):
        store.undo()
    assert sidecar_names(desk.folder) == ["b.txt.annotations.yaml"]
    assert len(desk.store().placed(new)) == 2


def test_a_sidecar_with_words_of_its_own_is_never_replaced(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)
    path = desk.folder / "b.txt.annotations.yaml"
    for there in (
        "schema: postil/1\nannotations: [{id: a-mine}]\n",
        "# words\nschema: postil/1\nannotations: []\n",
        "schema: postil/1\narticle: {tags: [dams]}\nannotations: []\n",
        "annotations: [\n",
    ):
        path.write_text(there)
        with pytest.raises(AnnotationError):
            desk.store().adopt("a.txt", new)
        assert path.read_text() == there
        assert desk.read() == BY_HAND


def test_a_sidecar_that_holds_nothing_gives_way(desk: Desk) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)
    store = desk.store()
    made = store.create(new, None, note="for a moment")
    desk.store().delete(new, made.id)
    store.adopt("a.txt", new)
    assert [placed.annotation.id for placed in store.placed(new)] == ["a-first"]


def test_an_article_that_is_there_keeps_its_sidecar(desk: Desk) -> None:
    desk.write(BY_HAND)
    (desk.folder / "b.txt").write_text(TEXT)
    with pytest.raises(AnnotationError, match="is there still"):
        desk.store().adopt("a.txt", article(desk.corpus, "b.txt"))
    assert desk.read() == BY_HAND


def test_a_sidecar_that_cannot_be_read_or_is_not_there_is_not_moved(desk: Desk) -> None:
    new = renamed(desk)
    with pytest.raises(AnnotationError, match="no such sidecar"):
        desk.store().adopt("a.txt", new)
    for broken in ("annotations: [\n", "schema: postil/9\nannotations: []\n"):
        desk.write(broken)
        with pytest.raises(AnnotationError):
            desk.store().adopt("a.txt", new)
        assert desk.read() == broken
        assert sidecar_names(desk.folder) == ["a.txt.annotations.yaml"]


def test_where_the_header_cannot_be_written_nothing_is_moved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write(BY_HAND)
    new = renamed(desk)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(AnnotationError, match="make room"):
            desk.store().adopt("a.txt", new)
    assert desk.read() == BY_HAND
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "a.txt.annotations.yaml",
        "b.txt",
    ]


def test_an_adoption_that_was_cut_off_is_complete_in_all_that_counts(desk: Desk) -> None:
    """Killed between the rename and the header: the sidecar is beside its article, once."""
    desk.write(BY_HAND)
    new = renamed(desk)
    desk.path.rename(desk.folder / "b.txt.annotations.yaml")
    store = desk.store()
    assert orphans(desk.corpus, store) == ()
    assert [placed.state for placed in store.placed(new)] == ["ok"]
    store.change(new, "a-first", note="still editable")
    assert [one.reason for one in check(desk.corpus, desk.store())] == []


def propose(desk: Desk, *names: str, last_known: dict[str, str] | None = None) -> list[tuple]:
    corpus, store = desk.corpus, desk.store()
    asked = [wanted(store, orphan, last_known) for orphan in orphans(corpus, store)]
    found = proposals(asked, (article(corpus, name) for name in names))
    return [(one.orphan.article, one.file.article, one.reason, one.share) for one in found]


def test_the_article_with_the_same_text_is_proposed(desk: Desk) -> None:
    desk.store().create(desk.article, None, note="no words of the text in it")
    (desk.folder / "z.txt").write_text("Another text.\n")
    renamed(desk)
    assert propose(desk, "z.txt", "b.txt") == [("a.txt", "b.txt", "same text", 1.0)]


def test_the_text_seen_last_counts_where_the_header_does_not_know_it(desk: Desk) -> None:
    desk.write("schema: postil/1\nannotations: [{id: a-one, note: here}]\n")
    new = renamed(desk)
    assert propose(desk, "b.txt") == []
    known = {"a.txt": new.sha256}
    assert propose(desk, "b.txt", last_known=known) == [("a.txt", "b.txt", "same text", 1.0)]


def test_an_article_that_was_also_corrected_is_told_by_its_words(desk: Desk) -> None:
    store = desk.store()
    store.create(desk.article, desk.span("The weir at Osmanli gave way on Monday."))
    store.create(desk.article, desk.span("1,600"))
    (desk.folder / "y.txt").write_text("1,600 others, and 1,600 more.\n")
    (desk.folder / "a.txt").write_text(TEXT.replace("1,600", "1,700"))
    renamed(desk)
    ((orphan, file, reason, share),) = propose(desk, "y.txt", "b.txt")
    assert (orphan, file, reason) == ("a.txt", "b.txt", "same words")
    assert 0.8 < share < 1.0


def test_an_article_whose_only_quoted_words_were_corrected_is_told_by_the_rest(desk: Desk) -> None:
    quote = "Officials said at least 41 people were missing, and 1,600 had been moved."
    desk.store().create(desk.article, desk.span(quote))
    (desk.folder / "y.txt").write_text("Officials said at least 12 boats were missing on Friday.\n")
    (desk.folder / "a.txt").write_text(TEXT.replace("1,600", "1,700").replace(" said", "\nsaid"))
    renamed(desk)
    ((orphan, file, reason, share),) = propose(desk, "y.txt", "b.txt")
    assert (orphan, file, reason) == ("a.txt", "b.txt", "same words")
    assert 0.5 <= share < 1.0


def test_two_copies_of_a_text_go_to_the_names_most_like_theirs(desk: Desk) -> None:
    desk.store().create(desk.article, desk.span("Osmanli"))
    (desk.folder / "c.txt").write_text(TEXT)
    desk.store().create(article(desk.corpus, "c.txt"), desk.span("Osmanli"))
    (desk.folder / "old").mkdir()
    for name in "ac":
        (desk.folder / f"{name}.txt").rename(desk.folder / "old" / f"{name}.txt")
    assert [pair[:2] for pair in propose(desk, "old/c.txt", "old/a.txt")] == [
        ("a.txt", "old/a.txt"),
        ("c.txt", "old/c.txt"),
    ]


def test_looking_for_an_article_can_be_stopped(desk: Desk) -> None:
    desk.store().create(desk.article, desk.span("Osmanli"))
    new = renamed(desk)
    corpus = desk.corpus
    store = AnnotationStore(corpus)
    asked = [wanted(store, orphan) for orphan in orphans(corpus, store)]
    assert proposals(asked, [new], go_on=lambda: False) == ()
    assert len(proposals(asked, [new])) == 1


def with_two_readers(desk: Desk) -> None:
    desk.store().create(desk.article, desk.span("Osmanli"), note="mine")
    desk.store(reader="Berta").create(desk.article, desk.span("1,600"), note="hers")


def test_the_sidecars_of_all_readers_of_an_article_are_one_orphan(desk: Desk) -> None:
    with_two_readers(desk)
    new = renamed(desk)
    for reader, file in ((None, "a.txt"), ("Berta", "a.txt.Berta"), ("Carl", "a.txt")):
        readers = ("Berta", None) if reader == "Berta" else (None, "Berta")
        expected = Orphan("a.txt", f"{file}.annotations.yaml", new.sha256, 2, readers)
        assert orphans(desk.corpus, desk.store(reader=reader)) == (expected,)
    assert propose(desk, "b.txt") == [("a.txt", "b.txt", "same text", 1.0)]


def test_an_article_whose_only_sidecar_is_another_readers_is_offered_to_all(desk: Desk) -> None:
    desk.store(reader="Berta").create(desk.article, desk.span("1,600"), note="hers")
    (desk.folder / "a.txt").write_text(TEXT + "More.\n")
    renamed(desk)
    assert propose(desk, "b.txt") == [("a.txt", "b.txt", "same words", 1.0)]


def test_the_sidecars_of_all_readers_are_adopted_together_and_go_back_together(desk: Desk) -> None:
    with_two_readers(desk)
    before = {name: (desk.folder / name).read_bytes() for name in sidecar_names(desk.folder)}
    new = renamed(desk)
    store = desk.store()
    store.adopt("a.txt", new)
    after = ["b.txt.Berta.annotations.yaml", "b.txt.annotations.yaml"]
    assert sidecar_names(desk.folder) == after
    assert [(one.state, one.reader) for one in store.placed(new)] == [("ok", None), ("ok", "Berta")]
    undone = store.undo()
    assert undone is not None
    assert undone.words == "Undone: giving the annotations of a.txt to b.txt"
    assert {name: (desk.folder / name).read_bytes() for name in before} == before
    assert sidecar_names(desk.folder) == sorted(before)
    store.redo()
    assert sidecar_names(desk.folder) == after


def test_a_sidecar_that_cannot_follow_stays_and_is_offered_again(desk: Desk) -> None:
    with_two_readers(desk)
    hers = desk.folder / "a.txt.Berta.annotations.yaml"
    good = hers.read_bytes()
    hers.write_bytes(b"<<<<<<< HEAD\n" + good)
    new = renamed(desk)
    store = desk.store()
    change = store.adopt("a.txt", new)
    assert "one sidecar stays: a.txt.Berta.annotations.yaml" in change.words
    assert sidecar_names(desk.folder) == [hers.name, "b.txt.annotations.yaml"]
    hers.write_bytes(good)
    (left,) = orphans(desk.corpus, desk.store())
    assert left.readers == ("Berta",)
    assert is_free(desk.store(), left, new.file)
    desk.store().adopt("a.txt", new)
    assert sidecar_names(desk.folder) == [
        "b.txt.Berta.annotations.yaml",
        "b.txt.annotations.yaml",
    ]
