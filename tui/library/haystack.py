"""Short texts that are looked through at each letter that is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import reduce
from itertools import compress, repeat
from operator import contains
from typing import Final

from corpus.recent import Recent
from tui.library.mask import both, mask_of

_REMEMBERED: Final = 80  # words, a byte a text each
_AHEAD: Final = 40  # letters: more than most scripts have
_SAMPLE: Final = 1_000  # texts that say which letters are frequent
# A share of the texts: to pick out more of them takes longer than to look through all.
_MOST: Final = 0.8
_SLICE: Final = 4_096  # texts: half a millisecond, in which no other thread has a turn


class Haystack:
    """Finds which of very many short texts have a word; may be used from several threads.

    Only the texts are looked through that have what is known of a word: its letters, and another
    that it begins with, which was looked for a letter before. None are where a letter is taken
    back.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._recent: Recent[str, bytes] = Recent(_REMEMBERED)

    def prepare(self, cancelled: Callable[[], bool]) -> None:
        """Look for the frequent letters ahead, until `cancelled()`."""
        step = len(self._texts) // _SAMPLE + 1
        letters = Counter("".join(self._texts[::step]))
        for letter, _ in letters.most_common(_AHEAD):
            if cancelled():
                break
            self.having(letter)

    def having(self, word: str) -> bytes:
        """Return the mask of the texts that have a word, anywhere in them."""
        known = self._recent.get(word)
        if known is None:
            known = self._look_for(word)
            self._recent.put(word, known)
        return known

    def _look_for(self, word: str) -> bytes:
        parts = (*(word[:end] for end in range(2, len(word))), *word)
        known = [mask for part in dict.fromkeys(parts) if (mask := self._recent.get(part))]
        within = reduce(both, known) if known else None
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
