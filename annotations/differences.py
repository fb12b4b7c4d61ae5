"""What differs between two versions of one annotation, as steps to be edited in one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.schema import as_typed, has_unknown

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


def differences(
    old: dict[str, Data], new: dict[str, Data], there: Any, path: Path = ()
) -> Iterator[Step]:
    """Give the steps from one mapping to another, in an order in which they can be done.

    `old` and `new` are what the schema knows, `there` is what the file holds in their place, with
    keys that the schema does not know: those are never touched. What comes is put in before what
    goes is taken out, so that no mapping is empty on the way.
    """
    known: dict[str, Any] = there if isinstance(there, dict) else {}
    for key, value in new.items():
        if key not in old or old[key] != value:
            yield from _within(old.get(key), value, known.get(key), (*path, key))
    for key in old:
        if key not in new:
            inside = known.get(key)
            if path and isinstance(inside, dict) and has_unknown(inside, (*path, key)):
                yield from differences(old[key], {}, inside, (*path, key))
            else:
                yield Remove(path, key)


def _within(old: Data, new: Data, there: Any, path: Path) -> Iterator[Step]:
    if isinstance(new, dict) and isinstance(there, dict):
        before = old if isinstance(old, dict) else {}
        if (before and new) or has_unknown(there, path):
            yield from differences(before, new, there, path)
            return
    elif isinstance(new, list) and isinstance(there, list) and old and new:
        yield from _of_lists(old, new, there, path)
        return
    yield Put(path[:-1], str(path[-1]), new)


def _of_lists(old: list[Data], new: list[Data], there: list[Any], path: Path) -> Iterator[Step]:
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
            yield from differences(old[at], new[at], there[at], (*path, at))
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
