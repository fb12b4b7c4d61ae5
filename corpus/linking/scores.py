"""How sure each rule is of a merge, and which list or file it rests on."""

from __future__ import annotations

from corpus.linking.table import MergeKind

# Spellings and slips have the similarity of the two names.
SCORES: dict[MergeKind, float] = {
    "reader": 1.0,
    "listed": 1.0,
    "plural": 1.0,
    "defined": 0.97,
    "province": 0.95,
    "acronym": 0.95,
    "legal form": 0.95,
    "full name": 0.93,
    "surname": 0.93,
    "same name": 0.9,
    "short name": 0.9,
}
SOURCES: dict[MergeKind, str] = {
    "reader": "postil.yaml",
    "listed": "the lists of places and organisations",
    "province": "the subdivisions of ISO 3166-2",
}
