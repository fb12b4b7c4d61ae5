"""Which types of link two annotations may have, and how they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from annotations.model import DIRECTED_LINKS, SYMMETRIC_LINKS

if TYPE_CHECKING:
    from annotations.claim_subjects import Subjects
    from annotations.model import Annotation


# Always in this order, so that a number always takes the same type; those that are used most have
# a number.
_ORDER = (
    *("agrees", "contradicts", "repeats", "supports", "updates", "refines", "part-of", "quotes"),
    *("looks-alike", "incomparable", "differs-in-time", "differs-in-place", "differs-in-measure"),
)


def link_types(*, directed: bool = True) -> tuple[str, ...]:
    """Return the types of link; without `directed` those that are the same from both ends."""
    return tuple(type_ for type_ in _ORDER if directed or type_ in SYMMETRIC_LINKS)


def likely_type(
    pairs: Iterable[tuple[Annotation, Annotation]], subjects: Subjects, types: Sequence[str]
) -> str | None:
    """Return which of some types the figures of the first pair that has any suggest."""
    from annotations.claim_figures import likeliest_link

    found = (
        likeliest_link(one.claim, other.claim, subjects)
        for one, other in pairs
        if one.claim is not None and other.claim is not None
    )
    return next((type_ for type_ in found if type_ in types), None)


def answers_of(types: Iterable[str], likely: str | None = None) -> tuple[str, ...]:
    """Return types of links as answers: an arrow says that one has a direction."""
    return tuple(
        f"{type_}{' →' if type_ in DIRECTED_LINKS else ''}"
        f"{'  (as their figures have it)' if type_ == likely else ''}"
        for type_ in types
    )


def offered_types(
    pairs: Sequence[tuple[Annotation, Annotation]], subjects: Subjects, *, directed: bool = True
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return the types of link for pairs, the same as answers, and the number of the likely one."""
    types = link_types(directed=directed)
    likely = likely_type(pairs, subjects, types)
    return types, answers_of(types, likely), types.index(likely) if likely else 0
