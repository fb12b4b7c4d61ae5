"""One setting changed in the settings file; all else that the reader wrote there stays as it is.

A setting that the file names is edited in its line. One that it does not name takes the place of
the comment that offers it, else it comes last, with its meaning. A setting that goes back to its
default becomes that comment again, or one of all that was written in its line and beside it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.differences import Put
from annotations.editor import Document, change_mapping
from annotations.error import AnnotationError
from annotations.rendering import entry_lines
from corpus.problem import CorpusError, Problem
from corpus.room import remedy_for_no_room
from corpus.yaml_text import YamlMapping
from tui.configuration.config import LIMIT
from tui.configuration.settings_file import (
    commented_out,
    commented_settings,
    default_of,
    explained,
    option_named,
)

if TYPE_CHECKING:
    from corpus.yaml_text import YamlValue

_BY_HAND = "edit the file by hand: `g,` opens it"
_ATTEMPTS = 3


def change_setting(path: Path, key: str, value: str | None) -> None:
    """Write a setting as a word, None for its default, into the file at `path`.

    A file that is not there is made, with every setting explained. Raises CorpusError where the
    file cannot be read or written, or is not to be changed safely; it is untouched then.
    """
    try:
        # A file that is kept elsewhere, and linked here, is changed there.
        real = path.resolve() if path.is_symlink() else path
        real.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for _ in range(_ATTEMPTS):
            before = real.read_bytes() if real.exists() else None
            text = commented_settings() if before is None else _decoded(before, path)
            after = edited(text, str(path), key, value)
            if _replaced(real, before, after.encode()):
                return
    except OSError as wrong:
        reason = f"the setting is not saved: {wrong.strerror}"
        room = remedy_for_no_room(path)
        remedy = f"{room}, or make the file and its folder writable"
        raise CorpusError(Problem(str(path), reason, remedy)) from wrong
    raise CorpusError(
        Problem(str(path), "another program changes the file all the time", "try again later")
    )


def refusal_of_change(path: Path, key: str, value: str | None) -> str:
    """Change a setting as `change_setting` does; return why that is refused, else ""."""
    try:
        change_setting(path, key, value)
    except CorpusError as error:
        problem = error.problem
        place = f"line {problem.line}: " if problem.line is not None else ""
        return f"{place}{problem.reason} ({problem.remedy})"
    return ""


def edited(text: str, file: str, key: str, value: str | None) -> str:
    """Return the text of a settings file with one setting changed; None is its default.

    Raises CorpusError, with `file` as its name, where that cannot be done.
    """
    before = _mapping(text, file)
    if key in before and value is not None:
        try:
            return change_mapping(Document.read(text, file), Put((), key, value)).text
        except AnnotationError as wrong:
            raise CorpusError(wrong.problem) from wrong
    wanted: dict[str, YamlValue] = {name: item for name, item in before.items() if name != key}
    if value is not None:
        wanted[key] = value
        after = _with_line(text, key, value)
    elif key in before:
        after = _as_comment(text, key, before)
    else:
        return text
    if _mapping(after, file) != wanted:
        reason = f"{key} cannot be changed here without touching what stands around it"
        raise CorpusError(Problem(file, reason, _BY_HAND))
    return after


def _with_line(text: str, key: str, value: str) -> str:
    """Give a setting a line: that of the comment that offers it, else the last."""
    option = option_named(key)
    # A word of a list, or a number, needs no quotation marks: all values are read as words.
    plain = option.choices or isinstance(default_of(key), int)
    line = f"{key}: {value}" if plain else "\n".join(entry_lines(key, value))
    lines = text.split("\n")
    offered = commented_out(option)
    for number, there in enumerate(lines):
        if there.rstrip("\r") == offered:
            lines[number] = line + there[len(offered) :]
            return "\n".join(lines)
    above = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return text + above + "\n".join((*explained(option), line)) + "\n"


def _as_comment(text: str, key: str, mapping: YamlMapping) -> str:
    """Make a comment of the lines of a setting."""
    lines, option = text.split("\n"), option_named(key)
    first = mapping.keys_at[key].line - 1
    others = [place.line - 1 for place in mapping.keys_at.values() if place.line - 1 > first]
    last = min(others, default=len(lines))
    goes_on = first + 1 < last and lines[first + 1].startswith((" ", "\t"))
    if not goes_on and "#" not in lines[first]:
        ending = "\r" if lines[first].endswith("\r") else ""
        lines[first] = commented_out(option) + ending
        return "\n".join(lines)
    number = first
    while number < last and (number == first or lines[number].startswith((" ", "\t"))):
        lines[number] = f"#{lines[number]}"
        number += 1
    return "\n".join(lines)


def _mapping(text: str, file: str) -> YamlMapping:
    """Return what a settings file says. Raises CorpusError."""
    from corpus.yaml_text import Place, load_yaml

    value = load_yaml(text, file, limit=LIMIT)
    if value is None:
        return YamlMapping(Place(1, 1))
    if not isinstance(value, YamlMapping):
        raise CorpusError(Problem(file, "it is not a mapping", _BY_HAND, 1))
    return value


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise CorpusError(Problem(str(path), "it is not UTF-8", "save it as UTF-8")) from wrong


def _replaced(path: Path, before: bytes | None, after: bytes) -> bool:
    """Put a file in the place of another in one step; False where that one was changed meanwhile.

    Raises OSError.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            if before is not None:
                os.fchmod(stream.fileno(), path.stat().st_mode & 0o777)
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        if (path.read_bytes() if path.exists() else None) != before:
            return False
        temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    return True
