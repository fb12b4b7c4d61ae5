"""`postil concordance`: lines aligned on the keyword, tables, and harmless in every format."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from corpus.opening import open_corpus
from index.opening import open_index
from index.problems import IndexDamaged
from tui.command_line import main
from tui.commands.concordance_lines import Layout, layout
from tui.layout.cells import cells, fitting
from tui.searching.plots import bar, strip

Run = Callable[..., subprocess.CompletedProcess[str]]
REPOSITORY = Path(__file__).resolve().parents[2]
TABLES = {
    "collocates": ("--collocates", "--minimum", "2"),
    "frequencies": ("--ngrams", "2"),
    "dispersion": ("--dispersion",),
}


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run the command on a folder with success and give its output."""

    def run(folder: Path, *arguments: str) -> str:
        assert main(["concordance", str(folder), *arguments]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """Write two articles, one with characters of two cells."""
    folder = tmp_path / "ferry"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The old ferry left.\nA new ferry (came), and the ferry sank.", encoding="utf-8"
    )
    (folder / "b.txt").write_text("水深水深 told of a ferry 水深", encoding="utf-8")
    return folder


def test_every_keyword_begins_in_the_same_cell(ferry: Path, printed: Callable[..., str]) -> None:
    lines = printed(ferry, "ferry").splitlines()

    for line in lines[:-1]:
        before = fitting(line, 50)
        assert cells(line[:before]) == 50
        assert line[before:].startswith("ferry")
    assert lines[0].rstrip().endswith("a.txt:8")
    assert lines[-1] == "4 lines in 2 articles"


def test_lines_are_sorted_as_asked(ferry: Path, printed: Callable[..., str]) -> None:
    out = printed(ferry, "ferry", "--sort=R1,L1", "--format", "jsonl")

    after = [json.loads(line)["after"].strip() for line in out.splitlines()]
    # By words, not by signs: "came", "left", "sank", "水".
    assert [text[:4] for text in after] == ["(cam", "left", "sank", "水深"]


def test_a_line_of_json_has_the_place_in_the_article(
    example: Path, printed: Callable[..., str]
) -> None:
    corpus = open_corpus(example)
    for line in printed(example, "dam", "--format", "jsonl").splitlines():
        record = json.loads(line)
        file = corpus.find(record["article"])
        assert file is not None
        text = corpus.read(file).text
        assert " ".join(text[record["start"] : record["end"]].split()) == record["text"]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_tables_follow_their_schemas_and_the_contract(
    name: str, example: Path, printed: Callable[..., str]
) -> None:
    schema = json.loads((REPOSITORY / f"docs/schemas/{name}.schema.json").read_text("utf-8"))
    contract = (REPOSITORY / "docs" / "contracts.md").read_text("utf-8")
    row = next(
        line for line in contract.splitlines() if line.endswith(f"(schemas/{name}.schema.json) |")
    )
    listed = row.split(" | ")[1].partition(";")[0].split("`")[1::2]

    out = printed(example, "dam", *TABLES[name], "--format", "jsonl")

    assert list(schema["properties"]) == listed == schema["required"]
    lines = [json.loads(line) for line in out.splitlines()]
    assert lines
    for line in lines:
        Draft202012Validator(schema).validate(line)
        assert list(line) == listed


@pytest.fixture
def market(tmp_path: Path) -> Path:
    """Write four articles, two on a ferry and two on a market."""
    folder = tmp_path / "market"
    folder.mkdir()
    for number in range(4):
        what = "ferry sank " if number < 2 else "market rose "
        (folder / f"{number}.txt").write_text(what * 20 + "on the day", encoding="utf-8")
    return folder


def test_key_words_follow_their_schema(market: Path, printed: Callable[..., str]) -> None:
    schema = json.loads((REPOSITORY / "docs/schemas/keyness.schema.json").read_text("utf-8"))

    out = printed(market, "--keyness", "ferry", "--format", "jsonl")

    records: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    for record in records:
        Draft202012Validator(schema).validate(record)
    assert {r["word"] for r in records if r["log_ratio"] > 0} == {"ferry", "sank"}
    assert {r["word"] for r in records if r["log_ratio"] < 0} == {"market", "rose"}


def test_tables_to_read_have_headings(example: Path, printed: Callable[..., str]) -> None:
    assert printed(example, "dam", "--collocates").split()[:3] == ["Word", "Near", "Left"]
    assert printed(example, "dam", "--frequency").split()[:2] == ["Words", "Count"]
    assert "DP" in printed(example, "dam", "--dispersion").splitlines()[0]


def test_a_spreadsheet_runs_nothing_of_a_text(tmp_path: Path, printed: Callable[..., str]) -> None:
    (tmp_path / "=a.txt").write_text('=HYPERLINK("x") ferry @SUM(1)\x1b[31m', encoding="utf-8")

    out = printed(tmp_path, "ferry", "--format", "tsv")

    names, row = csv.reader(io.StringIO(out), csv.excel_tab)
    cell = dict(zip(names, row, strict=True))
    assert cell["article"] == "'=a.txt"
    assert cell["before"] == '\'=HYPERLINK("x") '
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--sort", "L9", "dam"], "nothing to sort by"),
        (["--span", "0:0", "dam"], "no word on either side"),
        (["--ngrams", "99", "dam"], "whole number from 1 to 20"),
        (["--frequency", "--collocates", "dam"], "not allowed with"),
    ],
)
def test_wrong_arguments_say_what_is_right(
    arguments: list[str], said: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["concordance", str(example), *arguments])

    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["file:wire"], 2, "names no place"),
        (["..."], 2, "no word"),
        ([], 2, "no word"),
        (["lighthousekeeper"], 1, "nothing found"),
        (["--keyness", "lighthousekeeper"], 2, "nothing to compare"),
        (["--keyness", "dam", "--minimum", "9999"], 1, "9999 times or more"),
    ],
)
def test_what_finds_nothing_says_so(
    arguments: list[str],
    status: int,
    said: str,
    example: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["concordance", str(example), *arguments]) == status
    shown = capsys.readouterr()
    assert said in shown.out + shown.err


@pytest.mark.parametrize("width", [None, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("context", [None, 10, 60])
def test_lines_fit_the_width(width: int | None, context: int | None) -> None:
    shape = layout(width, context)

    assert isinstance(shape, Layout)
    assert min(shape.left, shape.right) >= 1
    if width is not None:
        assert shape.left + shape.right + 2 + (shape.place or 0) <= max(width, 40)
    if context is not None:
        assert shape.left <= context


def test_plots_are_as_high_as_what_they_show() -> None:
    assert strip([0, 1, 4, 8]) == "·▁▄█"
    assert strip([]) == ""
    assert bar(10, 10, 4) == "████"
    assert bar(5, 10, 4) == "██"
    assert bar(0.001, 10, 4) == "▏", "what is there shows"
    assert bar(0, 10, 4) == bar(1, 0, 4) == ""


def is_damaged(folder: Path) -> bool:
    try:
        counts = open_index(open_corpus(folder)).word_counts("ferry")
        if counts is not None:
            counts.every_word()
    except IndexDamaged:
        return True
    return False


def test_words_are_counted_in_a_damaged_index_once_it_is_made_anew(
    market: Path,
    tmp_path: Path,
    printed: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ("--keyness", "ferry", "--format", "jsonl")
    whole = printed(market, *asked)
    index = open_corpus(market).cache_folder / "index"
    as_built = Path(shutil.copytree(index, tmp_path / "as-built"))
    (words,) = index.rglob("*.words")
    written = words.read_bytes()

    def damage(at: int) -> None:
        shutil.rmtree(index)
        shutil.copytree(as_built, index)
        words.write_bytes(written[:at] + bytes([written[at] ^ 0xFF]) + written[at + 1 :])

    for at in range(0, len(written), 16):
        damage(at)
        if is_damaged(market):
            break
    else:
        pytest.fail("no byte matters to what is counted")
    damage(at)

    assert main(["concordance", str(market), *asked]) == 0

    out, err = capsys.readouterr()
    assert out == whole
    assert "it is made anew" in err
