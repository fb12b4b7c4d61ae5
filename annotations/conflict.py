"""A sidecar that git could not merge: the versions between its markers, each as the file it was.

The markers are those of `git merge`, in the styles `merge`, `diff3` and `zdiff3`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotations.sidecar import Entry, Sidecar, parse_sidecar

if TYPE_CHECKING:
    from corpus.problem import Problem

REMEDY = (
    "`postil merge FILE --write` keeps what both say; or keep one of the versions between"
    " <<<<<<< and >>>>>>> and remove the marker lines"
)

_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?")
# By the marker that comes: where it may stand, and which versions the lines after it belong to.
_OURS, _BASE, _THEIRS = "ours", "base", "theirs"
_ALL = (_OURS, _BASE, _THEIRS)
_STEPS = {
    "<<<<<<<": ((_ALL,), (_OURS,)),
    "|||||||": (((_OURS,),), (_BASE,)),
    "=======": (((_OURS,), (_BASE,)), (_THEIRS,)),
    ">>>>>>>": (((_THEIRS,),), _ALL),
}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file; `lines` are the lines of the torn file, from 1, that are its lines."""

    text: str
    lines: tuple[int, ...]

    def read(self, file: str) -> Sidecar:
        """Read it as a sidecar; lines are those of the torn file."""
        sidecar = parse_sidecar(self.text.encode("utf-8", "surrogatepass"), file)
        locked = sidecar.locked
        return replace(
            sidecar,
            entries=tuple(self._at(one) for one in sidecar.entries),
            problems=tuple(self._in(one) for one in sidecar.problems),
            locked=None if locked is None else self._in(locked),
        )

    def _at(self, entry: Entry) -> Entry:
        return replace(entry, line=self.lines[entry.line - 1])

    def _in(self, problem: Problem) -> Problem:
        if problem.line is None:
            return problem
        return replace(problem, line=self.lines[min(problem.line, len(self.lines)) - 1])


@dataclass(frozen=True, slots=True)
class Versions:
    """What a torn file holds; `base`, what both began with, only where every conflict has it."""

    ours: Version
    theirs: Version
    base: Version | None


def versions_in(text: str) -> Versions | None:
    """Part a text at its markers; None where it has none, or they are not in git's order."""
    found: dict[str, list[tuple[int, str]]] = {name: [] for name in _ALL}
    into: tuple[str, ...] = _ALL
    conflicts = bases = 0
    for number, line in enumerate(text.split("\n"), 1):
        marker = _MARKER.fullmatch(line)
        # Seven equals signs are a marker in a conflict only.
        if marker is None or (marker[1] == "=======" and into == _ALL):
            for name in into:
                found[name].append((number, line))
            continue
        allowed, after = _STEPS[marker[1]]
        if into not in allowed:
            return None
        into = after
        conflicts += marker[1] == "<<<<<<<"
        bases += marker[1] == "|||||||"
    if into != _ALL or not conflicts:
        return None
    ours, base, theirs = (
        Version("\n".join(line for _, line in lines), tuple(number for number, _ in lines))
        for lines in (found[name] for name in _ALL)
    )
    return Versions(ours, theirs, base if bases == conflicts else None)


def read_both(torn: Sidecar, text: str) -> Sidecar:
    """Give a sidecar that could not be read for its markers the annotations of both versions.

    It stays one that must not be written. What the versions say differently under one id stands
    there twice, theirs under the id with `-theirs`.
    """
    versions = versions_in(text)
    if versions is None or torn.locked is None:
        return torn
    ours, theirs = versions.ours.read(torn.file), versions.theirs.read(torn.file)
    problem = replace(torn.locked, remedy=REMEDY)
    if ours.locked is not None or theirs.locked is not None:
        return torn
    entries = list(ours.entries)
    for entry in theirs.entries:
        one = entry.annotation
        mine = ours.entry(one.id)
        if mine is None:
            entries.append(entry)
        elif mine.annotation != one:
            entries.append(replace(entry, annotation=replace(one, id=f"{one.id}-theirs")))
    return replace(
        torn,
        entries=tuple(entries),
        problems=(problem, *ours.problems, *theirs.problems),
        locked=problem,
        tags=tuple(dict.fromkeys((*ours.tags, *theirs.tags))),
        by_id={one.annotation.id: one for one in entries},
    )
