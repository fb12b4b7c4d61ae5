"""The names under which the cache keeps what was made of articles: hashes, which tell nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Article, ArticleFile
    from corpus.corpus_file import CorpusFile


def hash_of(*parts: str | int | None) -> str:
    """Return the SHA-256 of some parts in hexadecimal digits, another for each other order."""
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def summary_name(file: ArticleFile) -> str:
    """Name the summary of an article."""
    return hash_of("summary", file.article, file.part)


def own_key(article: Article, settings: CorpusFile) -> str:
    """Name what an article's own analysis follows from: nothing that was learned from others.

    The file name is in it, because dates are read from it.
    """
    return hash_of(
        article.sha256,
        article.reader,
        article.name,
        article.file.part,
        settings.fingerprint_for(article.name),
        *((repr(article.page),) if article.page else ()),
    )
