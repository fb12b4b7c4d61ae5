"""What the screen of settings shows: each setting, its value, and where that comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.configuration.settings_file import NARROWEST, OPTIONS, WIDEST, Option, default_of, written

if TYPE_CHECKING:
    from tui.configuration.settings import Settings

WIDTH_STEP = 2
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else than the settings file decides: the environment and what was chosen meanwhile.

    `theme` is the one remembered, `shown_theme` the one on the screen, `name` the one of the
    command line; "" for none.
    """

    environment: Mapping[str, str]
    theme: str = ""
    shown_theme: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it is shown. `source` says where the value comes from."""

    option: Option
    value: str
    source: str
    faulty: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the settings file names it."""
        return self.source.startswith("line ")


def setting_rows(settings: Settings, around: Circumstances) -> tuple[SettingRow, ...]:
    """Return all settings as they are in force."""
    return tuple(_row(option, settings, around) for option in OPTIONS)


def _row(option: Option, settings: Settings, around: Circumstances) -> SettingRow:
    value = written(getattr(settings, option.key))
    line = settings.lines.get(option.key)
    fault = next(
        (problem.reason for problem in settings.problems if line and problem.line == line), ""
    )
    source = DEFAULT if line is None else f"line {line} of the file"
    if fault:
        source = f"line {line} is faulty"
    if option.key == "theme":
        value, source = _theme(value, source, around)
    elif option.key == "editor" and not value:
        value, source = _editor(around)
    elif option.key == "name" and around.name and around.name != value:
        value, source = around.name, "--as of the command line"
    return SettingRow(option, value, source, fault)


def _theme(value: str, source: str, around: Circumstances) -> tuple[str, str]:
    if around.environment.get("NO_COLOR"):
        return value, "NO_COLOR is set: no colours"
    if value == "auto" and around.theme:
        return f"auto: {around.shown_theme}", "chosen in the reader"
    if value == "auto" and around.shown_theme:
        return f"auto: {around.shown_theme}", source
    return value, source


def _editor(around: Circumstances) -> tuple[str, str]:
    for name in ("VISUAL", "EDITOR"):
        if command := around.environment.get(name, "").strip():
            return command, f"${name}"
    return "", DEFAULT


def stepped(option: Option, value: str, step: int) -> str:
    """Return the value that is `step` after one among the choices, or so many steps wider."""
    if option.choices:
        at = option.choices.index(value) if value in option.choices else 0
        return option.choices[(at + step) % len(option.choices)]
    if isinstance(default_of(option.key), int):
        return str(min(WIDEST, max(NARROWEST, int(value) + step * WIDTH_STEP)))
    return value


def refusal(option: Option, value: str) -> str:
    """Say what is wrong with a value as it was typed, "" where nothing is."""
    if option.choices:
        choices = ", ".join(option.choices)
        return "" if value in option.choices else f"write one of {choices}"
    if isinstance(default_of(option.key), int):
        fits = value.isascii() and value.isdigit() and NARROWEST <= int(value[:6]) <= WIDEST
        return "" if fits else f"write a number from {NARROWEST} to {WIDEST}"
    return "" if value.isprintable() else "it holds characters that cannot be seen"
