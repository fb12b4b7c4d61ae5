"""Gathering what a page says of itself: its title, `meta` tags, microdata and linked data."""

from __future__ import annotations

from corpus.page_head import PageHead
from corpus.readers.web_page.lexing import Tag, decoded

_MOST_META = 300
_LONGEST_META = 1_000
_MOST_BLOCKS = 20
_LONGEST_BLOCK = 500_000
# Microdata that dates or names the article; in the body it stands on any element.
_ITEMPROPS = frozenset(("headline", "datepublished", "author", "inlanguage"))


class HeadReading:
    """Takes what a page consists of in turn; `head` is what its tags said.

    `frames` says that the page is a set of frames.
    """

    def __init__(self) -> None:
        self.frames = False
        self._title = ""
        self._language = ""
        self._meta: list[tuple[str, str]] = []
        self._blocks: list[str] = []

    def take(self, token: Tag | str) -> None:
        """Take the next tag or text."""
        if not isinstance(token, str) and not token.closes:
            self._take_tag(token)

    def _take_tag(self, tag: Tag) -> None:
        name, attributes = tag.name, tag.attributes
        self.frames = self.frames or name == "frameset"
        if name == "title":
            if not self._title:
                self._title = " ".join(decoded((tag.inside or "")[:_LONGEST_META]).split())
        elif name == "html":
            self._language = self._language or attributes.get("lang", "")[:40]
        elif name == "script":
            is_data = attributes.get("type", "").strip().lower() == "application/ld+json"
            inside = tag.inside or ""
            if is_data and len(inside) <= _LONGEST_BLOCK and len(self._blocks) < _MOST_BLOCKS:
                self._blocks.append(inside)
        elif attributes:
            self._take_meta(name, attributes)

    def _take_meta(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._meta) >= _MOST_META:
            return
        content = attributes.get("content") or attributes.get("datetime") or ""
        content = " ".join(content[:_LONGEST_META].split())
        if not content:
            return
        keys = [attributes.get("property"), attributes.get("name")] if name == "meta" else []
        itemprop = attributes.get("itemprop", "").lower()
        if itemprop in _ITEMPROPS:
            keys.append(f"itemprop:{itemprop}")
        self._meta += [(key.strip().lower()[:100], content) for key in keys if key]

    @property
    def head(self) -> PageHead:
        """What the page said of itself."""
        return PageHead(self._title, self._language, tuple(self._meta), tuple(self._blocks))
