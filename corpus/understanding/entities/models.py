"""Names that a model of spaCy finds, as candidates like those of the rules (`postil[spacy]`).

A model is a Python package that says that it is one (the entry points `spacy_models`, which
`python -m spacy download` and `spacy package` write): `postil.yaml` comes with a corpus and may
have been written by a stranger, so that it names no path and no other package. Nothing is ever
downloaded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import metadata
from typing import TYPE_CHECKING

import regex

from corpus.span import Span
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.words import Word

if TYPE_CHECKING:
    from spacy.language import Language

GROUP = "spacy_models"
"""The entry points by which an installed package says that it is a model."""

_TYPES: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NORP",
}
"""The labels of OntoNotes 5 and of WikiNER, which the models of spaCy have, as our types."""

_UNUSED = ("parser", "senter", "lemmatizer", "textcat")
_SURE = 20.0  # more than all evidence of the rules together: the model decides the type
_BLOCK = 50_000  # code points that the model reads at once; spaCy itself refuses a million
_ARTICLE = regex.compile(r"(?:the|an?)\s+", regex.IGNORECASE)
_POSSESSIVE = regex.compile(r"(?r)(?:['’]s?|[\s,;:]+)$")
_WORD = regex.compile(r"\S+")


def model_stamp(name: str) -> str | None:
    """Name the model with its version and spaCy's; None where it or spaCy is not installed."""
    try:
        spacy = metadata.version("spacy")
    except metadata.PackageNotFoundError:
        return None
    for entry in metadata.entry_points(group=GROUP, name=name):
        if entry.dist is not None:
            return f"{name} {entry.dist.version} spacy {spacy}"
    return None


@lru_cache(maxsize=1)  # a model holds up to a gigabyte
def _loaded(name: str) -> Language:
    """Load an installed model once a process, without the parts that find no names."""
    from spacy.util import load_model_from_package

    return load_model_from_package(name, exclude=_UNUSED)


def model_pieces(
    text: str, sentences: Sequence[Span], model: str, known: Knowledge, ruled: Sequence[Piece]
) -> list[Piece]:
    """Return the names that an installed model finds in `text`, in order.

    `model` is one that `model_stamp` knows. Spans are cut as ours are: without article and
    possessive, within one sentence. The titles of persons are those of `ruled`, the candidates of
    the rules.
    """
    titles = {piece.start: piece.title for piece in ruled}
    ends = [sentence.end for sentence in sentences]
    pieces: list[Piece] = []
    for block in _blocks(text, ends):
        for found in _loaded(model)(block.cut(text)).ents:
            type_ = _TYPES.get(found.label_)
            start, end = block.start + found.start_char, block.start + found.end_char
            at = bisect_right(ends, start)
            if at < len(ends):
                end = min(end, ends[at])
            words = _words(text, start, end)
            if type_ is None or not words:
                continue
            listed = known.listed(words)
            piece = Piece(words, name=listed.name if listed and type_ in listed.scores else None)
            piece.add(type_, _SURE, f"the model {model} says so ({found.label_})")
            piece.title = titles.get(piece.start)
            piece.surface = text[piece.start : piece.end]
            pieces.append(piece)
    return pieces


def _blocks(text: str, ends: Sequence[int]) -> Iterator[Span]:
    """Cut a long text at the ends of sentences."""
    start = 0
    while len(text) - start > _BLOCK:
        at = bisect_right(ends, start + _BLOCK) - 1
        end = ends[at] if at >= 0 and ends[at] > start else start + _BLOCK
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def _words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of a name without its article and possessive."""
    if (article := _ARTICLE.match(text, start, end)) is not None:
        start = article.end()
    end = start + len(_POSSESSIVE.sub("", text[start:end]))
    words = [Word(word.group(), word.start()) for word in _WORD.finditer(text, start, end)]
    for word in words[1:-1]:
        word.small = word.text.islower()
    return words
