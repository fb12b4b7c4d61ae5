#!/usr/bin/env python3
"""Set Postil up in an environment of its own, and run it: needs Python 3.11 or later, nothing else.

    python3 dev.py read [DIR]        open the reader (on the sample corpus where no folder is named)
    python3 dev.py test              every check: format, lint, types, imports, tests
    python3 dev.py test ARGUMENT …   only pytest, with these arguments
    python3 dev.py test-whoosh3      the tests of index/ with whoosh3 in the place of Whoosh
    python3 dev.py run ARGUMENT …    any postil command, such as: run search examples/… water

The environment is .venv in this folder; it is made at the first call and brought up to date when
pyproject.toml changes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Those that this process may run on, where the system says so.
PROCESSORS = len(getattr(os, "sched_getaffinity", lambda _: ())(0)) or os.cpu_count() or 1
# Many tests wait for a terminal or a process: one worker more than there are processors.
WORKERS = str(PROCESSORS + 1)
SAMPLE = HERE / "examples" / "tulgara-dam"


def fail(message: str) -> None:
    """Say what is wrong and end."""
    print(f"dev.py: {message}", file=sys.stderr)
    raise SystemExit(2)


def python_of(environment: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def packages_of(python: Path) -> Path:
    """Return the folder into which the packages of an interpreter are installed."""
    asked = (python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    return Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())


def call(*command: str | Path) -> None:
    """Run a command; end with its status when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=HERE, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def environment(name: str, *arguments: str, above: Path | None = None) -> Path:
    """Make a virtual environment, or bring it up to date; return its interpreter.

    `arguments` are those of `pip install`. Where an interpreter `above` is given, all that it
    imports can be imported too; what is installed here comes before it.
    """
    folder = HERE / name
    python = python_of(folder)
    wanted = (HERE / "pyproject.toml").read_bytes() + repr((sys.version, arguments)).encode()
    stamp, value = folder / "postil-stamp", hashlib.sha256(wanted).hexdigest()
    if stamp.exists() and stamp.read_text() == value and python.exists():
        return python
    print(f"Setting up {name} …", file=sys.stderr, flush=True)
    # The one above has pip, which installs into others too.
    bare = () if above is None else ("--without-pip",)
    made = subprocess.run([sys.executable, "-m", "venv", *bare, folder], check=False)
    if made.returncode:
        fail(
            "Python could not make a virtual environment; "
            "on Debian and Ubuntu: apt install python3-venv"
        )
    pip = (python, "-m", "pip") if above is None else (above, "-m", "pip", "--python", python)
    call(*pip, "--quiet", "--disable-pip-version-check", "install", *arguments)
    if above is not None:
        line = f"import site; site.addsitedir({str(packages_of(above))!r})\n"
        (packages_of(python) / "above.pth").write_text(line)
    stamp.write_text(value)
    return python


def reader_environment() -> Path:
    """Return the interpreter of an environment that can run Postil."""
    folder = HERE / ".venv"
    # An environment that can test can also read.
    if (folder / "can-test").exists():
        return test_environment()
    return environment(".venv", "--editable", ".")


def test_environment() -> Path:
    """Return the interpreter of an environment that can run Postil and all its checks."""
    python = environment(".venv", "--editable", ".[dev]")
    (HERE / ".venv" / "can-test").touch()
    return python


def keep_compiled_files() -> None:
    """Let Python keep what it has compiled, also where it is told not to.

    The tests start it some thousand times: else each start compiles all that it imports anew.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def every_check() -> None:
    """Run every check there is; the tests come last."""
    python = test_environment()
    call(python, "-m", "ruff", "format", "--check", ".")
    call(python, "-m", "ruff", "check", ".")
    call(python.with_name("lint-imports"))
    # mypy keeps one processor busy for a while: it runs beside the first tests.
    with subprocess.Popen([python, "-m", "mypy"], cwd=HERE) as types:
        call(python, "-m", "pytest", "-n", WORKERS, "-q")
    if types.returncode:
        fail("the tests passed, but mypy found what it says above them")


def whoosh3_tests() -> None:
    """Run the tests of index/ on the other distribution of Whoosh."""
    python = environment(".venv-whoosh3", "--no-deps", "whoosh3>=3.54,<4", above=test_environment())
    call(python, "-c", "import whoosh; assert whoosh.__version__ >= (3, 54), whoosh.__file__")
    call(python, "-m", "pytest", "-n", WORKERS, "-q", "tests/index")


def main(arguments: list[str]) -> None:
    """Do what the first argument says."""
    if sys.version_info < (3, 11):
        fail(f"Postil needs Python 3.11 or later; this is {sys.version.split()[0]}")
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb == "read":
        call(reader_environment(), "-m", "tui", *(rest or [str(SAMPLE)]))
    elif verb == "run":
        call(reader_environment(), "-m", "tui", *rest)
    elif verb == "test" and rest:
        keep_compiled_files()
        call(test_environment(), "-m", "pytest", *rest)
    elif verb == "test":
        keep_compiled_files()
        every_check()
    elif verb == "test-whoosh3":
        keep_compiled_files()
        whoosh3_tests()
    else:
        print(__doc__)
        raise SystemExit(0 if verb in ("-h", "--help") else 2)


if __name__ == "__main__":
    main(sys.argv[1:])
