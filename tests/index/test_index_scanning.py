"""A search finds what is not indexed yet, as if it were."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.opening import open_corpus
from corpus.tokens import words
from index.expanding import TextVocabulary, near_words, usual_letters
from index.folded_text import folded_file, folded_word
from index.marked_text import FoldedText
from index.near_candidates import near_candidates
from index.opening import Index, open_index
from index.results import SearchResult

TEXTS = {
    "dam.txt": "Dam gives way\n\nThe Tulgara dam gave way. Over 1,600 left Oravice.",
    "note.md": "A note on the dam\n\nNobody said “sixteen hundred” at Oravice’s café; 1.5 m fell.",
    "page.html": "<html><body><article><p>The weir’s café was flooded.</p></article></body></html>",
    "wire.txt": "Weir holds\n\nThe wier, said Sana'a radio, held.The U.S. flag was lowered.",
    "latin.txt": "Das Café am Wehr bleibt geöffnet.",
    "long.txt": "Reports\n\n" + "The river rose and the dam held. " * 30,
}
QUERIES = (
    "dam",
    "the dam",
    "cafe",
    "1600",
    "sanaa",
    "us",
    "oravice cafe",
    '"gave way"',
    "dam -note",
    "dam NEAR/3 gave",
    "any: weir tulgara",
    "w?ir",
    "/wi?e?r/",
    "wehr~",
    "same:sentence(tulgara way)",
    "stem:holding",
    "file:note",
    "weer",
    "tulgarra dam",
    "1.5",
    "absent entirely",
    "dam weir cafe",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles in several formats and encodings."""
    found = tmp_path / "corpus"
    found.mkdir()
    for name, text in TEXTS.items():
        encoding = "latin-1" if name == "latin.txt" else "utf-8"
        (found / name).write_text(text, encoding=encoding)
    return found


def answer(result: SearchResult) -> tuple[object, ...]:
    """Give what a search says of the articles, but for the scores."""
    hits = {hit.article: (hit.snippets, hit.exact, hit.missing) for hit in result.hits}
    return hits, result.total, result.partial, set(result.widened)


@pytest.mark.parametrize("query", QUERIES)
def test_a_folder_never_seen_gives_what_its_index_gives(folder: Path, query: str) -> None:
    index = open_index(open_corpus(folder))
    scanned = index.search_all(query)
    assert scanned.scanned == len(TEXTS)

    index.update()
    indexed = index.search_all(query)
    assert indexed.scanned == 0
    assert answer(scanned) == answer(indexed) == answer(index.search(query))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("kept", [0, 200])
def test_texts_that_are_too_many_to_be_kept_are_searched_as_well(
    folder: Path, query: str, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = open_index(open_corpus(folder)).search_all(query)
    monkeypatch.setattr("index.scanning.MOST_KEPT", kept)
    assert open_index(open_corpus(folder)).search_all(query) == whole


def test_scores_of_one_word_are_those_of_the_index(folder: Path) -> None:
    index = open_index(open_corpus(folder))
    everything = index.search_all("/.*/", widen=False)
    scanned = index.search_all("dam", widen=False)
    index.update()
    indexed = index.search("dam", widen=False)
    assert everything.total == len(TEXTS)
    assert scanned.hits == indexed.hits


def test_what_is_new_and_what_changed_is_scanned_beside_the_index(folder: Path) -> None:
    open_index(open_corpus(folder)).update()
    (folder / "new.txt").write_text("A new weir was built at Oravice.", encoding="utf-8")
    (folder / "dam.txt").write_text("Nothing about it any more, only a weir.", encoding="utf-8")

    index = open_index(open_corpus(folder))
    assert index.waiting() == 2
    weir = index.search_all("weir", widen=False)
    gone = index.search_all("tulgara", widen=False, relax=False)
    assert weir.scanned == 2
    assert {"new.txt", "dam.txt", "wire.txt"} <= {hit.article for hit in weir.hits}
    assert gone.total == 0


def test_an_update_meanwhile_takes_over_what_was_scanned(folder: Path) -> None:
    index = open_index(open_corpus(folder))
    scanned = index.search_all("dam", widen=False)
    other = open_index(open_corpus(folder))
    other.update()
    assert index.refresh()
    assert index.waiting() == 0
    indexed = index.search_all("dam", widen=False)
    assert [hit.article for hit in scanned.hits] == [hit.article for hit in indexed.hits]


def test_an_encoding_that_is_set_meanwhile_counts_at_once(folder: Path) -> None:
    corpus = open_corpus(folder)
    index = open_index(corpus)
    assert "latin.txt" in {hit.article for hit in index.search_all("cafe", widen=False).hits}
    settings = "articles:\n  latin.txt: {encoding: cp1251}\n"
    (folder / "postil.yaml").write_text(settings, encoding="utf-8")
    index.follow(corpus.rescanned())
    assert "latin.txt" not in {hit.article for hit in index.search_all("cafe", widen=False).hits}
    found = index.search_all("cafй", widen=False)
    assert [hit.article for hit in found.hits] == ["latin.txt"]


def test_a_near_word_is_found_where_no_space_is_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The minister left the hall.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("So said the minister.The hall was cold.", encoding="utf-8")
    found = open_index(open_corpus(tmp_path)).search_all("minster")
    assert {hit.article for hit in found.hits} == {"a.txt", "b.txt"}


def test_a_scan_that_nobody_waits_for_ends(folder: Path) -> None:
    index = open_index(open_corpus(folder))
    assert not index.search_all("dam", cancelled=lambda: True).total
    found = index.search_all("dam")
    assert found.total == 3


def test_what_cannot_be_read_is_not_waited_for(folder: Path) -> None:
    (folder / "dam.txt").unlink()
    corpus = open_corpus(folder)
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "note.md").unlink()
    found = open_index(corpus).search_all("dam", widen=False)
    assert [hit.article for hit in found.hits] == ["long.txt"]
    assert found.scanned == len(TEXTS) - 2


def test_what_was_read_ahead_is_not_read_again(folder: Path) -> None:
    index = open_index(open_corpus(folder))
    index.read_ahead(lambda: True)
    assert index.unread() == len(TEXTS)
    index.read_ahead()
    assert index.unread() == 0
    (folder / "new.txt").write_text("A dam nobody waits for.", encoding="utf-8")
    assert index.search_all("dam", widen=False).total == 3

    other = open_index(open_corpus(folder))
    other.update()
    assert index.refresh()
    index.read_ahead()
    assert index.unread() == 0


TEXT = st.text(st.sampled_from("aB9é'’.,“- \nßıİ\u0301\u00adº漢٣²ﬁ"), max_size=40)


@given(TEXT)
def test_every_word_of_a_text_is_in_the_folded_text(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "c"
        folder.mkdir()
        (folder / "a.txt").write_text(text, encoding="utf-8")
        corpus = open_corpus(folder)
        file = corpus.files[0]
        folded = FoldedText(folded_file(corpus, file), file, corpus)
        for word in words(corpus.read(file).text):
            assert folded_word(word) in folded.folded
            assert folded.may_have(folded_word(word), False)
            assert all(folded.may_have(folded_word(word[:n]), True) for n in range(1, len(word)))


@pytest.mark.parametrize(
    ("word", "prefix", "there"),
    [
        ("dio", True, False),
        ("radio", False, True),
        ("dam", False, False),
        ("heard", False, True),
        ("she", False, True),
        ("hear", True, True),
        ("hear", False, False),
        ("us", False, True),
        ("1600", False, True),
        ("60", False, False),
        ("gmt", False, True),
        ("obrien", False, True),
        ("rien", False, False),
    ],
)
def test_a_word_inside_another_is_none_of_the_text(
    tmp_path: Path, word: str, prefix: bool, there: bool
) -> None:
    text = "Madam O'Brien heard.She has a radio: 1,600 U.S. sets at GMT18."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path)
    file = corpus.files[0]
    folded = FoldedText(folded_file(corpus, file), file, corpus)
    assert folded.may_have(word.encode(), prefix) is there


def test_an_index_is_not_needed(folder: Path) -> None:
    index: Index = open_index(open_corpus(folder))
    assert index.articles == 0
    assert index.waiting() == len(TEXTS)
    found = index.search_all("oravice", limit=1)
    assert len(found.hits) == 1
    assert found.total == 2


TEXT_WORDS = st.lists(st.text(st.sampled_from("abcdé"), min_size=1, max_size=13), max_size=12)


@given(st.data(), TEXT_WORDS)
@settings(max_examples=300)
def test_every_near_word_of_folded_texts_is_looked_at(
    data: st.DataObject, words: list[str]
) -> None:
    word = data.draw(st.text(st.sampled_from("abcdé"), min_size=4, max_size=12))
    letters = usual_letters(word)
    near = data.draw(st.lists(edited(word, letters), max_size=4))
    some = [f" {one} ".encode() for one in (*words, " ".join(near))]
    everything = TextVocabulary({*words, *near})

    found = TextVocabulary(near_candidates(word, letters, some))

    assert set(near_words(word, letters, found)) == set(near_words(word, letters, everything))


@st.composite
def edited(draw: st.DrawFn, word: str, letters: int) -> str:
    """Draw a word in which up to so many letters are left out, put in, replaced or swapped."""
    for _ in range(draw(st.integers(1, letters))):
        at = draw(st.integers(0, len(word)))
        letter = draw(st.sampled_from(("", "a", "b", "e")))
        kind = draw(st.sampled_from(("replace", "insert", "swap")))
        if kind == "swap":
            word = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
        else:
            word = word[:at] + letter + word[at + (kind == "replace") :]
    return word
