"""A report in Markdown (CommonMark): quotations with their sources, notes, tags and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from annotations.exchange.annotated import harmless
from annotations.exchange.item import Exported
from annotations.exchange.report import link_lines, placed_facts, source_line
from annotations.linked import Links

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|~&])")
"""What may be markup anywhere in a line."""


def write(items: Sequence[Exported]) -> Iterator[str]:
    """Give the report, in pieces of a text."""
    yield "# Annotations\n"
    names = {item.row.annotation.id: item for item in items}
    links = Links(item.row for item in items)
    for article, group in groupby(items, key=lambda item: item.row.article):
        found = list(group)
        yield f"\n## {escaped(found[0].title or article)}\n\n{escaped(source_line(found[0]))}\n"
        for item in found:
            yield "".join(_entry(item, names, links))


def escaped(words: str) -> str:
    """Write words on one line so that no character of them is markup, or obeyed by a terminal."""
    line = SPECIAL.sub(r"\\\1", " ".join(harmless(words).split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def _entry(item: Exported, names: dict[str, Exported], links: Links) -> Iterator[str]:
    one = item.row.annotation
    yield f'\n<a id="{one.id}"></a>\n\n'
    if one.quote is not None:
        yield "\n>\n".join(_paragraphs(one.quote, "> ")) + "\n\n"
    if one.note:
        yield "\n\n".join(_paragraphs(one.note)) + "\n\n"
    for name, value in placed_facts(item.row):
        yield f"- {escaped(name)}: {escaped(value)}\n"
    for words, to, quote in link_lines(links.of(one.id), names):
        shown = f"[{escaped(quote)}](#{to})" if to in names else escaped(quote)
        yield f"- {escaped(words)}: {shown}\n"


def _paragraphs(words: str, margin: str = "") -> Iterator[str]:
    """Give paragraphs whose lines end where they were ended, each line after `margin`."""
    for part in words.split("\n\n"):
        lines = [escaped(line) for line in part.splitlines() if line.strip()]
        if lines:
            yield "\\\n".join(margin + line for line in lines)
