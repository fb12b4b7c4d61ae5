"""Fixtures that every test stands on."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no failure. In CI the examples are the same in every run, so that a red run says
# something of the change; at a desk they are new each time, and find more.
SLOW = (HealthCheck.too_slow,)
settings.register_profile("desk", deadline=None, suppress_health_check=SLOW)
settings.register_profile("ci", deadline=None, suppress_health_check=SLOW, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def own_user_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep a developer's own folders out of the tests, and the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for variable, folder in (
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CONFIG_HOME", "config"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    # How many colours the terminal has in which the tests are run is no matter of theirs.
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    # xdist sets COLUMNS and LINES, which count more than the size of a pseudo-terminal.
    for variable in ("NO_COLOR", "POSTIL_LOG", "EDITOR", "VISUAL", "COLUMNS", "LINES"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give nothing up because the machine does something else meanwhile."""
    monkeypatch.setattr("corpus.sniffing.PATIENCE", 60.0)
    monkeypatch.setattr("annotations.locking.LOCK_SECONDS", 120.0)


@pytest.fixture(autouse=True)
def garbage_as_before() -> Iterator[None]:
    """Find the garbage of an app that has ended: it keeps out of the search what lasts as it."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.fixture
def shared_data() -> Path:
    """Give the development data beside the repository, or skip the test."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the shared development data is not beside this repository")
    return folder
