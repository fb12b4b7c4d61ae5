"""The colours: a dark and a light theme, and one without any colour.

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

# Under NO_COLOR the app is made with ansi_color=True, and Textual then drops every colour and keeps
# underline, bold, italic and reverse: the style sheets say which, under `:nocolor`.
THEMES = (DARK, LIGHT)
