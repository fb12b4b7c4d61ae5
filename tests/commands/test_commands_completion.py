"""The completion scripts, in the shells that they are for."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import REPOSITORY
from tui.commands.arguments import SHELLS
from tui.commands.command_help import COMMANDS

# How a shell is made to complete a line without a person: what it offers, a word a line.
_BASH = """
source {script}
COMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
COMP_LINE={line} COMP_POINT=${{#COMP_LINE}}
_postil 2>/dev/null
printf '%s\\n' "${{COMPREPLY[@]}}"
# What bash offers where a completion offers nothing: `complete -o default`.
[ ${{#COMPREPLY[@]}} -gt 0 ] || compgen -f -- "${{COMP_WORDS[COMP_CWORD]}}"
"""
_FISH = """
source {script}
complete --do-complete {line}
"""


def offered(shell: str, line: str, folder: Path) -> set[str]:
    """Return the words that a shell offers for the last word of a line."""
    script = folder / f"completion.{shell}"
    script.write_text(printed(shell), encoding="utf-8")
    if shell == "zsh":
        return _offered_by_zsh(script, line, folder)
    words = line.split(" ")
    quoted = " ".join(shlex.quote(word) if word else "''" for word in words)
    code = {"bash": _BASH, "fish": _FISH}[shell].format(
        script=script, words=quoted, line=shlex.quote(line)
    )
    options = ["--norc", "--noprofile"] if shell == "bash" else ["--no-config"]
    done = subprocess.run(
        [shell, *options, "-c", code],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder)},
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return {row.split("\t")[0] for row in done.stdout.splitlines() if row}


# zsh completes only while a line is edited, so it has a terminal of its own; what completion
# functions hand to `compadd` is printed, and the shell ends when they are done.
_ZSH = """
autoload -Uz compinit; compinit -u -d {folder}/dump; source {script}
bindkey '^I' complete-word
compadd () {{
    if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
    typeset -a hits
    builtin compadd -A hits "$@"
    for hit in $hits; do print -r -- "OFFERED $hit"; done
}}
finish () {{ print FINISHED; exit }}
comppostfuncs=(finish)
cd {folder}
"""
_ZPTY = """
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'source {setup}; print READ""Y'
zpty -r -m z said '*READY*'
zpty -w -n z {line}$'\t'
zpty -r -m z said '*FINISHED*'
print -r -- "$said"
"""


def _offered_by_zsh(script: Path, line: str, folder: Path) -> set[str]:
    setup = folder / "setup.zsh"
    setup.write_text(_ZSH.format(folder=shlex.quote(str(folder)), script=script), encoding="utf-8")
    done = subprocess.run(
        ["zsh", "-f", "-c", _ZPTY.format(setup=setup, line=shlex.quote(line))],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"HOME": str(folder), "TERM": "dumb"},
        check=True,
    )
    return {
        row.rpartition("OFFERED ")[2].strip()
        for row in done.stdout.splitlines()
        if "OFFERED " in row
    }


def printed(shell: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "completion", shell],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=True,
    )
    return done.stdout


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return name


def test_the_commands_are_offered_first(shell: str, tmp_path: Path) -> None:
    assert offered(shell, "postil ", tmp_path) >= set(COMMANDS)


def test_a_begun_command_is_completed(shell: str, tmp_path: Path) -> None:
    found = offered(shell, "postil s", tmp_path)
    assert found >= {"search", "settings", "statements"}
    assert not found & {"doctor", "index"}


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("postil search --", {"--limit", "--exact", "--format", "--annotations", "--help"}),
        ("postil entities --a", {"--aliases", "--annotations"}),
        ("postil doctor --", {"--json", "--format"}),
        ("postil --", {"--annotations", "--version", "--help"}),
    ],
)
def test_the_options_of_a_command_are_offered(
    shell: str, tmp_path: Path, line: str, options: set[str]
) -> None:
    assert offered(shell, line, tmp_path) >= options


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("postil ledger --format ", {"text", "jsonl"}),
        ("postil completion ", set(SHELLS)),
    ],
)
def test_the_words_that_are_taken_are_offered(
    shell: str, tmp_path: Path, line: str, words: set[str]
) -> None:
    found = offered(shell, line, tmp_path)
    assert found >= words
    assert "index" not in found


def test_folders_are_offered_where_a_corpus_is_wanted(shell: str, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for line in ("postil ", "postil rep", "postil search ", "postil ledger r"):
        assert {"reports", "reports/"} & offered(shell, line, tmp_path), line


def test_a_shell_reads_the_script_without_a_word(shell: str, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text(printed(shell), encoding="utf-8")
    done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
