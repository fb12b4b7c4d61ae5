"""Arguments, queries and an environment that try to harm, and notes that come out as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import open_index
from index.problems import QueryError
from tests.hostile.conftest import STRINGS
from tests.hostile.printed import run
from tui.commands.command_help import COMMANDS

pytestmark = pytest.mark.usefixtures("shared_cache")


def test_any_query_is_answered_or_refused(naughty: Path) -> None:
    corpus = open_corpus(naughty)
    index = open_index(corpus)
    index.update()

    for query in [*STRINGS.values(), "", "\ud800", "NEAR/9999999999 a", "(" * 3000, "a~" * 500]:
        try:
            found = index.search(query)
        except QueryError:
            continue
        for hit in found.hits:
            file = corpus.find(hit.article, hit.part)
            assert file is not None
            text = corpus.read(file).text
            for snippet in hit.snippets:
                assert text[snippet.start : snippet.end] == snippet.text


@pytest.mark.parametrize(
    "query", ["\x1b]0;x\x07", '"\u202e', "\udcff", "title:\x9b(", ""], ids=ascii
)
def test_a_query_is_said_in_harmless_words(tmp_path: Path, query: str) -> None:
    (tmp_path / "a.txt").write_text("Ilse Brandt\n", encoding="utf-8")

    printed = run("search", tmp_path, "--", query, terminal=True)

    assert printed.status in (0, 1, 2)
    assert printed.status != 2 or "postil: " in printed.errors
    assert printed.harmful() == set()


@pytest.mark.parametrize("command", sorted(COMMANDS))
@pytest.mark.parametrize(
    "argument", ["\x1b]0;x\x07", "--\u202e\x9b", "-\udcff\n", "", "~\udcff", "/n" * 3000], ids=ascii
)
def test_any_argument_is_refused_in_harmless_words(command: str, argument: str) -> None:
    printed = run(command, argument, terminal=True)

    assert printed.status in (0, 1, 2), printed
    assert printed.harmful() == set()


@pytest.mark.parametrize("command", ["settings", "doctor"])
def test_an_environment_that_harms_is_shown_harmless(
    command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "a\x1b[31m\u202e\n"))
    for variable in ("TERM_PROGRAM", "EDITOR", "COLORTERM", "LANG", "TMUX", "SSH_TTY", "VISUAL"):
        monkeypatch.setenv(variable, "x\x1b]0;owned\x07\u202e'\"")

    printed = run(command, terminal=True)

    assert printed.status in (0, 1)
    assert "␛" in printed.out
    assert printed.harmful() == set()


def test_notes_come_out_as_they_were(naughty: Path) -> None:
    """Printed harmless, and yet the same characters: the escapes of JSON say which."""
    printed = run("ledger", naughty, "--format", "jsonl")

    notes = {json.loads(line).get("note") for line in printed.out.splitlines()}
    assert [what for what, string in STRINGS.items() if string not in notes] == []
