"""What was deleted or overwritten is printed as it stood, ready to be put back."""

from __future__ import annotations

import json

import pytest
from annotation_desk import Desk

from annotations import journal
from tui.command_line import main

THERE = (
    "schema: postil/1\n"
    "annotations:\n"
    "    - id: a-one    # mine\n"
    "      mood: calm\n"
    "      note: |\n"
    "        first\n"
    "\n"
    "        and more\n"
    "    - id: a-two\n"
    "      note: second\n"
)


def printed(desk: Desk, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main(["journal", str(desk.folder), *arguments])
    return status, capsys.readouterr().out


def test_nothing_deleted_is_nothing_kept(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(desk, capsys) == (1, "")


def test_what_is_printed_can_be_put_back_as_it_is(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write(THERE)
    store, article = desk.store(), desk.article
    store.delete(article, "a-one")
    store.change(article, "a-two", note="third")
    status, text = printed(desk, capsys)
    assert status == 0
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert [line.split()[2:] for line in heads] == [
        ["deleted", "a.txt.annotations.yaml"],
        ["changed", "a.txt.annotations.yaml"],
    ]
    desk.write("schema: postil/1\nannotations:\n" + text)
    sidecar = desk.store().sidecar("a.txt")
    assert sidecar.problems == ()
    notes = {entry.annotation.id: entry.annotation.note for entry in sidecar.entries}
    assert notes == {"a-one": "first\n\nand more\n", "a-two": "second"}
    assert "mood: calm" in desk.read()
    assert "# mine" in desk.read()


def test_what_stood_between_brackets_can_be_put_back_too(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("schema: postil/1\nannotations: [{id: a-one, note: x}, {id: a-two}]\n")
    desk.store().delete(desk.article, "a-one")
    _, text = printed(desk, capsys)
    desk.write("schema: postil/1\nannotations:\n" + text)
    (entry,) = desk.store().sidecar("a.txt").entries
    assert (entry.annotation.id, entry.annotation.note) == ("a-one", "x")


def test_one_annotation_or_one_article_can_be_asked_for(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write(THERE)
    store, article = desk.store(), desk.article
    store.delete(article, "a-one")
    store.delete(article, "a-two")
    assert "a-one" not in printed(desk, capsys, "a-two")[1]
    assert printed(desk, capsys, "a.txt")[1].count("deleted") == 2
    assert printed(desk, capsys, "a-three") == (1, "")
    lines = [
        json.loads(line) for line in printed(desk, capsys, "--format", "jsonl")[1].split("\n")[:-1]
    ]
    assert [line["id"] for line in lines] == ["a-one", "a-two"]
    assert lines[0]["raw"] in THERE
    assert lines[0]["data"]["mood"] == "calm"


def test_hostile_words_and_damaged_lines_are_harmless(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("schema: postil/1\nannotations:\n- id: a-one\n  note: 'x\u202ey\u200bz'\n")
    desk.store().delete(desk.article, "a-one")
    (path,) = journal.journal_folder(desk.corpus.key).glob("*.jsonl")
    path.write_bytes(b'{"at": 3}\n[]\n{"half\n' + path.read_bytes())
    for arguments in ((), ("--format", "jsonl")):
        status, text = printed(desk, capsys, *arguments)
        assert status == 0
        assert not {"\u202e", "\u200b"} & set(text)
