"""An article as the reading pane shows it: its text, what is known of it, what was said of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.layout.layers import EMPTY, Layer, StyledSpan
from tui.layout.motions import next_unit, previous_unit, unit_at, word_at
from tui.layout.reflow import Reflow, reflow_of
from tui.safe_text import safe

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from corpus.article import Article
    from corpus.problem import Problem
    from corpus.span import Span
    from corpus.understanding.analysis import Analysis, Mention, Metadata, Quantity
    from index.results import Match
    from tui.article.addresses import Address
    from tui.article.markup import Markup

# From so many code points on, more is found out about a text only after it is on the screen.
LONG_TEXT = 100_000
MARKDOWN = "markdown/"


# Its own short repr: Textual writes that of what a worker is given into the worker's description.
@dataclass(frozen=True, repr=False)
class Document:
    """One article with what has been found out so far.

    `shown` is the text as it may reach a terminal; offsets are those of the article's text.
    `metadata` and `analysis` are None until they are known. `matches` are those of the last search
    or find, in the order of the text. Layers are made with what they show, not when it is painted:
    that may be in a thread. `problems` are those of the article and of its sidecar. `links` says
    in safe words the links of annotations, by id: those they hold, then those that lead to them.
    `markup` says how Markdown is shown, `reflow` which lines were one paragraph; both may be None.
    `difference_layer` marks what differs from another text, where one is laid beside it.
    """

    article: Article
    shown: str
    metadata: Metadata | None = None
    analysis: Analysis | None = None
    analysis_layers: tuple[Layer, ...] = ()
    placed: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matches: Sequence[Match] = ()
    annotation_layer: Layer = EMPTY
    match_layer: Layer = EMPTY
    difference_layer: Layer = EMPTY
    markup: Markup | None = None
    reflow: Reflow | None = None

    @classmethod
    def of(cls, article: Article) -> Document:
        """Return the document of an article of which only the text is known yet."""
        shown = safe(article.text)
        known = len(shown) < LONG_TEXT and not article.reader.startswith(MARKDOWN)
        return cls(article, shown, reflow=reflow_of(shown) if known else None)

    def __repr__(self) -> str:
        """Name the article; its text never gets into a log."""
        return f"Document({self.article.name!r})"

    def same_article(self, other: Document | None) -> bool:
        """Say whether both show the same text of the same article."""
        return (
            other is not None
            and self.article.file == other.article.file
            and self.article.sha256 == other.article.sha256
        )

    @cached_property
    def line_count(self) -> int:
        """How many lines the text has: there are no more paragraphs."""
        return self.shown.count("\n") + 1

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; none before the analysis."""
        return self.analysis.sentences if self.analysis else ()

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs; none before the analysis."""
        return self.analysis.paragraphs if self.analysis else ()

    @cached_property
    def annotated(self) -> tuple[tuple[Span, Placed], ...]:
        """The annotations that have a place, in the order of the text."""
        found = [(placed.span, placed) for placed in self.placed if placed.span is not None]
        return tuple(sorted(found, key=lambda pair: (pair[0].start, pair[0].end)))

    @cached_property
    def contents(self) -> tuple[Span, ...]:
        """What is said, statement by statement, in the order of the text."""
        return tuple(s.content for s in self.analysis.statements) if self.analysis else ()

    @property
    def homeless(self) -> tuple[Placed, ...]:
        """The annotations of a passage that was not found at one place: lost or ambiguous."""
        return tuple(
            one for one in self.placed if one.span is None and one.annotation.quote is not None
        )

    def annotations_at(self, offset: int) -> tuple[Placed, ...]:
        """Return the annotations whose span holds `offset`, the shortest first.

        Of equal ones those of the reader come before those of others.
        """
        here = [pair for pair in self.annotated if pair[0].covers(offset)]
        ranked = sorted(here, key=lambda pair: (pair[0].end - pair[0].start, not pair[1].mine))
        return tuple(placed for _, placed in ranked)

    @cached_property
    def _entities(self) -> tuple[Mention, ...]:
        """The mentions that are marked in the text: furniture has none."""
        return self.analysis.body_mentions if self.analysis else ()

    @cached_property
    def _numbers(self) -> tuple[Quantity, ...]:
        """The quantities that are marked in the text: furniture has none."""
        return self.analysis.body_quantities if self.analysis else ()

    def targets(self, kind: str) -> Sequence[Span]:
        """Return the spans that a jump goes to: entity, number, statement, annotation or match."""
        if kind == "match":
            return self.matches
        if kind == "annotation":
            return tuple(span for span, _ in self.annotated)
        if self.analysis is None:
            return ()
        if kind == "statement":
            return self.contents
        return self._entities if kind == "entity" else self._numbers

    @property
    def is_long(self) -> bool:
        """Whether it takes so long to find out about it that nobody waits for that."""
        return len(self.shown) >= LONG_TEXT

    def knows(self, kind: str) -> bool:
        """Say whether the targets of a kind are known by now."""
        described = kind == "annotation" and self.metadata is not None
        return kind == "match" or described or self.analysis is not None

    def jump(self, kind: str, offset: int, count: int) -> int | None:
        """Return the start of the `count`th target after (before, if negative) `offset`.

        Fewer targets than that: the last one. None where there is none in that direction.
        """
        targets, place = self.targets(kind), None
        for _ in range(abs(count)):
            here = offset if place is None else place
            step = next_unit(targets, here) if count > 0 else previous_unit(targets, here)
            if step is None:
                break
            place = step
        return place

    def match_number(self, offset: int) -> int:
        """Return how many matches begin at `offset` or before it: the number of the one there."""
        return bisect_right(self.matches, offset, key=lambda match: match.start)

    def with_form(self) -> Document:
        """Return the document with what its lines are: Markdown, or paragraphs broken into lines.

        Takes up to a second.
        """
        if self.article.reader.startswith(MARKDOWN):
            from tui.article.markup import markup_of

            return replace(self, markup=markup_of(self.shown))
        return replace(self, reflow=reflow_of(self.shown))

    def with_form_of(self, other: Document) -> Document:
        """Return the document with what the lines of another are."""
        return replace(self, markup=other.markup, reflow=other.reflow)

    @property
    def is_formed(self) -> bool:
        """Whether it is known what the lines are."""
        return self.reflow is not None or self.markup is not None

    def with_metadata(self, metadata: Metadata) -> Document:
        """Return the document with its metadata."""
        return replace(self, metadata=metadata)

    def with_analysis(self, analysis: Analysis) -> Document:
        """Return the document with its analysis, and the layers that show it."""
        return replace(self, analysis=analysis, analysis_layers=layers_of(analysis))

    def with_first_layers(self, layers: tuple[Layer, ...]) -> Document:
        """Return the document with layers to show until its analysis is known."""
        return self if self.analysis is not None else replace(self, analysis_layers=layers)

    def with_analysis_of(self, other: Document) -> Document:
        """Return the document with the analysis and the layers of another, and its metadata."""
        metadata = other.analysis.metadata if other.analysis is not None else self.metadata
        return replace(
            self,
            metadata=metadata,
            analysis=other.analysis,
            analysis_layers=other.analysis_layers,
        )

    def with_annotations(
        self,
        placed: tuple[Placed, ...],
        problems: tuple[Problem, ...],
        links: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Document:
        """Return the document with other annotations, styled by kind."""
        layer = Layer(
            StyledSpan(
                there.span.start,
                there.span.end,
                f"{'annotation' if there.mine else 'theirs'}-{there.annotation.kind}",
            )
            for there in placed
            if there.span is not None
        )
        return replace(
            self, placed=placed, problems=problems, annotation_layer=layer, links=links or {}
        )

    def with_matches(self, matches: Iterable[Match]) -> Document:
        """Return the document with other matches, exact ones styled apart from other spellings."""
        from tui.article.match_list import MatchList

        found = matches if isinstance(matches, MatchList) else MatchList(matches)
        return replace(self, matches=found, match_layer=found.layer())

    def with_matches_of(self, other: Document) -> Document:
        """Return the document with the matches and their layer of another."""
        return replace(self, matches=other.matches, match_layer=other.match_layer)

    def with_differences(self, layer: Layer) -> Document:
        """Return the document with marks of what differs from another text."""
        return replace(self, difference_layer=layer)

    @property
    def furniture_layer(self) -> Layer:
        """Furniture."""
        return self.analysis_layers[0] if self.analysis_layers else EMPTY

    @cached_property
    def statement_layer(self) -> Layer:
        """What is said."""
        return Layer(StyledSpan(said.start, said.end, "statement") for said in self.contents)

    def thing_at(self, offset: int) -> Mention | Quantity | None:
        """Return the mention at `offset`, else the quantity there; None before the analysis."""
        if self.analysis is None:
            return None
        mention = unit_at(self.analysis.mentions, offset)
        if mention is not None and mention.covers(offset):
            return mention
        quantity = unit_at(self.analysis.quantities, offset)
        return quantity if quantity is not None and quantity.covers(offset) else None

    def address_at(self, offset: int) -> Address | None:
        """Return what is linked at `offset`: by Markdown, else a web address as it stands there."""
        links = self.markup.links if self.markup is not None else ()
        linked = unit_at(links, offset)
        if linked is not None and linked.covers(offset):
            return linked
        from tui.article.addresses import address_at

        return address_at(self.shown, offset)

    def name_at(self, offset: int) -> Span | None:
        """Return the mention at `offset`, or else the word; None on signs that are no word."""
        if self.analysis is not None:
            mention = unit_at(self.analysis.mentions, offset)
            if mention is not None and mention.covers(offset):
                return mention
        word = word_at(self.shown, offset)
        return word if word and any(map(str.isalnum, word.cut(self.shown))) else None


def layers_of(analysis: Analysis) -> tuple[Layer, ...]:
    """Return the layers of furniture, entities and quantities, lowest first."""
    from corpus.time_kinds import TIME_KINDS

    furniture = Layer(StyledSpan(f.start, f.end, "furniture") for f in analysis.furniture)
    entities = Layer(
        StyledSpan(mention.start, mention.end, mention.type.lower())
        for mention in analysis.body_mentions
    )
    quantities = Layer(
        StyledSpan(q.start, q.end, "date" if q.kind in TIME_KINDS else "quantity")
        for q in analysis.body_quantities
    )
    return furniture, entities, quantities
