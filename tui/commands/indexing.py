"""The index of a corpus, brought up to date for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commands.console import Console
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index import Index, IndexReport
    from index.fields import Reader


@contextmanager
def updated_index(
    corpus: Corpus, console: Console, reader: Reader | None = None
) -> Iterator[tuple[Index, IndexReport]]:
    """Open the index, update it with progress, and close it afterwards.

    Raises CommandFailed for what the index cannot do, a fault in a query with its place.
    """
    from index import IndexFailure, QueryError, open_index

    try:
        index = open_index(corpus, reader)
        try:
            yield (
                index,
                index.update(lambda done, total: console.progress("indexing", done, total)),
            )
        finally:
            index.close()
    except QueryError as error:
        marks = " " * error.place.start + "^" * max(1, error.place.end - error.place.start)
        raise CommandFailed(
            f"{error.reason} ({error.remedy})\n  {error.query}\n  {marks}"
        ) from error
    except IndexFailure as error:
        raise CommandFailed(str(error.problem)) from error
