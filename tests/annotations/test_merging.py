"""Two sidecars of one article made one: nothing of either is lost."""

from __future__ import annotations

from typing import Any

import pytest
from annotation_layouts import Layout, layouts
from hypothesis import HealthCheck, given, settings

from annotations.conflict import versions_in
from annotations.error import AnnotationError
from annotations.merging import Merged, merge
from annotations.sidecar import parse_sidecar
from corpus.yaml_text import load_yaml

HEAD = "schema: postil/1\narticle: {file: a.txt, sha256: '00'}\nannotations:\n"


def merged(first: str, second: str) -> Merged:
    return merge(parse_sidecar(first.encode(), "first"), parse_sidecar(second.encode(), "second"))


def root(text: str) -> dict[str, Any]:
    value = load_yaml(text, "merged")
    return value if isinstance(value, dict) else {}


def items(text: str) -> list[dict[str, Any]]:
    return root(text).get("annotations") or []


def test_what_only_the_second_has_is_taken_over_as_it_stands() -> None:
    first = HEAD + "  # my own remark\n  - id: a-1\n    note: 'mine'   # here\n"
    second = HEAD + "- id: a-2\n  note: theirs # a remark\n  colour: NO\n"
    found = merged(first, second)
    assert found.text.startswith(first)
    assert "note: theirs # a remark" in found.text
    assert (found.taken, found.together, found.beside) == (("a-2",), (), ())
    assert items(found.text) == items(first) + items(second)


def test_tags_and_links_of_one_annotation_are_those_of_both() -> None:
    first = HEAD + "  - {id: a-1, tags: [one, two], note: seen}\n"
    second = HEAD + "  - {id: a-1, tags: [two, three], links: [{to: a-9, type: agrees}]}\n"
    found = merged(first, second)
    assert items(found.text) == [
        {
            "id": "a-1",
            "tags": ["one", "two", "three"],
            "note": "seen",
            "links": [{"to": "a-9", "type": "agrees"}],
        }
    ]
    assert found.together == ("a-1",)


def test_what_contradicts_stands_beside_the_other_under_an_id_of_its_own() -> None:
    first = HEAD + "  - id: a-1\n    note: it was so\n"
    second = (
        HEAD + "  - id: a-1\n    at: [ 0, 2 ]  # here\n    quote: it\n    note: it was not so\n"
    )
    second += "    colour: red\n"
    found = merged(first, second)
    assert "    at: [ 0, 2 ]  # here\n" in found.text
    ((old, new),) = found.beside
    assert old == "a-1"
    assert items(found.text) == [
        {"id": "a-1", "note": "it was so"},
        {"id": new, "at": ["0", "2"], "quote": "it", "note": "it was not so", "colour": "red"},
    ]


def test_the_tags_of_the_article_and_keys_of_the_readers_own_are_kept() -> None:
    first = "schema: postil/1\narticle: {file: a.txt, tags: [x]}\nmine: 1\nannotations: []\n"
    second = "schema: postil/1\narticle: {file: a.txt, tags: [y]}\ntheirs: NO\nannotations: []\n"
    found = root(merged(first, second).text)
    assert (found["article"]["tags"], found["mine"], found["theirs"]) == (["x", "y"], "1", "NO")


def test_a_file_that_is_not_there_yet_becomes_the_other() -> None:
    second = HEAD + "  - id: a-1\n    note: theirs\n"
    found = merge(parse_sidecar(None, "first"), parse_sidecar(second.encode(), "second"))
    assert items(found.text) == items(second)


@pytest.mark.parametrize(
    "text",
    [
        "annotations: [",
        "<<<<<<< ours\nannotations: []\n=======\nannotations: []\n>>>>>>> theirs\n",
        "annotations:\n  - note: no id\n",
        "annotations:\n  - id: a-1\n  - id: a-1\n",
        "schema: postil/99\nannotations: []\n",
    ],
)
def test_what_cannot_be_read_is_refused_and_said(text: str) -> None:
    good = HEAD + "  - id: a-1\n"
    for pair in ((text, good), (good, text)):
        with pytest.raises(AnnotationError) as refused:
            merged(*pair)
        assert refused.value.problem.remedy


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(first=layouts(), second=layouts())
def test_sidecars_of_every_style_are_merged_without_loss(first: Layout, second: Layout) -> None:
    try:
        found = merged(first.text, second.text)
    except AnnotationError:
        # Both files stay as they are, and the reader is told: nothing is lost.
        return
    after = items(found.text)
    by_id = {item["id"]: item for item in after}
    assert len(by_id) == len(after)
    apart = dict(found.beside)
    for item in first.items:
        there = by_id[item["id"]]
        for key, value in item.items():
            if key in ("tags", "links"):
                assert all(one in there[key] for one in value)
            else:
                assert there[key] == value
    for item in second.items:
        there = by_id[apart.get(item["id"], item["id"])]
        for key, value in item.items():
            if key in ("tags", "links"):
                assert all(one in there[key] for one in value)
            elif key != "id" and key not in ("made", "edited", "before", "after"):
                assert there[key] == value


def item(number: int, more: str = "") -> str:
    return f"  - id: a-{number}\n    note: {number}\n{more}"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # What one side deleted and the other left alone is gone; what it changed is kept.
        ("", item(1), []),
        (item(1), "", []),
        ("", item(1, "    tags: [x]\n"), [{"id": "a-1", "note": "1", "tags": ["x"]}]),
        (item(1, "    mood: calm\n"), "", [{"id": "a-1", "note": "1", "mood": "calm"}]),
        # What one side took away stays away; what each put in is there.
        (
            item(1, "    tags: [b, c]\n"),
            item(1, "    tags: [a, b, d]\n    claim: {measure: killed}\n"),
            [{"id": "a-1", "note": "1", "tags": ["b", "c", "d"], "claim": {"measure": "killed"}}],
        ),
        ("  - id: a-1\n    tags: [a, b]\n", item(1), [{"id": "a-1"}]),
        (
            item(1, "    quote: it\n    at: [0, 2]\n"),
            item(1),
            [{"id": "a-1", "note": "1", "quote": "it", "at": ["0", "2"]}],
        ),
    ],
)
def test_what_one_side_changed_since_the_base_holds(
    first: str, second: str, expected: list[dict[str, Any]]
) -> None:
    base = item(1, "    tags: [a, b]\n" if "tags: [" in first + second and first else "")
    read = [
        parse_sidecar((HEAD + one if one else HEAD.replace(":\n", ": []\n")).encode(), name)
        for one, name in ((first, "first"), (second, "second"), (base, "base"))
    ]
    assert items(merge(read[0], read[1], base=read[2]).text) == expected


def test_a_sidecar_that_git_tore_is_read_with_both_sides_and_not_written() -> None:
    torn = (
        HEAD
        + item(1)
        + "  - id: a-2\n<<<<<<< HEAD\n    note: |\n      ours\n      =======\n||||||| base\n"
        + "    note: it\n=======\n    note: theirs\n    tags: [x]\n>>>>>>> other: one\n"
        + item(3)
    )
    for text in (torn, torn.replace("\n", "\r\n")):
        sidecar = parse_sidecar(text.encode(), "torn")
        assert sidecar.locked is not None
        assert (sidecar.locked.line, sidecar.document) == (7, None)
        assert "postil merge" in sidecar.locked.remedy
        found = {one.annotation.id: (one.annotation.note, one.line) for one in sidecar.entries}
        assert found == {
            "a-1": ("1", 4),
            "a-2": ("ours\n=======\n", 6),
            "a-3": ("3", 17),
            "a-2-theirs": ("theirs", 6),
        }
        versions = versions_in(text)
        assert versions is not None
        assert versions.base is not None
        assert "note: it" in versions.base.text


@pytest.mark.parametrize(
    "markers", ["<<<<<<< a", ">>>>>>> a", "<<<<<<< a\n<<<<<<< a\n=======\n>>>>>>> a", "======="]
)
def test_markers_that_are_not_in_order_part_nothing(markers: str) -> None:
    assert versions_in(f"{HEAD}{markers}\n{item(1)}") is None


def test_a_claim_that_only_the_other_has_comes_as_it_was_typed() -> None:
    mine = HEAD + "  - id: a-1\n    note: here\n"
    theirs = HEAD + '  - id: a-1\n    claim: {quantity: {value: "1_600", of: 00123}}\n'
    (one,) = items(merged(mine, theirs).text)
    assert one["claim"] == {"quantity": {"value": "1_600", "of": "00123"}}
    assert one["note"] == "here"
