"""Many annotations changed at once: one write a sidecar, one step to undo."""

from __future__ import annotations

import re
from itertools import count

import pytest
from annotation_desk import Desk
from annotation_layouts import Layout, layouts
from hypothesis import assume, given
from hypothesis import strategies as st

from annotations import editor
from annotations.changing import ChangedSinceError, Wish
from annotations.differences import Drop, Insert, Put, Remove, Step
from annotations.error import AnnotationError, StoppedError
from annotations.joint_steps import joint_steps, keeps_comments
from annotations.list_edits import Item, Items
from annotations.model import Annotation
from annotations.splice import joined
from annotations.store import AnnotationStore
from corpus.article import Article
from corpus.opening import open_corpus
from corpus.problem import CorpusError, Problem
from corpus.span import Span


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Two articles with three annotations each."""
    (desk.folder / "b.txt").write_text("One. Two. Three.\n", encoding="utf-8")
    store = desk.store()
    for article in articles(desk):
        for number in range(3):
            store.create(article, None, note=f"note {number}", tags=["old"])
    return desk


def articles(desk: Desk) -> list[Article]:
    return [desk.corpus.read(file) for file in desk.corpus.files]


def files(desk: Desk) -> list[bytes]:
    return [path.read_bytes() for path in sorted(desk.folder.glob("*.yaml"))]


def annotations(store: AnnotationStore, article: Article) -> list[Annotation]:
    return [entry.annotation for entry in store.sidecar(article.name).entries]


def tag_all(desk: Desk, store: AnnotationStore) -> None:
    with store.together("tag new"):
        for article in articles(desk):
            wishes = {
                one.id: Wish(tags=(*one.tags, "new"), seen=one)
                for one in annotations(store, article)
            }
            assert store.change_all(article, wishes) == 3


def test_a_bulk_edit_of_two_articles_is_undone_and_redone_in_one_step(desk: Desk) -> None:
    store = desk.store()
    before = files(desk)
    tag_all(desk, store)
    after = files(desk)
    assert [text.count(b"new") for text in after] == [3, 3]
    assert store.undo().words == "Undone: tag new"
    assert files(desk) == before
    assert store.redo().words == "Redone: tag new"
    assert files(desk) == after
    store.undo()
    assert files(desk) == before
    assert store.undo() is None


def test_a_bulk_edit_of_one_article_says_how_many_it_was(desk: Desk) -> None:
    store = desk.store()
    first, _ = articles(desk)
    wishes = {one.id: Wish(note="x", seen=one) for one in annotations(store, first)}
    assert store.change_all(first, wishes) == 3
    undone, redone = store.undo(), store.redo()
    assert undone is not None
    assert redone is not None
    assert undone.words == "Undone: 3 annotations are as they were before"
    assert redone.words == "Redone: 3 annotations are changed again"


def test_deletions_together_come_back_in_one_step(desk: Desk) -> None:
    store = desk.store()
    before = files(desk)
    with store.together("deleted all"):
        for article in articles(desk):
            for one in annotations(store, article):
                store.delete(article, one.id, seen=one)
    assert all(b"note" not in text for text in files(desk))
    store.undo()
    assert files(desk) == before


def test_what_was_done_before_an_error_is_one_step(desk: Desk) -> None:
    store = desk.store()
    before = files(desk)
    first, second = articles(desk)
    seen = annotations(store, second)[1]
    desk.store().change(second, seen.id, note="by another")
    wishes = [
        (article, {one.id: Wish(note="mine", seen=one) for one in annotations(store, article)})
        for article in (first, second)
    ]
    wishes[1][1][seen.id] = Wish(note="mine", seen=seen)

    def rename() -> None:
        with store.together("rename"):
            for article, wished in wishes:
                store.change_all(article, wished)

    with pytest.raises(ChangedSinceError):
        rename()
    now = files(desk)
    assert now[0].count(b"mine") == 3
    assert b"mine" not in now[1]
    store.undo()
    assert files(desk)[0] == before[0]
    assert files(desk)[1] == now[1]


def test_undoing_keeps_what_another_program_wrote_meanwhile(desk: Desk) -> None:
    store = desk.store()
    tag_all(desk, store)
    first, _ = articles(desk)
    one, two, three = annotations(store, first)
    other = desk.store()
    other.change(first, one.id, tags=["theirs"])
    other.change(first, two.id, note="theirs")
    store.undo()
    now = {each.id: each for each in annotations(desk.store(), first)}
    assert now[one.id].tags == ("theirs",)
    assert (now[two.id].note, now[two.id].tags) == ("theirs", ("old",))
    assert now[three.id].tags == ("old",)
    store.redo()
    now = {each.id: each for each in annotations(desk.store(), first)}
    assert now[three.id].tags == ("old", "new")
    assert now[two.id].note == "theirs"


def test_a_refused_undo_stays_to_be_undone(desk: Desk) -> None:
    store = desk.store()
    before = files(desk)
    tag_all(desk, store)
    path = desk.folder / "a.txt.annotations.yaml"
    path.chmod(0o444)
    with pytest.raises(AnnotationError, match="write-protected"):
        store.undo()
    assert files(desk)[1] == before[1]
    path.chmod(0o644)
    store.undo()
    assert files(desk) == before


def test_a_bulk_edit_can_be_read_again_from_the_journal(desk: Desk) -> None:
    from annotations.journal import kept

    store = desk.store()
    tag_all(desk, store)
    lines = list(kept(desk.corpus.key))
    assert len(lines) == 6
    assert all("old" in line.raw for line in lines)


@given(layouts(), st.data())
def test_an_edit_of_several_items_is_that_of_each(layout: Layout, data: st.DataObject) -> None:
    assume(layout.items)
    document = editor.Document.read(layout.text, "a.yaml")
    numbers = count()
    which = data.draw(st.sets(st.sampled_from(range(len(document.items))), min_size=1))
    changes = {index: [Put((), "note", f"other {next(numbers)}")] for index in sorted(which)}
    one_by_one = document
    try:
        for index, steps in changes.items():
            one_by_one = editor.change_item(one_by_one, index, steps).after
    except AnnotationError:
        with pytest.raises(AnnotationError):
            editor.change_items(document, changes)
        return
    assert editor.change_items(document, changes).after.text == one_by_one.text


@given(layouts(), st.data())
def test_what_is_worked_out_on_the_whole_text_is_what_is_worked_out_on_each_item(
    layout: Layout, data: st.DataObject
) -> None:
    assume(layout.items)
    document = editor.Document.read(layout.text, "a.yaml")
    words = st.sampled_from(["in one line", "in\ntwo", "", "# no comment"])
    changes = {
        index: [Put((), "note", data.draw(words)), Put((), "edited", "now"), Remove((), "mood")]
        for index in range(len(document.items))
    }
    for index, splices, item in joint_steps(layout.text, document.items, changes):
        text = joined(layout.text, splices).apply(layout.text)
        try:
            after = editor.Document.read(text, "a.yaml")
        except CorpusError:
            continue
        if after.items[index] == item and keeps_comments(layout.text, text):
            assert editor.change_item(document, index, changes[index]).after.text == text


def test_many_items_are_changed_as_each_would_be_with_their_comments() -> None:
    lines = [
        f"  - id: a-{number}   # of {number}\n    tags: [x]\n    made: '2026'\n    odd: {number}\n"
        for number in range(30)
    ]
    lines[3] = "  - {id: a-3, tags: [x, y], made: '2026'}   # in brackets\n"
    lines[4] = "  - id: a-4\n    tags:\n      - x   # the first\n"
    text = "schema: postil/1\nannotations:\n" + "".join(lines)
    document = editor.Document.read(text, "a.yaml")
    changes: dict[int, list[Step]] = {
        index: [Insert(("tags",), 1, "new"), Put((), "edited", "2027")] for index in range(30)
    }
    changes[5].append(Drop(("tags",), 0))
    alone = {*changes} - {index for index, _, _ in joint_steps(text, document.items, changes)}
    assert alone == {4, 5}
    one_by_one = document
    for index, steps in changes.items():
        one_by_one = editor.change_item(one_by_one, index, steps).after
    seen: list[int] = []
    edit = editor.change_items(document, changes, lambda done, _: seen.append(done))
    assert edit.after.text == one_by_one.text
    assert edit.splice.apply(text) == one_by_one.text
    assert len(seen) == 30

    def stop(done: int, _: int) -> None:
        if done == 10:
            raise StoppedError(Problem("a.yaml", "stopped"))

    with pytest.raises(StoppedError):
        editor.change_items(document, changes, stop)


@given(layouts(), st.data())
def test_several_items_of_any_layout_are_taken_out_and_the_rest_stays(
    layout: Layout, data: st.DataObject
) -> None:
    assume(layout.items)
    document = editor.Document.read(layout.text, "a.yaml")
    which = data.draw(st.sets(st.sampled_from(range(len(document.items))), min_size=1))
    one_by_one = document
    try:
        for index in sorted(which, reverse=True):
            one_by_one = editor.remove_item(one_by_one, index).after
    except AnnotationError:
        one_by_one = None
    try:
        edit = editor.remove_items(document, sorted(which))
    except AnnotationError:
        assert one_by_one is None
        return
    left = [item for index, item in enumerate(document.items) if index not in which]
    assert edit.after.items == left
    assert edit.splice.apply(layout.text) == edit.after.text
    assert edit.splice.inverse(layout.text).apply(edit.after.text) == layout.text
    if one_by_one is not None:
        assert edit.after.value == one_by_one.value
        # Comments between items stay, as they do where each is taken out by itself.
        stay = [line for line in one_by_one.text.splitlines() if line.strip().startswith("#")]
        lines = [line for line in edit.after.text.splitlines() if line.strip().startswith("#")]
        assert lines == stay


def test_many_are_made_in_one_write_and_undone_in_one_step(desk: Desk) -> None:
    store, article = desk.store(), articles(desk)[1]
    before = files(desk)
    made = store.create_all(article, [Span(0, 4), Span(5, 9), None], note="all", tags=["new"])
    assert [one.quote for one in made] == ["One.", "Two.", None]
    assert annotations(store, article)[-3:] == list(made)
    after = files(desk)
    assert store.undo().words == "Undone: 3 annotations are gone"
    assert files(desk) == before
    assert store.redo().words == "Redone: 3 annotations are there again"
    assert files(desk) == after
    assert annotations(store, article)[-3:] == list(made)


def test_many_that_made_their_file_take_it_away_again(desk: Desk) -> None:
    store = desk.store()
    (desk.folder / "c.txt").write_text("One. Two.\n", encoding="utf-8")
    article = desk.corpus.read(open_corpus(desk.folder).files[-1])
    store.create_all(article, [Span(0, 4), Span(5, 9)])
    path = desk.folder / "c.txt.annotations.yaml"
    written = path.read_bytes()
    store.undo()
    assert not path.exists()
    store.redo()
    assert path.read_bytes() == written


def test_many_are_taken_back_one_by_one_where_the_file_was_changed_since(desk: Desk) -> None:
    store, article = desk.store(), articles(desk)[1]
    store.create_all(article, [Span(0, 4), Span(5, 9), Span(10, 16)], note="all")
    path = desk.folder / "b.txt.annotations.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count('"all"') == 3
    path.write_text(text.replace('"all"', '"mine"', 1), encoding="utf-8")
    store.undo()
    left = [one.note for one in annotations(store, article)]
    assert left == ["note 0", "note 1", "note 2", "mine"]
    store.redo()
    kept = [one.note for one in annotations(store, article)]
    assert sorted(kept) == ["all", "all", "mine", "note 0", "note 1", "note 2"]


@given(layouts(), st.integers(1, 3))
def test_many_come_into_a_file_of_any_layout_and_the_rest_stays(layout: Layout, count: int) -> None:
    document = editor.Document.read(layout.text, "a.yaml")
    new = [{"id": f"a-{number}", "note": f"line one\nline {number}"} for number in range(count)]
    items = Items(tuple(Item(one) for one in new))
    try:
        edit = editor.insert_item(document, len(document.items), items)
    except AnnotationError:
        assume(False)
    ids = [item.get("id") for item in edit.after.items if isinstance(item, dict)]
    assert {one["id"] for one in new} <= set(ids)
    assert [item for item in edit.after.items if item in document.items] == document.items


def test_after_an_edit_the_sidecar_is_known_as_if_it_were_read_anew(desk: Desk) -> None:
    desk.write(
        "schema: postil/1\nannotations:\n"
        "  - {id: a-one, note: first}\n"
        "  - {id: a-two, note: [no, note], tags: [x]}\n"
        "  - {note: without an id}\n"
        "  - {id: a-one, note: again}\n"
        "  - {id: a-four, links: [{to: a-one, type: dislikes}]}\n"
        "  - {id: a-five, quote: Osmanli}\n"
    )
    store, article = desk.store(), desk.article
    edits = [
        lambda: store.change(article, "a-one", note="two\nlines"),
        lambda: store.change(article, "a-four", tags=["new"]),
        lambda: store.create(article, desk.span("Osmanli")),
        lambda: store.delete(article, "a-four"),
        store.undo,
    ]
    for edit in edits:
        edit()
        left, fresh = store.sidecar("a.txt"), desk.store().sidecar("a.txt")
        assert (left.entries, left.problems) == (fresh.entries, fresh.problems)


MANY = "schema: postil/1\nannotations:\n  # above all\n" + "".join(
    f"  - id: a-{number}\n    note: |\n      note {number}\n  # below {number}\n"
    for number in range(6)
)


@pytest.mark.parametrize("gone", [(0,), (2, 3), (0, 5), (1, 3, 5), (0, 1, 2, 3, 4, 5)])
@pytest.mark.parametrize(
    "text",
    [
        MANY,
        MANY.removesuffix("  # below 5\n").rstrip("\n"),
        MANY.replace("\n", "\r\n"),
        "schema: postil/1\nannotations: ["
        + ", ".join(f"{{id: a-{number}}}" for number in range(6))
        + "]  # mine\n",
    ],
)
def test_several_are_deleted_in_one_write_and_come_back_byte_for_byte(
    desk: Desk, text: str, gone: tuple[int, ...]
) -> None:
    desk.write(text)
    store, article = desk.store(), desk.article
    seen = {f"a-{number}": None for number in gone}
    assert store.delete_all(article, seen) == len(gone)
    left = [entry.annotation.id for entry in desk.store().sidecar("a.txt").entries]
    assert left == [f"a-{number}" for number in range(6) if number not in gone]
    comments = re.findall(r"# \w+( \d)?", text)
    assert re.findall(r"# \w+( \d)?", desk.read()) == comments
    store.undo()
    assert desk.read() == text
    store.redo()
    assert [entry.annotation.id for entry in desk.store().sidecar("a.txt").entries] == left


def test_where_one_is_not_what_was_seen_none_is_deleted(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    made = [store.create(article, None, note=f"note {number}") for number in range(3)]
    desk.store().change(article, made[1].id, note="another program")
    with pytest.raises(ChangedSinceError):
        store.delete_all(article, {one.id: one for one in made})
    assert len(desk.store().sidecar("a.txt").entries) == 6


def test_several_are_anchored_anew_in_one_write(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    for one in list(store.placed(article)):
        store.delete(article, one.annotation.id)
    made = [store.create(article, desk.span(word)) for word in ("weir", "Monday")]
    before = desk.read()
    places = {made[0].id: desk.span("Osmanli"), made[1].id: desk.span("Tuesday")}
    assert store.move_all(article, places) == 2
    assert [one.annotation.quote for one in store.placed(article)] == ["Osmanli", "Tuesday"]
    store.undo()
    assert desk.read() == before


def test_an_edit_of_many_that_is_stopped_writes_nothing(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    made = [store.create(article, None, note=f"note {number}") for number in range(5)]
    before, told = desk.read(), []

    def watch(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise StoppedError(Problem("a.txt", "stopped"))

    with pytest.raises(StoppedError):
        store.change_all(article, {one.id: Wish(tags=("new",)) for one in made}, watch)
    assert told == [(0, 5), (1, 5), (2, 5)]
    assert desk.read() == before
