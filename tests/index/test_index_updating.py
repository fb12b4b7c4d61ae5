"""An update reads what changed, and nothing else; others may search and write meanwhile."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.article import Article, ArticleFile
from corpus.opening import Corpus, open_corpus
from index.folder import IndexFolder
from index.opening import Index, open_index
from index.results import IndexReport
from index.writing import MANY_SMALL_SEGMENTS

Write = Callable[[Mapping[str, str]], Path]


def counts(report: IndexReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.renamed


def update(folder: Path) -> IndexReport:
    corpus = open_corpus(folder)
    index = open_index(corpus)
    report = index.update()
    assert index.articles == len(corpus.files)
    return report


def found(folder: Path, query: str) -> list[str]:
    result = open_index(open_corpus(folder)).search(query, widen=False)
    return sorted(hit.article for hit in result.hits)


class ReadingCounted:
    """A corpus that tells which articles were read."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self.was_read: list[str] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._corpus, name)

    def read(self, file: ArticleFile) -> Article:
        self.was_read.append(file.article)
        return self._corpus.read(file)


def reading(folder: Path) -> ReadingCounted:
    return ReadingCounted(open_corpus(folder))


def test_the_first_update_adds_every_article(valley: Path) -> None:
    report = update(valley)

    assert counts(report) == (4, 0, 0, 0)
    assert report.seconds > 0
    index = open_index(open_corpus(valley))
    assert index.articles == 4
    assert index.is_current()


def test_a_second_update_reads_nothing(valley: Path) -> None:
    update(valley)
    corpus = reading(valley)

    report = open_index(corpus).update()

    assert counts(report) == (0, 0, 0, 0)
    assert corpus.was_read == []


def test_a_touched_file_is_read_once_and_not_indexed_again(valley: Path) -> None:
    update(valley)
    generation = open_index(open_corpus(valley)).generation
    os.utime(valley / "001_dam.txt", ns=(1, 1))
    assert not open_index(open_corpus(valley)).is_current()
    corpus = reading(valley)

    report = open_index(corpus).update()

    assert counts(report) == (0, 0, 0, 0)
    assert corpus.was_read == ["001_dam.txt"]
    after = open_index(open_corpus(valley))
    assert after.is_current()
    assert after.generation == generation


def test_a_changed_file_is_found_by_its_new_words_only(valley: Path, write_articles: Write) -> None:
    update(valley)
    write_articles({"001_dam.txt": "Nothing but a kestrel"})

    assert counts(update(valley)) == (0, 1, 0, 0)
    assert found(valley, "kestrel") == ["001_dam.txt"]
    assert found(valley, "velgharad") == []
    assert open_index(open_corpus(valley)).articles == 4


def test_a_removed_file_is_not_found(valley: Path) -> None:
    update(valley)
    (valley / "001_dam.txt").unlink()
    (valley / "002_flood.txt").unlink()

    assert counts(update(valley)) == (0, 0, 2, 0)
    assert found(valley, "velgharad OR velgarad") == []
    assert open_index(open_corpus(valley)).articles == 2


def test_a_renamed_file_is_one_rename(valley: Path) -> None:
    update(valley)
    (valley / "001_dam.txt").rename(valley / "sub" / "renamed.txt")

    assert counts(update(valley)) == (0, 0, 0, 1)
    assert found(valley, "velgharad") == ["sub/renamed.txt"]
    assert open_index(open_corpus(valley)).articles == 4


def test_a_copy_is_added_and_is_no_rename(valley: Path, write_articles: Write) -> None:
    update(valley)
    write_articles({"copy.txt": (valley / "001_dam.txt").read_text(encoding="utf-8")})

    assert counts(update(valley)) == (1, 0, 0, 0)
    assert found(valley, "velgharad") == ["001_dam.txt", "copy.txt"]


def test_two_files_that_change_names_keep_their_texts_apart(valley: Path) -> None:
    update(valley)
    (valley / "001_dam.txt").rename(valley / "x")
    (valley / "002_flood.txt").rename(valley / "001_dam.txt")
    (valley / "x").rename(valley / "002_flood.txt")

    update(valley)

    assert found(valley, "velgharad") == ["002_flood.txt"]
    assert found(valley, "velgarad") == ["001_dam.txt"]


def test_a_file_that_vanishes_before_it_is_read_is_reported(valley: Path) -> None:
    corpus = open_corpus(valley)
    (valley / "001_dam.txt").unlink()

    report = open_index(corpus).update()

    assert counts(report) == (3, 0, 0, 0)
    assert [problem.file for problem in report.skipped] == ["001_dam.txt"]


def test_a_file_that_became_unreadable_leaves_the_index_and_comes_back(valley: Path) -> None:
    update(valley)
    text = (valley / "001_dam.txt").read_text(encoding="utf-8")
    corpus = open_corpus(valley)
    stale = next(file for file in corpus.files if file.article == "001_dam.txt")
    (valley / "001_dam.txt").write_bytes(b"\x00\x01\x02" * 2000)
    os.utime(stale.path, ns=(5, 5))
    changed = [ArticleFile(f.article, f.location, f.size + (f == stale), 5) for f in corpus.files]
    corpus.files = tuple(changed)  # as if the file had changed between the walk and the reading

    report = open_index(corpus).update()

    assert "001_dam.txt" in {problem.file for problem in report.skipped}
    assert found(valley, "velgharad") == []
    (valley / "001_dam.txt").write_text(text, encoding="utf-8")
    assert counts(update(valley)) == (1, 0, 0, 0)
    assert found(valley, "velgharad") == ["001_dam.txt"]


def test_what_is_skipped_is_reported_by_every_update(valley: Path) -> None:
    (valley / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))

    for _ in range(2):
        report = update(valley)
        assert [problem.file for problem in report.skipped] == ["picture.txt"]


def test_a_name_that_is_no_text_is_indexed(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    name = os.fsdecode(b"caf\xe9\n.txt")
    (folder / name).write_text("A kestrel", encoding="utf-8")

    update(folder)

    assert found(folder, "kestrel") == [name]
    assert open_index(open_corpus(folder)).is_current()
    assert counts(update(folder)) == (0, 0, 0, 0)


def test_progress_is_told_from_none_to_all(valley: Path) -> None:
    told: list[tuple[int, int]] = []

    open_index(open_corpus(valley)).update(lambda done, total: told.append((done, total)))

    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)
    assert told == sorted(told)


def test_a_cancelled_update_keeps_what_it_did_and_goes_on_later(valley: Path) -> None:
    asked = iter([False, False, True])
    index = open_index(open_corpus(valley))

    report = index.update(cancelled=lambda: next(asked))

    assert report.cancelled
    assert counts(report) == (2, 0, 0, 0)
    assert index.articles == 2
    assert not index.is_current()
    assert counts(index.update()) == (2, 0, 0, 0)
    assert index.is_current()


def test_a_cancelled_update_forgets_no_file_that_it_did_not_look_for(valley: Path) -> None:
    update(valley)
    (valley / "001_dam.txt").rename(valley / "later.txt")

    open_index(open_corpus(valley)).update(cancelled=lambda: True)

    assert found(valley, "velgharad") == ["001_dam.txt"]


def test_a_second_updater_waits_and_can_be_called_off(valley: Path) -> None:
    corpus = open_corpus(valley)
    with IndexFolder(corpus.cache_folder / "index").locked(lambda: False) as held:
        assert held
        report = open_index(corpus).update(cancelled=lambda: True)

    assert report.cancelled
    assert counts(report) == (0, 0, 0, 0)
    assert counts(open_index(corpus).update()) == (4, 0, 0, 0)


def test_two_updates_at_once_index_each_article_once(valley: Path) -> None:
    reports: list[IndexReport] = []
    threads = [threading.Thread(target=lambda: reports.append(update(valley))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(report.added for report in reports) == [0, 0, 4]
    assert open_index(open_corpus(valley)).articles == 4


def test_an_open_index_shows_its_commit_until_it_is_refreshed(
    valley: Path, write_articles: Write
) -> None:
    update(valley)
    reader = open_index(open_corpus(valley))
    assert reader.articles == 4

    write_articles({"005.txt": "A kestrel"})
    update(valley)

    assert reader.articles == 4
    assert reader.search("kestrel").total == 0
    assert reader.refresh()
    assert reader.articles == 5
    assert not reader.refresh()


def test_commits_can_be_searched_while_the_update_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.updating.FIRST_BATCH", 10)
    monkeypatch.setattr("index.updating.BATCH", 20)
    monkeypatch.setattr("index.updating._PROGRESS_STEP", 1)
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(50):
        (folder / f"{number:03}.txt").write_text(f"Kestrel number{number}", encoding="utf-8")
    index = open_index(open_corpus(folder))
    seen: list[int] = []

    def look(_done: int, _total: int) -> None:
        index.refresh()
        seen.append(index.search("kestrel", limit=1).total)

    index.update(look)

    assert sorted(set(seen)) == [0, 10, 30, 50]
    assert index.search("kestrel", limit=1).total == 50


def test_searching_goes_on_in_threads_while_updates_commit_and_merge(
    valley: Path, write_articles: Write
) -> None:
    update(valley)
    index = open_index(open_corpus(valley))
    done = threading.Event()
    failures: list[str] = []

    def search() -> None:
        while not done.is_set():
            index.refresh()
            names = [hit.article for hit in index.search("velgharad", widen=False).hits]
            if names != ["001_dam.txt"]:
                failures.append(str(names))

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(MANY_SMALL_SEGMENTS * 2):
        write_articles({"many.txt": f"Kestrel {number}"})
        update(valley)
    done.set()
    for thread in threads:
        thread.join()

    assert failures == []


def test_many_small_updates_do_not_make_many_segments(valley: Path, write_articles: Write) -> None:
    for number in range(MANY_SMALL_SEGMENTS * 3):
        write_articles({f"n{number:02}.txt": f"Kestrel kestrel {number}"})
        if number == 3:
            (valley / "n00.txt").unlink()
        update(valley)

    corpus = open_corpus(valley)
    segments = list((corpus.cache_folder / "index").glob("*.words"))
    assert len(segments) <= MANY_SMALL_SEGMENTS
    index = open_index(corpus)
    assert index.is_current()
    assert index.articles == 4 + MANY_SMALL_SEGMENTS * 3 - 1
    assert index.search("kestrel", limit=100).total == MANY_SMALL_SEGMENTS * 3 - 1
    assert [hit.article for hit in index.search("velgharad", widen=False).hits] == ["001_dam.txt"]
    assert [hit.article for hit in index.search('"kestrel 17"').hits] == ["n17.txt"]
    write_articles({"n05.txt": "changed after it was merged"})
    assert counts(update(valley)) == (0, 1, 0, 0)
    assert "n05.txt" not in found(valley, "kestrel")


def test_the_index_follows_a_corpus_that_was_walked_again(
    valley: Path, write_articles: Write
) -> None:
    corpus = open_corpus(valley)
    index: Index = open_index(corpus)
    index.update()
    write_articles({"005.txt": "A kestrel"})

    index.follow(corpus.rescanned())

    assert not index.is_current()
    assert counts(index.update()) == (1, 0, 0, 0)
    assert index.search("kestrel").total == 1


def test_a_catalogue_that_is_gone_or_stale_is_made_again(
    valley: Path, write_articles: Write
) -> None:
    update(valley)
    catalogue = open_corpus(valley).cache_folder / "index" / "catalogue.columns"

    older = catalogue.read_bytes()
    write_articles({"005.txt": "A kestrel"})
    update(valley)

    for damage in (
        catalogue.unlink,
        lambda: catalogue.write_bytes(b"no catalogue" * 500),
        lambda: catalogue.write_bytes(older),
    ):
        damage()
        assert not open_index(open_corpus(valley)).is_current()
        corpus = reading(valley)
        assert counts(open_index(corpus).update()) == (0, 0, 0, 0)
        assert corpus.was_read == []
        assert open_index(open_corpus(valley)).is_current()


def test_all_files_are_said_to_be_read_as_each_one_is(tmp_path: Path) -> None:
    folder = tmp_path / "kinds"
    folder.mkdir()
    for name in ("a.txt", "b.TXT", "c.d.md", "e.html", "f.htm"):
        (folder / name).write_text("<p>The gate of Marn stands open.</p>", encoding="utf-8")
    plain = open_corpus(folder)
    assert len(plain.files) == 5
    assert plain.readings() == [plain.read_by(file) for file in plain.files]

    (folder / "postil.yaml").write_text("articles:\n  a.txt:\n    encoding: cp1252\n", "utf-8")
    told = open_corpus(folder)

    assert told.readings() == [told.read_by(file) for file in told.files]
    assert told.readings() != plain.readings()
