"""What changed in a folder between two walks through it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.article import ArticleFile


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences of two walks, sorted by name.

    `renamed` are pairs of the file as it was and as it is; they are neither in `added` nor in
    `removed`. `settings` says that `postil.yaml` says something else, `new_folders` that a file
    came into a folder that had no article before.
    """

    added: tuple[ArticleFile, ...] = ()
    changed: tuple[ArticleFile, ...] = ()
    removed: tuple[ArticleFile, ...] = ()
    renamed: tuple[tuple[ArticleFile, ArticleFile], ...] = ()
    settings: bool = False
    new_folders: bool = False

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.removed or self.renamed or self.settings)

    def __str__(self) -> str:
        """Say it for the status line: `2 new articles, 1 changed`."""
        counts = (
            (len(self.added), "new"),
            (len(self.changed), "changed"),
            (len(self.renamed), "renamed"),
            (len(self.removed), "gone"),
        )
        words = [f"{count:,} {what}" for count, what in counts if count]
        if self.settings:
            words.append("postil.yaml changed")
        return "In the folder: " + ", ".join(words) if words else ""

    @property
    def articles(self) -> frozenset[str]:
        """The articles that changed, by their names of before and of now."""
        files = (*self.added, *self.changed, *self.removed)
        pairs = (file for pair in self.renamed for file in pair)
        return frozenset(file.article for file in (*files, *pairs))

    def file_now(self, file: ArticleFile) -> ArticleFile | None:
        """Return the file that an article is read from now, where it is another than before."""
        for changed in self.changed:
            if changed.key == file.key:
                return changed
        for old, new in self.renamed:
            if old.key == file.key:
                return new
        return None

    def removes(self, file: ArticleFile) -> bool:
        """Say whether an article is gone."""
        return any(gone.key == file.key for gone in self.removed)


def changes_between(
    before: Iterable[ArticleFile], after: Iterable[ArticleFile], *, settings: bool = False
) -> Changes:
    """Compare two walks. A file with the size and the time of change of just one that is gone, to
    the nanosecond, is that one renamed.
    """
    old = {file.key: file for file in before}
    new = {file.key: file for file in after}
    changed = tuple(
        file for key, file in new.items() if (was := old.get(key)) is not None and was != file
    )
    removed = [file for key, file in old.items() if key not in new]
    added = [file for key, file in new.items() if key not in old]
    renamed = _renamed(removed, added)
    gone = {pair[0] for pair in renamed}
    come = {pair[1] for pair in renamed}
    new_folders = bool(added) and not set(map(_folder, added)) <= set(map(_folder, old.values()))
    return Changes(
        tuple(file for file in added if file not in come),
        changed,
        tuple(file for file in removed if file not in gone),
        renamed,
        settings,
        new_folders,
    )


def _folder(file: ArticleFile) -> str:
    return file.article.rpartition("/")[0]


def _renamed(
    removed: list[ArticleFile], added: list[ArticleFile]
) -> tuple[tuple[ArticleFile, ArticleFile], ...]:
    was: dict[tuple[int, int, str | None], list[ArticleFile]] = {}
    now: dict[tuple[int, int, str | None], list[ArticleFile]] = {}
    for files, by_stamp in ((removed, was), (added, now)):
        for file in files:
            by_stamp.setdefault((file.size, file.modified, file.part), []).append(file)
    return tuple(
        (old[0], now[stamp][0])
        for stamp, old in was.items()
        if len(old) == 1 and len(now.get(stamp, ())) == 1
    )
