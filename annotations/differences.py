"""What differs between two versions of one annotation, as steps to be edited in one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.schema import as_typed

if TYPE_CHECKING:
    from annotations.schema import Data, Path


@dataclass(frozen=True, slots=True)
class Put:
    """The mapping at `path` gets `value` under `key`."""

    path: Path
    key: str
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """The mapping at `path` loses `key`."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Insert:
    """The sequence at `path` gets `value` before item `index`."""

    path: Path
    index: int
    value: Data


@dataclass(frozen=True, slots=True)
class Drop:
    """The sequence at `path` loses item `index`."""

    path: Path
    index: int


Step = Put | Remove | Insert | Drop


def differences(old: Data, new: Data, path: Path = ()) -> Iterator[Step]:
    """Give the steps from one mapping to another, in an order in which they can be done."""
    for key in old:
        if key not in new:
            yield Remove(path, key)
    for key, value in new.items():
        if key not in old:
            yield Put(path, key, value)
        elif old[key] != value:
            yield from _within(old[key], value, path, key)


def _within(old: Data, new: Data, path: Path, key: str) -> Iterator[Step]:
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from differences(old, new, (*path, key))
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(old, new, (*path, key))
    else:
        yield Put(path, key, new)


def _of_lists(old: list[Data], new: list[Data], path: Path) -> Iterator[Step]:
    """Leave the items at both ends that are the same, and change those between."""
    shorter = min(len(old), len(new))
    same = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next(
        (at for at in range(shorter - same) if old[-1 - at] != new[-1 - at]), shorter - same
    )
    ends = len(old) - tail, len(new) - tail  # what differs is `[same, end)` of each list
    pairs = list(zip(old[same : ends[0]], new[same : ends[1]], strict=False))
    if ends[0] == ends[1] and all(_is_same_link(before, after) for before, after in pairs):
        for at in range(same, ends[0]):
            yield from differences(old[at], new[at], (*path, at))
        return
    # First in, then out: a list that is never empty keeps its style.
    for at in range(same, ends[1]):
        yield Insert(path, at, new[at])
    for _ in range(same, ends[0]):
        yield Drop(path, ends[1])


def _is_same_link(old: Data, new: Data) -> bool:
    """Whether two items are one arrow, of which only the words may differ."""
    return (
        isinstance(old, dict)
        and isinstance(new, dict)
        and all(old.get(key) == new.get(key) for key in ("to", "type"))
    )


def patched(data: Any, step: Step) -> Any:
    """Return what reading gives after a step, without touching `data`."""
    return _patched(data, step.path, step)


def _patched(data: Any, path: Path, step: Step) -> Any:
    if path:
        copy: Any = dict(data) if isinstance(data, dict) else list(data)
        copy[path[0]] = _patched(data[path[0]], path[1:], step)
        return copy
    if isinstance(step, Put):
        return {**data, step.key: as_typed(step.value)}
    if isinstance(step, Remove):
        return {key: value for key, value in data.items() if key != step.key}
    if isinstance(step, Insert):
        return [*data[: step.index], as_typed(step.value), *data[step.index :]]
    return [*data[: step.index], *data[step.index + 1 :]]
