"""An article as plain text to be read aloud, or by a braille line: sentences or paragraphs, a line
each, with nothing between them that is only there to be seen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.safe_text import BREAK_SIGN, safe

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from corpus.span import Span
    from tui.article.addresses import Address

_QUOTE = 80  # code points of a quote that are enough to know what a note is on


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read of an article: its text, where its paragraphs and sentences stand in it, what of
    it is furniture, and what the reader wrote.

    `links` say by id what each annotation is linked with, `addresses` where the words of the text
    are linked to, in their order.
    """

    text: str
    paragraphs: Sequence[Span]
    sentences: Sequence[Span]
    left_out: Sequence[Span] = ()
    placed: Sequence[Placed] = ()
    links: Mapping[str, Sequence[str]] = field(default_factory=dict)
    addresses: Sequence[Address] = ()


def spoken(text: str) -> str:
    """Return a text on one line, without any character that is no sign or letter to be read.

    Controls, bidi marks, zero-width characters, those of private use and their like are left out,
    white space becomes one blank.
    """
    kept = (_said(letter, sign) for letter, sign in zip(text, safe(text), strict=True))
    return " ".join("".join(kept).split())


def _said(letter: str, sign: str) -> str:
    """Return what is read of a character, which `sign` stands for on the screen."""
    if letter == "\n" or (sign in (" ", BREAK_SIGN) and letter != BREAK_SIGN):
        return " "
    return letter if letter == sign and unicodedata.category(letter) != "Co" else ""


def plain_lines(reading: Reading, *, by_sentence: bool) -> Iterator[str]:
    """Yield the lines of an article, an empty one after each paragraph.

    A note follows the sentence or the paragraph in which its words end; what stands nowhere now, or
    on the whole article, comes last.
    """
    waiting = sorted(
        (placed for placed in reading.placed if placed.span is not None),
        key=lambda placed: placed.span.end if placed.span else 0,
    )
    for paragraph in reading.paragraphs:
        if _covered(paragraph, reading.left_out):
            continue
        units = [one for one in reading.sentences if paragraph.covers(one.start)]
        wrote = False
        for unit in units if by_sentence and units else (paragraph,):
            if words := spoken(_without(reading, unit)):
                wrote = True
                yield words
                yield from _address_lines(reading, unit)
            while waiting and waiting[0].span is not None and waiting[0].span.end <= unit.end:
                yield from _note_lines(waiting.pop(0), reading.links)
        if wrote:
            yield ""
    rest = [*waiting, *(placed for placed in reading.placed if placed.span is None)]
    for placed in rest:
        yield from _note_lines(placed, reading.links)
    if rest:
        yield ""


def _covered(span: Span, others: Sequence[Span]) -> bool:
    """Say whether one of the others covers a span whole."""
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _without(reading: Reading, unit: Span) -> str:
    """Return the words of a unit without the lines that are left out."""
    pieces, at = [], unit.start
    for other in sorted(reading.left_out, key=lambda one: one.start):
        if other.end > at and other.start < unit.end:
            pieces.append(reading.text[at : max(at, other.start)])
            at = max(at, min(other.end, unit.end))
    pieces.append(reading.text[at : unit.end])
    return "".join(pieces)


def _address_lines(reading: Reading, unit: Span) -> Iterator[str]:
    """Yield where the words of a unit lead that are linked."""
    for address in reading.addresses:
        if unit.covers(address.start):
            target = spoken(address.target)
            words = spoken(address.cut(reading.text))
            yield f"[Link “{words}”: {target}]" if words != target else f"[Link: {target}]"


def _note_lines(placed: Placed, links: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what the reader wrote, as sentences that tell what it is."""
    from annotations.exchange.report import claim_facts

    annotation = placed.annotation
    quote = spoken(annotation.quote or "")
    if len(quote) > _QUOTE:
        quote = quote[:_QUOTE].rsplit(" ", 1)[0] + " …"
    what = {"highlight": "Highlighted", "note": "Note", "claim": "Claim"}[annotation.kind]
    on = f" on “{quote}”" if quote else " on the whole article"
    state = "" if placed.state == "ok" else f" ({placed.state})"
    by = f", by {spoken(placed.reader)}" if placed.reader and not placed.mine else ""
    words = spoken(annotation.note or "")
    yield f"[{what}{on}{state}{by}{': ' if words else ''}{words}]"
    if annotation.tags:
        yield f"[Tags: {', '.join(map(spoken, annotation.tags))}]"
    if annotation.claim is not None:
        for name, value in claim_facts(annotation.claim):
            yield f"[{spoken(name)}: {spoken(value)}]"
    for words in links.get(annotation.id, ()):
        yield f"[Linked: {spoken(words)}]"
