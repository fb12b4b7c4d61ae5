"""What a reader writes about a span, as docs/contracts.md names it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corpus.span import Span
    from corpus.yaml_text import YamlValue

Kind = Literal["highlight", "note", "claim"]
Number = int | float

SYMMETRIC_LINKS = frozenset(
    {
        "contradicts",
        "repeats",
        "agrees",
        "looks-alike",
        "incomparable",
        "differs-in-time",
        "differs-in-place",
        "differs-in-measure",
    }
)
DIRECTED_LINKS = frozenset({"supports", "updates", "refines", "part-of", "quotes"})
LINK_TYPES = SYMMETRIC_LINKS | DIRECTED_LINKS

# Crockford's base32 in lower case: no letter that is taken for a figure (i, l, o) and no u.
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 10


@dataclass(frozen=True, slots=True)
class When:
    """When what is claimed happened: the words of the text, and an ISO 8601 date or interval."""

    said: str | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimQuantity:
    """The figure of a claim: `value`, or a range `min` to `max`, and `of` what is counted.

    `bound` is over, at-least, under or at-most, as for the quantities of the text. `said` are the
    words of the reader where the other keys do not hold all of them.
    """

    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    bound: str | None = None
    unit: str | None = None
    of: str | None = None
    approximate: bool = False
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what about how much, where and when.

    `fields` holds the codebook's own fields: each value is a string, None, or lists and mappings
    of them, as the YAML has it.
    """

    speaker: str | None = None
    via: str | None = None
    cue: str | None = None
    subject: str | None = None
    measure: str | None = None
    quantity: ClaimQuantity | None = None
    place: str | None = None
    when: When | None = None
    confidence: str | None = None
    verdict: str | None = None
    fields: Mapping[str, YamlValue] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A typed arrow to the annotation `to`; stored once, at its origin."""

    to: str
    type: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the reader wrote about a span, or about the whole article.

    `quote` is the words of the span `at` when it was made, in code points of the article's text;
    both are None for a note on the whole article. `before` and `after` are up to 24 code points
    of context. `made` and `edited` are UTC times in ISO 8601 with `Z`.
    """

    id: str
    quote: str | None = None
    at: Span | None = None
    part: str | None = None
    before: str = ""
    after: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    claim: Claim | None = None
    links: tuple[Link, ...] = ()
    by: str | None = None
    made: str | None = None
    edited: str | None = None

    @property
    def kind(self) -> Kind:
        """Tell what it is by what it holds."""
        if self.claim is not None:
            return "claim"
        return "note" if self.note else "highlight"


def new_id() -> str:
    """Draw an annotation id: `a-` and 10 characters of base32, 50 random bits."""
    return "a-" + "".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))


def now() -> str:
    """Give the time in UTC, ISO 8601 to the second, with `Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
