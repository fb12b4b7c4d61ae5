"""Plain text: the decoded file, its line ends as LF, nothing else changed."""

from __future__ import annotations

from corpus.decoding import Decoded, decode, decode_as


class PlainText:
    """Reads files whose text is the article."""

    name = "text/1"
    suffixes: tuple[str, ...] = (".txt",)

    def read(self, data: bytes, encoding: str | None = None) -> Decoded:
        """Decode the file."""
        return decode_as(data, encoding) if encoding else decode(data)
