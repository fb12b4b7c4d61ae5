"""Pictures of the screen as text: what stands in each cell, and how it looks.

A picture shows the rows as they are read, then the same rows with a letter a cell for its style,
then what the letters mean. So a change of a picture is read in a diff, without opening anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import App

ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse")
# After the letters and the digits, letters of other alphabets: Greek, Cyrillic.
SIGNS = (*ascii_letters, *digits, *map(chr, chain(range(0x3B1, 0x3C9), range(0x430, 0x450))))


def look_of(style: Style | None) -> str:
    """Say a style in words, "" for that of a terminal."""
    if style is None:
        return ""
    colours = [style.color, style.bgcolor]
    words = [prefix + colour.name for prefix, colour in zip(("", "on "), colours, strict=True)
             if colour is not None and not colour.is_default]  # fmt: skip
    return " ".join((*words, *(name for name in ATTRIBUTES if getattr(style, name))))


def cells_of(app: App[object]) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows of the screen: the text, and the look of each cell."""
    for strip in app.screen._compositor.render_strips():
        looks: list[str] = []
        for segment in strip:
            looks += [look_of(segment.style)] * segment.cell_length
        yield strip.text, looks


def picture(app: App[object]) -> str:
    """Return what the screen shows, as text."""
    rows = list(cells_of(app))
    signs = dict(zip(dict.fromkeys(chain(*(looks for _, looks in rows))), SIGNS, strict=False))
    shown = [text.rstrip() for text, _ in rows]
    styled = ["".join(signs[look] for look in looks) for _, looks in rows]
    meaning = [f"{sign} {look}".rstrip() for look, sign in signs.items()]
    rule = "─" * max((len(row) for row in styled), default=0)
    return "\n".join((*shown, rule, *styled, rule, *meaning, ""))


class TextPictureExtension(SingleFileSnapshotExtension):
    """Keeps each picture in a text file of its own."""

    _file_extension = "txt"
    _write_mode = WriteMode.TEXT
