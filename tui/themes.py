"""The colours: dark and light themes, two of high contrast, and one without any colour.

Nothing is told by colour alone: entity types differ by underline, bold and italic as well.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="postil-dark",
    primary="#8ab4d8",
    secondary="#c9a86a",
    accent="#e8b35a",
    warning="#f0b35c",
    error="#f07a6e",
    success="#93c98a",
    foreground="#d9d5cb",
    background="#16181c",
    surface="#1e2126",
    panel="#262a31",
    dark=True,
    variables={
        "person": "#f3bd7a",
        "org": "#8fbdf2",
        "place": "#9bd49a",
        "norp": "#d3adf0",
        "quantity": "#ffffff",
        "date": "#8fd0cd",
        "furniture": "#868179",
        "annotated": "#3d3a1e",
        "claimed": "#20382e",
        "matched": "#e8b35a",
        "on-match": "#16181c",
        "matched-widened": "#8a6d3f",
        "selected": "#2f4a66",
        "track": "#454b55",
    },
)

LIGHT = Theme(
    name="postil-light",
    primary="#2f5f8a",
    secondary="#7a5a1c",
    accent="#a86400",
    warning="#8f4e00",
    error="#a8281c",
    success="#2c6e24",
    foreground="#26241f",
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#e8e4d9",
    dark=False,
    variables={
        "person": "#8f4a00",
        "org": "#0d4f9c",
        "place": "#1d6a2c",
        "norp": "#6d2ba6",
        "quantity": "#000000",
        "date": "#0c5f63",
        "furniture": "#77726a",
        "annotated": "#fbefb5",
        "claimed": "#d5ecd9",
        "matched": "#ffc34d",
        "on-match": "#26241f",
        "matched-widened": "#f0ddb0",
        "selected": "#c3dcf5",
        "track": "#b9b3a4",
    },
)

HIGH_CONTRAST = Theme(
    name="postil-high-contrast",
    primary="#7fd4ff",
    secondary="#ffd166",
    accent="#ffd000",
    warning="#ffd000",
    error="#ff9d94",
    success="#8dff8d",
    foreground="#ffffff",
    background="#000000",
    surface="#0a0a0a",
    panel="#141414",
    dark=True,
    variables={
        "person": "#ffc27a",
        "org": "#a8d4ff",
        "place": "#a6f5a6",
        "norp": "#e9c4ff",
        "quantity": "#ffffff",
        "date": "#9af0ee",
        "furniture": "#b8b8b8",
        "annotated": "#3a3600",
        "claimed": "#003a22",
        "matched": "#ffd000",
        "on-match": "#000000",
        "matched-widened": "#4d3c00",
        "selected": "#00385c",
        "track": "#8a8a8a",
    },
)

HIGH_CONTRAST_LIGHT = Theme(
    name="postil-high-contrast-light",
    primary="#003c71",
    secondary="#4a3200",
    accent="#7a2e00",
    warning="#6b2a00",
    error="#8a0000",
    success="#0a4a00",
    foreground="#000000",
    background="#ffffff",
    surface="#f7f7f7",
    panel="#ededed",
    dark=False,
    variables={
        "person": "#6b2f00",
        "org": "#00327a",
        "place": "#064a14",
        "norp": "#4f1285",
        "quantity": "#000000",
        "date": "#00474a",
        "furniture": "#4a4a4a",
        "annotated": "#fff3b0",
        "claimed": "#d6f5de",
        "matched": "#ffd54a",
        "on-match": "#000000",
        "matched-widened": "#ffedb8",
        "selected": "#cfe6ff",
        "track": "#6e6e6e",
    },
)

# `ansi` leaves the terminal's own colours alone, and the app drops all others in this theme: what
# is left is underline, bold, italic and reverse. The style sheets say which, under `:nocolor`.
MONOCHROME = Theme(
    name="postil-monochrome",
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    ansi=True,
    variables=dict.fromkeys(DARK.variables, "ansi_default"),
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, MONOCHROME)

_PREFIX = "postil-"
# Of the sixteen colours of a terminal, those that text is dark on.
_LIGHT_BACKGROUNDS = frozenset(("7", "9", "10", "11", "12", "13", "14", "15"))


def theme_named(name: str, colours: str) -> str:
    """Return Textual's name of a theme as the settings call it.

    "auto" is light where the terminal says so in `colours`, the value of COLORFGBG (`15;0` is white
    on black, as rxvt, Konsole and others write it), else dark.
    """
    if name == "auto":
        return (LIGHT if colours.rpartition(";")[2] in _LIGHT_BACKGROUNDS else DARK).name
    return _PREFIX + name


def short_name(theme: str) -> str:
    """Return the name of a theme as the settings call it."""
    return theme.removeprefix(_PREFIX)


def next_theme(theme: str) -> str:
    """Return the theme after this one, the first after the last."""
    names = [one.name for one in THEMES]
    return names[(names.index(theme) + 1) % len(names)] if theme in names else names[0]
