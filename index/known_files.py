"""What the index knows of the files of a corpus, in columns, compared all at once.

An update that finds one file changed among 100,000 makes an object of that one alone; the others
are compared as they lie in the columns, by functions of the interpreter over all of a column.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import partial
from itertools import compress, count, repeat
from operator import ne
from typing import TYPE_CHECKING, Final

from corpus.corpus_state import packed_times
from corpus.garbage import many_objects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from corpus.article import ArticleFile
    from corpus.problem import Problem

FileKey = tuple[str, str | None]
"""An article's path and its part."""

HASH_BYTES: Final = 32
NOT_INDEXED: Final = ""
"""Stands for the segment of a file that is in none."""

# No path within a corpus has it.
_PART: Final = "//"
_NO_HASH: Final = bytes(HASH_BYTES)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as it was when the index last saw it.

    Either `segment` and `document` say where it is indexed, or `problem` says why it is not.
    `read_by` is what `Corpus.read_by` said: read otherwise, the same file may give another text.
    """

    size: int
    modified: int
    sha256: str | None = None
    segment: str | None = None
    document: int | None = None
    problem: Problem | None = None
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Files that are new or not as they were known, and what is known of files that are gone."""

    waiting: list[ArticleFile]
    gone: list[FileKey]


@dataclass(slots=True)
class Columns:
    """All known files, each at the same place of every column.

    `names` are of article and part (`packed_name`); `times` are of the last change in nanoseconds.
    Where `segments` has `NOT_INDEXED` the document and the hash (of `HASH_BYTES` bytes) mean
    nothing, and `problems` says why, by name.
    """

    names: list[str] = field(default_factory=list)
    sizes: array[int] = field(default_factory=partial(array, "q"))
    times: array[int] = field(default_factory=partial(array, "q"))
    read_by: list[str] = field(default_factory=list)
    segments: list[str] = field(default_factory=list)
    documents: array[int] = field(default_factory=partial(array, "I"))
    hashes: bytearray = field(default_factory=bytearray)
    problems: dict[str, Problem] = field(default_factory=dict)

    def at(self, place: int) -> KnownFile:
        """Give the file at one place."""
        segment = self.segments[place]
        indexed = segment != NOT_INDEXED
        return KnownFile(
            self.sizes[place],
            self.times[place],
            self.hashes[HASH_BYTES * place : HASH_BYTES * (place + 1)].hex() if indexed else None,
            segment if indexed else None,
            self.documents[place] if indexed else None,
            self.problems.get(self.names[place]),
            self.read_by[place],
        )

    def append(self, name: str, known: KnownFile) -> None:
        """Put one more file at the end."""
        self.names.append(name)
        self.sizes.append(0)
        self.times.append(0)
        self.read_by.append("")
        self.segments.append(NOT_INDEXED)
        self.documents.append(0)
        self.hashes.extend(_NO_HASH)
        self.put(len(self.names) - 1, known)

    def put(self, place: int, known: KnownFile) -> None:
        """Put a file in the place of what was known of it."""
        self.sizes[place] = known.size
        self.times[place] = packed_times([known.modified])[0]
        self.read_by[place] = known.read_by
        self.segments[place] = known.segment or NOT_INDEXED
        self.documents[place] = known.document or 0
        self.hashes[HASH_BYTES * place : HASH_BYTES * (place + 1)] = (
            _NO_HASH if known.sha256 is None else bytes.fromhex(known.sha256)
        )
        self.problems.pop(self.names[place], None)
        if known.problem is not None:
            self.problems[self.names[place]] = known.problem

    def ascend(self) -> bool:
        """Say whether the names ascend."""
        return self.names == sorted(self.names)

    def sorted_without(self, gone: Collection[int]) -> Columns:
        """Give the files but those at some places, by name."""
        names = self.names
        order = [at for at in sorted(range(len(names)), key=names.__getitem__) if at not in gone]
        lost = {names[place] for place in gone}
        return Columns(
            [names[place] for place in order],
            array("q", [self.sizes[place] for place in order]),
            array("q", [self.times[place] for place in order]),
            [self.read_by[place] for place in order],
            [self.segments[place] for place in order],
            array("I", [self.documents[place] for place in order]),
            bytearray().join(
                [self.hashes[HASH_BYTES * place : HASH_BYTES * (place + 1)] for place in order]
            ),
            {name: problem for name, problem in self.problems.items() if name not in lost},
        )


class KnownFiles:
    """The files that the index knows."""

    def __init__(self, columns: Columns | None = None) -> None:
        self.columns = columns or Columns()

    def __len__(self) -> int:
        return len(self.columns.names)

    def get(self, key: FileKey) -> KnownFile | None:
        """Return what is known of one file."""
        place = self._find(packed_name(*key))
        return None if place is None else self.columns.at(place)

    def items(self) -> Iterator[tuple[FileKey, KnownFile]]:
        """Give all files."""
        return (
            (_key(name), self.columns.at(place)) for place, name in enumerate(self.columns.names)
        )

    def change(self, fresh: Mapping[FileKey, KnownFile], forgotten: Iterable[FileKey] = ()) -> None:
        """Take in what a commit changed; what is forgotten may be unknown."""
        columns = self.columns
        new: dict[str, KnownFile] = {}
        for key, known in fresh.items():
            name = packed_name(*key)
            place = self._find(name)
            if place is None:
                new[name] = known
            else:
                columns.put(place, known)
        gone = {place for key in forgotten if (place := self._find(packed_name(*key))) is not None}
        for name, known in new.items():
            columns.append(name, known)
        if gone or (new and not columns.ascend()):
            self.columns = columns.sorted_without(gone)

    def compared(self, files: Sequence[ArticleFile], readings: Iterable[str]) -> Difference:
        """Compare all files with what is known of them; reads no article.

        `readings` says how each of the files is read (`Corpus.readings`).
        """
        with many_objects():
            known = self.columns
            names = [
                file.article if file.part is None else packed_name(*file.key) for file in files
            ]
            # Where each file is in the columns; one beyond their end if it is in none.
            places: Sequence[int] = range(len(names))
            if names != known.names:
                number = dict(zip(known.names, count(), strict=False))
                places = list(map(number.get, names, repeat(len(known.names))))
            pairs: Iterable[tuple[Iterable[object], Sequence[object]]] = (
                ([file.size for file in files], known.sizes),
                (packed_times([file.modified for file in files]), known.times),
                (readings, known.read_by),
            )
            differing: set[int] = set()
            for there, before in pairs:
                beside = map([*before, None].__getitem__, places)
                differing.update(compress(count(), map(ne, there, beside)))
            gone = set(range(len(known.names))).difference(places)
        return Difference(
            [files[place] for place in sorted(differing)],
            [_key(known.names[place]) for place in sorted(gone)],
        )

    def problems(self) -> dict[FileKey, Problem]:
        """Say why files that are known are not indexed."""
        return {_key(name): problem for name, problem in self.columns.problems.items()}

    def _find(self, name: str) -> int | None:
        names = self.columns.names
        place = bisect_left(names, name)
        return place if place < len(names) and names[place] == name else None


def packed_name(article: str, part: str | None) -> str:
    """Write the name and the part of an article as one name."""
    return article if part is None else f"{article}{_PART}{part}"


def _key(name: str) -> FileKey:
    article, is_part, part = name.partition(_PART)
    return article, part if is_part else None
