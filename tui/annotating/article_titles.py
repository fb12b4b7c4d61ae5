"""The titles of articles that annotations stand in, each read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.problem import CorpusError

if TYPE_CHECKING:
    from collections.abc import Container

    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus


class ArticleTitles:
    """Gives the title of an annotation's article as safe text; "" where none is known.

    The first that is asked of an article reads it, unless the cache knows it.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[tuple[str, str | None], str] = {}

    def follow(self, corpus: Corpus, changed: Container[str]) -> None:
        """Take the corpus as it is now; the titles of the articles that `changed` are read anew."""
        self._corpus = corpus
        self._known = {key: title for key, title in self._known.items() if key[0] not in changed}

    def __call__(self, row: LedgerRow) -> str:
        """Return the title; of what is gone or cannot be read there is none."""
        key = row.article, row.part
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def _read(self, article: str, part: str | None) -> str:
        from tui.article.named_article import title_in

        file = self._corpus.find(article, part)
        try:
            return "" if file is None else title_in(self._corpus.summary(file).metadata, "")
        except CorpusError:
            return ""
