"""Markdown: read as plain text, so that offsets are those of the file that people edit."""

from __future__ import annotations

from corpus.decoding import Decoded, decode, decode_as


class Markdown:
    """Reads Markdown files; what headings and emphasis are is seen when they are shown."""

    name = "markdown/1"
    suffixes: tuple[str, ...] = (".md",)

    def read(self, data: bytes, encoding: str | None = None) -> Decoded:
        """Decode the file."""
        return decode_as(data, encoding) if encoding else decode(data)
