"""Which articles are pages with menus, asked of each text once for as long as its segment stands.

A text is read for that. What was found is kept as a byte a document: segments never change.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from index.snapshot import OpenSegment

_UNKNOWN: Final = 0
_PLAIN: Final = 1
_WITH_MENUS: Final = 2


class KnownPages:
    """What is known of the documents of some segments."""

    def __init__(self, segments: Iterable[OpenSegment], kept: Mapping[str, str]) -> None:
        """`kept` is what `to_keep` gave, as far as it is of these segments."""
        self._known: dict[str, bytearray] = {}
        for segment in segments:
            documents = segment.packed.documents
            known = b64decode(kept.get(segment.name, ""))
            self._known[segment.name] = bytearray(known if len(known) == documents else documents)

    def has_menus(self, segment: str, document: int, look: Callable[[], bool | None]) -> bool:
        """Say whether a document has menus; `look` is asked once, and gives None if it cannot say.

        What cannot be read is asked again another time, and has none.
        """
        known = self._known[segment]
        if known[document] == _UNKNOWN:
            found = look()
            if found is None:
                return False
            known[document] = _WITH_MENUS if found else _PLAIN
        return known[document] == _WITH_MENUS

    def to_keep(self) -> dict[str, str]:
        """Return what is known as plain text for each segment."""
        return {name: b64encode(known).decode("ascii") for name, known in self._known.items()}
