"""The reader's own editor over the reader, in a terminal: article, sidecar, note."""

from __future__ import annotations

import json
import shutil
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Starter, Terminal, state_files

SIDECAR = """schema: postil/1
annotations:
  - id: a-aaaaaaaaaa
    quote: Halcyon
    at: [38, 45]
    note: the first
  - id: a-bbbbbbbbbb
    quote: Ilse Brandt
    at: [109, 120]
    note: the second
"""


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that says what it was called with, and runs the Python in `$EDIT` on the file."""
    script = tmp_path / "nano"
    script.write_text(
        f"#!{sys.executable}\n"
        "import os, signal, sys\n"
        "line, path = sys.argv[1:]\n"
        "print('EDITOR AT', line, os.path.basename(path), flush=True)\n"
        "exec(os.environ['EDIT'])\n"
    )
    script.chmod(0o755)
    return str(script)


def reading(start: Starter, folder: Path, editor: str, edit: str = "", *words: str) -> Terminal:
    environment = {"EDITOR": editor, "EDIT": edit}
    reader = start("-m", "tui", folder, environment=environment, size=(120, 40))
    # The panel lists what the analysis found: paragraphs and sentences are known then.
    reader.until("Ferry runs aground", "? keys", "People", *words)
    return reader


def leave(reader: Terminal) -> None:
    reader.type("q")
    assert reader.wait() == 0
    assert reader.attributes == reader.attributes_before
    assert "Traceback" not in reader.rest


def test_the_article_opens_at_its_line_and_is_read_again(
    start: Starter, folder: Path, editor: str
) -> None:
    edit = "text = open(path).read(); open(path, 'w').write('A NEW FIRST LINE\\n' + text)"
    reader = reading(start, folder, editor, edit)
    reader.type("}ge")
    reader.until("EDITOR AT +3 a_ferry.txt", "\x1b[?1049h", "A NEW FIRST LINE")
    leave(reader)


def test_the_sidecar_opens_at_the_annotation_and_is_read_again(
    start: Starter, folder: Path, editor: str
) -> None:
    sidecar = folder / "a_ferry.txt.annotations.yaml"
    sidecar.write_text(SIDECAR)
    edit = "text = open(path).read(); open(path, 'w').write(text.replace('second', 'changed'))"
    reader = reading(start, folder, editor, edit)
    reader.type("]a]a")
    reader.until("the second")
    reader.type("E")
    reader.until("EDITOR AT +7 a_ferry.txt.annotations.yaml", "\x1b[?1049h", "the changed")
    leave(reader)


def test_a_sidecar_that_was_broken_is_reported_with_its_line(
    start: Starter, folder: Path, editor: str
) -> None:
    sidecar = folder / "a_ferry.txt.annotations.yaml"
    sidecar.write_text(SIDECAR)
    reader = reading(start, folder, editor, "open(path, 'a').write('  - [\\n')")
    reader.type("]a")
    reader.until("the first")
    reader.type("E")
    reader.until("EDITOR AT", "a_ferry.txt.annotations.yaml:1")
    reader.type("E")
    reader.until("EDITOR AT +12 a_ferry.txt.annotations.yaml", "a_ferry.txt.annotations.yaml:1")
    leave(reader)


def test_without_a_sidecar_it_says_how_to_make_one(
    start: Starter, folder: Path, editor: str
) -> None:
    reader = reading(start, folder, editor)
    reader.type("E")
    reader.until("a makes the first")
    leave(reader)


def test_without_an_editor_it_says_what_to_set(start: Starter, folder: Path) -> None:
    reader = reading(start, folder, "no-such-editor")
    reader.type("ge")
    reader.until("$EDITOR names no-such-editor, which is not installed")
    leave(reader)


def test_a_note_goes_to_the_editor_and_comes_back(
    start: Starter, folder: Path, editor: str
) -> None:
    edit = "text = open(path).read(); open(path, 'w').write(text + 'and EDITED\\n')"
    reader = reading(start, folder, editor, edit)
    reader.type("a")
    reader.until("Ctrl+S saves")
    reader.type("typed ")
    reader.until("typed")
    reader.type("\x07")
    reader.until("EDITOR AT +1", "\x1b[?1049h", "and EDITED")
    reader.type("\x13")
    reader.until("Saved")
    leave(reader)
    assert "and EDITED" in (folder / "a_ferry.txt.annotations.yaml").read_text()
    assert not state_files("*.md")
    assert not [path for path in state_files("*.json") if path.parent.name == "drafts"]


def test_a_note_is_not_lost_when_the_editor_dies(start: Starter, folder: Path, editor: str) -> None:
    edit = "open(path, 'a').write('HALF'); os.kill(os.getpid(), signal.SIGKILL)"
    reader = reading(start, folder, editor, edit)
    reader.type("a")
    reader.until("Ctrl+S saves")
    reader.type("typed")
    reader.until("typed")
    reader.type("\x07")
    reader.until("EDITOR AT +1", "\x1b[?1049h", "typed", "ended with -9")
    assert "HALF" in state_files("*.md")[0].read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_note_that_was_not_saved_is_offered_again(
    start: Starter, folder: Path, editor: str, number: int
) -> None:
    reader = reading(start, folder, editor)
    reader.type("a")
    reader.until("Ctrl+S saves")
    reader.type("half a thought")
    reader.until("half a thought")
    if number == signal.SIGKILL:
        reader.meanwhile(
            lambda: any("half a thought" in path.read_text() for path in state_files("*.json"))
        )
    reader.signal(number)
    reader.wait()

    reader = reading(start, folder, editor, "", "not saved last time")
    reader.type("pd")
    reader.until("half a thought")
    reader.type("\x13")
    reader.until("Saved")
    leave(reader)
    assert "half a thought" in (folder / "a_ferry.txt.annotations.yaml").read_text()
    drafts = [json.loads(p.read_text()) for p in state_files("*.json") if p.parent.name == "drafts"]
    assert not drafts


def test_a_signal_while_the_editor_is_open_ends_both(
    start: Starter, folder: Path, editor: str
) -> None:
    reader = reading(start, folder, editor, "signal.pause()")
    reader.type("ge")
    reader.until("EDITOR AT")
    reader.signal(signal.SIGTERM)
    assert reader.wait() == 143
    assert reader.attributes == reader.attributes_before


def test_ctrl_c_in_the_editor_leaves_the_reader_alone(
    start: Starter, folder: Path, editor: str
) -> None:
    reader = reading(start, folder, editor, "signal.pause()")
    reader.type("ge")
    reader.until("EDITOR AT")
    reader.type("\x03")
    reader.until("\x1b[?1049h", "The editor ended with")
    leave(reader)


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs vim")
def test_vim_comes_and_goes(start: Starter, folder: Path) -> None:
    reader = reading(start, folder, "vim -u NONE -N")
    reader.type("}ge")
    reader.until("a_ferry.txt")
    reader.type("ONEW \x1b:wq\r")
    reader.until("Changed on disk")
    leave(reader)
    assert "\n\nNEW " in (folder / "a_ferry.txt").read_text()
