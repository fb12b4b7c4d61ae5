"""Articles that are one: grouped, kept, folded in a search."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from corpus.repeating.keeping import learn_lines
from corpus.tokens import words
from index.duplicates.figures import figures_of, without_dates
from index.duplicates.grouping import Text, grouped
from index.duplicates.keeping import FILE
from index.duplicates.runs import number_of, resemblance, runs_of
from index.duplicates.sketches import PLACES, documents_words, likeness_of, sketch_of
from index.opening import Index, open_index

Write = Callable[[Mapping[str, str]], Path]

STORY = " ".join(
    f"The warden of gate {name} said on Sunday that the weir below {name} had held all night."
    for name in ("Marn", "Tormen", "Irat", "Belqar", "Upper Jelva", "Sheepgate", "Orlo", "Vask")
)
OTHER = " ".join(
    f"A choir from {name} sang in the drill hall, where bread and boots were handed out to {name}."
    for name in ("Marn", "Tormen", "Irat", "Belqar", "Upper Jelva", "Sheepgate", "Orlo", "Vask")
)


def opened(folder: Path) -> Index:
    index = open_index(open_corpus(folder))
    index.update()
    index.find_duplicates()
    return index


def groups_of(index: Index) -> list[list[str]]:
    return [[one.article for one in group] for group in index.duplicates().groups]


@pytest.fixture
def folder(write_articles: Write) -> Path:
    return write_articles(
        {
            "a.txt": STORY,
            "b.txt": f"{STORY} The wire.",
            "c.txt": STORY.replace("Sunday", "Monday", 1),
            "d.txt": f"{STORY}\n\nIn all, 1,600 people left.",
            "other.txt": OTHER,
            "same.txt": OTHER,
            "short.txt": "Nothing happened.",
            "short too.txt": "Nothing happened.",
        }
    )


def test_the_longest_comes_first_and_the_others_are_held_to_it(folder: Path) -> None:
    groups = opened(folder).duplicates().groups
    assert groups[0][0].article == "d.txt"
    assert {one.article for one in groups[0]} == {"a.txt", "b.txt", "c.txt", "d.txt"}
    likenesses = [one.likeness for one in groups[0]]
    assert likenesses == sorted(likenesses, reverse=True)
    assert 0.5 < likenesses[-1] < 1


def test_texts_that_are_the_same_are_one_however_short(folder: Path) -> None:
    groups = groups_of(opened(folder))
    assert ["other.txt", "same.txt"] in groups
    assert ["short too.txt", "short.txt"] in groups
    assert all(one.same for one in opened(folder).duplicates().group_of(("same.txt", None)))


def test_what_states_other_figures_is_told(folder: Path) -> None:
    (folder / "e.txt").write_text(f"{STORY}\n\nIn all, 2,400 people left on 2023-05-06.\n")
    group = opened(folder).duplicates().group_of(("a.txt", None))
    assert group[0].article == "e.txt"
    assert [one.article for one in group if one.figures] == ["d.txt"]


def test_a_search_shows_the_best_of_them_and_folds_the_others(folder: Path) -> None:
    index = opened(folder)
    plain = index.search_all("weir held")
    folded = index.search_all("weir held", fold=True)
    assert (plain.total, len(plain.hits)) == (4, 4)
    assert folded.total == 4
    assert len(folded.hits) == 1
    assert len(folded.hits[0].folded) == 3
    assert {folded.hits[0].article, *(name for name, _ in folded.hits[0].folded)} == {
        "a.txt",
        "b.txt",
        "c.txt",
        "d.txt",
    }
    # Only what the query finds is folded; the best is shown, and not the longest.
    assert [hit.article for hit in index.search_all("weir Monday", fold=True).hits] == ["c.txt"]
    assert index.search_all("weir Monday", fold=True).hits[0].folded == ()


def test_the_number_of_hits_is_reached_though_many_are_folded(write_articles: Write) -> None:
    many = {f"s{number:02}.txt": f"{STORY} weir weir weir" for number in range(30)}
    folder = write_articles({**many, "x.txt": f"{OTHER} weir", "y.txt": "A weir."})
    index = opened(folder)
    for order in ("relevance", "hits"):
        found = index.search_all("weir", 3, fold=True, order=order)
        assert len(found.hits) == 3
        assert [len(hit.folded) for hit in found.hits].count(29) == 1


def test_what_states_other_figures_is_not_folded(folder: Path) -> None:
    (folder / "e.txt").write_text(f"{STORY} It took 212 men.", encoding="utf-8")
    found = opened(folder).search_all("weir held", fold=True)
    assert "e.txt" in {hit.article for hit in found.hits}
    assert sorted(len(hit.folded) for hit in found.hits) == [0, 3]


def test_a_changed_article_is_in_no_group_until_it_is_compared_again(folder: Path) -> None:
    index = opened(folder)
    (folder / "same.txt").write_text(STORY, encoding="utf-8")
    index.follow(open_corpus(folder))
    index.update()
    assert not index.knows_duplicates()
    assert index.duplicates().group_of(("same.txt", None)) == ()
    index.find_duplicates()
    assert index.knows_duplicates()
    assert "a.txt" in {one.article for one in index.duplicates().group_of(("same.txt", None))}


@pytest.mark.parametrize("damage", [b"", b"1 2\n{}", b"\xff" * 30])
def test_what_is_kept_and_damaged_is_made_again(folder: Path, damage: bytes) -> None:
    index = opened(folder)
    found = groups_of(index)
    cache = open_corpus(folder).cache_folder / "index"
    for path in (cache / FILE, *cache.glob("*.sketch")):
        path.write_bytes(damage)
    again = open_index(open_corpus(folder))
    assert again.duplicates().groups == ()
    assert not again.knows_duplicates()
    again.find_duplicates()
    assert groups_of(again) == found


def test_looking_for_them_can_be_stopped(folder: Path) -> None:
    index = open_index(open_corpus(folder))
    index.update()
    index.find_duplicates(cancelled=lambda: True)
    assert not index.knows_duplicates()


def test_the_index_gives_the_words_of_each_document_in_order(folder: Path) -> None:
    index = opened(folder)
    snapshot = index._shown()
    assert snapshot is not None
    for segment in snapshot.segments:
        for document, found in enumerate(documents_words(segment.packed)):
            text = (folder / segment.packed.stored(document)["article"]).read_text()
            assert found == list(map(number_of, words(text)))


def test_a_sketch_is_about_as_alike_as_its_text() -> None:
    draw = random.Random(3)
    text = [draw.randrange(2_000) for _ in range(600)]
    for changed in (0, 5, 30, 90):
        other = list(text)
        for at in draw.sample(range(600), changed):
            other[at] = draw.randrange(2_000, 4_000)
        exact = resemblance(runs_of(text), runs_of(other))
        about = likeness_of(sketch_of(runs_of(text)), sketch_of(runs_of(other)))
        assert abs(exact - about) < 0.2


@given(st.lists(st.integers(0, 2**32 - 1), min_size=11, max_size=300))
def test_the_same_text_has_the_same_sketch(text: list[int]) -> None:
    one = sketch_of(runs_of(text))
    assert len(one) == PLACES
    assert one == sketch_of(runs_of(list(text)))


def test_no_text_gets_into_a_group_by_way_of_a_third() -> None:
    texts = [Text(str(at), 10 - at, (str(at), "")) for at in range(3)]
    sketches = sketch_of(runs_of(list(range(100)))) * 3
    likeness = {(0, 1): 0.6, (1, 2): 0.6, (0, 2): 0.4}

    def compare(first: int, second: int, sure: bool) -> tuple[float, bool]:
        assert sure
        return likeness[first, second], False

    assert grouped(texts, sketches, compare, lambda: False) == {0: [(1, (0.6, False))]}


def test_figures_are_numbers_without_dates_and_times() -> None:
    text = "On 2023-05-06 at 17:30, in 2019, over 1,600 of two thousand left; 6-3/16 pct."
    assert figures_of(words(without_dates(text))) == {"1600", "two", "thousand", "6", "3", "16"}


MENU = """Read more about the river
Subscribe to our morning letter
Follow us for news of the valley
Share this story with your friends
Send us your pictures of the weir
Tell us what you think of it
Listen to our evening programme"""


STORIES = (
    ("Gate holds", "The warden of Marn said that the gate had held all night long."),
    ("Choir sings", "A choir from Tormen sang in the drill hall after the bells rang."),
    ("Bread sold out", "Bakers in Irat sold their last loaves before the market shut."),
    ("Ferry late", "The Orlo ferry came an hour late because of fog on the water."),
    ("Bridge closed", "Carts were turned back at Belqar while masons mended a pier."),
    ("School opens", "Children of Upper Jelva went back to lessons after the flood."),
)


def test_reports_that_share_the_furniture_of_their_outlet_are_not_alike(
    write_articles: Write,
) -> None:
    """Two are short, so that most of them is furniture; the others only show that it is."""
    reports = {}
    for number, (title, body) in enumerate(STORIES):
        words = body.split()
        long = " ".join(" ".join(words[at:] + words[:at]) for at in range(12)) if number > 1 else ""
        text = f"Outlet: Upland Mirror\n\n{title}\n\n{body}{long}\n\n"
        reports[f"{number}.txt"] = text + MENU.replace("\n", "\n\n")
    folder = write_articles(reports)
    index = opened(folder)
    assert [len(group) for group in groups_of(index)] == [2]

    learn_lines(open_corpus(folder))
    index = opened(folder)
    assert not groups_of(index)
    assert index.knows_duplicates()


def test_pages_that_share_a_menu_are_not_alike_though_nobody_knows_of_what_outlet_they_are(
    write_articles: Write,
) -> None:
    pages = {
        f"{number}.txt": f"{title}\n\n{MENU}\n\n{body}\n"
        for number, (title, body) in enumerate(STORIES)
    }
    index = opened(write_articles(pages))
    assert not groups_of(index)

    again = opened(write_articles({"copy.txt": pages["3.txt"] + "\nMore on Sunday.\n"}))
    assert groups_of(again) == [["copy.txt", "3.txt"]]


WIRE_PAGE = """Upland Mirror

Home
World
Business
Sport
Weather
Sign in

{}

Related stories
Minister resigns over a contract for the harbour
Five things to do with the family this weekend
How a baker from the hills won the national prize
An old bridge is sold to a collector abroad
Teachers announce a strike for the spring term
Why the price of bread went up again this month

Terms of use
Advertise with us
"""
COURIER_PAGE = """Evening Courier

News | Regions | Football | Theatre | Letters | Food | Radio | Classifieds | My account

We use cookies to understand how you use our site. Accept them or change your choices.

{}

Most read
Rowers beat their old rivals by half a length
The hospital opens a new wing for children
Letters to the editor: the last of the lamplighters
A soup for cold evenings, and what to drink with it
New timetable confuses passengers on line nine
Quiz: how well do you know the coast?

Imprint
Careers
"""


def test_one_story_on_two_pages_that_are_mostly_menus_is_found(write_articles: Write) -> None:
    story = "\n\n".join(body for _, body in STORIES)
    other = OTHER[:400] + "."
    folder = write_articles(
        {
            "mirror.txt": WIRE_PAGE.format(story),
            "courier.txt": COURIER_PAGE.format(story),
            "choir.txt": WIRE_PAGE.format(other),
        }
    )
    assert groups_of(opened(folder)) == [["courier.txt", "mirror.txt"]]


def test_a_copy_without_menus_is_found_beside_one_page_that_is_mostly_menus(
    write_articles: Write,
) -> None:
    entries = ("Home", "World", "Business", "Sport", "Weather", "Politics", "Opinion", "Travel")
    draw = random.Random(1)
    menu = "\n".join(" | ".join(draw.sample(entries, 8)) for _ in range(10))
    page = f"{menu}\n\n{COURIER_PAGE.format(STORY)}"
    assert len(words(page)) > 2 * len(words(STORY))
    folder = write_articles({"page.txt": page, "clean.txt": STORY, "other.txt": OTHER})
    assert groups_of(opened(folder)) == [["page.txt", "clean.txt"]]


def test_versions_of_one_story_are_alike_however_many_they_are(write_articles: Write) -> None:
    told = "\n".join(body for _, body in STORIES)
    versions = {
        f"{number}.txt": f"{title}\n\n{told}\n\n{body} So it was told on day {number}.\n"
        for number, (title, body) in enumerate(STORIES)
    }
    (group,) = groups_of(opened(write_articles(versions)))
    assert len(group) == len(STORIES)
