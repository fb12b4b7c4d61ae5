"""What the index answers with: plain data, in the words of docs/contracts.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.span import Span

if TYPE_CHECKING:
    from corpus.problem import Problem
    from corpus.understanding.analysis import Value
    from index.known_files import FileKey


@dataclass(frozen=True, slots=True)
class Match(Span):
    """A place where a query matches a text; `exact` is False for a word it was widened to."""

    exact: bool = True


@dataclass(frozen=True, slots=True)
class Snippet(Span):
    """A piece of an article: `text == article.text[start:end]`, matches in article offsets.

    `best` is the number of the match from which on most of the query stands closest together.
    """

    text: str
    matches: tuple[Match, ...] = ()
    best: int = 0


@dataclass(frozen=True, slots=True)
class Widened:
    """A word of the query, another word of the corpus that was searched too, and why."""

    word: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Offer(Span):
    """Another word, or phrase, that the query may have meant at a place of it, and why."""

    word: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a query found.

    `score` is the BM25F score and comparable within one result only. `exact` is False where only
    widened words brought the article. `missing` names what of the query it does not have, where it
    has only most of it. `folded` are articles that were found, too, and that this one is shown for:
    its duplicates. `places` counts where the query matches in its text, up to
    `index.first_places.MOST_PLACES`: then there may be more. Without snippets, the file
    can no longer be read, or nothing of the query stands in its text.
    """

    article: str
    part: str | None
    title: Value | None
    outlet: Value | None
    published: Value | None
    score: float
    snippets: tuple[Snippet, ...] = ()
    exact: bool = True
    missing: tuple[str, ...] = ()
    folded: tuple[FileKey, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, exact ones first, of `total` articles that have all of the query.

    Where these are few, the articles that have most of it come below; `partial` counts them.
    `unknown` counts articles of which something that the query asks is not known yet: they are not
    found by it (see `Index.learn`).
    `offered` are words that may have been meant (`index.offering`); `offered_whole` are those of
    them that are likeliest meant together, where words at several places are in doubt
    (`index.meaning`).
    `scanned` counts articles that are not indexed yet and were searched themselves.
    `damaged` says that the index cannot be read and was not searched; the next update makes it
    anew.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    widened: tuple[Widened, ...] = ()
    damaged: bool = False
    partial: int = 0
    unknown: int = 0
    scanned: int = 0
    offered: tuple[Offer, ...] = ()
    offered_whole: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What an update did, in numbers of articles.

    `skipped` tells of every file of the corpus that is not indexed, not only of what changed.
    `cancelled` says that the update stopped early; what it had committed stays.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    renamed: int = 0
    skipped: tuple[Problem, ...] = ()
    seconds: float = 0.0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class IndexHealth:
    """What `examine` found; nothing was changed.

    `generation` is that of the newest commit, -1 for none; `bytes` the size on the disk. `absent`
    says why there is no index that may be opened; `damage` what of it is not as it was written.
    Against the files of the corpus, `missing` are not in the index, `changed` are in it as they
    were, `gone` are still in it.
    """

    generation: int
    articles: int
    segments: int
    bytes: int
    absent: str | None = None
    damage: str | None = None
    missing: int = 0
    changed: int = 0
    gone: int = 0

    @property
    def behind(self) -> int:
        """How many articles the next update has something to do with."""
        return self.missing + self.changed + self.gone
