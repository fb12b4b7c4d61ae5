"""Whoosh's unpickling is shut whatever other threads import meanwhile."""

from __future__ import annotations

import gc
import sys
from types import ModuleType

import index.whoosh_import  # noqa: F401 - the modules that are gone through
from index.unpickling import shut_unpickling


def test_modules_that_come_meanwhile_do_no_harm() -> None:
    # A search for garbage may let another thread import at any allocation; here each one does.
    thresholds = gc.get_threshold()
    come: list[str] = []

    def another_module(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            come.append(f"come_meanwhile_{len(come)}")
            sys.modules[come[-1]] = ModuleType(come[-1])

    # Python keeps some thousand tuples ready, for which it need not look for garbage.
    held = [(number, number) for number in range(5_000)]
    gc.callbacks.append(another_module)
    gc.set_threshold(1)
    try:
        shut_unpickling()
    finally:
        gc.callbacks.remove(another_module)
        gc.set_threshold(*thresholds)
        for name in come:
            del sys.modules[name]
    assert come
    assert held
