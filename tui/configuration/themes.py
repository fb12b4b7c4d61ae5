"""The colours: two dark and two light themes, two of high contrast, and one without any colour.

Nothing is told by colour alone: entity types differ by underline, bold and italic as well.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="postil-dark",
    primary="#8fbade",
    secondary="#c9a86a",
    accent="#e8b35a",
    warning="#f0b35c",
    error="#f58a7e",
    success="#93c98a",
    foreground="#d9d5cb",
    background="#16181c",
    surface="#1e2126",
    panel="#262a31",
    dark=True,
    variables={
        "person": "#ee9c69",
        "org": "#8aaef5",
        "place": "#b2ec6e",
        "norp": "#f7b8ef",
        "quantity": "#ffffff",
        "date": "#55e6c6",
        "furniture": "#aaa49a",
        "annotated": "#38351c",
        "claimed": "#1c382c",
        "matched": "#e8b35a",
        "on-match": "#16181c",
        "matched-widened": "#5c4518",
        "selected": "#243b54",
        "track": "#454b55",
    },
)

NIGHT = Theme(
    name="postil-night",
    primary="#7cc4d4",
    secondary="#c9b26a",
    accent="#e6b95c",
    warning="#f0b35c",
    error="#f79488",
    success="#8fcf9a",
    foreground="#cfd8d6",
    background="#0d1a20",
    surface="#14242b",
    panel="#1b2e36",
    dark=True,
    variables={
        "person": "#f0a274",
        "org": "#8fb4ff",
        "place": "#b6ee74",
        "norp": "#f7bcef",
        "quantity": "#ffffff",
        "date": "#5ceaca",
        "furniture": "#a3aaa6",
        "annotated": "#33331a",
        "claimed": "#0f3a30",
        "matched": "#e6b95c",
        "on-match": "#0d1a20",
        "matched-widened": "#544419",
        "selected": "#1d405a",
        "track": "#3d5560",
    },
)

LIGHT = Theme(
    name="postil-light",
    primary="#2f5f8a",
    secondary="#6f5218",
    accent="#7f4a00",
    warning="#874900",
    error="#a8281c",
    success="#2c6e24",
    foreground="#26241f",
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#e8e4d9",
    dark=False,
    variables={
        "person": "#8f4f00",
        "org": "#1a3fd6",
        "place": "#0b4a12",
        "norp": "#5f1a96",
        "quantity": "#000000",
        "date": "#006083",
        "furniture": "#625e57",
        "annotated": "#f8e596",
        "claimed": "#d5ecd9",
        "matched": "#c48012",
        "on-match": "#1a1814",
        "matched-widened": "#f0d596",
        "selected": "#c9e0f7",
        "track": "#b9b3a4",
    },
)

PAPER = Theme(
    name="postil-paper",
    primary="#4a4f78",
    secondary="#664c14",
    accent="#7a4200",
    warning="#7f4300",
    error="#992218",
    success="#2c5f1c",
    foreground="#2e261a",
    background="#f4ead3",
    surface="#ece1c7",
    panel="#e3d6b8",
    dark=False,
    variables={
        "person": "#864600",
        "org": "#1a37c4",
        "place": "#0a4210",
        "norp": "#5a168c",
        "quantity": "#000000",
        "date": "#00566f",
        "furniture": "#5b5140",
        "annotated": "#f3d878",
        "claimed": "#c6dfbc",
        "matched": "#b9740c",
        "on-match": "#16120a",
        "matched-widened": "#ecc886",
        "selected": "#c3d4e6",
        "track": "#a99a78",
    },
)

HIGH_CONTRAST = Theme(
    name="postil-high-contrast",
    primary="#7fd4ff",
    secondary="#ffd166",
    accent="#ffd000",
    warning="#ffd000",
    error="#ffada5",
    success="#8dff8d",
    foreground="#ffffff",
    background="#000000",
    surface="#0a0a0a",
    panel="#141414",
    dark=True,
    variables={
        "person": "#ffaa33",
        "org": "#6ec3ff",
        "place": "#b3fe89",
        "norp": "#dbacd9",
        "quantity": "#ffffff",
        "date": "#33eaff",
        "furniture": "#c2c2c2",
        "annotated": "#332f00",
        "claimed": "#00331e",
        "matched": "#ffd000",
        "on-match": "#000000",
        "matched-widened": "#463700",
        "selected": "#003052",
        "track": "#8a8a8a",
    },
)

HIGH_CONTRAST_LIGHT = Theme(
    name="postil-high-contrast-light",
    primary="#003c71",
    secondary="#4a3200",
    accent="#702a00",
    warning="#6b2a00",
    error="#8a0000",
    success="#0a4a00",
    foreground="#000000",
    background="#ffffff",
    surface="#f7f7f7",
    panel="#ededed",
    dark=False,
    variables={
        "person": "#6c4100",
        "org": "#001bcc",
        "place": "#023400",
        "norp": "#54007c",
        "quantity": "#000000",
        "date": "#00516c",
        "furniture": "#444444",
        "annotated": "#ffe98f",
        "claimed": "#d6f5de",
        "matched": "#7a2e00",
        "on-match": "#ffffff",
        "matched-widened": "#ffdf8f",
        "selected": "#d4e9ff",
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
    # The last two are those that Textual's own style sheets use and its themes of this kind define.
    variables=dict.fromkeys(
        (*DARK.variables, "ansi-background", "ansi-foreground"), "ansi_default"
    ),
)

THEMES = (DARK, NIGHT, LIGHT, PAPER, HIGH_CONTRAST, HIGH_CONTRAST_LIGHT, MONOCHROME)

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
