"""The id of an entity: its type and a slug of its canonical name."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.understanding.analysis import EntityType
from corpus.understanding.gazetteers.folding import fold

_OTHER = re.compile(r"[\W_]+")


@lru_cache(maxsize=4_096)
def entity_id(type_: EntityType, name: str) -> str:
    """Return `type:slug-of-its-canonical-name`, the same in every article and order of files."""
    words = fold(name).replace("'", "").replace(".", "")
    return f"{type_.lower()}:{_OTHER.sub('-', words).strip('-') or 'unnamed'}"
