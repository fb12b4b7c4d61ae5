"""Looking at an index: how far it is behind the files, and whether all of it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.catalogue import catalogue_of, read_catalogue
from index.known_files import KnownFiles
from index.results import IndexHealth

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.folder import IndexFolder
    from index.snapshot import Snapshot


def examine(folder: IndexFolder, snapshot: Snapshot | None, corpus: Corpus) -> IndexHealth:
    """Look at an index, every block of it (about a second for 10,000 articles)."""
    generation, size = folder.generation(), _size(folder)
    absent = folder.distrust()
    if absent is not None:
        return IndexHealth(generation, 0, 0, size, absent=absent, missing=len(corpus.files))
    if snapshot is None:
        damage = "its table of contents or a segment cannot be read"
        return IndexHealth(generation, 0, 0, size, damage=damage, missing=len(corpus.files))
    damaged = _damage(snapshot)
    known = read_catalogue(folder.catalogue, snapshot.generation)
    if known is None and damaged is None:
        damaged = "its list of files is not that of this generation"
        known = catalogue_of(snapshot)
    known = known or KnownFiles()
    difference = known.compared(corpus.files, corpus.readings())
    changed = sum(known.get(file.key) is not None for file in difference.waiting)
    return IndexHealth(
        snapshot.generation,
        snapshot.articles,
        len(snapshot.segments),
        size,
        damage=damaged,
        missing=len(difference.waiting) - changed,
        changed=changed,
        gone=len(difference.gone),
    )


def _damage(snapshot: Snapshot) -> str | None:
    """Read all blocks of all segments, each of which has a checksum; say which is not whole."""
    from index.packed import DamagedSegment

    try:
        for segment in snapshot.segments:
            segment.packed.read_all()
    except DamagedSegment as error:
        return str(error)
    return None


def _size(folder: IndexFolder) -> int:
    """Add up the files of an index, in bytes."""
    total = 0
    if folder.path.is_dir():
        for path in folder.path.iterdir():
            try:
                total += path.lstat().st_size
            except FileNotFoundError:
                continue  # a commit by another process replaced it just now
    return total
