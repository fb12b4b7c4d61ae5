"""Two programs change one annotation: what neither saw of the other is never overwritten."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from annotation_desk import Desk
from hypothesis import given
from hypothesis import strategies as st

from annotations import journal, shelf
from annotations.changing import ChangedSinceError, merged
from annotations.checking import check
from annotations.error import AnnotationError
from annotations.model import Claim, Link
from corpus.cache import state_folder
from corpus.yaml_text import load_yaml

THERE = (
    "schema: postil/1\n"
    "annotations:\n"
    "  - id: a-one    # the first\n"
    "    note: first\n"
    "    tags: [weir, old]\n"
    "  - id: a-two\n"
    "    note: second\n"
)


def only(desk: Desk, identity: str = "a-one"):
    entry = desk.store().sidecar("a.txt").entry(identity)
    assert entry is not None
    return entry.annotation


def test_a_note_that_another_program_changed_is_not_overwritten(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    theirs = THERE.replace("note: first", "note: theirs")
    desk.write(theirs)
    with pytest.raises(ChangedSinceError) as raised:
        store.change(article, "a-one", note="mine", seen=seen)
    assert raised.value.now.note == "theirs"
    assert "by another program" in str(raised.value)
    assert desk.read() == theirs
    assert store.undo() is None
    made = store.change(article, "a-one", note="mine", seen=raised.value.now)
    assert made.note == "mine"
    assert [line["data"]["note"] for line in journal.entries(desk.corpus.key)] == ["theirs"]


def test_what_only_the_other_program_changed_is_kept(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    desk.write(THERE.replace("note: first", "note: theirs").replace("old", "old, dam"))
    made = store.change(article, "a-one", note=seen.note, tags=["weir", "new"], seen=seen)
    assert (made.note, made.tags) == ("theirs", ("weir", "dam", "new"))
    assert "# the first" in desk.read()


def test_both_wrote_the_same(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    desk.write(THERE.replace("note: first", "note: the same"))
    assert store.change(article, "a-one", note="the same", seen=seen).note == "the same"


def test_a_claim_that_both_changed_is_not_overwritten_and_links_are_merged(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    desk.store().change(article, "a-one", claim=Claim(measure="theirs"))
    desk.store().change(article, "a-one", links=[Link("a-two", "supports")])
    with pytest.raises(ChangedSinceError):
        store.change(article, "a-one", claim=Claim(measure="mine"), seen=seen)
    made = store.change(article, "a-one", links=[Link("a-two", "repeats")], seen=seen)
    assert made.links == (Link("a-two", "supports"), Link("a-two", "repeats"))
    assert made.claim == Claim(measure="theirs")


def test_what_changed_since_it_was_seen_is_not_deleted(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    theirs = THERE.replace("note: first", "note: a long thought")
    desk.write(theirs)
    with pytest.raises(ChangedSinceError) as raised:
        store.delete(article, "a-one", seen=seen)
    assert desk.read() == theirs
    store.delete(article, "a-one", seen=raised.value.now)
    assert "a-one" not in desk.read()


def test_a_time_of_change_alone_is_no_change(desk: Desk) -> None:
    desk.write(THERE)
    store, article, seen = desk.store(), desk.article, only(desk)
    desk.store().change(article, "a-one", note="other")
    desk.store().change(article, "a-one", note="first")
    assert only(desk) != seen
    store.delete(article, "a-one", seen=seen)


def test_a_file_that_is_being_written_in_place_is_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Editors empty a file and fill it again: between the two there is nothing in it."""
    monkeypatch.setattr(shelf, "_SETTLED_AFTER", 0.5)  # however busy the machine is
    desk.write(THERE)
    store, article = desk.store(), desk.article
    store.placed(article)
    theirs = THERE.replace("note: first", "note: written in place")
    folder = state_folder() / "locks"
    with desk.path.open("r+b", buffering=0) as editor:
        number = os.fstat(editor.fileno()).st_ino
        editor.truncate()
        thread = threading.Thread(target=store.create, args=(article, None), kwargs={"note": "x"})
        thread.start()
        while not (folder.is_dir() and list(folder.iterdir())):
            os.sched_yield()
        # As slow as an editor on a slow disk; what is half there would be taken for all of it.
        for line in theirs.splitlines(keepends=True):
            end = time.monotonic() + 0.02
            while time.monotonic() < end and desk.path.stat().st_ino == number:
                os.sched_yield()
            editor.write(line.encode())
        thread.join()
    notes = {entry.annotation.note for entry in desk.store().sidecar("a.txt").entries}
    assert notes == {"written in place", "second", "x"}


tags = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@given(tags, tags, tags)
def test_each_tag_that_somebody_added_is_there_and_each_taken_away_is_not(
    seen: tuple[str, ...], wanted: tuple[str, ...], there: tuple[str, ...]
) -> None:
    result = merged(seen, wanted, there)
    for tag in "abcdef":
        if tag in seen:
            assert (tag in result) == (tag in wanted and tag in there)
        else:
            assert (tag in result) == (tag in wanted or tag in there)
    assert len(result) == len(set(result))
    assert merged(seen, wanted, seen) == wanted
    assert merged(seen, seen, there) == there


EDITOR = """
import random, sys
from annotations.changing import ChangedSinceError
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
folder, name, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = random.Random(seed)
corpus = open_corpus(folder)
store = AnnotationStore(corpus, by=name)
article = corpus.read(corpus.find("a.txt"))
mine, tagged = {}, 0
for number in range(100):
    what = chance.choice(["create", "create", "change", "delete", "tag"])
    if what == "tag":
        entry = store.sidecar("a.txt").entry("a-shared")
        seen = entry.annotation
        store.change(article, "a-shared", tags=[*seen.tags, f"{name}-{number}"], seen=seen)
        tagged += 1
        print("tag", f"{name}-{number}", flush=True)
    elif what == "create" or not mine:
        made = store.create(article, Span(number % 40, number % 40 + 9), note=f"{name} {number}")
        mine[made.id] = made
    elif what == "change":
        identity = chance.choice(list(mine))
        words = f"{name} {number}, again"
        mine[identity] = store.change(article, identity, note=words, seen=mine[identity])
    else:
        identity = chance.choice(list(mine))
        store.delete(article, identity, seen=mine.pop(identity))
for identity, made in mine.items():
    print("held", identity, made.note, sep="|", flush=True)
"""


def test_three_postils_make_three_hundred_edits_and_none_is_lost(
    desk: Desk, tmp_path: Path
) -> None:
    # Two of one reader; the third has a state folder, and so locks there, of its own.
    apart = tmp_path / "apart"
    apart.mkdir(mode=0o700)
    homes = {"one": {}, "other": {}, "apart": {"XDG_STATE_HOME": str(apart)}}
    desk.write(
        "# shared by two\nschema: postil/1\n"
        "annotations:\n  - id: a-shared   # of both\n    note: x\n"
    )
    seed = random.randrange(10**6)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", EDITOR, str(desk.folder), name, str(seed + number)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **home},
        )
        for number, (name, home) in enumerate(homes.items())
    ]
    sys.stdout.write(f"seed {seed}\n")
    answers = [process.communicate(timeout=300)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    text = desk.read()
    assert text.startswith("# shared by two\n")
    assert "# of both" in text
    sidecar = desk.store().sidecar("a.txt")
    assert sidecar.problems == ()
    held = {entry.annotation.id: entry.annotation.note for entry in sidecar.entries}
    assert held.pop("a-shared") == "x"
    lines = [line for answer in answers for line in answer.splitlines()]
    expected = dict(line.split("|")[1:] for line in lines if line.startswith("held"))
    assert held == expected
    # What each made stands in the order in which it was made.
    order = list(held)
    for answer in answers:
        own = [line.split("|")[1] for line in answer.splitlines() if line.startswith("held")]
        assert own == [identity for identity in order if identity in own]
    tags = {line.split()[1] for line in lines if line.startswith("tag")}
    assert set(only(desk, "a-shared").tags) == tags
    assert [path.name for path in desk.folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("annotations:\n- id: a-x\n  note: a\n  note: b\n", 4, "second time"),
        ("annotations:\n- &one {id: a-x}\n- *one\n", 3, "alias"),
        ("schema: postil/1\nannotations: word\n", 2, "not a list"),
        ("annotations:\n<<<<<<< ours\n- id: a-x\n=======\n>>>>>>> b\n", 2, "lines 2-5"),
        ("schema: postil/2\nannotations:\n- id: a-x\n", 1, "newer Postil"),
        ("schema: postil/1\nannotations: [{id: a-x\n", 2, "not YAML"),
    ],
)
def test_a_sidecar_that_cannot_be_read_names_file_line_and_remedy_and_is_left_alone(
    desk: Desk, text: str, line: int, words: str
) -> None:
    desk.write(text)
    (desk.folder / "b.txt").write_text("Another article.\n")
    store = desk.store()
    (problem,) = [one for one in check(desk.corpus, desk.store()) if one.level == "error"]
    assert (problem.file, problem.line) == ("a.txt.annotations.yaml", line)
    assert words in problem.reason
    assert problem.remedy
    refused = store.refusal(desk.article)
    assert refused == problem
    with pytest.raises(AnnotationError):
        store.create(desk.article, None, note="x")
    assert desk.read() == text
    corpus = desk.corpus
    other = corpus.find("b.txt")
    assert other is not None
    assert store.refusal(corpus.read(other)) is None
    store.create(corpus.read(other), None, note="this one can be annotated")


def test_one_annotation_of_a_wrong_type_hides_no_other(desk: Desk) -> None:
    desk.write("schema: postil/1\nannotations:\n- id: a-x\n  tags: {a: b}\n- id: a-y\n")
    store = desk.store()
    assert store.refusal(desk.article) is None
    store.change(desk.article, "a-y", note="edited")
    store.change(desk.article, "a-x", note="edited, too")
    with pytest.raises(AnnotationError, match=":3:"):
        store.change(desk.article, "a-x", tags=["not over what could not be read"])


def test_several_conflicts_are_counted() -> None:
    from corpus.problem import CorpusError

    block = "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n"
    with pytest.raises(CorpusError, match="lines 1-5 and 1 other place: an unresolved git merge"):
        load_yaml(block + "y: 1\n" + block, "f")
    with pytest.raises(CorpusError, match="line 2: an unresolved git merge"):
        load_yaml("a: 1\n>>>>>>> b\n", "f")


def test_a_link_into_a_sidecar_that_cannot_be_read_is_only_a_doubt(desk: Desk) -> None:
    link = "schema: postil/1\nannotations: [{id: a-x, links: [{to: a-y, type: supports}]}]\n"
    desk.write(link)
    (desk.folder / "b.txt").write_text("Another article.\n")
    (problem,) = check(desk.corpus, desk.store())
    assert (problem.level, problem.line) == ("error", 2)
    (desk.folder / "b.txt.annotations.yaml").write_text("<<<<<<< a\n- {id: a-y}\n")
    doubt, unread = check(desk.corpus, desk.store())
    assert (doubt.level, unread.level) == ("warning", "error")
    assert "mend b.txt.annotations.yaml first" in doubt.remedy
