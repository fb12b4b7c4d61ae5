"""Progress: on standard error, in place, and only where that is a terminal."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable

import pytest

from tui.commands.console import Console


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def capable_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a terminal that can move its cursor."""
    monkeypatch.setenv("TERM", "xterm")


def slow_clock() -> Callable[[], float]:
    """Give a clock by which a second passes between any two looks at it."""
    seconds = itertools.count()
    return lambda: float(next(seconds))


def test_progress_is_shown_in_place_and_cleared_before_a_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, err = io.StringIO(), _Terminal()
    monkeypatch.setattr("sys.stdout", out)
    monkeypatch.setattr("sys.stderr", err)
    shown = Console(json_lines=False, clock=slow_clock())

    shown.progress("reading article", 1, 2_000)
    shown.progress("reading article", 2, 2_000)
    shown.line("a result")
    shown.finish()

    assert err.getvalue() == (
        "\rreading article 1 of 2,000\x1b[K\rreading article 2 of 2,000\x1b[K\r\x1b[K"
    )
    assert out.getvalue() == "a result\n"


def test_no_progress_is_shown_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    err = io.StringIO()
    monkeypatch.setattr("sys.stderr", err)
    shown = Console(json_lines=False, clock=slow_clock())

    shown.progress("reading article", 1, 2_000)
    shown.finish()

    assert err.getvalue() == ""


def test_quick_work_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    err = _Terminal()
    monkeypatch.setattr("sys.stderr", err)
    shown = Console(json_lines=False, clock=lambda: 7.0)

    shown.progress("reading article", 1, 2_000)
    shown.finish()

    assert err.getvalue() == ""
