"""After every update the index has each article once, whatever happened to the files."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import open_index
from index.results import IndexReport
from index.writing import MANY_SMALL_SEGMENTS

Write = Callable[[Mapping[str, str]], Path]


def update(folder: Path) -> IndexReport:
    """Update the index and check that it agrees with the folder."""
    report = open_index(open_corpus(folder)).update()
    agree(folder)
    return report


def agree(folder: Path) -> None:
    """Check that every readable article is found exactly once, under its own name."""
    corpus = open_corpus(folder)
    index = open_index(corpus)
    everything = index.search("common", limit=10_000, widen=False)
    assert sorted(hit.article for hit in everything.hits) == [file.article for file in corpus.files]
    assert index.articles == len(corpus.files) == everything.total
    assert index.is_current()


def test_a_touched_file_whose_segment_is_merged_can_be_removed(write_articles: Write) -> None:
    for number in range(MANY_SMALL_SEGMENTS):
        folder = write_articles({f"{number}.txt": f"common number{number}"})
        update(folder)
    os.utime(folder / "0.txt", (1, 1))
    write_articles({"more.txt": "common, one more"})
    update(folder)
    (folder / "0.txt").unlink()

    assert update(folder).removed == 1

    assert open_index(open_corpus(folder)).search("number0", widen=False).total == 0


def test_files_and_index_agree_whatever_is_written_touched_renamed_or_removed(
    write_articles: Write,
) -> None:
    draw = random.Random(11)
    names = [f"{number:02}.txt" for number in range(30)]
    folder = write_articles({name: f"common {name}" for name in names[:20]})
    for step in range(60):
        for _ in range(draw.randint(1, 4)):
            name, other = draw.sample(names, 2)
            path = folder / name
            match draw.choice(["write", "touch", "touch", "remove", "rename"]):
                case "write":
                    write_articles({name: f"common text {step}"})
                case "touch" if path.exists():
                    os.utime(path, ns=(step, step))
                case "remove":
                    path.unlink(missing_ok=True)
                case "rename" if path.exists():
                    path.rename(folder / other)
        update(folder)


@pytest.mark.parametrize("seconds", [10**10, -(10**10), 2**33 + 1])
def test_a_file_of_any_date_is_indexed(write_articles: Write, seconds: int) -> None:
    folder = write_articles({"1.txt": "common kestrel", "2.txt": "common"})
    os.utime(folder / "1.txt", (seconds, seconds))
    if (folder / "1.txt").stat().st_mtime_ns // 10**9 != seconds:
        pytest.skip("the file system has no such dates")

    assert update(folder).added == 2

    os.utime(folder / "1.txt", (seconds - 1, seconds - 1))
    assert update(folder).added == 0


def test_a_file_that_was_gone_for_a_moment_is_indexed_at_the_next_update(
    write_articles: Write, tmp_path: Path
) -> None:
    folder = write_articles({"1.txt": "common kestrel", "2.txt": "common"})
    corpus = open_corpus(folder)
    (folder / "1.txt").rename(tmp_path / "elsewhere")

    report = open_index(corpus).update()

    assert (report.added, [problem.file for problem in report.skipped]) == (1, ["1.txt"])
    (tmp_path / "elsewhere").rename(folder / "1.txt")
    assert not open_index(open_corpus(folder)).is_current()
    assert update(folder).added == 1


def test_an_article_that_cannot_be_read_for_a_moment_comes_back(
    write_articles: Write, tmp_path: Path
) -> None:
    folder = write_articles({"1.txt": "common kestrel", "2.txt": "common"})
    update(folder)
    os.utime(folder / "1.txt", (7, 7))
    corpus = open_corpus(folder)
    (folder / "1.txt").rename(tmp_path / "elsewhere")
    (folder / "1.txt").mkdir()

    report = open_index(corpus).update()

    assert [problem.file for problem in report.skipped] == ["1.txt"]
    assert open_index(corpus).search("kestrel", widen=False).total == 0
    (folder / "1.txt").rmdir()
    (tmp_path / "elsewhere").rename(folder / "1.txt")
    update(folder)


def test_what_is_no_text_is_not_read_again(write_articles: Write) -> None:
    folder = write_articles({"1.txt": "common kestrel", "2.txt": "common"})
    corpus = open_corpus(folder)
    path = folder / "1.txt"
    before = path.stat()
    path.write_bytes(b"\x00\x01" * (before.st_size // 2))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))

    assert [problem.file for problem in open_index(corpus).update().skipped] == ["1.txt"]

    assert open_index(corpus).is_current()
    assert [problem.file for problem in open_index(corpus).update().skipped] == ["1.txt"]


def test_an_update_after_an_older_walk_keeps_what_is_newer(write_articles: Write) -> None:
    folder = write_articles({"a.txt": "common kestrel", "gone.txt": "common"})
    older = open_corpus(folder)
    write_articles({"b.txt": "common heron"})
    (folder / "gone.txt").unlink()
    update(folder)

    report = open_index(older).update()

    assert (report.added, report.removed, report.renamed) == (0, 0, 0)
    agree(folder)


def test_an_older_walk_takes_no_newer_article_for_a_rename(write_articles: Write) -> None:
    folder = write_articles({"a.txt": "common kestrel"})
    older = open_corpus(folder)
    (folder / "a.txt").rename(folder / "b.txt")
    update(folder)
    write_articles({"a.txt": "common kestrel"})

    assert open_index(older).update().renamed == 0
    agree(folder)


def test_an_article_that_the_settings_exclude_leaves_the_index(write_articles: Write) -> None:
    folder = write_articles({"a.txt": "common kestrel", "b.txt": "common heron"})
    update(folder)
    (folder / "postil.yaml").write_text("exclude: [b.txt]\n", encoding="utf-8")

    assert update(folder).removed == 1


def test_what_is_skipped_are_files_and_not_warnings_about_the_settings(
    write_articles: Write,
) -> None:
    folder = write_articles({"a.txt": "common kestrel", "no.txt": "common"})
    (folder / "no.txt").write_bytes(b"\x00\x01" * 2000)
    (folder / "postil.yaml").write_text("nothing_that_is_known: 1\n", encoding="utf-8")
    assert "postil.yaml" in {problem.file for problem in open_corpus(folder).skipped}

    assert [problem.file for problem in update(folder).skipped] == ["no.txt"]
