"""`postil explain FILE:OFFSET`: what is known of a place, and which rule said so."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span

Run = Callable[..., subprocess.CompletedProcess[str]]
Records = Callable[..., list[dict[str, Any]]]

TEXT = """Home
The Ferry Leaves Orlin
Velm Gazette
12 May 2021

More than 1,450 people left the Republic of Orland on Sunday, Minister Ann Keller said.

“It was full,” said Keller.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a corpus of one article, a folder below others."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    return folder


def at(words: str) -> int:
    """Return where words begin in the article."""
    return TEXT.index(words)


@pytest.mark.parametrize(
    ("words", "what", "known"),
    [
        ("Home", "furniture", {"kind": "navigation"}),
        ("Ferry", "metadata", {"field": "title", "value": "The Ferry Leaves Orlin"}),
        ("Gazette", "metadata", {"field": "outlet", "value": "Velm Gazette"}),
        ("May 2021", "metadata", {"field": "published", "value": "2021-05-12"}),
        ("1,450", "quantity", {"kind": "count", "value": 1450, "bound": "over"}),
        ("Sunday", "quantity", {"kind": "date", "iso": "2021-05-09", "basis": "published"}),
        ("Keller said", "entity", {"type": "PERSON", "name": "Ann Keller"}),
        ("was full", "statement", {"direct": True, "via": None}),
    ],
)
def test_each_thing_is_told_with_the_rule_that_said_so(
    records: Records, folder: Path, words: str, what: str, known: dict[str, Any]
) -> None:
    place = at(words)

    lines = records("explain", f"{folder / 'one.txt'}:{place}")

    (line,) = (line for line in lines if line["what"] == what)
    assert line["start"] <= place < line["end"]
    assert line["text"] == TEXT[line["start"] : line["end"]]
    assert known.items() <= line["known"].items()
    assert line["rules"]


def test_an_entity_is_told_with_its_merges_and_what_speaks_for_its_type(
    postil: Run, folder: Path
) -> None:
    said = postil("explain", f"{folder / 'one.txt'}:{at('Keller.')}").stdout

    assert "the surname of a full name here" in said
    assert "Keller = Ann Keller: surname, one.txt:" in said


def test_the_words_around_a_bound_and_the_day_that_a_date_is_counted_from_are_told(
    postil: Run, folder: Path
) -> None:
    figure = postil("explain", f"{folder / 'one.txt'}:{at('1,450')}").stdout
    day = postil("explain", f"{folder / 'one.txt'}:{at('Sunday')}").stdout

    assert "More than [1,450] people" in figure
    assert "2021-05-09: counted from published (2021-05-12)" in day


def test_the_names_of_the_corpus_are_those_of_the_folder_that_is_named(
    records: Records, folder: Path
) -> None:
    (folder / "two.txt").write_text(
        "The Orlin Ferry\n\nAnn Keller, also known as Anna Kelleros, left Orlin.\n",
        encoding="utf-8",
    )
    place = at("Keller said")

    alone = records("explain", f"{folder / 'one.txt'}:{place}")
    named = records("explain", f"one.txt:{place}", "--corpus", folder)
    kept = records("explain", f"{folder / 'one.txt'}:{place}")

    def names(lines: list[dict[str, Any]]) -> set[str]:
        (entity,) = (line for line in lines if line["what"] == "entity")
        return {name["text"] for name in entity["known"]["names"]}

    assert "Anna Kelleros" not in names(alone)
    assert "Anna Kelleros" in names(named)
    # The folder was opened: it is the corpus of its articles from then on.
    assert named == kept


def test_annotations_at_a_place_are_told_with_their_state(records: Records, folder: Path) -> None:
    corpus = open_corpus(folder)
    article = corpus.read(corpus.files[0])
    start = at("1,450")
    AnnotationStore(corpus).create(article, Span(start, start + 5), note="the first figure")

    lines = records("explain", f"{folder / 'one.txt'}:{start}")

    (line,) = (line for line in lines if line["what"] == "annotation")
    assert (line["known"]["state"], line["known"]["note"]) == ("ok", "the first figure")


def test_json_is_short_for_the_format(postil: Run, folder: Path) -> None:
    place = f"{folder / 'one.txt'}:{at('1,450')}"

    short = postil("explain", place, "--json").stdout

    assert short == postil("explain", place, "--format", "jsonl").stdout != ""


def test_a_place_of_which_nothing_is_known_is_told_so(postil: Run, folder: Path) -> None:
    (folder / "two.txt").write_text("\n\nboats went by\n", encoding="utf-8")

    done = postil("explain", f"{folder / 'two.txt'}:0")

    assert done.returncode == 1
    assert "nothing is known of this place" in done.stdout


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("one.txt", "write FILE:OFFSET"),
        ("one.txt:x", "write FILE:OFFSET"),
        ("none.txt:3", "there is no such article"),
        ("one.txt:99999", f"the text ends at {len(TEXT)}"),
    ],
)
def test_what_is_no_place_is_said(postil: Run, folder: Path, place: str, reason: str) -> None:
    done = postil("explain", place, "--corpus", folder)

    assert done.returncode == 2
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
