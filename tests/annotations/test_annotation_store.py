"""What a reader does with annotations: makes, changes, deletes, undoes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from annotation_desk import Desk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import journal
from annotations.error import AnnotationError
from annotations.model import Claim, ClaimQuantity, Link, When
from annotations.store import AnnotationStore
from corpus.cache import state_folder
from corpus.opening import open_corpus
from corpus.span import Span

HAND_WRITTEN = (
    "# my notes on the weir\n"
    "schema: postil/1\n"
    "annotations:\n"
    "  # the first one\n"
    "  - id: a-handwritt1\n"
    "    colour: green        # mine\n"
    "    note: 'The weir was 60 years old.'   # from memory\n"
    "    level: 00123\n"
    "    tags:\n"
    "      - NO\n"
    "      - 19:32\n"
    "    claim: {measure: missing, quantity: {value: 1_600, source: 2020-01-01}}\n"
    "mine: 1_600\n"
)


def test_an_annotation_is_beside_its_article_and_found_again(desk: Desk) -> None:
    store = desk.store(by="reader-1")
    span = desk.span("at least 41 people were missing, and")
    made = store.create(
        desk.article,
        span,
        note="Who counted?",
        tags=["missing", " NO ", "missing", ""],
        claim=Claim(
            speaker="officials",
            quantity=ClaimQuantity(value=41, bound="at-least", of="people"),
            when=When(said="on Monday"),
            fields={"counted by": "nobody"},
        ),
    )
    assert made.quote == "at least 41 people were missing, and"
    assert (made.before, made.after) == (
        " Monday.\nOfficials said ",
        " 1,600 had been moved.\nB",
    )
    assert made.tags == ("missing", "NO")
    assert made.by == "reader-1"
    assert made.kind == "claim"
    placed = desk.store().placed(desk.article)
    assert [(one.state, one.span, one.annotation) for one in placed] == [("ok", span, made)]
    sha256 = desk.article.sha256
    assert desk.read() == (
        "schema: postil/1\n"
        f'article: {{file: a.txt, reader: text/1, sha256: "{sha256}"}}\n'
        "annotations:\n"
        f"  - id: {made.id}\n"
        '    quote: "at least 41 people were missing, and"\n'
        f"    at: [{span.start}, {span.end}]\n"
        '    before: " Monday.\\nOfficials said "\n'
        '    after: " 1,600 had been moved.\\nB"\n'
        '    note: "Who counted?"\n'
        '    tags: [missing, "NO"]\n'
        "    claim:\n"
        "      speaker: officials\n"
        "      quantity: {value: 41, bound: at-least, of: people, approximate: false}\n"
        '      when: {said: "on Monday"}\n'
        "      fields: {counted by: nobody}\n"
        "    by: reader-1\n"
        f'    made: "{made.made}"\n'
    )


def test_a_note_on_the_whole_article_has_no_place(desk: Desk) -> None:
    made = desk.store().create(desk.article, None, note="Written in a hurry.")
    assert (made.quote, made.at, made.kind) == (None, None, "note")
    (placed,) = desk.store().placed(desk.article)
    assert (placed.state, placed.span) == ("ok", None)


def test_a_span_without_words_or_outside_the_text_is_refused(desk: Desk) -> None:
    for span in (Span(3, 3), Span(0, len(desk.article.text) + 1), Span(-1, 2)):
        with pytest.raises(AnnotationError):
            desk.store().create(desk.article, span)
    assert not desk.path.exists()


def test_hand_edits_survive_every_operation_byte_for_byte(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    changed = store.change(article, "a-handwritt1", note="Sixty, he said.", tags=["NO", "dam"])
    assert changed.edited is not None
    expected = (
        HAND_WRITTEN.replace("'The weir was 60 years old.'", "'Sixty, he said.'")
        .replace("      - 19:32\n", "      - dam\n")
        .replace("mine: 1_600\n", "")
    )
    assert desk.read() == expected + f'    edited: "{changed.edited}"\nmine: 1_600\n'
    made = store.create(article, desk.span("The weir"))
    assert desk.read().startswith(expected)
    store.delete(article, made.id)
    for _ in range(3):
        assert store.undo() is not None
    assert desk.read() == HAND_WRITTEN
    assert store.undo() is None


def test_a_claim_changes_key_by_key_and_keeps_what_is_unknown(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store = desk.store()
    (placed,) = store.placed(desk.article)
    claim = placed.annotation.claim
    assert claim is not None
    assert claim.quantity == ClaimQuantity(value=1600)
    store.change(desk.article, "a-handwritt1", claim=Claim(measure="moved", speaker="Ö: x"))
    after = desk.read()
    assert '    claim: {measure: moved, speaker: "Ö: x", quantity: {source: 2020-01-01}}\n' in after
    store.change(desk.article, "a-handwritt1", claim=None)
    assert "claim" not in desk.read()
    assert "colour: green        # mine" in desk.read()
    store.undo()
    store.undo()
    assert desk.read() == HAND_WRITTEN


def test_a_change_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store = desk.store()
    same = store.change(desk.article, "a-handwritt1", note="The weir was 60 years old.")
    assert same.edited is None
    assert desk.read() == HAND_WRITTEN
    assert store.undo() is None


def test_links_are_kept_in_the_sidecar_of_their_origin(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    one = store.create(article, desk.span("The weir"))
    link = Link("a-elsewhere1", "contradicts", "60 or 70?")
    changed = store.change(article, one.id, links=[link])
    assert changed.links == (link,)
    assert '      - {to: a-elsewhere1, type: contradicts, why: "60 or 70?"}\n' in desk.read()
    assert store.change(article, one.id, links=[]).links == ()
    assert "links" not in desk.read()


def test_an_annotation_moves_to_another_span(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    one = store.create(article, desk.span("The weir"), note="which?")
    moved = store.move(article, one.id, desk.span("Osmanli"))
    assert (moved.quote, moved.note) == ("Osmanli", "which?")
    assert [p.state for p in store.placed(article)] == ["ok"]


def test_undo_and_redo_reach_through_the_whole_session(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    states: list[bytes | None] = [None]
    made = [store.create(article, Span(n, n + 5), note=f"note {n}") for n in range(3)]
    states = [None]
    for _ in range(3):
        store.undo()
    for _ in range(3):
        store.redo()
        states.append(desk.path.read_bytes())
    for work in (
        lambda: store.change(article, made[1].id, note="one\ntwo # three\n"),
        lambda: store.change(article, made[0].id, tags=["NO", "x"]),
        lambda: store.delete(article, made[1].id),
        lambda: store.change(article, made[2].id, claim=Claim(speaker="x")),
        lambda: store.delete(article, made[0].id),
        lambda: store.delete(article, made[2].id),
    ):
        work()
        states.append(desk.path.read_bytes() if desk.path.exists() else None)
    for _ in range(2):
        for state in reversed(states[:-1]):
            assert store.undo() is not None
            assert (desk.path.read_bytes() if desk.path.exists() else None) == state
        assert store.undo() is None
        assert not desk.path.exists()
        for state in states[1:]:
            assert store.redo() is not None
            assert (desk.path.read_bytes() if desk.path.exists() else None) == state
        assert store.redo() is None


def test_a_new_edit_ends_what_could_be_redone(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    store.create(article, Span(0, 3))
    store.undo()
    store.create(article, Span(4, 8))
    assert store.redo() is None


def test_undo_keeps_what_another_program_wrote_meanwhile(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    store.change(article, "a-handwritt1", note="changed")
    text = desk.read().replace("# my notes", "# our notes")
    desk.write(text)
    store.undo()
    assert desk.read() == HAND_WRITTEN.replace("# my notes", "# our notes")
    store.redo()
    assert desk.read() == text


def test_undo_of_a_delete_finds_its_place_among_foreign_edits(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    made = [store.create(article, Span(n, n + 4), note=f"n{n}") for n in range(3)]
    before = desk.read()
    store.delete(article, made[1].id)
    desk.write("# hello\n" + desk.read().replace('"n2"', '"n2 by hand"'))
    store.undo()
    assert desk.read() == "# hello\n" + before.replace('"n2"', '"n2 by hand"')


THREE = (
    "schema: postil/1\n"
    "annotations:\n"
    "  # about one\n"
    "  - id: one\n"
    "    note: x\n"
    "  # about two\n"
    "  - id: two\n"
    "    note: y\n"
    "\n"
    "  # about three\n"
    "  - id: three\n"
)


@pytest.mark.parametrize("identity", ["one", "two", "three"])
@pytest.mark.parametrize("text", [THREE, THREE.replace("  # about two\n", "")])
def test_what_is_put_back_among_foreign_edits_is_under_its_own_comment(
    desk: Desk, identity: str, text: str
) -> None:
    desk.write(text)
    store = desk.store()
    store.delete(desk.article, identity)
    desk.write(desk.read() + "# end\n")
    store.undo()
    assert desk.read() == text + "# end\n"


def test_what_is_put_back_into_brackets_has_its_own_characters(desk: Desk) -> None:
    text = (
        '{"schema": "postil/1", "annotations": [{"id": "a-one", "quote": "The", "at": [0, 3], '
        '"claim": {"quantity": {"value": 41, "approximate": false}}}, {"id": "a-two", "note": "n"}'
        "]}\n"
    )
    desk.write(text)
    store = desk.store()
    store.delete(desk.article, "a-one")
    desk.write(desk.read().replace('"n"', '"m"'))
    store.undo()
    assert desk.read() == text.replace('"n"', '"m"')


def test_undo_of_a_change_goes_value_by_value_where_the_lines_differ(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    made = store.create(article, Span(0, 3), note="first")
    store.change(article, made.id, note="second")
    desk.write(desk.read().replace("    made:", "    own: NO # kept\n    made:"))
    store.undo()
    assert 'note: "first"\n    own: NO # kept\n' in desk.read()
    assert "edited" not in desk.read()


def test_undo_is_refused_where_it_would_overwrite_foreign_work(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    first = store.create(article, Span(0, 3), note="first")
    store.change(article, first.id, note="second")
    desk.write(desk.read().replace("second", "by hand"))
    with pytest.raises(AnnotationError, match="changed since"):
        store.undo()
    assert "by hand" in desk.read()


def test_undo_says_that_another_program_deleted_what_it_would_change(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    made = store.create(article, Span(0, 3), note="who counted them?")
    store.change(article, made.id, note="counted by whom?")
    desk.write("schema: postil/1\nannotations: []\n")
    with pytest.raises(AnnotationError, match=r"another program deleted.*counted by whom"):
        store.undo()


def test_undo_of_an_addition_never_takes_what_was_written_into_it_by_hand(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    for words in ("    note: an hour of work\n    mine: 1\n", "    # of the second survey\n"):
        made = store.create(article, Span(0, 3))
        by_hand = desk.read() + words + "# end\n"
        desk.write(by_hand.replace(f"{made.id}\n", f"{made.id} # look here\n"))
        held = desk.read()
        with pytest.raises(AnnotationError, match="changed since"):
            store.undo()
        assert desk.read() == held
        desk.path.unlink()


def test_undo_of_a_deletion_adds_no_second_one_where_it_is_back_already(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    store.delete(article, "a-handwritt1")
    desk.write(HAND_WRITTEN)
    with pytest.raises(AnnotationError, match="already"):
        store.undo()
    assert desk.read() == HAND_WRITTEN
    assert store.problems(article) == ()


def test_undo_leaves_no_sidecar_that_the_session_made_and_that_holds_nothing(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    first, second = (store.create(article, Span(n, 8), note="mine") for n in (0, 4))
    desk.store().delete(article, first.id)
    store.undo()
    assert not desk.path.exists()
    store.redo()
    assert [one.annotation for one in store.placed(article)] == [second]


def test_undo_keeps_a_sidecar_that_holds_what_another_wrote(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    store.create(article, Span(0, 3), note="first")
    other = desk.store().create(article, Span(4, 8), note="by another Postil")
    store.undo()
    assert [one.annotation.id for one in store.placed(article)] == [other.id]
    store.create(article, Span(0, 3))
    desk.store().delete(article, other.id)
    desk.write("# mine\n" + desk.read())
    store.undo()
    assert desk.read().startswith("# mine\n")


def test_undo_keeps_a_sidecar_that_was_there_before(desk: Desk) -> None:
    desk.write("schema: postil/1\nannotations: []\n")
    store = desk.store()
    store.create(desk.article, Span(0, 3))
    store.undo()
    assert desk.read() == "schema: postil/1\nannotations: []\n"


def test_a_change_is_seen_when_another_program_wrote_the_file(desk: Desk) -> None:
    store, article = desk.store(), desk.article
    assert store.placed(article) == ()
    desk.write(HAND_WRITTEN)
    assert [p.annotation.note for p in store.placed(article)] == ["The weir was 60 years old."]
    desk.write(HAND_WRITTEN.replace("60", "70"))
    assert [p.annotation.note for p in store.placed(article)] == ["The weir was 70 years old."]


def test_an_annotation_is_gone_when_a_sidecar_that_can_be_written_does_not_hold_it(
    desk: Desk,
) -> None:
    store, article = desk.store(), desk.article
    made = store.create(article, Span(0, 3), note="mine")
    assert not store.is_gone(article, made.id)
    held = desk.read()
    desk.write(held.replace("postil/1", "postil/9"))
    assert not store.is_gone(article, made.id)
    desk.write(held + "    links: none\n")
    assert not store.is_gone(article, made.id)
    desk.write(held.replace("annotations:", "annotations: ["))
    assert not store.is_gone(article, made.id)
    desk.write("schema: postil/1\nannotations: []\n")
    assert store.is_gone(article, made.id)
    desk.path.unlink()
    assert store.is_gone(article, made.id)


class WritesMeanwhile(list[str]):
    """Tags that, when they are asked for, let another program write the sidecar first."""

    def __init__(self, desk: Desk, times: int) -> None:
        super().__init__(["late"])
        self.desk = desk
        self.times = times

    def __iter__(self) -> Iterator[str]:
        if self.times:
            self.times -= 1
            self.desk.write(self.desk.read() + f"# foreign line {self.times}\n")
        return super().__iter__()


def test_an_edit_is_done_again_on_what_another_program_wrote_meanwhile(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    store.change(article, "a-handwritt1", tags=WritesMeanwhile(desk, 2))
    assert "# foreign line 1\n# foreign line 0\n" in desk.read()
    assert "      - late\n" in desk.read()
    store.undo()
    assert desk.read() == HAND_WRITTEN + "# foreign line 1\n# foreign line 0\n"


def test_the_journal_keeps_what_was_overwritten_in_the_end(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)

    class Meanwhile(WritesMeanwhile):
        def __iter__(self) -> Iterator[str]:
            desk.write(desk.read().replace("60 years", "70 years"))
            return list.__iter__(self)

    desk.store().change(desk.article, "a-handwritt1", note="", tags=Meanwhile(desk, 1))
    last = list(journal.entries(desk.corpus.key))[-1]
    assert "70 years" in last["raw"]


def test_an_article_whose_name_is_not_unicode_is_annotated(desk: Desk) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (desk.folder / name).write_text("The weir held.\n", encoding="utf-8")
    corpus = desk.corpus
    file = corpus.find(name)
    assert file is not None
    article = corpus.read(file)
    store = AnnotationStore(corpus)
    made = store.create(article, Span(4, 8), note="n")
    assert store.change(article, made.id, note="").note == ""
    store.delete(article, made.id)
    assert [line["article"] for line in journal.entries(corpus.key)] == [name, name]
    store.undo()
    store.undo()
    path = desk.folder / f"{name}.annotations.yaml"
    assert "file: caf\ufffd.txt" in path.read_text(encoding="utf-8").replace('"', "")


def test_an_undo_that_is_refused_twice_does_not_keep_older_ones_from_being_undone(
    desk: Desk,
) -> None:
    (desk.folder / "b.txt").write_text("The bridge held.\n", encoding="utf-8")
    corpus = desk.corpus
    file = corpus.find("b.txt")
    assert file is not None
    store, article, other = AnnotationStore(corpus), desk.article, corpus.read(file)
    store.create(other, Span(0, 3), note="in b")
    made = [store.create(article, Span(0, 3), note=note) for note in ("one", "two")]
    held = desk.read()
    desk.write(held.replace("postil/1", "postil/2"))
    with pytest.raises(AnnotationError, match="newer Postil"):
        store.undo()
    change = store.undo()
    assert change is not None
    assert change.article == "b.txt"
    with pytest.raises(AnnotationError, match="newer Postil"):
        store.undo()
    desk.write(held)
    for one in reversed(made):
        change = store.undo()
        assert change is not None
        assert change.id == one.id
    assert store.undo() is None


def test_an_edit_gives_up_on_a_file_that_never_rests(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    with pytest.raises(AnnotationError, match="keeps changing"):
        desk.store().change(desk.article, "a-handwritt1", tags=WritesMeanwhile(desk, 99))
    assert "late" not in desk.read()


def test_what_is_deleted_or_overwritten_is_in_the_journal_for_30_days(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    key = desk.corpus.key
    folder = journal.journal_folder(key)
    today = datetime.now(UTC).date()
    old, kept = (folder / f"{today - timedelta(days=n)}.jsonl" for n in (31, 30))
    for path in (old, kept):
        path.write_text("", encoding="utf-8")
    store.change(article, "a-handwritt1", note="")
    store.delete(article, "a-handwritt1")
    lines = list(journal.entries(key))
    assert [(line["what"], line["id"]) for line in lines] == [
        ("changed", "a-handwritt1"),
        ("deleted", "a-handwritt1"),
    ]
    assert lines[0]["raw"] in HAND_WRITTEN
    assert "'The weir was 60 years old.'   # from memory" in lines[0]["raw"]
    assert "# from memory" in lines[1]["raw"]
    assert lines[1]["data"]["level"] == "00123"
    written = [one for one in folder.glob("*.jsonl") if one.stat().st_size]
    assert {path.stat().st_mode & 0o777 for path in written} == {0o600}
    assert not old.exists()
    # At midnight it becomes too old as well.
    assert kept.exists() or datetime.now(UTC).date() != today
    assert all(state_folder() in path.parents for path in written)


def test_a_line_of_the_journal_that_was_cut_off_takes_no_other_with_it(desk: Desk) -> None:
    items = "".join(f"  - id: a-{n}\n    note: n{n}\n" for n in range(4))
    desk.write("schema: postil/1\nannotations:\n" + items)
    store, article, key = desk.store(), desk.article, desk.corpus.key
    store.delete(article, "a-0")
    (path,) = journal.journal_folder(key).glob("*.jsonl")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:-30])
    store.delete(article, "a-1")
    with path.open("ab") as stream:
        stream.write(b'{"half": }\n[1]\n\xff\xfe\n')
    store.delete(article, "a-2")
    assert [line["id"] for line in journal.entries(key)] == ["a-0", "a-1", "a-2"]


def test_a_journal_that_cannot_be_written_stops_the_delete(desk: Desk) -> None:
    desk.write(HAND_WRITTEN)
    store, article = desk.store(), desk.article
    folder = journal.journal_folder(desk.corpus.key)
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(AnnotationError, match="journal"):
        store.delete(article, "a-handwritt1")
    assert desk.read() == HAND_WRITTEN


def test_sidecars_can_lie_in_a_folder_of_their_own(tmp_path: Path, desk: Desk) -> None:
    below = desk.folder / "north" / "east"
    below.mkdir(parents=True)
    (below / "b.txt").write_text("A bridge fell.\n", encoding="utf-8")
    folder = tmp_path / "elsewhere"
    corpus = open_corpus(desk.folder)
    store = AnnotationStore(corpus, folder=folder)
    file = corpus.find("north/east/b.txt")
    assert file is not None
    article = corpus.read(file)
    made = store.create(article, Span(2, 8))
    path = folder / "north" / "east" / "b.txt.annotations.yaml"
    assert made.id in path.read_text(encoding="utf-8")
    assert not list(desk.folder.rglob("*.yaml"))
    assert [p.annotation for p in AnnotationStore(corpus, folder=folder).placed(article)] == [made]
    store.undo()
    assert not path.exists()


def test_fields_that_lie_too_deep_are_refused_in_words(desk: Desk) -> None:
    def nested(levels: int) -> list[object]:
        value: list[object] = ["x"]
        for _ in range(levels - 1):
            value = [value]
        return value

    store, article = desk.store(), desk.article
    for levels in (3_000, 300, 96):
        with pytest.raises(AnnotationError, match="inside each other"):
            store.create(article, None, claim=Claim(fields={"a": nested(levels)}))  # type: ignore[dict-item]
    made = store.create(article, None, claim=Claim(fields={"a": nested(95)}))  # type: ignore[dict-item]
    held = desk.read()
    with pytest.raises(AnnotationError, match="inside each other"):
        store.change(article, made.id, claim=Claim(fields={"a": nested(3_000)}))  # type: ignore[dict-item]
    assert desk.read() == held


def test_lone_surrogates_are_refused_in_words(desk: Desk) -> None:
    with pytest.raises(AnnotationError, match="surrogate"):
        desk.store().create(desk.article, Span(0, 3), note="half \ud83d")
    assert not desk.path.exists()


@given(note=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_words_come_back_as_they_were_written(
    desk: Desk, note: str, data: st.DataObject
) -> None:
    words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
    tags = data.draw(st.lists(words, max_size=3))
    store, article = desk.store(), desk.article
    made = store.create(
        article, Span(0, 5), note=note, tags=tags, claim=Claim(speaker=note or None)
    )
    (placed,) = [p for p in desk.store().placed(article) if p.annotation.id == made.id]
    assert placed.annotation == made
    assert made.note == note
    assert made.tags == tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
