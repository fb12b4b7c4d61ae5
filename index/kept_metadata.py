"""Titles, outlets, authors and days of all articles, in one file of the cache: looked up at once.

To read what is known of 100,000 articles and to part their titles into words takes some seconds, to
take up the part of this file that a query asks takes some hundredths of one. Of each text it has
the words, a line an article in the order of the corpus's files; of days the runs of `index.ranges`.
"""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

from corpus.facts_keeping import FACTS_VERSION
from corpus.garbage import many_objects
from corpus.tokens import TOKENIZER_VERSION
from corpus.understanding import ANALYSER_VERSION
from index.called import CalledArticles, line_of
from index.kept_columns import (
    ColumnsName,
    KeptColumns,
    are_of_now,
    keep_columns,
    kept_columns,
    read_columns,
)
from index.ranges import IN_A_RUN, Run, days_of, runs_of_columns, sorted_run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.facts import Known
    from corpus.opening import Corpus
    from index.known_files import FileKey

FILE_NAME: Final = "metadata.columns"
FORMAT: Final = 1
"""Changes with the layout; another one is written anew."""

_NAME: Final = ColumnsName(FILE_NAME, (FORMAT, FACTS_VERSION, ANALYSER_VERSION, TOKENIZER_VERSION))
_TEXTS: Final = ("title", "outlet", "author")
_DAYS: Final = ("first days", "last days")
_OWNERS: Final = "owners"


class KeptMetadata:
    """The metadata of the articles of one state of a corpus, all of which are known.

    Safe to use from several threads. Raises Unreadable where the file is not what was written.
    """

    def __init__(self, corpus: Corpus, kept: KeptColumns) -> None:
        self._corpus = corpus
        self._about = kept.about
        self._columns = {name: kept.column(name) for name in (*_TEXTS, *_DAYS, _OWNERS)}
        self._called: dict[str, CalledArticles] = {}

    def called(self, name: str) -> CalledArticles:
        """Give the articles by their titles, outlets or authors."""
        if name not in self._called:
            self._called[name] = CalledArticles(self._corpus.keys, self._lines(name))
        return self._called[name]

    @cached_property
    def days(self) -> Sequence[Run]:
        """The days in runs."""
        lows, highs = map(self._lines, _DAYS)
        owners = bytes(self._columns[_OWNERS])
        return runs_of_columns(self._about, self._corpus.keys, lows, highs, owners)

    def _lines(self, name: str) -> list[str]:
        with many_objects():
            return bytes(self._columns[name]).decode("utf-8", "surrogatepass").split("\n")


def kept_metadata(corpus: Corpus) -> KeptMetadata | None:
    """Return the metadata of all articles as they are now; None where they are not kept."""
    return read_columns(partial(KeptMetadata, corpus), kept_columns(corpus, _NAME))


def keep_metadata(corpus: Corpus, rows: Mapping[FileKey, Known]) -> KeptMetadata | None:
    """Part the texts of all articles into words, sort their days, and keep both.

    None where the metadata of some are not known, or where they cannot be kept.
    """
    if not are_of_now(corpus, rows):
        return None
    in_order = [rows[file.key] for file in corpus.files]
    columns: dict[str, bytes] = {}
    for name in _TEXTS:
        columns[name] = _column([line_of(getattr(row, name)) for row in in_order])
    runs = [
        sorted_run((file.key, days_of(rows[file.key])) for file in corpus.files[at : at + IN_A_RUN])
        for at in range(0, len(corpus.files), IN_A_RUN)
    ]
    for name, end in zip(_DAYS, ("lows", "highs"), strict=True):
        columns[name] = _column([day for run in runs for day in getattr(run, end)])
    columns[_OWNERS] = b"".join(run.owners for run in runs)
    about: dict[str, Any] = {
        "sizes": [len(run.owners) for run in runs],
        "in_order": [run.in_order for run in runs],
    }
    return read_columns(partial(KeptMetadata, corpus), keep_columns(corpus, _NAME, about, columns))


def _column(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")
