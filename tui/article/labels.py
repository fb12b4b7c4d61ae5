"""Labels: letters on everything that can be gone to on the screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from corpus.span import Span
from tui.article.addresses import addresses_in

if TYPE_CHECKING:
    from tui.article.document import Document

_Thing = TypeVar("_Thing", bound=Span)

# Those under the fingers first.
LETTERS = "asdfghjklewruiopqtyvncmxbz"
# In cells: what a label of two letters takes, more are never needed on one screen.
WIDEST = 2


@dataclass(frozen=True, slots=True)
class Label:
    """Letters, and the offset that they lead to."""

    letters: str
    offset: int


def lettering(count: int) -> Iterator[str]:
    """Give `count` labels, none of which another one begins with: the first are the shortest."""
    base = len(LETTERS)
    if count <= base:
        yield from LETTERS[:count]
        return
    # Each letter that begins longer labels makes room for `base` instead of one.
    longer = min(base, -(-(count - base) // (base - 1)))
    yield from LETTERS[: base - longer]
    rest = count - (base - longer)
    shares = [rest // longer + (number < rest % longer) for number in range(longer)]
    for first, share in zip(LETTERS[base - longer :], shares, strict=True):
        for more in lettering(share):
            yield first + more


def targets_in(document: Document, start: int, end: int) -> tuple[int, ...]:
    """Return what can be gone to between two offsets: what is most sought first.

    These are annotations, entities, numbers, web addresses, statements and sentences; in a text of
    which nothing is known yet, its lines.
    """
    analysis = document.analysis
    found: list[int] = []
    for kind in ("annotation", "entity", "number"):
        found += [span.start for span in _between(document.targets(kind), start, end)]
    found += [address.start for address in addresses_in(document.shown, start, end)]
    if document.markup is not None:
        found += [link.start for link in _between(document.markup.links, start, end)]
    if analysis is not None:
        for units in (document.contents, document.sentences):
            found += [unit.start for unit in _between(units, start, end)]
    else:
        found += _lines(document.shown, start, end)
    return tuple(dict.fromkeys(found))


def labels_of(places: Sequence[int], apart: Callable[[int, int], bool]) -> tuple[Label, ...]:
    """Return labels for places, in the order of the text.

    Where two are not `apart` enough for a label each, the one that comes first in `places` has it.
    """
    kept: list[int] = []
    for place in places:
        at = bisect_left(kept, place)
        near = kept[max(0, at - 1) : at + 1]
        if all(apart(min(place, other), max(place, other)) for other in near):
            kept.insert(at, place)
    letters = dict(zip(sorted(kept, key=places.index), lettering(len(kept)), strict=True))
    return tuple(Label(letters[place], place) for place in kept)


def narrowed(labels: Sequence[Label], letter: str) -> tuple[Label, ...]:
    """Return the labels that begin with a letter, without it."""
    return tuple(
        Label(label.letters[1:], label.offset) for label in labels if label.letters[0] == letter
    )


def _between(things: Sequence[_Thing], start: int, end: int) -> Sequence[_Thing]:
    low = bisect_left(things, start, key=lambda thing: thing.start)
    return things[low : bisect_left(things, end, key=lambda thing: thing.start)]


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the lines between two offsets begin, blank ones left out."""
    place = start
    while 0 <= place < end:
        if place < len(text) and not text[place].isspace():
            yield place
        place = text.find("\n", place, end) + 1 or end
