"""Writing one article with its notes to a file, from the reader and from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import FERRY, Opener
from tui.command_line import main

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
