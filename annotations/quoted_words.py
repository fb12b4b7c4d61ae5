"""The very words of an annotation, wherever they stand, whatever their typography is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from annotations.placed import Placed
from annotations.searching import Anchor, SearchedText
from annotations.surroundings import ENOUGH, FULL, Agreement, Side, common_end, common_start
from corpus.span import Span

CLEAR_LEAD = 6
"""So many code points more of the surroundings agree at the one place than at the next."""

_MOST_CANDIDATES = 10
MANY_WORDS = 5, 25
"""How many words, of how many letters, a passage has that is known by itself."""

_SOME_WORDS = 3, 15  # that are enough where they stand once
_DIGIT_GROUP = re.compile(r"[.,’'   ]?[0-9]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand, and how far its surroundings agree.

    `pieces` are the first and the end of the pieces there, None where they end inside a piece.
    """

    span: Span
    agreement: Agreement
    pieces: tuple[int, int] | None


def at_the_place(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The very words at the very place: the definition of "ok"."""
    if anchor.at.cut(searched.text) == anchor.quote:
        return Placed(anchor.annotation, "ok", anchor.at)
    return None


def in_their_surroundings(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The words elsewhere, with the surroundings that they had on both sides."""
    if twice := _with_all_their_surroundings(anchor, searched):
        return Placed(anchor.annotation, "ambiguous", None, _spans(anchor, twice))
    starts, complete = searched.starts(anchor.quote)
    if not complete or not searched.may_look_at(len(starts)):
        length, at = len(anchor.quote), bisect_left(starts, anchor.at.start)
        near = (Span(start, start + length) for start in starts[max(0, at - 5) : at + 5])
        return Placed(anchor.annotation, "ambiguous", None, tuple(near))
    found = hits(anchor, searched)
    if anchor.surroundings.known:
        found = [hit for hit in found if hit.agreement.both(FULL)]
    return _chosen(anchor, searched, found)


def _with_all_their_surroundings(anchor: Anchor, searched: SearchedText) -> list[Hit]:
    """Give the nearest places with all that is known around the words; none of fewer than two.

    Where there are two, no other place can lead them: a text that says the same again and again is
    not gone through for each annotation of it.
    """
    around, quote, text = anchor.surroundings, anchor.pieces, searched.pieces
    before, after = around.words_before, around.words_after
    if not len(quote) or not before or not after:
        return []
    at = bisect_left(text.starts, anchor.at.start) - len(before)
    found = []
    for run in searched.runs_near([*before, *quote.forms, *after], at, _MOST_CANDIDATES):
        first = run + len(before)
        hit = _hit(anchor, searched, first, first + len(quote))
        if hit.agreement.is_complete and (
            quote.has_break(0, len(quote)) or not text.has_break(first, first + len(quote))
        ):
            found.append(hit)
    return found if len(found) > 1 else []


def between_neighbours(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The words with something of the surroundings that they had on both sides."""
    found = hits(anchor, searched)
    return _chosen(anchor, searched, [hit for hit in found if hit.agreement.both(ENOUGH)])


def beside_a_neighbour(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """The words where one side of the surroundings is what it was."""
    far = ENOUGH if is_distinctive(anchor) else FULL
    return _chosen(
        anchor, searched, [hit for hit in hits(anchor, searched) if hit.agreement.one(far)]
    )


def alone(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """Words that are many enough to be known anywhere, fewer where they stand once."""
    found = hits(anchor, searched)
    known = is_distinctive(anchor) or (len(found) == 1 and is_distinctive(anchor, _SOME_WORDS))
    return _chosen(anchor, searched, found) if known else None


def lost(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """What is found nowhere; of a few words the places are told where others wrote the same."""
    return Placed(anchor.annotation, "lost", None, _spans(anchor, hits(anchor, searched)))


def is_distinctive(anchor: Anchor, least: tuple[int, int] = MANY_WORDS) -> bool:
    """Whether the words are so many that they do not stand in two places by chance."""
    words = [form for form in anchor.pieces.forms if form[0].isalnum()]
    return len(words) >= least[0] and sum(map(len, words)) >= least[1]


def clear_lead(ranked: Sequence[int]) -> bool:
    """Whether the first of numbers, the greatest first, leads the second clearly."""
    return len(ranked) < 2 or ranked[0] >= ranked[1] + CLEAR_LEAD


def _chosen(anchor: Anchor, searched: SearchedText, found: list[Hit]) -> Placed | None:
    """Choose the hit that leads the others, or say that it is ambiguous; None without any."""
    if not found:
        return None
    ranked = _ranked(anchor, found)
    if not clear_lead([hit.agreement.total for hit in ranked]):
        spans = _spans(anchor, hits(anchor, searched))
        return Placed(anchor.annotation, "ambiguous", None, spans)
    turned = _is_turned(anchor, searched, ranked[0])
    return Placed(anchor.annotation, "changed" if turned else "moved", ranked[0].span)


def _is_turned(anchor: Anchor, searched: SearchedText, hit: Hit) -> bool:
    around = anchor.surroundings
    return around.known and hit.pieces is not None and around.turned(searched.pieces, *hit.pieces)


def _spans(anchor: Anchor, found: list[Hit]) -> tuple[Span, ...]:
    return tuple(hit.span for hit in _ranked(anchor, found)[:_MOST_CANDIDATES])


def _ranked(anchor: Anchor, found: list[Hit]) -> list[Hit]:
    return sorted(
        found, key=lambda hit: (-hit.agreement.total, abs(hit.span.start - anchor.at.start))
    )


def hits(anchor: Anchor, searched: SearchedText) -> list[Hit]:
    """Give every place where the words stand at word bounds, in any typography."""
    if anchor.hits is None:
        anchor.hits = list(_all_hits(anchor, searched).values())
    return anchor.hits


def _all_hits(anchor: Anchor, searched: SearchedText) -> dict[int, Hit]:
    """Give the hits by where they start: as pieces in a row, and where the quote cuts a piece."""
    text, quote, length = searched.pieces, anchor.pieces, len(anchor.quote)
    found: dict[int, Hit] = {}
    inner = quote.has_break(0, len(quote)) if len(quote) else False
    for first in searched.runs(quote.forms):
        end = first + len(quote)
        if inner or not text.has_break(first, end):
            found[text.starts[first]] = _hit(anchor, searched, first, end)
    for start in searched.starts(anchor.quote)[0]:
        if start in found:
            continue
        span = Span(start, start + length)
        if _at_word_bounds(anchor, searched.text, span):
            first, end = text.covered(span)
            if first < end and text.span(first, end) == span:
                found[start] = _hit(anchor, searched, first, end)
            else:
                agreement = _agreement_of_letters(anchor, searched.text, span)
                found[start] = Hit(span, agreement, None)
    return found


def _hit(anchor: Anchor, searched: SearchedText, first: int, end: int) -> Hit:
    text = searched.pieces
    return Hit(text.span(first, end), anchor.surroundings.agreement(text, first, end), (first, end))


def _agreement_of_letters(anchor: Anchor, text: str, span: Span) -> Agreement:
    """Compare letter by letter, for words that began or ended inside a word."""
    kept_before, kept_after = anchor.before.casefold(), anchor.after.casefold()
    left = text[max(0, span.start - len(anchor.before)) : span.start].casefold()
    right = text[span.end : span.end + len(anchor.after)].casefold()
    at_start = anchor.at.start == span.start == 0
    return Agreement(
        Side(common_end(kept_before, left), len(kept_before), at_start),
        Side(common_start(kept_after, right), len(kept_after), span.end == len(text)),
    )


def _at_word_bounds(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether no word or figure goes on beyond the span, unless it did when the quote was made."""
    quote = anchor.quote
    goes_on_before = _joined(text[max(0, span.start - 2) : span.start], quote)
    goes_on_after = _joined(quote, text[span.end : span.end + 2])
    return not (goes_on_before and not _joined(anchor.before[-2:], quote)) and not (
        goes_on_after and not _joined(quote, anchor.after[:2])
    )


def _joined(left: str, right: str) -> bool:
    """Whether the last word of `left` goes on in `right`; `1,600` is one figure with `,600`."""
    if not left or not right:
        return False
    if left[-1].isalnum() and right[0].isalnum():
        return True
    if left[-1].isdigit():
        return _DIGIT_GROUP.match(right) is not None
    return right[0].isdigit() and len(left) > 1 and left[-2].isdigit() and left[-1] in ".,’'"
