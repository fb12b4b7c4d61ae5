"""Where in an article stands what a field of a query names: names, numbers, speakers, passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from corpus.facts import SEARCHED_KINDS
from corpus.span import Span
from index.fields import NAMES, WordsMatcher
from index.matching import Found
from index.query import Field, Figures, Words, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpus.article import Article
    from corpus.understanding.analysis import Analysis
    from index.fields import FieldAnswers
    from index.planning import Plan

_ANALYSED: Final = frozenset((*NAMES, "number", "speaker"))
_ANNOTATED: Final = frozenset(("tag", "note"))
PLACES: Final = _ANALYSED | _ANNOTATED
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


def place_fields(plan: Plan) -> list[Field]:
    """Return the wanted fields of a plan that name places in the text."""
    return [one for one, wanted in fields_of(plan.node) if wanted and one.name in PLACES]


@dataclass(frozen=True, slots=True)
class FieldPlaces:
    """Finds what some fields of a query name.

    `analysed` gives what was found in an article, None where that is not known. `is_named` says
    whether an entity of an article's own analysis is one that a field asks for.
    """

    fields: tuple[Field, ...]
    analysed: Callable[[Article], Analysis | None]
    marks: Marks
    is_named: Callable[[Field, Article, str], bool]

    def spans(self, article: Article) -> Iterator[tuple[int, Span]]:
        """Give the places in an article, each with the number of its field, in no order.

        Raises what `analysed` does.
        """
        names = {one.name for one in self.fields}
        analysis = self.analysed(article) if names & _ANALYSED else None
        marks = tuple(self.marks.marked(article)) if names & _ANNOTATED else ()
        for number, one in enumerate(self.fields):
            for span in self._of(one, article, analysis, marks):
                yield number, span

    def _of(
        self,
        one: Field,
        article: Article,
        analysis: Analysis | None,
        marks: Iterable[MarkedSpan],
    ) -> Iterator[Span]:
        if isinstance(one.value, Figures):
            for quantity in analysis.quantities if analysis is not None else ():
                ends = quantity.min, quantity.max, quantity.value
                if quantity.kind in SEARCHED_KINDS and _meets(one.value, *ends):
                    yield quantity
        elif one.name in NAMES:
            for mention in analysis.mentions if analysis is not None else ():
                if self.is_named(one, article, mention.entity):
                    yield mention
        elif one.name == "speaker" and isinstance(one.value, Words):
            asked = WordsMatcher(one.value)
            for statement in analysis.statements if analysis is not None else ():
                who = statement.speaker
                if who is not None and (
                    asked.is_in(who.name)
                    or (who.entity is not None and self.is_named(one, article, who.entity))
                ):
                    yield Span(who.start, who.end)
        elif isinstance(one.value, Words):
            asked = WordsMatcher(one.value)
            for mark in marks:
                if any(map(asked.is_in, mark.tags if one.name == "tag" else (mark.note,))):
                    yield mark


@dataclass(frozen=True, slots=True)
class NamedPlaces:
    """Finds what the fields of a plan name in articles, as far as that was learnt before."""

    places: FieldPlaces
    first_leaf: int

    def found(self, article: Article) -> list[Found]:
        """Return the places, each as one of a leaf of its own beside those of the words."""
        return [
            Found(span.start, span.end, self.first_leaf + number, True)
            for number, span in self.places.spans(article)
        ]


def named_places(
    plan: Plan,
    analysed: Callable[[Article], Analysis | None],
    answers: FieldAnswers,
    marks: Marks | None,
) -> NamedPlaces:
    """Return what finds the places that the fields of a plan name."""
    fields = tuple(dict.fromkeys(place_fields(plan)))

    def is_named(one: Field, article: Article, local: str) -> bool:
        return answers.names(one, (article.name, article.file.part), local)

    return NamedPlaces(
        FieldPlaces(fields, analysed, marks or NoMarks(), is_named), len(plan.leaves)
    )


def _meets(figures: Figures, least: float | None, most: float | None, value: float | None) -> bool:
    low, high = (value if end is None else end for end in (least, most))
    return low is not None and high is not None and figures.meets(low, high)
