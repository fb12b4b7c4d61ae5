"""Contrast of colours as WCAG 2.2 defines it, of what the app shows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from operator import mul

from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.strip import Strip

# https://www.w3.org/TR/WCAG22/#contrast-minimum: AA for text; #contrast-enhanced: AAA;
# #non-text-contrast: signs and the parts of controls.
TEXT = 4.5
ENHANCED_TEXT = 7.0
SIGN = 3.0


# How colours look without red, green or blue cones: Machado, Oliveira and Fernandes, "A
# physiologically-based model for simulation of color vision deficiency" (2009), severity 1.0,
# from and to linear red, green and blue.
Matrix = tuple[tuple[float, float, float], ...]
VISIONS: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: Color) -> tuple[float, ...]:
    """Return red, green and blue of a colour in linear light, from 0 to 1."""
    parts = (part / 255 for part in color.get_truecolor())
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


@cache
def luminance(color: Color) -> float:
    """Return the relative luminance of a colour, from 0 to 1."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def distance(one: Color, other: Color, vision: str) -> float:
    """Return how far apart two colours look: their distance in CIE L*a*b* (1976)."""
    return math.dist(_lab(one, VISIONS[vision]), _lab(other, VISIONS[vision]))


def _lab(color: Color, vision: Matrix) -> tuple[float, float, float]:
    light = linear(color)
    seen = (sum(map(mul, row, light)) for row in vision)
    red, green, blue = (min(1.0, max(0.0, part)) for part in seen)
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@cache
def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def contrast_of(style: Style) -> float:
    """Return the contrast of text in a style; whether it is reversed does not matter."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(style.color, style.bgcolor)


def faint(styles: Iterator[tuple[str, Style]], least: float) -> list[str]:
    """Return what is hard to read: each style once, with its contrast."""
    return sorted({f"{what}: {contrast_of(style):.2f} {style}"
                   for what, style in styles if contrast_of(style) < least})  # fmt: skip


def is_drawing(character: str) -> bool:
    """Say whether a character draws a border or a bar, or is none that is seen."""
    return "\u2500" <= character <= "\u259f" or character.isspace()


def shown_styles(app: App[None]) -> Iterator[tuple[str, Style]]:
    """Yield the pieces of text on the top screen with their styles.

    What lies behind a form or a menu is faded on purpose, and left out.
    """
    screen = app.screen
    regions = [child.region for child in screen.children if child.display]
    for y, strip in enumerate(screen._compositor.render_strips()):
        for region in regions:
            if not region.y <= y < region.bottom:
                continue
            for text, style, _ in Strip(strip).crop(region.x, region.right):
                words = "".join(filter(lambda one: not is_drawing(one), text))
                if words and style is not None and style.color is not None:
                    yield words, style


def coloured_or_dim(app: App[None]) -> list[str]:
    """Return the pieces of text on the top screen that are dim or have a colour of their own."""
    return [
        f"{text}: {style}"
        for strip in app.screen._compositor.render_strips()
        for text, style, _ in strip
        if style is not None
        and (style.dim or any(c and not c.is_default for c in (style.color, style.bgcolor)))
    ]
