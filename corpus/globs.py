"""Globs over article names, as gitignore writes them.

`postil.yaml` may come from a stranger, so matching must not explode: a pattern is matched folder by
folder with the regular expressions of `fnmatch`, which never backtrack over a `*` (a library that
turns the whole pattern into one expression needs 10 s for `*a*a*a*a*b` on a name of 250 letters).

`*`, `?` and `[…]` match inside one name; `**` matches any number of folders; a pattern without `/`
matches at any depth, with `/` from the corpus's root; one that ends with `/` matches folders only;
what matches a folder matches all in it; `!` before a pattern takes back an earlier match. Letter
case counts.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

LONGEST = 1000
"""The most characters that a glob may have."""

_ANY_FOLDERS = None  # stands for `**` among the parts of a pattern

_Part = Callable[[str], "re.Match[str] | None"] | None


def glob_fault(pattern: str) -> str | None:
    """Say why `pattern` cannot be used, or return None if it can."""
    bare = pattern.removeprefix("!")
    if not bare.strip("/"):
        return "the glob is empty"
    if len(bare) > LONGEST:
        return f"the glob is longer than {LONGEST} characters"
    if bare.startswith("/"):
        # gitignore would anchor it at the root; people who write it mean a path of their disk.
        return "the glob is an absolute path"
    if ".." in bare.split("/"):
        return "the glob leads out of the corpus"
    if "\0" in bare:
        return "the glob holds a NUL character"
    return None


def has_wildcard(pattern: str) -> bool:
    """Say whether a glob has to be matched, rather than looked up."""
    return any(sign in pattern for sign in "*?[")


class Globs:
    """A list of globs; the last one that matches a name decides.

    Patterns for which `glob_fault` has an answer match nothing. Patterns without wildcards cost
    nothing, however many they are; each of the others is matched with each name.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._globs: list[tuple[int, _Glob]] = []
        # Patterns without wildcards: what they say, and whether of folders only, to their number.
        self._names: dict[tuple[str, bool], int] = {}
        self._paths: dict[tuple[str, bool], int] = {}
        self._negated: list[bool] = []
        for pattern in patterns:
            if glob_fault(pattern) is not None:
                continue
            number = len(self._negated)
            self._negated.append(pattern.startswith("!"))
            bare = pattern.removeprefix("!")
            path = "/".join(part for part in bare.split("/") if part not in {"", "."})
            if has_wildcard(bare):
                self._globs.append((number, _compile(path, "/" in bare[:-1], bare.endswith("/"))))
            else:
                known = self._paths if "/" in bare[:-1] else self._names
                known[path, bare.endswith("/")] = number
        self._globs.reverse()

    def __bool__(self) -> bool:
        """Say whether there is a pattern at all."""
        return bool(self._negated)

    def match(self, name: str, *, folder: bool = False) -> bool:
        """Say whether `name` (relative, with `/`), or a folder that it lies in, is matched."""
        if not self._negated:
            return False
        names = name.split("/")
        last = self._look_up(names, folder) if self._names or self._paths else -1
        for number, glob in self._globs:
            if number < last:
                break
            if glob.matches(names, folder):
                last = number
                break
        return last >= 0 and not self._negated[last]

    def _look_up(self, names: list[str], folder: bool) -> int:
        """Return the number of the last pattern without wildcards that matches, or -1."""
        last = -1
        path = ""
        for depth, name in enumerate(names):
            path = f"{path}/{name}" if depth else name
            kinds = (False, True) if folder or depth < len(names) - 1 else (False,)
            for kind in kinds:
                last = max(
                    last, self._names.get((name, kind), -1), self._paths.get((path, kind), -1)
                )
        return last


@dataclass(frozen=True, slots=True)
class _Glob:
    parts: tuple[_Part, ...]
    folders_only: bool

    def matches(self, names: list[str], folder: bool) -> bool:
        """Walk the names as a machine whose states are the parts matched so far."""
        last = len(self.parts)
        if last == 2 and self.parts[0] is _ANY_FOLDERS and (part := self.parts[1]):
            # `*.txt`: by far the most frequent form, and the machine takes ten times as long.
            candidates = names if folder or not self.folders_only else names[:-1]
            return any(map(part, candidates))
        states = self._open({0})
        for depth, name in enumerate(names):
            following = set()
            for state in states:
                if state == last:
                    continue
                part = self.parts[state]
                if part is _ANY_FOLDERS:
                    following.add(state)
                elif part(name):
                    following.add(state + 1)
            states = self._open(following)
            is_folder = folder or depth < len(names) - 1
            if last in states and (is_folder or not self.folders_only):
                return True
            if not states:
                return False
        return False

    def _open(self, states: Iterable[int]) -> set[int]:
        """Add the states that are reached without a name: `**` matches no folder as well."""
        reached = set(states)
        for state in tuple(reached):
            following = state
            while following < len(self.parts) and self.parts[following] is _ANY_FOLDERS:
                following += 1
                reached.add(following)
        return reached


def _compile(path: str, rooted: bool, folders_only: bool) -> _Glob:
    parts: list[_Part] = [] if rooted else [_ANY_FOLDERS]
    for part in path.split("/"):
        if part != "**":
            parts.append(re.compile(fnmatch.translate(part)).match)
        elif not parts or parts[-1] is not _ANY_FOLDERS:
            parts.append(_ANY_FOLDERS)
    if parts[-1] is _ANY_FOLDERS:  # `drafts/**` is what lies in the folder, not the folder itself
        parts.append(re.compile(fnmatch.translate("*")).match)
    return _Glob(tuple(parts), folders_only)
