"""Markdown shown as what it means, with every offset that of the file.

`markdown-it-py` says which lines are headings, lists, quotations and code, and what the words of a
paragraph are; where each of them stands is found again in the source, in its order. Signs that only
say how something looks are hidden, bullets and quotation signs are drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.article.addresses import Address
from tui.layout.displayed import Edit, hiding
from tui.layout.layers import EMPTY, Layer, StyledSpan
from tui.layout.wrap import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# In code points: a second of work. Longer texts are shown as they are written.
LONGEST = 400_000
BULLET, QUOTED, RULE = "•", "▎", "─"
_FRONT_MATTER = re.compile(r"---\n.*?\n(?:---|\.\.\.)(?=\n|\Z)", re.DOTALL)
_ITEM = re.compile(r"[ >]*?([-*+]) ")
_QUOTE_SIGNS = re.compile(r" {0,3}>(?: {0,3}>)*")
_ATX = re.compile(r"([ >]*#{1,6} +)(.*?)( +#+ *| *)$")
# What a join takes with it: the indent and the quotation signs of the next line.
_LINE_START = re.compile(r"[ >]*")
_STYLES = {"em_open": "emphasis", "strong_open": "strong", "s_open": "struck", "link_open": "link"}


@dataclass(frozen=True, slots=True)
class Markup:
    """How a Markdown text is shown: `layer` styles it, `edits` hide and draw signs, `joins` make
    one of lines that are one paragraph. `links` are what is linked, from the first sign of each to
    the last, in the order of the text.
    """

    layer: Layer = EMPTY
    edits: tuple[Edit, ...] = ()
    joins: tuple[Edit, ...] = ()
    links: tuple[Address, ...] = ()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markup_of(text: str) -> Markup | None:
    """Return how safe text that is Markdown is shown; None where it is too long."""
    if len(text) > LONGEST:
        return None
    source = _without_front_matter(text)
    reading = _Reading(text)
    for token in _parser().parse(source):
        reading.take(token)
    return Markup(
        Layer(reading.spans),
        tuple(sorted(reading.edits)),
        tuple(sorted(reading.joins)),
        tuple(sorted(reading.links, key=lambda link: link.start)),
    )


def _without_front_matter(text: str) -> str:
    """Return the text with front matter blanked: it is no part of the Markdown."""
    found = _FRONT_MATTER.match(text)
    return re.sub(r"[^\n]", " ", found.group()) + text[found.end() :] if found else text


@dataclass
class _Reading:
    """What was found while going through the blocks of a text, in the order of the text."""

    text: str
    spans: list[StyledSpan] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    joins: list[Edit] = field(default_factory=list)
    links: list[Address] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self._styled: set[int] = set()

    def take(self, token: Token) -> None:
        """Find what a block is in the text."""
        if token.map is None:
            return
        first, last = token.map
        if token.type == "heading_open":
            self._heading(first, last, token)
        elif token.type == "list_item_open":
            found = _ITEM.match(self.text, self._start(first), self._end(first))
            if found and token.markup in "-*+":
                self.edits.append(Edit(found.start(1), BULLET))
        elif token.type == "blockquote_open":
            self._quotation(first, last)
        elif token.type == "hr":
            start, end = self._start(first), self._end(first)
            self.edits.append(Edit(start, RULE * (end - start)))
            self._style(start, end, "sign")
        elif token.type in ("fence", "code_block"):
            self._code(first, last, fenced=token.type == "fence")
        elif token.type == "html_block":
            self._style(self._start(first), self._end(last - 1), "sign")
        elif token.type == "inline":
            # Cells of a table have the place of their row.
            _Inline(self, self._start(first), self._end(last - 1)).take(token.children or ())

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def _end(self, line: int) -> int:
        """Return the end of a line without its line end."""
        if line + 1 < len(self._starts):
            return self._starts[line + 1] - 1
        return len(self.text)

    def _style(self, start: int, end: int, style: str) -> None:
        self.spans.append(StyledSpan(start, end, style))

    def _heading(self, first: int, last: int, token: Token) -> None:
        start, end = self._start(first), self._end(last - 1)
        style = "heading-first" if token.tag == "h1" else "heading"
        if token.markup in ("=", "-"):
            end = self._end(last - 2)
            self._style(self._start(last - 1), self._end(last - 1), "sign")
        elif found := _ATX.match(self.text[start:end]):
            self.edits.append(hiding(start, start + found.end(1)))
            self.edits.append(hiding(start + found.start(3), end))
        self._style(start, end, style)

    def _quotation(self, first: int, last: int) -> None:
        for line in range(first, last):
            if self._start(line) in self._styled:
                continue  # a quotation in a quotation has its signs drawn already
            found = _QUOTE_SIGNS.match(self.text, self._start(line), self._end(line))
            if found:
                self._styled.add(self._start(line))
                self.edits.append(Edit(found.start(), found.group().replace(">", QUOTED)))
                self._style(found.start(), found.end(), "sign")

    def _code(self, first: int, last: int, *, fenced: bool) -> None:
        self._style(self._start(first), self._end(last - 1), "code")
        if fenced:
            self._style(self._start(first), self._end(first), "sign")
            self._style(self._start(last - 1), self._end(last - 1), "sign")


class _Inline:
    """The words of one block, found in its source from `place` on, one after the other."""

    def __init__(self, reading: _Reading, start: int, end: int) -> None:
        self._reading = reading
        self._place = start
        self._end = end

    def take(self, children: Sequence[Token]) -> None:
        """Go through the words; what cannot be found is left as it is written."""
        opened: list[tuple[str, int, str]] = []
        for child in children:
            if child.type in ("text", "html_inline", "code_inline"):
                self._words(child)
            elif child.type in ("softbreak", "hardbreak"):
                self._line_end(soft=child.type == "softbreak")
            elif child.type in _STYLES:
                sign = "[" if child.type == "link_open" and child.markup != "autolink" else (
                    "<" if child.type == "link_open" else child.markup
                )  # fmt: skip
                self._hide(sign)
                opened.append((_STYLES[child.type], self._place, str(child.attrGet("href") or "")))
            elif child.type == "image":
                self._image()
            elif child.type.endswith("_close") and opened:
                style, start, target = opened.pop()
                self._reading._style(start, self._place, style)
                if child.type != "link_close":
                    self._hide(child.markup)
                elif child.markup == "autolink":
                    self._hide(">")
                else:
                    self._target()
                if child.type == "link_close" and target:
                    self._reading.links.append(Address(max(0, start - 1), self._place, target))

    def _find(self, words: str) -> int | None:
        """Return where words stand next, and go behind them; None where they do not."""
        found = self._reading.text.find(words, self._place, self._end) if words else -1
        if found < 0:
            return None
        self._place = found + len(words)
        return found

    def _hide(self, sign: str) -> None:
        if (found := self._find(sign)) is not None:
            self._reading.edits.append(hiding(found, found + len(sign)))

    def _words(self, child: Token) -> None:
        sign = child.markup if child.type == "code_inline" else ""
        if sign:
            self._hide(sign)
        found = self._find(child.content)
        if found is not None and child.type != "text":
            style = "code" if child.type == "code_inline" else "sign"
            self._reading._style(found, self._place, style)
        if sign:
            self._hide(sign)

    def _line_end(self, *, soft: bool) -> None:
        text = self._reading.text
        found = text.find("\n", self._place, self._end)
        if found < 0:
            return
        start = _LINE_START.match(text, found + 1)
        self._place = start.end() if start else found + 1
        if soft:
            blank = HIDDEN if found and text[found - 1] == " " else " "
            hidden = HIDDEN * (self._place - found - 1)
            self._reading.joins.append(Edit(found, blank + hidden))

    def _target(self) -> None:
        """Hide what a link leads to: `](…)`, `][…]` or `]`."""
        text = self._reading.text
        if not text.startswith("]", self._place):
            return
        end = self._place + 1
        if text.startswith("(", end):
            end = _closing(text, end, self._end, "()")
        elif text.startswith("[", end):
            end = _closing(text, end, self._end, "[]")
        self._reading.edits.append(hiding(self._place, end))
        self._place = end

    def _image(self) -> None:
        """Show of a picture its words, as a link."""
        start = self._find("![")
        if start is None:
            return
        words = self._place
        end = _closing(self._reading.text, words - 1, self._end, "[]") - 1
        if end < words:
            return
        self._reading.edits.append(hiding(start, words))
        self._reading._style(words, end, "link")
        self._place = end
        self._target()


def _closing(text: str, start: int, stop: int, pair: str) -> int:
    """Return where the bracket that opens at `start` has been closed; `start` where it is not."""
    depth = 0
    place = start
    while place < stop:
        character = text[place]
        if character == "\\":
            place += 1
        elif character == pair[0]:
            depth += 1
        elif character == pair[1]:
            depth -= 1
            if not depth:
                return place + 1
        place += 1
    return start
