"""Runs `postil` as often as it is told to, each time in a process of its own: a fork of this one,
which has imported what the commands need. That takes most of the time of a command.

Each line of the input is JSON: `arguments`, `cwd`, `environment`, and the files `out` and `err` for
what is printed. Printed is the exit status, as `subprocess` has it.
"""

from __future__ import annotations

import json
import os
import runpy
import signal
import sys
import time
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import annotations
import corpus
import index
import tui.commands

SECONDS = 120  # after which a command that hangs is killed


def import_all() -> None:
    """Import what commands import where they use it."""
    for package in (corpus, index, annotations, tui.commands):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)


def become(told: dict[str, Any]) -> None:
    """Become a process that was started with an environment, in a folder, its output in files."""
    signal.alarm(SECONDS)
    os.chdir(told["cwd"])
    os.environ.clear()
    os.environ.update(told["environment"])
    time.tzset()
    for number, name in enumerate((os.devnull, told["out"], told["err"])):
        file = os.open(name, os.O_RDWR)
        os.dup2(file, number)
        os.close(file)


def main() -> None:
    """Run until the input ends."""
    import_all()
    for line in sys.stdin:
        told = json.loads(line)
        child = os.fork()
        if child == 0:
            become(told)
            sys.argv = ["postil", *told["arguments"]]
            runpy.run_module("tui", run_name="__main__", alter_sys=True)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
