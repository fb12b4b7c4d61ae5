"""What Postil remembers between sessions of a corpus: the place in each article, and the last one.

A small JSON file in the user's state folder. It holds offsets and relative paths, no text. Losing
it costs the reader's places and nothing else, so that a damaged one is simply begun anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from corpus.cache import state_folder
from corpus.opening import Corpus
from corpus.problem import CorpusError, Problem
from tui.article.looks import Looks
from tui.library.view import PLAIN, View

_T = TypeVar("_T", int, str)

_LAST_CORPUS = "last-corpus.json"
_PLACES = "places.json"
_CHOICES = "choices.json"

READ = "read"
UNREAD = "unread"


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


def state_file(key: str, name: str) -> Path | None:
    """Return a file of a corpus in the state folder, None where that folder cannot be used.

    The reading places are told why when the corpus opens; whoever asks here has nothing to add.
    """
    try:
        return state_folder() / key / name
    except CorpusError:
        return None


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

    `marks` says of articles that they are "read", or "unread" though they were open. `view` is how
    the list was looked at last.

    Another Postil may keep places of the same corpus: only those that are other than when they were
    read are written. `theme` is the one that was chosen last, "" for none, `looks` what was shown
    last; `tour_seen` says whether the tour was ever opened. `problem` says why nothing can be
    remembered, where that is so.
    """

    corpus: Corpus
    positions: dict[str, int] = field(default_factory=dict)
    last_article: str | None = None
    problem: Problem | None = None
    theme: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    tour_seen: bool = False
    looks: Looks = field(default_factory=Looks)
    view: View = PLAIN

    def __post_init__(self) -> None:
        """Read what the last session left."""
        self._folder: Path | None = None
        self._as_read: dict[str, int] = {}
        self._marks_as_read: dict[str, str] = {}
        try:
            self._folder = state_folder()
        except CorpusError as error:
            self.problem = error.problem
            return
        choices = read_state(self._folder / _CHOICES)
        chosen = choices.get("theme")
        self.theme = chosen if isinstance(chosen, str) else ""
        self.tour_seen = choices.get("tour") == "seen"
        self.looks = Looks.of(choices.get("looks"))
        data = read_state(self._folder / self.corpus.key / _PLACES)
        positions = data.get("positions")
        if isinstance(positions, dict):
            self.positions = {
                name: place for name, place in positions.items() if isinstance(place, int)
            }
        self._as_read = dict(self.positions)
        marks = data.get("marks")
        if isinstance(marks, dict):
            self.marks = {name: mark for name, mark in marks.items() if mark in (READ, UNREAD)}
        self._marks_as_read = dict(self.marks)
        self.view = View.of(data.get("view"))
        last = data.get("last_article")
        self.last_article = last if isinstance(last, str) else None

    def save(self) -> None:
        """Write the places to disk."""
        if self._folder is None:
            return
        path = self._folder / self.corpus.key / _PLACES
        written = read_state(path)
        positions = _merged(written.get("positions"), self._as_read, self.positions)
        marks = _merged(written.get("marks"), self._marks_as_read, self.marks)
        self._as_read, self._marks_as_read = dict(self.positions), dict(self.marks)
        write_state(
            path,
            {
                "positions": positions,
                "last_article": self.last_article,
                "marks": marks,
                "view": self.view.as_data(),
            },
        )

    def state_of(self, article: str) -> str:
        """Return "unread" for an article that was not open yet, "read" for one that was, to its
        end, and "reading" for what is between; whatever it was marked as holds.
        """
        mark = self.marks.get(article)
        if mark is not None:
            return mark
        return "reading" if article in self.positions else UNREAD

    def mark(self, article: str, state: str) -> None:
        """Mark an article as read or as unread; its place stays."""
        self.marks[article] = state

    def opened(self, article: str, place: int) -> None:
        """Take it that an article is being read from a place on, though it was marked as unread."""
        self.positions.setdefault(article, place)
        if self.marks.get(article) == UNREAD:
            del self.marks[article]

    def rename(self, old: str, new: str) -> None:
        """Give what is remembered of an article to its new name."""
        if old in self.positions:
            self.positions[new] = self.positions.pop(old)
        if old in self.marks:
            self.marks[new] = self.marks.pop(old)

    def remember_theme(self, name: str) -> None:
        """Remember the theme that was chosen, for every corpus."""
        self.theme = name
        self._remember_choice("theme", name)

    def remember_tour(self) -> None:
        """Remember that the tour was seen: it is offered no more."""
        if not self.tour_seen:
            self.tour_seen = True
            self._remember_choice("tour", "seen")

    def remember_looks(self, looks: Looks) -> None:
        """Remember what is shown, for every corpus."""
        self.looks = looks
        self._remember_choice("looks", looks.as_data())

    def _remember_choice(self, name: str, value: object) -> None:
        if self._folder is not None:
            path = self._folder / _CHOICES
            write_state(path, read_state(path) | {name: value})

    def remember_corpus(self) -> None:
        """Remember that `postil` without a folder opens this corpus again."""
        if self._folder is not None:
            write_state(self._folder / _LAST_CORPUS, {"root": str(self.corpus.root)})


def _merged(written: object, before: Mapping[str, _T], now: Mapping[str, _T]) -> dict[str, object]:
    """Return what is on the disk with what changed here between `before` and `now`."""
    merged = dict(written) if isinstance(written, dict) else {}
    for name in before.keys() - now.keys():
        merged.pop(name, None)
    return merged | {name: value for name, value in now.items() if before.get(name) != value}
