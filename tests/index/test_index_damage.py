"""A byte that is not what was written is noticed: no traceback, no wrong hit, and a rebuild."""

from __future__ import annotations

import json
import os
import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.folder import MARKER
from index.opening import open_index
from index.problems import IndexFailure

QUERIES = (
    "common",
    "velgharad",
    "velgharat",
    '"the dam at"',
    "g*",
    "dam -flood",
    "tormen OR irat",
    "600",
)
ARTICLES = 5
TABLES = ("words", "first_postings", "first_positions")
LONG = ("documents", "frequencies", "positions")
BLOCKS = [
    "starts",
    "lengths",
    "leads",
    "stored",
    "joined",
    *(f"{name}.{table}" for name in ("body", "lead") for table in (*TABLES, *LONG)),
    *(f"{name}.{table}.checksums" for name in ("body", "lead") for table in LONG),
]


@pytest.fixture
def index_folder(valley: Path) -> Path:
    """Build an index of two segments with a deletion and a file that is no text."""
    (valley / "old.txt").write_text("the dam at Velgharat", encoding="utf-8")
    corpus = open_corpus(valley)
    open_index(corpus).update()
    (valley / "old.txt").unlink()
    (valley / "more.txt").write_text(
        "Common dam\n\nMore of the dam at Irat: six hundred men.", encoding="utf-8"
    )
    open_index(open_corpus(valley)).update()
    return corpus.cache_folder / "index"


def answers(valley: Path) -> dict[str, list[str]]:
    index = open_index(open_corpus(valley))
    index.matches("velgharat common", "velgharad")
    return {query: [hit.article for hit in index.search(query).hits] for query in QUERIES}


def check_healing(valley: Path, whole: dict[str, list[str]], what: object) -> None:
    """Each answer is the right one or none; one update later all are right."""
    index = open_index(open_corpus(valley))
    index.is_current()
    for query, names in answers(valley).items():
        assert names in ([], whole[query]), (what, query)
    assert sorted(index.update().skipped, key=str) == []
    assert answers(valley) == whole, what
    after = open_index(open_corpus(valley))
    assert after.is_current()
    assert after.articles == ARTICLES, what


def blocks(segment: bytes) -> dict[str, tuple[int, int]]:
    """Give start and end of each block of a segment."""
    at, length, _, _ = struct.unpack("<QII8s", segment[-24:])
    header = json.loads(segment[at : at + length])
    found = {
        name: (header[name][0], header[name][0] + header[name][1])
        for name in ("starts", "lengths", "leads", "stored")
    }
    place, length, _ = header["joined"][0]
    found["joined"] = place, place + length
    for name, tables in header["fields"].items():
        for table in TABLES:
            place, length, _ = tables[table]
            found[f"{name}.{table}"] = place, place + length
        for table in LONG:
            place, length, checksums = tables[table]
            found[f"{name}.{table}"] = place, place + length
            found[f"{name}.{table}.checksums"] = checksums[0], checksums[0] + checksums[1]
    return found


@pytest.mark.parametrize("block", BLOCKS)
def test_each_table_of_a_segment_full_of_zeros_is_noticed(
    valley: Path, index_folder: Path, block: str
) -> None:
    whole = answers(valley)
    for path in index_folder.glob("*.words"):
        segment = path.read_bytes()
        start, end = blocks(segment)[block]
        assert start < end
        path.write_bytes(segment[:start] + bytes(end - start) + segment[end:])

    check_healing(valley, whole, block)


def test_an_update_over_a_damaged_segment_makes_the_index_anew(
    valley: Path, index_folder: Path
) -> None:
    """Without any search before: the update itself meets the damage."""
    for path in index_folder.glob("*.words"):
        segment = path.read_bytes()
        start, end = blocks(segment)["stored"]
        path.write_bytes(segment[:start] + bytes(end - start) + segment[end:])
    (index_folder / "catalogue.columns").unlink()
    index = open_index(open_corpus(valley))
    assert index.articles == ARTICLES

    assert index.update().added == ARTICLES

    assert index.search("irat", widen=False).total == 2


def damaged(whole: bytes, draw: random.Random) -> tuple[str, bytes]:
    at = draw.randrange(len(whole))
    match draw.choice(["bit", "zeros", "cut", "nonsense"]):
        case "bit":
            bit = 1 << draw.randrange(8)
            return f"bit at {at}", whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
        case "zeros":
            return f"zeros at {at}", whole[:at] + bytes(len(whole[at : at + 8])) + whole[at + 8 :]
        case "nonsense":
            return "nonsense", (bytes(range(256)) * (len(whole) // 256 + 1))[: len(whole)]
        case _:
            return f"cut at {at}", whole[:at]


@pytest.mark.parametrize("name", ["*.words", "*.toc", "catalogue.columns", MARKER])
def test_damage_anywhere_gives_no_wrong_answer_and_is_mended(
    valley: Path, index_folder: Path, name: str
) -> None:
    whole = answers(valley)
    draw = random.Random(name)
    for _ in range(60):
        path = draw.choice(sorted(index_folder.glob(name)))
        what, content = damaged(path.read_bytes(), draw)
        path.write_bytes(content)
        check_healing(valley, whole, what)


CATALOGUE_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "another name": lambda whole: whole.replace(b"more.txt", b"mote.txt"),
    "another generation": lambda whole: whole.replace(b'"generation": 2', b'"generation": 3'),
    "another segment": lambda whole: whole.replace(b"MAIN_", b"MAIM_"),
    "another reader": lambda whole: whole.replace(b'"text/1"', b'"text/2"'),
    "another order": lambda whole: whole[:-64] + whole[-32:] + whole[-64:-32],
    "the last byte": lambda whole: whole[:-1] + bytes([whole[-1] ^ 1]),
    "one byte fewer": lambda whole: whole[:-1],
    "one byte more": lambda whole: whole + b"\0",
    "a few bytes": lambda whole: whole[:6],
    "nothing": lambda whole: b"",
}


@pytest.mark.parametrize("change", CATALOGUE_DAMAGE)
def test_a_catalogue_that_is_not_what_was_written_is_made_again(
    valley: Path, index_folder: Path, change: str
) -> None:
    whole = answers(valley)
    path = index_folder / "catalogue.columns"
    written = path.read_bytes()
    changed = CATALOGUE_DAMAGE[change](written)
    assert changed != written
    path.write_bytes(changed)
    assert not open_index(open_corpus(valley)).is_current()
    (valley / "more.txt").unlink()
    more = "More of the dam at Irat, in common, new: six hundred men"
    (valley / "more2.txt").write_text(more, encoding="utf-8")

    report = open_index(open_corpus(valley)).update()

    assert (report.added, report.removed) == (1, 1)
    assert [len(names) for names in answers(valley).values()] == list(map(len, whole.values()))


@pytest.mark.parametrize(
    "name",
    [
        "catalogue.columns",
        "catalogue.columns.tmp",
        MARKER,
        "MAIN.tmp",
        "MAIN_x.words",
        "_MAIN_99.toc",
        "_MAIN_0.toc",
        "other",
    ],
)
def test_a_folder_in_the_place_of_a_file_stops_no_update(
    valley: Path, index_folder: Path, name: str
) -> None:
    whole = answers(valley)
    (index_folder / name).unlink(missing_ok=True)
    (index_folder / name / "inner").mkdir(parents=True)
    os.utime(valley / "more.txt", (3, 3))

    check_healing(valley, whole, name)


def test_a_file_in_the_place_of_a_folder_stops_no_update(valley: Path, index_folder: Path) -> None:
    whole = answers(valley)
    (index_folder / "MAIN.tmp").write_text("no folder", encoding="utf-8")

    check_healing(valley, whole, "MAIN.tmp")


def test_an_index_that_was_made_anew_is_seen_though_its_number_is_the_same(
    valley: Path, index_folder: Path
) -> None:
    reader = open_index(open_corpus(valley))
    before = reader.generation
    (index_folder / MARKER).unlink()
    for number in range(before):
        (valley / f"new{number}.txt").write_text("A kestrel", encoding="utf-8")
        open_index(open_corpus(valley)).update()
    assert open_index(open_corpus(valley)).generation == before

    assert reader.refresh()

    assert reader.search("kestrel").total == before


@pytest.mark.parametrize(
    "block", ["body.documents", "body.words", "stored", "body.documents.checksums"]
)
def test_a_concordance_over_a_damaged_segment_says_so_and_the_next_is_right(
    valley: Path, index_folder: Path, block: str
) -> None:
    for path in index_folder.glob("*.words"):
        segment = path.read_bytes()
        start, end = blocks(segment)[block]
        path.write_bytes(segment[:start] + bytes(end - start) + segment[end:])
    index = open_index(open_corpus(valley))

    def count_all() -> None:
        found = index.concordance("common OR velgharad")
        assert found is not None
        list(found.lines())
        found.counts.every_word()

    with pytest.raises(IndexFailure, match="damaged"):
        count_all()

    index.update()
    again = index.concordance("irat")
    assert again is not None
    assert len(list(again.lines())) == 2
