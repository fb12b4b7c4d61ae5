"""Spellings of one name in Latin letters: Osama and Usama, Sergei and Sergey."""

from __future__ import annotations

from functools import cache

from corpus.understanding.gazetteers.reading import read_lines


@cache
def _rows() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for number, line in enumerate(read_lines("name_spellings.txt")):
        for name in line.split(" "):
            rows.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in rows.items()}


def are_spellings(a: str, b: str) -> bool:
    """Say whether the list has two folded words as spellings of one name."""
    none: frozenset[int] = frozenset()
    return not _rows().get(a, none).isdisjoint(_rows().get(b, none))
