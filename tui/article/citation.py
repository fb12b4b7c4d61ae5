"""A passage with where it stands: the words, the outlet, the date, the file, the offsets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.article import Article
    from corpus.span import Span
    from corpus.understanding.analysis import Metadata

NAMES = ("quote", "title", "outlet", "author", "date", "file", "part", "start", "end", "line")
_NAMED = re.compile(r"\{(" + "|".join(NAMES) + r")\}")


def place_in_words(article: Article, paragraphs: Sequence[Span], offset: int) -> str:
    """Say in which file an offset is, and where in it; lines and paragraphs are counted from 1."""
    text = article.text
    part = f" {article.file.part}" if article.file.part else ""
    line, lines = text.count("\n", 0, offset) + 1, text.count("\n", 0, len(text.rstrip())) + 1
    words = [f"{article.name}{part}", f"line {min(line, lines)} of {lines}"]
    before = sum(paragraph.start <= offset for paragraph in paragraphs)
    if before:
        words.append(f"paragraph {before} of {len(paragraphs)}")
    words.append(f"character {offset:,} of {len(text):,}")
    return " · ".join(words)


def cited(template: str, article: Article, metadata: Metadata | None, span: Span) -> str:
    """Return a span of an article in a form such as `“{quote}” ({outlet}, {date})`.

    `{…}` are those of `NAMES`; offsets are code points, lines are counted from 1. A date or an
    outlet that is not certain says so. What is not known is left out, with the sign before it.
    """
    text = article.text
    known = {
        "quote": span.cut(text),
        "file": article.name,
        "part": article.file.part or "",
        "start": str(span.start),
        "end": str(span.end),
        "line": str(text.count("\n", 0, span.start) + 1),
    }
    if metadata is not None:
        for name, value in (
            ("title", metadata.title),
            ("outlet", metadata.outlet),
            ("author", metadata.author),
            ("date", metadata.published),
        ):
            if value is not None:
                sure = value.certainty == "certain" or name in ("title", "author")
                doubt = "" if sure else f" ({value.certainty})"
                known[name] = " ".join(value.value.split()) + doubt
    form = template
    for name in NAMES:
        if not known.get(name):
            form = re.sub(rf"\s*[,;:·|–—-]?\s*\{{{name}\}}", "", form)
    form = re.sub(r"([(\[])\s*[,;:·|–—-]\s*", r"\1", form)
    form = re.sub(r"\s*(?:\(\s*\)|\[\s*\])", "", form)
    return _NAMED.sub(lambda found: known.get(found[1], ""), form)
