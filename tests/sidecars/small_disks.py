"""Folders that are read-only, and disks that are small: real ones, where they can be arranged."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest


def _mount(*arguments: str) -> bool:
    try:
        done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return False
    return done.returncode == 0


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder read-only: by its mode, or for root, whom no mode stops, by a mount."""
    if os.geteuid() != 0:
        folder.chmod(0o555)
        try:
            yield
        finally:
            folder.chmod(0o755)
        return
    name = str(folder)
    if not (_mount("--bind", name, name) and _mount("-o", "remount,bind,ro", name)):
        pytest.skip("root, and no folder can be mounted read-only here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", name], check=True)


@contextmanager
def small_disk(folder: Path, size: str = "5m", *, files: int = 0) -> Iterator[Path]:
    """Mount a small disk in the memory at `folder`, for so many files and folders; 0 for any."""
    folder.mkdir(exist_ok=True)
    options = f"size={size},mode=700,nr_inodes={files}"
    if not _mount("-t", "tmpfs", "-o", options, "tmpfs", str(folder)):
        pytest.skip("mounting a small disk is not permitted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def use_up_files(folder: Path) -> list[Path]:
    """Make empty hidden files in `folder` until its disk holds no more; return them."""
    made: list[Path] = []
    with suppress(OSError):
        while True:
            one = folder / f".empty-{len(made)}"
            one.touch()
            made.append(one)
    return made


def fill(folder: Path) -> Path:
    """Fill a disk to the last byte, by a hidden file in `folder`; return the file."""
    filler = folder / ".filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (65536, 4096, 1):
            with suppress(OSError):
                while stream.write(b"x" * size):
                    pass
    return filler
