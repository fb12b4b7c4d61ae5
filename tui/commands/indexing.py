"""The index of a corpus, brought up to date for a command."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tui.commands.asked_query import faults_told
from tui.commands.console import Console, complain
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.field_places import Marks
    from index.fields import Reader
    from index.opening import Index
    from index.results import IndexReport


AT_ONCE: Final = 1_000
"""Articles that are indexed before a search; more are scanned, and indexed after it."""


@contextmanager
def searched_index(
    corpus: Corpus,
    console: Console,
    reader: Reader | None = None,
    marks: Marks | None = None,
    *,
    background: bool = True,
) -> Iterator[tuple[Index, int]]:
    """Open the index for a search, with the number of files that are skipped; then close it.

    It is brought up to date before, or, where much is to be done, by a process that goes on after
    this one, if it may run in the `background`. It ends when all is indexed, or when another does
    that. Where it cannot be written, that is said, and all articles are scanned. Raises
    CommandFailed for a fault in a query, with its place.
    """
    with _opened(corpus, reader, marks) as index:
        many = index.problem is None and index.waiting() > AT_ONCE
        yield index, _skipped(corpus) if many else _updated_if_possible(index, corpus, console)
        if many and background and not index.is_being_updated():
            _index_afterwards(corpus)


def _index_afterwards(corpus: Corpus) -> None:
    """Begin a process that indexes when this one has ended."""
    sys.stdout.flush()
    command = [sys.executable, "-P", "-m", "tui.folder.index_process", "--alone", corpus.path]
    nowhere = subprocess.DEVNULL
    subprocess.Popen(
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd="/", start_new_session=True
    )
    complain(
        "the articles were scanned, and are indexed in the background now"
        " (--no-background leaves that out)"
    )


@contextmanager
def current_index(
    corpus: Corpus, console: Console, reader: Reader, *, scans: bool
) -> Iterator[Index]:
    """Open the index, all of it brought up to date before.

    Where it cannot be written that is said, if what is asked `scans` articles that are not indexed.
    Raises CommandFailed as `updated_index`.
    """
    with _opened(corpus, reader) as index:
        if scans:
            _updated_if_possible(index, corpus, console)
        else:
            _updated(index, console)
        yield index


@contextmanager
def updated_index(corpus: Corpus, console: Console) -> Iterator[tuple[Index, IndexReport]]:
    """Open the index, update it with progress, and close it afterwards.

    Raises CommandFailed for what the index cannot do, a fault in a query with its place.
    """
    with _opened(corpus) as index:
        yield index, _updated(index, console)


def make_anew(index: Index, console: Console) -> None:
    """Say that an index was damaged, and make it anew."""
    complain("the index was damaged: it is made anew")
    _updated(index, console)


def _updated(index: Index, console: Console) -> IndexReport:
    return index.update(lambda done, total: console.progress("indexing", done, total))


def _updated_if_possible(index: Index, corpus: Corpus, console: Console) -> int:
    """Update the index, or say why that cannot be; return how many files are skipped."""
    from index.problems import IndexFailure

    try:
        return len(_updated(index, console).skipped)
    except IndexFailure as failure:
        complain(str(failure.problem))
        complain("the articles are scanned instead, which takes longer")
        return _skipped(corpus)


def _skipped(corpus: Corpus) -> int:
    """Return how many files the walk through the folder skipped."""
    return len(corpus.left_out)


@contextmanager
def _opened(
    corpus: Corpus, reader: Reader | None = None, marks: Marks | None = None
) -> Iterator[Index]:
    from index.opening import open_index
    from index.problems import IndexFailure

    # The list of files stays: nothing in it is looked through for garbage again and again.
    gc.freeze()
    try:
        with faults_told():
            index = open_index(corpus, reader, marks)
            try:
                yield index
            finally:
                index.close()
    except IndexFailure as error:
        raise CommandFailed(str(error.problem)) from error
