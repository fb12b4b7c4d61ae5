"""An error of Postil itself: the terminal is given back, the place kept, the log without text."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.broken_reader import SECRET
from tests.terminal.conftest import ROOT, Starter, state_files
from tui.folder.indexing import IndexingProcess
from tui.program.crash_report import error_lines, report_crash
from tui.program.health import folders
from tui.program.log_file import MOST_BYTES, OLDER_FILES, log_path, write_log

# Read by Python at its start: a corpus that fails while it is opened.
BROKEN_CORPUS = """
import corpus.opening as opening
class Broken(opening.Corpus):
    files = property(lambda self: ())
opening.Corpus = Broken
"""
BROKEN = Path(__file__).with_name("broken_reader.py")


@pytest.mark.parametrize(("where", "keys"), [("worker", ""), ("timer", ""), ("key", "T")])
def test_a_crash_gives_the_terminal_back_and_says_where_the_log_is(
    start: Starter, folder: Path, where: str, keys: str
) -> None:
    reader = start(BROKEN, where, folder, environment={"PYTHONPATH": str(ROOT)})
    if keys:
        reader.until("Ferry runs aground")
        reader.type(keys)

    assert reader.wait() == 70
    assert reader.attributes == reader.attributes_before
    assert b"\x1b[?1049l" in reader.painted
    told = re.findall(r"postil: [^\r\n]+", reader.rest)
    assert len(told) == 2
    assert "LookupError" in told[0]
    assert str(log_path()) in told[1]
    assert "Traceback" not in reader.rest

    log = log_path().read_text()
    assert "LookupError" in log
    assert "BrokenWorkspace.fail" in log
    assert SECRET not in log
    assert SECRET not in reader.rest
    assert "a_ferry" not in log
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600
    assert "a_ferry.txt" in state_files("places.json")[0].read_text()


def test_the_reader_goes_on_without_a_thread_that_failed(start: Starter, folder: Path) -> None:
    reader = start(BROKEN, "thread", folder, environment={"PYTHONPATH": str(ROOT)})
    reader.until("Something in Postil failed (LookupError)")
    reader.type("J")
    reader.until("Joren Vask")
    reader.type("q")
    assert reader.wait() == 0
    assert "BrokenWorkspace.fail" in log_path().read_text()
    assert SECRET not in log_path().read_text()


def test_an_indexing_process_that_is_killed_is_told_and_logged(folder: Path) -> None:
    process = IndexingProcess(folder)
    process._process.kill()
    (state,) = process.states()
    assert "signal 9" in state.failed
    assert "signal 9" in log_path().read_text()


def test_an_indexing_process_that_ends_with_the_reader_is_no_failure(folder: Path) -> None:
    process = IndexingProcess(folder)
    process.stop()
    (state,) = process.states()
    assert state.stopped
    assert not state.failed
    assert not log_path().exists()


def test_an_error_of_the_indexing_process_is_told_and_logged(folder: Path) -> None:
    (folder.parent / "sitecustomize.py").write_text(BROKEN_CORPUS)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui.folder.index_process", str(folder)],
        cwd=ROOT,
        env=dict(os.environ) | {"PYTHONPATH": f"{folder.parent}:{ROOT}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 70
    assert "an error of Postil itself (AttributeError)" in json.loads(done.stdout)["failed"]
    assert done.stderr == ""
    assert "has no setter" in log_path().read_text()


def test_a_crash_of_a_command_ends_in_two_lines(folder: Path) -> None:
    (folder.parent / "sitecustomize.py").write_text(BROKEN_CORPUS)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "articles", str(folder)],
        cwd=ROOT,
        env=dict(os.environ) | {"PYTHONPATH": f"{folder.parent}:{ROOT}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 70
    assert [line.startswith("postil: ") for line in done.stderr.splitlines()] == [True, True]
    assert "has no setter" in log_path().read_text()


def raised(work: str) -> BaseException:
    try:
        exec(work, {})
    except Exception as error:  # noqa: BLE001
        return error
    raise AssertionError(work)


@pytest.mark.parametrize(
    "work",
    [
        f"raise RuntimeError({SECRET!r})",
        f"raise IndexError({SECRET!r})",
        f"int({SECRET!r})",
        f"{{}}[{SECRET!r}]",
        f"({SECRET!r} + chr(233)).encode('ascii')",
        f"open({SECRET!r})",
        f"raise ValueError({SECRET!r}) from KeyError({SECRET!r})",
        f"raise ExceptionGroup({SECRET!r}, [ValueError({SECRET!r})])",
    ],
)
def test_the_log_never_holds_what_an_error_says_of_values(work: str) -> None:
    lines = error_lines(raised(work))
    assert "Error" in lines[0] or "Group" in lines[0]
    assert not [line for line in lines if SECRET in line]


def test_what_the_interpreter_says_of_code_is_logged() -> None:
    assert "has no attribute 'wide'" in error_lines(raised("object().wide"))[0]


def test_an_error_that_comes_round_to_itself_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert len(error_lines(first)) == 2


def test_the_log_is_bounded() -> None:
    for _ in range(40 * (OLDER_FILES + 2)):
        write_log("x" * (MOST_BYTES // 30))
    files = sorted(log_path().parent.iterdir())
    assert len(files) == OLDER_FILES + 1
    assert all(file.stat().st_size <= MOST_BYTES for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


def test_where_no_log_can_be_written_that_is_said() -> None:
    state = Path(os.environ["XDG_STATE_HOME"])
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text("a file where a folder should be")
    report = report_crash(ValueError())
    assert report.log is None
    assert "No log" in report.lines()[1]


def test_the_doctor_says_where_the_log_is() -> None:
    write_log("something")
    (log,) = (finding for finding in folders() if finding.name == "log")
    assert str(log_path()) in log.value
