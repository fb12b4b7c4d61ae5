"""Numbers of things, in words: "1 article", "2,400 articles"."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """Return a number with its thing, which takes an s where it is not one."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
