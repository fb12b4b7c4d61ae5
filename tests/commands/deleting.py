"""Something for the journal to keep."""

from __future__ import annotations

from pathlib import Path

from annotations.store import AnnotationStore
from corpus.opening import open_corpus


def delete_one(folder: Path) -> None:
    """Delete the first annotation of a corpus."""
    corpus = open_corpus(folder)
    store = AnnotationStore(corpus)
    for file in corpus.files:
        article = corpus.read(file)
        for placed in store.placed(article)[:1]:
            store.delete(article, placed.annotation.id)
            return
    raise AssertionError("there is no annotation to delete")
