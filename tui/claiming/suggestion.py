"""What a new claim begins with: who says which figure of what, as the sentence has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotations.model import ClaimQuantity, When
from corpus.span import Span
from index.stemming import stem
from tui.cards.quantity_card import statement_around
from tui.claiming.claimants import claimant_in
from tui.claiming.dates import (
    Saying,
    date_for,
    is_compared,
    of_the_deed,
    of_the_saying,
    when_in,
)
from tui.claiming.deeds import deed
from tui.claiming.figures import claimed, is_many, is_vague, says_more
from tui.claiming.places import place_in
from tui.claiming.stocks import is_stock, stock_measure
from tui.claiming.subjects import done_to_subject, subject_of
from tui.safe_text import safe_line

if TYPE_CHECKING:
    from corpus.corpus_file import Codebook
    from corpus.understanding.analysis import Analysis, Quantity, Statement

_FIGURES = ("count", "fraction", "percent", "money")
_LAST_FIGURES = ("dimension", "age", "duration", "ordinal")
_BOUNDS = {"over": "over", "at-least": "at least", "under": "under", "at-most": "at most"}
_HEAD_ENDS = re.compile(r"\s+(?:of|in|from|with|to|on|at|who|that|by|and|or)\b", re.IGNORECASE)
_IS_VERB = re.compile(r"(?:ed|ing)$")
_WORD = re.compile(r"[^\W\d_]+")
# What is Russia's as well as Marn's: "the Foreign Ministry" alone says not whose.
_EVERYBODYS = re.compile(
    r"\b(?:Ministry|Department|Government|Army|Navy|Air Force|Police|Parliament|Senate|Cabinet|"
    r"Supreme Court|Central Bank|Coast Guard)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:last|past|next|coming|previous|recent|after|before|within|during|in|every)\s+$",
    re.IGNORECASE,
)
_FAR = 12
_OWNER = re.compile(r"['’]s?\s+$")


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
    figures = figures_in(text, analysis, span)

    # At either end of the words the cursor tells nothing: that is where selecting leaves it.
    stated = _stated_at(analysis, cursor) if span.start < cursor < span.end - 1 else None

    def rank(quantity: Quantity) -> tuple[bool, bool, bool, bool]:
        here = quantity.start <= cursor < quantity.end
        is_taken = _claimed(quantity) in taken
        is_elsewhere = stated is not None and not stated.content.covers(quantity.start)
        return not here, is_taken, is_elsewhere, quantity.kind in _LAST_FIGURES

    ordered = sorted(figures, key=rank)
    chosen: list[Quantity | None] = list(ordered)
    if not any(_is_stated(text, one) or one.start <= cursor < one.end for one in ordered):
        chosen.insert(0, None)
    return tuple(_suggestion(text, analysis, span, one, stated, codebook, words) for one in chosen)


def _is_stated(text: str, quantity: Quantity) -> bool:
    """Whether a figure is likely what a sentence says: no "first", no "in the last weeks"."""
    if quantity.kind == "ordinal":
        return False
    return quantity.kind != "duration" or not _TURN.search(text[: quantity.start][-_FAR:])


def figures_in(text: str, analysis: Analysis, span: Span) -> tuple[Quantity, ...]:
    """Return the figures in a span that may be claimed, in the order of the text.

    One that another is compared with counts what that one does: "1,100 boats, down from 3,000".
    """
    kinds = (*_FIGURES, *_LAST_FIGURES)
    found: list[Quantity] = []
    for one in _within(analysis.quantities, span):
        if one.kind not in kinds or _is_one_of(one):
            continue
        last = found[-1] if found else None
        is_bare = last is not None and one.of is None and one.kind == last.kind == "count"
        if last is not None and is_bare and is_compared(text, one):
            found.append(replace(one, of=last.of))
        else:
            found.append(one)
    return tuple(found)


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
    about = "about" if quantity.approximate and not is_vague(quantity) else ""
    head = _head(quantity) or ""
    head = f"of {head}" if head and is_many(quantity) else head
    return safe_line(" ".join(f"{bound} {about} {quantity.text} {head}".split()))


def _suggestion(
    text: str,
    analysis: Analysis,
    span: Span,
    figure: Quantity | None,
    stated: Statement | None,
    codebook: Codebook,
    measures: Sequence[str],
) -> Suggestion:
    """Suggest the claim of a figure; without one, of what is `stated` at the cursor."""
    statement = stated if figure is None and stated else _statement(analysis, span, figure)
    # Where somebody says it, what stands around his words is about him. They may be of several
    # sentences.
    within = _shared(statement.content, span) if statement else span
    if figure is not None and not within.covers(figure.start):
        within = span
    near = figure.start if figure is not None else within.start
    lines: dict[str, str] = {}
    if statement is not None:
        lines["speaker"] = _speaker(text, analysis, statement)
        lines["via"] = statement.via or ""
        cue = statement.cue
    elif claimant := claimant_in(text, span, analysis.mentions):
        lines["speaker"], cue = claimant.name, claimant.cue
    else:
        lines["speaker"], cue = "", None
    lines["cue"] = cue.cut(text) if cue else ""
    others = [one for one in figures_in(text, analysis, within) if one != figure]

    def other_of(place: int) -> Quantity | None:
        """Return the other figure that a place stands nearer to than to this one."""
        here = _distance(place, figure) if figure is not None else 0
        nearest = min(others, key=lambda one: _distance(place, one), default=None)
        is_nearer = figure is not None and nearest and _distance(place, nearest) < here
        return nearest if is_nearer else None

    measure = _measure(text, within, figure, others, codebook, measures)
    counted = ""
    if figure is not None:
        lines["quantity"] = line_of_figure(figure)
        counted = " ".join(figure.of.text.split()) if figure.of else ""
    else:
        counted = subject_of(text, within, analysis.mentions)
    # Of himself a speaker says it seldom: "the guild has refused".
    lines["subject"] = "" if counted in (measure, lines.get("speaker")) else counted
    lines["measure"] = measure
    lines["place"] = place_in(
        text, analysis.mentions, within, span, near, lambda place: other_of(place) is not None
    )
    saying = Saying(span, cue, statement.content if statement is not None else None)
    dates = of_the_deed(text, dates_in(analysis, within), saying)
    if not dates and figure is not None and is_stock(text, within, figure, others):
        dates = of_the_saying(text, dates_in(analysis, span), saying)
    date = date_for(text, dates, near, other_of)
    lines["when"] = when_in(text, date).said or "" if date is not None else ""
    clean = {key: safe_line(" ".join(line.split())) for key, line in lines.items()}
    whens = (when_in(text, one) for one in dates_in(analysis, span))
    return Suggestion(
        clean,
        {line_of_figure(one): _claimed(one) for one in figures_in(text, analysis, span)},
        {safe_line(when.said): when for when in whens if when.said},
    )


def _shared(one: Span, other: Span) -> Span:
    """Return what two spans share; the other one where they share nothing."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else other


def _speaker(text: str, analysis: Analysis, statement: Statement) -> str:
    """Return who says it, with whose it is where many have one: "Marn’s Foreign Ministry"."""
    speaker = statement.speaker
    if speaker is None:
        return ""
    owner = _OWNER.search(text[: speaker.start])
    if owner is None or not _EVERYBODYS.search(speaker.name):
        return speaker.name
    whose = (
        one.name for one in analysis.mentions if one.type == "PLACE" and one.end == owner.start()
    )
    found = next(whose, None)
    return speaker.name if found is None else f"{found}’s {speaker.name}"


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


def _stated_at(analysis: Analysis, cursor: int) -> Statement | None:
    """Return the statement whose speaker, verb or words the cursor is in, the shortest of them."""
    here = [
        one
        for one in analysis.statements
        if any(
            part is not None and part.start <= cursor < part.end
            for part in (one.speaker, one.cue, one.content)
        )
    ]
    return min(here, key=lambda one: one.content.end - one.content.start, default=None)


def _distance(place: int, quantity: Quantity) -> int:
    """Return how far a word stands from a figure and what it counts, in code points."""
    end = max(quantity.end, quantity.of.end if quantity.of is not None else 0)
    return max(quantity.start - place, place - end, 0)


def _claimed(quantity: Quantity) -> ClaimQuantity:
    """Return a figure of a text in the form of claims; "a third" and "dozens" keep their words."""
    said = line_of_figure(quantity) if says_more(quantity) else None
    return claimed(quantity, _head(quantity), said)


def _head(quantity: Quantity) -> str | None:
    """Return the noun of what is counted: `fighters` of "foreign fighters from the north"."""
    if quantity.of is None:
        return None
    return _HEAD_ENDS.split(quantity.of.text)[0].split()[-1] if quantity.of.text.strip() else None


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
    plain = {word.casefold() for measure in measures for word in _WORD.findall(measure)}
    for found in _WORD.finditer(text, within.start, within.end):
        # Without a figure that it stands beside, "recent defeats" says nobody was defeated.
        if figure is None and not (found[0].casefold() in plain or _IS_VERB.search(found[0])):
            continue
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
    done = deed(text, within, figure) if figure is not None else done_to_subject(text, within)
    if figure is None and best:
        return best
    parts = {stem(word) for word in done.split()}
    known = [measure for measure in measures if stem(measure.casefold()) in parts]
    known.sort(key=lambda measure: measure.casefold() != done)
    if known and len(parts) > 1:
        # Of "killed or captured" nobody says how many were killed.
        return done
    told = known or best or done
    if figure is not None and not told and is_stock(text, within, figure, others):
        return stock_measure(measures, bound=bool(codebook.measures))
    return next(iter(known), best or ("" if codebook.measures else done))
