"""Which places of an article are the keywords of a concordance.

Where a query has words, their places are: its fields then only choose articles. Of a query that has
fields alone, the places are what these name in the texts: mentions of entities, numbers, speakers,
passages that the reader tagged.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corpus.problem import CorpusError
from index.field_places import FieldPlaces, Marks, NoMarks, place_fields
from index.matching import SearchedText

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.problem import Problem
    from corpus.span import Span
    from index.planning import Plan
    from index.query.tree import Field


class Keyword(NamedTuple):
    """A place in numbers of words, the first and the last; its span may begin or end in between."""

    first: int
    last: int
    start: int
    end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Keywords:
    """Finds the keywords of one plan in articles.

    `is_named` says whether an entity of an article's own analysis is one that a field asks for.
    """

    plan: Plan
    corpus: Corpus
    marks: Marks = field(default_factory=NoMarks)
    is_named: Callable[[Field, Article, str], bool] = lambda *_: False

    @property
    def has_words(self) -> bool:
        """Whether words of the query are the keywords."""
        return bool(self.plan.wanted())

    @property
    def fields(self) -> list[Field]:
        """The fields that name the keywords, none where words of the query are.

        Beside another of them `has:` only chooses articles.
        """
        naming = [] if self.has_words else place_fields(self.plan)
        return [one for one in naming if one.name != "has"] or naming

    def tokens_of(
        self, article: Article, problem: Callable[[Problem], None]
    ) -> tuple[Sequence[tuple[int, int, str]], list[Keyword]]:
        """Return the words of an article as (start, end, word), and its keywords in order.

        Keywords do not overlap: of those that do, the first is kept, of these the longest.
        `problem` is told why an article could not be analysed.
        """
        searched = SearchedText(self.plan, article.text, whole=True)
        located = searched.located
        if self.has_words:
            found = [
                Keyword(one.first, one.last, located[one.first][0], located[one.last][1], one.exact)
                for one in set(searched.places_of(self.plan.node))
            ]
        else:
            starts = [start for start, _, _ in located]
            ends = [end for _, end, _ in located]
            found = []
            for span in self._spans(article, problem):
                first = bisect_right(ends, span.start)
                last = bisect_left(starts, span.end) - 1
                if first <= last:
                    found.append(Keyword(first, last, span.start, span.end, True))
        found.sort(key=lambda one: (one.first, -one.last, not one.exact))
        kept: list[Keyword] = []
        for one in found:
            if not kept or one.first > kept[-1].last:
                kept.append(one)
        return located, kept

    def _spans(self, article: Article, problem: Callable[[Problem], None]) -> Iterable[Span]:
        """Return the places that the fields of the query name."""
        places = FieldPlaces(tuple(self.fields), self.corpus.analyse, self.marks, self.is_named)
        try:
            return [span for _, span in places.spans(article)]
        except CorpusError as error:
            problem(error.problem)
            return ()
