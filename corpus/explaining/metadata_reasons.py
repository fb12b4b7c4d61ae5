"""Why a piece of metadata was read from a place of the text."""

from __future__ import annotations

from corpus.explaining.fact import MetadataRead
from corpus.span import Span
from corpus.understanding.head import Head

_BY_ROLE = {
    "title": "the first line of text above the body",
    "outlet": "a line above the body that has the shape of an outlet's name",
    "author": "a byline above the body",
    "desk": "a line above the body that names a desk",
    "person": "a name alone between title and date",
}


def metadata_reasons(text: str, read: MetadataRead, head: Head) -> tuple[str, ...]:
    """Return why a piece of metadata was read where its evidence stands."""
    span = read.value.evidence
    assert isinstance(span, Span)  # what has no place in the text is not at any
    if read.field in ("earliest", "latest"):
        return (_bound(read, span, head),)
    for field in head.header.fields:
        if field.line.overlaps(span):
            key = field.line.cut(text).partition(":")[0].strip()
            return (f"a header line: {key}",)
    for part in head.parts:
        if not part.overlaps(span):
            continue
        if part.role == "title" and part.level:
            return (f"a Markdown heading of level {part.level}",)
        if part.role == "title" and read.field == "outlet":
            return ("behind the title, with the shape of an outlet's name",)
        if part.role == "date" and part.date is not None:
            labelled = part.date.labelled
            return ("a line that calls its date the published one",) if labelled else (_DATE,)
        if part.role in _BY_ROLE:
            return (_BY_ROLE[part.role],)
    if read.field == "outlet" and head.body is not None and span.start > head.body.end:
        return ("a line below the body in which the site names itself",)
    if read.field == "author":
        return ("the credit below the body: who reported it",)
    return ("the opening of the body, as reports are headed",)


def _bound(read: MetadataRead, span: Span, head: Head) -> str:
    """Say why the article was not published before, or after, the day of a bound."""
    header = next((field for field in head.header.fields if field.line.overlaps(span)), None)
    if header is not None and header.meaning == "published":
        return f"the {read.field} day of the published date, which is known no closer"
    if header is not None:
        return "a header line of what comes after publication"
    if read.field == "latest":
        if any(part.date is not None and part.overlaps(span) for part in head.parts):
            return "a clock, or the day of a change: the article was there by then"
        return "an event that is still to come when it is told of"
    return "an event that is past when it is told of, or the day of the dateline"


_DATE = "a date alone on a line above the body, no clock, caption or event"
