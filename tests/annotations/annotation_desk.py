"""A small corpus with an invented article, and its store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotations.store import AnnotationStore
from corpus.article import Article
from corpus.opening import Corpus, open_corpus
from corpus.span import Span

TEXT = (
    "The weir at Osmanli gave way on Monday.\n"
    "Officials said at least 41 people were missing, and 1,600 had been moved.\n"
    "By Tuesday at least 41 people were missing still.\n"
)


@dataclass
class Desk:
    """A corpus of one folder with an article `a.txt`, opened again whenever asked."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "a.txt.annotations.yaml"

    @property
    def corpus(self) -> Corpus:
        return open_corpus(self.folder)

    @property
    def article(self) -> Article:
        corpus = self.corpus
        file = corpus.find("a.txt")
        assert file is not None
        return corpus.read(file)

    def store(self, **options: object) -> AnnotationStore:
        return AnnotationStore(self.corpus, **options)  # type: ignore[arg-type]

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def read(self) -> str:
        return self.path.read_bytes().decode()

    def write(self, text: str) -> None:
        self.path.write_bytes(text.encode())
