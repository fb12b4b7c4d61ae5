"""Who and where: the persons, organisations, places and peoples that a text names.

By the grammar of names, general lists and the consistency of the article itself; no model.
"""

from __future__ import annotations

from corpus.understanding.entities.finding import find_entities, find_mentions

__all__ = ["find_entities", "find_mentions"]
