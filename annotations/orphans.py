"""Sidecars whose article is gone: most often it was renamed, and they keep its old name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from annotations.matching import Orphan, Wanted, distinctive

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotations.shelves import Owned
    from annotations.sidecar import Sidecar
    from annotations.store import AnnotationStore
    from corpus.article import ArticleFile
    from corpus.opening import Corpus


def orphans(corpus: Corpus, store: AnnotationStore) -> tuple[Orphan, ...]:
    """List the articles with sidecars that are neither in the corpus nor on the disk, by name.

    The sidecars of all readers of such an article are one orphan. Walks the folder that the
    sidecars lie in. A corpus that was opened as one file has none.
    """
    if corpus.only is not None:
        return ()
    known = {file.article for file in corpus.files}
    root = store.location.root
    articles = dict.fromkeys(article for article, _ in store.location.sidecars())
    return tuple(
        _orphan(article, store.sidecars(article))
        for article in articles
        if article not in known and not os.path.lexists(root / article)
    )


def is_free(store: AnnotationStore, orphan: Orphan, file: ArticleFile) -> bool:
    """Whether none of the readers of an orphan has a sidecar of the article."""
    location = store.location
    return not any(location.of(one).named(file.article).exists() for one in orphan.readers)


def wanted(
    store: AnnotationStore, orphan: Orphan, last_known: Mapping[str, str] | None = None
) -> Wanted:
    """Give what the article of an orphan is told by, to be passed to `proposals`.

    `last_known` gives the SHA-256 that the text of an article had when it was seen last.
    """
    owned = store.sidecars(orphan.article)
    annotations = [entry.annotation for one in owned for entry in one.sidecar.entries]
    hashes = {_sha256(one.sidecar) for one in owned}
    hashes.add((last_known or {}).get(orphan.article))
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


def _orphan(article: str, sidecars: Sequence[Owned]) -> Orphan:
    there = [one for one in sidecars if not one.sidecar.is_missing]
    hashes = (_sha256(one.sidecar) for one in there)
    return Orphan(
        article,
        there[0].sidecar.file,
        next(filter(None, hashes), None),
        sum(len(one.sidecar.entries) for one in there),
        tuple(one.reader for one in there),
    )


def _sha256(sidecar: Sidecar) -> str | None:
    found = header_of(sidecar).get("sha256")
    return found if isinstance(found, str) and found else None
