"""The title of an article, and the name of the outlet that some sites put behind it."""

from __future__ import annotations

import re

from corpus.span import Span
from corpus.understanding.analysis import Certainty, Value
from corpus.understanding.head import Head
from corpus.understanding.line_kinds.outlets import outlet_shape
from corpus.understanding.metadata.markdown_words import words_of_markdown
from corpus.understanding.shape import is_all_capitals, is_cut_off, without_case

_SUFFIX = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|–—]{2,40})$")
_PARTS = re.compile(r"\s+[|–—:·•»/-]+\s+|:\s+")
_LINE = re.compile(r"\S[^\n]{0,300}(?<=\S)(?=\s*(?:\n|\Z))")
_WORD = re.compile(r"\w+")
_WITHIN = 20_000  # code points in which the title of a page stands
_MARKS = re.compile(r"^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$")


def read_title(text: str, head: Head) -> tuple[Value | None, Value | None]:
    """Return the title and, where it ends with one, the outlet.

    A header's title is certain, and so is a Markdown heading of the first level; a line above the
    body is likely, a line that was cut off a guess. The value has no signs of Markdown.
    """
    for field in head.header.fields:
        if field.meaning == "title" and field.value:
            return Value(field.value, "certain", field.span), None
    parts = list(head.of_role("title"))
    if not parts:
        return None, None
    span = Span(parts[0].start, parts[-1].end)
    words = span.cut(text)
    outlet = None
    # Behind a title in capitals stands who reports it, not the name of the site.
    suffix = None if is_all_capitals(words) else _SUFFIX.search(words)
    if suffix and outlet_shape(suffix["outlet"]):
        start = span.start + suffix.start("outlet")
        outlet = Value(suffix["outlet"].strip(), "likely", Span(start, span.end))
        span = Span(span.start, span.start + suffix.start())
        words = span.cut(text)
    certainty: Certainty = "likely"
    if parts[0].level == 1:
        certainty = "certain"
    elif is_cut_off(words) or _begins_body(text, words, head):
        certainty = "guess"
    title = words_of_markdown(" ".join(words.split())) if parts[0].level else words
    return Value(_plain(title), certainty, span), outlet


def surer_title(page: Value | None, found: Value | None, text: str) -> Value | None:
    """Return the title that a page names, unless it is the window's and the text shows one.

    What stands above the body may be the page's own: a menu, a word of help. Where the window's
    title has little of it, the article's is a line that is all of the window's title, or a part.
    """
    if page is None or page.certainty == "certain" or found is None or found.certainty == "guess":
        return page or found
    window, shown = _words(page.value), _words(found.value)
    if 2 * len(shown & window) >= len(shown):
        return found
    parts = [page.value, *_PARTS.split(page.value)]
    lines: dict[str, Span] = {}
    for line in _LINE.finditer(text, 0, _WITHIN):
        lines.setdefault(without_case(line[0]), Span(*line.span()))
    same = [part for part in parts if without_case(part) in lines]
    if not same:
        return found
    # The name of the site stands before that of the page, or behind it.
    span = lines[without_case(min(same, key=lambda part: outlet_shape(part) is not None))]
    return Value(span.cut(text), "likely", span)


def _words(words: str) -> set[str]:
    return set(_WORD.findall(words.casefold()))


def _begins_body(text: str, words: str, head: Head) -> bool:
    """Say whether a title is nothing but the first words of the body, broken off."""
    if head.body is None:
        return False
    body = head.body.cut(text)
    return (
        len(words.split()) >= 4
        and body.startswith(words)
        and body[len(words) :][:1] not in (*("", ".", "!", "?", "\n"),)
    )


def _plain(words: str) -> str:
    """Return a title on one line, without the marks of emphasis around it."""
    line = " ".join(words.split())
    return _MARKS.sub("", line) if line[:1] in "*_" else line
