"""What of an article is shown, and how the screen is divided: what keys switch, remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

# Cells: how narrow and how wide a pane beside the article may be, and how wide at first. The list
# has more where the text leaves room.
NARROWEST_SIDE, WIDEST_SIDE = 20, 80
LIST_WIDTH, PANEL_WIDTH = 35, 37
LIST_WIDTH_WITH_ROOM = 60
# Cells: the text, which the settings hold to these as well.
NARROWEST_TEXT, WIDEST_TEXT = 40, 160


@dataclass(frozen=True, slots=True)
class Looks:
    """What is switched on. Widths are in cells.

    `text_width` counts for as long as the settings say `text_width_for`: who changes the settings
    means it. `list_width` is 0 until the reader chooses one. `folded` says that page furniture is
    folded, `alone` that the article has the screen for itself.
    """

    furniture: bool = True
    names: bool = True
    numbers: bool = True
    statements: bool = False
    annotations: bool = True
    matches: bool = True
    folded: bool = False
    paragraphs: bool = True
    reflow: bool = True
    markdown: bool = True
    alone: bool = False
    text_width: int = 0
    text_width_for: int = 0
    list_width: int = 0
    panel_width: int = PANEL_WIDTH

    @classmethod
    def of(cls, data: object) -> Looks:
        """Return the looks that were remembered; what is no part of them is left out."""
        if not isinstance(data, Mapping):
            return cls()
        known = {field.name: type(field.default) for field in fields(cls)}
        kept: dict[str, Any] = {
            name: value for name, value in data.items() if type(value) is known.get(name)
        }
        looks = cls(**kept)
        looks = looks.divided("panel", looks.panel_width)
        return looks.divided("list", looks.list_width) if looks.list_width else looks

    def as_data(self) -> dict[str, object]:
        """Return what `of` reads: what is not as it is at first."""
        first = asdict(Looks())
        return {name: value for name, value in asdict(self).items() if value != first[name]}

    def width_for(self, settings_width: int) -> int:
        """Return the width of the text, where the settings say `settings_width`."""
        if self.text_width and self.text_width_for == settings_width:
            return text_width(self.text_width)
        return settings_width

    def switched(self, name: str) -> Looks:
        """Return the looks with what `name` says switched."""
        return replace(self, **{name: not getattr(self, name)})

    def divided(self, side: str, cells: int) -> Looks:
        """Return the looks with another width of a side, `list` or `panel`, as far as it may be."""
        width = min(max(NARROWEST_SIDE, cells), WIDEST_SIDE)
        if side == "list":
            return replace(self, list_width=width)
        return replace(self, panel_width=width)

    def width_of(self, side: str, spare: int = 0) -> int:
        """Return the width of a side, `list` or `panel`.

        `spare` are the cells that the text does not need where the list is as wide as at first.
        """
        if side == "panel":
            return self.panel_width
        return self.list_width or min(LIST_WIDTH + max(0, spare), LIST_WIDTH_WITH_ROOM)


def text_width(cells: int) -> int:
    """Return the nearest width that the text may have."""
    return min(max(NARROWEST_TEXT, cells), WIDEST_TEXT)
