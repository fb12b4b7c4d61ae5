"""Key terms: the words that tell a text from the corpus, by which articles like it are found.

A word is weighed by the log-likelihood of its frequency in the text against that in the other
articles (`index.concordance.association`), which is high for words that are frequent here and rare
elsewhere. Numbers are none, nor words that one article alone has: these bring no other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from index.concordance.association import log_likelihood

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.article import ArticleFile
    from index.snapshot import Snapshot

MOST: Final = 15
"""Key terms of a text, where nothing else is asked for."""
SHORTEST: Final = 2
"""Letters of the shortest key term of an alphabet; other scripts have words of one sign."""
COMMON: Final = 0.5
"""A word that a larger share of the articles has tells none of them from the others."""
FEW: Final = 8
"""Articles below which the share of those that have a word says nothing."""


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A word that is more frequent in a text than elsewhere.

    `count` is how often the text has it, `articles` how many articles of the corpus do.
    """

    word: str
    count: int
    articles: int
    log_likelihood: float


def key_terms(words: Sequence[str], snapshot: Snapshot, most: int = MOST) -> tuple[KeyTerm, ...]:
    """Return the key terms of a text of these words (normal forms), the most telling first."""
    size = len(words)
    total = sum(segment.packed.tokens for segment in snapshot.segments)
    found: list[KeyTerm] = []
    for word, count in Counter(words).items():
        if not word[0].isalpha() or (word.isascii() and len(word) < SHORTEST):
            continue
        articles = snapshot.lexicon.document_frequency(word)
        if articles < 2 or (snapshot.articles >= FEW and articles > COMMON * snapshot.articles):
            continue
        # The text may be of an article that is indexed, or of one that is not.
        everywhere = max(count, _total_frequency(word, snapshot))
        if count * total <= everywhere * size:
            continue
        likelihood = log_likelihood(count, size, everywhere, max(total, size + everywhere - count))
        found.append(KeyTerm(word, count, articles, likelihood))
    found.sort(key=lambda one: (-one.log_likelihood, one.word))
    return tuple(found[:most])


def _total_frequency(word: str, snapshot: Snapshot) -> int:
    places = ((each.packed, each.packed.find("body", word)) for each in snapshot.segments)
    return sum(
        packed.total_frequency("body", place) for packed, place in places if place is not None
    )


def query_of(terms: Iterable[KeyTerm], *, without: str = "") -> str:
    """Return the query that finds what has any of these terms, best what has the most.

    `without` is a query for what is left out. Without terms it is "".
    """
    words = " ".join(one.word for one in terms)
    return f"any:({words}) {without}".rstrip() if words else ""


def file_query(name: str, files: Iterable[ArticleFile]) -> str:
    """Return the query of one article by its file's name, as short as it may be.

    A name that is a part of other files' names is written as a pattern, which is for whole names,
    and for those below any folder.
    """
    written = name.replace('"', "?")
    others = [file.article for file in files if name in file.article and name != file.article]
    if others and not {"*", "?"} & set(written):
        written = f"{written[:-1]}?"
    if any(other.endswith(f"/{name}") for other in others):
        return f'(file:"{written}" -file:"*/{written}")'
    return f'file:"{written}"'
