"""Every command on files that try to harm: nothing of them reaches the terminal, or is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from annotations.exchange.formats import FORMATS
from corpus.opening import open_corpus
from corpus.problem import CorpusError
from tests.hostile.conftest import ROOT, STRINGS, harmful
from tests.terminal.conftest import Starter
from tui.commands.command_help import COMMANDS, CORPUS_COMMANDS

pytestmark = pytest.mark.usefixtures("shared_cache")

WORDS = {"search": ["brandt"], "concordance": ["brandt"]}
# What commands write in a terminal themselves: colours, and a line of progress that they take back.
OURS = re.compile(r"\x1b\[[0-9;]*m|\r[^\r\x1b\n]*\x1b\[K")
STATUSES = {0, 1, 2}
TURNING = set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
HIDDEN = set("\u200b\u2060\u2063\ufeff\ufff9\ufffa\ufffb\U000e0041\U000e0042\U000e007f")


def arguments(command: str, folder: Path) -> list[str]:
    if command == "similar":
        return [command, str(folder), str(min(folder.rglob("*.txt")))]
    return [command, str(folder), *WORDS.get(command, [])]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        cwd=ROOT,
        check=False,
    )


@pytest.mark.parametrize("command", CORPUS_COMMANDS)
def test_text_to_a_pipe_is_harmless(naughty: Path, command: str) -> None:
    done = run(*arguments(command, naughty))

    assert done.returncode in STATUSES, done.stderr
    assert "Traceback" not in done.stderr
    assert harmful(done.stdout) == set()
    assert harmful(done.stderr) == set()


@pytest.mark.parametrize("command", [c for c in CORPUS_COMMANDS if COMMANDS[c].formats])
def test_lines_of_json_are_whole_and_harmless(naughty: Path, command: str) -> None:
    done = run(*arguments(command, naughty), "--format", "jsonl")

    assert done.returncode in STATUSES, done.stderr
    # What a terminal obeys is written as an escape of JSON, so that `| head` does no harm.
    assert harmful(done.stdout) == set()
    lines = done.stdout.splitlines()
    assert [type(json.loads(line)) for line in lines] == [dict] * len(lines)


@pytest.mark.parametrize("command", ["articles", "ledger", "search"])
def test_text_to_a_terminal_is_harmless(naughty: Path, command: str, start: Starter) -> None:
    terminal = start("-m", "tui", *arguments(command, naughty))
    terminal.wait()

    painted = terminal.painted.decode("utf-8").replace("\r\n", "\n")
    assert len(painted) > 1_000
    assert harmful(OURS.sub("", painted)) == set()


@pytest.mark.parametrize(
    "rest",
    [
        *(["export", "--to", name] for name in FORMATS),
        *(["ledger", "--format", name] for name in ("csv", "tsv")),
    ],
    ids=" ".join,
)
def test_what_is_for_other_programs_is_harmless_on_a_terminal(
    naughty: Path, rest: list[str], start: Starter
) -> None:
    command, *options = rest
    terminal = start("-m", "tui", command, str(naughty), *options)
    terminal.wait()

    painted = terminal.painted.decode("utf-8").replace("\r\r\n", "\n").replace("\r\n", "\n")
    assert len(painted) > 1_000
    assert harmful(OURS.sub("", painted)) <= {"\t"}


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_report_has_no_control_character(naughty: Path, name: str) -> None:
    written = run("export", str(naughty), "--to", name).stdout
    assert len(written) > 1_000
    assert {one for one in written if unicodedata.category(one) == "Cc"} <= {"\n", "\t"}
    assert not set(written) & (TURNING | HIDDEN)


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
@pytest.mark.parametrize("what", ["zero width", "tag characters", "interlinear", "isolates"])
def test_an_article_is_written_with_what_hides_in_it(naughty: Path, what: str, name: str) -> None:
    (article,) = naughty.glob(f"?? {what}.md")
    written = run("export", str(naughty), "--article", article.name, "--to", name).stdout
    assert f"The end of {what}." in written
    assert not set(written) & (TURNING | HIDDEN)


def test_offsets_of_json_lines_are_those_of_the_articles(naughty: Path) -> None:
    corpus = open_corpus(naughty)
    seen = 0
    for command in ("entities", "quantities"):
        for line in run(command, str(naughty), "--format", "jsonl").stdout.splitlines():
            record = json.loads(line)
            file = corpus.find(record["article"])
            if file is None:
                continue  # a name that is no UTF-8 cannot be a text of JSON
            text = corpus.read(file).text
            assert text[record["start"] : record["end"]] == record["text"]
            seen += 1
    assert seen > 500


def test_every_string_stands_in_the_text_as_it_was(naughty: Path) -> None:
    corpus = open_corpus(naughty)
    binary = {problem.file for problem in corpus.skipped}
    for number, (what, string) in enumerate(STRINGS.items()):
        name = f"{number:02} {what}.md"
        if name in binary:
            continue
        file = corpus.find(name)
        assert file is not None, name
        expected = string.replace("\r\n", "\n").replace("\r", "\n")
        assert corpus.read(file).text.count(expected) >= 5, name


def test_what_is_skipped_has_a_reason_and_a_remedy(naughty: Path) -> None:
    for problem in open_corpus(naughty).skipped:
        assert problem.reason
        assert problem.remedy


def test_every_other_file_opens(naughty: Path) -> None:
    corpus = open_corpus(naughty)
    assert len(corpus.files) > 3 * len(STRINGS)
    for file in corpus.files:
        try:
            corpus.analyse(corpus.read(file))
        except CorpusError as error:
            pytest.fail(str(error))


def test_one_long_name_pads_no_other_row(naughty: Path) -> None:
    lines = run("articles", str(naughty)).stdout.splitlines()
    assert any(len(line) > 1_000 for line in lines)  # whole, as a pipe wants it
    assert not [line[:80] for line in lines if " " * 500 in line]
