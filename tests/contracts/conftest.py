"""The schemas of docs/schemas, and a copy of the example corpus."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Give a copy of the example corpus that a test may change."""
    return Path(shutil.copytree(REPOSITORY / "examples" / "tulgara-dam", tmp_path / "tulgara-dam"))


@pytest.fixture
def validator() -> Callable[[str], Draft202012Validator]:
    """Give the validator of a schema by its name."""

    def load(name: str) -> Draft202012Validator:
        path = REPOSITORY / "docs" / "schemas" / f"{name}.schema.json"
        schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        return Draft202012Validator(schema)

    return load
