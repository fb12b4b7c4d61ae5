"""What `entities --aliases` prints, held to its schema, to the mentions and to the texts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from corpus.opening import open_corpus
from tui.command_line import main

Lines = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def lines(example: Path, capsys: pytest.CaptureFixture[str]) -> Lines:
    """Give the JSON lines of `entities` with further arguments."""

    def run(*arguments: str) -> list[dict[str, Any]]:
        assert main(["entities", str(example), *arguments, "--format", "jsonl"]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]

    return run


def test_every_line_follows_the_schema_in_its_order(
    lines: Lines, validator: Callable[[str], Draft202012Validator]
) -> None:
    schema = validator("aliases")

    for line in lines("--aliases"):
        schema.validate(line)
        assert list(line) == list(schema.schema["properties"])
        assert schema.schema["required"] == list(line)


def test_the_contract_lists_the_fields_of_the_schema(
    validator: Callable[[str], Draft202012Validator],
) -> None:
    contract = Path(__file__).resolve().parents[2] / "docs" / "contracts.md"
    rows = contract.read_text(encoding="utf-8").splitlines()
    (row,) = [row for row in rows if row.endswith("(schemas/aliases.schema.json) |")]
    listed = [part.partition(":")[0] for part in row.split(" | ")[1].split("`")[1::2]]

    assert listed == list(validator("aliases").schema["properties"])


def test_every_mention_has_an_entity_of_the_table_and_is_counted_there(lines: Lines) -> None:
    mentions = Counter(line["entity"] for line in lines())
    table = {line["entity"]: line for line in lines("--aliases")}

    assert {entity: line["count"] for entity, line in table.items()} == dict(mentions)
    for line in lines():
        entity = table[line["entity"]]
        assert (line["name"], line["type"]) == (entity["name"], entity["type"])
        assert " ".join(line["text"].split()) in [name["text"] for name in entity["names"]]


def test_a_proof_stands_in_the_article_and_has_a_name_of_the_merge(
    lines: Lines, example: Path
) -> None:
    corpus = open_corpus(example)
    texts = {
        file.article: corpus.read(file).text
        for file in corpus.files
        if file.article != "011_scan.txt"
    }
    proofs = [
        (merge, merge["proof"])
        for line in lines("--aliases")
        for merge in line["merges"]
        if merge["proof"] is not None
    ]

    assert proofs
    for merge, proof in proofs:
        shown = " ".join(texts[proof["article"]][proof["start"] : proof["end"]].split())
        assert merge["name"].casefold() in shown.casefold()
