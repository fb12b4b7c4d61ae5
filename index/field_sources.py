"""What has to be known of the articles to answer a field of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.query.tree import Field

METADATA: Final = frozenset(("title", "outlet", "author", "date"))
NAMES: Final = {"person": "PERSON", "org": "ORG", "place": "PLACE", "entity": None}


def source_of(one: Field) -> str:
    """Name what has to be known to answer a field."""
    if one.name in METADATA:
        return "metadata"
    if one.name in NAMES:
        return "names"
    if one.name == "number":
        return "numbers"
    if one.name == "speaker" or one.value in ("number", "date", "quote"):
        return "findings"
    return ""
