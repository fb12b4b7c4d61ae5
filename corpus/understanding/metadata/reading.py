"""Metadata of an article: what was set, what the file says of itself, what its first lines show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.understanding.analysis import Metadata, Value
from corpus.understanding.furniture.finding import find_furniture
from corpus.understanding.head import Head, read_head
from corpus.understanding.head_lines import HeadPart
from corpus.understanding.line_kinds.bylines import closing_credit
from corpus.understanding.line_kinds.datelines import dateline, place_alone
from corpus.understanding.line_kinds.dates import parse_date
from corpus.understanding.line_kinds.outlets import host_of, outlet_shape, own_name
from corpus.understanding.metadata.bounding import bounded
from corpus.understanding.metadata.event_dates import LONGEST
from corpus.understanding.metadata.front_matter import read_front_matter
from corpus.understanding.metadata.markdown_words import words_of_markdown
from corpus.understanding.metadata.page_reading import PageMetadata, read_page_metadata
from corpus.understanding.metadata.title import read_title, surer_title
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.repeated_lines import NONE_REPEATED, RepeatedLines

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.corpus_file import CorpusFile, SetMetadata
    from corpus.page_head import PageHead
    from corpus.understanding.header import Meaning

_POSTIL_YAML = "postil.yaml"
_FRONT_MATTER = "front matter"


def read_metadata(
    article: Article, settings: CorpusFile, repeated: RepeatedLines = NONE_REPEATED
) -> Metadata:
    """Return title, outlet, author and published date of an article, each with its evidence.

    What `postil.yaml` sets comes first, then front matter, then what a web page says of itself,
    then header lines, then what the lines above the body show: for these only the first
    `header.TOP` code points are read. What nothing shows is None; a published date is None too
    where two lines of the same rank disagree about it. `repeated` are the lines that many articles
    of the outlet have.
    """
    text, page = article.text, article.page
    head = read_head(text, repeated=repeated)
    found = metadata_of(text, head, settings.metadata_for(article.name), page)
    if found.published is not None or len(text) > LONGEST:
        return bounded(found, text, head, (), (), page)
    paragraphs = split_paragraphs(text)
    head = read_head(text, paragraphs, repeated)
    furniture = find_furniture(text, paragraphs, head, repeated)
    return bounded(found, text, head, paragraphs, furniture, page)


def read_unbounded(
    article: Article, settings: CorpusFile, repeated: RepeatedLines = NONE_REPEATED
) -> Metadata:
    """Return what `read_metadata` does without the bounds of a date that is not known.

    These take most of its time: the whole text is read for them.
    """
    head = read_head(article.text, repeated=repeated)
    return metadata_of(article.text, head, settings.metadata_for(article.name), article.page)


def metadata_of(text: str, head: Head, told: SetMetadata, page: PageHead | None = None) -> Metadata:
    """Return the metadata of a text whose head is read already, without the bounds of its date.

    `told` is what was set for it.
    `page` is what a web page says of itself.
    """
    front: dict[Meaning, str] = {}
    if head.header.yaml is not None:
        front = read_front_matter(head.header.yaml.cut(text))
    meta = _page_metadata(page)
    title, suffix = read_title(text, head)
    published = (
        _set(told.published, told.published_source)
        or _front_date(front.get("published"))
        or meta.published
        or _published(head)
    )
    return Metadata(
        title=(
            _set(told.title, _POSTIL_YAML)
            or _set(words_of_markdown(front.get("title") or ""), _FRONT_MATTER)
            or surer_title(meta.title, title, text)
        ),
        outlet=(
            _set(told.outlet, _POSTIL_YAML)
            or _set(front.get("outlet"), _FRONT_MATTER)
            or meta.outlet
            or _outlet(text, head, suffix)
        ),
        author=(
            _set(told.author, _POSTIL_YAML)
            or _set(front.get("author"), _FRONT_MATTER)
            or meta.author
            or _author(text, head)
        ),
        published=published,
        dateline=(
            _set(front.get("dateline"), _FRONT_MATTER) or meta.dateline or _dateline(text, head)
        ),
        language=told.language
        or _language(front.get("language") or meta.language or _field(head, "language")),
    )


def _page_metadata(page: PageHead | None) -> PageMetadata:
    return PageMetadata() if page is None else read_page_metadata(page)


def _set(value: str | None, source: str) -> Value | None:
    return Value(value, "certain", source) if value else None


def _front_date(value: str | None) -> Value | None:
    iso = parse_date(value, partial=True) if value else None
    return Value(iso, "certain", _FRONT_MATTER) if iso else None


def _field(head: Head, meaning: Meaning) -> str | None:
    return next((f.value for f in head.header.fields if f.meaning == meaning and f.value), None)


def _from_header(head: Head, meaning: Meaning) -> Value | None:
    for field in head.header.fields:
        if field.meaning == meaning and field.value:
            return Value(field.value, "certain", field.span)
    return None


def _outlet(text: str, head: Head, suffix: Value | None) -> Value | None:
    """Return the outlet by the header, else the title's end, a line of its own above or below the
    body, the dateline.
    """
    if value := _from_header(head, "outlet"):
        host = host_of(value.value)
        return Value(host, "likely", value.evidence) if host else value
    if suffix:
        return suffix
    parts = list(head.of_role("outlet"))
    strong = [part for part in parts if outlet_shape(part.cut(text)) == "strong"]
    for part in strong or parts:
        span = Span(part.start, part.end)
        return Value(" ".join(span.cut(text).split()), "likely" if strong else "guess", span)
    if named := own_name(text):
        span = Span(*named)
        return Value(" ".join(span.cut(text).split()), "likely", span)
    if head.body and (filed := dateline(head.body.cut(text)[:200])) and filed.agency:
        span = _moved(filed.agency, head.body.start)
        return Value(span.cut(text), "guess", span)
    return None


def _dateline(text: str, head: Head) -> Value | None:
    """Return the place of the dateline: as a header names it, else by the body."""
    if value := _from_header(head, "dateline"):
        return value
    if head.body is None:
        return None
    if (filed := dateline(head.body.cut(text)[:200])) is None:
        above = head.parts[-1] if head.parts else None
        if above is None or above.role not in ("text", "subtitle"):
            return None
        if (alone := place_alone(above.cut(text))) is None:
            return None
        span = _moved(alone, above.start)
        return Value(" ".join(span.cut(text).split()), "likely", span)
    span = _moved(filed.place, head.body.start)
    return Value(" ".join(span.cut(text).split()), "likely" if filed.known else "guess", span)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _author(text: str, head: Head) -> Value | None:
    """Return the author by the header, else the byline, the credit below the body, a desk, a name
    between title and date.
    """
    if value := _from_header(head, "author"):
        return value
    bylines = list(head.of_role("author"))
    if bylines:
        span = Span(bylines[0].start, bylines[0].end)
        name = " ".join(span.cut(text).split())
        # What has the shape of an outlet's name is hardly a person.
        return Value(name, "guess" if outlet_shape(name) == "strong" else "likely", span)
    if (credited := closing_credit(text)) is not None:
        return Value(" ".join(credited.cut(text).split()), "likely", credited)
    for part in (*head.of_role("desk"), *head.of_role("person")):
        span = Span(part.start, part.end)
        return Value(" ".join(span.cut(text).split()), "guess", span)
    return None


def _published(head: Head) -> Value | None:
    """Return the published date by the header, else by the dates that stand alone on a line.

    A date that its line calls the published one is certain. One between title or outlet and body
    is likely; one above everything else is a guess.
    """
    for field in head.header.fields:
        if field.meaning == "published" and (iso := parse_date(field.value, partial=True)):
            return Value(iso, "certain", field.span)
    dates = [part for part in head.of_role("date") if part.date and part.date.iso]
    labelled = [part for part in dates if part.date and part.date.labelled]
    plain = [part for part in dates if _dates_article(head, part)]
    for candidates in (labelled, plain):
        found = {part.date.iso for part in candidates if part.date and part.date.iso}
        if len(found) > 1:
            return None
        if found:
            part = candidates[0]
            assert part.date is not None  # all candidates have one
            span = Span(part.start + part.date.span.start, part.start + part.date.span.end)
            if candidates is labelled:
                return Value(found.pop(), "certain", span)
            above = any(p.role in ("title", "outlet") and p.start < part.start for p in head.parts)
            return Value(found.pop(), "likely" if above else "guess", span)
    return None


def _dates_article(head: Head, part: HeadPart) -> bool:
    """Say whether a date alone on a line can be the article's own.

    Not where a line of text other than a title and what stands below it comes before, as in a
    fixture list (`Harbour Ground`, `25 February 2005`, `20:00`), or where only a time follows.
    """
    if part.date is None or part.date.updated:
        return False
    index = head.parts.index(part)
    before = head.parts[:index]
    after = head.parts[index + 1] if index + 1 < len(head.parts) else None
    if after and after.date and after.date.time_first and after.date.iso is None:
        return False
    return not any(other.role == "text" for other in before)


def _language(value: str | None) -> str | None:
    """Return the ISO 639-1 code of a language given as a code, a locale or an English name."""
    if not value:
        return None
    plain = value.strip().lower()
    code = plain.replace("_", "-").split("-")[0]
    if len(code) == 2 and code.isalpha():
        return code
    # Loads its tables, which takes milliseconds: only where a file names its language in words.
    import pycountry

    found = pycountry.languages.get(name=plain.title()) if plain.isalpha() else None
    return getattr(found, "alpha_2", None)
