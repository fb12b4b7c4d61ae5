"""Figures laid beside each other: which may be of one thing, and which say something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.time_kinds import TIME_KINDS
from corpus.understanding.analysis import Quantity

_WITH_UNIT = ("money", "dimension", "age", "duration")


@dataclass(frozen=True, slots=True)
class FigurePair:
    """What two sentences that answer each other say of one figure; None for nothing."""

    left: Quantity | None
    right: Quantity | None


@dataclass(frozen=True, slots=True)
class FiguresOfThing:
    """All that two texts say of one thing that is counted; `thing` is its name, in small letters.

    Of figures that are said more than once the first is there. `differ` says that one of them has a
    figure that the other has not.
    """

    thing: str
    left: tuple[Quantity, ...]
    right: tuple[Quantity, ...]
    differ: bool


def comparable(own: Quantity, other: Quantity) -> bool:
    """Say whether two figures may be of one thing: by what is counted, else by kind and unit.

    Of dates those that name the same day, month or span are told.
    """
    if own.kind in TIME_KINDS and own.kind != "duration":
        return own.iso is not None and own.iso == other.iso
    if own.kind != other.kind:
        return False
    if own.of is not None:
        return other.of is not None and counted(own) == counted(other)
    if own.kind in _WITH_UNIT:
        return own.unit is not None and own.unit == other.unit
    return False


def counted(quantity: Quantity) -> str:
    """Return what a figure counts, as it is compared; "" where it says nothing of that."""
    if quantity.of is None:
        return ""
    return quantity.of.group or " ".join(quantity.of.text.split()).casefold()


def same_figure(one: Quantity, other: Quantity) -> bool:
    """Say whether two figures say the same: value or range, bound, unit; dates the same day."""
    if one.kind != other.kind:
        return False
    if one.iso is not None and other.iso is not None:
        return one.iso == other.iso
    if _says(one) == _says(other) != (None,) * 6:
        return True
    return " ".join(one.text.split()).casefold() == " ".join(other.text.split()).casefold() and (
        one.bound == other.bound
    )


def _says(quantity: Quantity) -> tuple[object, ...]:
    exact = not quantity.approximate
    if quantity.value is None and quantity.min is None and quantity.max is None:
        return (None,) * 6
    return (
        quantity.value,
        quantity.min,
        quantity.max,
        quantity.bound,
        quantity.unit,
        exact,
    )


def figure_pairs(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[FigurePair, ...]:
    """Return the figures in which two sentences that answer each other differ, in their order.

    Figures that may be of one thing stand side by side, else those of one kind; what is left over
    stands alone. Ordinals are no figures here: "first" claims nothing that is counted.
    """
    lefts = [one for one in left if one.kind != "ordinal"]
    rights = [one for one in right if one.kind != "ordinal"]
    for one in list(lefts):
        other = next((other for other in rights if same_figure(one, other)), None)
        if other is not None:
            lefts.remove(one)
            rights.remove(other)
    found = []
    for alike in (comparable, _of_one_kind):
        for one in list(lefts):
            other = next((other for other in rights if alike(one, other)), None)
            if other is not None:
                lefts.remove(one)
                rights.remove(other)
                found.append(FigurePair(one, other))
    found += [FigurePair(one, None) for one in lefts]
    found += [FigurePair(None, other) for other in rights]
    return tuple(sorted(found, key=_start))


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.unit == other.unit


def _start(pair: FigurePair) -> tuple[bool, int]:
    first = pair.left or pair.right
    assert first is not None  # one of them is always there
    return pair.left is None, first.start


def figures_of_things(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[FiguresOfThing, ...]:
    """Return what both texts count, with all their figures of it; what differs first."""
    mine, theirs = _by_thing(left), _by_thing(right)
    found = []
    for key in mine.keys() & theirs.keys():
        one, other = mine[key], theirs[key]
        differ = any(not any(same_figure(a, b) for b in other) for a in one) or any(
            not any(same_figure(a, b) for a in one) for b in other
        )
        found.append(FiguresOfThing(key[1], tuple(one), tuple(other), differ))
    return tuple(sorted(found, key=lambda each: (not each.differ, each.left[0].start)))


def _by_thing(quantities: Sequence[Quantity]) -> dict[tuple[str, str], list[Quantity]]:
    """Return figures by kind and what they count, or their unit; each figure once."""
    found: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if quantity.kind in ("date", "time", "ordinal"):
            continue
        thing = counted(quantity) or (quantity.unit if quantity.kind in _WITH_UNIT else None)
        if thing:
            known = found[quantity.kind, thing]
            if not any(same_figure(quantity, other) for other in known):
                known.append(quantity)
    return found
