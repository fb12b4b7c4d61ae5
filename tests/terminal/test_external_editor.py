"""The reader's own editor: which one, how it is told the line, and that it gets the file alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tui.terminal.external_editor import Editor, EditorError, RunningEditor, find_editor

FILE = Path("/corpus/-rf $(touch x) `y`; 'a'\n.txt")


def all_there(name: str) -> str:
    return f"/usr/bin/{name}"


def none_there(name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("vim",), ["vim", "+7", str(FILE)]),
        (("/opt/bin/nvim", "-u", "NONE"), ["/opt/bin/nvim", "-u", "NONE", "+7", str(FILE)]),
        (("nano",), ["nano", "+7", str(FILE)]),
        (("emacsclient", "-t"), ["emacsclient", "-t", "+7", str(FILE)]),
        (("code",), ["code", "--wait", "--goto", f"{FILE}:7"]),
        (("code", "--wait"), ["code", "--wait", "--goto", f"{FILE}:7"]),
        (("subl",), ["subl", "--wait", f"{FILE}:7"]),
        (("gvim",), ["gvim", "--nofork", "+7", str(FILE)]),
        (("my-editor", "-x"), ["my-editor", "-x", str(FILE)]),
    ],
)
def test_the_line_is_given_as_the_editor_takes_it(
    words: tuple[str, ...], command: list[str]
) -> None:
    assert Editor(words).command(FILE, 7) == command


def test_a_name_that_could_be_an_option_is_refused() -> None:
    with pytest.raises(ValueError, match="absolute"):
        Editor(("vim",)).command(Path("-c:!ls"))


@pytest.mark.parametrize(
    ("setting", "environment", "words"),
    [
        ("hx -v", {"VISUAL": "vim", "EDITOR": "nano"}, ("hx", "-v")),
        ("", {"VISUAL": "code --wait", "EDITOR": "nano"}, ("code", "--wait")),
        ("", {"VISUAL": " ", "EDITOR": "'/a b/ed' -x"}, ("/a b/ed", "-x")),
        ("", {}, ("vi",)),
    ],
)
def test_the_setting_comes_first_then_visual_then_editor(
    setting: str, environment: dict[str, str], words: tuple[str, ...]
) -> None:
    assert find_editor(setting, environment, all_there).words == words


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "export EDITOR=nano"),
        ({"EDITOR": "nowhere -x"}, r"\$EDITOR names nowhere"),
        ({"VISUAL": "vim 'x"}, r"\$VISUAL cannot be read"),
    ],
)
def test_without_an_editor_it_is_said_what_to_do(environment: dict[str, str], says: str) -> None:
    with pytest.raises(EditorError, match=says):
        find_editor("", environment, none_there)


def test_the_editor_gets_a_hostile_name_as_one_argument(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = tmp_path / "vi"
    script.write_text(f'#!/bin/sh\nfor word do printf "%s\\0" "$word"; done > {seen}\n')
    script.chmod(0o755)
    assert RunningEditor(Editor((str(script),)).command(FILE, 3)).wait() == 0
    assert seen.read_bytes().split(b"\0")[:-1] == [b"+3", str(FILE).encode()]


def test_an_editor_that_cannot_be_started_says_so(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="cannot be started"):
        RunningEditor([str(tmp_path)])


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs vim")
def test_vim_opens_a_hostile_name_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "%x `touch gone` | #q.txt"
    file.write_text("one\ntwo\n")
    command = Editor(("vim", "-es", "-u", "NONE", "-c", "%s/$/!/", "-c", "wq")).command(file)
    assert RunningEditor(command).wait() == 0
    assert file.read_text() == "one!\ntwo!\n"
    assert list(tmp_path.iterdir()) == [file]
