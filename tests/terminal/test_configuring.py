"""Settings and keymap edited in the reader's own editor while the reader runs, in a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Starter, Terminal
from tui.configuration.settings import settings_path
from tui.keyboard.keymap import keymap_path
from tui.program.log_file import log_path


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that says what it was called with, and adds the lines in `$ADD` to the file."""
    script = tmp_path / "nano"
    script.write_text(
        f"#!{sys.executable}\n"
        "import os, sys\n"
        "line, path = sys.argv[1:]\n"
        "print('EDITOR AT', line, os.path.basename(path), flush=True)\n"
        "open(path, 'a').write(os.environ['ADD'])\n"
    )
    script.chmod(0o755)
    return str(script)


def reading(start: Starter, folder: Path, editor: str, add: str) -> Terminal:
    environment = {"EDITOR": editor, "ADD": add}
    reader = start("-m", "tui", folder, environment=environment, size=(120, 40))
    reader.until("Ferry runs aground", "? keys", "People")
    return reader


def leave(reader: Terminal) -> None:
    reader.type("q")
    status = reader.wait()
    assert status == 0, log_path().read_text()
    assert reader.attributes == reader.attributes_before
    assert "Traceback" not in reader.rest


def test_settings_are_written_with_comments_edited_and_obeyed(
    start: Starter, folder: Path, editor: str
) -> None:
    reader = reading(start, folder, editor, "theme: light\nmouse: off\n")
    reader.type("g,")
    reader.until(
        "EDITOR AT +1 settings.yaml",
        "\x1b[?1049h",
        "Settings and keymap were read again",
    )
    # The mouse is the terminal's own from now on.
    assert reader.painted.rindex(b"\x1b[?1003l") > reader.painted.rindex(b"\x1b[?1003h")
    assert settings_path().read_text().startswith("# Settings of Postil.")
    leave(reader)


def test_what_is_faulty_is_shown_with_its_line_and_the_editor_opens_there(
    start: Starter, folder: Path, editor: str
) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text("name: ada\n")
    reader = reading(start, folder, editor, "theme: drak\n")
    reader.type("g,")
    reader.until(
        "EDITOR AT +1 settings.yaml", "postil/settings.yaml:2", "theme is 'drak'", "write one of"
    )
    reader.type("q")  # closes the page
    reader.until("1 faulty, which stay")
    reader.type("g,")
    reader.until("EDITOR AT +2 settings.yaml", "settings.yaml:3")
    reader.type("q")
    reader.until("faulty, which stay")
    leave(reader)


def test_keys_change_at_once(start: Starter, folder: Path, editor: str) -> None:
    reader = reading(start, folder, editor, "app.help: [f1, f5]\n")
    reader.type("gk")
    reader.until("EDITOR AT +1 keymap.yaml", "were read again", "F1 keys")
    assert keymap_path().read_text().startswith("# Keys of Postil")
    leave(reader)
