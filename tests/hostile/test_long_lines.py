"""What is printed does not grow faster than the text it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.printed import run
from tui.commands.wrapping import wrap
from tui.layout.cells import cells


@pytest.mark.parametrize("letter", ["x", "漢", "e\u0301", "\u0300"])
def test_a_word_as_long_as_the_text_is_cut_into_lines(letter: str) -> None:
    text = "A " + letter * 100_000 + " b"

    lines = wrap(text, 80)

    assert all(0 < cells(line.cut(text)) <= 80 for line in lines[:-1])
    assert "".join(text[line.start : line.end] for line in lines).replace(" ", "") == text.replace(
        " ", ""
    )


def test_a_sentence_of_many_statements_is_not_printed_whole_for_each(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\n" + "he said she said " * 3000, encoding="utf-8")

    printed = run("statements", tmp_path)

    assert printed.status == 0
    assert printed.out.count("\n") > 3000
    assert max(map(len, printed.out.splitlines())) < 5000


def test_many_figures_in_one_sentence_are_all_marked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\n" + "7 boats, " * 2000, encoding="utf-8")

    printed = run("quantities", tmp_path, terminal=True)

    assert printed.out.count("\x1b[1;31m7\x1b[0m") == 2000


@pytest.mark.parametrize("command", ["articles", "quantities"])
def test_a_long_name_is_whole_in_a_pipe_and_widens_no_other_line(
    tmp_path: Path, command: str
) -> None:
    for name in ("a", "b", "n" * 240):
        (tmp_path / f"{name}.txt").write_text("Ferry late\n\n7 boats wait.\n", encoding="utf-8")

    lines = run(command, tmp_path).out.splitlines()

    assert len([line for line in lines if len(line) > 200]) == 1
    assert any("n" * 240 in line for line in lines)


def test_what_is_said_of_a_value_is_short(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry late\n", encoding="utf-8")
    (tmp_path / "a.txt.annotations.yaml").write_text(
        "schema: postil/1\nannotations:\n"
        f"  - id: a-aaaaaaaaaa\n    claim: {{quantity: {{value: {'x' * 9000}}}}}\n"
        f"  - id: {'é' * 9000}\n",
        encoding="utf-8",
    )
    (tmp_path / "postil.yaml").write_text(f"entities: !{'t' * 9000} []\n", encoding="utf-8")

    lines = run("check", tmp_path).out.splitlines()

    assert len(lines) >= 3
    assert max(map(len, lines)) < 600


def test_a_blank_name_is_said_to_be_blank(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry late\n", encoding="utf-8")
    (tmp_path / "postil.yaml").write_text('entities: [{name: "\\t"}]\n', encoding="utf-8")

    assert "name is blank" in run("check", tmp_path).out


def test_an_empty_folder_name_is_not_the_current_folder() -> None:
    for words in (["articles", ""], ["articles", ".", "--annotations", ""], [""]):
        printed = run(*words)
        assert printed.status == 2
        assert "the name of the folder is empty" in printed.errors
