"""Several readers of one corpus: one sidecar a reader, shown together, each written by its own."""

from __future__ import annotations

import pytest
from annotation_desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement import agreements
from annotations.checking import check
from annotations.error import AnnotationError
from annotations.ledger import ledger
from annotations.ledger_query import LedgerQuery
from annotations.linked import links_of
from annotations.merging import merge
from annotations.model import Link
from annotations.readers import clean_name, owner_of, sidecar_name
from annotations.sidecar import read_sidecar


def of(desk: Desk, reader: str | None) -> list[tuple[str, bool]]:
    """List the notes of the ledger as a reader sees them, and which are the reader's own."""
    store = desk.store(reader=reader)
    return [(row.annotation.note, row.mine) for row in ledger(desk.corpus, store)]


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Ilse annotated 41 people, Joren 1,600."""
    desk.store(reader="Ilse").create(desk.article, desk.span("41 people"), note="few", tags=["x"])
    desk.store(reader="Joren").create(desk.article, desk.span("1,600"), note="many")
    return desk


@given(st.text(min_size=1, max_size=40))
def test_a_readers_name_is_told_from_the_name_of_the_file(name: str) -> None:
    try:
        cleaned = clean_name(name)
    except AnnotationError:
        return
    file = sidecar_name("folder/a.txt", cleaned)
    assert "/" not in file.removeprefix("folder/")
    assert owner_of(file) == ("folder/a.txt", cleaned)


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("a.txt.annotations.yaml", ("a.txt", None)),
        ("a.txt.ilse.annotations.yaml", ("a.txt", "ilse")),
        ("a.txt.md.annotations.yaml", ("a.txt.md", None)),
        ("a.txt.%6Dd.annotations.yaml", ("a.txt", "md")),
        ("report.v2.annotations.yaml", ("report.v2", None)),
        ("a.txt.%2e%2e.annotations.yaml", ("a.txt.%2e%2e", None)),
    ],
)
def test_whose_a_sidecar_is(file: str, owner: tuple[str, str | None]) -> None:
    assert owner_of(file) == owner


def test_each_reader_writes_an_own_sidecar_and_sees_all(two: Desk) -> None:
    names = sorted(path.name for path in two.folder.glob("*.yaml"))
    assert names == ["a.txt.Ilse.annotations.yaml", "a.txt.Joren.annotations.yaml"]
    assert of(two, "Ilse") == [("few", True), ("many", False)]
    assert of(two, None) == [("few", False), ("many", False)]
    rows = list(ledger(two.corpus, two.store()))
    assert [row.by for row in rows] == ["Ilse", "Joren"]
    assert [row.annotation.note for row in LedgerQuery.of("by:joren").chosen(rows)] == ["many"]


def test_what_another_reader_wrote_is_never_written(two: Desk) -> None:
    theirs = two.folder / "a.txt.Ilse.annotations.yaml"
    before = theirs.read_bytes()
    store = two.store(reader="Joren")
    (few,) = (one.annotation for one in store.placed(two.article) if not one.mine)
    for refused in (
        lambda: store.change(two.article, few.id, note="mine now"),
        lambda: store.delete(two.article, few.id),
        lambda: store.detach(two.article, few.id),
    ):
        with pytest.raises(AnnotationError, match="Ilse's"):
            refused()
    copied = store.copy(two.article, few)
    assert (copied.note, copied.quote, copied.by) == ("few", "41 people", "Joren")
    assert copied.id != few.id
    assert of(two, "Joren") == [("few", True), ("few", False), ("many", True)]
    store.undo()
    assert of(two, "Joren") == [("few", False), ("many", True)]
    assert theirs.read_bytes() == before


def test_a_link_leads_from_ones_own_to_anothers(two: Desk) -> None:
    store = two.store(reader="Joren")
    few, many = (one.annotation for one in store.placed(two.article))
    store.change(two.article, many.id, links=[Link(few.id, "contradicts")])
    (end,) = links_of(two.store(reader="Ilse")).of(few.id)
    assert (end.words, end.other, end.stored_here) == ("contradicts", many.id, False)
    assert not list(check(two.corpus, two.store(reader="Ilse")))


def test_a_new_sidecar_of_another_reader_is_seen_by_an_open_store(two: Desk) -> None:
    store = two.store(reader="Ilse")
    assert len(store.placed(two.article)) == 2
    two.store(reader="Maren").create(two.article, None, note="late")
    assert [one.annotation.note for one in store.placed(two.article)] == ["few", "many", "late"]


def test_everybodys_annotations_are_found_again_in_a_changed_text(two: Desk) -> None:
    path = two.folder / "a.txt"
    path.write_text("New lead.\n" + path.read_text().replace("1,600", "1,700"), encoding="utf-8")
    placed = two.store(reader="Ilse").placed(two.article)
    assert [(one.annotation.note, one.state) for one in placed] == [
        ("few", "moved"),
        ("many", "changed"),
    ]


def test_the_readers_of_two_sidecars_are_compared(two: Desk) -> None:
    two.store(reader="Joren").create(two.article, two.span("41 people"), tags=["x"])
    articles, found = agreements(ledger(two.corpus, two.store()), two.corpus, "Ilse", "Joren")
    assert articles == ("a.txt",)
    spans = next(one for one in found if one.what == "spans")
    assert (spans.both, spans.first, spans.second) == (2, 0, 1)


def test_merging_two_readers_says_who_made_what_the_file_did_not(two: Desk) -> None:
    mine, theirs = (two.folder / f"a.txt.{name}.annotations.yaml" for name in ("Ilse", "Joren"))
    lines = theirs.read_text(encoding="utf-8").splitlines(keepends=True)
    theirs.write_text("".join(one for one in lines if "by:" not in one), encoding="utf-8")
    sidecars = [read_sidecar(path, path.name) for path in (mine, theirs)]
    mine.write_text(merge(*sidecars, by="Joren").text, encoding="utf-8")
    merged = read_sidecar(mine, mine.name)
    assert [(entry.annotation.note, entry.annotation.by) for entry in merged.entries] == [
        ("few", "Ilse"),
        ("many", "Joren"),
    ]


def test_one_damaged_sidecar_leaves_the_others_open(two: Desk) -> None:
    (two.folder / "a.txt.Ilse.annotations.yaml").write_text("<<<<<<< a\n", encoding="utf-8")
    store = two.store(reader="Joren")
    assert [one.annotation.note for one in store.placed(two.article)] == ["many"]
    (problem,) = store.problems(two.article)
    assert "Ilse" in problem.file
    store.create(two.article, None, note="more")


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\nb\x07"])
def test_what_is_no_name_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(AnnotationError):
        desk.store(reader=name)
