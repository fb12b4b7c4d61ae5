"""The wheel holds all that Postil needs: style sheets, lists, type markers, licences."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("corpus", "index", "annotations", "tui")


def built(kind: str, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (package,) = folder.glob("postil-*")
    return package


def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    wheel = built("wheel", tmp_path)
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {f"{package}/py.typed" for package in PACKAGES} <= wanted
    assert any(name.endswith(".tcss") for name in wanted)
    assert any("/data/" in name for name in wanted)
    assert wanted <= packed
    folders = {name.split("/")[0] for name in packed}
    assert {name for name in folders if not name.startswith("postil-")} == set(PACKAGES)
    # Where `man` looks in an environment, beside its programs.
    assert any(name.endswith(".data/data/share/man/man1/postil.1") for name in packed)
    assert any(name.endswith("licenses/NOTICE") for name in packed)


def test_the_source_holds_the_man_page_and_what_makes_it(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {"man/postil.1", "scripts/man_page.py", "docs/keys.md", "pyproject.toml"} <= packed


@pytest.mark.skipif(
    shutil.which("man") is None or shutil.which("manpath") is None,
    reason="needs man-db, which looks beside the folders of PATH",
)
def test_man_finds_the_page_once_the_wheel_is_installed(tmp_path: Path) -> None:
    wheel = built("wheel", tmp_path / "built")
    home = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    install = [home / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run([*map(str, install), str(wheel)], check=True, capture_output=True)
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if key != "MANPATH"}
    found = subprocess.run(
        ["man", "-w", "postil"],
        env=environment | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout.strip() == str(home / "share" / "man" / "man1" / "postil.1"), found.stderr
