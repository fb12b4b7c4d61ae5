#!/usr/bin/env python3
"""Write docs/settings.md from the registry of settings: python scripts/settings_page.py."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from tui.actions.key_words import shown_keys
from tui.actions.registry import ACTIONS
from tui.configuration.settings_file import NARROWEST, OPTIONS, WIDEST, Option, default_of, written
from tui.keyboard.key_names import NAMED
from tui.keyboard.keymap_styles import STYLES, actions_of

PAGE = Path(__file__).resolve().parent.parent / "docs" / "settings.md"

# `{id}` stands for the first key of an action.
_FILES = """\
Settings lie in `~/.config/postil/settings.yaml`, keys in `keymap.yaml` beside it (or below
`XDG_CONFIG_HOME`). Neither has to be there. In the reader `{app.settings}` shows every setting,
what it means and where its value comes from, and changes it, at once and in the file: that is
written with comments, and nothing in it is lost. `{corpus.edit_settings}` and
`{corpus.edit_keymap}` open the files in your editor and obey them when it closes;
`{corpus.reload_settings}` reads them again. `postil settings` says what is in force and where the
files lie, `--write` writes both with every choice in a comment, `--check` says what is wrong in
them. A faulty line is told with its file, its line and what to write; what it names stays as it
was, at the start as the default. `searches: {floods: flood OR inundation}` names searches of your
own, which are listed in every corpus after those of its `postil.yaml`.
"""
_THEMES = """\
`{corpus.theme}` goes through them. Text has a contrast of 4.5 with what lies behind it in `dark`,
`night`, `light` and `paper`, of 7 in the two of high contrast (WCAG 2.2, AA and AAA); the colours
of people, organisations, places, peoples, figures and dates are apart for the colour-blind, too.
Where the terminal has 256 or 16 colours, each theme is shown in those of them that keep this
contrast; of 16, notes, claims, matches and the selection each have a ground of their own.
`monochrome`, and every theme while `NO_COLOR` is set to anything or the terminal has no colours,
has no colour and no grey: bold, italic and underline tell words apart, reverse what lies upon them.
"""
_STYLES = """\
The setting `keymap` chooses one of three. `vi` has the keys of [keys.md](keys.md). `plain` is for
who knows no vi: arrows, function keys and Ctrl or Alt with a letter ({plain}), while a letter alone
does nothing; what has no such key has that of vi after `Ctrl+K`, such as `Ctrl+K p e` for `pe`.
`emacs` moves as Emacs does ({emacs}), `Ctrl+G` goes back one step also where one types, and what
has no key of Emacs keeps that of vi. `?` and the palette show the keys that are in force.
"""
_KEYS = """\
A line of `keymap.yaml` names an action by its id ([keys.md](keys.md) lists all) and gives it a key,
a list of keys, or none:
"""
_EXAMPLE = """\
```yaml
corpus.theme: f6
reader.row_down: [j, down, ctrl+n]
reader.text_start: "g g"          # g, then g
corpus.walk: []                   # no key; the palette still has it
```"""
_RULES = """\
The keys of a line take the place of all that the action had. Clashes are refused: the action
further down in the file keeps what it had. A key is the character that it types, or one of the
following names, with `ctrl+`, `shift+` or `alt+` before it where the terminal can send that:
"""


def page() -> str:
    """Return the page: a table of the settings, then how keys are given to actions."""
    names = sorted(name for name in NAMED if not name[1:].isdigit())
    named = ", ".join(f"`{name}`" for name in names) + ", `f1` to `f24`."
    made = "Made from the registry of settings, `tui/configuration/settings_file.py`, by"
    return "\n\n".join(
        (
            "# Settings",
            _paragraph(f"{made} `scripts/settings_page.py`."),
            _paragraph(_FILES),
            "\n".join(
                (
                    "| setting | default | what it takes | what it does |",
                    "|---|---|---|---|",
                    *map(_row, OPTIONS),
                )
            ),
            "## Themes",
            _paragraph(_THEMES),
            "## Keymaps",
            _paragraph(_STYLES.format(**{name: _some_of(name) for name in STYLES})),
            "## Keys",
            _paragraph(_KEYS),
            _EXAMPLE,
            _paragraph(f"{_RULES} {named}") + "\n",
        )
    )


def _some_of(name: str) -> str:
    """Return some of the keys of a keymap, each with the name of its action."""
    wanted = ("reader.annotate", "reader.find", "corpus.search", "reader.copy", "app.quit")
    first = {action.id: action for action in reversed(actions_of(name))}
    return ", ".join(f"`{shown_keys(first[id_].keys[0])}` {first[id_].label[:1].lower()}"
                     f"{first[id_].label[1:].partition(',')[0]}" for id_ in wanted)  # fmt: skip


def _row(option: Option) -> str:
    """Return a row of the table."""
    default = default_of(option.key)
    takes = " ".join(f"`{choice}`" for choice in option.choices)
    if isinstance(default, int) and not isinstance(default, bool):
        takes = f"{NARROWEST} to {WIDEST}"
    shown = f"`{written(default)}`" if written(default) else "not set"
    takes = takes or f"a text, such as `{option.example}`"
    return f"| `{option.key}` | {shown} | {takes} | {option.meaning} |"


def _paragraph(text: str) -> str:
    """Return a text in lines, with keys in the place of the actions that it names."""
    keys = {action.id: shown_keys(action.keys[0]) for action in reversed(ACTIONS)}
    filled = re.sub(r"\{([a-z_.]+)\}", lambda found: keys[found[1]], " ".join(text.split()))
    return textwrap.fill(filled, 120, break_long_words=False, break_on_hyphens=False)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
