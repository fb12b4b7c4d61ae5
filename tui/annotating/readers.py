"""Whose annotations are shown: everybody's, one's own, or one other reader's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.store import AnnotationStore

NOBODY = "the reader without a name"


@dataclass(frozen=True, slots=True)
class Shown:
    """A choice: `mine` for one's own, else those of `reader`; `words` say it."""

    words: str
    mine: bool = False
    reader: str | None = None

    def holds(self, *, mine: bool, reader: str | None) -> bool:
        """Whether an annotation of a reader's sidecar is shown."""
        if self.words == EVERYBODY.words:
            return True
        return mine if self.mine else not mine and reader == self.reader

    def among(self, placed: Iterable[Placed]) -> tuple[Placed, ...]:
        """Return the annotations that are shown."""
        return tuple(one for one in placed if self.holds(mine=one.mine, reader=one.reader))


EVERYBODY = Shown("all annotations")
MINE = Shown("only mine", mine=True)


def choices(store: AnnotationStore) -> tuple[Shown, ...]:
    """Return what can be chosen; nothing but one's own where nobody else annotated.

    Walks the folder of the sidecars.
    """
    readers = {reader for _, reader in store.location.sidecars()} - {store.reader}
    others = sorted(readers, key=lambda one: one or "")
    named = (Shown(f"only those of {one or NOBODY}", reader=one) for one in others)
    return (EVERYBODY, MINE, *named) if others else (MINE,)
