"""`postil compare`: two articles laid side by side."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tui.command_line import main

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schemas" / "compare.schema.json"
Run = Callable[..., subprocess.CompletedProcess[str]]

FIRST = "The ferry Halcyon ran aground with 1,600 people aboard.\n\nNobody was hurt in Marn.\n"
SECOND = "The ferry Halcyon ran aground with over 1,500 people aboard.\n\nDivers are on the way.\n"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "two.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def compare(pair: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    status = main(["compare", "one.txt", "two.txt", "--corpus", str(pair), *more])
    return status, capsys.readouterr().out


def test_figures_come_first_and_words_stand_in_brackets(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = compare(pair, capsys)

    assert status == 0
    assert "1,600 people | over 1,500 people" in out
    assert "with [-1,600-] people" in out
    assert "with {+over 1,500+} people" in out
    assert "[-Nobody was hurt in Marn.-]" in out


def test_every_json_line_follows_its_schema(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = compare(pair, capsys, "--format", "jsonl")

    lines: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for line in lines:
        validator.validate(line)
    assert [line["kind"] for line in lines] == ["changed", "left", "right", "figures"]
    figures = lines[0]["figures"][0]
    assert FIRST[figures["first"]["start"] : figures["first"]["end"]] == "1,600"
    assert figures["second"]["bound"] == "over"


def test_an_article_does_not_differ_from_itself(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(pair / "one.txt"), str(pair / "one.txt")]) == 1
    assert "2 sentences the same" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_one_clear_line(postil: Run, pair: Path) -> None:
    done = postil("compare", pair / "one.txt", pair / "gone.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert "gone.txt: there is no such article" in done.stderr
