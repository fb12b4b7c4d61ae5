"""The known file formats, and which of them a file has, told by its name."""

from __future__ import annotations

from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from corpus.readers.html import Html
from corpus.readers.markdown import Markdown
from corpus.readers.plain_text import PlainText
from corpus.readers.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

READERS: tuple[Reader, ...] = (PlainText(), Markdown(), Html())

_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}


def reader_for(name: str) -> Reader | None:
    """Return the reader for a file of this name, told by its suffix in any letter case."""
    dot = name.rfind(".")
    return _BY_SUFFIX.get(name[dot:].lower()) if dot > 0 else None


class _NamesByEnd(dict[str, str]):
    """The name of the reader for each end of a file's name, filled as they are asked for."""

    def __missing__(self, end: str) -> str:
        reader = reader_for(f"x.{end}")
        name = self[end] = reader.name if reader else ""
        return name


def names_of_readers(articles: Iterable[str]) -> list[str]:
    """Return the name of the reader of each of many articles, each of which has one."""
    parted = map(str.rpartition, articles, repeat("."))
    return list(map(_NamesByEnd().__getitem__, map(itemgetter(2), parted)))


def suffixes_in_words() -> str:
    """List the ends of names that articles have, as words: `.txt, .md and .html`."""
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    return f"{', '.join(suffixes[:-1])} and {suffixes[-1]}"
