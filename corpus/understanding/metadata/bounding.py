"""The earliest and the latest day that an article can have been published, where none is known.

A clock of the crawl and the day of a change come after publication, a dateline before it; so do
events, by what is told of them as past or as still to come (`event_dates`). What stands in
furniture is no event: a picture may be older or younger than the article it was put to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.page_head import PageHead
from corpus.span import Span
from corpus.understanding.analysis import Furniture, Metadata, Value
from corpus.understanding.head import Head
from corpus.understanding.header import is_later_key
from corpus.understanding.line_kinds.datelines import dateline
from corpus.understanding.line_kinds.dates import bounds, parse_date
from corpus.understanding.metadata.event_dates import LONGEST, event_dates
from corpus.understanding.metadata.page_reading import read_change


def bounded(
    metadata: Metadata,
    text: str,
    head: Head,
    paragraphs: Sequence[Span],
    furniture: Sequence[Furniture],
    page: PageHead | None = None,
) -> Metadata:
    """Return the metadata of an article with the bounds of its published date.

    A date that is known, but for its day or month, is bounded by itself. Bounds that contradict one
    another are left out.
    """
    published = metadata.published
    if published is not None:
        first, last = bounds(published.value)
        if first == last:
            return metadata
        return replace(
            metadata,
            earliest=replace(published, value=first),
            latest=replace(published, value=last),
        )
    befores = list(_befores(text, head))
    afters = list(_afters(text, head, page))
    if len(text) <= LONGEST:
        covered = {line.start for line in furniture}
        body = [
            paragraph
            for paragraph in paragraphs
            if text.rfind("\n", 0, paragraph.start) + 1 not in covered
            and not any(line.start <= paragraph.start < line.end for line in head.header.lines)
        ]
        for event in event_dates(text, body):
            span = Span(event.start, event.end)
            if event.tense == "past":
                befores.append(Value(event.first, "likely", span))
            else:
                afters.append(Value(event.last, "likely", span))
    earliest = max(befores, key=_day, default=None)
    latest = min(afters, key=_day, default=None)
    if earliest and latest and earliest.value > latest.value:
        earliest = latest = None
    return replace(metadata, earliest=earliest, latest=latest)


def _day(value: Value) -> str:
    return value.value


def _befores(text: str, head: Head) -> Iterator[Value]:
    """Give the days before which an article was not published, by its dateline."""
    if head.body is None:
        return
    start = head.body.start
    words = text[start : min(head.body.end, start + 200)]
    filed = dateline(words)
    if filed is not None and filed.date is not None and (day := filed.day(words)):
        yield Value(day, "likely", Span(start + filed.date.start, start + filed.date.end))


def _afters(text: str, head: Head, page: PageHead | None) -> Iterator[Value]:
    """Give the days after which an article was not published: clocks, changes, crawls."""
    for part in head.parts:
        if part.date is None:
            continue
        day = part.date.iso if part.kind == "clock" else None
        if part.date.updated:
            day = parse_date(part.date.span.cut(part.cut(text)))
        if day:
            start = part.start + part.date.span.start
            yield Value(day, "likely", Span(start, part.start + part.date.span.end))
    for field in head.header.fields:
        if is_later_key(field.line.cut(text).partition(":")[0]) and (
            day := parse_date(field.value)
        ):
            yield Value(day, "likely", field.span)
    if page is not None and (changed := read_change(page)):
        yield changed
