"""Where in an article stands what a field of a query names: names, numbers, speakers, passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from corpus.facts import findings_of
from corpus.span import Span
from index.called import WordsMatcher
from index.field_sources import NAMES
from index.matching import Found
from index.query.tree import Field, Figures, Words, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpus.article import Article, ArticleFile
    from corpus.facts import Findings
    from corpus.opening import Corpus
    from corpus.understanding.analysis import Analysis
    from index.fields import FieldAnswers
    from index.planning import Plan

_ANALYSED: Final = frozenset((*NAMES, "speaker"))
_ANNOTATED: Final = frozenset(("tag", "note"))
_HAVING: Final = frozenset(("date", "quote"))
_MARKED: Final = frozenset(("annotation", "claim"))
_PLACES: Final = _ANALYSED | _ANNOTATED | {"number", "has"}


@dataclass(frozen=True, slots=True)
class MarkedSpan(Span):
    """A passage that the reader annotated, with the tags and the note of it."""

    tags: tuple[str, ...] = ()
    note: str = ""
    claim: bool = False


class Marks(Protocol):
    """Supplies what the reader annotated."""

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return the passages of an article that are annotated and still there."""


class NoMarks:
    """Nobody annotated anything."""

    def marked(self, article: Article) -> Iterable[MarkedSpan]:
        """Return nothing."""
        return ()


def _no_findings(_article: Article) -> None:
    return None


def _no_numbers(_file: ArticleFile) -> None:
    return None


def place_fields(plan: Plan) -> list[Field]:
    """Return the wanted fields of a plan that name places in the text."""
    return [one for one, wanted in fields_of(plan.node) if wanted and one.name in _PLACES]


@dataclass(frozen=True, slots=True)
class FieldPlaces:
    """Finds what some fields of a query name.

    `analysed` gives what was found in an article, None where that is not known. `is_named` says
    whether an entity of an article's own analysis is one that a field asks for. `findings` gives
    the numbers of an article where they are known without its analysis, which takes long to read.
    """

    fields: tuple[Field, ...]
    analysed: Callable[[Article], Analysis | None]
    marks: Marks
    is_named: Callable[[Field, Article, str], bool]
    findings: Callable[[Article], Findings | None] = _no_findings

    def spans(self, article: Article) -> Iterator[tuple[int, Span]]:
        """Give the places in an article, each with the number of its field, in no order.

        Raises what `analysed` does.
        """
        numbered = any("number" in (one.name, one.value) for one in self.fields)
        numbers = self.findings(article) if numbered else None
        read = any(one.name in _ANALYSED or one.value in _HAVING for one in self.fields)
        analysis = self.analysed(article) if read or (numbered and numbers is None) else None
        if numbers is None and analysis is not None:
            numbers = findings_of(article.name, article.file.part, "", analysis)
        annotated = any(one.name in _ANNOTATED or one.value in _MARKED for one in self.fields)
        marks = tuple(self.marks.marked(article)) if annotated else ()
        for number, one in enumerate(self.fields):
            if isinstance(one.value, Figures) or one.value == "number":
                figures = one.value if isinstance(one.value, Figures) else None
                for span in _meeting(figures, numbers):
                    yield number, span
            else:
                for span in self._of(one, article, analysis, marks):
                    yield number, span

    def _of(
        self,
        one: Field,
        article: Article,
        analysis: Analysis | None,
        marks: Iterable[MarkedSpan],
    ) -> Iterator[Span]:
        if one.name == "has":
            yield from _had(one.value, analysis, marks)
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
    plan: Plan, corpus: Corpus, answers: FieldAnswers, marks: Marks | None
) -> NamedPlaces:
    """Return what finds the places that the fields of a plan name."""
    fields = tuple(dict.fromkeys(place_fields(plan)))
    numbered = any(one.name == "number" for one in fields)
    numbers_of = answers.numbers_of(corpus) if numbered else _no_numbers

    def is_named(one: Field, article: Article, local: str) -> bool:
        return answers.names(one, article.file.key, local)

    def findings(article: Article) -> Findings | None:
        row = numbers_of(article.file)
        # What was written at the same time and has the same size may still be another text.
        return row if row is not None and max(row.stops, default=0) <= len(article.text) else None

    places = FieldPlaces(fields, corpus.kept_analysis, marks or NoMarks(), is_named, findings)
    return NamedPlaces(places, len(plan.leaves))


def _meeting(figures: Figures | None, found: Findings | None) -> Iterator[Span]:
    """Give where the numbers of an article stand that are among some figures, or all."""
    if found is not None:
        numbers = zip(found.lows, found.highs, found.starts, found.stops, strict=True)
        for low, high, start, stop in numbers:
            if figures is None or figures.meets(low, high):
                yield Span(start, stop)


def _had(what: object, analysis: Analysis | None, marks: Iterable[MarkedSpan]) -> Iterator[Span]:
    """Give the places for which an article has something; what furniture has does not count."""
    if what in _MARKED:
        yield from (mark for mark in marks if mark.claim or what == "annotation")
    elif analysis is not None and what == "quote":
        yield from (one.content for one in analysis.statements if one.direct)
    elif analysis is not None:
        yield from (one for one in analysis.body_quantities if one.kind == "date")
