"""What became of an annotation in the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from annotations.model import Annotation
    from corpus.span import Span

State = Literal["ok", "moved", "changed", "ambiguous", "lost"]


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it stands in the text.

    `state` is "ok" (the very words at the very place), "moved" (the words stand elsewhere, or with
    other typography), "changed" (other words stand in their place), "ambiguous" (several places) or
    "lost". `span` is None where there is no one place, and for a note on the whole article;
    `candidates` then lists the places to choose from, the likeliest first. `mine` is false for what
    stands in the sidecar of another `reader`, None for who has no name: it is only read.
    """

    annotation: Annotation
    state: State
    span: Span | None
    candidates: tuple[Span, ...] = ()
    reader: str | None = None
    mine: bool = True
