"""All annotations of a corpus in one table, each with its place in the text as it is now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.anchor import Placed, State
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.store import AnnotationStore
    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from corpus.span import Span


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One annotation of the corpus.

    `span` is where it stands in the article's text now; None where there is no one place, and for
    a note on the whole article.
    """

    article: str
    part: str | None
    annotation: Annotation
    state: State
    span: Span | None


def ledger(corpus: Corpus, store: AnnotationStore) -> Iterator[LedgerRow]:
    """Give every annotation, sorted by article, then by position in the text.

    Those of an article that is missing or cannot be read are lost, with the words they keep. Reads
    one article at a time.
    """
    files: dict[str, list[ArticleFile]] = {}
    for file in corpus.files:
        files.setdefault(file.article, []).append(file)
    for article in articles_with_sidecars(corpus, store):
        yield from _rows(corpus, store, article, files.get(article, []))


def articles_with_sidecars(corpus: Corpus, store: AnnotationStore) -> Iterator[str]:
    """Name the articles that have a sidecar, sorted: those of the corpus, and those that are gone.

    An article that is there and was left out of the corpus on purpose is left out here, too.
    """
    location = store.location
    known = {file.article for file in corpus.files}
    # Asked for one by one: the walk does not enter folders that are links, the corpus may.
    found = {article for article in known if os.path.lexists(location.named(article))}
    skipped = {one.file for one in corpus.skipped}
    for article in location.articles_with_sidecars():
        if article in skipped or not (location.root / article).exists():
            found.add(article)
    yield from sorted(found)


def _rows(
    corpus: Corpus, store: AnnotationStore, article: str, files: list[ArticleFile]
) -> Iterator[LedgerRow]:
    sidecar = store.sidecar(article)
    waiting = {entry.annotation.id: entry.annotation for entry in sidecar.entries}
    placed: list[Placed] = []
    for file in files:
        if not any(annotation.part == file.part for annotation in waiting.values()):
            continue
        try:
            found = store.placed(corpus.read(file))
        except CorpusError:
            # `postil check` and the list of articles say why; here the words are what is left.
            continue
        placed.extend(one for one in found if waiting.pop(one.annotation.id, None) is not None)
    placed.extend(Placed(annotation, "lost", None) for annotation in waiting.values())
    for one in placed:
        yield LedgerRow(article, one.annotation.part, one.annotation, one.state, one.span)
