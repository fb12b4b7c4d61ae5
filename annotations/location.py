"""Where the sidecars of one reader lie: next to their articles, or in a folder of their own with
the same paths.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from annotations.error import AnnotationError
from annotations.readers import SUFFIX, article_of, owner_of, sidecar_name
from corpus.problem import Problem
from corpus.regular_file import inside


@dataclass(frozen=True, slots=True)
class Location:
    """The sidecars of one corpus: its resolved `root`, and the resolved `folder` that replaces it.

    `folder` is None where sidecars lie next to their articles. `reader` is whose sidecars they are,
    None for who reads without a name.
    """

    root: Path
    folder: Path | None = None
    reader: str | None = None

    @property
    def base(self) -> Path:
        """The folder that sidecar paths are relative to."""
        return self.folder or self.root

    def named(self, article: str) -> Path:
        """Return the path of an article's sidecar, links in it not resolved."""
        return self.base / sidecar_name(article, self.reader)

    def of(self, reader: str | None) -> Location:
        """Return where another reader's sidecars lie."""
        return self if reader == self.reader else replace(self, reader=reader)

    def file(self, article: str) -> str:
        """Return the sidecar's name in problems: relative to the corpus where it lies inside it."""
        return str(self.named(article)) if self.folder else sidecar_name(article, self.reader)

    def article_at(self, path: str) -> str:
        """Tell the article of a sidecar, or of a copy of one, from its path."""
        return article_of(path.removeprefix(str(self.base)).strip("/"))

    def resolved(self, article: str) -> Path:
        """Return the file that is read and written, links resolved.

        Raises `AnnotationError` where a link leads out of the corpus and the annotations folder, or
        inside them to what is no sidecar or to what is hidden, also where nothing is there yet.
        """
        path = self.named(article)
        for base in (self.base, self.root):
            if (real := inside(base, path)) is not None:
                break
        else:
            reason = f"leads out of the corpus, to {os.path.realpath(path)}"
            remedy = "put the file itself in its place, or name that folder with --annotations"
            raise self._no_link(article, reason, remedy)
        # Only the file's own name: a folder that is a link is one whose articles are read.
        if real != os.path.join(os.path.realpath(path.parent), path.name):  # noqa: PTH118
            remedy = f"put the file itself in its place, or let it lead to a file named *{SUFFIX}"
            if not real.endswith(SUFFIX):
                raise self._no_link(article, "does not lead to a sidecar", remedy)
            if any(part.startswith(".") for part in Path(real).relative_to(base).parts):
                raise self._no_link(article, "leads to what is hidden", remedy)
        return Path(real)

    def _no_link(self, article: str, reason: str, remedy: str) -> AnnotationError:
        return AnnotationError(
            Problem(self.file(article), f"the sidecar is a link that {reason}", remedy)
        )

    def sidecars(self) -> Iterator[tuple[str, str | None]]:
        """Walk the folder for sidecars and give the article and the reader of each, sorted.

        Hidden files and folders are passed over, links to folders are not followed.
        """
        waiting = [""]
        found: list[tuple[str, str | None]] = []
        while waiting:
            below = waiting.pop()
            try:
                entries = list(os.scandir(self.base / below))
            except OSError:
                # The walk of the corpus reports a folder that cannot be read.
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                elif entry.name.endswith(SUFFIX):
                    found.append(owner_of(below + entry.name))
        yield from sorted(found, key=lambda one: (one[0], one[1] or ""))
