"""A change of one annotation, made to what stands in the file by now.

Whoever asks for a change may say what it began with. What another program changed since then is
kept: tags are put in and taken out one by one; a note, a claim or links that both changed are a
conflict, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from annotations.error import AnnotationError
from annotations.making import clean_tags
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.model import Annotation, Claim, Link

Item = TypeVar("Item", bound=Hashable)


class Unset(Enum):
    """The one value that says: leave this as it is, where None means "take it away"."""

    UNSET = "unset"


UNSET = Unset.UNSET


class ChangedSinceError(AnnotationError):
    """Another program changed an annotation since it was seen; `now` is what stands in the file.

    Nothing was written. Asked again with `seen=now`, the change is made.
    """

    def __init__(self, problem: Problem, now: Annotation) -> None:
        super().__init__(problem)
        self.now = now


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of an annotation; None (for `claim`: UNSET) leaves a part as it is.

    `seen` is the annotation that the wish began with; None takes whatever stands in the file.
    """

    note: str | None = None
    tags: Sequence[str] | None = None
    claim: Claim | Unset | None = UNSET
    links: Sequence[Link] | None = None
    seen: Annotation | None = None

    def granted(self, old: Annotation, file: str) -> Annotation:
        """Give what `old`, which stands in `file` now, becomes. Raises `ChangedSinceError`."""
        seen = self.seen or old
        tags = old.tags if self.tags is None else clean_tags(self.tags)
        links = old.links if self.links is None else tuple(self.links)
        new = replace(
            old,
            note=old.note if self.note in (None, seen.note) else self.note,
            tags=tags if self.tags is None else merged(seen.tags, tags, old.tags),
            claim=old.claim if self.claim in (UNSET, seen.claim) else self.claim,
            links=links if self.links is None else merged(seen.links, links, old.links),
        )
        for part in ("note", "claim"):
            there = getattr(old, part)
            if there != getattr(seen, part) and there != getattr(new, part):
                raise changed_since(file, f"the {part} of {old.id}", old)
        return new


def refuse_unseen(seen: Annotation | None, old: Annotation, file: str) -> None:
    """Refuse to delete what is not as it was seen. Raises `ChangedSinceError`."""
    if seen is not None and replace(seen, edited=None) != replace(old, edited=None):
        raise changed_since(file, f"annotation {old.id}", old)


def changed_since(file: str, what: str, now: Annotation) -> ChangedSinceError:
    """Make the error for what another program changed since it was seen."""
    remedy = "look at what it is now, then decide"
    return ChangedSinceError(
        Problem(file, f"{what} was changed by another program meanwhile", remedy), now
    )


def merged(seen: Sequence[Item], wanted: Sequence[Item], there: Sequence[Item]) -> tuple[Item, ...]:
    """Put what was added to `seen` into `there`, and take out what was taken from it.

    Where nobody else changed anything, the order is that of `wanted`.
    """
    if tuple(there) == tuple(seen):
        return tuple(wanted)
    kept = [item for item in there if item in wanted or item not in seen]
    added = [item for item in wanted if item not in seen]
    return tuple(dict.fromkeys((*kept, *added)))
