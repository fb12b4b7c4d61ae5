"""Documents that have words often enough for their length: told many times as fast as by scoring.

Only numbers that fit into a byte are compared: what BM25 adds for the length of a document is
rounded down to one. So a few more documents are kept than have the words so often, and none is
lost.
"""

from __future__ import annotations

from itertools import compress
from math import ceil, floor
from operator import ge
from typing import TYPE_CHECKING, Final

from index.counting import picked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.counting import SegmentWords
    from index.planning import Leaf

_STEPS: Final = 16
"""Steps of a rounded norm from one whole number to the next."""
_HIGHEST: Final = 255
_NORMS: Final = [norm / _STEPS for norm in range(_HIGHEST + 1)]
_ROUNDING: Final = 1e-9


def rounded(norms: Sequence[float]) -> bytes:
    """Give what BM25 adds for the length of each document, rounded down, as a byte."""
    return bytes([min(int(norm * _STEPS), _HIGHEST) for norm in norms])


def often_enough(leaf: Leaf, words: SegmentWords, norms: bytes, times: float) -> Sequence[int]:
    """Give documents of a leaf, at least those that have it (weighted) `times` their norm, or more.

    `norms` are the `rounded` ones of all documents. The documents ascend.
    """
    times = min(times * (1 - _ROUNDING), _HIGHEST * _STEPS)  # a norm is not 0, which has no product
    documents, frequencies, are_whole = words.weighted(leaf)
    least = ceil if are_whole else floor
    fewest = bytes([min(least(times * norm), _HIGHEST) for norm in _NORMS])
    here = bytes(picked(norms, documents)).translate(fewest)
    return list(compress(documents, map(ge, frequencies, here)))
