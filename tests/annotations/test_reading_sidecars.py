"""Sidecars that people and programs have been at: what is good is read, the rest is said."""

from __future__ import annotations

from typing import Any

import pytest
from annotation_desk import Desk

from annotations.error import AnnotationError
from annotations.model import Claim, ClaimQuantity, Link, When
from annotations.sidecar import Sidecar, parse_sidecar
from corpus.span import Span


def parse(text: str) -> Sidecar:
    return parse_sidecar(text.encode(), "f")


GOOD = "  - id: a-good\n    note: fine\n"


def test_everything_of_the_schema_is_read() -> None:
    sidecar = parse(
        "schema: postil/1\n"
        "article: {file: x.txt, reader: text/1, sha256: '00', tags: [NO, 19:32]}\n"
        "annotations:\n"
        "  - id: a-0123456789\n"
        "    quote: 19:32\n"
        "    at: [3, 8]\n"
        "    before: 00123\n"
        "    after: NO\n"
        "    note: 1_600\n"
        "    tags: [2020-01-01, yes]\n"
        "    claim:\n"
        "      speaker: NO\n"
        "      quantity: {min: 2_500, max: 4000.5, bound: over, approximate: yes, unit: m}\n"
        "      when: {said: still, iso: 2020-01-01}\n"
        "      fields: {seen: NO, more: [1, 2]}\n"
        "    links:\n"
        "      - {to: a-2, type: part-of}\n"
        "    made: 2026-11-20T23:57:00Z\n"
    )
    assert sidecar.problems == ()
    assert sidecar.tags == ("NO", "19:32")
    (entry,) = sidecar.entries
    one = entry.annotation
    assert (entry.line, one.quote, one.at) == (4, "19:32", Span(3, 8))
    assert (one.before, one.after, one.note) == ("00123", "NO", "1_600")
    assert one.tags == ("2020-01-01", "yes")
    assert one.claim is not None
    assert one.claim.quantity == ClaimQuantity(
        min=2500, max=4000.5, bound="over", approximate=True, unit="m"
    )
    assert one.claim.when == When("still", "2020-01-01")
    assert one.claim.fields == {"seen": "NO", "more": ["1", "2"]}
    assert one.links == (Link("a-2", "part-of"),)
    assert one.made == "2026-11-20T23:57:00Z"


@pytest.mark.parametrize(
    ("bad", "line", "words"),
    [
        ("  - note: no id\n", 3, "no id"),
        ("  - just words\n", 3, "not a mapping"),
        ("  - id: a-x\n    quote: words\n", 4, "no `at`"),
        ("  - id: a-x\n    at: [1, 2]\n", 4, "no `quote`"),
        ("  - id: a-x\n    quote: w\n    at: [2, 1]\n", 5, "not a span"),
        ("  - id: a-x\n    quote: w\n    at: 12\n", 5, "not a span"),
        ("  - id: a-x\n    quote: w\n    at: [1, " + "9" * 5000 + "]\n", 5, "not a span"),
        ("  - id: a-x\n    tags: {a: b}\n", 4, "not a list"),
        ("  - id: a-x\n    tags:\n      - one\n      - [two]\n", 6, "not a text"),
        ("  - id: a-x\n    note: [a]\n", 4, "not a text"),
        ("  - id: a-x\n    claim: words\n", 4, "not a mapping"),
        ("  - id: a-x\n    claim:\n      quantity: {value: many}\n", 5, "not a number"),
        ("  - id: a-x\n    claim: {quantity: {approximate: maybe}}\n", 4, "neither true nor"),
        ("  - id: a-x\n    links:\n      - {to: a-y}\n", 5, "`type`"),
        ("  - id: 'a b'\n", 3, "not an id"),
        ("  - id: a-first\n", 3, "stands on line"),
    ],
)
def test_one_bad_annotation_is_reported_and_the_rest_is_read(
    bad: str, line: int, words: str
) -> None:
    first = "  - id: a-first\n" if "a-first" in bad else ""
    offset = 1 if first else 0
    sidecar = parse("schema: postil/1\nannotations:\n" + first + bad + GOOD)
    (problem,) = sidecar.problems
    assert words in problem.reason
    assert problem.line == line + offset
    assert problem.remedy
    assert problem.level == "error"
    assert sidecar.entries[-1].annotation.id == "a-good"
    assert sidecar.locked is None


def test_a_file_with_one_bad_annotation_can_be_edited(desk: Desk) -> None:
    text = "schema: postil/1\nannotations:\n  - id: a bad # look\n    tags: one\n" + GOOD
    desk.write(text)
    store, article = desk.store(), desk.article
    store.change(article, "a-good", note="better")
    assert desk.read().startswith(text.replace("fine", "better"))
    with pytest.raises(AnnotationError, match="postil check"):
        store.change(article, "a bad", note="x")


@pytest.mark.parametrize(
    ("bad", "edit"),
    [
        ("tags: {a: b}", {"tags": ["x"]}),
        ("tags: [one, [two]]", {"tags": ["one", "x"]}),
        ("links: [{to: a-y}]", {"links": [Link("a-z", "agrees")]}),
        ("claim: words", {"claim": Claim(cue="said")}),
        ("claim: words", {"claim": None}),
        ("claim: {quantity: {value: many}}", {"claim": Claim(quantity=ClaimQuantity(value=5))}),
        ("claim: {quantity: {value: many, unit: m}}", {"claim": None}),
        ("claim: {cue: said, quantity: many}", {"claim": Claim(quantity=ClaimQuantity(value=5))}),
    ],
)
def test_one_bad_value_hides_nothing_else_and_is_not_overwritten(
    desk: Desk, bad: str, edit: dict[str, Any]
) -> None:
    text = f"schema: postil/1\nannotations:\n  - id: a-x\n    note: mine # !\n    {bad}\n"
    desk.write(text)
    store, article = desk.store(), desk.article
    (placed,) = store.placed(article)
    assert placed.annotation.note == "mine"
    assert len(store.problems(article)) == 1
    if edit == {"claim": None} and placed.annotation.claim is None:
        assert store.change(article, "a-x", **edit).claim is None
    else:
        with pytest.raises(AnnotationError, match="can be read"):
            store.change(article, "a-x", **edit)
    assert desk.read() == text
    store.change(article, "a-x", note="other")
    assert desk.read().startswith(text.replace("mine", "other"))


def test_a_tag_by_itself_is_a_list_of_one(desk: Desk) -> None:
    desk.write("schema: postil/1\nannotations:\n  - id: a-x\n    tags: strength # mine\n")
    store, article = desk.store(), desk.article
    assert [one.annotation.tags for one in store.placed(article)] == [("strength",)]
    assert store.problems(article) == ()
    assert store.change(article, "a-x", tags=["strength", "x"]).tags == ("strength", "x")
    assert "    tags: [strength, x] # mine\n" in desk.read()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("annotations:\n  - id: a-1\n    note: *x\n", 3),
        ("annotations:\n  - id: a-1\n    id: a-2\n", 3),
        ("annotations:\n  - id: a-1\n\tnote: x\n", 3),
        ("x: &a [1]\ny: &b [*a, *a]\nz: [*b, *b]\n", 2),
        ("annotations: " + "[" * 1500 + "]" * 1500 + "\n", 1),
        ("annotations: " + "{a: " * 1500 + "}" * 1500 + "\n", 1),
        ("<<<<<<< HEAD\nannotations: []\n=======\nannotations:\n>>>>>>> other\n", 1),
        ("annotations: words\n", 1),
        ("- id: a-1\n", 1),
        ("annotations: []\n---\nx: 1\n", 2),
        ("schema: postil/2\nannotations:\n" + GOOD, 1),
        ("schema: something/1\nannotations:\n" + GOOD, 1),
        ("schema: [postil/1]\nannotations:\n" + GOOD, 1),
        ('annotations:\n  - id: "open\n', 2),
    ],
)
def test_a_file_that_is_not_understood_is_never_written(desk: Desk, text: str, line: int) -> None:
    desk.write(text)
    store, article = desk.store(), desk.article
    (problem,) = (one for one in store.problems(article) if one.level == "error")
    assert problem.line == line
    assert problem.remedy
    assert problem.file == "a.txt.annotations.yaml"
    with pytest.raises(AnnotationError):
        store.create(article, Span(0, 3))
    for one in store.placed(article):
        with pytest.raises(AnnotationError):
            store.change(article, one.annotation.id, note="x")
        with pytest.raises(AnnotationError):
            store.delete(article, one.annotation.id)
    assert desk.read() == text


def test_a_newer_sidecar_is_read_as_far_as_it_is_understood() -> None:
    sidecar = parse("schema: postil/7\nannotations:\n" + GOOD)
    assert [entry.annotation.id for entry in sidecar.entries] == ["a-good"]
    assert sidecar.locked is not None
    assert "newer Postil" in sidecar.locked.reason


def test_a_missing_schema_and_an_unknown_link_type_are_doubts() -> None:
    text = "annotations:\n  - id: a-1\n    links:\n      - {to: a-2, type: resembles}\n"
    levels = [(problem.level, problem.line) for problem in parse(text).problems]
    assert levels == [("warning", 1), ("warning", 4)]


@pytest.mark.parametrize("text", ["", "# only words\n", "annotations:\n", "annotations: []\n"])
def test_files_without_annotations_are_no_error(text: str) -> None:
    sidecar = parse("schema: postil/1\n" + text)
    assert (sidecar.entries, sidecar.problems) == ((), ())


def test_bytes_that_are_not_text_are_reported_with_their_line(desk: Desk) -> None:
    desk.path.write_bytes(b"schema: postil/1\n# caf\xe9\n")
    (problem,) = desk.store().problems(desk.article)
    assert (problem.line, problem.remedy) == (2, "save it as UTF-8")
