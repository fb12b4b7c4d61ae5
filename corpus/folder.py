"""The walk through a corpus folder: what is an article, what is skipped and why.

Ignored without a word: hidden files and folders, what `postil.yaml` excludes, files that no
reader is for (sidecars and `postil.yaml` among them), and the folder that a browser saves beside a
page (`page_files` beside `page.html`), which holds its pictures, frames and advertisements.
Everything else that is no article is reported. Nothing is opened by the walk; `listed` looks into
the first bytes of what was not seen before.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import ArticleFile
from corpus.globs import Globs
from corpus.problem import Problem
from corpus.readers.known import reader_for
from corpus.reasons import LIMIT, leads_out, no_reader, too_large, unreadable, web_archive
from corpus.regular_file import inside, kind_of

_PAGES = (".html", ".htm")
_PARTS_OF_PAGE = "_files"
_WEB_ARCHIVES = (".mhtml", ".mht", ".webarchive")

if TYPE_CHECKING:
    from corpus.corpus_file import CorpusFile
    from corpus.kept import Kept
    from corpus.place import Place


def listed(
    place: Place, settings: CorpusFile | None, kept: Kept, *, beside: bool
) -> tuple[tuple[ArticleFile, ...], list[Problem]]:
    """List the texts of a place, and what was skipped, both by name.

    `beside` other threads that compute: in a process of its own. Raises `OSError`.
    """
    if beside and place.only is None:
        from corpus.walk_process import walk_beside

        begun = walk_beside(place.root, place.key, settings)
        found = begun.found() if begun is not None else None
        if found is not None:
            return found
    from corpus.corpus_file import CorpusFile

    if place.only is None:
        files, skipped = walk(place.root, settings or CorpusFile())
    else:
        files, skipped = single_file(place.root, place.only)
    texts, no_texts = kept.texts(files)
    return texts, sorted(skipped + no_texts, key=lambda problem: problem.file)


def walk(root: Path, settings: CorpusFile) -> tuple[list[ArticleFile], list[Problem]]:
    """Find the articles below the resolved folder `root`, sorted by name, and what was skipped.

    A link to a file or folder inside the corpus is followed unless the same file or folder is in
    the corpus already, so that nothing is read twice and no loop is entered. Raises `OSError` if
    `root` itself cannot be listed.
    """
    found = _Walk(root, settings)
    found.folder("")
    found.links()
    found.files.sort(key=lambda file: file.article)
    found.skipped.sort(key=lambda problem: problem.file)
    return found.files, found.skipped


def single_file(root: Path, name: str) -> tuple[list[ArticleFile], list[Problem]]:
    """Find the one article `name` in the resolved folder `root`.

    Whoever asks for one file means it: `include` and `exclude` do not count. Raises `OSError`.
    """
    status = (root / name).lstat()
    if reader_for(name) is None:
        return [], [no_reader(name)]
    if status.st_size > LIMIT:
        return [], [too_large(name, status.st_size)]
    return [ArticleFile(name, str(root / name), status.st_size, status.st_mtime_ns)], []


def listed_file(root: Path, name: str, settings: CorpusFile | None) -> ArticleFile | None:
    """Find one article of the resolved folder `root` as `walk` would list it; None where it would
    not, or might not: what is reached through a link is left to `walk`. Raises `OSError`.
    """
    parts = name.split("/")
    if reader_for(name) is None or any(not part or part.startswith(".") for part in parts):
        return None
    if settings is not None and (settings.include or settings.exclude):
        include, exclude = Globs(settings.include), Globs(settings.exclude)
        if exclude.match(name) or (include and not include.match(name)):
            return None
    path = root / name
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LIMIT:
        return None
    if os.path.realpath(path) != os.fspath(path):
        return None
    return ArticleFile(name, str(path), status.st_size, status.st_mtime_ns)


class _Walk:
    """The walk with what it has met, files and folders by device and inode."""

    def __init__(self, root: Path, settings: CorpusFile) -> None:
        self.root = os.fspath(root)
        self.prefix = self.root.rstrip(os.sep) + os.sep
        self.include = Globs(settings.include)
        self.exclude = Globs(settings.exclude)
        self.files: list[ArticleFile] = []
        self.skipped: list[Problem] = []
        self.known: set[tuple[int, int]] = set()
        self.waiting: list[str] = []  # links, looked at when all that is no link is known

    def folder(self, name: str) -> None:
        """Walk a folder and all below it, without recursion."""
        waiting = [name]
        while waiting:
            at = waiting.pop()
            try:
                status = Path(self.prefix + at).stat()
                if (status.st_dev, status.st_ino) in self.known:
                    self.skip(at, "it is a folder that is in the corpus already", "remove one")
                    continue
                self.known.add((status.st_dev, status.st_ino))
                with os.scandir(self.prefix + at) as entries:
                    waiting += self.entries(at + "/" if at else "", entries)
            except OSError as wrong:
                if not at:
                    raise
                self.skipped.append(unreadable(at, wrong))

    def entries(self, prefix: str, entries: Iterable[os.DirEntry[str]]) -> list[str]:
        """Sort out what lies in one folder; return the folders in it."""
        folders = []
        pages = set()
        for entry in entries:
            if entry.name.startswith("."):
                continue
            name = prefix + entry.name
            try:
                if entry.is_symlink():
                    self.waiting.append(name)
                elif entry.is_dir(follow_symlinks=False):
                    if not self.exclude.match(name, folder=True):
                        folders.append(name)
                elif entry.is_file(follow_symlinks=False):
                    if self.wanted(name):
                        self.file(name, entry.stat(follow_symlinks=False))
                        if name.endswith(_PAGES):
                            pages.add(name.rpartition(".")[0] + _PARTS_OF_PAGE)
                    elif name.lower().endswith(_WEB_ARCHIVES) and not self.exclude.match(name):
                        self.skipped.append(web_archive(name))
                elif not self.exclude.match(name):
                    self.special(name, entry.stat(follow_symlinks=False).st_mode)
            except OSError as wrong:
                self.skipped.append(unreadable(name, wrong))
        return [folder for folder in folders if folder not in pages]

    def wanted(self, name: str) -> bool:
        """Say whether a file of this name is an article, if it can be read."""
        return (
            reader_for(name) is not None
            and not (self.exclude and self.exclude.match(name))
            and (not self.include or self.include.match(name))
        )

    def file(self, name: str, status: os.stat_result) -> None:
        self.known.add((status.st_dev, status.st_ino))
        if status.st_size > LIMIT:
            self.skipped.append(too_large(name, status.st_size))
            return
        path = self.prefix + name
        self.files.append(ArticleFile(name, path, status.st_size, status.st_mtime_ns))

    def links(self) -> None:
        """Follow the links that lead to something inside that is not in the corpus yet."""
        while self.waiting:
            batch = sorted(self.waiting)
            self.waiting = []
            for name in batch:
                if self.exclude.match(name):
                    continue
                try:
                    self.link(name)
                except FileNotFoundError:
                    self.skip(name, "it is a link to nothing", "remove it or mend it")
                except OSError as wrong:
                    self.skipped.append(unreadable(name, wrong))

    def link(self, name: str) -> None:
        if inside(self.root, self.prefix + name) is None:
            self.skipped.append(leads_out(name))
            return
        status = Path(self.prefix + name).stat()
        known = (status.st_dev, status.st_ino) in self.known
        if stat.S_ISDIR(status.st_mode):
            if known:
                self.skip(
                    name, "it is a link to a folder that is in the corpus already", "remove it"
                )
            elif not self.exclude.match(name, folder=True):
                self.folder(name)
        elif stat.S_ISREG(status.st_mode):
            if not self.wanted(name):
                return
            if known:
                self.skip(
                    name, "it is a link to an article that is in the corpus already", "remove it"
                )
            else:
                self.file(name, status)
        else:
            self.special(name, status.st_mode)

    def special(self, name: str, mode: int) -> None:
        remedy = "remove it or exclude it in postil.yaml"
        reason = f"it is {kind_of(mode)}, not a file"
        self.skipped.append(Problem(name, reason, remedy, level="warning"))

    def skip(self, name: str, reason: str, remedy: str) -> None:
        self.skipped.append(Problem(name, reason, remedy))
