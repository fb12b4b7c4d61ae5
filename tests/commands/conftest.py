"""A copy of the example corpus, and `postil` with arguments, each time in a process of its own.

That a command imports all that it needs, and no more, test_commands_import_hygiene.py says.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Give a copy of the example corpus that a test may change."""
    return Path(shutil.copytree(REPOSITORY / "examples" / "tulgara-dam", tmp_path / "tulgara-dam"))


@pytest.fixture(scope="session")
def forking() -> Iterator[subprocess.Popen[str]]:
    """Give the process that runs `postil`: forking.py."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.commands.forking"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    ) as process:
        yield process


@pytest.fixture
def postil(
    forking: subprocess.Popen[str],
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `postil` with arguments, its output in files; `env` adds to the environment."""

    def run(
        *arguments: str | os.PathLike[str],
        env: dict[str, str] | None = None,
        cwd: Path = REPOSITORY,
    ) -> subprocess.CompletedProcess[str]:
        assert forking.stdin is not None
        assert forking.stdout is not None
        words = list(map(os.fspath, arguments))
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})}
        if env is not None:  # Python itself looks at it when it starts
            return subprocess.run(
                [sys.executable, "-m", "tui", *words],
                capture_output=True,
                encoding="utf-8",
                cwd=cwd,
                env=environment,
                timeout=120,
                check=False,
            )
        with NamedTemporaryFile() as out, NamedTemporaryFile() as err:
            told = {
                "arguments": words,
                "cwd": str(cwd),
                "environment": environment,
                "out": out.name,
                "err": err.name,
            }
            print(json.dumps(told), file=forking.stdin, flush=True)
            status = int(forking.stdout.readline())
            printed = [file.read().decode("utf-8") for file in (out, err)]
        return subprocess.CompletedProcess(words, status, *printed)

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
