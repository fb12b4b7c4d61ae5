"""The package can be imported from several threads at once."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# One thread imports the package, as the watcher does; the other meanwhile one of its modules, as a
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


def brings(package: str) -> bool:
    """Say whether a package imports modules of its own when it is imported."""
    text = (ROOT.joinpath(*package.split(".")) / "__init__.py").read_text(encoding="utf-8")
    return f"from {package}." in text


def test_no_module_waits_for_its_package() -> None:
    """A module that asks its package for another one waits until all of the package is imported.

    Where the package waits for that module meanwhile, in another thread, one of both fails.
    """
    for path in (
        one for name in ("annotations", "corpus", "index") for one in (ROOT / name).rglob("*.py")
    ):
        inside = ".".join(path.relative_to(ROOT).parent.parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and path.name != "__init__.py":
                package = node.module or ""
                around = f"{inside}.".startswith(f"{package}.") and brings(package)
                assert not around, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_two_threads_import_it_together() -> None:
    for name in ("annotations.editor", "annotations.history", "annotations.list_edits"):
        names = ["annotations", name]
        done = subprocess.run(
            [sys.executable, "-c", BOTH.format(names=names)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
