"""What Postil remembers between sessions of a corpus: the place in each article, and the last one.

A small JSON file in the user's state folder. It holds offsets and relative paths, no text. Losing
it costs the reader's places and nothing else, so that a damaged one is simply begun anew.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from corpus.cache import state_folder
from corpus.opening import Corpus
from corpus.problem import CorpusError, Problem

_LAST_CORPUS = "last-corpus.json"
_PLACES = "places.json"
_CHOICES = "choices.json"


def last_corpus() -> Path | None:
    """Return the corpus that was open last, None where there was none or it is gone.

    Raises CorpusError where the state folder is not this user's alone.
    """
    found = read_state(state_folder() / _LAST_CORPUS).get("root")
    return Path(found) if isinstance(found, str) and Path(found).exists() else None


def last_article(key: str) -> str | None:
    """Return the article that was read last in the corpus named `key`; None where that is unknown.

    Raises CorpusError where the state folder is not this user's alone.
    """
    found = read_state(state_folder() / key / _PLACES).get("last_article")
    return found if isinstance(found, str) else None


def read_state(path: Path) -> dict[str, object]:
    """Read a small file of the state folder; empty where it is not there, or damaged."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_state(path: Path, data: dict[str, object]) -> None:
    """Replace the file in one step; on a full disk the places are lost, and no more."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_text(json.dumps(data), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


@dataclass
class ReadingState:
    """The places of one corpus; `positions` maps an article's name to an offset.

    Another Postil may keep places of the same corpus: only those that are other than when they were
    read are written. `theme` is the one that was chosen last, "" for none. `problem` says why
    nothing can be remembered, where that is so.
    """

    corpus: Corpus
    positions: dict[str, int] = field(default_factory=dict)
    last_article: str | None = None
    problem: Problem | None = None
    theme: str = ""

    def __post_init__(self) -> None:
        """Read what the last session left."""
        self._folder: Path | None = None
        self._as_read: dict[str, int] = {}
        try:
            self._folder = state_folder()
        except CorpusError as error:
            self.problem = error.problem
            return
        chosen = read_state(self._folder / _CHOICES).get("theme")
        self.theme = chosen if isinstance(chosen, str) else ""
        data = read_state(self._folder / self.corpus.key / _PLACES)
        positions = data.get("positions")
        if isinstance(positions, dict):
            self.positions = {
                name: place for name, place in positions.items() if isinstance(place, int)
            }
        self._as_read = dict(self.positions)
        last = data.get("last_article")
        self.last_article = last if isinstance(last, str) else None

    def save(self) -> None:
        """Write the places to disk."""
        if self._folder is None:
            return
        path = self._folder / self.corpus.key / _PLACES
        written = read_state(path).get("positions")
        merged = written if isinstance(written, dict) else {}
        for name in self._as_read.keys() - self.positions.keys():
            merged.pop(name, None)
        merged |= {
            name: place
            for name, place in self.positions.items()
            if self._as_read.get(name) != place
        }
        self._as_read = dict(self.positions)
        write_state(path, {"positions": merged, "last_article": self.last_article})

    def remember_theme(self, name: str) -> None:
        """Remember the theme that was chosen, for every corpus."""
        self.theme = name
        if self._folder is not None:
            write_state(self._folder / _CHOICES, {"theme": name})

    def remember_corpus(self) -> None:
        """Remember that `postil` without a folder opens this corpus again."""
        if self._folder is not None:
            write_state(self._folder / _LAST_CORPUS, {"root": str(self.corpus.root)})
