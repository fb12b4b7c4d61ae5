"""A corpus opened and read for a command; what cannot be read is a warning and the rest goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.commands.console import Console
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from annotations import AnnotationStore
    from corpus.article import Article
    from corpus.opening import Corpus


def opened(folder: Path) -> Corpus:
    """Open the corpus; raises CorpusError."""
    from corpus.opening import open_corpus

    return open_corpus(folder)


def warn_of_skipped(corpus: Corpus, console: Console) -> None:
    """Warn of the files that are no article and of problems of postil.yaml."""
    for problem in corpus.skipped:
        console.warn(problem)


def articles(corpus: Corpus, console: Console) -> Iterator[Article]:
    """Read the articles one after the other; one that cannot be read is a warning."""
    for done, file in enumerate(corpus.files):
        console.progress("reading article", done + 1, len(corpus.files))
        try:
            article = corpus.read(file)
        except CorpusError as error:
            console.warn(error.problem)
            continue
        yield article


def annotation_store(corpus: Corpus, folder: Path | None) -> AnnotationStore:
    """Open the sidecars, in `folder` where one is given.

    Raises CommandFailed if that is no folder: a misspelled one would look like no annotations.
    """
    from annotations import AnnotationStore

    if folder is not None and not folder.is_dir():
        raise CommandFailed(f"{folder}: there is no such folder (create it, or name another)")
    return AnnotationStore(corpus, folder=folder)


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset: from 1, counted by LF alone."""
    return text.count("\n", 0, offset) + 1
