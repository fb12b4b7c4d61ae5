"""Metadata from what a web page says of itself: `meta` tags, linked data, microdata.

A page says much: when it was changed, crawled, saved. Only what is named as the day of publication
is one. Linked data counts where it speaks of an article, and of one: a page that lists several says
of none which is its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from corpus.page_head import PageHead
from corpus.understanding.analysis import Certainty, Value
from corpus.understanding.line_kinds.dates import parse_date
from corpus.understanding.line_kinds.outlets import outlet_shape
from corpus.understanding.shape import without_case

SOURCE = "html meta"

# Names of `meta` tags, those that say it most plainly first.
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
_AUTHORS = (
    *("author", "article:author", "byl", "citation_author", "dc.creator", "dcterms.creator"),
    *("parsely-author", "sailthru.author", "itemprop:author"),
)
_PUBLISHED = (
    *("article:published_time", "og:published_time", "itemprop:datepublished", "datepublished"),
    *("dc.date.issued", "dcterms.issued", "citation_publication_date", "parsely-pub-date"),
    *("publishdate", "publish-date", "publish_date", "pubdate", "published", "publication_date"),
    *("article_date_original", "sailthru.date", "date.published", "cxenseparse:publishtime"),
)
_CHANGED = (
    *("article:modified_time", "og:updated_time", "itemprop:datemodified", "datemodified"),
    *("dc.date.modified", "dcterms.modified", "last-modified", "lastmod", "revised"),
)
_DATED = ("date", "dc.date", "dcterms.date", "citation_date")  # of publication, most likely
_LANGUAGES = ("itemprop:inlanguage", "og:locale", "dc.language", "language")

_ARTICLE = re.compile(r"(?:[A-Za-z]*Article|BlogPosting|Report|LiveBlogPosting|Review)")
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]|$)")
_URL = re.compile(r"https?:|www\.|//", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{2,40})$")
_MOST_OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says of its article; None where it says nothing that can be used."""

    title: Value | None = None
    outlet: Value | None = None
    author: Value | None = None
    published: Value | None = None
    dateline: Value | None = None
    language: str | None = None


def read_page_metadata(page: PageHead) -> PageMetadata:
    """Return what a page says of the article on it."""
    said = _said(page)
    data = _article_data(page, said)
    outlet = _value(_first(said, _OUTLETS) or _name(data.get("publisher")), "certain")
    title = _value(_text(data.get("headline")) or _first(said, _TITLES), "certain")
    if title is None:
        title, suffix = _window_title(page.title)
        outlet = outlet or suffix
    elif outlet is not None:
        title = _value(_without_outlet(title.value, outlet.value), "certain")
    language = _text(data.get("inLanguage")) or page.language or _first(said, _LANGUAGES)
    dateline = _value(_text(data.get("dateline")), "certain")
    author, published = _author(said, data), _published(said, data)
    return PageMetadata(title, outlet, author, published, dateline, language)


def read_change(page: PageHead) -> Value | None:
    """Return the day on which the page says that its article was changed last."""
    said = _said(page)
    named = [_text(_article_data(page, said).get("dateModified")) or ""]
    named += [date for key in _CHANGED for date in said.get(key, ())[:1]]
    days = [moment[0] for moment in map(_moment, named) if moment is not None]
    days = [day for day in days if len(day) == len("2020-01-01")]
    return Value(max(days), "likely", SOURCE) if days else None


def _said(page: PageHead) -> dict[str, list[str]]:
    """Return what the `meta` tags say, by their names."""
    said: dict[str, list[str]] = {}
    for name, content in page.meta:
        said.setdefault(name, []).append(content)
    return said


def _author(said: dict[str, list[str]], data: dict[str, Any]) -> Value | None:
    names = ", ".join(dict.fromkeys(_names(data.get("author"))))
    if names:
        return _value(names, "certain")
    for key in _AUTHORS:
        found = [name for name in said.get(key, ()) if not _URL.match(name)]
        if found:
            return _value(", ".join(dict.fromkeys(found)), "certain")
    return None


def _published(said: dict[str, list[str]], data: dict[str, Any]) -> Value | None:
    """Return the day of publication: likely only, where the page names several."""
    named = [_text(data.get("datePublished")) or ""]
    named += [date for key in _PUBLISHED for date in said.get(key, ())[:1]]
    moments = [moment for moment in map(_moment, named) if moment is not None]
    if moments:
        differ = any(not _same_moment(moments[0], other) for other in moments)
        return Value(moments[0][0], "likely" if differ else "certain", SOURCE)
    for key in _DATED:
        for date in said.get(key, ())[:1]:
            if (moment := _moment(date)) is not None:
                return Value(moment[0], "likely", SOURCE)
    return None


def _moment(text: str) -> tuple[str, datetime | None] | None:
    """Read a date: the day as the page gives it, and the moment where it tells one."""
    text = text.strip()[:40]
    if _ISO.match(text):
        day = "-".join(_ISO.match(text).groups())  # type: ignore[union-attr]
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return (day, None) if parse_date(day) else None
        return day, moment.astimezone(UTC) if moment.tzinfo else None
    day = parse_date(text, partial=True) or ""
    return (day, None) if day else None


def _same_moment(one: tuple[str, datetime | None], other: tuple[str, datetime | None]) -> bool:
    """Say whether two dates agree: as days, or as moments in different time zones."""
    if one[0].startswith(other[0]) or other[0].startswith(one[0]):
        return True
    if one[1] is None or other[1] is None:
        return False
    return abs((one[1] - other[1]).total_seconds()) < 60


def _window_title(title: str) -> tuple[Value | None, Value | None]:
    """Return the title of the window, and the outlet where it ends with one."""
    found = _SUFFIX.search(title)
    if found and outlet_shape(found["outlet"]):
        return _value(title[: found.start()], "likely"), _value(found["outlet"], "likely")
    return _value(title, "likely"), None


def _without_outlet(title: str, outlet: str) -> str:
    found = _SUFFIX.search(title)
    same = found is not None and found["outlet"].strip().casefold() == outlet.casefold()
    return title[: found.start()] if found and same else title


# Linked data


def _article_data(page: PageHead, said: dict[str, list[str]]) -> dict[str, Any]:
    """Return the linked data of the page's article; empty where there is none, or several."""
    articles = [one for block in page.json_ld for one in _objects(block) if _is_article(one)]
    if len(articles) > 1:
        titles = {without_case(title) for key in _TITLES for title in said.get(key, ())}
        titles.add(without_case(page.title))
        headlines = [
            one for one in articles if without_case(_text(one.get("headline")) or "") in titles
        ]
        articles = headlines[:1]
    return articles[0] if articles else {}


def _objects(block: str) -> Iterator[dict[str, Any]]:
    """Give the objects of a block of linked data that stand for themselves."""
    try:
        waiting = [json.loads(block)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _is_article(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds)


def _name(value: Any) -> str:
    return next(_names(value), "")


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _text(one.get("name") if isinstance(one, dict) else one)
        if name and not _URL.match(name):
            yield name


# Values


def _first(said: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    return next((said[key][0] for key in keys if key in said), "")


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    from corpus.readers.web_page.lexing import decoded

    return " ".join(decoded(value[:1_000]).split()) or None


def _value(text: str | None, certainty: Certainty) -> Value | None:
    text = (text or "").strip()
    return Value(text, certainty, SOURCE) if text else None
