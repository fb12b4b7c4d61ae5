"""A copy of the example corpus, and `postil` run as a person runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Give a copy of the example corpus that a test may change."""
    return Path(shutil.copytree(REPOSITORY / "examples" / "tulgara-dam", tmp_path / "tulgara-dam"))


@pytest.fixture
def postil() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `postil` with arguments, its output piped; `env` adds to the environment."""

    def run(
        *arguments: str | os.PathLike[str],
        env: dict[str, str] | None = None,
        cwd: Path = REPOSITORY,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *map(os.fspath, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})},
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def records(
    postil: Callable[..., subprocess.CompletedProcess[str]],
) -> Callable[..., list[dict[str, Any]]]:
    """Run `postil … --format jsonl` and give its lines as data."""

    def run(*arguments: str | os.PathLike[str]) -> list[dict[str, Any]]:
        done = postil(*arguments, "--format", "jsonl")
        assert done.returncode in (0, 1), done.stderr
        # Split by LF alone: a line of JSON may hold U+2028 in no form but an escape.
        return [json.loads(line) for line in done.stdout.split("\n") if line]

    return run
