"""Screens, widgets and apps in parts: what is made of them has all that Textual gathers."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import tui
from tui.parts import InParts


def made_of(kind: type) -> Iterator[type]:
    """Yield the classes of ours on which no other is built; tests may have built more."""
    built_on_it = [one for one in kind.__subclasses__() if one.__module__.startswith("tui.")]
    for one in built_on_it:
        yield from made_of(one)
    if not built_on_it:
        yield kind


def test_nothing_is_made_of_a_part_alone() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)

    whole = {one.__name__: one for one in made_of(InParts)}

    assert {"PostilApp", "ReaderScreen", "ComparedPane", "SearchScreen"} <= set(whole)
    parts = [name for name, one in whole.items() if "_reactives" not in vars(one)]
    assert parts == []
