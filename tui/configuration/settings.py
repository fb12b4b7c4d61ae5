"""The reader's settings, as they are in force; `settings_file` reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tui.configuration.config import config_folder

if TYPE_CHECKING:
    from corpus.problem import Problem

FILE_NAME = "settings.yaml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force. `problems` are those of the file; a faulty key has its default.

    `lines` say where in the file each setting stands that is named there. `searches` are pairs of a
    name and a query.
    """

    theme: str = "auto"
    text_width: int = 78
    mouse: bool = True
    widen: bool = True
    watch: bool = True
    copy: str = "auto"
    citation: str = "“{quote}” ({title}, {outlet}, {date}; {file} {start}-{end})"
    editor: str = ""
    printer: str = ""
    name: str = ""
    keymap: str = "vi"
    next_keys: str = "pause"
    caret: bool = False
    right_to_left: str = "auto"
    searches: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


def settings_path() -> Path:
    """Return where the settings lie, whether or not there are any."""
    return config_folder() / FILE_NAME


def read_settings(path: Path | None = None, kept: Settings | None = None) -> Settings:
    """Read the settings; what is faulty is told in `problems`, and is as in `kept`.

    Without `kept` that is the default.
    """
    path = settings_path() if path is None else path
    # The stat costs a few microseconds; all else is only imported where there is a file.
    if not path.exists():
        return Settings()
    from tui.configuration.settings_file import parsed_settings

    return parsed_settings(path, kept or Settings())
