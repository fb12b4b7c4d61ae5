"""What the reader made of the articles, as a search asks for it: tags, notes, what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.reading_state import UNREAD
from tui.library.star import STAR, has_star

if TYPE_CHECKING:
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus
    from index.field_places import MarkedSpan
    from index.fields import ReaderFacts
    from index.known_files import FileKey
    from tui.article.reading_state import ReadingState


@dataclass(frozen=True, slots=True)
class CorpusReader:
    """Supplies the annotations of a corpus and the reading positions, as they are now."""

    corpus: Callable[[], Corpus]
    store: Callable[[], AnnotationStore]
    state: ReadingState

    def facts(self) -> Mapping[FileKey, ReaderFacts]:
        """Return what all readers annotated, by article."""
        # Every search is told of this reader; few ask.
        from annotations.ledger import articles_with_sidecars
        from annotations.shelves import annotated_of
        from index.fields import ReaderFacts

        corpus, store = self.corpus(), self.store()
        found: dict[FileKey, ReaderFacts] = {}
        annotated = set(articles_with_sidecars(corpus, store))
        for file in corpus.files:
            if file.article not in annotated:
                continue
            tags, here = annotated_of(store.sidecars(file.article), file.part)
            found[file.key] = ReaderFacts(
                tags,
                tuple(one.note for one in here if one.note),
                annotated=bool(here),
                claims=any(one.claim is not None for one in here),
            )
        return found

    def unread(self) -> Iterable[FileKey]:
        """Return the articles that were never open, or were marked as unread since."""
        for file in self.corpus().files:
            if self.state.state_of(file.article) == UNREAD:
                yield file.key

    def starred(self) -> Iterable[FileKey]:
        """Return the articles that this reader gave a star, or an annotation of which has it."""
        store = self.store()
        for (article, part), facts in self.facts().items():
            if STAR in facts.tags and has_star(store.sidecar(article), part):
                yield article, part


@dataclass(frozen=True, slots=True)
class CorpusMarks:
    """Supplies the annotated passages of articles, where they stand now."""

    store: Callable[[], AnnotationStore]

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return the passages of an article that still have one place."""
        from index.field_places import MarkedSpan

        for placed in self.store().placed(article):
            if placed.span is not None:
                one = placed.annotation
                yield MarkedSpan(
                    placed.span.start,
                    placed.span.end,
                    tuple(one.tags),
                    one.note or "",
                    one.claim is not None,
                )
