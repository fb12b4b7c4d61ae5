"""Which article an orphaned sidecar belongs to: by its text, else by the words it quotes.

No files are read here: whoever asks passes the articles in, and may stop at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from corpus.tokens import words

if TYPE_CHECKING:
    from corpus.article import Article, ArticleFile

Reason = Literal["same text", "same words"]

LEAST_SHARE = 0.5
"""What share of the quoted words must stand in an article for it to be proposed."""

# A sidecar may be a stranger's: what it costs to look for its words is bounded.
_MOST_QUOTES = 60  # quotes of a sidecar that are looked for
_LONGEST_WEIGHT = 200  # code points from which on a quote counts no more
_MOST_LETTERS = 2_000  # code points of a quote whose words are looked for
_MOST_SCANNED = 4_000_000_000  # code points passed over for all sidecars together
# Words that stand in a row by chance are fewer, and of a quote that is there, so many runs.
_RUN, _LEAST_RUNS = 4, 3
_FIND_COST = 40  # how often `str.find` may pass over the words themselves before it begins


@dataclass(frozen=True, slots=True)
class Orphan:
    """The sidecars of an article that is gone.

    `article` is the name that its article had, `readers` are those who have a sidecar of it,
    oneself first; None is who has no name. `file` is the first of the sidecars as problems name it.
    `sha256` is that of the text they were made on, where a header says so; `annotations` is how
    many they hold together.
    """

    article: str
    file: str
    sha256: str | None
    annotations: int
    readers: tuple[str | None, ...] = (None,)


@dataclass(frozen=True, slots=True)
class Wanted:
    """An orphan with what its article is told by.

    `hashes` are the SHA-256 digests that its text may have had, `quotes` the words that its
    annotations stand on.
    """

    orphan: Orphan
    hashes: frozenset[str]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article that an orphan may belong to.

    `share` is how much of what the annotations quote stands in it, from 0 to 1, long quotes
    counting more; 1 where the text is the same.
    """

    orphan: Orphan
    file: ArticleFile
    reason: Reason
    share: float


def proposals(
    wanted: Sequence[Wanted],
    candidates: Iterable[Article],
    *,
    go_on: Callable[[], bool] = lambda: True,
    is_free: Callable[[Orphan, ArticleFile], bool] = lambda *_: True,
) -> tuple[Proposal, ...]:
    """Find for each orphan the best of `candidates`, each article for one orphan at most.

    `is_free` says whether an article has no sidecar of the orphan's readers. Each candidate is
    looked at once. The same text goes before
    the same words, then the larger share, then the more similar name. `go_on` is asked before each
    article; what was found until it says no is returned.
    """
    found: list[Proposal] = []
    budget = _MOST_SCANNED
    for article in candidates:
        if not go_on():
            break
        for one in wanted:
            if not is_free(one.orphan, article.file):
                continue
            if article.sha256 in one.hashes:
                found.append(Proposal(one.orphan, article.file, "same text", 1.0))
                continue
            budget -= sum(len(article.text) + _FIND_COST * len(quote) for quote in one.quotes)
            if budget < 0:
                continue
            share = share_of(one.quotes, article.text)
            if share >= LEAST_SHARE:
                found.append(Proposal(one.orphan, article.file, "same words", share))
    return _one_each(found)


def distinctive(quotes: Iterable[str]) -> tuple[str, ...]:
    """Give the quotes that are looked for: of many the longest, which tell texts apart best."""
    longest = sorted(dict.fromkeys(quotes), key=lambda quote: (-len(quote), quote))
    return tuple(longest[:_MOST_QUOTES])


def share_of(quotes: Sequence[str], text: str) -> float:
    """Say how much of what is quoted stands in a text, from 0 to 1; 0 where nothing is quoted.

    Of a quote that does not stand there as it is, runs of its words count, whatever their
    typography: its article may have been corrected, or scraped anew.
    """
    whole = found = 0.0
    plain: str | None = None
    for quote in quotes:
        weight = min(len(quote), _LONGEST_WEIGHT)
        whole += weight
        if quote in text:
            found += weight
        elif runs := _runs(quote):
            plain = f" {' '.join(words(text))} " if plain is None else plain
            found += weight * sum(run in plain for run in runs) / len(runs)
    return found / whole if whole else 0.0


@lru_cache(maxsize=4 * _MOST_QUOTES)
def _runs(quote: str) -> tuple[str, ...]:
    """Part a quote into runs of a few words; one run where more would be found by chance."""
    known = words(quote[:_MOST_LETTERS])
    if len(known) < _RUN:
        return ()
    if len(known) < _RUN * _LEAST_RUNS:
        return (f" {' '.join(known)} ",)
    # The last run ends where the quote does.
    starts = {*range(0, len(known) - _RUN, _RUN), len(known) - _RUN}
    parts = (known[at : at + _RUN] for at in sorted(starts))
    return tuple(f" {' '.join(part)} " for part in parts)


def _one_each(found: list[Proposal]) -> tuple[Proposal, ...]:
    """Choose the best proposals, so that no orphan and no article is in two of them."""
    chosen: dict[str, Proposal] = {}
    taken: set[str] = set()
    for one in sorted(found, key=_rank):
        if one.orphan.article not in chosen and one.file.article not in taken:
            chosen[one.orphan.article] = one
            taken.add(one.file.article)
    return tuple(chosen[name] for name in sorted(chosen))


def _rank(one: Proposal) -> tuple[bool, float, float, str, str]:
    was, now = one.orphan.article, one.file.article
    alike = SequenceMatcher(None, was, now, autojunk=False).ratio()
    # The same name in another folder is the same name.
    alike += was.rsplit("/", 1)[-1] == now.rsplit("/", 1)[-1]
    return one.reason != "same text", -one.share, -alike, was, now
