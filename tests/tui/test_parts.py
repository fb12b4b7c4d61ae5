"""What is made of parts has all that Textual gathers; workers are started without describing it."""

from __future__ import annotations

import ast
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from textual.app import App

import tui
from tui.parts import InParts, work


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


class Wordy:
    """What would take long to be put into words."""

    def __init__(self) -> None:
        self.put_into_words = False

    def __repr__(self) -> str:
        self.put_into_words = True
        return "words"


class Working(App[None]):
    """An app with a method that runs in a thread."""

    @work(thread=True, group="taking")
    def take(self, wordy: Wordy) -> Wordy:
        return wordy


async def test_a_worker_is_started_without_putting_what_it_is_given_into_words() -> None:
    wordy, app = Wordy(), Working()
    async with app.run_test():
        assert await app.take(wordy).wait() is wordy
    assert not wordy.put_into_words


def test_all_workers_are_started_so() -> None:
    modules = [path for path in Path(tui.__path__[0]).rglob("*.py") if path.name != "parts.py"]
    assert len(modules) > 100
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "textual":
                assert "work" not in [one.name for one in node.names], path
