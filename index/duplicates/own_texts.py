"""The texts of articles as they are compared: without the lines that are their outlet's furniture.

Two short reports on one site share its menus and prompts and are not alike for that; one story on
two sites is. Which lines these are is learned from the corpus (`corpus.repeating`) before, for the
outlets that are known, and from texts that were found alike (`index.duplicates.shared_menus`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.facts_keeping import line_facts
from index.duplicates.shared_menus import without_menus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.article import Article
    from corpus.opening import Corpus


class OwnTexts:
    """Gives the texts of a corpus without what was learned to be furniture.

    `menus` are lines, by their keys, that are furniture wherever they stand; more may be told.
    """

    def __init__(self, corpus: Corpus, menus: Iterable[int] = ()) -> None:
        self.menus = frozenset(menus)
        self._learned = corpus.learned
        rows = line_facts().current(corpus) if self._learned.outlets else {}
        self._outlets = {key: row.outlet for key, row in rows.items()}

    @property
    def fingerprint(self) -> str:
        """Name the lines that are left out; "" for none."""
        return self._learned.fingerprint

    def of(self, article: Article) -> str:
        """Return the text of an article, which is all of it where nothing was learned."""
        text = without_menus(article.text, self.menus)
        outlet = self._outlets.get(article.file.key, "")
        repeated = self._learned.of(outlet)
        if not repeated:
            return text
        lines = text.split("\n")
        return "\n".join(line for line in lines if not repeated.count(line.strip()))
