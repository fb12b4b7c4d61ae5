"""A folder of articles that try to harm or mislead."""

from __future__ import annotations

import re
import runpy
import unicodedata
from pathlib import Path

import pytest

from tests.terminal.conftest import start as start
from tests.tui.conftest import no_clock_on_the_screen as no_clock_on_the_screen
from tests.tui.conftest import reading as reading

ROOT = Path(__file__).resolve().parent.parent.parent
NAUGHTY = runpy.run_path(str(ROOT / "scripts" / "naughty_corpus.py"))
STRINGS: dict[str, str] = NAUGHTY["STRINGS"]

# Joiners and selectors are let through inside an emoji alone, where they draw it.
_IN_EMOJI = re.compile("[\u200d\ufe0e\ufe0f]")


@pytest.fixture(scope="session")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus that scripts/naughty_corpus.py writes; not to be written to."""
    folder = tmp_path_factory.mktemp("naughty") / "corpus"
    NAUGHTY["write"](folder)
    return folder


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same strings in a few articles, each annotated; not to be written to."""
    folder = tmp_path_factory.mktemp("together") / "corpus"
    NAUGHTY["write_together"](folder)
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache that the tests of one process share: what was analysed need not be again."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def shared_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use `cache` in this test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache / "user"))


def harmful(text: str) -> set[str]:
    """Return the characters of a text that a terminal obeys, hides, or is turned by."""
    return {
        character
        for character in text
        if character != "\n"
        and not _IN_EMOJI.match(character)
        and (
            unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
            or 0xFDD0 <= ord(character) < 0xFDF0
            or ord(character) & 0xFFFE == 0xFFFE
        )
    }
