"""Files of Postil's own that somebody made by hand: refused or made anew, never obeyed."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.cache import state_folder
from corpus.opening import open_corpus
from index.opening import open_index
from tests.hostile.conftest import ROOT, harmful
from tests.tui.conftest import Opener
from tui.annotating.drafts import Draft, Drafts
from tui.article.reading_state import ReadingState, last_article, last_corpus
from tui.configuration.settings import read_settings
from tui.keyboard.keymap import read_keymap

TEXT = "Ilse Brandt counted 1,600 carts at the ford of Marn.\n"
# Values of the wrong kind, too deep, too large, or with what a terminal obeys.
WRONG = [
    "",
    "null",
    "[]",
    "{}",
    '"\\u001b]52;c;QQ==\\u0007"',
    '{"a": {"b": [1, 2, {"c": null}]}}',
    "[" * 5_000,
    "{" * 2_000 + "}" * 2_000,
    '{"positions": {"a.txt": "far"}, "last_article": 7, "theme": [], "layout": "x"}',
    '{"positions": {"a.txt": -5}, "last_article": "../../../etc/passwd"}',
    '{"positions": {"a.txt": 1e999}, "last_article": "\\u001b[2J"}',
    f'{{"positions": {{"a.txt": {10**30}}}}}',
    "!!python/object/apply:os.system ['touch owned']",
    "a: &a [*a]",
    "\x00\x01\x02",
    "schema: postil/1\nschema: postil/1\n",
    "theme: [monochrome]\nname: {a: b}\n",
    "theme: \x1b[31m\n",
]
WRITTEN = st.one_of(st.sampled_from(WRONG), st.text(max_size=60), st.binary(max_size=60))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return folder


def bytes_of(written: str | bytes) -> bytes:
    return written if isinstance(written, bytes) else written.encode("utf-8", "surrogatepass")


def own_files(folder: Path) -> list[Path]:
    """Return every file that Postil keeps for itself, after one of each was made."""
    corpus = open_corpus(folder)
    corpus.analyse(corpus.read(corpus.files[0]))
    index = open_index(corpus)
    index.update()
    index.close()
    state = ReadingState(corpus)
    state.positions["a.txt"] = 5
    state.last_article = "a.txt"
    state.save()
    state.remember_corpus()
    Drafts(corpus.key).begin(Draft("a.txt", start=0, end=4, quote="Ilse")).keep("note", "tag")
    corpus.close()
    return [
        path
        for above in (corpus.cache_folder, state_folder())
        for path in sorted(above.rglob("*"))
        if path.is_file()
    ]


def use_all(folder: Path) -> None:
    """Use what Postil keeps, as the reader and the commands do."""
    corpus = open_corpus(folder)
    (file,) = corpus.files
    article = corpus.read(file)
    assert article.text == TEXT
    names = {mention.name for mention in corpus.analyse(article).mentions}
    assert "Ilse Brandt" in names
    index = open_index(corpus)
    index.update()
    found = index.search("brandt")
    if found.damaged:
        index.update()
        found = index.search("brandt")
    assert [hit.article for hit in found.hits] == ["a.txt"]
    state = ReadingState(corpus)
    assert isinstance(state.positions.get("a.txt", 0), int)
    last_corpus()
    last_article(corpus.key)
    for left in Drafts(corpus.key).left():
        assert isinstance(left.draft.note, str)
        assert isinstance(left.draft.start, int | None)
    corpus.close()


def kept_names(folder: Path) -> list[str]:
    return [path.name for path in own_files(folder)]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.integers(0, 30), st.sampled_from(["other", "cut", "turned"]), st.floats(0, 0.999), WRITTEN
)
def test_whatever_stands_in_files_of_ours_the_corpus_is_read(
    folder: Path, which: int, kind: str, place: float, written: str | bytes
) -> None:
    paths = own_files(folder)
    path = paths[which % len(paths)]
    whole = path.read_bytes()
    at = int(place * len(whole))
    if kind == "other" or not whole:
        path.write_bytes(bytes_of(written))
    else:
        tail = b"" if kind == "cut" else bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        path.write_bytes(whole[:at] + tail)
    use_all(folder)
    for path in paths:
        path.unlink(missing_ok=True)


def test_damage_to_the_names_of_a_table_is_mended(folder: Path) -> None:
    # What SQLite says of it holds the damaged bytes, which are no UTF-8.
    tables = [path for path in own_files(folder) if path.read_bytes()[:6] == b"SQLite"]
    assert tables
    for path in tables:
        before, made, after = path.read_bytes().partition(b"CREATE TABLE")
        path.write_bytes(before[:-17] + b"\xaa" * 16 + before[-1:] + made + after)
    use_all(folder)


def test_what_is_nested_without_end_is_passed_over(folder: Path) -> None:
    paths = own_files(folder)
    assert any("draft" in str(path) for path in paths)
    for path in paths:
        if path.suffix == ".json":
            path.write_bytes(b"[" * 100_000)
    use_all(folder)


class Exploit:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch owned",)


def test_no_pickle_in_the_cache_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    for path in own_files(folder):
        if "/cache" in str(path) or "index" in str(path):
            path.write_bytes(pickle.dumps(Exploit()))
    use_all(folder)
    assert not (folder / "owned").exists()


@pytest.mark.parametrize("written", WRONG)
@pytest.mark.parametrize("name", ["settings.yaml", "keymap.yaml"])
def test_whatever_stands_in_settings_it_is_said_and_the_rest_holds(
    folder: Path, name: str, written: str
) -> None:
    from tui.configuration.config import config_folder

    above = config_folder()
    above.mkdir(parents=True, exist_ok=True)
    (above / name).write_bytes(bytes_of(written))
    assert read_settings().problems is not None
    assert read_keymap().problems is not None
    done = subprocess.run(
        [sys.executable, "-m", "tui", "settings", "--check"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert harmful(done.stdout + done.stderr) == set()
    (above / name).unlink()


async def test_a_state_of_wrong_kinds_opens_the_reader(folder: Path, reading: Opener) -> None:
    for path in own_files(folder):
        if path.suffix == ".json":
            path.write_text(json.dumps({"positions": {"a.txt": 10**18}, "last_article": "a.txt"}))
    async with reading(folder, indexed=False) as session:
        assert "Ilse Brandt" in session.screen_text()
        assert session.reader.pane.cursor < len(TEXT)


WORDS = st.one_of(
    st.sampled_from(
        ["search", "index", "articles", "--format", "jsonl", "--annotations", "--", "-"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=5))
def test_no_words_on_the_command_line_give_a_traceback(words: list[str]) -> None:
    from tui.command_line import main

    # In the reader's place: a parser ends with 2, and there is no terminal to read in here.
    if words and words[0] in ("completion", "doctor"):
        return
    try:
        status = main(words)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 2
    assert status in (0, 1, 2)


def damage_index(folder: Path) -> None:
    """Turn a byte in the middle of the largest file of the index."""
    segment = max(
        (path for path in own_files(folder) if path.parent.name == "index"),
        key=lambda path: (path.suffix == ".words", path.stat().st_size),
    )
    data = bytearray(segment.read_bytes())
    data[len(data) // 2] ^= 0xFF
    segment.write_bytes(data)


def test_a_search_that_finds_the_index_damaged_makes_it_anew_and_answers(folder: Path) -> None:
    damage_index(folder)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "search", str(folder), "brandt"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "a.txt" in done.stdout
