"""What are the articles? A folder of texts, read and understood one at a time.

`open_corpus` lists a folder, `Corpus.read` gives an article its text, `Corpus.analyse` what the
text says: metadata, furniture, sentences, entities and quantities, each with its place in it.
Nothing here writes next to the articles, and nothing of ours is imported but this package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.article import Article, ArticleFile
    from corpus.corpus_file import CorpusFile
    from corpus.opening import Corpus, open_corpus
    from corpus.problem import CorpusError, Problem
    from corpus.reasons import reading_problems
    from corpus.span import Span

__all__ = [
    "Article",
    "ArticleFile",
    "Corpus",
    "CorpusError",
    "CorpusFile",
    "Problem",
    "Span",
    "open_corpus",
    "reading_problems",
]

_MODULES = {
    "Article": "article",
    "ArticleFile": "article",
    "Corpus": "opening",
    "CorpusError": "problem",
    "CorpusFile": "corpus_file",
    "Problem": "problem",
    "Span": "span",
    "open_corpus": "opening",
    "reading_problems": "reasons",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is asked for: most of them are not needed to begin reading."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"corpus.{_MODULES[name]}"), name)
