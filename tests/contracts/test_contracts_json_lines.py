"""What every command prints as JSON Lines, held to docs/schemas and to the texts themselves."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from tui.command_line import main
from tui.commands.command_help import CORPUS_COMMANDS

REPOSITORY = Path(__file__).resolve().parents[2]
Validator = Callable[[str], Draft202012Validator]
Records = Callable[..., list[dict[str, Any]]]
ASKING = {
    "search": ["gateman OR tolgara"],
    "concordance": ["gateman OR tolgara"],
    "similar": ["001_continental_wire.txt"],
}


@pytest.fixture
def records(example: Path, capsys: pytest.CaptureFixture[str]) -> Records:
    """Run a command on the example corpus and give its lines as data."""

    def run(command: str, *arguments: str) -> list[dict[str, Any]]:
        assert main([command, str(example), *arguments, "--format", "jsonl"]) in (0, 1)
        return [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]

    return run


@pytest.fixture
def texts(example: Path) -> dict[str, str]:
    """Give the text of every article of the example corpus, by its name."""
    corpus = open_corpus(example)
    return {
        file.article: corpus.read(file).text
        for file in corpus.files
        if file.article != "011_scan.txt"
    }


@pytest.mark.parametrize("command", ["doctor", *sorted(CORPUS_COMMANDS)])
def test_every_line_of_a_command_follows_its_schema(
    command: str, example: Path, records: Records, validator: Validator
) -> None:
    query = ASKING.get(command, [])
    if command == "journal":
        corpus = open_corpus(example)
        store, article = AnnotationStore(corpus), corpus.read(corpus.files[0])
        store.change(article, store.placed(article)[0].annotation.id, note="another")
        store.delete(article, store.placed(article)[1].annotation.id)
    if command == "duplicates":
        shutil.copy(example / "005_gazette.txt", example / "014_twin.txt")

    lines = records(command, *query)
    schema = validator(command)

    assert lines
    for line in lines:
        schema.validate(line)


@pytest.mark.parametrize("command", [*sorted(CORPUS_COMMANDS), "agreement", "doctor"])
def test_a_schema_lists_the_fields_of_the_contract_in_its_order(
    command: str, validator: Validator
) -> None:
    contract = (REPOSITORY / "docs" / "contracts.md").read_text(encoding="utf-8")
    row = next(
        line
        for line in contract.splitlines()
        if line.endswith(f"(schemas/{command}.schema.json) |")
    )
    listed = [part.partition(":")[0] for part in row.split(" | ")[1].split("`")[1::2]]
    fields = list(validator(command).schema["properties"])

    if command == "ledger":
        assert set(listed) == {"article", "part", "state", "start", "end"}
        assert fields[: len(listed)] == listed
    else:
        assert fields == listed
    assert validator(command).schema["additionalProperties"] is False
    assert validator(command).schema["required"] == fields


@pytest.mark.parametrize("command", ["doctor", *sorted(set(CORPUS_COMMANDS) - {"ledger"})])
def test_fields_are_printed_in_the_order_of_the_schema(
    command: str, records: Records, validator: Validator
) -> None:
    query = ASKING.get(command, [])
    fields = list(validator(command).schema["properties"])

    for line in records(command, *query):
        assert list(line) == fields


@pytest.mark.parametrize("command", ["entities", "quantities"])
def test_spans_cover_the_words_that_are_printed(
    command: str, records: Records, texts: dict[str, str]
) -> None:
    for line in records(command):
        text = texts[line["article"]]
        assert text[line["start"] : line["end"]] == line["text"]
        of = line.get("of")
        assert of is None or text[of["start"] : of["end"]] == of["text"]
        title = line.get("title_span")
        assert title is None or 0 <= title["start"] < title["end"] <= len(text)


def test_the_parts_of_a_statement_lie_in_the_text(records: Records, texts: dict[str, str]) -> None:
    lines = records("statements")

    for line in lines:
        text = texts[line["article"]]
        content, cue, speaker = line["content"], line["cue"], line["speaker"]
        assert 0 <= line["start"] <= content["start"] < content["end"] <= line["end"] <= len(text)
        assert cue is None or text[cue["start"] : cue["end"]].strip()
        assert speaker is None or text[speaker["start"] : speaker["end"]].strip()
    assert any(line["direct"] for line in lines)
    assert any(line["speaker"] and line["speaker"]["entity"] for line in lines)


def test_statements_are_those_of_one_speaker_by_any_of_the_names(records: Records) -> None:
    everything = records("statements")
    governor = records("statements", "--speaker", "aldakhan")

    assert 0 < len(governor) < len(everything)
    assert len({line["speaker"]["entity"] for line in governor}) == 1
    assert records("statements", "--speaker", "nobody at all") == []


def test_articles_print_their_length_and_evidence_inside_the_text(
    records: Records, texts: dict[str, str]
) -> None:
    lines = records("articles")

    assert {line["article"]: line["characters"] for line in lines} == {
        article: len(text) for article, text in texts.items()
    }
    for line in lines:
        text = texts[line["article"]]
        for key in ("title", "outlet", "author", "published"):
            evidence = (line[key] or {"evidence": {"source": ""}})["evidence"]
            assert "source" in evidence or 0 <= evidence["start"] < evidence["end"] <= len(text)
        for piece in line["furniture"]:
            before, after = text[: piece["start"]], text[piece["end"] :]
            assert before == "" or before.endswith("\n")
            assert after == "" or after.startswith("\n")


@pytest.mark.parametrize("query", ["gateman", "tolgara", '"over 1,450"', "1450 orchard"])
def test_snippets_and_matches_are_in_offsets_of_the_article(
    query: str, records: Records, texts: dict[str, str]
) -> None:
    lines = records("search", query)

    assert lines
    for line in lines:
        assert line["snippets"]
        for snippet in line["snippets"]:
            text = texts[line["article"]]
            assert snippet["text"] == text[snippet["start"] : snippet["end"]]
            for match in snippet["matches"]:
                assert snippet["start"] <= match["start"] < match["end"] <= snippet["end"]


def test_an_exact_search_widens_nothing(records: Records) -> None:
    widened = records("search", "tolgara")
    exact = records("search", "tolgara", "--exact")

    assert any(line["widened"] for line in widened)
    assert {line["article"] for line in exact} < {line["article"] for line in widened}
    assert all(not line["widened"] for line in exact)
    assert all(
        match["exact"]
        for line in exact
        for snippet in line["snippets"]
        for match in snippet["matches"]
    )


def test_a_ledger_line_that_is_ok_stands_on_its_quote(
    records: Records, texts: dict[str, str]
) -> None:
    lines = records("ledger")

    for line in lines:
        if line["state"] in ("ok", "moved") and line["quote"] is not None:
            assert texts[line["article"]][line["start"] : line["end"]] == line["quote"]
        if line["state"] == "ok" and line["quote"] is not None:
            assert line["at"] == [line["start"], line["end"]]
        if line["state"] == "lost":
            assert (line["start"], line["end"]) == (None, None)


def test_the_index_says_what_was_added_and_then_that_nothing_was(
    records: Records, texts: dict[str, str]
) -> None:
    (first,) = records("index")
    (second,) = records("index")

    assert first["added"] == len(texts)
    assert [each["file"] for each in first["skipped"]] == ["011_scan.txt"]
    assert (second["added"], second["changed"], second["removed"], second["renamed"]) == (0,) * 4


def test_every_line_of_explain_follows_its_schema(
    example: Path, texts: dict[str, str], validator: Validator, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = validator("explain")
    whats = set()
    name = "001_continental_wire.txt"
    for offset in range(0, len(texts[name]), 97):
        main(["explain", f"{name}:{offset}", "--corpus", str(example), "--format", "jsonl"])
        for line in map(json.loads, capsys.readouterr().out.splitlines()):
            schema.validate(line)
            assert line["text"] == texts[name][line["start"] : line["end"]]
            whats.add(line["what"])

    assert whats >= {"metadata", "entity", "quantity", "statement", "annotation"}
