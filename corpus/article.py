"""An article: first as a file that is known to be there, then with its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.page_head import PageHead


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article of the corpus that has not been read.

    `article` is the path relative to the corpus, with `/`; it is the article's name everywhere.
    `size` is in bytes, `modified` in nanoseconds since the epoch. `part` names a record in a file
    that holds several articles, else None. `location` is `path` in characters: a folder may hold
    very many, and a `Path` takes longer to make than its file takes to find.
    """

    article: str
    location: str
    size: int
    modified: int
    part: str | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """What the article is known by, whatever its size and time of change: name and part."""
        return self.article, self.part

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(self.location)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its text.

    `text` is what the format's reader returned; every offset in Postil counts code points in it.
    `sha256` is the hexadecimal digest of `text` in UTF-8. `reader` is the reader's name and version
    (`text/1`). `encoding` is the encoding the file was decoded from; `encoding_guessed` says that
    nothing in the file proved it. Of a web page, `page` is what it says of itself; `doubt` says
    what is in doubt about the text that was found in it.
    """

    file: ArticleFile
    text: str = field(repr=False)
    reader: str
    sha256: str
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    page: PageHead | None = None
    doubt: str = ""

    @property
    def name(self) -> str:
        """The article's path relative to the corpus."""
        return self.file.article
