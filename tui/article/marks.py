"""Marks: places that the reader gave a letter, kept between sessions.

As in vi: a lower-case letter marks a place in each article of its own, a capital one place in the
whole corpus. They are kept in the user's state folder, as offsets and relative paths, each with the
few words it stands on: by them it is found again where the article changed while it was closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from corpus.opening import Corpus
from tui.article.jump_list import Place
from tui.article.mark_anchor import MarkAnchor
from tui.article.reading_state import read_state, state_file, write_state
from tui.folder.carrying import carried, cut_off

_FILE = "marks.json"


def is_mark(key: str) -> bool:
    """Say whether a key is a letter that a place can be marked with."""
    return len(key) == 1 and key.isalpha()


def is_global(letter: str) -> bool:
    """Say whether a letter marks a place in the whole corpus."""
    return letter.isupper()


@dataclass
class Marks:
    """The marks of one corpus: `own` by article and letter, `capitals` by letter, and the words
    they stand on, by article and letter.

    Another Postil may set marks in the same corpus: every change is written at once, onto what the
    file holds then.
    """

    corpus: Corpus
    own: dict[str, dict[str, int]] = field(default_factory=dict)
    capitals: dict[str, Place] = field(default_factory=dict)
    anchors: dict[str, dict[str, MarkAnchor]] = field(default_factory=dict)

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

    def set(self, letter: str, place: Place, anchor: MarkAnchor | None = None) -> None:
        """Mark a place; `anchor` are the words there."""
        self._read()
        if is_global(letter) and letter in self.capitals:
            self._forget_anchor(letter, self.capitals[letter].article)
        self._forget_anchor(letter, place.article)
        if anchor is not None:
            self.anchors.setdefault(place.article, {})[letter] = anchor
        if is_global(letter):
            self.capitals[letter] = place
        else:
            self.own.setdefault(place.article, {})[letter] = place.offset
        self._write()

    def remove(self, letter: str, article: str) -> None:
        """Take a mark away."""
        self._read()
        self._forget_anchor(letter, article)
        if is_global(letter):
            self.capitals.pop(letter, None)
        else:
            self.own.get(article, {}).pop(letter, None)
        self._write()

    def _forget_anchor(self, letter: str, article: str) -> None:
        self.anchors.get(article, {}).pop(letter, None)

    def unsettled(self, article: str, sha256: str) -> bool:
        """Say whether a mark of an article was set in another text than that of a hash."""
        return any(one.sha256 != sha256 for one in self.anchors.get(article, {}).values())

    def sought(self, article: str, text: str, sha256: str) -> dict[str, int | None]:
        """Return where the marks that were set in another text of an article stand in this one.

        None where one could not be found. Nothing is changed: this may be done in a thread.
        """
        found = {}
        for letter, anchor in tuple(self.anchors.get(article, {}).items()):
            place = self.at(letter, article)
            if place is not None and place.article == article and anchor.sha256 != sha256:
                found[letter] = anchor.found_in(text, place.offset)
        return found

    def settle(self, article: str, text: str, sha256: str, sought: dict[str, int | None]) -> None:
        """Put marks where they were found; one that was lost keeps its place and its words."""
        self._read()
        for letter, offset in sought.items():
            place = self.at(letter, article)
            if offset is None or place is None or place.article != article:
                continue
            if is_global(letter):
                self.capitals[letter] = Place(article, offset, place.part)
            else:
                self.own[article][letter] = offset
            anchor = MarkAnchor.of(text, sha256, offset)
            if anchor is not None:
                self.anchors.setdefault(article, {})[letter] = anchor
        self._write()

    def carry(self, article: str, name: str, before: str, after: str) -> None:
        """Keep the marks of an article on their words in another version of its text.

        `name` is what the article is called now. A mark whose words are cut off keeps its place.
        """

        def moved(offset: int) -> int:
            if offset > len(before) or cut_off(before, after, offset):
                return offset
            return carried(before, after, offset)

        self._move(article, name, moved)

    def rename(self, article: str, name: str) -> None:
        """Keep the marks of an article that is called `name` now."""
        self._move(article, name, lambda offset: offset)

    def _move(self, article: str, name: str, moved: Callable[[int], int]) -> None:
        if article not in self.own and all(p.article != article for p in self.capitals.values()):
            return
        self._read()
        anchors = self.anchors.pop(article, {})
        if anchors:
            self.anchors[name] = self.anchors.get(name, {}) | anchors
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
        anchors = data.get("anchors")
        if isinstance(anchors, dict):
            self.anchors = {
                name: {
                    letter: anchor
                    for letter, kept in letters.items()
                    if is_mark(letter) and (anchor := MarkAnchor.from_data(kept)) is not None
                }
                for name, letters in anchors.items()
                if isinstance(letters, dict)
            }
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
            anchors = {
                name: {letter: anchor.as_data() for letter, anchor in letters.items()}
                for name, letters in self.anchors.items()
                if letters
            }
            data = {"articles": articles, "capitals": capitals, "anchors": anchors}
            write_state(file, data)


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _place(data: object) -> Place | None:
    if not isinstance(data, dict):
        return None
    article, part, offset = data.get("article"), data.get("part"), data.get("offset")
    if not isinstance(article, str) or not isinstance(offset, int) or not _is_offset(offset):
        return None
    return Place(article, offset, part if isinstance(part, str) else None)
