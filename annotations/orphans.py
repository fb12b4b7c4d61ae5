"""Sidecars whose article is gone: most often it was renamed, and they keep its old name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from annotations.matching import Orphan, Wanted, distinctive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.sidecar import Sidecar
    from annotations.store import AnnotationStore
    from corpus.opening import Corpus


def orphans(corpus: Corpus, store: AnnotationStore) -> tuple[Orphan, ...]:
    """List the sidecars whose article is neither in the corpus nor on the disk, sorted by name.

    Walks the folder that the sidecars lie in. A corpus that was opened as one file has none.
    """
    if corpus.only is not None:
        return ()
    known = {file.article for file in corpus.files}
    root = store.location.root
    return tuple(
        _orphan(article, store.sidecar(article))
        for article in store.location.articles_with_sidecars()
        if article not in known and not os.path.lexists(root / article)
    )


def wanted(
    store: AnnotationStore, orphan: Orphan, last_known: Mapping[str, str] | None = None
) -> Wanted:
    """Give what the article of an orphan is told by, to be passed to `proposals`.

    `last_known` gives the SHA-256 that the text of an article had when it was seen last.
    """
    annotations = [entry.annotation for entry in store.sidecar(orphan.article).entries]
    hashes = {orphan.sha256, (last_known or {}).get(orphan.article)}
    return Wanted(
        orphan,
        frozenset(digest for digest in hashes if digest),
        distinctive(annotation.quote for annotation in annotations if annotation.quote),
    )


def header_of(sidecar: Sidecar) -> dict[str, Any]:
    """Give what the `article` block of a sidecar says, as it was typed; {} where there is none."""
    value = sidecar.document.value if sidecar.document else None
    block = value.get("article") if isinstance(value, dict) else None
    return dict(block) if isinstance(block, dict) else {}


def _orphan(article: str, sidecar: Sidecar) -> Orphan:
    sha256 = header_of(sidecar).get("sha256")
    return Orphan(
        article,
        sidecar.file,
        sha256 if isinstance(sha256, str) and sha256 else None,
        len(sidecar.entries),
    )
