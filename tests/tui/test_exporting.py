"""Writing one article with its notes to a file, from the reader and from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import FERRY, Opener
from tui.command_line import main
from tui.terminal.printing import for_paper, print_command

SIDECAR = """schema: postil/1
article: {file: a_ferry.txt}
annotations:
  - id: a-aaaaaaaaaa
    quote: "1,600 people"
    at: [76, 88]
    note: The owner says 1,500.
"""


@pytest.fixture
def annotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    start = FERRY.index("1,600 people")
    sidecar = SIDECAR.replace("[76, 88]", f"[{start}, {start + 12}]")
    (folder / "a_ferry.txt.annotations.yaml").write_text(sidecar, encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    return folder


async def test_the_reader_offers_a_place_and_says_where_it_wrote(
    annotated: Path, reading: Opener
) -> None:
    async with reading(annotated, (120, 24)) as session:
        await session.press("g", "x")
        assert str(annotated.parent / "a_ferry.notes.html") in session.screen_text()
        await session.press("enter")
        assert "Written with 1 note" in session.screen_text()
        html = (annotated.parent / "a_ferry.notes.html").read_text(encoding="utf-8")
        assert "The owner says 1,500." in html
        await session.press("g", "x", "enter")
        assert "there is a file of that name" in session.screen_text()
        await session.press("escape")
        assert session.app.screen is session.reader


def test_the_command_writes_the_same_and_never_an_article_of_the_corpus(
    annotated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", str(annotated), "--article", "a_ferry.txt"]
    assert main([*command, "--to", "text"]) == 0
    assert "1,600 people[1] aboard" in capsys.readouterr().out
    assert main([*command, "--output", str(annotated / "c.html")]) == 2
    assert "read as an article" in capsys.readouterr().err
    assert not (annotated / "c.html").exists()
    assert main([*command, "--to", "csv"]) == 2
    assert main(["export", str(annotated), "--article", "gone.txt", "--to", "text"]) == 2
    assert main(["export", str(annotated), "--article", "b_inquiry.txt", "--to", "text"]) == 1
    assert "Captain Joren Vask" in capsys.readouterr().out


@pytest.fixture
def printing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put an `lp` before all other programs, which keeps what it gets; return what it wrote."""
    programs = tmp_path / "programs"
    programs.mkdir()
    paper = tmp_path / "paper"
    program = programs / "lp"
    program.write_text(f'#!/bin/sh\n/bin/cat > "{paper}"\necho "request id is marn-1 ($2)"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    return paper


async def test_an_article_is_printed_with_its_notes(
    annotated: Path, reading: Opener, printing: Path
) -> None:
    async with reading(annotated, (120, 24)) as session:
        await session.press("g", "P")
        await session.until(lambda: "Printed with 1 note" in session.screen_text())
        assert "request id is marn-1 (a_ferry.txt)" in session.screen_text()
    paper = printing.read_text(encoding="utf-8")
    assert "1,600 people[1] aboard" in paper
    assert "The owner says 1,500." in paper
    assert max(map(len, paper.splitlines())) <= 80


async def test_where_nothing_prints_that_is_said(
    annotated: Path, reading: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(annotated, (120, 24)) as session:
        monkeypatch.setenv("PATH", str(annotated))
        await session.press("g", "P")
        assert "neither lp nor lpr" in session.screen_text()
        session.app.settings = replace(session.app.settings, printer="exit 3")
        await session.press("g", "P")
        await session.until(lambda: "ended with 3" in session.screen_text())


def test_the_command_prints(
    annotated: Path,
    printing: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = ["export", str(annotated), "--print"]
    assert main([*command, "--article", "a_ferry.txt"]) == 0
    assert "1,600 people[1] aboard" in printing.read_text(encoding="utf-8")
    assert "request id is marn-1" in capsys.readouterr().err
    assert main(command) == 2
    assert main([*command, "--article", "a_ferry.txt", "--to", "html"]) == 2
    monkeypatch.setenv("PATH", str(annotated))
    assert main([*command, "--article", "a_ferry.txt"]) == 2
    assert "neither lp nor lpr" in capsys.readouterr().err


def test_a_title_is_one_word_of_the_command_and_lines_fit_on_paper() -> None:
    assert print_command("", {"lpr": "/bin/lpr"}.get, "a'; rm x\n.txt") == (
        """lpr -T 'a'"'"'; rm x .txt'"""
    )
    assert print_command("lpr -P office", lambda _: None, "x") == "lpr -P office"
    text = "    " + "word " * 40 + "\n\nshort"
    lines = for_paper(text).split("\n")
    assert all(len(line) <= 80 for line in lines)
    assert all(line.startswith("    word") for line in lines[:3])
    assert lines[-2:] == ["", "short"]


def test_a_format_of_the_other_export_says_what_it_is_for(
    annotated: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(annotated), "--to", "text"]) == 2
    assert "name it with --article; here: w3c" in capsys.readouterr().err
    assert main(["export", str(annotated), "--article", "a_ferry.txt", "--to", "csv"]) == 2
    assert "not for --article; here: html" in capsys.readouterr().err
    assert main(["export", str(annotated)]) == 2
    assert "which format?" in capsys.readouterr().err
