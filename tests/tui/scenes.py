"""The screens of the reader, each with the keys that lead to it."""

from __future__ import annotations

SCENES: dict[str, tuple[str, ...]] = {
    "reading": (),
    "the list": ("shift+tab",),
    "the panel": ("p", "e", "tab"),
    "numbers": ("p", "n"),
    "statements": ("p", "w"),
    "annotations": ("p", "a"),
    "a selection": ("V",),
    "finding": ("slash", *"Brandt"),
    "finding nothing": ("slash", *"xyzzy"),
    "a menu": ("f2",),
    "help": ("question_mark",),
    "the palette": ("ctrl+p",),
    "the palette, typing": ("ctrl+p", *"art", "down"),
    "searching, nothing typed": ("s",),
    "searching": ("s", *"brand", "down"),
    "searching, a fault": ("s", *'"brand'),
    "an empty note": ("V", "a"),
    "a note": ("V", "a", *"Who", "tab", *"boats"),
    "orphans": ("p", "o"),
    "encodings": ("g", "c"),
    "skipped": ("p", "s"),
    "copied": ("V", "y"),
    "the card of an entity": ("g", "g", "right_square_bracket", "e", "g", "d"),
    "the card of a figure": ("g", "g", "right_square_bracket", "n", "g", "d"),
    "the ledger": ("p", "l"),
    "a concordance": ("s", *"brandt", "ctrl+l", "r"),
    "its spread": ("s", *"brandt", "ctrl+l", "shift+tab"),
}
