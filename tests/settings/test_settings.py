"""The settings file: what it says counts, what is faulty is told and has its default."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.command_line import main
from tui.configuration.settings import Settings, read_settings, settings_path
from tui.configuration.settings_file import OPTIONS, commented_settings, default_of, written


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_has_its_default() -> None:
    assert read_settings() == Settings()


def test_what_the_file_says_is_in_force(tmp_path: Path) -> None:
    path = write(
        tmp_path / "settings.yaml",
        "theme: light\ntext_width: 60\nmouse: off\nwiden: no\nwatch: 'false'\ncopy: terminal\n"
        "editor: nvim -f\nname: ada\n",
    )
    found = read_settings(path)
    assert found == Settings(
        theme="light", text_width=60, mouse=False, widen=False, watch=False, copy="terminal",
        editor="nvim -f", name="ada",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason", "remedy"),
    [
        ("thme: dark", "'thme' is no setting", "did you mean theme?"),
        ("theme: pink", "theme is 'pink'", "write one of auto, dark"),
        ("theme: [dark]", "theme is a list", "write one of"),
        ("text_width: 39", "text_width is 39", "from 40 to 160"),
        ("text_width: wide", "text_width is no whole number", "from 40 to 160"),
        ("text_width: 99999999999", "text_width is no whole number", "from 40 to 160"),
        ("mouse: maybe", "mouse is neither on nor off", "write on or off"),
        ("editor: {a: b}", "editor is a mapping, not a text", "write one text"),
    ],
)
def test_a_faulty_line_is_told_with_its_place_and_the_others_count(
    tmp_path: Path, line: str, reason: str, remedy: str
) -> None:
    found = read_settings(write(tmp_path / "settings.yaml", f"name: ada\n\n{line}\n"))
    assert found.name == "ada"
    assert [(problem.line, problem.reason) for problem in found.problems] == [(3, reason)]
    assert remedy in found.problems[0].remedy


@pytest.mark.parametrize(
    "text", ["theme: [", "- theme", "a: &x 1\nb: *x", "\x00", "theme: dark\ntheme: light"]
)
def test_a_file_that_is_no_mapping_of_yaml_sets_nothing(tmp_path: Path, text: str) -> None:
    found = read_settings(write(tmp_path / "settings.yaml", text))
    assert len(found.problems) == 1
    assert dataclasses.replace(found, problems=()) == Settings()


@given(st.text())
def test_any_text_gives_settings(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any-settings.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert isinstance(read_settings(path), Settings)


def test_the_written_file_names_every_setting_and_changes_nothing(tmp_path: Path) -> None:
    text = commented_settings()
    assert read_settings(write(tmp_path / "as-written.yaml", text)) == Settings()
    bare = "\n".join(
        line.removeprefix("#") if line.startswith("#") and not line.startswith("# ") else line
        for line in text.splitlines()
    )
    found = read_settings(write(tmp_path / "all.yaml", bare))
    assert not found.problems
    for option in OPTIONS:
        value = written(getattr(found, option.key))
        assert value == (written(default_of(option.key)) or option.example)


def test_every_setting_is_an_option() -> None:
    names = {field.name for field in dataclasses.fields(Settings)} - {"problems", "lines"}
    assert {option.key for option in OPTIONS} == names - {"searches"}


def test_searches_are_named_in_the_settings() -> None:
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("searches:\n  floods: flood OR weir\n  bad: [1]\n")
    settings = read_settings()
    assert settings.searches == (("floods", "flood OR weir"),)
    assert [problem.line for problem in settings.problems] == [3]
    path.write_text("search: {a: b}\n")
    assert "searches" in read_settings().problems[0].remedy


def test_settings_are_written_once_and_never_over_what_is_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["settings", "--write"]) == 0
    path = settings_path()
    assert path.read_text() == commented_settings()
    path.write_text("theme: light # mine\n")
    assert main(["settings", "--write"]) == 0
    assert path.read_text() == "theme: light # mine\n"
    assert "stays as it is" in capsys.readouterr().out
    assert sorted(one.name for one in path.parent.iterdir()) == ["keymap.yaml", "settings.yaml"]


def test_the_check_says_what_is_wrong_by_line_and_status(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["settings", "--check"]) == 0
    main(["settings", "--write"])
    settings_path().write_text("theme: pink\n")
    assert main(["settings", "--check"]) == 1
    assert "settings.yaml:1:1: theme is 'pink'" in capsys.readouterr().out


def test_what_is_in_force_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    main(["settings", "--write"])
    settings_path().write_text("theme: light\n")
    capsys.readouterr()
    assert main(["settings"]) == 0
    shown = capsys.readouterr().out
    assert ["theme", "light", *["(line", "1", "of", "the", "file)"]] in [
        line.split() for line in shown.splitlines()
    ]
    assert str(settings_path()) in shown
