"""The state of this installation: what `postil doctor` says, as plain data.

Nothing is changed, except that the folders of caches and state are made where they are missing.
"""

from __future__ import annotations

import os
import shlex
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.room import holds_no_more_files, remedy_for_no_room


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `remedy` says what to do; "" where nothing has to be done."""

    area: str
    name: str
    value: str
    remedy: str = ""


def versions() -> Iterator[Finding]:
    """Say which Postil this is, and which libraries it runs on, as its own metadata name them."""
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    for name in ("postil", *runtime_packages()):
        try:
            yield Finding("versions", name, version(name))
        except PackageNotFoundError:
            # whoosh3 and others stand in for Whoosh under another name.
            other = "" if name == "whoosh" else f"install it: pip install {name}"
            yield Finding("versions", name, "not installed under this name", other)
    yield Finding("versions", "python", f"{platform.python_version()} in {sys.prefix}")
    yield Finding("versions", "sqlite", sqlite3.sqlite_version)
    yield Finding("versions", "system", f"{platform.system()} {platform.release()}")


def runtime_packages() -> tuple[str, ...]:
    """Return the names of the packages that Postil needs to run; none where it is not installed."""
    import re
    from importlib.metadata import PackageNotFoundError, requires

    try:
        wanted = requires("postil") or []
    except PackageNotFoundError:
        return ()
    # PEP 508: a name, then its versions; those of an extra have it in their marker.
    names = (re.match(r"[\w.-]+", line) for line in wanted if "extra ==" not in line)
    return tuple(sorted(name[0] for name in names if name is not None))


def folders() -> Iterator[Finding]:
    """Say where settings, state and caches lie, and whether they can be used."""
    from platformdirs import user_cache_path

    from corpus.cache import state_folder
    from corpus.problem import CorpusError
    from tui.configuration.config import config_folder
    from tui.program.log_file import log_path

    config = config_folder()
    if config.is_dir():
        yield _folder("settings", config, written=False)
    else:
        yield Finding("folders", "settings", f"{config} (not there: all defaults)")
    try:
        yield _folder("state", state_folder())
    except CorpusError as wrong:
        yield Finding("folders", "state", wrong.problem.file, str(wrong.problem))
    log = log_path()
    written = megabytes(log.stat().st_size) if log.exists() else "nothing was written yet"
    yield Finding("folders", "log", f"{log}: {written}")
    yield _folder("caches", user_cache_path("postil", appauthor=False))


def _folder(name: str, path: Path, *, written: bool = True) -> Finding:
    """Say how much is in a folder, who may do what in it, and how much room there is.

    `written` says that Postil has to write there.
    """
    there = path if path.is_dir() else next(one for one in path.parents if one.is_dir())
    status = there.stat()
    writable = os.access(there, os.W_OK | os.X_OK)
    remedy = ""
    if written and not writable:
        remedy = f"make it writable for you: {_handed_over(there, status)}"
    if not remedy and there == path and status.st_mode & 0o022:
        remedy = f"let nobody else write there: chmod go-w {shlex.quote(str(path))}"
    free = shutil.disk_usage(there).free
    if written and not remedy and (free < 50 * 1024 * 1024 or holds_no_more_files(there)):
        remedy = remedy_for_no_room(there)
    if there != path:
        words = "not there yet"
    else:
        words = f"{megabytes(folder_size(path))}, mode {stat.S_IMODE(status.st_mode):o}"
    words += "" if writable else ", not writable"
    return Finding("folders", name, f"{path}: {words}, {megabytes(free)} free", remedy)


def _handed_over(folder: Path, status: os.stat_result) -> str:
    """Return the command that makes a folder writable for its reader."""
    quoted = shlex.quote(str(folder))
    if status.st_uid == os.geteuid():
        return f"chmod u+rwx {quoted}"
    return f"sudo chown {os.geteuid()} {quoted}"


def folder_size(path: Path) -> int:
    """Return how many bytes are in a folder and those in it."""
    total = 0
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                total += (Path(folder) / name).lstat().st_size
            except FileNotFoundError:
                continue  # another Postil is done with it
    return total


def megabytes(count: int) -> str:
    """Return a number of bytes in words."""
    return f"{count / 1_000_000:,.1f} MB"


def configuration() -> Iterator[Finding]:
    """Say what is wrong in settings and keymap, and which editor they lead to."""
    from tui.configuration.settings import read_settings
    from tui.keyboard.keymap import read_keymap
    from tui.terminal.external_editor import EditorError, find_editor

    settings = read_settings()
    problems = (*settings.problems, *read_keymap().problems)
    for problem in problems:
        place = ":".join(str(part) for part in (problem.file, problem.line) if part)
        yield Finding("settings", place, problem.reason, problem.remedy or "correct it")
    if not problems:
        yield Finding("settings", "settings and keymap", "no problems")
    try:
        words = find_editor(settings.editor, os.environ).words
    except EditorError as wrong:
        named = settings.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR")
        yield Finding("settings", "editor", str(wrong), "name another" if named else "")
    else:
        yield Finding("settings", "editor", shlex.join(words))
