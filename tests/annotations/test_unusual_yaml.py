"""Edits of sidecars in unusual YAML: they work with every other byte kept, or they are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from annotations import editor
from annotations.differences import Drop, Insert, Put, Remove, Step
from annotations.error import AnnotationError
from annotations.list_edits import Item
from corpus.problem import CorpusError

EDITABLE = {
    "folded and literal scalars with comments": (
        "annotations:\n"
        "  - id: a-1\n"
        "    note: | # why this note\n"
        "      first\n"
        "\n"
        "      second # no comment\n"
        "\n"
        "     # a comment less indented than the text\n"
        "    before: >-\n"
        "      folded\n"
        "      text\n"
        "\n"
        "  # between\n"
        "  - id: a-2\n"
        "    note: |+\n"
        "      keeps blank lines\n"
        "\n"
        "\n"
        "  - id: a-3\n"
    ),
    "scalars of several lines": (
        "annotations:\n- id: a-1\n  note: plain words\n    on two lines   # said twice\n"
        '  before: "quoted\n    on two lines"\n  tags: [ one, # first\n    two ]\n- id: a-2\n'
    ),
    "a document with marks and a directive": (
        "%YAML 1.1\n---\n# top\nannotations:\n  - id: a-1\n    note: x\n  - id: a-2\n...\n# end\n"
    ),
    "anchors that nothing refers to, and core tags": (
        "annotations: &all\n  - &first\n    id: !!str a-1\n"
        "    note: !!str 12 # typed\n  - id: a-2\n"
    ),
    "line ends of several kinds": (
        "annotations:\r\n  - id: a-1\r\n    note: x # a\n    tags: [a]\r\n\n  - id: a-2\r\n"
    ),
    "dashes alone on their lines, far indentation": (
        "mine: 1\nannotations:\n        -\n              # about the first\n"
        "              id: a-1\n              note: x\n        -  id: a-2\n"
    ),
    "brackets over several lines with comments": (
        "{\n  # top\n  annotations: [ # list\n    {id: a-1, # one\n     note: x, # two\n"
        "     tags: [a, # first\n            b]},\n    {id: a-2}, # trailing comma\n  ],\n}\n"
    ),
    "tabs where YAML allows them": (
        "annotations:\n  - id:\ta-1\t# x\n    note:\t'x'\t \n  - id: a-2\n"
    ),
    "a null list item and foreign items": (
        "annotations:\n  - id: a-1\n    note: x\n  -\n  - 7 # seven\n"
    ),
    "NEL and line separators": (
        'annotations:\n  - id: a-1\n    note: "x\\N y\\Lz\\P"\n  # a\x85  # b\u2028  - id: a-2\n'
    ),
    "empty values": "annotations:\n  - id: a-1\n    note:   # later\n    tags: []\n    claim: {}\n",
    "comments deeper and less deep than items": (
        "annotations:\n# at the margin\n    # too deep\n  - id: a-1\n      # deeper\n    note: x\n"
        "          # deepest\n# again\n  - id: a-2\n    # the end\n"
    ),
    "a list in the middle": "annotations:\n- id: a-1\n  note: x\n# of the list\nzebra: NO\n# end",
    "windows line ends without a last one": "annotations:\r\n  - id: a-1\r\n    note: x",
}

STEPS: dict[str, list[Step]] = {
    "set the note": [Put((), "note", "new: # 'words'")],
    "a note of several lines": [Put((), "note", "one\ntwo # three\n\nfour")],
    "set what is not there": [Put((), "by", "NO"), Put((), "edited", "2026-01-01T00:00:00Z")],
    "take the note away": [Remove((), "note")],
    "a claim": [Put((), "claim", {"speaker": "A: B", "quantity": {"value": 1600}})],
    "links": [Put((), "links", [{"to": "a-9", "type": "agrees", "why": "[so]"}])],
}


def read(text: str) -> Any:
    """Read with a loader that is not ours: every scalar a string, and so is nothing at all."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506


def meant(items: list[Any]) -> Any:
    """Give items with nothing at all as the empty string."""
    if isinstance(items, list):
        return [meant(item) for item in items]
    return {k: v or "" for k, v in items.items()} if isinstance(items, dict) else items or ""


@pytest.mark.parametrize("name", EDITABLE)
@pytest.mark.parametrize("what", STEPS)
def test_a_change_works_and_keeps_the_rest(name: str, what: str) -> None:
    text, steps = EDITABLE[name], STEPS[what]
    document = editor.Document.read(text, "f")
    start, end, _ = editor.item_span(document, 0)
    edit = editor.change_item(document, 0, steps)
    after = edit.after.text
    assert after[:start] == text[:start]
    assert after.endswith(text[end:])
    before, now = read(text), read(after)
    assert now["annotations"][1:] == before["annotations"][1:]
    for step in steps:
        assert isinstance(step, Put | Remove)
        if isinstance(step, Remove):
            assert step.key not in now["annotations"][0]
        else:
            assert now["annotations"][0][step.key] == editor.as_typed(step.value)
    untouched = {key: value for key, value in before.items() if key != "annotations"}
    assert {key: now[key] for key in now if key != "annotations"} == untouched
    assert all(comment in after for comment in comments_of_first(name))


def comments_of_first(name: str) -> list[str]:
    """List hand-written comments inside the first item that no edit above may lose."""
    return {
        "folded and literal scalars with comments": ["# why this note", "# a comment less"],
        "scalars of several lines": ["# said twice", "# first"],
        "anchors that nothing refers to, and core tags": ["# typed"],
        "line ends of several kinds": ["# a"],
        "dashes alone on their lines, far indentation": ["# about the first"],
        "brackets over several lines with comments": ["# one", "# two", "# first", "# list"],
        "empty values": ["# later"],
        "comments deeper and less deep than items": ["# deeper", "# deepest", "# too deep"],
    }.get(name, [])


@pytest.mark.parametrize("name", EDITABLE)
def test_adding_and_deleting_works_and_keeps_the_rest(name: str) -> None:
    text = EDITABLE[name]
    document = editor.Document.read(text, "f")
    new = {"id": "a-new", "quote": "a: b", "at": [1, 5], "note": "one\ntwo", "tags": ["NO", "x"]}
    count = len(document.items)
    added = editor.insert_item(document, count, Item(new))
    items = read(added.after.text)["annotations"]
    assert items[-1] == editor.as_typed(new)
    assert meant(items[:-1]) == meant(document.items)
    assert editor.remove_item(added.after, count).after.text == text
    for index in range(count):
        removed = editor.remove_item(document, index)
        left = removed.after.value
        assert isinstance(left, dict)
        assert left["annotations"] == document.items[:index] + document.items[index + 1 :]
        assert removed.splice.inverse(text).apply(removed.after.text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "schema: postil/1\nannotations:\n  - id: a-1\n"),
        ("# mine\n", "# mine\nschema: postil/1\nannotations:\n  - id: a-1\n"),
        ("# mine", "# mine\nschema: postil/1\nannotations:\n  - id: a-1"),
        ("\r\n# x\r\n", "\r\n# x\r\nschema: postil/1\r\nannotations:\r\n  - id: a-1\r\n"),
        ("---\n", "---\nschema: postil/1\nannotations:\n  - id: a-1\n"),
        ("annotations:", "annotations:\n  - id: a-1"),
        ("annotations: []\n# end\n", "annotations:\n  - id: a-1\n# end\n"),
        ("annotations: [] # none\n", "annotations: # none\n  - id: a-1\n"),
        ("annotations: null\nx: 1\n", "annotations:\n  - id: a-1\nx: 1\n"),
        ("annotations: ~ # later\n", "annotations: # later\n  - id: a-1\n"),
        ("annotations: [\n  # c\n]\n", "annotations: [{id: a-1}\n  # c\n]\n"),
        ("x: 1 # y\n# z\n", "x: 1 # y\nannotations:\n  - id: a-1\n# z\n"),
        ("{}", "{annotations: [{id: a-1}]}"),
        ('{"annotations": []}', '{"annotations": [{"id": "a-1"}]}'),
        ("x: |\n  y", None),
    ],
)
def test_the_first_annotation_of_a_file(text: str, expected: str | None) -> None:
    document = editor.Document.read(text, "f")
    edit = editor.insert_item(document, 0, Item({"id": "a-1"}), {"schema": "postil/1"})
    value = edit.after.value
    assert isinstance(value, dict)
    assert value["annotations"] == [{"id": "a-1"}]
    if expected is not None:
        assert edit.after.text == expected
    assert edit.splice.inverse(text).apply(edit.after.text) == text


def test_deleting_the_last_annotation_leaves_an_empty_list_and_the_comments() -> None:
    text = "annotations: # all\n  # first\n  - id: a-1 # own\n    note: x\n# end\n"
    edit = editor.remove_item(editor.Document.read(text, "f"), 0)
    assert edit.after.text == "annotations: [] # all\n  # first\n# end\n"


def test_nothing_follows_a_block_scalar_whose_last_line_has_no_end() -> None:
    text = "annotations:\n  - id: a-1\n    note: |\n      x"
    edit = editor.insert_item(editor.Document.read(text, "f"), 1, Item({"id": "a-2"}))
    assert edit.after.text == "annotations:\n  - id: a-2\n  - id: a-1\n    note: |\n      x"


def test_lists_change_item_by_item() -> None:
    text = "annotations:\n  - id: a-1\n    tags:\n      - 'a' # one\n      - b\n      # end of b\n"
    document = editor.Document.read(text, "f")
    edit = editor.change_item(document, 0, [Insert(("tags",), 2, "c: d"), Drop(("tags",), 1)])
    assert edit.after.text == text.replace("      - b\n", '      - "c: d"\n')
    edit = editor.change_item(document, 0, [Drop(("tags",), 0)])
    assert edit.after.text == text.replace("      - 'a' # one\n", "      # one\n")


REFUSED = {
    "question marks": "annotations:\n  - ? id\n    : a-1\n    ? note\n    : x\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_edited_safely_is_refused_with_a_remedy(name: str) -> None:
    document = editor.Document.read(REFUSED[name], "f")
    with pytest.raises(AnnotationError) as refused:
        editor.change_item(document, 0, [Put((), "by", "me")])
    assert refused.value.problem.line == 2
    assert refused.value.problem.remedy


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text + "--- \nx: 1\n",
        lambda text: text.replace("note: x", "note: *x"),
        lambda text: text.replace("note: x", "note: x\n    note: y"),
        lambda text: "<<<<<<< mine\n" + text + "=======\n>>>>>>> theirs\n",
        lambda text: text + "deep: " + "[" * 1500 + "]" * 1500 + "\n",
        lambda text: text + "a: \tb\n\tc: d\n",
    ],
)
def test_what_is_not_one_plain_document_is_not_read(damage: Callable[[str], str]) -> None:
    with pytest.raises(CorpusError) as refused:
        editor.Document.read(damage("annotations:\n  - id: a-1\n    note: x\n"), "f")
    assert refused.value.problem.line is not None
    assert refused.value.problem.remedy


def test_json_with_a_character_in_two_escapes_is_edited() -> None:
    text = '{"annotations": [{"id": "a-1", "note": "\\ud83d\\ude00"}, {"id": "a-2"}]}'
    document = editor.Document.read(text, "a.yaml")
    more = editor.insert_item(document, 2, Item({"id": "a-3"})).after
    assert more.text == text.replace("]", ', {"id": "a-3"}]')
    other = editor.change_item(more, 1, [Put((), "note", "\U0001f600")]).after
    assert [item.get("note") for item in other.items] == ["\U0001f600", "\U0001f600", None]
    assert "\\ud83d\\ude00" in other.text
    assert [item["id"] for item in editor.remove_item(other, 0).after.items] == ["a-2", "a-3"]
