"""The sidecars of all readers of a corpus: one's own, which are written, and those of others.

What another reader wrote is only ever read; it may follow an article that was renamed. Who has a
sidecar of an article is told by the names in its folder, which are looked at again where the folder
changed; so are copies of sidecars, which are never read.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.anchor import place_all
from annotations.readers import SUFFIX, copied_sidecar, owner_of
from annotations.shelf import Shelf

if TYPE_CHECKING:
    from annotations.location import Location
    from annotations.model import Annotation
    from annotations.placed import Placed
    from annotations.sidecar import Sidecar
    from corpus.article import Article

# A folder that changed so little ago may change again without its time of change telling it.
_SETTLED_AFTER = 50_000_000  # nanoseconds
# What the names of sidecars and of their copies have; the first test alone costs little.
_ANNOTATIONS = ".annotations"


@dataclass(frozen=True, slots=True)
class Owned:
    """A sidecar and whose it is: `reader` is None for who has no name, `mine` says: ours."""

    reader: str | None
    mine: bool
    sidecar: Sidecar

    @property
    def annotations(self) -> list[Annotation]:
        """Its annotations; those of another reader say whose they are."""
        found = [entry.annotation for entry in self.sidecar.entries]
        if self.mine or self.reader is None:
            return found
        return [one if one.by else replace(one, by=self.reader) for one in found]


@dataclass(frozen=True, slots=True)
class _Listing:
    """By the names of the articles of a folder: who has a sidecar, and which files are copies."""

    readers: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)


def annotated_of(
    sidecars: Iterable[Owned], part: str | None
) -> tuple[tuple[str, ...], list[Annotation]]:
    """Return the tags and the annotations of one part of an article, of all its readers.

    The tags are those of the article itself and of the annotations, each once.
    """
    owned = list(sidecars)
    here = [one for each in owned for one in each.annotations if one.part in (None, part)]
    tags = dict.fromkeys(tag for each in owned for tag in each.sidecar.tags)
    tags |= dict.fromkeys(tag for one in here for tag in one.tags)
    return tuple(tags), here


class Shelves:
    """The shelves of all readers; `own` is the one that is written to.

    May be read from several threads.
    """

    def __init__(self, location: Location, key: str) -> None:
        self.own = Shelf(location, key)
        self._location = location
        self._key = key
        self._others: dict[str | None, Shelf] = {}
        self._listed: dict[Path, tuple[int, _Listing]] = {}
        self._placed: dict[
            tuple[str, str | None], tuple[tuple[Sidecar, ...], str, tuple[Placed, ...]]
        ] = {}

    def readers(self, article: str) -> tuple[str | None, ...]:
        """Return who has a sidecar of the article: oneself first, the others by name."""
        folder, _, name = article.rpartition("/")
        found = self._listing(self._location.base / folder).readers.get(name, ())
        mine = self._location.reader
        others = sorted((one for one in found if one != mine), key=lambda one: one or "")
        return (mine, *others) if mine in found else tuple(others)

    def with_sidecars(self, articles: Iterable[str]) -> set[str]:
        """Return those of the articles that a reader has a sidecar of.

        Looks at each folder once, however many articles are asked for.
        """
        listed: dict[str, _Listing] = {}
        found = set()
        for article in articles:
            folder, _, name = article.rpartition("/")
            listing = listed.get(folder)
            if listing is None:
                listing = listed[folder] = self._listing(self._location.base / folder)
            if name in listing.readers:
                found.add(article)
        return found

    def copies(self, article: str) -> tuple[str, ...]:
        """Return the copies of the article's sidecars, relative to the folder of sidecars."""
        folder, slash, name = article.rpartition("/")
        found = self._listing(self._location.base / folder).copies.get(name, ())
        return tuple(folder + slash + one for one in sorted(found))

    def sidecars(self, article: str) -> tuple[Owned, ...]:
        """Return the sidecars of an article: one's own, there or not, then those of the others."""
        mine = self._location.reader
        others = (one for one in self.readers(article) if one != mine)
        return (
            Owned(mine, True, self.own.sidecar(article)),
            *(Owned(one, False, self.of(one).sidecar(article)) for one in others),
        )

    def placed(self, article: Article) -> tuple[Placed, ...]:
        """Return all readers' annotations of an article with their places, in its order."""
        owned = self.sidecars(article.name)
        sidecars = tuple(one.sidecar for one in owned)
        key = article.file.key
        known = self._placed.get(key)
        if known is not None and known[1] == article.sha256 and _same(known[0], sidecars):
            return known[2]
        annotations, owners = [], {}
        for one in owned:
            for annotation in one.annotations:
                annotations.append(annotation)
                owners[id(annotation)] = one
        found = tuple(
            one
            if (owner := owners[id(one.annotation)]).mine
            else replace(one, reader=owner.reader, mine=False)
            for one in place_all(annotations, article)
        )
        self._placed[key] = (sidecars, article.sha256, found)
        return found

    def of(self, reader: str | None) -> Shelf:
        """Return the shelf of a reader."""
        if reader == self._location.reader:
            return self.own
        found = self._others.get(reader)
        if found is None:
            found = self._others.setdefault(reader, Shelf(self._location.of(reader), self._key))
        return found

    def _listing(self, folder: Path) -> _Listing:
        """Look at the names in a folder, where it changed since they were looked at last."""
        try:
            stamp = folder.stat().st_mtime_ns
        except OSError:
            return _Listing()
        known = self._listed.get(folder)
        if known is not None and known[0] == stamp:
            return known[1]
        found = _Listing()
        try:
            with os.scandir(folder) as entries:
                names = [entry.name for entry in entries if _ANNOTATIONS in entry.name]
        except OSError:
            return found
        for name in names:
            if name.endswith(SUFFIX):
                article, reader = owner_of(name)
                found.readers[article] = (*found.readers.get(article, ()), reader)
            elif not name.startswith(".") and (sidecar := copied_sidecar(name)) is not None:
                article, _ = owner_of(sidecar)
                found.copies[article] = (*found.copies.get(article, ()), name)
        if time.time_ns() - stamp > _SETTLED_AFTER:
            self._listed[folder] = (stamp, found)
        return found


def _same(some: tuple[Sidecar, ...], others: tuple[Sidecar, ...]) -> bool:
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))
