"""The beginnings that very many words share: which documents have a word that begins so.

As one types, a letter stands for thousands of words, and to unite the documents of all of them
takes longer than a key may. A segment keeps the union for each beginning of up to three letters
whose words have many postings, a bit a document.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from typing import TYPE_CHECKING, Final

from index.bits import packed_bits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from _typeshed import ReadableBuffer

LONGEST: Final = 3
"""Letters of the longest beginnings that are kept."""
MANY_POSTINGS: Final = 10_000
"""Postings above which the words of a beginning are united without counting them."""

# The digits of a number in base 2, as false and true.
_DIGITS: Final = bytes.maketrans(b"01", b"\0\1")


def shared_beginnings(
    words: Sequence[str], first_postings: Sequence[int], documents: Sequence[int]
) -> Iterator[tuple[str, AbstractSet[int]]]:
    """Give each beginning whose words have many postings, with the documents that have one.

    Those of the word at a place are `documents` from its number in `first_postings` to the next.
    """
    beginnings = {word[:1] for word in words}
    for length in range(1, LONGEST + 1):
        longer: set[str] = set()
        for beginning in sorted(beginnings):
            start = bisect_left(words, beginning)
            stop = bisect_left(words, beginning + "\U0010ffff", lo=start)
            first, last = first_postings[start], first_postings[stop]
            if last - first > MANY_POSTINGS:
                yield beginning, set(documents[first:last])
                longer.update(word[: length + 1] for word in words[start:stop])
        beginnings = {one for one in longer if len(one) > length}


def bits_of(found: AbstractSet[int], documents: int) -> bytes:
    """Write which of so many documents are found, a bit each, the first one the lowest."""
    return bytes(packed_bits(sorted(found)).ljust(bytes_for(documents), b"\0"))


def documents_of(bits: ReadableBuffer, documents: int) -> list[int]:
    """Read which of so many documents are found; ascending."""
    # A bit above all others keeps the zeros below it; its digit and "0b" are left out.
    digits = bin(int.from_bytes(bits, "little") | 1 << documents)[:2:-1]
    return list(compress(range(documents), digits.encode().translate(_DIGITS)))


def bytes_for(documents: int) -> int:
    """Count the bytes that the bits of so many documents take."""
    return (documents + 7) // 8
