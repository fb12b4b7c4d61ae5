"""The repeated lines of an open corpus, learned anew when an article has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from corpus.repeating.counting import FEWEST, learned_lines

if TYPE_CHECKING:
    from corpus.opening import Corpus

RULES = 1
"""Changes whenever the same articles may give other lines."""


def learn_lines(
    corpus: Corpus,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Learn which lines are repeated in the articles of a corpus, where that is not known yet.

    The first time every article is read; later those that changed. `progress(done, total)` is
    called with numbers of articles, `cancelled()` asked before each: what was learned before stays
    then. Articles that cannot be read are left out.
    """
    if not corpus.complete:
        return
    if len(corpus.files) < FEWEST:
        if corpus.learned.outlets:
            corpus.keep_learned(learned_lines((), ""))
        return
    stamp = _stamp(corpus)
    if corpus.learned.stamp == stamp:
        return
    from corpus.facts_keeping import line_facts

    facts = line_facts()
    cancelled = cancelled or _never
    facts.learn(corpus, progress or _no_progress, cancelled)
    if not cancelled():
        corpus.keep_learned(learned_lines(facts.current(corpus).values(), stamp))


def _stamp(corpus: Corpus) -> str:
    digest = hashlib.sha256(f"{RULES}".encode())
    for file in corpus.files:
        parts = (file.article, file.part, corpus.own_stamp(file))
        digest.update(repr(parts).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def _no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
