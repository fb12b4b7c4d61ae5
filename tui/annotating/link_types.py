"""Which types of link two annotations may have, and how they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotations import DIRECTED_LINKS, SYMMETRIC_LINKS

if TYPE_CHECKING:
    from annotations import Annotation
    from annotations.claim_subjects import Subjects


def link_types(
    pairs: Iterable[tuple[Annotation, Annotation]], subjects: Subjects, *, directed: bool = True
) -> tuple[str, ...]:
    """Return the types of link for pairs of annotations, what their claims suggest first.

    Without `directed`, those only that are the same from both ends.
    """
    from annotations.claim_figures import likeliest_link

    likely = [
        found
        for one, other in pairs
        if one.claim is not None
        and other.claim is not None
        and (found := likeliest_link(one.claim, other.claim, subjects)) is not None
        and (directed or found in SYMMETRIC_LINKS)
    ]
    all_types = (*likely, *sorted(SYMMETRIC_LINKS), *(sorted(DIRECTED_LINKS) if directed else ()))
    return tuple(dict.fromkeys(all_types))


def answers_of(types: Iterable[str]) -> tuple[str, ...]:
    """Return types of links as answers: an arrow says that one has a direction."""
    return tuple(f"{type_} →" if type_ in DIRECTED_LINKS else type_ for type_ in types)
