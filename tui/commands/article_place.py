"""A place in an article, as it is written on the command line: FILE:OFFSET."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.corpus_file_name import CORPUS_FILE_NAME
from tui.commands import reading
from tui.commands.failure import CommandFailed

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus

_PLACE = re.compile(r"(?P<file>.+):(?P<offset>[0-9]{1,12})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """A code point of an article, and the corpus that the article is read in."""

    corpus: Corpus
    article: Article
    offset: int


def article_place(written: str, folder: Path | None) -> ArticlePlace:
    """Read FILE:OFFSET, where FILE is a path, or the name of an article of the corpus in `folder`.

    Without `folder` the corpus is the nearest folder above the file that has a `postil.yaml` or was
    opened before, else the file alone. Raises `CommandFailed`, and `CorpusError` where nothing can
    be read.
    """
    found = _PLACE.fullmatch(written)
    if found is None:
        raise CommandFailed(
            f"{written}: no place; write FILE:OFFSET, as in 001_report.txt:478 (code points from 0)"
        )
    corpus, article = article_at(Path(found["file"]), folder)
    offset = int(found["offset"])
    if offset >= max(len(article.text), 1):
        raise CommandFailed(f"{written}: the text ends at {len(article.text)}")
    return ArticlePlace(corpus, article, offset)


def article_at(path: Path, folder: Path | None) -> tuple[Corpus, Article]:
    """Read the article of a path, or of a name in the corpus in `folder`, and open its corpus.

    Without `folder` the corpus is found as `article_place` does. Raises `CommandFailed`, and
    `CorpusError` where nothing can be read.
    """
    if folder is not None and not path.exists():
        path = folder / path
    if path.is_dir():
        named = shlex.quote(str(path))
        raise CommandFailed(
            f"{path}: a folder, not an article; `postil {named}` opens it in the reader,"
            f" `postil articles {named}` lists its articles"
        )
    if not path.is_file():
        raise CommandFailed(f"{path}: there is no such article; --corpus DIR says where to look")
    root = folder or _corpus_of(path)
    corpus = reading.opened(root)
    real = os.path.realpath(path)
    file = next((file for file in corpus.files if os.path.realpath(file.path) == real), None)
    if file is None:
        raise CommandFailed(f"{path}: no article of {root}; `postil check` says why")
    return corpus, corpus.read(file)


def _corpus_of(path: Path) -> Path:
    """Return the folder that an article was opened in before; the article itself if none."""
    from platformdirs import user_cache_path

    from corpus.opening import corpus_key

    kept = user_cache_path("postil", appauthor=False)
    for folder in Path(os.path.realpath(path)).parents:
        if os.path.lexists(folder / CORPUS_FILE_NAME) or (kept / corpus_key(folder)).is_dir():
            return folder
    return path
