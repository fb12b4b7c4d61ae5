"""The turns of interviews, minutes and hearings: a speaker's name, a colon, and what is said.

Such a line alone may be an entry of any list. A text has turns where one of its labels comes again,
as it does where people talk with each other, and its labels name those who can.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.analysis import Mention, Speaker, Statement
from corpus.understanding.statements.speakers import is_person_noun, is_plural
from corpus.understanding.word_set import word_set

_FEWEST = 3  # turns of a text that has any
_FEWEST_WORDS = 3  # of most turns: tables and results have fewer
# What may stand before a label (a time, a mark of a list), the label, and what it may have behind
# the name: "Ann Keller (Velm Gazette)", "Keller, for the council".
_TURN = re.compile(
    r"(?:[-*•–—]\s+|\d{1,3}[.)]\s+)?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s+)?\**"
    r"(?:The\s+)?(?P<label>(?P<name>[^\W\d_][^\n:,;()\[\]*!?]{0,50}?)"
    r"(?:\s*\([^()\n:]{1,60}\)|,[^\n:,;!?]{1,60})?)\**\s*[:：]\**\s+(?=\S)"
)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”«»]")
_WORDS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_STOPS = (".", "!", "?", "…", "”", '"', "’", "—", ")")
# Nouns for persons that stand before a colon to say who made or gave a thing.
_CREDITS = word_set(
    """
    source author writer editor photographer reader translator contact owner guide manager producer
    director reviewer compiler publisher sponsor star winner
    """
)


@dataclass(frozen=True, slots=True)
class _Turn:
    speaker: Speaker
    content: Span
    colon: int


def turns(
    text: str, paragraphs: Sequence[Span], furniture: Sequence[Span], named: Sequence[Mention]
) -> tuple[Statement, ...]:
    """Return what is said in the turns of `text`, in order, a statement a paragraph.

    `named` are the mentions outside `furniture`, in order. What lies in furniture is left out.
    """
    found = list(_read(text, paragraphs, furniture, named))
    labels = Counter(_who(turn) for turn in found)
    if len(found) < _FEWEST or max(labels.values()) < 2 or len(labels) < 2:
        return ()
    spoken = [turn for turn in found if _is_speech(turn.content.cut(text))]
    if len(spoken) * 2 < len(found):
        return ()
    return tuple(
        Statement(
            start=turn.speaker.start,
            end=turn.content.end,
            speaker=turn.speaker,
            via=None,
            cue=Span(turn.colon, turn.colon + 1),
            content=turn.content,
            direct=True,
        )
        for turn in found
    )


def _who(turn: _Turn) -> str:
    return turn.speaker.entity or turn.speaker.name.casefold()


def _is_speech(words: str) -> bool:
    return len(words.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS and words.endswith(_STOPS)


def _read(
    text: str, paragraphs: Sequence[Span], furniture: Sequence[Span], named: Sequence[Mention]
) -> Iterator[_Turn]:
    matches = [_TURN.match(text, paragraph.start, paragraph.end) for paragraph in paragraphs]
    if len(matches) - matches.count(None) < _FEWEST:
        return
    persons = [mention for mention in named if mention.type == "PERSON"]
    starts = [mention.start for mention in persons]
    surnames = {_surname(mention.name): mention for mention in reversed(persons)}
    left_out = sorted((span.start, span.end) for span in furniture)
    for paragraph, match in zip(paragraphs, matches, strict=True):
        if match is None or _lies_in(paragraph.start, left_out):
            continue
        start, end = match.span("label")
        inside = persons[bisect_left(starts, start) : bisect_left(starts, end)]
        speaker = _speaker(match["name"], start, inside, surnames)
        if speaker is not None:
            colon = max(text.rfind(sign, end, match.end()) for sign in ":：")
            yield _Turn(speaker, _said(text, Span(match.end(), paragraph.end)), colon)


def _said(text: str, rest: Span) -> Span:
    """Return the rest of a turn's paragraph, what stands inside the marks where all is quoted."""
    quoted = _QUOTED.fullmatch(text, rest.start, rest.end)
    return Span(*quoted.span(1)) if quoted is not None else rest


def _lies_in(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(spans, (offset + 1, 0)) - 1
    return at >= 0 and offset < spans[at][1]


def _speaker(
    name: str, start: int, inside: Sequence[Mention], surnames: dict[str, Mention]
) -> Speaker | None:
    """Return whom a label names: its only person, one whose surname it has, or somebody's role."""
    end = start + len(name)
    within = [mention for mention in inside if mention.end <= end]
    if len(within) == 1 and within[0].end == end:
        return Speaker(within[0].name, within[0].entity, within[0].start, end)
    words = _WORDS.findall(name)
    if not words or within:
        return None
    known = surnames.get(_surname(name)) if name.isupper() or len(words) == 1 else None
    if known is not None:
        return Speaker(known.name, known.entity, start, end)
    noun = words[-1].lower()
    if is_person_noun(noun) and not is_plural(noun) and noun not in _CREDITS:
        return Speaker(name, None, start, end)
    return None


def _surname(name: str) -> str:
    return name.split()[-1].casefold()
