"""Days that an article cannot be older or younger than, by the events that its sentences tell.

Only dates with their year count. What is past when it is told was before the day of publication;
what is announced comes after it. Plans, forecasts, dates of bonds and of budgets tell neither, so a
date counts only where the words right around it say which it is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.span import Span
from corpus.understanding.line_kinds.dates import MONTHS
from corpus.understanding.sentences import split_sentences
from corpus.understanding.word_set import word_set

LONGEST = 200_000
"""Code points of the longest text that is searched: books tell of every year."""

_MONTH = rf"(?:{'|'.join(name.title() for name in sorted(MONTHS, key=len, reverse=True))})"
_PART = (
    r"(?:(?i:early|late|mid|the (?:beginning|start|middle|end|spring|summer|autumn|fall|winter) of)"
    r"[\s-]+)?"
)
_DATE = re.compile(
    r"(?P<preposition>(?:[Ii]n|[Oo]n|[Ss]ince|[Aa]t|[Dd]uring)\s+)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?P<date>{_PART}(?:"
    rf"(?P<month>{_MONTH})\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH})\.?,?\s+)?"
    r"(?<![\d.,$£€-])(?P<year>(?:19|20)\d\d))(?![\d%-]|[.,/]\d)"
)
# Each date has one; to look for it takes a tenth of the time.
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNSURE = re.compile(
    r"\b(?:will|would|shall|should|(?-i:may)|might|could|can|cannot|must|plan\w*|expect\w*|schedul\w*"
    r"|propos\w*|aim\w*|target\w*|forecast\w*|project\w*|predict\w*|hop(?:e|es|ed|ing)|next|upcoming"
    r"|deadline|expir\w*|intend\w*|slated|pledg\w*|promis\w*|goals?|budget\w*|fiscal|due|matur\w*"
    r"|if|unless|estimat\w*|likely|envisag\w*|anticipat\w*|set to|going to|coupon|bonds?|notes?"
    r"|options?|contracts?|warrants?|agree\w*|program\w*|seek\w*|want\w*|film|novel|fiction|story"
    r"|imagin\w*|science fiction)\b|'ll\b|’ll\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[,;:()\"“”‘–—]|\d[\d.,]*")
_PAST = word_set("""
    said told was were had did became began took went came made left fell rose won lost died broke
    hit led fought met ran saw shot struck fled grew held sank spread stood wrote built bought sold
    sent withdrew drove flew hid gave got kept
""")
# Verbs that are told of what happened, in the past.
_EVENTS = word_set("""
    killed died began started opened closed married moved joined founded formed launched seized
    captured fell rose dropped increased became left lost won broke ended occurred happened erupted
    attacked struck invaded arrived returned fled arrested convicted sentenced jailed resigned
    retired established created completed published recorded collapsed crashed exploded divorced
    graduated emerged overthrew toppled occupied withdrew assassinated executed murdered kidnapped
    abducted detained destroyed bombed flooded burned sank
""")
_OBJECTS = word_set("a an the his her its their our my this that these those some several")
_LINKS = word_set("be is are being to been")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|(?:up|down|rose|fell) from|than"
    r"|from a (?:high|low|peak|record) of)\s"
    r"(?:[^,;:.()]|(?<=\d)[,.](?=\d)){1,40}$"
)
_AHEAD = re.compile(
    r"(?:\bwill(?: not)?|(?:is|are) (?:scheduled|expected|due|set|to))"
    r"(?: be)? [a-z]+(?P<between>(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,4})$"
)
_CONDITION = re.compile(r"\b(?:if|whether|unless|would|had)\b", re.IGNORECASE)
_NOT_AHEAD = word_set("than as since when which that who after before same last previous record")
_QUOTES = frozenset('"“”„«»')
_LONGEST_SENTENCE = 1_500  # code points; longer ones are tables
_NEAR = 7  # words between an event and its date


@dataclass(frozen=True, slots=True)
class EventDate(Span):
    """A date with its year, and whether what it dates is past or ahead for whoever tells it.

    `first` and `last` are the days that it covers, in ISO 8601.
    """

    tense: Literal["past", "ahead"]
    first: str
    last: str


def event_dates(text: str, paragraphs: Sequence[Span]) -> Iterator[EventDate]:
    """Give the dates of events in the paragraphs of an article that bound when it was written."""
    for paragraph in paragraphs:
        if not _YEAR.search(text, paragraph.start, paragraph.end):
            continue
        for sentence in split_sentences(text, [paragraph]):
            yield from _in_sentence(text, sentence)


def _in_sentence(text: str, sentence: Span) -> Iterator[EventDate]:
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return
    if not _YEAR.search(text, sentence.start, sentence.end):
        return
    words = sentence.cut(text)
    dates = list(_DATE.finditer(words))
    if not dates or _QUOTES.intersection(words):
        return
    sure = _UNSURE.search(words) is None
    for found in dates:
        days = _days(found)
        if days is None:
            continue
        span = Span(sentence.start + found.start("date"), sentence.start + found.end())
        if _is_ahead(words, found):
            yield EventDate(span.start, span.end, "ahead", *days)
        elif sure and _is_past(words, found):
            yield EventDate(span.start, span.end, "past", *days)


def _days(found: re.Match[str]) -> tuple[str, str] | None:
    """Return the first and the last day of a date, None for no day of the calendar."""
    year, month = int(found["year"]), found["month"] or found["month2"]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    number = MONTHS[month.lower()]
    last = monthrange(year, number)[1]
    if (day := found["day"] or found["day2"]) is None:
        return f"{year}-{number:02}-01", f"{year}-{number:02}-{last}"
    if not 1 <= int(day) <= last:
        return None
    return (f"{year}-{number:02}-{int(day):02}",) * 2


def _is_past(words: str, found: re.Match[str]) -> bool:
    """Say whether the words around a date say that what it dates has happened."""
    preposition = (found["preposition"] or "").strip().lower()
    if not preposition:
        return False
    before = words[: found.start()].rstrip()
    behind = _WORD.findall(words, found.end(), found.end() + 80)
    if preposition == "since":
        return not (behind and behind[0] in ("is", "are", "will", "has", "have", "was", "were"))
    if not before:
        return _begins_past(behind)
    if _COMPARED.search(before[-80:]):
        return True
    tokens = _WORD.findall(before)[-_NEAR - 2 :]
    last = tokens[-1].lower() if tokens else ""
    before_last = tokens[-2].lower() if len(tokens) > 1 else ""
    if last.endswith("ly"):
        last, before_last = before_last, (tokens[-3].lower() if len(tokens) > 2 else "")
    if _is_past_form(last):
        return before_last not in _LINKS
    for back, token in enumerate(reversed(tokens[-_NEAR:])):
        lower = token.lower()
        if not lower[0].isalnum() or lower.endswith("ing") or lower in ("to", "that", "for", "by"):
            return False
        if lower in _EVENTS:
            at = len(tokens) - 1 - back
            return at == 0 or tokens[at - 1].lower() not in _LINKS
        if _is_past_form(lower):
            return False
    return False


def _is_ahead(words: str, found: re.Match[str]) -> bool:
    """Say whether the words before a date say that what it dates is still to come.

    A year alone may be that of the accounts.
    """
    preposition = (found["preposition"] or "").strip().lower()
    if preposition not in ("in", "on") or not (found["month"] or found["month2"]):
        return False
    before = " ".join(words[max(0, found.start() - 160) : found.start()].split())
    ahead = _AHEAD.search(before)
    if ahead is None or _CONDITION.search(before):
        return False
    return not any(
        word in _NOT_AHEAD or _is_past_form(word) for word in ahead["between"].lower().split()
    )


def _is_past_form(word: str) -> bool:
    return word in _PAST or word in _EVENTS or (len(word) > 4 and word.endswith("ed"))


def _begins_past(behind: Sequence[str]) -> bool:
    """Say whether a sentence that begins with a date goes on with a clause in the past tense."""
    if behind[:1] == [","]:
        behind = behind[1:]
    for at, token in enumerate(behind[:8]):
        lower = token.lower()
        if not lower[0].isalnum():
            return False
        if lower in ("was", "were", "had", "did"):
            return True
        follows = behind[at + 1].lower() if at + 1 < len(behind) else ""
        if at and (lower in _PAST or lower in _EVENTS or lower.endswith("ed")):
            return follows in _OBJECTS or follows[:1].isdigit()
    return False
