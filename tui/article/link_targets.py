"""Where a link of a Markdown article leads: into the corpus, to the web, or nowhere known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)(?: +#+)? *$", re.MULTILINE)
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class InCorpus:
    """An article that a link leads to, and the heading in it, "" for its beginning."""

    file: ArticleFile
    heading: str = ""


def is_for_browser(target: str) -> bool:
    """Say whether a target is one for a browser: a web page or an address of mail."""
    return _WEB.match(target) is not None


def article_linked(corpus: Corpus, own: ArticleFile, target: str) -> InCorpus | None:
    """Return the article that a target leads to from `own`; None where it leads to none.

    A target is a path relative to the article, a heading of it (`#what-we-know`), or both; a name
    without its suffix is that of a Markdown article. Nothing outside the corpus is looked at.
    """
    if _SCHEME.match(target) or target.startswith("//"):
        return None
    path, _, heading = target.partition("#")
    heading = unquote(heading)
    if not path:
        return InCorpus(own, heading) if heading else None
    name = normpath(join(dirname(own.article), unquote(path.partition("?")[0])))
    file = corpus.find(name) or corpus.find(f"{name}.md")
    return InCorpus(file, heading) if file is not None else None


def place_of_heading(text: str, heading: str) -> int | None:
    """Return the offset of the heading with a name as links have it; None where there is none.

    The name is made of the words as GitHub makes it: in small letters, blanks as hyphens, other
    signs left out; of equal ones the second is called `words-1`.
    """
    seen: dict[str, int] = {}
    for found in _HEADING.finditer(text):
        name = _NOT_IN_SLUG.sub("", found[1].lower()).replace(" ", "-")
        count = seen[name] = seen.get(name, -1) + 1
        if heading.lower() == (f"{name}-{count}" if count else name):
            return found.start()
    return None
