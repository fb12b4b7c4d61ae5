"""An editor that has the sidecar open is pointed out, by the lock file that it laid beside it."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from annotation_desk import Desk

from annotations.open_elsewhere import OpenElsewhere, open_elsewhere
from tui.folder.elsewhere import words_on_editors


def gone() -> int:
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def block(process: int, host: str, version: bytes = b"VIM 9.0") -> bytes:
    """Make the first block of a swap file as vim lays it out."""
    head = b"b0" + version.ljust(10, b"\0") + b"\0\x10\0\0" + b"\0" * 8
    head += process.to_bytes(4, "little") + b"reader".ljust(40, b"\0")
    return (head + host.encode().ljust(40, b"\0") + b"/x/a.txt").ljust(4096, b"\0")


def found(desk: Desk) -> list[tuple[str, int | None, str | None, bool | None]]:
    return [(one.editor, one.process, one.host, one.alive) for one in open_elsewhere(desk.path)]


@contextmanager
def named_process(folder: Path, name: str) -> Iterator[int]:
    """Run something whose command has that name."""
    command = folder / name
    shutil.copy("/bin/sleep", command)
    process = subprocess.Popen([command, "1000"])
    try:
        # The system names a process a moment after it has begun.
        end = time.monotonic() + 30
        while Path(f"/proc/{process.pid}/comm").read_text() != f"{name}\n":
            assert time.monotonic() < end
            os.sched_yield()
        yield process.pid
    finally:
        process.kill()
        process.wait()


def test_nothing_beside_the_sidecar_is_nothing_open(desk: Desk) -> None:
    assert open_elsewhere(desk.path) == ()
    assert open_elsewhere(desk.folder / "no such folder" / "x") == ()
    assert words_on_editors(()) == ""


@pytest.mark.parametrize(
    ("command", "version", "editor"),
    [("vim", b"VIM 9.0", "vim"), ("nano", b"nano 7.2", "nano")],
)
def test_a_swap_file_tells_editor_process_and_whether_it_lives(
    desk: Desk, tmp_path: Path, command: str, version: bytes, editor: str
) -> None:
    here = socket.gethostname()
    lock = desk.folder / ".a.txt.annotations.yaml.swp"
    with named_process(tmp_path, command) as number:
        lock.write_bytes(block(number, here, version))
        assert found(desk) == [(editor, number, None, True)]
        words = words_on_editors(open_elsewhere(desk.path))
        assert words == f"Open in {editor} (process {number}): reload it there"
        article = words_on_editors((), open_elsewhere(desk.path))
        assert article == f"Article open in {editor} (process {number})"
    assert found(desk) == [(editor, number, None, False)]
    assert f"(process {number}) is gone and left .a.txt" in words_on_editors(
        open_elsewhere(desk.path)
    )
    # The number may have been given to another program since.
    lock.write_bytes(block(os.getpid(), here, version))
    assert found(desk) == [(editor, os.getpid(), None, False)]


def test_of_an_editor_on_another_machine_it_is_not_known_whether_it_lives(desk: Desk) -> None:
    (desk.folder / ".a.txt.annotations.yaml.swo").write_bytes(block(123, "elsewhere"))
    assert found(desk) == [("vim", 123, "elsewhere", None)]
    assert "vim (on elsewhere, process 123)" in words_on_editors(open_elsewhere(desk.path))


def test_neovim_keeps_its_swap_files_in_a_folder_of_its_own(desk: Desk) -> None:
    folder = Path(os.environ["XDG_STATE_HOME"]) / "nvim" / "swap"
    folder.mkdir(parents=True)
    name = str(desk.path).replace("/", "%") + ".swp"
    number = gone()
    (folder / name).write_bytes(block(number, socket.gethostname()))
    assert found(desk) == [("neovim", number, None, False)]


def test_emacs_makes_a_link_that_leads_nowhere(desk: Desk, tmp_path: Path) -> None:
    lock = desk.folder / ".#a.txt.annotations.yaml"
    with named_process(tmp_path, "emacs") as number:
        lock.symlink_to(f"reader@{socket.gethostname()}.{number}:1700000000")
        assert found(desk) == [("emacs", number, None, True)]
    assert found(desk) == [("emacs", number, None, False)]
    lock.unlink()
    lock.symlink_to("reader@far.example.org.77")
    assert found(desk) == [("emacs", 77, "far.example.org", None)]


def test_kate_and_libreoffice_name_no_process(desk: Desk) -> None:
    (desk.folder / ".a.txt.annotations.yaml.kate-swp").write_bytes(b"\0\0\0\x13Kate Swap File 2.0")
    (desk.folder / ".~lock.a.txt.annotations.yaml#").write_text(",reader,far,01.01.2026 10:00,x;")
    assert found(desk) == [("Kate", None, None, None), ("LibreOffice", None, "far", None)]
    assert "Open in Kate, or left so: reload it there" in words_on_editors(
        open_elsewhere(desk.path)
    )


def test_what_only_looks_like_a_lock_is_passed_over(desk: Desk) -> None:
    (desk.folder / ".a.txt.annotations.yaml.swp").write_bytes(b"short")
    (desk.folder / ".a.txt.annotations.yaml.swo").mkdir()
    os.mkfifo(desk.folder / ".a.txt.annotations.yaml.swn")
    (desk.folder / ".#a.txt.annotations.yaml").symlink_to("a.txt")
    (desk.folder / ".a.txt.annotations.yaml.swm").symlink_to("/dev/zero")
    assert found(desk) == []


def test_hostile_words_of_a_lock_file_are_shown_harmlessly() -> None:
    one = OpenElsewhere("vim", Path(".\x1b]52;c;x\x07.swp"), 1, "\x1b[31m\u202ehost", None)
    stale = OpenElsewhere("vim", Path(".\x1b]52;c;x\x07.swp"), 1, None, False)
    words = words_on_editors((one, stale))
    assert not {"\x1b", "\x07", "\u202e"} & set(words)


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_a_real_vim_is_seen_while_it_runs_and_after_it_was_killed(desk: Desk) -> None:
    desk.write("schema: postil/1\nannotations: []\n")
    main, side = pty.openpty()
    vim = subprocess.Popen(
        ["vim", "-u", "NONE", "--cmd", "set directory=.", str(desk.path)],
        stdin=side,
        stdout=side,
        stderr=side,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(side)
    threading.Thread(target=_drain, args=(main,), daemon=True).start()
    try:
        end = time.monotonic() + 30
        while not found(desk) and time.monotonic() < end:
            os.sched_yield()
        assert found(desk) == [("vim", vim.pid, None, True)]
    finally:
        vim.send_signal(signal.SIGKILL)
        vim.wait()
        os.close(main)
    assert found(desk) == [("vim", vim.pid, None, False)]


def _drain(descriptor: int) -> None:
    with suppress(OSError):
        while os.read(descriptor, 4096):
            pass
