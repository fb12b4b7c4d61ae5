"""How an index is: what was looked at without changing it."""

from __future__ import annotations

from pathlib import Path

from corpus.opening import open_corpus
from index.opening import open_index


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_index_that_is_up_to_date_is_whole_and_stays_as_it_is(valley: Path) -> None:
    corpus = open_corpus(valley)
    open_index(corpus).update()
    folder = corpus.cache_folder / "index"
    before = files(folder)
    health = open_index(open_corpus(valley)).health()
    assert health is not None
    assert (health.absent, health.damage, health.behind) == (None, None, 0)
    assert health.articles == len(corpus.files)
    assert health.generation == 1
    assert health.bytes == sum(map(len, before.values()))
    assert files(folder) == before


def test_without_an_index_every_article_is_missing(valley: Path) -> None:
    corpus = open_corpus(valley)
    health = open_index(corpus).health()
    assert health is not None
    assert health.absent == "there is no index yet"
    assert health.missing == health.behind == len(corpus.files)
    assert health.generation == -1


def test_a_folder_that_a_full_disk_left_empty_is_said_to_be_unfinished(valley: Path) -> None:
    corpus = open_corpus(valley)
    open_index(corpus)
    (corpus.cache_folder / "index").mkdir(mode=0o700, parents=True)
    health = open_index(corpus).health()
    assert health is not None
    assert health.absent == "it was not built to its end"


def test_any_byte_of_a_segment_that_is_another_is_damage(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("A dam gives way\n\nThe dam gave way.", "utf-8")
    corpus = open_corpus(tmp_path / "corpus")
    open_index(corpus).update()
    (segment,) = (corpus.cache_folder / "index").glob("*.words")
    whole = segment.read_bytes()
    for place in range(len(whole)):
        segment.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        health = open_index(corpus).health()
        assert health is not None
        assert health.damage is not None, place


def test_a_list_of_files_that_is_gone_is_damage_but_nothing_is_behind(valley: Path) -> None:
    corpus = open_corpus(valley)
    open_index(corpus).update()
    (corpus.cache_folder / "index" / "catalogue.columns").unlink()
    health = open_index(corpus).health()
    assert health is not None
    assert health.damage == "its list of files is not that of this generation"
    assert health.behind == 0
