"""Themes for terminals that have 256 or 16 colours.

What such a terminal makes of other colours is not left to chance: the nearest of few colours may be
that of the ground. Each ground becomes the nearest colour that the terminal has, each colour of
words the nearest of those that can be read on all grounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE

if TYPE_CHECKING:
    from textual.theme import Theme

Rgb = tuple[int, int, int]
# Relative luminances of one colour, in each of the ways that terminals show it.
Light = tuple[float, ...]

GROUNDS = ("background", "surface", "panel", "annotated", "claimed", "selected")
"""What words of every colour may lie upon; `matched` and its kind have colours of their own."""

TEXT = 4.5
ENHANCED_TEXT = 7.0
_SIGN = 3.0
# What is enough for a ground to be seen beside another.
_TINT = 1.15
# The difference between the most and the least of red, green and blue.
_HARDLY_A_HUE, _STRONG_HUE = 40, 80
# Greys of the 256 colours that rich sends as their neighbours.
_NOT_SENT = frozenset((59, 102, 145, 188, *range(247, 256)))
# Of sixteen colours few can be told from black or from white and still carry words of several
# colours: there the words of a claim, and those that are selected, have one colour (`app.tcss`).
_GROUNDS_OF_16 = {
    True: {
        **dict.fromkeys(("background", "surface", "panel"), "#000000"),
        **dict.fromkeys(("annotated", "selected"), "#0000aa"),
        "claimed": "#aa00aa",
        "matched": "#00aaaa",
        "matched-widened": "#aa0000",
        "foreground": "#ffffff",
    },
    False: {
        **dict.fromkeys(("background", "surface", "panel"), "#ffffff"),
        "annotated": "#ffff55",
        "claimed": "#55ff55",
        "selected": "#55ffff",
        "matched-widened": "#ff55ff",
        "foreground": "#000000",
    },
}


@lru_cache(maxsize=16)
def fitted(theme_name: str, system: str | None) -> Theme | None:
    """Return one of our themes in the colours of a terminal, None where it can stay as it is.

    `system` is rich's name of what the terminal has: "truecolor", "256" or "standard".
    """
    from tui.configuration.themes import MONOCHROME, THEMES

    theme = next((one for one in THEMES if one.name == theme_name), None)
    if theme is None or theme == MONOCHROME:
        return None
    if system == "256":
        return _in_palette(theme, _of_256(), {})
    if system == "standard":
        return _in_palette(theme, _of_16(), _GROUNDS_OF_16[theme.dark])
    return None


# The sixteen colours as xterm shows them, in the order of rich's, which are those of a VGA.
_XTERM: tuple[Rgb, ...] = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)),
    *((0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)


def _of_16() -> dict[Rgb, Light]:
    return {
        STANDARD_PALETTE[number]: (_luminance(STANDARD_PALETTE[number]), _luminance(shown))
        for number, shown in enumerate(_XTERM)
    }


def _of_256() -> dict[Rgb, Light]:
    """Return the colours of the cube and the greys that rich sends as themselves."""
    numbers = (number for number in range(16, 256) if number not in _NOT_SENT)
    palette = map(EIGHT_BIT_PALETTE.__getitem__, numbers)
    return {rgb: (_luminance(rgb),) for rgb in palette}


def _in_palette(theme: Theme, luminance: Mapping[Rgb, Light], given: Mapping[str, str]) -> Theme:
    """Return a theme in the colours of a palette; some grounds may be `given`."""
    needed = ENHANCED_TEXT if "high-contrast" in theme.name else TEXT
    ours: dict[str, str] = {
        name: getattr(theme, name)
        for name in (
            *("primary", "secondary", "accent", "warning", "error", "success", "foreground"),
            *("background", "surface", "panel"),
        )
    }
    wanted = {name: _rgb(colour) for name, colour in (ours | theme.variables).items()}
    # Other grounds stay on their side of the scale: there are words that can be read on all.
    darkest, lightest = (0.0, 0.08) if theme.dark else (0.4, 1.0)
    near = tuple(rgb for rgb, light in luminance.items() if darkest <= light[0] <= lightest)
    base = _nearest(wanted["background"], near)
    seen = tuple(rgb for rgb in near if _contrast(luminance[rgb], luminance[base]) >= _TINT)
    found = {name: _nearest(wanted[name], near) for name in GROUNDS[:3]}
    found |= {name: _nearest(wanted[name], seen or near) for name in GROUNDS[3:]}
    found |= {name: _rgb(colour) for name, colour in given.items()}
    # A ground whose words have one colour of their own is none of those that all must be read on.
    grounds = [luminance[found[name]] for name in GROUNDS if not given or name != "claimed"]
    readable = _readable(luminance, grounds, needed)
    for name, rgb in wanted.items():
        if name in ("matched", "track") and name not in found:
            signs = _readable(luminance, grounds[:1], _SIGN)
            found[name] = _nearest(rgb, _alike(rgb, signs))
        elif name not in found:
            found[name] = _nearest(rgb, _alike(rgb, readable))
    on_match = _readable(luminance, [luminance[found["matched"]]], needed)
    found["on-match"] = _nearest(wanted["on-match"], on_match)
    if "matched-widened" not in given:
        widened = _readable(luminance, [luminance[found["foreground"]]], needed)
        found["matched-widened"] = _nearest(wanted["matched-widened"], widened)
    colours = {name: "#{:02x}{:02x}{:02x}".format(*rgb) for name, rgb in found.items()}
    variables = {name: colours[name] for name in theme.variables}
    changed: dict[str, Any] = {name: colours[name] for name in ours}
    return replace(theme, variables=variables, **changed)


def _readable(
    luminance: Mapping[Rgb, Light], grounds: list[Light], needed: float
) -> tuple[Rgb, ...]:
    """Return the colours that have a contrast with all grounds; where none has, the best one."""
    # All other grounds lie between these two.
    ends = tuple(map(min, zip(*grounds, strict=True))), tuple(map(max, zip(*grounds, strict=True)))
    low, high = ends
    least = {
        rgb: min(_contrast(light, low), _contrast(light, high)) for rgb, light in luminance.items()
    }
    found = tuple(rgb for rgb, contrast in least.items() if contrast >= needed)
    return found or (max(least, key=lambda rgb: least[rgb]),)


def _alike(rgb: Rgb, palette: tuple[Rgb, ...]) -> tuple[Rgb, ...]:
    """Return what of a palette may stand for a colour: no strong hue for one that has hardly any.

    Page furniture in red would look like a warning.
    """
    if max(rgb) - min(rgb) > _HARDLY_A_HUE:
        return palette
    return tuple(one for one in palette if max(one) - min(one) < _STRONG_HUE) or palette


def _rgb(colour: str) -> Rgb:
    return tuple(bytes.fromhex(colour.removeprefix("#")))  # type: ignore[return-value]


def _nearest(rgb: Rgb, palette: tuple[Rgb, ...]) -> Rgb:
    """Return the nearest colour, by a distance in which green counts most and blue least."""
    red, green, blue = rgb
    return min(
        palette,
        key=lambda one: 3 * (red - one[0]) ** 2 + 4 * (green - one[1]) ** 2
        + 2 * (blue - one[2]) ** 2,
    )  # fmt: skip


def _luminance(rgb: Rgb) -> float:
    """Return the relative luminance of WCAG 2.2, from 0 to 1."""
    parts = (part / 255 for part in rgb)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: Light, other: Light) -> float:
    """Return the contrast of two colours, the least of those that terminals show."""
    least = 21.0
    for first, second in zip(one, other, strict=True):
        ratio = (first + 0.05) / (second + 0.05)
        least = min(least, ratio if ratio >= 1 else 1 / ratio)
    return least
