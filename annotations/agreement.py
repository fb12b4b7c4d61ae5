"""How far two readers agree: Cohen's kappa over the words of the articles that both annotated.

Each word is one decision: does it lie in an annotation of the reader, or, for a tag, in one with
that tag? Jacob Cohen, "A coefficient of agreement for nominal scales", 1960.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.problem import CorpusError
from corpus.tokens import locate_words

if TYPE_CHECKING:
    from annotations.ledger import LedgerRow
    from corpus.opening import Corpus


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two readers on one thing: "spans", or a tag.

    `both`, `first`, `second` and `neither` count the words that so many marked. `kappa` is 1 for
    full agreement, 0 for as much as chance gives, None where chance alone gives all of it.
    """

    what: str
    both: int
    first: int
    second: int
    neither: int

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa."""
        return kappa(self.both, self.first, self.second, self.neither)


def kappa(both: int, first: int, second: int, neither: int) -> float | None:
    """Give Cohen's kappa of a table of two by two; None where it is not defined."""
    total = both + first + second + neither
    if not total:
        return None
    seen = (both + neither) / total
    one, other = (both + first) / total, (both + second) / total
    chance = one * other + (1 - one) * (1 - other)
    return None if chance == 1 else (seen - chance) / (1 - chance)


def agreements(
    rows: Iterable[LedgerRow], corpus: Corpus, first: str, second: str
) -> tuple[tuple[str, ...], list[Agreement]]:
    """Compare two readers: the articles that both annotated, spans, each tag.

    They are named as in `by`, else as their sidecars are. Annotations without a place count for
    nothing. Reads those articles.
    """
    marked: dict[tuple[str, str | None], dict[str, list[LedgerRow]]] = {}
    for row in rows:
        if row.span is not None and row.by in (first, second):
            readers = marked.setdefault((row.article, row.part), {})
            readers.setdefault(str(row.by), []).append(row)
    counts: dict[str, list[int]] = {"spans": [0, 0, 0, 0]}
    articles: list[str] = []
    for (article, part), readers in sorted(marked.items(), key=lambda item: str(item[0])):
        file = corpus.find(article, part)
        if len(readers) < 2 or file is None:
            continue
        try:
            text = corpus.read(file).text
        except CorpusError:
            continue
        articles.append(article)
        words = [(start, end) for start, end, _ in locate_words(text)]
        found = [_words_of(readers[name], words) for name in (first, second)]
        for what in {*found[0], *found[1]}:
            ones, others = found[0].get(what, set()), found[1].get(what, set())
            cells = len(ones & others), len(ones - others), len(others - ones)
            table = counts.setdefault(what, [0, 0, 0, 0])
            for at, number in enumerate((*cells, len(words) - sum(cells))):
                table[at] += number
        # A tag that nobody gave here is agreed on in every word.
        for what in counts.keys() - found[0].keys() - found[1].keys():
            counts[what][3] += len(words)
    total = sum(counts["spans"])
    for table in counts.values():
        table[3] += total - sum(table)
    tags = sorted(counts.keys() - {"spans"})
    return tuple(articles), [Agreement(what, *counts[what]) for what in ("spans", *tags)]


def _words_of(rows: list[LedgerRow], words: list[tuple[int, int]]) -> dict[str, set[int]]:
    """Say which words lie in annotations ("spans"), and which in those of each tag (`tag:…`)."""
    found: dict[str, set[int]] = {"spans": set()}
    for row in rows:
        assert row.span is not None
        inside = set(_inside(row.span.start, row.span.end, words))
        for what in ("spans", *(f"tag:{tag}" for tag in row.annotation.tags)):
            found.setdefault(what, set()).update(inside)
    return found


def _inside(start: int, end: int, words: list[tuple[int, int]]) -> Iterator[int]:
    from bisect import bisect_left

    number = bisect_left(words, start, key=lambda word: word[1] - 1)
    while number < len(words) and words[number][0] < end:
        yield number
        number += 1
