"""The jump list: the places that jumps began at, across articles."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """An offset in an article."""

    article: str
    offset: int


class JumpList:
    """Places to go back to, and forward again; a new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._next = 0

    def push(self, place: Place) -> None:
        """Remember where a jump begins."""
        del self._places[self._next :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[:-LONGEST]
        self._next = len(self._places)

    def back(self, here: Place) -> Place | None:
        """Return the place before, None at the first; `forward` comes back to `here`."""
        if self._next == 0:
            return None
        if self._next == len(self._places):
            self._places.append(here)
        self._next -= 1
        return self._places[self._next]

    def forward(self) -> Place | None:
        """Return the place after, None at the last."""
        if self._next + 1 >= len(self._places):
            return None
        self._next += 1
        return self._places[self._next]
