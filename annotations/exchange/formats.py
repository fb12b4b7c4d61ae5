"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotations.exchange import html_report, markdown_report, table, web_annotation
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


def format_of(name: str) -> str | None:
    """Tell a format by the name of a file; None where no format has such names."""
    lower = name.lower()
    return next((key for key, one in FORMATS.items() if lower.endswith(one.suffixes)), None)
