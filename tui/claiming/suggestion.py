"""What a new claim begins with: who says which figure of what, as the sentence has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotations import ClaimQuantity, When
from corpus.span import Span
from index.stemming import stem
from tui.cards.quantity_card import statement_around
from tui.claiming.deeds import deed
from tui.claiming.figures import claimed
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.corpus_file import Codebook
    from corpus.understanding.analysis import Analysis, Mention, Quantity, Statement

_FIGURES = ("count", "fraction", "percent", "money")
_LAST_FIGURES = ("dimension", "age", "duration", "ordinal")
_BOUNDS = {"over": "over", "at-least": "at least", "under": "under", "at-most": "at most"}
_PLACED = re.compile(
    r"\b(?:in|at|near|across|around|outside|inside|throughout|from|off|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(r"\s+(?:of|in|from|with|to|on|at|who|that|by|and|or)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines for the form, and what the lines of its quantity and date say."""

    lines: Mapping[str, str]
    quantities: Mapping[str, ClaimQuantity] = field(default_factory=dict)
    whens: Mapping[str, When] = field(default_factory=dict)


def suggestions(
    text: str,
    analysis: Analysis,
    span: Span,
    cursor: int,
    codebook: Codebook,
    measures: Iterable[str] = (),
    taken: Sequence[ClaimQuantity] = (),
) -> tuple[Suggestion, ...]:
    """Return a suggestion for each figure of a span, at least one, the likeliest first.

    That is the figure at `cursor`, else the first that no claim has `taken` yet. `measures` are
    words for measures besides those of the codebook.
    """
    words = tuple(dict.fromkeys((*codebook.measures, *measures)))
    figures = figures_in(analysis, span)

    def rank(quantity: Quantity) -> tuple[bool, bool, bool]:
        here = quantity.start <= cursor < quantity.end
        is_taken = _claimed(quantity) in taken
        return not here, is_taken, quantity.kind in _LAST_FIGURES

    ordered = sorted(figures, key=rank)
    if not ordered:
        return (_suggestion(text, analysis, span, None, codebook, words),)
    return tuple(_suggestion(text, analysis, span, one, codebook, words) for one in ordered)


def figures_in(analysis: Analysis, span: Span) -> tuple[Quantity, ...]:
    """Return the figures in a span that may be claimed, in the order of the text."""
    kinds = (*_FIGURES, *_LAST_FIGURES)
    found = (one for one in _within(analysis.quantities, span) if one.kind in kinds)
    return tuple(one for one in found if not _is_one_of(one))


def _is_one_of(quantity: Quantity) -> bool:
    """Whether it is "one of the provinces": a part of what is counted, and no count."""
    of = quantity.of
    return quantity.text.casefold() == "one" and of is not None and of.start > quantity.end + 1


def dates_in(analysis: Analysis, span: Span) -> tuple[Quantity, ...]:
    """Return the dates in a span, in the order of the text."""
    return tuple(one for one in _within(analysis.quantities, span) if one.kind == "date")


def line_of_figure(quantity: Quantity) -> str:
    """Return a figure of a text as the form's line: bound, words, what is counted."""
    bound = _BOUNDS.get(quantity.bound or "", "")
    about = "about" if quantity.approximate else ""
    return safe_line(" ".join(f"{bound} {about} {quantity.text} {_head(quantity) or ''}".split()))


def _suggestion(
    text: str,
    analysis: Analysis,
    span: Span,
    figure: Quantity | None,
    codebook: Codebook,
    measures: Sequence[str],
) -> Suggestion:
    statement = _statement(analysis, span, figure)
    # Where somebody says it, what stands around his words is about him.
    within = Span(statement.content.start, statement.content.end) if statement else span
    if figure is not None and not within.covers(figure.start):
        within = span
    near = figure.start if figure is not None else within.start
    lines: dict[str, str] = {}
    if statement is not None:
        lines["speaker"] = statement.speaker.name if statement.speaker else ""
        lines["via"] = statement.via or ""
        lines["cue"] = statement.cue.cut(text) if statement.cue else ""
    others = [one for one in figures_in(analysis, within) if one is not figure]
    measure = _measure(text, within, figure, others, codebook, measures)
    if figure is not None:
        lines["quantity"] = line_of_figure(figure)
        counted = " ".join(figure.of.text.split()) if figure.of else ""
        lines["subject"] = "" if counted == measure else counted
    lines["measure"] = measure
    lines["place"] = _place(text, analysis.mentions, within, near)
    dates = dates_in(analysis, within) or dates_in(analysis, span)
    date = min(dates, key=lambda one: abs(one.start - near), default=None)
    lines["when"] = date.text if date is not None else ""
    clean = {key: safe_line(" ".join(line.split())) for key, line in lines.items()}
    return Suggestion(
        clean,
        {line_of_figure(one): _claimed(one) for one in figures_in(analysis, span)},
        {
            safe_line(" ".join(one.text.split())): When(" ".join(one.text.split()), one.iso)
            for one in dates_in(analysis, span)
        },
    )


def _within(quantities: Iterable[Quantity], span: Span) -> Iterable[Quantity]:
    return (
        one
        for one in quantities
        if span.start <= one.start and one.end <= span.end and not one.in_furniture
    )


def _statement(analysis: Analysis, span: Span, figure: Quantity | None) -> Statement | None:
    if figure is not None:
        return statement_around(analysis, figure)

    def shared(one: Statement) -> int:
        return min(one.content.end, span.end) - max(one.content.start, span.start)

    best = max(analysis.statements, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _distance(place: int, quantity: Quantity) -> int:
    """Return how far a word stands from a figure and what it counts, in code points."""
    end = max(quantity.end, quantity.of.end if quantity.of is not None else 0)
    return max(quantity.start - place, place - end, 0)


def _claimed(quantity: Quantity) -> ClaimQuantity:
    """Return a figure of a text in the form of claims; "a third" keeps its words."""
    said = line_of_figure(quantity) if quantity.kind == "fraction" else None
    return claimed(quantity, _head(quantity), said)


def _head(quantity: Quantity) -> str | None:
    """Return the noun of what is counted: `fighters` of "foreign fighters from the north"."""
    if quantity.of is None:
        return None
    return _HEAD_ENDS.split(quantity.of.text)[0].split()[-1] if quantity.of.text.strip() else None


def _place(text: str, mentions: Iterable[Mention], within: Span, near: int) -> str:
    """Return the place that "in" or its like stands before, next to the figure."""
    found = [
        one
        for one in mentions
        if one.type == "PLACE"
        and not one.in_furniture
        and within.start <= one.start
        and one.end <= within.end
        and _PLACED.search(text[max(within.start, one.start - 20) : one.start])
    ]
    best = min(found, key=lambda one: (one.start < near, abs(one.start - near)), default=None)
    return best.name if best is not None else ""


def _measure(
    text: str,
    within: Span,
    figure: Quantity | None,
    others: Sequence[Quantity],
    codebook: Codebook,
    measures: Sequence[str],
) -> str:
    """Return the measure whose words stand next to the figure, or whose group is counted.

    Words that stand nearer to one of the `others` are about that one.

    Where the codebook has none, what was done to those who are counted, or what they did.
    """
    places: dict[str, list[int]] = {}
    for found in _WORD.finditer(text, within.start, within.end):
        places.setdefault(stem(found[0].casefold()), []).append(found.start())
    best, distance = "", len(text) + 1
    for measure in measures:
        stems = [stem(word.casefold()) for word in _WORD.findall(measure)]
        if not stems or not all(one in places for one in stems):
            continue
        for place in (place for one in stems for place in places[one]):
            here = _distance(place, figure) if figure is not None else place - within.start
            if here < distance and all(_distance(place, one) > here for one in others):
                best, distance = measure, here
    head = figure.of.text.casefold().split() if figure is not None and figure.of else []
    for group in codebook.groups:
        if not best and group.name in measures and set(head) & {n.casefold() for n in group.nouns}:
            best = group.name
    if figure is None:
        return best
    done = deed(text, within, figure)
    known = [measure for measure in measures if done and stem(measure.casefold()) == stem(done)]
    return next(iter(known), best or ("" if codebook.measures else done))
