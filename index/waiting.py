"""Which articles wait to be indexed: those that are new, and those that changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.catalogue import catalogue_of, read_catalogue

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from index.folder import IndexFolder
    from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Waiting:
    """The files that wait, and by segment the documents that hold them as they were."""

    files: tuple[ArticleFile, ...]
    stale: dict[str, set[int]] = field(default_factory=dict)


def waiting_files(folder: IndexFolder | None, snapshot: Snapshot | None, corpus: Corpus) -> Waiting:
    """Compare a corpus with what is indexed; reads no article."""
    if folder is None or snapshot is None:
        return Waiting(corpus.files)
    known = read_catalogue(folder.catalogue, snapshot.generation)
    if known is None:
        known = catalogue_of(snapshot)
    files = known.compared(corpus.files, corpus.readings()).waiting
    stale: dict[str, set[int]] = {}
    for file in files:
        state = known.get(file.key)
        if state is not None and state.segment is not None and state.document is not None:
            stale.setdefault(state.segment, set()).add(state.document)
    return Waiting(tuple(files), stale)
