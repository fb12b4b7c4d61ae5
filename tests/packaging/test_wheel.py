"""The wheel holds all that Postil needs: style sheets, lists, type markers, licences."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("corpus", "index", "annotations", "tui")


def test_the_wheel_holds_every_file_of_the_packages(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("postil-*.whl")
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
