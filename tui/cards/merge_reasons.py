"""Why two names are one, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.linking.table import Merge

_REASONS = {
    "defined": "the text says so",
    "acronym": "acronym",
    "full name": "the same name, with or without its middle",
    "surname": "surname",
    "listed": "one in a list",
    "legal form": "the company without its legal form",
    "province": "the province without that word",
    "plural": "plural",
    "short name": "the only one of the corpus that it fits, in like company",
    "spelling": "spellings that sound alike",
    "slip": "a slip of the pen",
    "same name": "the same name",
    "reader": "you say so",
}


def reason_of(merge: Merge) -> str:
    """Return why two names are one, and what shows it."""
    reason = _REASONS[merge.kind]
    if merge.kind == "spelling" and merge.score == 1:
        reason = "the same words"
    elif merge.kind in ("spelling", "slip"):
        reason += f" ({merge.score:.2f})"
    if merge.source is not None:
        reason += f" ({merge.source})"
    if merge.proof is not None:
        reason += f", {merge.proof.article}:{merge.proof.start}"
    if merge.articles > 1:
        reason += f" and {merge.articles - 1:,} more"
    return reason
