"""A report as one HTML file that needs nothing else: no scripts, no fonts, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from annotations.exchange.annotated import harmless
from annotations.exchange.item import Exported
from annotations.exchange.report import link_lines, placed_facts, source_line
from annotations.linked import Links

# Where an annotation stands and when it was made is for looking up, not for reading.
_AT_THE_FOOT = ("In the text", "Made", "Edited")

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
body { font: 1.0625rem/1.5 Charter, "Bitstream Charter", Georgia, "Times New Roman", serif;
  max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2 { line-height: 1.2; text-wrap: balance; }
h2 { margin: 3rem 0 .25rem; padding-top: 1rem; border-top: 1px solid #8888; }
dt, .small, nav { font: .8125rem/1.4 system-ui, "Liberation Sans", sans-serif; }
dt, .small { opacity: .75; }
.small { margin: .25rem 0; }
nav li { margin: .25rem 0; }
section { margin: 2rem 0; }
section:target { outline: 2px solid; outline-offset: .5rem; }
blockquote { margin: 0; padding-inline-start: .875rem;
  border-inline-start: .1875rem solid #888; }
blockquote, .note { white-space: pre-line; }
.note { margin: .75rem 0; font-style: italic; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: .75rem 0; }
dl.links { display: block; }
dl.links > div { margin: .5rem 0; }
dd { margin: 0; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  a { color: inherit; }
  section, dl > div { break-inside: avoid; }
  h2, .source { break-after: avoid; }
}
</style>
</head>
<body>
<h1>Annotations</h1>
"""


def write(items: Sequence[Exported]) -> Iterator[str]:
    """Give the report, in pieces of a text."""
    names = {item.row.annotation.id: item for item in items}
    links = Links(item.row for item in items)
    articles = [list(group) for _, group in groupby(items, key=lambda item: item.row.article)]
    yield _HEAD
    yield from _contents(articles)
    for number, found in enumerate(articles, 1):
        yield f'<h2 id="article-{number}" dir="auto">{_shown(_title(found[0]))}</h2>\n'
        yield f'<p class="small source">{_shown(source_line(found[0]))}</p>\n'
        for item in found:
            yield "".join(_entry(item, names, links))
    yield "</body>\n</html>\n"


def _contents(articles: Sequence[Sequence[Exported]]) -> Iterator[str]:
    """Give the list of several articles, each with its source and how many annotations it has."""
    if len(articles) < 2:
        return
    yield "<nav><ol>\n"
    for number, found in enumerate(articles, 1):
        title = f'<a href="#article-{number}" dir="auto">{_shown(_title(found[0]))}</a>'
        count = f"{len(found):,} annotation{'' if len(found) == 1 else 's'}"
        about = " · ".join(part for part in (source_line(found[0]), count) if part)
        yield f"<li>{title} <span>{_shown(about)}</span></li>\n"
    yield "</ol></nav>\n"


def _title(item: Exported) -> str:
    return item.title or item.row.article


def _shown(words: str) -> str:
    return escape(harmless(words))


def _entry(item: Exported, names: dict[str, Exported], links: Links) -> Iterator[str]:
    one = item.row.annotation
    yield f'<section id="{escape(one.id)}">\n'
    if one.quote is not None:
        yield f'<blockquote dir="auto">{_shown(one.quote)}</blockquote>\n'
    if one.note:
        yield f'<p class="note" dir="auto">{_shown(one.note)}</p>\n'
    facts = list(placed_facts(item.row))
    yield from _list("facts", [(n, _shown(v)) for n, v in facts if n not in _AT_THE_FOOT])
    ends = link_lines(links.of(one.id), names)
    yield from _list("links", [(words, _end(to, quote, item, names)) for words, to, quote in ends])
    foot = [
        value if n == "In the text" else f"{n} {value}" for n, value in facts if n in _AT_THE_FOOT
    ]
    if foot:
        yield f'<p class="small">{_shown(" · ".join(foot))}</p>\n'
    yield "</section>\n"


def _list(kind: str, lines: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Give names with what stands below each, which is HTML already."""
    if lines:
        rows = (f"<div><dt>{_shown(name)}</dt><dd>{value}</dd></div>" for name, value in lines)
        yield f'<dl class="{kind}">\n' + "\n".join(rows) + "\n</dl>\n"


def _end(to: str, quote: str, item: Exported, names: dict[str, Exported]) -> str:
    """Give the words at the other end of a link, and their source where that is another one."""
    there = names.get(to)
    if there is None:
        return _shown(quote)
    is_here = there.row.article == item.row.article
    source = "" if is_here else f' <span class="small">{_shown(source_line(there))}</span>'
    return f'<a href="#{escape(to)}" dir="auto">{_shown(quote)}</a>{source}'
