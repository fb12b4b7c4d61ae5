"""What `postil.yaml` says about a corpus, as plain data.

The file is optional, comes with the corpus and may have been written by a stranger: it holds globs
and names, never commands, regular expressions or paths outside the corpus. Its keys are listed in
docs/contracts.md; `corpus_file_reading` turns the YAML into these shapes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from corpus.corpus_file_name import CORPUS_FILE_NAME as CORPUS_FILE_NAME
from corpus.globs import Globs

SCHEMA = "postil-corpus/1"

LONGEST_DATE_PATTERN = 255
"""The most characters that a date pattern may have: as many as a file name."""

FieldType = Literal["text", "number", "date", "boolean", "choice"]

_DATE_TOKENS = {"{yyyy}": r"(?P<year>[0-9]{4})", "{mm}": r"(?P<month>[0-9]{2})"}
_DATE_TOKENS["{dd}"] = r"(?P<day>[0-9]{2})"


@dataclass(frozen=True, slots=True)
class MetadataRule:
    """Metadata of all articles that the glob `files` matches; None says nothing.

    `date` is a pattern of `{yyyy}`, `{mm}`, `{dd}` and literal text that is looked for in the file
    name, or in the whole article name where the pattern holds a `/`. `language` is an ISO 639-1
    code.
    """

    files: str
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleSettings:
    """What the reader set for one article; None says nothing.

    `published` is an ISO 8601 date, or a year, or a year and month. `encoding` is a Python codec's
    name.
    """

    article: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    encoding: str | None = None


_NOTHING_SET = ArticleSettings("")


@dataclass(frozen=True, slots=True)
class EntityRule:
    """What the reader knows of one entity.

    `name` is the canonical name, `aliases` are further names of the same thing. `not_` lists names
    that look alike and are other things: they are never merged with this one. `forbid` lists words
    that are never taken for a name of this entity; `forbid: true` in the file forbids the name and
    the aliases themselves, so that nothing is marked. `type` None leaves the type to the analysis.
    """

    name: str
    type: Literal["PERSON", "ORG", "PLACE", "NORP"] | None = None
    aliases: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of the codebook with the tags below it."""

    name: str
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class CodebookField:
    """A field that claims of this corpus may have; `values` are the choices of a "choice"."""

    name: str
    type: FieldType = "text"
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Counted nouns that are compared with each other, under the group's name."""

    name: str
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """The words that annotations of this corpus are made with."""

    tags: tuple[Tag, ...] = ()
    measures: tuple[str, ...] = ()
    fields: tuple[CodebookField, ...] = ()
    groups: tuple[Group, ...] = ()

    def tag_names(self) -> tuple[str, ...]:
        """Return every tag, each before the tags below it: those are `above/below`."""
        return tuple(_names_below(self.tags))


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with the name it is called by."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class SetMetadata:
    """What `postil.yaml` says of one article; None where it says nothing.

    `published` is an ISO 8601 date, possibly partial, and `published_source` where it comes from:
    "postil.yaml" or "file name". What the reader set for the article comes before the rules.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_source: Literal["postil.yaml", "file name"] = "postil.yaml"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """Everything `postil.yaml` says; the defaults are what holds where there is none.

    `model` is the name of an installed model of spaCy that finds the entities, `model_stamp` that
    name with the versions of the model and of spaCy.
    """

    schema: str = SCHEMA
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    metadata: tuple[MetadataRule, ...] = ()
    articles: tuple[ArticleSettings, ...] = ()
    entities: tuple[EntityRule, ...] = ()
    codebook: Codebook = Codebook()
    model: str | None = None
    searches: tuple[SavedSearch, ...] = ()
    model_stamp: str | None = None
    # Worked out once: all are asked for with every article.
    _by_article: dict[str, ArticleSettings] = field(init=False, repr=False, compare=False)
    _shared: str = field(init=False, repr=False, compare=False)
    _rules: tuple[tuple[Globs, MetadataRule], ...] = field(init=False, repr=False, compare=False)
    _fingerprint_of_others: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_article = {settings.article: settings for settings in self.articles}
        object.__setattr__(self, "_by_article", by_article)
        shared = (self.codebook.groups, *filter(None, (self.model_stamp,)))
        object.__setattr__(self, "_shared", _digest(*shared))
        rules = tuple((Globs((rule.files,)), rule) for rule in self.metadata)
        object.__setattr__(self, "_rules", rules)
        others = _digest(SetMetadata(), self._shared)
        object.__setattr__(self, "_fingerprint_of_others", others)

    @property
    def fingerprint(self) -> str:
        """A hash of all that bears on the analysis of any article (16 hexadecimal digits)."""
        return _digest(self.metadata, self.articles, self.entities, self._shared)

    def fingerprint_for(self, article: str) -> str:
        """A hash of all that bears on the analysis of one article, but the rules for entities.

        Those bear on it where their words stand in its text (`rules_in_text`). Unlike `fingerprint`
        it stays the same when something is set for another article. 16 hexadecimal digits.
        """
        if not self._rules and article not in self._by_article:
            return self._fingerprint_of_others
        encoding = self.encoding_of(article)
        parts = (self.metadata_for(article), self._shared)
        return _digest(*parts, encoding) if encoding else _digest(*parts)

    def encoding_of(self, article: str) -> str | None:
        """Return the encoding that the reader set for an article; None leaves it to the file."""
        told = self._by_article.get(article)
        return told.encoding if told else None

    def metadata_for(self, article: str) -> SetMetadata:
        """Say what the rules and the reader set for an article, given its name.

        Of several rules that match, the last one that has a key decides that key. A date pattern
        that does not fit the name, or fits something that is no date, says nothing.
        """
        outlet = author = language = published = None
        source: Literal["postil.yaml", "file name"] = "postil.yaml"
        for globs, rule in self._rules:
            if not globs.match(article):
                continue
            outlet, author = rule.outlet or outlet, rule.author or author
            language = rule.language or language
            if rule.date and (found := date_in_name(rule.date, article)):
                published, source = found, "file name"
        told = self._by_article.get(article, _NOTHING_SET)
        if told.published:
            published, source = told.published, "postil.yaml"
        return SetMetadata(
            title=told.title,
            outlet=told.outlet or outlet,
            author=told.author or author,
            published=published,
            published_source=source,
            language=language,
        )


def date_pattern_fault(pattern: str) -> str | None:
    """Say why a date pattern cannot be used, or return None if it can."""
    if len(pattern) > LONGEST_DATE_PATTERN:
        return f"the date pattern is longer than {LONGEST_DATE_PATTERN} characters"
    if pattern.count("{yyyy}") != 1:
        return "the date pattern needs {yyyy} once"
    if pattern.count("{mm}") > 1 or pattern.count("{dd}") > 1:
        return "the date pattern has {mm} or {dd} twice"
    if "{dd}" in pattern and "{mm}" not in pattern:
        return "the date pattern has {dd} without {mm}"
    rest = re.sub(r"\{yyyy\}|\{mm\}|\{dd\}", "", pattern)
    if "{" in rest or "}" in rest:
        return "the date pattern has braces around something else than yyyy, mm or dd"
    return None


def date_in_name(pattern: str, article: str) -> str | None:
    """Read a date (ISO 8601, partial where the pattern is) from an article's name."""
    if date_pattern_fault(pattern) is not None:
        return None
    name = article if "/" in pattern else article.rpartition("/")[2]
    for match in _date_expression(pattern).finditer(name):
        parts = [part for part in (match.groupdict().get(key) for key in _DATE_ORDER) if part]
        if is_partial_date(date := "-".join(parts)):
            return date
    return None


_DATE_ORDER = ("year", "month", "day")
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_partial_date(text: str) -> bool:
    """Say whether `text` is an ISO 8601 calendar date, a year and month, or a year."""
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not match:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if year == 0 or month is None:
        return year != 0
    if not 1 <= month <= 12 or day is None:
        return 1 <= month <= 12
    leap = year is not None and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    longest = 28 if month == 2 and not leap else _LONGEST_MONTHS[month - 1]
    return 1 <= day <= longest


@lru_cache(maxsize=1024)  # more than a `postil.yaml` may have rules
def _date_expression(pattern: str) -> re.Pattern[str]:
    # Only literal text and digits of a fixed number: nothing that could backtrack.
    pieces = re.split(r"(\{yyyy\}|\{mm\}|\{dd\})", pattern)
    body = "".join(_DATE_TOKENS.get(piece) or re.escape(piece) for piece in pieces)
    before = "(?<![0-9])" if pattern.startswith("{") else ""
    after = "(?![0-9])" if pattern.endswith("}") else ""
    return re.compile(before + body + after)


def _names_below(tags: tuple[Tag, ...], above: str = "") -> Iterator[str]:
    for tag in tags:
        name = tag.name if tag.name.startswith(above) else above + tag.name
        yield name
        yield from _names_below(tag.tags, f"{name}/")


@lru_cache(maxsize=1024)
def _digest(*parts: object) -> str:
    # The repr of frozen dataclasses of strings and tuples is the same in every process.
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]
