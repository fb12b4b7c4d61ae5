"""Words of several rows that end in a sign where their widget has no row for the rest."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textual.content import Content
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions


class FewRows(Visual):
    """Safe words, wrapped to as many rows as a widget has; what is left out is told by "…"."""

    def __init__(self, words: Content) -> None:
        self._words = words

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the longest line of the words."""
        return self._words.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the rows that all words take in so many cells."""
        return self._words.get_height(rules, width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Paint as many of the words as there is room for."""
        words = self._words
        if width and height and words.get_height(options.rules, width) > height:
            words = self._cut(width, height, options.rules)
        return words.render_strips(width, height, style, options)

    def _cut(self, width: int, height: int, rules: RulesMap) -> Content:
        def too_long(characters: int) -> bool:
            return self._first(characters).get_height(rules, width) > height

        fitting = bisect_left(range(len(self._words)), True, key=too_long) - 1
        return self._first(max(0, fitting))

    def _first(self, characters: int) -> Content:
        return self._words[:characters].rstrip() + "…"
