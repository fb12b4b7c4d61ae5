"""What a reader of a file format has to offer."""

from __future__ import annotations

from typing import Protocol

from corpus.decoding import Decoded


class Reader(Protocol):
    """Turns the bytes of a file into the text of an article.

    One module of this package defines one reader; importing it must be cheap, so heavy libraries
    are imported inside `read`.
    """

    @property
    def name(self) -> str:
        """The format and the version of the reader, such as `text/1`.

        The version changes whenever the same bytes give another text: offsets count in the text.
        """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The ends of file names that the reader is for, in lower case with the dot."""

    def read(self, data: bytes, encoding: str | None = None) -> Decoded:
        """Return the article's text; lines end in LF. Does not raise.

        `encoding` is the codec that the reader of the corpus chose; None leaves it to the file.
        """
