"""The reader's own configuration: where it lies, and a YAML file of it read with all its faults."""

from __future__ import annotations

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
