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
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Globs:
    """A list of globs; the last one that matches a name decides.

    Patterns for which `glob_fault` has an answer match nothing.
    """

    patterns: tuple[str, ...]
    _globs: tuple[_Glob, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        usable = (pattern for pattern in self.patterns if glob_fault(pattern) is None)
        object.__setattr__(self, "_globs", tuple(_compile(pattern) for pattern in usable))

    def __bool__(self) -> bool:
        """Say whether there is a pattern at all."""
        return bool(self._globs)

    def match(self, name: str, *, folder: bool = False) -> bool:
        """Say whether `name` (relative, with `/`), or a folder that it lies in, is matched."""
        names = name.split("/")
        for glob in reversed(self._globs):
            if glob.matches(names, folder):
                return not glob.negated
        return False


@dataclass(frozen=True, slots=True)
class _Glob:
    parts: tuple[_Part, ...]
    negated: bool
    folders_only: bool

    def matches(self, names: list[str], folder: bool) -> bool:
        """Walk the names as a machine whose states are the parts matched so far."""
        last = len(self.parts)
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


def _compile(pattern: str) -> _Glob:
    negated = pattern.startswith("!")
    bare = pattern.removeprefix("!")
    folders_only = bare.endswith("/")
    bare = bare.strip("/")
    parts: list[_Part] = [
        _ANY_FOLDERS if part == "**" else re.compile(fnmatch.translate(part)).match
        for part in bare.split("/")
        if part not in {"", "."}
    ]
    if "/" not in bare:
        parts.insert(0, _ANY_FOLDERS)
    if parts[-1] is _ANY_FOLDERS:  # `drafts/**` is what lies in the folder, not the folder itself
        parts.append(re.compile(fnmatch.translate("*")).match)
    return _Glob(tuple(parts), negated, folders_only)
