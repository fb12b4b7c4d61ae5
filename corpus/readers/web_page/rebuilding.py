"""A page written anew: balanced, bounded markup, for the library that finds the article in it.

Parsers take time that grows with the square of what a hostile page has much of: attributes of a
tag, levels of nesting, forms in forms. So the library never sees the page itself: what it gets is
written here, from the tags that matter to it, none of them open at the end, never deeper than
`DEEPEST`, each with a few short attributes.

What only a rendered page shows is written as text: the marks of list items, and the rows of tables
that hold data (`| Orlin | 1,100 |`, a cell that reaches over several rows or columns followed by
empty ones). Tables that lay a page out become plain blocks. Lists that are nothing but links are
marked as navigation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.readers.web_page.lexing import Tag
from corpus.readers.web_page.tables import LINKS, MENU, MOST_COLUMNS, Cell, Row, Table, write_table
from corpus.understanding.word_set import word_set

DEEPEST = 120
_SEARCHED = 40  # open elements that an end tag is looked for in
_MOST_ROWS = 1_000  # that a cell reaches down

_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_KEPT = _HEADINGS | word_set(
    "section article main aside nav header footer p blockquote pre",
)
# Captions among them: the library leaves them out in some places.
_AS_BLOCK = word_set("""
    div figure figcaption details summary address body center fieldset legend dl dt dd hgroup dialog
    ul ol menu dir li caption form table text search option frameset svg
""")
_LISTS = word_set("ul ol menu dir")
_BLOCKS = _KEPT | _AS_BLOCK
_TABLE_PARTS = word_set("tr td th")
_IGNORED = word_set("html head thead tbody tfoot colgroup")
_VOID = word_set("""
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr
""")
# What a start tag ends that was left open, and the elements that it does not look beyond.
_ENDS = {
    "li": frozenset(["li"]),
    "dt": frozenset(["dt", "dd"]),
    "dd": frozenset(["dt", "dd"]),
    "td": frozenset(["td", "th"]),
    "th": frozenset(["td", "th"]),
    "tr": frozenset(["tr"]),
}
_SCOPES = _LISTS | {"dl", "table", "template"}
_OUTSIDE = word_set("nav footer aside")
# Ids and classes of what readers of the page wrote below it.
_COMMENTS = word_set("""
    comments comment-list commentlist comment-section comments-section comments-area comment-area
    comment-respond respond disqus_thread reader-comments
""")
_UNSEEN = frozenset(["template", "noscript"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class _Open:
    """An open element: its name, and what closes it in the new markup.

    `outside` says that it is no part of the text, `hidden` that nobody sees it. `list` and `table`
    are what it began.
    """

    name: str
    end: str = ""
    outside: bool = False
    hidden: bool = False
    list: _List | None = None
    table: Table | None = None


@dataclass(slots=True)
class _List:
    """A list: where it begins and ends in the pieces, its items, and how much of it is links."""

    piece: int
    numbered: bool
    number: int = 1
    items: int = 0
    text: int = 0
    links: int = 0


class Rebuilding:
    """Takes the tags and texts of a page in turn; `markup` is the page written anew.

    `text` counts the code points of text that is neither in links nor in navigation, asides,
    footers and comments: what an article may be made of. `hidden` counts those that the page has
    hidden, which are left out unless `shows_hidden`.
    """

    def __init__(self, *, shows_hidden: bool = False) -> None:
        self.text = 0
        self.hidden = 0
        self._shows_hidden = shows_hidden
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._lists: list[_List] = []
        self._tables: list[Table] = []
        self._in_link = False
        self._in_pre = 0
        self._mark = ""  # of a list item, whose text may come inside a paragraph

    def take(self, token: Tag | str) -> None:
        """Take the next tag or text."""
        if isinstance(token, str):
            self._take_text(token)
        elif token.inside is not None:
            if token.name == "xmp":
                self._take_text(token.inside)
        elif token.closes:
            self._end(token.name)
        else:
            self._start(token)

    def markup(self) -> str:
        """Close what is open and return the page."""
        while self._open:
            self._close()
        return "<!DOCTYPE html><html><body>" + "".join(self._pieces) + "</body></html>"

    def _put(self, piece: str) -> int:
        self._pieces.append(piece)
        return len(self._pieces) - 1

    # Text

    def _take_text(self, text: str) -> None:
        if self._open and self._open[-1].hidden:
            self.hidden += len(text)
            return
        if not self._in_pre:
            text = _SPACES.sub(" ", text)
        if not text.strip():
            if text:
                self._put(text)
            return
        length = len(text)
        if not self._in_link and not (self._open and self._open[-1].outside):
            self.text += length
        if self._lists:
            self._lists[-1].text += length
            self._lists[-1].links += length if self._in_link else 0
        if self._tables and self._tables[-1].in_cell:
            row = self._tables[-1].rows[-1]
            row.text += length
            row.cells[-1].text += length
            row.cells[-1].links += length if self._in_link else 0
        self._put(self._mark + escaped(text))
        self._mark = ""

    # Tags

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _VOID:
            if name in ("br", "hr"):
                self._block("<br>" if name == "br" else "<div></div>")
            return
        if name == "a":
            self._in_link = "href" in tag.attributes
            return
        if name in _IGNORED:
            return
        if name in _BLOCKS and self._open and self._open[-1].name == "p":
            self._close()
        if name in _ENDS:
            self._end_left_open(_ENDS[name])
        if name in _TABLE_PARTS and self._tables:
            self._start_table_part(tag)
        elif name in _BLOCKS:
            self._start_block(tag)
        elif name in _UNSEEN or hides(tag.attributes):
            self._push(tag, "span")

    def _start_block(self, tag: Tag) -> None:
        name = tag.name
        if name in _LISTS and not self._lists:
            self._block("<p></p>")
        # Items of a list are lines, and no paragraphs with blank lines between them.
        kept = name in _KEPT and not (name == "p" and self._lists)
        element = self._push(tag, name if kept else "div")
        if name in _HEADINGS and self._tables:
            self._tables[-1].layout = True
        if name in _LISTS:
            element.list = _List(len(self._pieces) - 1, name == "ol", _whole(tag, "start", 1))
            self._lists.append(element.list)
        elif name == "table":
            if self._tables:
                self._tables[-1].layout = True
            element.table = Table(layout=tag.attributes.get("role") == "presentation")
            self._tables.append(element.table)
        elif name == "li":
            self._start_item(tag)
        elif name == "pre":
            self._in_pre += 1

    def _start_item(self, tag: Tag) -> None:
        around = self._lists[-1] if self._lists else None
        if around is None or not around.numbered:
            self._mark = "• "
        else:
            around.number = _whole(tag, "value", around.number)
            self._mark = f"{around.number}. "
            around.number += 1
        if around is not None:
            around.items += 1

    def _push(self, tag: Tag, written: str) -> _Open:
        """Open an element that is written as `written`, unless the page is too deep by now."""
        element = self._inside(tag)
        comments = tag.name != "body" and _is_comments(tag)
        if tag.name in _OUTSIDE or comments:
            element.outside = True
        is_hidden = hides(tag.attributes) and tag.name != "body" and not self._shows_hidden
        if is_hidden or tag.name in _UNSEEN:
            element.hidden = "shadowrootmode" not in tag.attributes
        if comments and len(self._open) < DEEPEST:
            element.end = "</nav>"
            self._block(MENU)
        elif len(self._open) < DEEPEST:
            element.end = f"</{written}>"
            self._block(f"<{written}{_attributes(tag)}>")
        else:
            self._block("<br>")
        self._add(element)
        return element

    def _inside(self, tag: Tag) -> _Open:
        around = self._open[-1] if self._open else _Open("")
        return _Open(tag.name, "", around.outside, around.hidden)

    def _add(self, element: _Open) -> None:
        self._open.append(element)
        self._counts[element.name] = self._counts.get(element.name, 0) + 1

    def _block(self, piece: str) -> None:
        at = self._put(piece)
        if self._tables and self._tables[-1].in_cell:
            self._tables[-1].blocks.append(at)

    def _end(self, name: str) -> None:
        if name == "a":
            self._in_link = False
        if not self._counts.get(name):
            if name == "p":
                self._block("<br>")
            return
        for back, element in enumerate(reversed(self._open[-_SEARCHED:]), 1):
            if element.name == name:
                for _ in range(back):
                    self._close()
                return
            if element.table is not None and name != "table":
                return  # an end tag in a cell ends nothing around the table

    def _end_left_open(self, names: frozenset[str]) -> None:
        for back, element in enumerate(reversed(self._open[-_SEARCHED:]), 1):
            if element.name in names:
                for _ in range(back):
                    self._close()
                return
            if element.name in _SCOPES:
                return

    def _close(self) -> None:
        element = self._open.pop()
        self._counts[element.name] -= 1
        if element.name == "pre":
            self._in_pre -= 1
        if element.list is not None:
            self._end_list(element)
        if element.table is not None:
            self._end_table(element.table)
        if element.name in _TABLE_PARTS and self._tables:
            self._end_table_part(element.name)
        elif element.end:
            self._block(element.end)
        if element.list is not None and not self._lists:
            self._block("<p></p>")

    def _end_list(self, element: _Open) -> None:
        ended = self._lists.pop()
        if self._lists:
            self._lists[-1].text += ended.text
            self._lists[-1].links += ended.links
        is_menu = ended.items > 1 and ended.links >= ended.text * LINKS
        if is_menu and element.end and not any(table.in_cell for table in self._tables):
            self._pieces[ended.piece] = MENU
            element.end = "</nav>"

    # Tables

    def _start_table_part(self, tag: Tag) -> None:
        table = self._tables[-1]
        if tag.name == "tr" or not table.rows or table.rows[-1].end is not None:
            self._end_row(table)
            table.rows.append(Row(self._put("")))
        if tag.name != "tr" and len(self._open) < DEEPEST:
            columns = min(max(_whole(tag, "colspan", 1), 1), MOST_COLUMNS)
            rows = min(max(_whole(tag, "rowspan", 1), 1), _MOST_ROWS)
            table.rows[-1].cells.append(Cell(self._put(""), columns, rows))
            table.in_cell = True
        self._add(self._inside(tag))

    def _end_table_part(self, name: str) -> None:
        table = self._tables[-1]
        if name == "tr":
            self._end_row(table)
        elif table.in_cell:
            self._end_cell(table)

    def _end_row(self, table: Table) -> None:
        if table.in_cell:
            self._end_cell(table)
        if table.rows and table.rows[-1].end is None:
            table.rows[-1].end = self._put("")

    def _end_cell(self, table: Table) -> None:
        table.in_cell = False
        table.rows[-1].cells[-1].end = self._put("")

    def _end_table(self, table: Table) -> None:
        self._end_row(table)
        self._tables.pop()
        write_table(self._pieces, table)


def escaped(text: str) -> str:
    """Write a text so that a parser gives it back and sees no tag in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\0", "\ufffd")


def hides(attributes: dict[str, str]) -> bool:
    """Say whether an element with these attributes is not shown."""
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None
    )


def _is_comments(tag: Tag) -> bool:
    named = tag.attributes.get("class", "") + " " + tag.attributes.get("id", "")
    return not _COMMENTS.isdisjoint(named.lower().split())


def _attributes(tag: Tag) -> str:
    kept = [
        f' {name}="{escaped(tag.attributes[name][:200]).replace(chr(34), "&quot;")}"'
        for name in ("class", "id", "role")
        if name in tag.attributes
    ]
    return "".join(kept)


def _whole(tag: Tag, name: str, otherwise: int) -> int:
    """Read an attribute that is a whole number."""
    value = tag.attributes.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else otherwise
