"""The state of this installation: what `postil doctor` says, as plain data.

Nothing is changed, except that the folders of caches and state are made where they are missing.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from tui.sidecar_place import SidecarPlace

PACKAGES = (
    *("textual", "whoosh", "rapidfuzz", "pyyaml", "platformdirs", "charset-normalizer"),
    *("filelock", "watchfiles"),
)
_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `remedy` says what to do; "" where nothing has to be done."""

    area: str
    name: str
    value: str
    remedy: str = ""


def versions() -> Iterator[Finding]:
    """Say which Postil this is, and which libraries it runs on."""
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    for name in ("postil", *PACKAGES):
        try:
            yield Finding("versions", name, version(name))
        except PackageNotFoundError:
            # whoosh3 and others stand in for Whoosh under another name.
            other = "" if name == "whoosh" else f"install it: pip install {name}"
            yield Finding("versions", name, "not installed under this name", other)
    yield Finding("versions", "python", f"{platform.python_version()} in {sys.prefix}")
    yield Finding("versions", "sqlite", sqlite3.sqlite_version)
    yield Finding("versions", "system", f"{platform.system()} {platform.release()}")


def folders() -> Iterator[Finding]:
    """Say where settings, state and caches lie, and whether they can be used."""
    from platformdirs import user_cache_path

    from corpus.cache import state_folder
    from corpus.problem import CorpusError
    from tui.config import config_folder
    from tui.log_file import log_path

    config = config_folder()
    words = str(config) if config.is_dir() else f"{config} (not there: all defaults)"
    yield Finding("folders", "settings", words)
    try:
        yield _folder("state", state_folder())
    except CorpusError as wrong:
        yield Finding("folders", "state", wrong.problem.file, str(wrong.problem))
    log = log_path()
    written = _megabytes(log.stat().st_size) if log.exists() else "nothing was written yet"
    yield Finding("folders", "log", f"{log}: {written}")
    yield _folder("caches", user_cache_path("postil", appauthor=False))


def _folder(name: str, path: Path) -> Finding:
    """Say how much is in a folder, and whether one could write into it."""
    there = path if path.is_dir() else next(one for one in path.parents if one.is_dir())
    remedy = "" if os.access(there, os.W_OK | os.X_OK) else "make it writable for you"
    free = shutil.disk_usage(there).free
    if not remedy and free < 50 * 1024 * 1024:
        remedy = "make room on its disk"
    return Finding("folders", name, f"{path}: {_size(path)}, {_megabytes(free)} free", remedy)


def _size(path: Path) -> str:
    total = 0
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                total += (Path(folder) / name).lstat().st_size
            except FileNotFoundError:
                continue  # another Postil is done with it
    return _megabytes(total)


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.1f} MB"


def terminal(environment: Callable[[str], str | None] = os.environ.get) -> Iterator[Finding]:
    """Say what the terminal can do, as far as the environment and its description tell."""
    import locale

    name = environment("TERM") or ""
    yield Finding(
        "terminal",
        "TERM",
        name or "not set",
        "" if name not in ("", "dumb", "unknown") else "set TERM to what your terminal is",
    )
    colours = _colours(name)
    if environment("COLORTERM") in ("truecolor", "24bit"):
        shown = "16 million (COLORTERM)"
    else:
        shown = "unknown" if colours is None else str(colours)
    yield Finding("terminal", "colours", shown)
    if environment("NO_COLOR"):
        yield Finding("terminal", "NO_COLOR", "set: no colour is used")
    encoding = locale.getencoding().lower()
    remedy = "" if encoding.replace("-", "") == "utf8" else "set LANG to a locale of UTF-8"
    yield Finding("terminal", "encoding", encoding, remedy)
    if sys.stdout.isatty():
        size = shutil.get_terminal_size()
        small = "" if size.columns >= 40 and size.lines >= 10 else "make the window larger"
        yield Finding("terminal", "size", f"{size.columns}x{size.lines}", small)
    inside = [word for word, key in (("tmux", "TMUX"), ("screen", "STY"), ("ssh", "SSH_TTY"))
              if environment(key)]  # fmt: skip
    if inside:
        yield Finding("terminal", "inside", ", ".join(inside))


def _colours(name: str) -> int | None:
    """Return how many colours terminfo knows of a terminal; None where it does not say."""
    try:
        import curses

        curses.setupterm(name or "dumb", 1)
        found = curses.tigetnum("colors")
    except (ImportError, curses.error):
        return None
    return found if found > 0 else None


def configuration() -> Iterator[Finding]:
    """Say what is wrong in settings and keymap."""
    from tui.keymap import read_keymap
    from tui.settings import read_settings

    problems = (*read_settings().problems, *read_keymap().problems)
    for problem in problems:
        place = ":".join(str(part) for part in (problem.file, problem.line) if part)
        yield Finding("settings", place, problem.reason, problem.remedy or "correct it")
    if not problems:
        yield Finding("settings", "settings and keymap", "no problems")


def corpus_findings(corpus: Corpus, place: SidecarPlace) -> Iterator[Finding]:
    """Say how a corpus, its index and its caches are."""
    from index import open_index

    yield Finding("corpus", "folder", str(corpus.root))
    yield Finding("corpus", "articles", f"{len(corpus.files):,}")
    skipped = len(corpus.skipped)
    if skipped:
        files = "1 file" if skipped == 1 else f"{skipped:,} files"
        yield Finding("corpus", "skipped", f"{files}; postil check DIR says why")
    yield _sidecars(corpus, place)
    index = open_index(corpus)
    if index.problem is not None:
        yield Finding("corpus", "index", index.problem.reason, index.problem.remedy)
    else:
        state = "up to date" if index.is_current() else "the next reader or search updates it"
        yield Finding("corpus", "index", f"{index.articles:,} articles; {state}")
        yield Finding("corpus", "cache", f"{corpus.cache_folder}: {_size(corpus.cache_folder)}")
    index.close()
    yield from _watching(corpus)


def _sidecars(corpus: Corpus, place: SidecarPlace) -> Finding:
    folder = place.folder or corpus.root
    where = str(folder) if place.folder else "beside the articles"
    if os.access(folder, os.W_OK | os.X_OK):
        return Finding("corpus", "sidecars", where)
    return Finding("corpus", "sidecars", f"{where}: not writable", "use --annotations DIR")


def _watching(corpus: Corpus) -> Iterator[Finding]:
    """Say whether the system lets every folder of the corpus be watched."""
    try:
        most = int(_WATCHES.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return  # a system without inotify: it watches without such a limit
    count = len({file.path.parent for file in corpus.files} | {corpus.root})
    remedy = "" if count < most else "raise fs.inotify.max_user_watches; until then it is polled"
    yield Finding("corpus", "watching", f"{count:,} folders of at most {most:,}", remedy)
