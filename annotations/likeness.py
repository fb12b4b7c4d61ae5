"""Words that are like those of an annotation: where they were edited, and what stands there now.

A place is voted for by the rarer words of the quote, aligned word by word, and cut to where the
quote begins and ends. What is found here is never the same words, and so always "changed".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotations.placed import Placed
from annotations.quoted_words import clear_lead, hits, is_distinctive
from annotations.surroundings import ENOUGH, FULL
from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from annotations.pieces import Pieces
    from annotations.searching import Anchor, SearchedText
    from annotations.surroundings import Agreement

# How much of both passages is the same, by the letters of their words.
_SHARE_IN_PLACE = 0.35  # in the very surroundings
_SHARE_BETWEEN = 0.5  # between both neighbours
_SHARE_BESIDE = 0.7  # beside one of them, and for a few words
_SHARE_OF_FEW = 0.85
_SHARE_ALONE = 0.85  # far from both
_EVEN = 0.1  # two places whose shares differ by less are as good as each other

_MOST_VOTERS = 40  # words of a quote that vote, the rarest first
_MOST_VOTES = 400  # for all places together
_MOST_PLACES = 4  # that are aligned
_ALIGNED_AT_ONCE = 6_400  # pairs of pieces whose aligning costs as much as to look at a place
_BUCKET = 4  # pieces by which votes for one place may differ
_GAP_PRICE = 1.5  # letters that a piece between two runs of the same words costs
_MOST_LETTERS = 8  # of a word that count
_LIKE_LETTERS = 60  # percent of the letters of two passages, one edited to the other
_OTHER_CASE = 0.5  # what a word in other case counts
_NEAR = 12  # code points beside a place in which a line ends
_FEW = 4  # pieces: so few are known by what stands around them
_NUMBER_WORDS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
    thousand thousands million several few many twenty thirty forty fifty sixty seventy eighty
    ninety scores half no none a
    """
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The pieces `[first, end)` of a text, the share they have with a quote, from 0 to 1."""

    first: int
    end: int
    share: float
    agreement: Agreement


def in_their_surroundings(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """Words like the quote, with the surroundings that it had on both sides."""
    found = likenesses(anchor, searched)
    return _chosen(anchor, searched, [one for one in found if one.agreement.both(FULL)])


def between_neighbours(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """Words like the quote, with something of the surroundings that it had on both sides."""
    found = [
        one
        for one in likenesses(anchor, searched)
        if one.agreement.both(ENOUGH)
        and one.share >= _SHARE_BETWEEN
        and _names_the_same(anchor, searched, one)
    ]
    return _chosen(anchor, searched, found)


def beside_a_neighbour(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """Words much like the quote, where one side of its surroundings is what it was."""
    few = not is_distinctive(anchor)
    found = [
        one
        for one in likenesses(anchor, searched)
        if (one.agreement.one(FULL) and one.share >= _SHARE_BESIDE)
        or (one.agreement.one(ENOUGH) and one.share >= (_SHARE_OF_FEW if few else _SHARE_BESIDE))
    ]
    return _chosen(anchor, searched, [one for one in found if _lost_a_side(anchor, searched, one)])


def alone(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """Words so much like a long quote that they are the same passage anywhere."""
    if not is_distinctive(anchor):
        return None
    found = [
        one
        for one in likenesses(anchor, searched)
        if one.share >= _SHARE_ALONE and _names_the_same(anchor, searched, one)
    ]
    return _chosen(anchor, searched, found)


def in_their_gap(anchor: Anchor, searched: SearchedText) -> Placed | None:
    """What stands between what stood before the quote and what stood after it."""
    gaps = [gap for gap in _gaps(anchor, searched) if _could_stand_for(anchor, searched, *gap)]
    text = searched.pieces
    if not gaps:
        return None
    if len(gaps) > 1:
        spans = sorted(
            (text.span(*gap) for gap in gaps), key=lambda span: abs(span.start - anchor.at.start)
        )
        return Placed(anchor.annotation, "ambiguous", None, tuple(spans[:10]))
    return Placed(anchor.annotation, "changed", text.span(*gaps[0]))


def likenesses(anchor: Anchor, searched: SearchedText) -> list[Likeness]:
    """Give the places that are most like the quote."""
    if anchor.alike is None:
        quote, text = anchor.pieces, searched.pieces
        found: dict[tuple[int, int], Likeness] = {}
        for first, end in _windows(quote, searched):
            if not searched.may_look_at(len(quote) * (end - first) // _ALIGNED_AT_ONCE):
                break
            one = _aligned(anchor, text, first, end)
            if one is not None and one.share >= _SHARE_IN_PLACE:
                found[one.first, one.end] = one
        anchor.alike = [one for one in found.values() if not _holds_quote(anchor, searched, one)]
    return anchor.alike


def _holds_quote(anchor: Anchor, searched: SearchedText, one: Likeness) -> bool:
    """Whether the words themselves stand there, with more beside them that is none of them."""
    span = searched.pieces.span(one.first, one.end)
    held = any(
        span.start <= hit.span.start and hit.span.end <= span.end for hit in hits(anchor, searched)
    )
    return held and (one.share == 1 or len(anchor.pieces) >= _FEW)


def _names_the_same(anchor: Anchor, searched: SearchedText, one: Likeness) -> bool:
    """Whether every figure and every capitalised word of the quote stands there, too."""
    telling = {form for form in anchor.pieces.forms if form[0].isdigit() or form[0].isupper()}
    return telling <= {*searched.pieces.forms[one.first : one.end]}


def _lost_a_side(anchor: Anchor, searched: SearchedText, one: Likeness) -> bool:
    """Whether the side that does not agree is where neighbours come and go: at the end of a line.

    In the middle of a line, other words beside other words are another sentence of the same kind,
    of which reports are full.
    """
    span = searched.pieces.span(one.first, one.end)
    if not one.agreement.before.reaches(ENOUGH):
        return _ends_line(anchor.before) and _ends_line(
            searched.text[max(0, span.start - _NEAR) : span.start]
        )
    if not one.agreement.after.reaches(ENOUGH):
        return _begins_line(anchor.after) and _begins_line(
            searched.text[span.end : span.end + _NEAR]
        )
    return True


def _ends_line(text: str) -> bool:
    return not text.strip() or "\n" in text[len(text.rstrip()) :]


def _begins_line(text: str) -> bool:
    return not text.strip() or "\n" in text[: len(text) - len(text.lstrip())]


def _chosen(anchor: Anchor, searched: SearchedText, found: list[Likeness]) -> Placed | None:
    text = searched.pieces
    ranked: list[Likeness] = []
    for one in sorted(found, key=lambda one: (-one.agreement.total, -one.share)):
        # Two ways to cut one place are one place.
        if all(one.end <= other.first or other.end <= one.first for other in ranked):
            ranked.append(one)
    if not ranked:
        return None
    best, *others = ranked
    rivals = [one for one in others if one.share > best.share - _EVEN]
    if not clear_lead([best.agreement.total, *(one.agreement.total for one in rivals)]):
        spans = tuple(text.span(one.first, one.end) for one in (best, *rivals))
        return Placed(anchor.annotation, "ambiguous", None, spans)
    return Placed(anchor.annotation, "changed", text.span(best.first, best.end))


def _windows(quote: Pieces, searched: SearchedText) -> Iterator[tuple[int, int]]:
    """Give the stretches of the text that the rarer words of the quote point to, the best first.

    A stretch stays within one paragraph where the quote does.
    """
    text = searched.pieces
    length = len(quote)
    one_paragraph = length and not quote.has_break(0, length)
    voters = sorted(
        (len(places), number)
        for number, form in enumerate(quote.folded)
        if form[0].isalnum() and (places := text.postings.get(form))
    )
    votes: dict[tuple[int, int], float] = {}
    left = _MOST_VOTES
    for count, number in voters[:_MOST_VOTERS]:
        left -= count
        if left < 0:
            break
        for at in text.postings[quote.folded[number]]:
            paragraph = bisect_right(text.breaks, at) if one_paragraph else 0
            bucket = (at - number) // _BUCKET
            for near in (bucket, bucket + 1):
                votes[paragraph, near] = votes.get((paragraph, near), 0.0) + 1 / count
    slack = _BUCKET + length // 2
    chosen: list[tuple[int, int]] = []
    for paragraph, bucket in sorted(votes, key=lambda key: (-votes[key], key)):
        if any(paragraph == other[0] and abs(bucket - other[1]) < 2 for other in chosen):
            continue
        chosen.append((paragraph, bucket))
        if len(chosen) > _MOST_PLACES:
            return
        first, end = bucket * _BUCKET - slack, bucket * _BUCKET + length + slack
        if one_paragraph:
            begins = text.breaks[paragraph - 1] if paragraph else 0
            ends = text.breaks[paragraph] if paragraph < len(text.breaks) else len(text)
            first, end = max(first, begins), min(end, ends)
        first, end = max(first, 0), min(end, len(text))
        if first < end:
            yield first, end


def _aligned(anchor: Anchor, text: Pieces, first: int, end: int) -> Likeness | None:
    """Align the quote with a stretch of the text, and cut that to where the quote is."""
    from rapidfuzz.distance import Indel

    quote = anchor.pieces
    codes = text.coded(quote.folded)
    blocks = [
        (op.src_start, op.dest_start + first, op.src_end - op.src_start)
        for op in Indel.opcodes(codes, text.codes[first:end])
        if op.tag == "equal"
    ]
    blocks = _best_run(blocks, text)
    if not blocks:
        return None
    missing = blocks[0][0]
    begins = _begin(anchor, text, blocks[0][1], missing, first)
    missing = len(quote) - blocks[-1][0] - blocks[-1][2]
    ends = _end(anchor, text, blocks[-1][1] + blocks[-1][2], missing, end)
    same = sum(
        _weight(form) * (1.0 if form == quote.forms[was + number] else _OTHER_CASE)
        for was, at, size in blocks
        for number, form in enumerate(text.forms[at : at + size])
    )
    both = _letters(quote.folded) + _letters(text.folded[begins:ends])
    agreement = anchor.surroundings.agreement(text, begins, ends)
    return Likeness(begins, ends, 2 * same / both, agreement)


def _best_run(blocks: list[tuple[int, int, int]], text: Pieces) -> list[tuple[int, int, int]]:
    """Take the run of blocks that belongs together: a stray word far off is no part of it."""
    best, best_from, best_to = 0.0, 0, 0
    score, since = 0.0, 0
    for number, (_, at, size) in enumerate(blocks):
        if number:
            gap = at - blocks[number - 1][1] - blocks[number - 1][2]
            score -= gap * _GAP_PRICE
        if score <= 0:
            score, since = 0.0, number
        score += _letters(text.folded[at : at + size])
        if score > best:
            best, best_from, best_to = score, since, number + 1
    return blocks[best_from:best_to]


def _begin(anchor: Anchor, text: Pieces, at: int, missing: int, floor: int) -> int:
    """Say where a passage begins whose first pieces are others now: where its neighbour ends."""
    if not missing:
        return at
    likely = range(max(floor, at - missing - 3), at + 1)[-30:]
    scores = {start: anchor.surroundings.ends_at(text, start) for start in likely}
    best = max(likely, key=lambda start: (scores[start], -abs(at - missing - start)))
    if scores[best] >= _FEW:
        return best
    return max(floor, at - missing) if missing <= _FEW // 2 else at


def _end(anchor: Anchor, text: Pieces, at: int, missing: int, ceiling: int) -> int:
    """Say where a passage ends whose last pieces are others now: where its neighbour begins."""
    if not missing:
        return at
    likely = range(at, min(ceiling, at + missing + 3) + 1)[:30]
    scores = {stop: anchor.surroundings.begins_at(text, stop) for stop in likely}
    best = max(likely, key=lambda stop: (scores[stop], -abs(at + missing - stop)))
    if scores[best] >= _FEW:
        return best
    return min(ceiling, at + missing) if missing <= _FEW // 2 else at


def _gaps(anchor: Anchor, searched: SearchedText) -> Iterator[tuple[int, int]]:
    """Give what stands between the neighbours of the quote, wherever both are near each other."""
    around, quote, text = anchor.surroundings, anchor.pieces, searched.pieces
    before, after = around.words_before[-_FEW:], around.words_after[:_FEW]
    if len("".join(before)) < _FEW or len("".join(after)) < _FEW:
        return
    begins = [at + len(before) for at in searched.runs(before)]
    ends = searched.runs(after)
    inner = len(quote) and quote.has_break(0, len(quote))
    for first in begins:
        at = bisect_left(ends, first)
        if at == len(ends) or not first < ends[at] <= first + 2 * len(quote) + _FEW:
            continue
        if inner or not text.has_break(first, ends[at]):
            yield first, ends[at]


def _could_stand_for(anchor: Anchor, searched: SearchedText, first: int, end: int) -> bool:
    """Whether pieces may be what the quote was edited to: a figure for a figure, and so on."""
    from rapidfuzz.fuzz import ratio

    quote, text = anchor.pieces, searched.pieces
    now = text.forms[first:end]
    if now == quote.forms:
        return False
    if ratio(" ".join(quote.folded), " ".join(text.folded[first:end])) >= _LIKE_LETTERS:
        return True
    if len(quote) > _FEW or len(now) > 2 * _FEW:
        return False
    if any(form[0].isdigit() for form in quote.forms):
        folded = text.folded[first:end]
        return any(form[0].isdigit() or form in _NUMBER_WORDS for form in folded)
    return len(quote) == len(now) and _is_name(quote.forms) and _is_name(now)


def _is_name(forms: list[str]) -> bool:
    return all(form[0].isupper() for form in forms)


def _letters(folded: list[str]) -> int:
    return sum(map(_weight, folded))


def _weight(form: str) -> int:
    """Weigh a piece: by the letters of a word, a figure as a long word, a sign as one letter."""
    if form[0].isdigit():
        return _MOST_LETTERS
    return min(len(form), _MOST_LETTERS) + 1 if form[0].isalnum() else 1
