"""The catalogue's columns say of each file what was put in last, also after they were written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ArticleFile
from corpus.problem import Problem
from index.catalogue import read_catalogue, write_catalogue
from index.known_files import FileKey, KnownFile, KnownFiles

NAMES = st.sampled_from(["a.txt", "b.txt", "b/a.txt", "b.txt ", "č.md", "\udcff.txt", "z\n.html"])
KEYS = st.tuples(NAMES, st.sampled_from([None, "", "1", "a.txt"]))
TIMES = st.one_of(st.integers(-5, 5), st.integers(2**63 - 2, 2**63 + 2))
INDEXED = st.builds(
    KnownFile,
    size=st.integers(0, 3),
    modified=TIMES,
    sha256=st.binary(min_size=32, max_size=32).map(bytes.hex),
    segment=st.sampled_from(["MAIN_a", "MAIN_b"]),
    document=st.integers(0, 2**32 - 1),
    read_by=st.sampled_from(["text/1", "text/1 cp1252"]),
)
REFUSED = st.builds(
    KnownFile,
    size=st.integers(0, 3),
    modified=TIMES,
    problem=st.builds(Problem, file=NAMES, reason=st.just("it is binary")),
    read_by=st.just("text/1"),
)
FILES = st.dictionaries(KEYS, INDEXED | REFUSED, max_size=6)
CHANGES = st.lists(st.tuples(FILES, st.sets(KEYS, max_size=3)), max_size=4)


def as_kept(known: KnownFile) -> KnownFile:
    """A time after the year 2262 is kept as one before 1970."""
    return replace(known, modified=(known.modified + 2**63) % 2**64 - 2**63)


def after(changes: list[tuple[dict[FileKey, KnownFile], set[FileKey]]]) -> dict[FileKey, KnownFile]:
    files: dict[FileKey, KnownFile] = {}
    for fresh, forgotten in changes:
        files.update(fresh)
        files = {key: known for key, known in files.items() if key not in forgotten - set(fresh)}
    return files


@given(changes=CHANGES, folder=FILES)
def test_what_was_put_in_is_known_and_compared(
    changes: list[tuple[dict[FileKey, KnownFile], set[FileKey]]], folder: dict[FileKey, KnownFile]
) -> None:
    files = after(changes)
    known = KnownFiles()
    for fresh, forgotten in changes:
        known.change(fresh, forgotten - set(fresh))
    with TemporaryDirectory() as at:
        write_catalogue(Path(at) / "catalogue", 7, known)
        assert read_catalogue(Path(at) / "catalogue", 6) is None
        read = read_catalogue(Path(at) / "catalogue", 7)
    assert read is not None

    assert dict(read.items()) == dict(known.items())
    assert dict(read.items()) == {key: as_kept(known) for key, known in files.items()}
    assert read.problems() == {
        key: known.problem for key, known in files.items() if known.problem is not None
    }
    # Some files stay as they are, some are changed, some gone, some new.
    there = {
        key: files.get(key, known) if number % 2 else known
        for number, (key, known) in enumerate(folder.items())
    }
    walked = [
        ArticleFile(article, f"/{article}", known.size, known.modified, part)
        for (article, part), known in there.items()
    ]
    difference = read.compared(walked, [known.read_by for known in there.values()])
    state = {key: (known.size, known.modified, known.read_by) for key, known in files.items()}
    assert [file.key for file in difference.waiting] == [
        key
        for key, known in there.items()
        if state.get(key) != (known.size, known.modified, known.read_by)
    ]
    assert sorted(difference.gone, key=str) == sorted(set(files) - set(there), key=str)
    assert [read.get(key) for key in there] == [
        as_kept(files[key]) if key in files else None for key in there
    ]


def test_all_files_known_are_no_difference() -> None:
    files = {
        (f"{number:03}.txt", None): KnownFile(number, -number, read_by="text/1")
        for number in range(300)
    }
    known = KnownFiles()
    known.change(files)
    walked = [ArticleFile(name, name, one.size, one.modified) for (name, _), one in files.items()]

    same = known.compared(walked, ["text/1"] * 300)
    other = known.compared(walked, ["text/1"] * 299 + ["text/2"])

    assert (same.waiting, same.gone) == ([], [])
    assert (other.waiting, other.gone) == (walked[-1:], [])
