"""Disks that hold no more files, though there is room: whatever is refused says what helps."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.cache import cache_folder
from corpus.opening import open_corpus
from corpus.problem import CorpusError
from corpus.room import NO_MORE_FILES, holds_no_more_files, remedy_for_no_room
from index.opening import open_index
from index.problems import IndexFailure
from tui.commands.failure import told
from tui.configuration.config import write_commented
from tui.configuration.settings_editing import change_setting
from tui.program.health import folders

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "sidecars"))

from small_disks import fill, small_disk, use_up_files


def test_a_full_disk_is_told_from_one_that_holds_no_more_files(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", files=20) as disk:
        assert not holds_no_more_files(disk)
        use_up_files(disk)
        below = disk / "not there" / "nor this"
        assert holds_no_more_files(disk)
        assert remedy_for_no_room(below) == remedy_for_no_room(str(below)) == NO_MORE_FILES
        with (disk / ".empty-0").open("rb") as stream:
            assert remedy_for_no_room(stream.fileno()) == NO_MORE_FILES
    with small_disk(tmp_path / "small", files=20) as disk:
        filler = fill(disk)
        assert remedy_for_no_room(disk) == remedy_for_no_room(None) == "make room on the disk"
        use_up_files(disk)
        # With no room at all, files would not help.
        assert remedy_for_no_room(filler) == "make room on the disk"
    with small_disk(tmp_path / "small") as disk:
        assert not holds_no_more_files(disk)


def test_settings_caches_index_and_commands_say_to_remove_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("The weir gave way.\n")
    with small_disk(tmp_path / "small", files=20) as disk:
        for variable in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.setenv(variable, str(disk))
        corpus = open_corpus(articles)
        index = open_index(corpus)
        assert corpus.cache_folder.is_dir()
        use_up_files(disk)

        remedies = []
        for refused in (
            lambda: cache_folder("another"),
            lambda: change_setting(disk / "settings.yaml", "theme", "light"),
            lambda: write_commented(disk / "keys.yaml", "# keys"),
        ):
            with pytest.raises(CorpusError) as raised:
                refused()
            remedies.append(raised.value.problem.remedy)
        with pytest.raises(IndexFailure) as failed:
            index.update()
        remedies.append(failed.value.problem.remedy)
        with pytest.raises(OSError, match="No space") as full:
            (disk / "ledger.csv").touch()
        remedies.append(told(full.value).partition(" (")[2])
        remedies += [found.remedy for found in folders() if found.name == "state"]

        assert [remedy.startswith(NO_MORE_FILES) for remedy in remedies] == [True] * 6, remedies
