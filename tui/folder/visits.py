"""What the reader saw of a corpus: of each article the text that was read, and when.

A small JSON file in the user's state folder: names, hashes and times, no text. Losing it costs the
knowledge of what changed since, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from tui.article.reading_state import read_state, state_file, write_state

if TYPE_CHECKING:
    pass

_FILE: Final = "visits.json"
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that was read: its hash, and when it was read last, ISO 8601 to the minute."""

    sha256: str
    on: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What was read of an article: `last`, and the text `before` it that was another one."""

    last: Reading
    before: Reading | None = None


class Visits:
    """The articles of one corpus that were read. Another Postil may read others meanwhile."""

    def __init__(self, key: str) -> None:
        self._path = state_file(key, _FILE)
        self._known = self._written()
        self._lock = Lock()

    def of(self, article: str) -> Visit | None:
        """Return what was read of an article, None where it never was."""
        return self._known.get(article)

    def read(self, article: str, sha256: str, on: str) -> Visit | None:
        """Remember that a text of an article was read; return the visit before, if there was one.

        `on` is ISO 8601 to the minute. The same text on the same day is not written again. Threads
        may call it together.
        """
        with self._lock:
            return self._read(article, sha256, on)

    def _read(self, article: str, sha256: str, on: str) -> Visit | None:
        was = self._known.get(article)
        if was is not None and was.last.sha256 == sha256:
            if was.last.on[:10] == on[:10]:
                return was
            now = Visit(Reading(sha256, on), was.before)
        else:
            now = Visit(Reading(sha256, on), was.last if was is not None else None)
        self._known[article] = now
        if self._path is not None:
            self._known = self._written() | {article: now}
            write_state(self._path, {name: _packed(one) for name, one in self._known.items()})
        return was

    def _written(self) -> dict[str, Visit]:
        found = read_state(self._path) if self._path is not None else {}
        visits = ((name, _unpacked(packed)) for name, packed in found.items())
        return {name: visit for name, visit in visits if visit is not None}


def _packed(visit: Visit) -> list[str]:
    before = [visit.before.sha256, visit.before.on] if visit.before is not None else []
    return [visit.last.sha256, visit.last.on, *before]


def _unpacked(packed: object) -> Visit | None:
    """Return a visit as it was written; None for what no Postil wrote."""
    if not isinstance(packed, list) or len(packed) not in (2, 4):
        return None
    if not all(isinstance(part, str) for part in packed):
        return None
    if not all(_HASH.fullmatch(part) for part in packed[::2]):
        return None
    before = Reading(packed[2], packed[3]) if len(packed) == 4 else None
    return Visit(Reading(packed[0], packed[1]), before)
