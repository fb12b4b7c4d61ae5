"""Every example of docs/concordance.md, run as it stands there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tui.command_line import main

REPOSITORY = Path(__file__).resolve().parents[2]
PAGE = (REPOSITORY / "docs" / "concordance.md").read_text(encoding="utf-8")
# What follows from dates, names and sidecars is told as text: it need only find something.
EXAMPLES = re.findall(r"```(console|text)\n\$ (postil [^\n]+)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(
    ("kind", "command", "shown"), EXAMPLES, ids=[command for _, command, _ in EXAMPLES]
)
def test_an_example_prints_what_the_page_says(
    kind: str, command: str, shown: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program, name, folder, *arguments = shlex.split(command)

    assert (program, folder) == ("postil", example.name)
    assert main([name, str(example), *arguments]) == 0

    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    if kind == "console":
        assert printed == shown.splitlines()
    else:
        assert len(printed) > 0


def test_the_page_has_examples_of_every_kind() -> None:
    commands = " ".join(command for _, command, _ in EXAMPLES)

    for option in ("--sort", "--collocates", "--ngrams", "--frequency", "--dispersion", "--format"):
        assert option in commands
