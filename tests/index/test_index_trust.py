"""An index that is not this user's, of another version or not whole is made again, never run."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.folder import MARKER
from index.opening import open_index
from index.problems import IndexFailure

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def index_folder(valley: Path) -> Path:
    """Build the index of the invented corpus; give its folder."""
    corpus = open_corpus(valley)
    open_index(corpus).update()
    return corpus.cache_folder / "index"


def is_rebuilt(valley: Path) -> bool:
    """Say whether the next update has to index every article again, and search works after it."""
    index = open_index(open_corpus(valley))
    assert index.search("velgharad", widen=False).total == 0
    assert not index.is_current()
    added = index.update().added
    assert index.search("velgharad", widen=False).total == 1
    return added == 4


class Payload:
    """An object whose pickle makes a folder when it is read."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.target),)


def test_a_crafted_table_of_contents_is_not_run(
    valley: Path, index_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "executed"
    crafted = pickle.dumps(Payload(target), 2)
    for contents in index_folder.glob("*.toc"):
        whole = contents.read_bytes()
        at = whole.rindex(b"\x80")  # the pickle of the list of segments
        contents.write_bytes(whole[:at] + crafted)

    assert is_rebuilt(valley)
    assert not target.exists()


def test_a_table_of_contents_of_an_earlier_whoosh_is_not_run(
    valley: Path, index_folder: Path, tmp_path: Path
) -> None:
    target = tmp_path / "executed"
    for contents in index_folder.glob("*.toc"):
        whole = bytearray(contents.read_bytes())
        at = 3 + 4  # three sizes and the byte-order mark come before the version
        whole[at : at + 4] = (-110).to_bytes(4, "big", signed=True)
        contents.write_bytes(bytes(whole[: at + 7]) + pickle.dumps(Payload(target), 2))

    assert is_rebuilt(valley)
    assert not target.exists()


def test_no_module_of_whoosh_can_unpickle_freely() -> None:
    """Everything Whoosh reads, in modules that are imported later too, goes through the list."""
    program = """
import importlib, pickle, pkgutil, sys, warnings
warnings.simplefilter("ignore")
import index.whoosh_import, whoosh
from index.unpickling import shut_unpickling
for module in pkgutil.walk_packages(whoosh.__path__, "whoosh."):
    try:
        importlib.import_module(module.name)
    except ImportError:
        pass
shut_unpickling()
doors = [pickle, pickle.load, pickle.loads, pickle.Unpickler]
for name, module in sorted(sys.modules.items()):
    if name.startswith("whoosh"):
        for variable, value in vars(module).items():
            if any(value is door for door in doors):
                print(name, variable)
        if getattr(module, "toc_loaders", None):
            print(name, "toc_loaders")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout == ""


def test_each_file_cut_short_anywhere_means_a_rebuild(valley: Path, index_folder: Path) -> None:
    for pattern in ("*.toc", "*.words"):
        for part in (0.0, 0.3, 0.6, 0.9, 0.999):
            (path,) = index_folder.glob(pattern)
            whole = path.read_bytes()
            path.write_bytes(whole[: int(len(whole) * part)])

            assert is_rebuilt(valley), (pattern, part)


def test_each_file_full_of_nonsense_means_a_rebuild(valley: Path, index_folder: Path) -> None:
    for pattern in ("*.toc", "*.words", MARKER):
        (path,) = index_folder.glob(pattern)
        path.write_bytes(bytes(range(256)) * (path.stat().st_size // 256 + 1))

        assert is_rebuilt(valley), pattern


def test_a_segment_that_is_gone_means_a_rebuild(valley: Path, index_folder: Path) -> None:
    for path in index_folder.glob("*.words"):
        path.unlink()

    assert is_rebuilt(valley)


def test_another_version_means_a_rebuild(valley: Path, index_folder: Path) -> None:
    marker = index_folder / MARKER
    versions = json.loads(marker.read_text(encoding="utf-8"))
    for name in versions:
        marker.write_text(json.dumps({**versions, name: versions[name] + 1}), encoding="utf-8")

        assert is_rebuilt(valley), name


@pytest.mark.parametrize("mode", [0o777, 0o750, 0o701])
def test_a_folder_that_others_can_enter_is_not_opened(
    valley: Path, index_folder: Path, mode: int
) -> None:
    index_folder.chmod(mode)

    assert is_rebuilt(valley)
    assert index_folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("umask", [0o000, 0o002, 0o077])
def test_whatever_files_are_made_writable_for_the_folder_is_this_users_alone(
    valley: Path, umask: int
) -> None:
    before = os.umask(umask)
    try:
        added = open_index(open_corpus(valley)).update().added
        again = open_index(open_corpus(valley)).update().added
    finally:
        os.umask(before)
    folder = open_corpus(valley).cache_folder / "index"

    assert (added, again) == (4, 0)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_link_in_place_of_the_folder_is_replaced_and_not_followed(
    valley: Path, index_folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    index_folder.rename(elsewhere)
    index_folder.symlink_to(elsewhere)
    before = sorted(path.name for path in elsewhere.iterdir())

    assert is_rebuilt(valley)
    assert not index_folder.is_symlink()
    assert sorted(path.name for path in elsewhere.iterdir()) == before


def test_a_link_in_place_of_a_file_is_not_followed(
    valley: Path, index_folder: Path, tmp_path: Path
) -> None:
    segment = next(index_folder.glob("*.words"))
    segment.rename(tmp_path / "segment")
    segment.symlink_to(tmp_path / "segment")

    assert is_rebuilt(valley)


def test_a_place_that_cannot_be_written_is_a_failure_with_a_remedy(
    valley: Path, index_folder: Path
) -> None:
    lock = index_folder.parent / "index.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()

    with pytest.raises(IndexFailure) as raised:
        open_index(open_corpus(valley)).update()

    assert raised.value.problem.remedy


def test_a_cache_folder_that_cannot_be_used_leaves_everything_else_working(
    valley: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    index = open_index(open_corpus(valley))

    assert index.problem is not None
    assert index.articles == 0
    assert not index.is_current()
    assert index.search("dam").hits == ()
    assert index.matches("dam", "a dam")
    with pytest.raises(IndexFailure):
        index.update()
