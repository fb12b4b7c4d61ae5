"""A corpus opened and read for a command; what cannot be read is a warning and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from tui.commands.console import Console, complain
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from annotations.store import AnnotationStore
    from corpus.article import Article, ArticleFile
    from corpus.opening import Corpus
    from tui.configuration.sidecar_place import SidecarPlace


def opened(folder: Path) -> Corpus:
    """Open the corpus; raises CorpusError."""
    from corpus.opening import open_corpus

    return open_corpus(folder)


def warn_of_skipped(corpus: Corpus, console: Console) -> None:
    """Warn of the files that are no article and of problems of postil.yaml."""
    for problem in corpus.skipped:
        console.warn(problem)


def say_what_is_read(corpus: Corpus) -> None:
    """Say which files Postil reads, where a corpus has no article."""
    if not corpus.files:
        from corpus.readers.known import suffixes_in_words

        complain(f"no article here: Postil reads {suffixes_in_words()} files, none that is hidden")


def files(corpus: Corpus, console: Console) -> Iterator[ArticleFile]:
    """Give the files of the articles with progress, then say what went wrong with the cache."""
    from corpus.repeating.keeping import learn_lines

    say_what_is_read(corpus)
    learn_lines(corpus, lambda done, total: console.progress("learning from article", done, total))
    for done, file in enumerate(corpus.files):
        console.progress("reading article", done + 1, len(corpus.files))
        yield file
    if corpus.cache_problem is not None:
        console.warn(corpus.cache_problem)


def articles(corpus: Corpus, console: Console) -> Iterator[Article]:
    """Read the articles one after the other; one that cannot be read is a warning."""
    for file in files(corpus, console):
        try:
            article = corpus.read(file)
        except CorpusError as error:
            console.warn(error.problem)
            continue
        yield article


def text_of(corpus: Corpus, article: str, part: str | None) -> str | None:
    """Return the text of an article, None where it cannot be read; `check` says why."""
    file = corpus.find(article, part)
    if file is None:
        return None
    try:
        return corpus.read(file).text
    except CorpusError:
        return None


def annotation_store(
    corpus: Corpus, folder: Path | None, *, reader: str | None = None
) -> AnnotationStore:
    """Open the sidecars: in `folder`, where the reader keeps them, or beside the articles.

    `reader` is who writes, where it is not who has no name. Raises CorpusError if that is no
    folder: a misspelled one would look like no annotations; `CommandFailed` if it is no name.
    """
    from annotations.error import AnnotationError
    from annotations.store import AnnotationStore

    place = sidecar_place(corpus, folder)
    try:
        return AnnotationStore(corpus, folder=place.folder, reader=reader)
    except AnnotationError as wrong:
        raise CommandFailed(str(wrong.problem)) from wrong


def store_when_asked(corpus: Corpus, folder: Path | None) -> Callable[[], AnnotationStore]:
    """Return what opens the sidecars at its first call, as `annotation_store` does.

    Most queries ask for no annotation. Raises CorpusError if `folder` is no folder.
    """
    if folder is not None:
        sidecar_place(corpus, folder)
    return cache(lambda: annotation_store(corpus, folder))


def sidecar_place(corpus: Corpus, folder: Path | None) -> SidecarPlace:
    """Return where the sidecars lie, as `annotation_store` does; say what one may not expect."""
    from tui.configuration.sidecar_place import place_for_run

    place = place_for_run(corpus, folder)
    if place.problem is not None:
        complain(str(place.problem))
    if place.remembered:
        complain(str(place))
    return place


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset: from 1, counted by LF alone."""
    return text.count("\n", 0, offset) + 1
