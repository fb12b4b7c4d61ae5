"""The reader's own configuration: where it lies, and a YAML file of it read with all its faults."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.yaml_text import YamlMapping

LIMIT = 256 * 1024
"""The most bytes of a file of the configuration."""


def config_folder() -> Path:
    """Return the folder of settings and keymap (on Linux `~/.config/postil`); not created."""
    from platformdirs import user_config_path

    return user_config_path("postil", appauthor=False)


def read_config(path: Path) -> YamlMapping | None:
    """Read a file of the configuration; None where there is none, or nothing in it.

    Raises CorpusError where it is no YAML, or no mapping.
    """
    # Most readers have none: then YAML is not even imported.
    if not path.exists():
        return None
    from corpus.problem import CorpusError, Problem
    from corpus.yaml_text import YamlMapping, read_yaml

    file = str(path)
    try:
        value = read_yaml(path, file, limit=LIMIT)
    except OSError as wrong:
        reason = f"it cannot be read: {wrong.strerror}"
        raise CorpusError(Problem(file, reason, "check its permissions")) from wrong
    if value is None:
        return None
    if not isinstance(value, YamlMapping):
        remedy = "write lines such as `theme: light`"
        raise CorpusError(Problem(file, "it is not a mapping", remedy, 1))
    return value


def write_commented(path: Path, text: str) -> bool:
    """Write a file of the configuration where there is none; False where it is there.

    Raises CorpusError where it cannot be written.
    """
    from corpus.problem import CorpusError, Problem
    from corpus.room import remedy_for_no_room

    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _write_new(path, text)
    except OSError as wrong:
        reason = f"it cannot be written: {wrong.strerror}"
        room = remedy_for_no_room(path)
        remedy = f"{room}, make its folder writable, or set XDG_CONFIG_HOME to one that is"
        raise CorpusError(Problem(str(path), reason, remedy)) from wrong


def _write_new(path: Path, text: str) -> bool:
    """Write a file that is not there yet, whole or not at all; False where it is there.

    Raises OSError.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("x", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        # A link is made only where no file of that name is, in one step.
        os.link(temporary, path)
    except FileExistsError:
        return False
    finally:
        temporary.unlink(missing_ok=True)
    return True
