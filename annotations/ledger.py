"""All annotations of a corpus in one table, each with its place in the text as it is now."""

from __future__ import annotations

from collections.abc import Container, Iterator
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
    a note on the whole article. `mine` is false for what stands in the sidecar of another `reader`.
    """

    article: str
    part: str | None
    annotation: Annotation
    state: State
    span: Span | None
    reader: str | None = None
    mine: bool = True

    @property
    def by(self) -> str | None:
        """Who made it, as it says itself, else whose sidecar it stands in."""
        return self.annotation.by or self.reader


def ledger(
    corpus: Corpus, store: AnnotationStore, only: Container[str] | None = None
) -> Iterator[LedgerRow]:
    """Give every annotation, sorted by article, then by position in the text.

    `only` are the articles whose annotations are wanted; None for all. Those of an article that is
    missing or cannot be read are lost, with the words they keep. Reads one article at a time.
    """
    files: dict[str, list[ArticleFile]] = {}
    for file in corpus.files:
        files.setdefault(file.article, []).append(file)
    for article in articles_with_sidecars(corpus, store):
        if only is None or article in only:
            yield from _rows(corpus, store, article, files.get(article, []))


def articles_with_sidecars(corpus: Corpus, store: AnnotationStore) -> Iterator[str]:
    """Name the articles that have a sidecar, sorted: those of the corpus, and those that are gone.

    An article that is there and was left out of the corpus on purpose is left out here, too.
    """
    location = store.location
    known = {file.article for file in corpus.files}
    # Asked for by name: the walk does not enter folders that are links, the corpus may.
    found = store.with_sidecars(known)
    skipped = {one.file for one in corpus.skipped}
    for article, _ in location.sidecars():
        if article in skipped or not (location.root / article).exists():
            found.add(article)
    yield from sorted(found)


def _rows(
    corpus: Corpus, store: AnnotationStore, article: str, files: list[ArticleFile]
) -> Iterator[LedgerRow]:
    waiting = [
        (annotation, owned) for owned in store.sidecars(article) for annotation in owned.annotations
    ]
    placed: list[Placed] = []
    for file in files:
        if not any(annotation.part == file.part for annotation, _ in waiting):
            continue
        try:
            placed.extend(store.placed(corpus.read(file)))
        except CorpusError:
            # `postil check` and the list of articles say why; here the words are what is left.
            continue
    found = {(one.annotation.id, one.reader, one.mine) for one in placed}
    for annotation, owned in waiting:
        reader = None if owned.mine else owned.reader
        if (annotation.id, reader, owned.mine) not in found:
            placed.append(Placed(annotation, "lost", None, (), reader, owned.mine))
    for one in placed:
        reader = store.reader if one.mine else one.reader
        yield LedgerRow(
            article, one.annotation.part, one.annotation, one.state, one.span, reader, one.mine
        )
