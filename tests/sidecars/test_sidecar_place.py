"""Sidecars in a folder of their own: named once, then remembered for that corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from annotation_desk import TEXT, Desk
from small_disks import read_only

from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.cache import state_folder
from corpus.opening import open_corpus
from corpus.problem import CorpusError
from tui.configuration.sidecar_place import SidecarPlace, place_for_reader, place_for_run


def postil(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
        cwd=Path(__file__).resolve().parent.parent.parent,
    )


@pytest.fixture
def notes(desk: Desk, tmp_path: Path) -> Path:
    """A folder of annotations with one, which the reader was given."""
    place = place_for_reader(desk.corpus, tmp_path / "notes")
    assert place == SidecarPlace(tmp_path / "notes")
    store = AnnotationStore(desk.corpus, folder=place.folder)
    store.create(desk.article, desk.span("Osmanli"), note="in the other folder")
    return tmp_path / "notes"


def test_what_the_reader_was_given_is_remembered(desk: Desk, notes: Path) -> None:
    assert place_for_reader(desk.corpus, None) == SidecarPlace(notes, remembered=True)
    assert place_for_run(desk.corpus, None) == SidecarPlace(notes, remembered=True)
    assert f"kept in {notes}" in str(place_for_run(desk.corpus, None))
    other = desk.folder.parent / "other corpus"
    other.mkdir()
    assert place_for_run(open_corpus(other), None) == SidecarPlace()


def test_every_command_looks_there_and_says_so(desk: Desk, notes: Path) -> None:
    done = postil("ledger", desk.folder)
    assert "in the other folder" in done.stdout
    assert f"postil: Annotations are kept in {notes}" in done.stderr
    (notes / "gone.txt.annotations.yaml").write_text("annotations: [\n")
    assert "gone.txt.annotations.yaml" in postil("check", desk.folder).stdout


@pytest.mark.parametrize(
    ("command", "rest"),
    [
        ("search", ["note:other"]),
        ("concordance", ["Osmanli note:other"]),
        ("concordance", ["note:other"]),
        ("export", ["--to", "csv"]),
        ("export", ["--article", "a.txt", "--to", "text"]),
        ("ledger", ["other"]),
    ],
)
def test_what_is_asked_of_annotations_is_asked_there(
    desk: Desk, notes: Path, command: str, rest: list[str]
) -> None:
    done = postil(command, desk.folder, *rest)
    assert (done.returncode, "Osmanli" in done.stdout) == (0, True)
    assert f"postil: Annotations are kept in {notes}" in done.stderr
    done = postil(command, desk.folder, *rest, "--annotations", "beside")
    assert "in the other folder" not in done.stdout
    done = postil(command, desk.folder, *rest, "--annotations", desk.folder / "misspelled")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no such folder for annotations" in done.stderr


def test_a_search_for_words_says_nothing_of_annotations(desk: Desk, notes: Path) -> None:
    assert "Annotations" not in postil("search", desk.folder, "Osmanli").stderr


def test_a_command_that_is_given_a_folder_changes_nothing_for_later(
    desk: Desk, notes: Path
) -> None:
    other = desk.folder.parent / "other"
    other.mkdir()
    assert postil("ledger", desk.folder, "--annotations", other).returncode == 1
    assert postil("ledger", desk.folder, "--annotations", "beside").returncode == 1
    assert "in the other folder" in postil("ledger", desk.folder).stdout


def test_beside_forgets_it_and_moves_nothing(desk: Desk, notes: Path) -> None:
    assert place_for_reader(desk.corpus, Path("beside")) == SidecarPlace()
    assert place_for_run(desk.corpus, None) == SidecarPlace()
    assert postil("ledger", desk.folder).returncode == 1
    assert (notes / "a.txt.annotations.yaml").exists()
    assert place_for_reader(desk.corpus, desk.folder) == SidecarPlace()


def test_a_remembered_folder_that_is_gone_opens_nothing(desk: Desk, notes: Path) -> None:
    notes.rename(notes.with_name("renamed"))
    for place in (place_for_reader, place_for_run):
        with pytest.raises(CorpusError, match="the folder is gone") as raised:
            place(desk.corpus, None)
        assert "--annotations beside" in raised.value.problem.remedy
    done = postil("ledger", desk.folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "the folder is gone" in done.stderr
    assert postil("search", desk.folder, "Osmanli").returncode == 0
    place_for_reader(desk.corpus, notes.with_name("renamed"))
    assert "in the other folder" in postil("ledger", desk.folder).stdout


def test_a_damaged_memory_opens_nothing_either(desk: Desk, notes: Path) -> None:
    (file,) = state_folder().rglob("annotations-folder.json")
    for words in ("", "{", "[]", '{"folder": 3}', "[" * 100_000):
        file.write_text(words)
        with pytest.raises(CorpusError, match="name their folder"):
            place_for_run(desk.corpus, None)
    assert place_for_reader(desk.corpus, notes) == SidecarPlace(notes)
    assert place_for_run(desk.corpus, None) == SidecarPlace(notes, remembered=True)


def test_what_is_no_folder_is_refused(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for given in (tmp_path / "file", tmp_path / "no" / "such" / "folder"):
        with pytest.raises(CorpusError):
            place_for_reader(desk.corpus, given)
    assert place_for_run(desk.corpus, None) == SidecarPlace()


def test_a_state_folder_that_cannot_be_written_does_not_keep_one_from_reading(
    desk: Desk, tmp_path: Path
) -> None:
    state_folder()
    with read_only(Path(os.environ["XDG_STATE_HOME"])):
        place = place_for_reader(desk.corpus, tmp_path / "notes")
        assert place.folder == tmp_path / "notes"
        assert place.problem is not None


def test_a_read_only_folder_is_told_before_one_types(desk: Desk, tmp_path: Path) -> None:
    desk.store().create(desk.article, None, note="before")
    assert desk.store().refusal(desk.article) is None
    with read_only(desk.folder):
        store = desk.store()
        refusal = store.refusal(desk.article)
        assert refusal is not None
        assert refusal.reason.startswith("annotations cannot be written here")
        assert "--annotations DIR" in refusal.remedy
        with pytest.raises(AnnotationError, match="--annotations DIR"):
            store.create(desk.article, None, note="now")
        apart = desk.store(folder=tmp_path / "notes")
        assert apart.refusal(desk.article) is None
        apart.create(desk.article, None, note="apart")
        with read_only(tmp_path / "notes"):
            assert apart.refusal(desk.article) is not None
    assert desk.store().refusal(desk.article) is None


def test_a_read_only_disk_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    with read_only(folder):
        for command in ("articles", "ledger", "check", "index"):
            assert postil(command, folder).returncode in (0, 1)
        assert "Osmanli" in postil("search", folder, "weir").stdout
