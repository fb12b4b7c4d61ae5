"""Marks: places that the reader gave a letter, kept between sessions.

As in vi: a lower-case letter marks a place in each article of its own, a capital one place in the
whole corpus. They are kept in the user's state folder, as offsets and relative paths without text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.opening import Corpus
from tui.article.jump_list import Place
from tui.article.reading_state import read_state, state_file, write_state
from tui.folder.carrying import carried

_FILE = "marks.json"


def is_mark(key: str) -> bool:
    """Say whether a key is a letter that a place can be marked with."""
    return len(key) == 1 and key.isalpha()


def is_global(letter: str) -> bool:
    """Say whether a letter marks a place in the whole corpus."""
    return letter.isupper()


@dataclass
class Marks:
    """The marks of one corpus: `own` by article and letter, `capitals` by letter.

    Another Postil may set marks in the same corpus: every change is written at once, onto what the
    file holds then.
    """

    corpus: Corpus
    own: dict[str, dict[str, int]] = field(default_factory=dict)
    capitals: dict[str, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what there is."""
        self._read()

    def at(self, letter: str, article: str) -> Place | None:
        """Return where a letter leads from an article; None where it marks nothing."""
        if is_global(letter):
            return self.capitals.get(letter)
        offset = self.own.get(article, {}).get(letter)
        return None if offset is None else Place(article, offset)

    def here(self, article: str) -> tuple[tuple[str, Place], ...]:
        """Return the marks that can be gone to from an article, those in it first."""
        own = sorted(self.own.get(article, {}).items())
        found = [(letter, Place(article, offset)) for letter, offset in own]
        return (*found, *sorted(self.capitals.items()))

    def set(self, letter: str, place: Place) -> None:
        """Mark a place."""
        self._read()
        if is_global(letter):
            self.capitals[letter] = place
        else:
            self.own.setdefault(place.article, {})[letter] = place.offset
        self._write()

    def remove(self, letter: str, article: str) -> None:
        """Take a mark away."""
        self._read()
        if is_global(letter):
            self.capitals.pop(letter, None)
        else:
            self.own.get(article, {}).pop(letter, None)
        self._write()

    def carry(self, article: str, name: str, before: str, after: str) -> None:
        """Keep the marks of an article on their words in another version of its text.

        `name` is what the article is called now.
        """
        self._move(article, name, lambda offset: carried(before, after, offset))

    def rename(self, article: str, name: str) -> None:
        """Keep the marks of an article that is called `name` now."""
        self._move(article, name, lambda offset: offset)

    def _move(self, article: str, name: str, moved: Callable[[int], int]) -> None:
        if article not in self.own and all(p.article != article for p in self.capitals.values()):
            return
        self._read()
        letters = self.own.pop(article, {})
        if letters:
            there = {letter: moved(place) for letter, place in letters.items()}
            self.own[name] = self.own.get(name, {}) | there
        for letter, place in self.capitals.items():
            if place.article == article:
                self.capitals[letter] = Place(name, moved(place.offset), place.part)
        self._write()

    def _file(self) -> Path | None:
        return state_file(self.corpus.key, _FILE)

    def _read(self) -> None:
        file = self._file()
        data = read_state(file) if file is not None else {}
        articles, capitals = data.get("articles"), data.get("capitals")
        if isinstance(articles, dict):
            self.own = {
                name: {
                    letter: offset
                    for letter, offset in letters.items()
                    if is_mark(letter) and _is_offset(offset)
                }
                for name, letters in articles.items()
                if isinstance(letters, dict)
            }
        if isinstance(capitals, dict):
            places = {letter: _place(data) for letter, data in capitals.items() if is_mark(letter)}
            self.capitals = {letter: place for letter, place in places.items() if place}

    def _write(self) -> None:
        file = self._file()
        if file is not None:
            capitals = {
                letter: {"article": place.article, "part": place.part, "offset": place.offset}
                for letter, place in self.capitals.items()
            }
            articles = {name: letters for name, letters in self.own.items() if letters}
            write_state(file, {"articles": articles, "capitals": capitals})


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _place(data: object) -> Place | None:
    if not isinstance(data, dict):
        return None
    article, part, offset = data.get("article"), data.get("part"), data.get("offset")
    if not isinstance(article, str) or not isinstance(offset, int) or not _is_offset(offset):
        return None
    return Place(article, offset, part if isinstance(part, str) else None)
