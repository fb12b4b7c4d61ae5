"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotations.exchange import (
    annotated_html,
    annotated_markdown,
    annotated_text,
    html_report,
    markdown_report,
    table,
    web_annotation,
)
from annotations.exchange.annotated import AnnotatedArticle
from annotations.exchange.item import Exported, Incoming


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it writes, and what it reads; None where it is for people only.

    `suffixes` are the ends of the names of its files.
    """

    write: Callable[[Sequence[Exported]], Iterator[str]]
    read: Callable[[str], Iterator[Incoming]] | None
    suffixes: tuple[str, ...]


FORMATS: dict[str, Format] = {
    "w3c": Format(web_annotation.write, web_annotation.read, (".jsonld", ".json")),
    "csv": Format(table.write, table.read, (".csv",)),
    "tsv": Format(table.write_tabs, table.read, (".tsv", ".tab")),
    "markdown": Format(markdown_report.write, None, (".md", ".markdown")),
    "html": Format(html_report.write, None, (".html", ".htm")),
}


@dataclass(frozen=True, slots=True)
class ArticleFormat:
    """A format of one article in full, its annotations as notes."""

    write: Callable[[AnnotatedArticle], Iterator[str]]
    suffixes: tuple[str, ...]


ARTICLE_FORMATS: dict[str, ArticleFormat] = {
    "html": ArticleFormat(annotated_html.write, (".html", ".htm")),
    "markdown": ArticleFormat(annotated_markdown.write, (".md", ".markdown")),
    "text": ArticleFormat(annotated_text.write, (".txt",)),
}


def article_format_of(name: str) -> str | None:
    """Tell a format of one article by the name of a file; None where none has such names."""
    lower = name.lower()
    return next((key for key, one in ARTICLE_FORMATS.items() if lower.endswith(one.suffixes)), None)


def format_of(name: str) -> str | None:
    """Tell a format by the name of a file; None where no format has such names."""
    lower = name.lower()
    return next((key for key, one in FORMATS.items() if lower.endswith(one.suffixes)), None)
