"""The front of the measures of quality: every part prints its rows, levels and verdicts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
TEXT = (
    "Two boats left Velm on Sunday for 12 dollars, said Ann Lee. Yesterday Ann Lee was in Norway.\n"
)


def printed(measures: Path, *parts: str) -> list[str]:
    command = [sys.executable, "bench/understanding.py", "--measures", str(measures)]
    only = ["--only", *parts] if parts else []
    done = subprocess.run(
        [*command, *only], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def row(lines: list[str], measure: str) -> str:
    rows = (line for line in lines if line.strip().startswith(measure) and "  " in line.strip())
    return next(rows)


@pytest.fixture
def measures(tmp_path: Path) -> Path:
    def span(words: str, type_: str) -> list:
        start = TEXT.index(words)
        return [start, start + len(words), type_]

    document = {
        "text": TEXT,
        "spans": [
            span("Two", "CARDINAL"),
            span("Sunday", "DATE"),
            span("12 dollars", "MONEY"),
            span("Ann Lee", "PERSON"),
        ],
    }
    (tmp_path / "ieer-dev.json").write_text(json.dumps([document]))
    cases = [
        {
            "model": "NumberModel",
            "Input": "It has 12 doors",
            "Results": [{"Text": "12", "Start": 7, "End": 8, "Resolution": {"value": "12"}}],
        },
        {
            "model": "NumberModel",
            "Input": "It has a dozen doors",
            "Results": [{"Text": "dozen", "Start": 9, "End": 13, "Resolution": {"value": "13"}}],
        },
    ]
    lines = "\n".join(json.dumps(case) for case in cases)
    (tmp_path / "recognizers-dev.jsonl").write_text(lines)
    return tmp_path


def test_numbers_and_dates_have_their_levels(measures: Path) -> None:
    lines = printed(measures, "quantities")

    numbers = " ".join(row(lines, "numbers").split())
    assert numbers == "numbers 1.000 1.000 1.000 2 marked, 2 found P 0.93, R 0.95 met"
    assert row(lines, "dates, as marked").split()[3:6] == ["0.500", "1.000", "0.667"]
    assert row(lines, "dates, those").rstrip().endswith("met")
    assert lines[-1] == "2 of 2 levels reached"


def test_a_level_that_is_not_reached_is_said(measures: Path) -> None:
    lines = printed(measures, "values")

    number = " ".join(row(lines, "number").split())
    assert number == "number 0.500 2 cases right 0.85 NOT MET"
    assert lines[-1] == "0 of 1 levels reached"


def test_data_that_is_absent_is_named_and_skipped(measures: Path) -> None:
    lines = printed(measures)

    assert any("wikigold.conll.txt is absent" in line for line in lines)
    assert any("name-pairs-dev.csv is absent" in line for line in lines)
    assert row(lines, "whole analysis")
    assert row(lines, "PERSON").split()[1] == "0.500"
