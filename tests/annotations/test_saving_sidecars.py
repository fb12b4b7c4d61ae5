"""Saves that are killed, raced, refused by the disk or led astray: the old file or the new one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from annotation_desk import TEXT, Desk

from annotations import journal, locking, saving
from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.cache import state_folder
from corpus.opening import open_corpus
from corpus.problem import Problem
from corpus.span import Span
from corpus.yaml_text import LIMIT, load_yaml

PLAIN = "# mine\nschema: postil/1\nannotations:\n  - id: a-aaaaaaaaaa\n    note: x # y\n"

WRITER = """
import sys
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
folder, count, words = sys.argv[1], int(sys.argv[2]), sys.argv[3]
corpus = open_corpus(folder)
store = AnnotationStore(corpus)
article = corpus.read(corpus.find("a.txt"))
for number in range(count):
    made = store.create(article, Span(number % 40, number % 40 + 9), note=f"{words} {number}")
    print(made.id, flush=True)
"""


doubts: list[Problem] = []


def writer(folder: Path, count: int, words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(count), words],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )


def ids(desk: Desk) -> list[str]:
    value = load_yaml(desk.read(), "f")
    assert isinstance(value, dict)
    items = value["annotations"]
    assert isinstance(items, list)
    return [item["id"] for item in items if isinstance(item, dict)]  # type: ignore[misc]


def temporary_files(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_writer_killed_at_any_instant_leaves_a_whole_sidecar(desk: Desk) -> None:
    chance = random.Random(20)
    reported: set[str] = set()
    for _ in range(20):
        process = writer(desk.folder, 10_000, "until killed")
        assert process.stdout is not None
        for _ in range(chance.randrange(1, 8)):
            reported.add(process.stdout.readline().strip())
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
        process.wait()
        process.stdout.close()
        reported |= {line for line in rest.split("\n") if len(line) == 12}
        present = ids(desk)
        assert reported <= set(present)
        assert len(present) == len(set(present))
        assert desk.store().problems(desk.article) == ()
    desk.store().create(desk.article, Span(0, 4))
    assert temporary_files(desk.folder) == []
    assert {file.article for file in open_corpus(desk.folder).files} == {"a.txt"}


def test_two_processes_that_write_one_sidecar_lose_nothing(desk: Desk) -> None:
    processes = [writer(desk.folder, 50, name) for name in ("one", "other")]
    reported = [line for p in processes for line in p.communicate(timeout=120)[0].split()]
    assert [process.returncode for process in processes] == [0, 0]
    assert len(reported) == 100
    assert sorted(ids(desk)) == sorted(reported)


def test_threads_of_one_store_lose_nothing(desk: Desk) -> None:
    store, article = desk.store(), desk.article

    def work(number: int) -> None:
        for _ in range(10):
            made = store.create(article, Span(number, number + 5), note=f"{number}")
            store.change(article, made.id, note=f"{number} again")
            assert any(one.annotation.id == made.id for one in store.placed(article))

    at_work = threading.Event()
    at_work.set()
    wrong: list[BaseException] = []

    def look() -> None:
        while at_work.is_set():
            try:
                assert all(one.state == "ok" for one in store.placed(article))
                assert store.problems(article) == ()
            except Exception as one:  # told below, where it fails the test
                wrong.append(one)
                raise

    def guarded(number: int) -> None:
        try:
            work(number)
        except Exception as one:
            wrong.append(one)
            raise

    switches = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    readers = [threading.Thread(target=look) for _ in range(2)]
    threads = [threading.Thread(target=guarded, args=(number,)) for number in range(3)]
    try:
        for thread in (*readers, *threads):
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        at_work.clear()
        sys.setswitchinterval(switches)
    for thread in readers:
        thread.join()
    assert wrong == []
    assert len(ids(desk)) == 30
    for _ in range(60):
        assert store.undo() is not None
    assert not desk.path.exists()


def test_what_another_program_wrote_meanwhile_is_never_overwritten(desk: Desk) -> None:
    desk.write(PLAIN)
    with pytest.raises(saving.ChangedMeanwhileError):
        saving.save(desk.path, "f", b"new", PLAIN.encode() + b"# older\n", doubts.append)
    with pytest.raises(saving.ChangedMeanwhileError):
        saving.save(desk.path, "f", b"new", None, doubts.append)
    with pytest.raises(saving.ChangedMeanwhileError):
        saving.discard(desk.path, "f", b"other", doubts.append)
    assert desk.read() == PLAIN
    assert temporary_files(desk.folder) == []


def test_mode_stays_and_no_file_is_left_behind(desk: Desk) -> None:
    desk.write(PLAIN)
    desk.path.chmod(0o640)
    desk.store().change(desk.article, "a-aaaaaaaaaa", note="z")
    assert desk.path.stat().st_mode & 0o7777 == 0o640
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "a.txt",
        "a.txt.annotations.yaml",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.rstrip("\n").encode(),
        b"\xff\xfe" + PLAIN.encode("utf-16-le"),
        b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").rstrip("\r\n").encode(),
        PLAIN.replace("x # y", '"a\\Nb\\Lc" # y').encode(),
    ],
)
def test_byte_order_mark_encoding_and_line_ends_stay(desk: Desk, data: bytes) -> None:
    desk.path.write_bytes(data)
    store, article = desk.store(), desk.article
    made = store.create(article, Span(0, 5), note="new")
    after = desk.path.read_bytes()
    assert after.startswith(data)
    store.change(article, "a-aaaaaaaaaa", note="other words")
    assert [one.annotation.note for one in desk.store().placed(article)] == ["new", "other words"]
    assert made.note == "new"
    store.undo()
    store.undo()
    assert desk.path.read_bytes() == data
    assert (b"\r\n" in data) == (b"\r\n" in after)


def test_a_link_inside_the_corpus_is_written_through(desk: Desk) -> None:
    target = desk.folder / "shelf" / "notes.annotations.yaml"
    target.parent.mkdir()
    target.write_text(PLAIN, encoding="utf-8")
    desk.path.symlink_to(target)
    desk.store().change(desk.article, "a-aaaaaaaaaa", note="z")
    assert desk.path.is_symlink()
    assert target.read_text(encoding="utf-8") == PLAIN.replace("note: x", "note: z").replace(
        " # y\n", " # y\n" + desk.read()[desk.read().index("    edited") :]
    )


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("b.txt", "An article.\n"),
        ("b.md", "title: Report\noutlet: X\n"),
        ("empty.txt", ""),
        ("postil.yaml", "exclude: [x]\n"),
        ("shelf/notes.yaml", PLAIN),
        (".store/a.txt.annotations.yaml", PLAIN),
        (".a.txt.annotations.yaml", PLAIN),
        ("dangling.txt", None),
        (".git/dangling.annotations.yaml", None),
    ],
)
def test_a_link_to_what_is_no_sidecar_of_the_corpus_is_refused(
    desk: Desk, name: str, held: str | None
) -> None:
    target = desk.folder / name
    target.parent.mkdir(exist_ok=True)
    if held is not None:
        target.write_text(held, encoding="utf-8")
    desk.path.symlink_to(name)
    store, article = desk.store(), desk.article
    assert store.placed(article) == ()
    (problem,) = store.problems(article)
    assert "is a link that" in problem.reason
    assert problem.remedy
    with pytest.raises(AnnotationError, match="is a link that"):
        store.create(article, Span(0, 3), note="n")
    assert (target.read_text(encoding="utf-8") if target.exists() else None) == held


def test_an_article_in_a_linked_folder_has_its_sidecar_there(desk: Desk) -> None:
    (desk.folder / ".store").mkdir()
    (desk.folder / ".store" / "x.txt").write_text(TEXT, encoding="utf-8")
    (desk.folder / "shelf").symlink_to(".store")
    corpus = desk.corpus
    file = corpus.find("shelf/x.txt")
    assert file is not None
    store = AnnotationStore(corpus)
    made = store.create(corpus.read(file), Span(0, 3), note="n")
    assert made.id in (desk.folder / ".store" / "x.txt.annotations.yaml").read_text("utf-8")


def test_a_link_that_leads_out_of_the_corpus_is_refused(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(PLAIN, encoding="utf-8")
    desk.path.symlink_to(outside)
    store = desk.store()
    assert store.placed(desk.article) == ()
    assert "leads out" in store.problems(desk.article)[0].reason
    with pytest.raises(AnnotationError, match="leads out"):
        store.create(desk.article, Span(0, 3))
    assert outside.read_text(encoding="utf-8") == PLAIN


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_folder_in_the_place_of_a_sidecar_is_reported(
    desk: Desk, make: type[os.mkdir]
) -> None:
    make(desk.path)
    store = desk.store()
    (problem,) = store.problems(desk.article)
    assert problem.remedy
    with pytest.raises(AnnotationError):
        store.create(desk.article, Span(0, 3))


def test_a_folder_that_cannot_be_made_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    store = desk.store(folder=blocked)
    with pytest.raises(AnnotationError, match="--annotations DIR"):
        store.create(desk.article, Span(0, 3))
    assert store.undo() is None


AS_NOBODY = """
import os, sys
from pathlib import Path
from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
folder, mode = Path(sys.argv[1]), int(sys.argv[2], 8)
corpus = open_corpus(folder)
store = AnnotationStore(corpus)
article = corpus.read(corpus.find("a.txt"))
# As whoever runs the tests: nobody may be unable to import what Python keeps in a home folder.
store.create(article, Span(0, 2), note="while it could be written")
if os.geteuid() == 0:
    for top, _, names in os.walk(folder.parent):
        for path in (top, *(os.path.join(top, name) for name in names)):
            os.chown(path, 65534, 65534)
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
folder.chmod(mode)
try:
    store.create(article, Span(0, 3), note="refused")
except AnnotationError as wrong:
    print(wrong)
else:
    print("saved")
"""


def as_nobody(mode: int) -> subprocess.CompletedProcess[str]:
    """Annotate in a folder of the given mode as a user for whom modes count."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        top.chmod(0o755)
        folder, state, cache = (top / one for one in ("corpus", "state", "cache"))
        for one in (folder, state, cache):
            one.mkdir(mode=0o700)
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        result = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(folder), oct(mode)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "XDG_STATE_HOME": str(state), "XDG_CACHE_HOME": str(cache)},
        )
        folder.chmod(0o700)
        held = (folder / "a.txt.annotations.yaml").read_text(encoding="utf-8")
        assert "while it could be written" in held
        assert "refused" not in held
        assert temporary_files(folder) == []
        return result


def test_a_read_only_folder_says_what_to_do() -> None:
    result = as_nobody(0o500)
    assert "--annotations DIR" in result.stdout, result.stderr


def test_what_is_said_to_be_not_saved_is_not_saved() -> None:
    # Files can be renamed in a folder that cannot be opened, but it cannot be flushed afterwards.
    result = as_nobody(0o300)
    assert "not saved" in result.stdout, result.stderr


def test_a_write_protected_sidecar_is_not_replaced(desk: Desk) -> None:
    desk.write(PLAIN)
    desk.path.chmod(0o444)
    store, article = desk.store(), desk.article
    with pytest.raises(AnnotationError, match=r"write-protected.*chmod"):
        store.change(article, "a-aaaaaaaaaa", note="z")
    assert desk.read() == PLAIN
    assert temporary_files(desk.folder) == []
    with pytest.raises(AnnotationError, match="write-protected"):
        saving.discard(desk.path, "f", PLAIN.encode(), doubts.append)
    desk.path.chmod(0o644)
    store.change(article, "a-aaaaaaaaaa", note="z")


def test_a_sidecar_that_could_not_be_read_again_is_not_written(desk: Desk) -> None:
    filler = "# " + "é" * ((LIMIT - len(PLAIN) - 300) // 2) + "\n"
    desk.write(filler + PLAIN)
    before = desk.path.read_bytes()
    store, article = desk.store(), desk.article
    with pytest.raises(AnnotationError, match="at most 16,777,216 are read"):
        store.create(article, Span(0, 3), note="ü" * 400)
    with pytest.raises(AnnotationError, match="at most 16,777,216 are read"):
        store.create(article, Span(0, 3), note="u" * LIMIT)
    assert desk.path.read_bytes() == before
    assert store.undo() is None
    assert len(store.placed(article)) == 1


def test_a_change_that_hides_its_time_and_size_is_seen(desk: Desk) -> None:
    desk.write(PLAIN)
    store, article = desk.store(), desk.article
    store.placed(article)
    status = desk.path.stat()
    desk.write(PLAIN.replace("note: x", "note: y"))
    os.utime(desk.path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert [one.annotation.note for one in store.placed(article)] == ["y"]


def test_what_was_just_saved_is_known_by_its_stamp(desk: Desk) -> None:
    assert saving.save(desk.path, "f", b"new", None, doubts.append) == saving.stamp_of(desk.path)


def test_an_article_whose_name_leaves_no_room_for_a_sidecar(desk: Desk) -> None:
    name = "b" * 248 + ".txt"
    (desk.folder / name).write_text(TEXT, encoding="utf-8")
    corpus = desk.corpus
    file = corpus.find(name)
    assert file is not None
    article = corpus.read(file)
    store = AnnotationStore(corpus)
    assert store.placed(article) == ()
    with pytest.raises(AnnotationError, match="shorter name"):
        store.create(article, Span(0, 3))


def test_another_writer_that_does_not_end_is_waited_for_and_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.05)
    store, article = desk.store(), desk.article
    refused: list[AnnotationError] = []

    def work() -> None:
        try:
            store.create(article, Span(0, 3))
        except AnnotationError as wrong:
            refused.append(wrong)

    with locking.sole_writer(desk.path, "f"):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert "another Postil" in str(refused[0])
    store.create(article, Span(0, 3))


def test_locks_lie_in_the_state_folder(desk: Desk) -> None:
    with locking.sole_writer(desk.path, "f"):
        (lock,) = (state_folder() / "locks").iterdir()
        assert lock.stat().st_mode & 0o777 == 0o600
    assert not [path for path in desk.folder.iterdir() if "lock" in path.name]


FULL = """
import resource, signal, sys
from annotations.error import AnnotationError
from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
corpus = open_corpus(sys.argv[1])
store = AnnotationStore(corpus)
article = corpus.read(corpus.find("a.txt"))
store.placed(article)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    store.create(article, Span(0, 9), note="n" * 40_000)
except AnnotationError as wrong:
    print(wrong)
else:
    print("saved")
"""


def full(folder: Path, limit: int) -> str:
    arguments = [sys.executable, "-c", FULL, str(folder), str(limit)]
    return subprocess.run(arguments, capture_output=True, text=True, check=True).stdout


def test_a_file_that_may_not_grow_leaves_the_old_one(desk: Desk) -> None:
    desk.write(PLAIN)
    assert "not saved" in full(desk.folder, 20_000)
    assert desk.read() == PLAIN
    assert temporary_files(desk.folder) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("mounting a small disk is not permitted here")
    except FileNotFoundError:
        pytest.skip("there is no mount command")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_journal_whole(
    desk: Desk, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(small_disk))
    items = "".join(f"  - id: a-{n}\n    note: {'n' * 3000}\n" for n in range(4))
    desk.write("schema: postil/1\nannotations:\n" + items)
    store, article = desk.store(), desk.article
    store.delete(article, "a-0")
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as stream:
        while True:
            stream.write(b"x" * 100)
    with pytest.raises(
        AnnotationError, match="the journal cannot be written, so nothing was deleted"
    ):
        store.delete(article, "a-1")
    filler.unlink()
    store.delete(article, "a-3")
    held = [line["id"] for line in journal.entries(desk.corpus.key)]
    assert held == ["a-0", "a-3"]
    (path,) = journal.journal_folder(desk.corpus.key).glob("*.jsonl")
    assert path.read_bytes().count(b"\n") == 2


def test_a_full_disk_leaves_the_old_file_and_says_so(small_disk: Path) -> None:
    (small_disk / "a.txt").write_text(TEXT, encoding="utf-8")
    desk = Desk(small_disk)
    desk.write(PLAIN)
    (small_disk / ".filler").write_bytes(b"x" * 32_000)
    answer = full(small_disk, 0)
    assert "No space left" in answer
    assert "make room on the disk" in answer
    assert desk.read() == PLAIN
    assert temporary_files(small_disk) == []
