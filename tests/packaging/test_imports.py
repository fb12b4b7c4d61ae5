"""Threads that import our modules at the same time never wait for each other in a circle.

Python locks a module while it is imported, and its package while the module is waited for: a
package that imports a module of its own and a thread that imports that module first wait for one
another, and Python ends one of both with an error. So does any circle of imports.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("corpus", "index", "annotations", "tui")
# One thread imports a package, as the watcher does; the other meanwhile one of its modules, as a
# screen does that is opened at once.
BOTH = """
import sys, threading
wrong = []

def bring(name):
    try:
        __import__(name)
    except ImportError as error:
        wrong.append(str(error))

sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=bring, args=(name,)) for name in {names}]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit("; ".join(wrong) or 0)
"""


def modules() -> dict[str, Path]:
    """All modules of ours by their names; a package goes by the name of its folder."""
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    named = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}
    return {name.removesuffix(".__init__"): path for name, path in named.items()}


def imported(body: list[ast.stmt]) -> Iterator[str]:
    """Name what is imported while a module is: not what its functions or type checkers import."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{one.name}" for one in node.names)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from imported(node.orelse)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for part in ("body", "orelse", "finalbody", "handlers"):
                yield from imported(getattr(node, part, []))


def waits() -> dict[str, set[str]]:
    """What each module waits for while it is imported: its package, and what it imports."""
    ours = modules()
    return {
        name: {name.rpartition(".")[0], *imported(ast.parse(path.read_bytes()).body)} & ours.keys()
        for name, path in ours.items()
    }


def test_no_imports_wait_for_each_other() -> None:
    graph = waits()
    assert {name.partition(".")[0] for name in graph} == {*PACKAGES}
    assert "corpus" in graph["corpus.opening"]
    # An error of the sorter names the modules of the circle.
    assert {*TopologicalSorter(graph).static_order()} == {*graph}


def test_two_threads_import_a_package_together() -> None:
    for package, name in (
        ("annotations.store", "annotations.editor"),
        ("annotations.store", "annotations.history"),
        ("index.opening", "index.query.tree"),
        ("corpus.opening", "corpus.readers.reader"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", BOTH.format(names=[package, name])],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
