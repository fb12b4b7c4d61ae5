"""The YAML files of the examples and of the contract, held to docs/schemas."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from corpus.yaml_text import load_yaml

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY / "examples" / "tulgara-dam"
SIDECARS = sorted(
    path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.annotations.yaml")
)
Validator = Callable[[str], Draft202012Validator]


class _EditorLoader(yaml.SafeLoader):
    """Types scalars as the YAML 1.2 core schema does, which editors use: dates stay text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _both_ways(text: str) -> list[Any]:
    """Read YAML as Postil does, strings first, and as an editor that checks the schema does."""
    return [load_yaml(text, "test.yaml"), yaml.load(text, _EditorLoader)]  # noqa: S506


def _example_of_the_contract(heading: str) -> str:
    contract = (REPOSITORY / "docs" / "contracts.md").read_text(encoding="utf-8")
    section = contract.partition(heading)[2]
    found = re.search(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert found
    return found.group(1)


def test_there_are_sidecars_to_look_at() -> None:
    assert len(SIDECARS) >= 3


@pytest.mark.parametrize("name", SIDECARS)
def test_a_sidecar_of_the_examples_follows_the_schema(name: str, validator: Validator) -> None:
    for value in _both_ways((CORPUS / name).read_text(encoding="utf-8")):
        validator("sidecar").validate(value)


def test_the_postil_yaml_of_the_examples_follows_the_schema(validator: Validator) -> None:
    for value in _both_ways((CORPUS / "postil.yaml").read_text(encoding="utf-8")):
        validator("postil").validate(value)


def test_the_sidecar_in_the_contract_follows_the_schema(validator: Validator) -> None:
    text = _example_of_the_contract("## The sidecar").replace("1a52…", "1a52" * 16)

    for value in _both_ways(text):
        validator("sidecar").validate(value)


def test_the_postil_yaml_in_the_contract_follows_the_schema(validator: Validator) -> None:
    for value in _both_ways(_example_of_the_contract("## The corpus's own file")):
        validator("postil").validate(value)


@pytest.mark.parametrize(
    "annotation",
    [
        "{quote: words, at: [1, 6]}",
        "{id: a-k3v9x2m7qd, quote: words}",
        "{id: a-k3v9x2m7qd, at: [1, 6]}",
        "{id: a-k3v9x2m7qd, quote: words, at: [1]}",
        "{id: a-k3v9x2m7qd, quote: words, at: [-1, 6]}",
        "{id: a-k3v9x2m7qd, links: [{to: a-91bcz0w4te}]}",
        "{id: a-k3v9x2m7qd, links: [{to: a-91bcz0w4te, type: hates}]}",
        "{id: a-k3v9x2m7qd, claim: {quantity: {value: many}}}",
        "{id: a-k3v9x2m7qd, claim: {quantity: {bound: around}}}",
    ],
)
def test_the_schema_of_sidecars_refuses(annotation: str, validator: Validator) -> None:
    text = f"schema: postil/1\nannotations:\n  - {annotation}\n"

    for value in _both_ways(text):
        with pytest.raises(ValidationError):
            validator("sidecar").validate(value)


@pytest.mark.parametrize(
    "line",
    [
        "schema: postil-corpus/2",
        "outlets: [one]",
        "metadata: [{outlet: No Files}]",
        'metadata: [{files: "*.txt", date: "{mm}-{dd}"}]',
        "entities: [{name: Somewhere, type: TOWN}]",
        "codebook: {fields: {sure: maybe}}",
    ],
)
def test_the_schema_of_postil_yaml_refuses(line: str, validator: Validator) -> None:
    for value in _both_ways(line + "\n"):
        with pytest.raises(ValidationError):
            validator("postil").validate(value)
