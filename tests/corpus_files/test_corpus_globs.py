"""Globs match as gitignore's do, and no pattern can be made that takes long."""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pathspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import globs as globs_module
from corpus.globs import Globs, glob_fault


class Steps:
    """The lines of `corpus.globs` that were run."""

    steps = 0

    def trace(self, frame: FrameType, event: str, argument: object) -> Any:
        if frame.f_code.co_filename != globs_module.__file__:
            return None
        self.steps += event == "line"
        return self.trace


@contextmanager
def steps() -> Iterator[Steps]:
    """Count the lines that the globs run, instead of the time, which is another everywhere."""
    counted = Steps()
    before = sys.gettrace()
    sys.settrace(counted.trace)
    try:
        yield counted
    finally:
        sys.settrace(before)


@pytest.mark.parametrize(
    ("pattern", "name", "matched"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "deep/down/a.txt", True),
        ("*.txt", "a.md", False),
        ("wire/*.txt", "wire/a.txt", True),
        ("wire/*.txt", "wire/deep/a.txt", False),
        ("wire/*.txt", "old/wire/a.txt", False),
        ("wire/**/a.txt", "wire/a.txt", True),
        ("wire/**/a.txt", "wire/x/y/a.txt", True),
        ("**/a.txt", "a.txt", True),
        ("drafts", "drafts/a.txt", True),
        ("drafts", "old/drafts/deep/a.txt", True),
        ("drafts/", "drafts/a.txt", True),
        ("drafts/", "drafts", False),
        ("drafts/**", "drafts/a.txt", True),
        ("drafts/**", "drafts", False),
        ("./wire/*.txt", "wire/a.txt", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a/.txt", False),
        ("[!a]*.txt", "b.txt", True),
        ("[!a]*.txt", "a.txt", False),
        ("A.txt", "a.txt", False),
        ("a+(b).txt", "a+(b).txt", True),
        ("*", "anything/at/all", True),
        ("wire/old", "wire/old/a.txt", True),
        ("wire/old/", "wire/old", False),
        ("wire/old", "a/wire/old/b.txt", False),
        ("./a.txt", "a.txt", True),
        ("./a.txt", "b/a.txt", False),
    ],
)
def test_a_glob_matches_a_name_or_a_folder_it_lies_in(
    pattern: str, name: str, matched: bool
) -> None:
    assert Globs((pattern,)).match(name) is matched


def test_the_last_glob_that_matches_decides() -> None:
    globs = Globs(("*.txt", "!keep.txt", "old/keep.txt"))
    assert globs.match("a.txt")
    assert not globs.match("new/keep.txt")
    assert globs.match("old/keep.txt")
    assert Globs(("!a.txt", "*.txt")).match("a.txt")
    assert not Globs(("*.txt", "!a*")).match("a.txt")


def test_thousands_of_names_without_wildcards_are_looked_up() -> None:
    globs = Globs([f"wire/{number}.txt" for number in range(20_000)])
    with steps() as counted:
        assert globs.match("wire/19999.txt")
        assert not globs.match("wire/20000.txt")
    assert counted.steps < 100


def test_no_globs_match_nothing() -> None:
    assert not Globs(())
    assert not Globs(()).match("a.txt")


@pytest.mark.parametrize(
    "pattern", ["", "/", "!", "../a", "a/../../b", "/etc/*", "x" * 1001, "a\0"]
)
def test_globs_that_lead_out_or_mean_nothing_have_a_fault_and_match_nothing(pattern: str) -> None:
    assert glob_fault(pattern)
    assert not Globs((pattern,)).match("a.txt")
    assert not Globs((pattern,)).match("etc/passwd")


@pytest.mark.parametrize(
    "pattern", ["*a" * 400 + "b", "**/" * 300 + "*b", "*/**/" * 190 + "b", "*" * 1000], ids=range(4)
)
def test_no_pattern_takes_long(pattern: str) -> None:
    name = "a" * 255 + "/" + "/".join("a" * 100)
    globs = Globs((pattern,))
    with steps() as counted:
        globs.match(name)
    # At most a few lines for each part of the pattern at each folder of the name.
    assert counted.steps < 10 * (pattern.count("/") + 1) * (name.count("/") + 1)


@pytest.mark.parametrize("stars", [10, 300])
def test_stars_inside_a_name_never_backtrack(stars: int) -> None:
    # What `fnmatch` writes for each star but the last cannot be entered a second time.
    expression = fnmatch.translate("*a" * stars + "b")
    assert expression.count("(?>") == stars - 1


_PATTERN_PARTS = st.lists(
    st.sampled_from(["*", "**", "a", "b*", "?", "ab"]), min_size=1, max_size=4
)


@given(
    _PATTERN_PARTS.map("/".join),
    st.lists(st.sampled_from(["a", "b", "ab", "ba"]), min_size=1, max_size=5).map("/".join),
)
def test_globs_agree_with_gitignore(pattern: str, name: str) -> None:
    theirs = pathspec.GitIgnoreSpec.from_lines([pattern]).match_file(name)
    assert Globs((pattern,)).match(name) is theirs
