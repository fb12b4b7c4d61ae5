"""A report as one HTML file that needs nothing else: no scripts, no fonts, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from annotations.exchange.item import Exported
from annotations.exchange.report import link_lines, placed_facts, source_line

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Annotations</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
blockquote { margin: 0 0 .5rem; padding-left: 1rem; border-left: .2rem solid; }
blockquote, .note { white-space: pre-line; }
section { margin: 1.5rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dt, .source { opacity: .7; }
dd { margin: 0; overflow-wrap: anywhere; }
@media print { section { break-inside: avoid; } h2 { break-after: avoid; } }
</style>
</head>
<body>
<h1>Annotations</h1>
"""


def write(items: Sequence[Exported]) -> Iterator[str]:
    """Give the report, in pieces of a text."""
    yield _HEAD
    names = {item.row.annotation.id: item for item in items}
    for article, group in groupby(items, key=lambda item: item.row.article):
        found = list(group)
        yield f"<h2>{escape(found[0].title or article)}</h2>\n"
        yield f'<p class="source">{escape(source_line(found[0]))}</p>\n'
        for item in found:
            yield "".join(_entry(item, names))
    yield "</body>\n</html>\n"


def _entry(item: Exported, names: dict[str, Exported]) -> Iterator[str]:
    one = item.row.annotation
    yield f'<section id="{escape(one.id)}">\n'
    if one.quote is not None:
        yield f"<blockquote>{escape(one.quote)}</blockquote>\n"
    if one.note:
        yield f'<p class="note">{escape(one.note)}</p>\n'
    lines = [
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in placed_facts(item.row)
    ]
    for words, to, quote in link_lines(one, names):
        shown = f'<a href="#{escape(to)}">{escape(quote)}</a>' if to in names else escape(quote)
        lines.append(f"<dt>{escape(words)}</dt><dd>{shown}</dd>")
    if lines:
        yield "<dl>\n" + "\n".join(lines) + "\n</dl>\n"
    yield "</section>\n"
