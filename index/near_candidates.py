"""Words of folded texts that may be near to a word, found by what a few edits leave as it was.

Of a word cut in two, one edit leaves one part whole; of a word cut in three, two edits do, unless
letters are swapped across a cut, which gives beginnings and ends of their own. So only words that
begin or end so, or have the middle part, are looked at: parting all texts into words to compare
each takes several times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOGETHER: Final = 100_000
"""Bytes of texts that are looked through at a time, so that no other thread waits for long."""
_LONG: Final = 9
"""Letters from which on the first and the last of three parts have three, those of shorter two."""


def near_candidates(word: str, letters: int, texts: Iterable[bytes]) -> set[str]:
    """Give words of folded texts, among them all in which 1 to `letters` letters differ.

    `letters` is 1 or 2; the word has at least 4 letters, with two that may differ at least 6.
    """
    parts = [_bytes(part) for part in _whole_parts(word, letters)]
    found: set[bytes] = set()
    for text in _together(texts):
        for part in parts:
            found.update(_words_having(part, text))
    return {one.decode("utf-8", "surrogatepass") for one in found}


def _whole_parts(word: str, letters: int) -> Iterator[str]:
    """Give what near words have: one of these at least; a space is the start or the end of a word.

    Letters swapped across the cut of two parts make one word, which is given as it is.
    """
    if letters == 1:
        half = len(word) // 2
        first, last = word[:half], word[half:]
        yield from (f" {first}", f"{last} ", f" {_swapped(first, last)} ")
    else:
        end = 3 if len(word) >= _LONG else 2
        first, middle, last = word[:end], word[end:-end], word[-end:]
        yield from (f" {first}", middle, f"{last} ")
        # One letter of the middle: both cuts may have been swapped across.
        yield from (f" {_swapped(first, middle[0])}", f"{_swapped(middle[-1], last)} ")


def _swapped(left: str, right: str) -> str:
    """Put two parts together with the letters beside the cut swapped."""
    return left[:-1] + right[0] + left[-1] + right[1:]


def _words_having(part: bytes, text: bytes) -> Iterator[bytes]:
    """Give the words that have a part of which a space, if any, is the start or the end."""
    at = text.find(part)
    while at >= 0:
        start = text.rfind(b" ", 0, at + 1) + 1
        end = text.find(b" ", max(start, at + len(part) - 1))
        yield text[start:end]
        at = text.find(part, end)


def _together(texts: Iterable[bytes]) -> Iterator[bytes]:
    """Join texts, as many as are looked through at a time; each begins and ends with a space."""
    some: list[bytes] = []
    size = 0
    for text in texts:
        some.append(text)
        size += len(text)
        if size >= _TOGETHER:
            yield b"".join(some)
            some.clear()
            size = 0
    yield b"".join(some)


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
