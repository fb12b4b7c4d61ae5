"""Which places of an article are the keywords of a concordance.

Where a query has words, their places are: its fields then only choose articles. Of a query that has
fields alone, the places are what these name in the texts: mentions of entities, numbers, passages
that the reader tagged.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from corpus.facts import SEARCHED_KINDS
from corpus.problem import CorpusError
from corpus.span import Span
from index.fields import NAMES, WordsMatcher
from index.matching import SearchedText
from index.query import Field, Figures, Words, fields_of

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.problem import Problem
    from index.planning import Plan

PLACES: Final = frozenset((*NAMES, "number", "tag", "note"))
"""Fields that name places in the text."""


@dataclass(frozen=True, slots=True)
class MarkedSpan(Span):
    """A passage that the reader annotated, with the tags and the note of it."""

    tags: tuple[str, ...] = ()
    note: str = ""


class Marks(Protocol):
    """Supplies what the reader annotated."""

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return the passages of an article that are annotated and still there."""


class NoMarks:
    """Nobody annotated anything."""

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return nothing."""
        return ()


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
        """The fields that name the keywords, none where words of the query are."""
        return [] if self.has_words else place_fields(self.plan)

    def tokens_of(
        self, article: Article, problem: Callable[[Problem], None]
    ) -> tuple[Sequence[tuple[int, int, str]], list[Keyword]]:
        """Return the words of an article as (start, end, word), and its keywords in order.

        Keywords do not overlap: of those that do, the first is kept, of these the longest.
        `problem` is told why an article could not be analysed.
        """
        searched = SearchedText(self.plan, article.text)
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
        asked = self.fields
        found: list[Span] = []
        if any(one.name in NAMES or one.name == "number" for one in asked):
            try:
                analysis = self.corpus.analyse(article)
            except CorpusError as error:
                problem(error.problem)
                return ()
            found += (
                mention
                for mention in analysis.mentions
                if any(
                    self.is_named(one, article, mention.entity)
                    for one in asked
                    if one.name in NAMES
                )
            )
            wanted = [one.value for one in asked if isinstance(one.value, Figures)]
            found += (
                quantity
                for quantity in analysis.quantities
                if quantity.kind in SEARCHED_KINDS
                and any(_meets(one, quantity.min, quantity.max, quantity.value) for one in wanted)
            )
        tags, notes = _matchers(asked, "tag"), _matchers(asked, "note")
        if tags or notes:
            found += (
                mark
                for mark in self.marks.marked(article)
                if any(one.is_in(tag) for one in tags for tag in mark.tags)
                or any(one.is_in(mark.note) for one in notes)
            )
        return found


def _matchers(asked: Iterable[Field], name: str) -> list[WordsMatcher]:
    return [
        WordsMatcher(one.value)
        for one in asked
        if one.name == name and isinstance(one.value, Words)
    ]


def place_fields(plan: Plan) -> list[Field]:
    """Return the wanted fields of a plan that name places in the text."""
    return [one for one, wanted in fields_of(plan.node) if wanted and one.name in PLACES]


def _meets(figures: Figures, least: float | None, most: float | None, value: float | None) -> bool:
    low, high = (value if end is None else end for end in (least, most))
    return low is not None and high is not None and figures.meets(low, high)
