"""What a query may have meant is offered, and never added by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.opening import open_corpus
from index.opening import Index, open_index
from tui.searching.meanings import meant


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """Many articles on a floodgate and on dry weather, one with a word near to it."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(8):
        text = "The floodgate at Tormen held in dry weather, said the water board."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "leather.txt").write_text("A leather feather and Norman.", encoding="utf-8")
    index = open_index(open_corpus(folder))
    index.update()
    return index


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("dry leather", "dry weather"),
        ("flood gate held", "floodgate held"),
        ("waterboard held", '"water board" held'),
        ("attormen held", '"at tormen" held'),
    ],
)
def test_what_was_meant_is_offered(index: Index, query: str, better: str) -> None:
    found = index.search(query)
    assert better in [meant(query, offer) for offer in found.offered]
    assert index.search(better).total == 8
    assert index.search_all(query).offered == found.offered


def test_a_word_is_parted_that_an_article_or_two_have_joined(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("The committee met.", encoding="utf-8")
    (tmp_path / "scanned.txt").write_text("Thecommittee met.", encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()

    assert '"the committee"' in [one.to for one in index.search("thecommittee").offered]


def test_words_at_several_places_are_offered_together(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("A border patrol. A winter.", encoding="utf-8")
        (tmp_path / f"p{number}.txt").write_text("Petrol was dear.", encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()

    found = index.search("bxrder ptrol winter", widen=False)
    assert meant("bxrder ptrol winter", *found.offered_whole) == "border patrol winter"
    assert {one.to for one in found.offered} == {"border", "patrol", "petrol"}
    assert not index.search("bxrder winter", widen=False).offered_whole


def test_a_word_that_nothing_near_sounds_like_is_offered_words_further_off(index: Index) -> None:
    found = index.search("fethr")
    assert found.hits == found.widened == ()
    assert [one.to for one in found.offered] == ["feather"]


def test_of_articles_with_most_of_a_query_those_with_its_own_words_come_first(
    tmp_path: Path,
) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"The boat {number} sailed.", encoding="utf-8")
    (tmp_path / "crowd.txt").write_text("A crowd came.", encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()

    hits = index.search("crowt boat").hits
    assert [hit.missing for hit in hits] == [("crowt",)] * 6 + [("boat",)]


def test_two_usual_words_are_offered_as_one_that_is_more_frequent(tmp_path: Path) -> None:
    for number in range(40):
        text = f"The share of holder {number} rose. A shareholder spoke."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "41.txt").write_text("A share holder spoke.", encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()

    assert [one.to for one in index.search("share holder").offered] == ["shareholder"]
    assert not index.search("holder spoke").offered


def test_without_other_spellings_near_words_are_offered(index: Index) -> None:
    assert not index.search("wheather", widen=True).offered
    assert [one.to for one in index.search("wheather", widen=False).offered] == ["weather"]


@pytest.mark.parametrize(
    ("query", "better"),
    [("floodgate or leather", "floodgate OR leather"), ("dry Not feather", "dry NOT feather")],
)
def test_operators_in_small_letters_are_offered_in_capitals(
    index: Index, query: str, better: str
) -> None:
    assert better in [meant(query, offer) for offer in index.search(query).offered]
    assert index.search(better).total >= 8


@pytest.mark.parametrize("query", ['"dry or leather"', "or weather", "weather not"])
def test_words_that_can_be_no_operators_are_left_alone(index: Index, query: str) -> None:
    assert not any(offer.to.isupper() for offer in index.search(query).offered)


@pytest.mark.parametrize("query", ["weather", '"leather"', "-leather weather", "water board"])
def test_nothing_is_offered_for_what_is_clear(index: Index, query: str) -> None:
    assert not index.search(query).offered


def test_nothing_is_offered_while_a_word_is_typed(index: Index) -> None:
    assert not index.search("leath", as_you_type=True).offered
    assert index.search("leather", as_you_type=True).offered


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("person:bortnikoff", "person:bortnikov"),
        ("rain entity:bortnikof", "rain entity:bortnikov"),
        ('speaker:"Aleksandr Bortnikov"', 'speaker:"alexander bortnikov"'),
        ("title:monning", "title:morning"),
    ],
)
def test_near_names_and_words_are_offered_for_what_no_field_has(
    tmp_path: Path, query: str, better: str
) -> None:
    for number in range(5):
        text = (
            f"Morning rain {number}\n\nThe rain goes on, said Mr. Alexander Bortnikov on Monday.\n"
        )
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()
    index.learn(query)

    found = index.search(query)
    assert (found.hits, [meant(query, offer) for offer in found.offered]) == ((), [better])
    assert index.search(better).total == 5


def test_nothing_is_offered_for_a_name_that_articles_have_or_that_must_not_be_there(
    tmp_path: Path,
) -> None:
    for number in range(5):
        text = "It rained, said Mr. Alexander Bortnikov.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()
    for query in ("person:bortnikov", "rained -person:bortnikoff"):
        index.learn(query)
        assert index.search(query).total == 5
        assert not index.search(query).offered


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("Sar-i-Pul", "Sar-e-Pul"),
        ("province Sar-i-Pol", "province Sar-e-Pul"),
        ("Tehreek-e-Taliban", "Tehrik-i-Taliban"),
        ("IS-K", "ISIS-K"),
        ("el-Sissi", "al-Sisi"),
    ],
)
def test_names_with_hyphens_are_offered_as_articles_write_them(
    tmp_path: Path, query: str, better: str
) -> None:
    text = "The Tehrik-i-Taliban and ISIS-K are in Sar-e-Pul province. It is a K. Mr. al-Sisi is."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()

    found = index.search(query)
    assert [meant(query, offer) for offer in found.offered] == [better]
    assert index.search(better).total == 1
    typed = index.search(query, as_you_type=True)
    assert better in [meant(query, offer) for offer in typed.offered]


@pytest.mark.parametrize(
    "query", ["ISIS-K", "Taliban-ISIS", "I-X-K", '"sar i pul"', "-Sar-i-Pul taliban"]
)
def test_no_name_with_hyphens_is_offered_for_what_stands_so_or_is_no_name(
    tmp_path: Path, query: str
) -> None:
    text = "The Tehrik-i-Taliban and ISIS-K are in Sar-e-Pul province."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()
    assert not index.search(query).offered


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("cooperation", '(cooperation OR "co operation")'),
        ("cooperation -oil", '(cooperation OR "co operation") -oil'),
        ("co-operation", "(co-operation OR cooperation)"),
        ("oil NEAR email", 'oil NEAR (email OR "e mail")'),
        ("e-mail", "(e-mail OR email)"),
        ("healthcare", '(healthcare OR "health care")'),
        ("health care", "(health care OR healthcare)"),
        ("oil e mail", "oil (e mail OR email)"),
    ],
)
def test_a_word_is_offered_with_the_other_way_to_write_it(
    both_ways: Index, query: str, better: str
) -> None:
    found = both_ways.search(query)
    assert [meant(query, offer) for offer in found.offered] == [better]
    assert not found.offered_whole
    either = both_ways.search(better)
    assert either.total > found.total
    assert not either.offered


def test_a_word_that_is_typed_may_go_on_both_ways(both_ways: Index) -> None:
    for query, better in [("email", '(email* OR "e mail*")'), ("e-mail", "(e-mail* OR email*)")]:
        offered = both_ways.search(query, as_you_type=True).offered
        assert [one.to for one in offered] == [better]


@pytest.mark.parametrize(
    "query",
    [
        "alive",
        "a live show",
        "may be",
        "maybe",
        "-cooperation oil",
        '"cooperation"',
        "co-operation cooperation",
    ],
)
def test_words_that_follow_each_other_by_chance_are_not_offered_as_one(
    both_ways: Index, query: str
) -> None:
    assert not both_ways.search(query).offered


@pytest.fixture
def both_ways(tmp_path: Path) -> Index:
    """Articles that write some words as one, and articles that write them as two."""
    texts = (
        "Cooperation on oil and healthcare goes on by email or emails. Maybe it is alive.",
        "A Co-\noperation council. E-mail\u2019s health care. It may be a live show.",
        "The co operation ended. Oil: no e-mail.",
    )
    for number in range(15):
        (tmp_path / f"{number}.txt").write_text(texts[number % 3], encoding="utf-8")
    index = open_index(open_corpus(tmp_path))
    index.update()
    return index
