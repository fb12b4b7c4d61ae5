"""Positions as the bits of one long number, so that very many are compared at once.

Bit `n` stands for the position `n`. Operations on numbers of a million bits take some hundredths of
a millisecond, whatever stands in them.
"""

from __future__ import annotations

from itertools import compress
from operator import add, itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHARE: Final = 64
"""A word is dense that is one of so many: no more than 63 words can be."""
BITS: Final = (1, 2, 4, 8, 16, 32, 64, 128)
"""The bits of a byte, the lowest first."""


def is_dense(count: int, tokens: int) -> bool:
    """Say whether the bits of a word that stands so often in a segment are kept as they are.

    Those of other frequent words are compressed: far fewer bytes, of which most are 0.
    """
    return count * _SHARE > tokens


def packed_bits(positions: Sequence[int]) -> bytearray:
    """Give the bits of ascending positions, eight in a byte, the lowest first."""
    packed = bytearray((positions[-1] >> 3) + 1 if positions else 0)
    for position in positions:
        packed[position >> 3] |= BITS[position & 7]
    return packed


def bits_of(packed: bytes | bytearray) -> int:
    """Give the number that `packed_bits` has the bytes of."""
    return int.from_bytes(packed, "little")


def is_bit(position: int, bits: bytes) -> bool:
    """Say whether a bit is set; none is beyond the last byte."""
    return position >> 3 < len(bits) and bool(bits[position >> 3] & BITS[position & 7])


def in_bits(positions: Sequence[int], bits: bytes) -> list[int]:
    """Keep the positions whose bits are set, in bytes that have a bit for each of them."""
    return [at for at in positions if bits[at >> 3] & BITS[at & 7]]


def near_bits(one: int, length: int, other: int, length_of_other: int, distance: int) -> int:
    """Keep the bits of one that are at most `distance` from one of the other, on either side.

    The bits are those of first words; the last ones are `length` words further on. Neighbours are
    1 apart; places that overlap are not near.
    """
    return one & bits_around(other, length_of_other, length, distance)


def bits_around(other: int, length_of_other: int, length: int, distance: int) -> int:
    """Set the bits at which something is near to `other`, as `near_bits` says."""
    wide, reach = other, 1
    while reach < distance:
        step = min(reach, distance - reach)
        wide |= wide << step
        reach += step
    return wide << length_of_other + 1 | wide >> length + distance


class DocumentBits:
    """Tells in which documents of a segment bits lie."""

    def __init__(self, starts: Sequence[int], lengths: Sequence[int]) -> None:
        # From each document's first bit to the end of the byte of its last: with any bit more
        # there, the sum of both carries over into the next byte, which is empty otherwise because
        # it lies between two documents.
        self._carries = [(end + 7) >> 3 for end in map(add, starts, lengths)]
        ends = [carry << 3 for carry in self._carries]
        self._all = bits_of(packed_bits(ends)) - bits_of(packed_bits(starts))
        self._documents = range(len(ends))
        # One byte more than there are documents: of a single one there would be no tuple.
        self._carried = itemgetter(*self._carries, 0)

    def having(self, bits: int) -> list[int]:
        """Give the documents that have any of these bits; those lie in documents only."""
        if not bits:
            return []
        sums = (self._all + bits).to_bytes(self._carries[-1] + 1, "little")
        return list(compress(self._documents, self._carried(sums)))
