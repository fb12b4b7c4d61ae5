"""What is known about an article: plain data with offsets, in the words of docs/contracts.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.span import Span

Certainty = Literal["certain", "likely", "guess"]
EntityType = Literal["PERSON", "ORG", "PLACE", "NORP"]
AliasKind = Literal[
    "defined", "acronym", "full name", "surname", "listed", "legal form", "province"
]
QuantityKind = Literal[
    "count",
    "fraction",
    "percent",
    "money",
    "dimension",
    "age",
    "ordinal",
    "duration",
    "date",
    "time",
]
Bound = Literal["over", "at-least", "under", "at-most"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Value:
    """A piece of metadata with its evidence.

    `evidence` is the span it was read from, or the name of the source outside the text:
    "front matter", "file name", "postil.yaml", "html meta" or "learned".
    """

    value: str
    certainty: Certainty
    evidence: Span | str


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, outlet, author, published date and place of the dateline; None is unknown.

    `published` is an ISO 8601 date (`2019-11-10`, or partial: `2019-11`). `earliest` and `latest`
    are the days that bound it where the text proves bounds only. `language` is an ISO 639-1 code.
    """

    title: Value | None = None
    outlet: Value | None = None
    author: Value | None = None
    published: Value | None = None
    dateline: Value | None = None
    earliest: Value | None = None
    latest: Value | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture(Span):
    """Whole lines that are not the article, without their line end."""

    kind: str


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A span that names an entity.

    `entity` is the id `type:slug-of-its-canonical-name`, `name` the canonical name. `title_span` is
    the title kept apart ("Gen.", "President"), where there is one.
    """

    text: str
    type: EntityType
    entity: str
    name: str
    title_span: Span | None = None
    in_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Alias(Span):
    """Two names that are one thing in this article, and the words that show it.

    `kind` is the rule: "defined" by the text ("also known as"), "acronym" of the other, "full name"
    with or without its middle, "surname" of the full name, one name in a "listed" country or
    organisation, a company without its "legal form", a "province" without that word. `entity` is
    the id of both in this article.
    """

    kind: AliasKind
    name: str
    other: str
    entity: str


@dataclass(frozen=True, slots=True)
class Counted(Span):
    """What is counted ("ISIS-K fighters"); `group` is the noun that it is compared under."""

    text: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A span that states a number.

    A single figure has `value`, a range `min` and `max`. `bound` "over" is exclusive, "at-least"
    inclusive; the words of the bound lie outside the span. `iso` is a date or interval where it is
    certain, `basis` what a relative date was resolved against.
    """

    text: str
    kind: QuantityKind
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    bound: Bound | None = None
    approximate: bool = False
    unit: str | None = None
    of: Counted | None = None
    iso: str | None = None
    basis: str | None = None
    in_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something.

    `name` is the entity's canonical name, else the words that name the speaker ("officials"), of
    which `start` and `end` say where they stand: "he" where the text has "he said". `entity` is
    None where it is not certain who it is.
    """

    name: str
    entity: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """A span in which somebody says something: its content, and its cue and speaker beside it.

    `content` of a `direct` statement lies inside its quotation marks, or behind the speaker's name
    and a colon, which is its cue. `cue` is None for a quotation that goes on without one, and may
    lie before the span. `via` is whoever passes it on.
    """

    speaker: Speaker | None
    via: str | None
    cue: Span | None
    content: Span
    direct: bool


@dataclass(frozen=True, slots=True)
class Foreign(Span):
    """A paragraph in another language than English: no names and no statements are read there.

    `language` is an ISO 639-1 code; "und" is a language that is not known.
    """

    language: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found in one article, each tuple in the order of the text.

    `paragraphs` and `sentences` cover the text's words; white space between them belongs to none.
    """

    metadata: Metadata
    furniture: tuple[Furniture, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    aliases: tuple[Alias, ...] = ()
    statements: tuple[Statement, ...] = ()
    foreign: tuple[Foreign, ...] = ()

    @property
    def body_mentions(self) -> tuple[Mention, ...]:
        """The mentions in the article itself: those in furniture are left out."""
        return tuple(mention for mention in self.mentions if not mention.in_furniture)

    @property
    def body_quantities(self) -> tuple[Quantity, ...]:
        """The quantities in the article itself: those in furniture are left out."""
        return tuple(quantity for quantity in self.quantities if not quantity.in_furniture)
