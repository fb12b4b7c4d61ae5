"""A place in a text carried over to another version of the text."""

from __future__ import annotations

from dataclasses import dataclass

# Characters around a place by which it is found again: about two rows.
_AROUND = 160
_SHORTEST = 24


@dataclass(frozen=True, slots=True)
class CutPlace:
    """A place that was cut off: cursor, anchor of the selection and line of the screen in `text`,
    and where the cursor is meanwhile.
    """

    text: str
    cursor: int
    anchor: int | None
    line: int
    shown: int


def carried(before: str, after: str, offset: int) -> int:
    """Return where `offset` (code points) of `before` is in `after`.

    In what begins or ends both texts alike it is exact. In between, the characters around it are
    looked for, fewer and fewer, the nearest hit counts; where nothing of them is left it is the
    place where the texts begin to differ.
    """
    offset = min(max(0, offset), len(before))
    alike = common_start(before, after)
    if offset <= alike:
        return offset
    ending = common_end(before, after, alike)
    if offset >= len(before) - ending:
        return len(after) - (len(before) - offset)
    expected = offset
    size = _AROUND
    while size >= _SHORTEST:
        for start in (offset - size // 2, offset, offset - size):
            start = min(max(0, start), len(before))
            words = before[start : start + size]
            if len(words) >= _SHORTEST:
                found = _nearest(after, words, start)
                if found is not None:
                    return min(found + expected - start, len(after))
        size //= 2
    return min(alike, len(after))


def cut_off(before: str, after: str, offset: int) -> bool:
    """Say whether `after` is `before` cut off ahead of `offset`.

    So is the text of a file that another program has emptied and is about to write: the place may
    be there again in a moment.
    """
    return offset > len(after) and before.startswith(after)


def common_start(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, taken: int) -> int:
    """Return how many characters two texts have in common at their end, after the first `taken`."""
    low, high = 0, min(len(one), len(other)) - taken
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _nearest(text: str, words: str, offset: int) -> int | None:
    """Return the hit of `words` in `text` that begins nearest to `offset`."""
    after = text.find(words, max(0, offset))
    before = text.rfind(words, 0, max(0, offset) + len(words))
    hits = [place for place in (before, after) if place >= 0]
    return min(hits, key=lambda place: abs(place - offset), default=None)
