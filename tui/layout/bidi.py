"""Right-to-left writing in visual order, for terminals that show cells as they come.

The Unicode Bidirectional Algorithm (Standard Annex 9) without explicit embeddings, which safe text
does not have, and without the pairing of brackets, a row at a time.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tui.layout.cells import cells, graphemes

# Hebrew, Arabic and the other scripts from right to left, and the presentation forms of both.
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": False, "R": True, "AL": True}
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_BLANK = ("WS", "BN", "B", "S")


@dataclass(frozen=True, slots=True)
class Piece:
    """A grapheme cluster of a row where it is seen.

    `start` and `end` are counted from the row's start, `column` and `size` in cells from the left
    end of the row's text. `characters` are what is painted: brackets turned round where they must.
    """

    start: int
    end: int
    column: int
    size: int
    characters: str


def begins_right(text: str, start: int = 0, end: int | None = None) -> bool:
    """Say whether the first letter with a direction goes from right to left."""
    stop = len(text) if end is None else end
    for place in range(start, stop):
        direction = _STRONG.get(unicodedata.bidirectional(text[place]))
        if direction is not None:
            return direction
    return False


@lru_cache(maxsize=1024)
def pieces(text: str, *, right: bool, room: int | None = None) -> tuple[Piece, ...]:
    """Return the clusters of a row from left to right; `right` is its paragraph's direction.

    Of the blanks that end a row from right to left, which stand at its left, those are not shown
    for which there is no `room`, in cells: what is read first would be pushed out at the right.
    """
    levels = _levels(text, right)
    clusters = [(levels[start], start, end) for start, end in graphemes(text, 0, len(text))]
    over = max(0, cells(text) - room) if right and room is not None else 0
    column, found, ends = 0, [], len(text.rstrip(" "))
    for level, start, end in _in_visual_order(clusters):
        characters = text[start:end].translate(_MIRRORED) if level % 2 else text[start:end]
        if over and start >= ends:
            characters, over = "", over - 1
        size = cells(characters)
        found.append(Piece(start, end, column, size, characters))
        column += size
    return tuple(found)


def reordered(text: str) -> str:
    """Return safe text of one line as it is to be read by eye, from left to right."""
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return text
    return "".join(piece.characters for piece in pieces(text, right=begins_right(text)))


def _in_visual_order(clusters: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Reverse the runs of each level and above, the highest first (rule L2)."""
    ordered = list(clusters)
    highest = max((level for level, _, _ in ordered), default=0)
    for lowest in range(highest, 0, -1):
        place = 0
        while place < len(ordered):
            if ordered[place][0] < lowest:
                place += 1
                continue
            end = place
            while end < len(ordered) and ordered[end][0] >= lowest:
                end += 1
            ordered[place:end] = reversed(ordered[place:end])
            place = end
    return ordered


def _levels(text: str, right: bool) -> list[int]:
    """Return the embedding level of each character: even from left to right, odd from right."""
    base = "R" if right else "L"
    types = _weak([unicodedata.bidirectional(one) or "L" for one in text], base)
    types = _neutral(types, base)
    level = 1 if right else 0
    raised = {"L": level % 2, "R": 1 - level % 2, "EN": 2 - level % 2, "AN": 2 - level % 2}
    levels = [level + raised[one] for one in types]
    # Blanks at the end of a row have the direction of the paragraph (rule L1).
    for place in range(len(text) - 1, -1, -1):
        if unicodedata.bidirectional(text[place]) not in _BLANK:
            break
        levels[place] = level
    return levels


def _weak(types: list[str], base: str) -> list[str]:
    """Resolve marks, letters and what belongs to numbers (rules W1 to W7)."""
    before, strong = base, base
    for place, one in enumerate(types):
        if one == "NSM":
            one = before
        if one in _STRONG:
            strong = one
        if one == "EN" and strong == "AL":
            one = "AN"
        types[place] = before = one
    types = ["R" if one == "AL" else one for one in types]
    for place in range(1, len(types) - 1):
        around = types[place - 1]
        if around == types[place + 1] and (
            (types[place] in ("ES", "CS") and around == "EN")
            or (types[place] == "CS" and around == "AN")
        ):
            types[place] = around
    for steps in (range(len(types)), range(len(types) - 1, -1, -1)):
        beside = ""
        for place in steps:
            if types[place] == "ET" and beside == "EN":
                types[place] = "EN"
            beside = types[place]
    strong = base
    for place, one in enumerate(types):
        if one in ("L", "R"):
            strong = one
        elif one == "EN" and strong == "L":
            types[place] = "L"
    return types


def _neutral(types: list[str], base: str) -> list[str]:
    """Give what has no direction that of what stands around it (rules N1 and N2)."""
    directed = ("L", "R", "EN", "AN")
    place = 0
    while place < len(types):
        if types[place] in directed:
            place += 1
            continue
        end = place
        while end < len(types) and types[end] not in directed:
            end += 1
        left = _side(types[place - 1]) if place else base
        right = _side(types[end]) if end < len(types) else base
        types[place:end] = [left if left == right else base] * (end - place)
        place = end
    return types


def _side(one: str) -> str:
    return "L" if one == "L" else "R"
