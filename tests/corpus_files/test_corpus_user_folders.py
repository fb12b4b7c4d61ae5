"""The cache and state folders are this user's alone, or are not used."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.cache import cache_folder, state_folder
from corpus.problem import CorpusError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "x" / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "x" / "state"))
    return tmp_path / "x"


def test_the_folders_are_made_for_this_user_alone(base: Path) -> None:
    before = os.umask(0)
    try:
        assert cache_folder("some-key") == base / "cache" / "postil" / "some-key"
        assert state_folder() == base / "state" / "postil"
    finally:
        os.umask(before)
    for name in ("cache/postil", "cache/postil/some-key", "state/postil"):
        assert mode(base / name) == 0o700


def test_what_lies_in_them_stays(base: Path) -> None:
    (cache_folder("k") / "file").write_text("kept")
    assert (cache_folder("k") / "file").read_text() == "kept"


@pytest.mark.parametrize("opened", ["cache/postil", "cache/postil/k", "state/postil"])
def test_a_folder_of_ours_that_others_can_only_enter_is_closed_and_kept(
    base: Path, opened: str
) -> None:
    (cache_folder("k") / "file").touch()
    (state_folder() / "file").touch()
    (base / opened).chmod(0o755)
    assert (cache_folder("k") / "file").exists()
    assert (state_folder() / "file").exists()
    assert mode(base / opened) == 0o700


@pytest.mark.parametrize("opened", ["cache/postil", "cache/postil/k"])
@pytest.mark.parametrize("permissions", [0o720, 0o702, 0o777])
def test_a_cache_folder_that_others_could_write_to_is_closed_and_emptied(
    base: Path, opened: str, permissions: int
) -> None:
    (cache_folder("k") / "index").mkdir()
    (cache_folder("k") / "index" / "segment").touch()
    (cache_folder("k") / "sniffed.json").touch()
    (cache_folder("k") / "link").symlink_to(base)
    (base / opened).chmod(permissions)
    assert list(cache_folder("k").iterdir()) == []
    assert mode(base / opened) == 0o700
    assert base.is_dir()


@pytest.mark.parametrize("permissions", [0o720, 0o702, 0o777])
def test_a_state_folder_that_others_could_write_to_is_refused_and_left_as_it_is(
    base: Path, permissions: int
) -> None:
    (state_folder() / "places.json").touch()
    (base / "state" / "postil").chmod(permissions)
    with pytest.raises(CorpusError, match="others than you could write") as caught:
        state_folder()
    assert "chmod 700" in caught.value.problem.remedy
    assert mode(base / "state" / "postil") == permissions
    assert (base / "state" / "postil" / "places.json").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_another_user_left_in_the_cache_empties_it_and_in_the_state_is_refused(
    base: Path,
) -> None:
    (cache_folder("k") / "index").mkdir()
    (state_folder() / "k").mkdir()
    for file in (cache_folder("k") / "index" / "segment", state_folder() / "k" / "places.json"):
        file.touch()
        os.chown(file, 65534, 65534)
    assert list(cache_folder("k").iterdir()) == []
    with pytest.raises(CorpusError, match=r"places[.]json in it belongs to another user"):
        state_folder()


_FOLDERS: list[tuple[str, Callable[[], Path]]] = [
    ("cache/postil", lambda: cache_folder("k")),
    ("cache/postil/k", lambda: cache_folder("k")),
    ("state/postil", state_folder),
]


@pytest.mark.parametrize(("name", "folder"), _FOLDERS)
def test_a_link_in_their_place_is_refused(
    base: Path, name: str, folder: Callable[[], Path]
) -> None:
    (base / "elsewhere").mkdir(parents=True)
    (base / name).parent.mkdir(parents=True)
    (base / name).symlink_to(base / "elsewhere")
    with pytest.raises(CorpusError, match="a link") as caught:
        folder()
    assert "XDG_" in caught.value.problem.remedy
    assert list((base / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(("name", "folder"), _FOLDERS)
def test_a_file_in_their_place_is_refused(
    base: Path, name: str, folder: Callable[[], Path]
) -> None:
    (base / name).parent.mkdir(parents=True)
    (base / name).touch()
    with pytest.raises(CorpusError, match="no folder"):
        folder()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize(("name", "folder"), _FOLDERS)
def test_the_folder_of_another_user_is_refused(
    base: Path, name: str, folder: Callable[[], Path]
) -> None:
    (base / name).mkdir(parents=True)
    os.chown(base / name, 65534, 65534)
    with pytest.raises(CorpusError, match="another user"):
        folder()


def test_where_no_folder_can_be_made_there_is_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(CorpusError) as caught:
        cache_folder("k")
    assert "XDG_CACHE_HOME" in caught.value.problem.remedy
