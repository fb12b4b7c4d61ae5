"""Short texts that are looked through at each letter that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, repeat
from operator import contains
from typing import Final

from corpus.recent import Recent
from tui.library.mask import mask_of

_REMEMBERED: Final = 32  # words, a byte a text each
# A share of the texts: to pick out more of them takes longer than to look through all.
_MOST: Final = 0.8
_SLICE: Final = 4_096  # texts: half a millisecond, in which no other thread has a turn


class Haystack:
    """Finds which of very many short texts have a word; may be used from several threads.

    A word that another begins with was looked for a letter before: only the texts that have that
    one are looked through, and none where a letter is taken back.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._recent: Recent[str, bytes] = Recent(_REMEMBERED)

    def having(self, word: str) -> bytes:
        """Return the mask of the texts that have a word, anywhere in them."""
        known = self._recent.get(word)
        if known is None:
            known = self._look_for(word)
            self._recent.put(word, known)
        return known

    def _look_for(self, word: str) -> bytes:
        beginnings = (word[:end] for end in range(len(word) - 1, 0, -1))
        within = next(filter(None, map(self._recent.get, beginnings)), None)
        texts, found = self._texts, bytearray()
        for at in range(0, len(texts), _SLICE):
            part = texts[at : at + _SLICE]
            there = b"" if within is None else within[at : at + _SLICE]
            if within is None or there.count(1) > _MOST * len(part):
                found += bytes(map(contains, part, repeat(word)))
            else:
                having = map(contains, compress(part, there), repeat(word))
                places = compress(compress(range(len(part)), there), having)
                found += mask_of(places, len(part))
        return bytes(found)
