"""What `postil` returns: 0, 1 for nothing found, 2 for wrong usage; and that it stays quiet."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.commands.command_help import COMMANDS, CORPUS_COMMANDS

REPOSITORY = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_search_that_finds_returns_0_and_one_that_does_not_returns_1(
    postil: Run, example: Path
) -> None:
    assert postil("search", example, "gateman").returncode == 0
    assert postil("search", example, "xylophonist").returncode == 1


@pytest.mark.parametrize("command", ["articles", "entities", "quantities", "statements", "ledger"])
def test_a_listing_of_nothing_returns_1(postil: Run, tmp_path: Path, command: str) -> None:
    done = postil(command, tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    read = ".txt, .md, .html, .htm and .xhtml"
    assert (
        done.stderr == f"postil: no article here: Postil reads {read} files, none that is hidden\n"
    )


def test_check_returns_1_with_problems_and_0_without(
    postil: Run, example: Path, tmp_path: Path
) -> None:
    clean = tmp_path / "clean"
    clean.mkdir()
    (clean / "one.txt").write_text("The ferry left at noon.\n", encoding="utf-8")

    assert postil("check", example).returncode == 1
    done = postil("check", clean)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("command", sorted(CORPUS_COMMANDS))
def test_a_folder_that_is_not_there_is_one_clear_line_and_status_2(
    postil: Run, tmp_path: Path, command: str
) -> None:
    query = ["dam"] if command in ("search", "concordance", "similar") else []

    done = postil(command, tmp_path / "nowhere", *query)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("postil: ")
    assert "nowhere" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_of_annotations_that_is_not_there_is_status_2(
    postil: Run, example: Path, tmp_path: Path
) -> None:
    done = postil("ledger", example, "--annotations", tmp_path / "nowhere")

    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "."],
        ["search", ".", "dam", "--limit", "0"],
        ["search", ".", "dam", "--limit", "many"],
        ["index"],
        ["ledger", ".", "--format", "xml"],
        ["articles", ".", "surplus"],
        ["serach", ".", "dam"],
        ["nowhere-at-all"],
    ],
)
def test_wrong_usage_returns_2_and_says_why_on_standard_error(
    postil: Run, arguments: list[str], tmp_path: Path
) -> None:
    done = postil(*arguments, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert "error: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistyped_command_is_told_its_right_name(postil: Run, tmp_path: Path) -> None:
    done = postil("serach", "articles", "dam", cwd=tmp_path)

    assert "did you mean 'search'?" in done.stderr


@pytest.mark.parametrize("words", [["help"], ["frobnicate", "dam"], ["frobnicate", "--limit", "3"]])
def test_a_command_that_there_is_none_is_named_with_those_there_are(
    postil: Run, tmp_path: Path, words: list[str]
) -> None:
    done = postil(*words, cwd=tmp_path)

    assert done.returncode == 2
    assert f"no command {words[0]!r}; the commands are {', '.join(COMMANDS)}" in done.stderr


def test_what_is_not_there_is_said_in_the_same_words_by_reader_and_commands(
    postil: Run, tmp_path: Path
) -> None:
    for words in ([tmp_path / "nowhere"], ["articles", tmp_path / "nowhere"]):
        done = postil(*words)

        assert "nowhere: there is no such file or folder" in done.stderr
        assert "command" not in done.stderr.replace("COMMAND DIR", "")


def test_a_folder_called_like_a_command_is_pointed_to(postil: Run, tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()

    done = postil("index", cwd=tmp_path)

    assert done.returncode == 2
    assert "postil ./index" in done.stderr


def test_a_query_with_a_fault_is_shown_with_its_place_and_status_2(
    postil: Run, example: Path
) -> None:
    done = postil("search", example, "AND gateman")

    assert (done.returncode, done.stdout) == (2, "")
    assert "\n  AND gateman\n" in done.stderr
    assert "^" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("query", ["", "  ", "...", '""', "NOT", "person:()"])
def test_a_query_without_a_word_is_wrong_usage(postil: Run, example: Path, query: str) -> None:
    done = postil("search", example, query)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("postil: the query has no word")


@pytest.mark.parametrize("command", ["", *sorted(COMMANDS)])
def test_help_returns_0_and_shows_examples(postil: Run, command: str) -> None:
    done = postil(*filter(None, [command]), "--help")

    assert done.returncode == 0
    assert "examples:" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 100


@pytest.mark.parametrize("command", ["", *sorted(COMMANDS)])
def test_version_returns_0(postil: Run, command: str) -> None:
    done = postil(*filter(None, [command]), "--version")

    assert done.returncode == 0
    assert done.stdout.startswith("postil ")


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_reader_that_goes_away_ends_the_command_quietly(
    example: Path, tmp_path: Path, form: str
) -> None:
    # More than a pipe holds, so that the command is still writing when the reader has gone.
    for number in range(40):
        lines = (f"{n:,} people left house {n} with {n + 1} dogs.\n" for n in range(100, 160))
        (example / f"more_{number}.txt").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "tui", "quantities", str(example), "--format", form]
    with (tmp_path / "errors").open("w+", encoding="utf-8") as errors:
        running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, cwd=REPOSITORY)
        assert running.stdout is not None
        assert running.stdout.readline()
        running.stdout.close()

        assert running.wait(timeout=60) == 141
        errors.seek(0)
        said = errors.read()
    assert "Traceback" not in said
    assert "Broken" not in said


def test_ctrl_c_returns_130_quietly(tmp_path: Path) -> None:
    # The interrupt is sent when the first line of output proves that the command is at work; the
    # pipe that nobody empties keeps it there.
    for number in range(60):
        lines = (f"On day {n} about {n:,} boats came.\n" for n in range(2, 400))
        (tmp_path / f"{number}.txt").write_text("".join(lines), encoding="utf-8")
    command = [sys.executable, "-u", "-m", "tui", "quantities", str(tmp_path)]
    running = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        # A shell has what runs in its background ignore Ctrl-C, the tests perhaps among it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert running.stdout is not None
    assert running.stdout.readline()

    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)

    assert running.returncode == 130
    assert said == b""


def test_a_file_that_cannot_be_written_is_named_with_what_to_do(
    postil: Run, example: Path, tmp_path: Path
) -> None:
    for output, said in (
        (tmp_path / "gone" / "a.html", "No such file or directory (make the folder first"),
        (tmp_path, "File exists (name another file)"),
    ):
        done = postil("export", example, "--to", "html", "--output", output)
        assert done.returncode == 2
        assert done.stderr.startswith(f"postil: {output}: {said}")
        assert done.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["articles"], ["--version"], ["--help"]], ids=" ".join)
def test_a_full_disk_is_one_line_and_status_2(example: Path, words: list[str]) -> None:
    folder = [] if words[0].startswith("-") else [str(example)]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *words, *folder],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=REPOSITORY,
            timeout=60,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "postil: No space left on device (make room on the disk)"
