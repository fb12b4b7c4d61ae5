"""YAML values turned into data: what has the wrong shape is a problem with its place, and left out.

Each method takes a value, the place it stands at and what it is called; it returns None where the
value is wrong, and has noted the problem then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from corpus.problem import Problem
from corpus.yaml_text import LONGEST_REASON, Place, YamlMapping, YamlSequence, YamlValue

_MOST_PROBLEMS = 100

_T = TypeVar("_T")


class ShapeReader:
    """Reads values of one file and gathers their `problems`, at most a hundred."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def wrong(self, place: Place, reason: str, remedy: str, level: str = "error") -> None:
        """Note a problem."""
        if len(self.problems) < _MOST_PROBLEMS:
            reason = reason if len(reason) <= LONGEST_REASON else reason[:LONGEST_REASON] + "…"
            problem = Problem(self.file, reason, remedy, place.line, place.column, level)
            self.problems.append(problem)
        elif len(self.problems) == _MOST_PROBLEMS:
            reason = f"more than {_MOST_PROBLEMS} things are wrong; the others are not listed"
            self.problems.append(Problem(self.file, reason, "correct these first", level=level))

    def keys(
        self, value: YamlMapping, known: Mapping[str, Callable[[YamlValue, Place, str], Any]]
    ) -> dict[str, Any]:
        """Read the known keys of a mapping; null is as good as left out."""
        found: dict[str, Any] = {}
        for key, item in value.items():
            place = value.keys_at[key]
            if key not in known:
                reason = f"the key {short(key)} is not known"
                remedy = f"known here: {', '.join(known)}"
                self.wrong(place, reason, remedy, "warning")
            elif item is not None:
                read = known[key](item, place, key)
                if read is not None:
                    found[key] = read
        return found

    def word(self, value: YamlValue, place: Place, name: str) -> str | None:
        """Read one text."""
        if isinstance(value, str) and value.strip():
            return value.strip()
        found = "blank" if isinstance(value, str) else f"{kind_of(value)}, not a text"
        self.wrong(place, f"{name} is {found}", "write one text")
        return None

    def words(self, value: YamlValue, place: Place, name: str) -> tuple[str, ...] | None:
        """Read a list of texts; one text alone is a list of one."""
        if isinstance(value, str):
            return tuple(word for word in (self.word(value, place, name),) if word)
        return self.each(value, place, name, self.word)

    def each(
        self,
        value: YamlValue,
        place: Place,
        name: str,
        read: Callable[[YamlValue, Place, str], _T | None],
    ) -> tuple[_T, ...] | None:
        """Read a list, each item with `read`."""
        if not isinstance(value, YamlSequence):
            self.wrong(
                place, f"{name} is {kind_of(value)}, not a list", "begin each item with `- `"
            )
            return None
        found = (
            read(item, at, f"an item of {name}")
            for item, at in zip(value, value.items_at, strict=True)
        )
        return tuple(item for item in found if item is not None)

    def mapping(self, value: YamlValue, place: Place, name: str) -> YamlMapping | None:
        """Read a mapping."""
        if isinstance(value, YamlMapping):
            return value
        self.wrong(place, f"{name} is {kind_of(value)}, not a mapping", "write `key: value` lines")
        return None

    def pairs(
        self, value: YamlValue, place: Place, name: str
    ) -> Iterator[tuple[str, YamlValue, Place]]:
        """Give the keys of a mapping, each with its value and place."""
        mapping = self.mapping(value, place, name)
        for key, item in (mapping or {}).items():
            yield key, item, mapping.keys_at[key] if mapping is not None else place

    def choice(
        self, value: YamlValue, place: Place, name: str, *, choices: tuple[str, ...]
    ) -> str | None:
        """Read one of some words."""
        if isinstance(value, str) and value in choices:
            return value
        reason = (
            f"{name} is {short(value)}" if isinstance(value, str) else f"{name} is {kind_of(value)}"
        )
        self.wrong(place, reason, f"write one of {', '.join(choices)}")
        return None


def short(value: YamlValue) -> str:
    """Quote a value, cut off where it is long."""
    words = value if isinstance(value, str) else kind_of(value)
    return repr(words if len(words) <= 60 else words[:60] + "…")


def kind_of(value: YamlValue) -> str:
    """Name the kind of a value in a reader's words."""
    if value is None or value == "":
        return "empty"
    if isinstance(value, YamlMapping):
        return "a mapping"
    return "a list" if isinstance(value, YamlSequence) else "a text"
