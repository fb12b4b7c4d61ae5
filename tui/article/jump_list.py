"""The jump list: the places that jumps began at, across articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

LONGEST = 200

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Place:
    """An offset in an article; `part` names a record of a file that holds several."""

    article: str
    offset: int
    part: str | None = None


class JumpList(Generic[P]):
    """Places to go back to, and forward again; a new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._places: list[P] = []
        self._next = 0

    def push(self, place: P) -> None:
        """Remember where a jump begins."""
        del self._places[self._next :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[:-LONGEST]
        self._next = len(self._places)

    def back(self, here: P, count: int = 1) -> P | None:
        """Return the `count`th place before, None at the first; `forward` comes back to `here`.

        Fewer places than that: the first. A place where one is already is passed over.
        """
        found = None
        for _ in range(count):
            place = self._one_back(here)
            if place is None:
                break
            found = here = place
        return found

    def _one_back(self, here: P) -> P | None:
        at = self._next - 1
        while at >= 0 and self._places[at] == here:
            at -= 1
        if at < 0:
            return None
        if self._next == len(self._places):
            self._places.append(here)
        self._next = at
        return self._places[at]

    def forward(self, count: int = 1) -> P | None:
        """Return the `count`th place after, None at the last; fewer places: the last."""
        if self._next + 1 >= len(self._places):
            return None
        self._next = min(self._next + count, len(self._places) - 1)
        return self._places[self._next]

    def last(self, here: P) -> P | None:
        """Return where the last jump began, other than `here`; None where there was none."""
        return next((place for place in reversed(self._places) if place != here), None)

    def has_before(self, here: P) -> bool:
        """Say whether `back` leads anywhere from `here`."""
        return any(place != here for place in self._places[: self._next])

    @property
    def has_after(self) -> bool:
        """Whether `forward` leads anywhere."""
        return self._next + 1 < len(self._places)
