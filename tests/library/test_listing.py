"""The library without a terminal: articles sorted, filtered and grouped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import ArticleFile
from corpus.facts import Known
from corpus.metadata_columns import columns_of_rows
from tui.library.arranging import listing_of
from tui.library.columns import Columns, Entities, Stopped, columns_of
from tui.library.listing import Heading, Listing
from tui.library.marks import Marks
from tui.library.view import GROUPS, ORDERS, View


def known(name: str, title: str, outlet: str, first: str, last: str, length: int) -> Known:
    return Known(name, None, "", title, outlet, "", first, last, "published", length)


KNOWN = (
    known("a.txt", "Zebra of Marn", "The Herald", "2019-05-01", "2019-05-01", 900),
    known("b/c.txt", "“Ferry” aground", "Courier", "2018-01-02", "2018-01-02", 70),
    known("b/d.txt", "Élan lost", "", "", "", 5000),
    known("e.txt", "", "courier", "2019-01-01", "2019-12-31", 10),
)
MARKS = {0: Marks(("starred", "boats"), 2, starred=True), 2: Marks(("strength",), 1)}


class Reading:
    """Says that one article is read and another being read."""

    def state_of(self, article: str) -> str:
        return {"a.txt": "read", "e.txt": "reading"}.get(article, "unread")


def file_named(name: str) -> ArticleFile:
    return ArticleFile(name, f"/nowhere/{name}", 1, 1)


FILES = tuple(file_named(row.article) for row in KNOWN)
ENTITIES = Entities(["ilse brandt\nbrandt", "joren vask"], [[1, 3], [2]], frozenset((1, 2, 3)))


def columns() -> Columns:
    return columns_of(FILES, columns_of_rows(KNOWN), ENTITIES, lambda: False)


def listed(view: View) -> Listing:
    return listing_of(view, columns(), MARKS, Reading(), lambda: False)


def shown(view: View) -> list[str]:
    found = listed(view)
    rows = (found.at(row) for row in range(len(found)))
    return [
        f"[{row.name} {row.articles}]" if isinstance(row, Heading) else row.article for row in rows
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["a.txt", "b/c.txt", "b/d.txt", "e.txt"]),
        ("title", ["e.txt", "b/d.txt", "b/c.txt", "a.txt"]),
        ("outlet", ["b/c.txt", "e.txt", "a.txt", "b/d.txt"]),
        ("date", ["a.txt", "e.txt", "b/c.txt", "b/d.txt"]),
        ("length", ["b/d.txt", "a.txt", "b/c.txt", "e.txt"]),
        ("annotations", ["a.txt", "b/d.txt", "b/c.txt", "e.txt"]),
        ("state", ["b/c.txt", "b/d.txt", "e.txt", "a.txt"]),
    ],
)
def test_articles_are_sorted_by_what_a_column_shows(order, expected) -> None:
    assert shown(View(order)) == expected


@pytest.mark.parametrize("order", ["outlet", "date"])
def test_what_is_unknown_comes_last_whichever_way_round(order) -> None:
    assert shown(View(order, turned=False))[-1] == "b/d.txt"
    assert shown(View(order, turned=True))[-1] == "b/d.txt"


def test_sorting_twice_by_the_same_turns_it_round() -> None:
    view = View().sorted_by("date")
    assert view.falls
    assert not view.sorted_by("date").falls
    assert view.sorted_by("date").sorted_by("date") == view
    assert view.sorted_by("title") == View("title")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry", ["b/c.txt"]),
        ("ELAN", ["b/d.txt"]),
        ("élan", ["b/d.txt"]),
        ("courier", ["b/c.txt", "e.txt"]),
        ("brandt", ["b/c.txt", "e.txt"]),
        ("brandt aground", ["b/c.txt"]),
        ("boats", ["a.txt"]),
        ("tag:str", ["b/d.txt"]),
        ("outlet:her", ["a.txt"]),
        ("is:starred", ["a.txt"]),
        ("is:tagged", ["a.txt", "b/d.txt"]),
        ("is:annotated zebra", ["a.txt"]),
        ("is:unread", ["b/c.txt", "b/d.txt"]),
        ("is:reading", ["e.txt"]),
        ("is:un", []),
        ("xyzzy", []),
        ("  ", ["a.txt", "b/c.txt", "b/d.txt", "e.txt"]),
    ],
)
def test_a_filter_looks_at_titles_outlets_tags_and_names(words, expected) -> None:
    assert shown(View(words=words)) == expected


def test_what_a_filter_cannot_know_yet_is_counted() -> None:
    part = columns_of(FILES, columns_of_rows((*KNOWN[:3], None)), ENTITIES, lambda: False)
    listing = listing_of(View(words="a"), part, {}, Reading(), lambda: False)
    assert (listing.unknown, listing.unnamed) == (1, 1)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("folder", ["[b 2]", "b/c.txt", "b/d.txt", "[ 2]", "a.txt", "e.txt"]),
        ("year", ["[2019 2]", "a.txt", "e.txt", "[2018 1]", "b/c.txt", "[ 1]", "b/d.txt"]),
        ("month", ["[2019-05 1]", "a.txt", "[2018-01 1]", "b/c.txt", "[ 2]", "b/d.txt", "e.txt"]),
    ],
)
def test_groups_have_headings_and_what_is_in_none_comes_last(group, expected) -> None:
    assert shown(View(group=group)) == expected


def test_a_folded_group_keeps_its_heading_and_its_numbers() -> None:
    view = View(group="folder").folding("b", folded=True)
    assert shown(view) == ["[b 2]", "[ 2]", "a.txt", "e.txt"]
    listing = listed(view)
    assert listing.row_of(FILES[1]) is None
    assert listing.number_of(FILES[1]) == 1
    assert listing.neighbour(FILES[2], 1) == FILES[0]
    assert shown(view.folding("b", folded=False)) == shown(View(group="folder"))


def test_the_neighbours_are_those_of_the_order_that_is_shown() -> None:
    listing = listed(View("date", words="o"))
    order = [listing.files[place] for place in listing.order]
    assert [listing.neighbour(order[0], step) for step in (1, -1)] == [order[1], None]
    plain = Listing.by_name(FILES)
    gone = file_named("b/cc.txt")
    assert (plain.neighbour(gone, 1), plain.neighbour(gone, -1)) == (FILES[2], FILES[1])
    assert plain.number_of(gone) == 0


def test_a_listing_that_is_not_wanted_any_more_is_given_up() -> None:
    with pytest.raises(Stopped):
        listing_of(View(), columns(), {}, Reading(), lambda: True)


VIEWS = st.builds(
    View,
    order=st.sampled_from(ORDERS),
    turned=st.booleans(),
    group=st.sampled_from(GROUPS),
    only=st.sampled_from(("", "unread", "starred", "tagged")),
    words=st.sampled_from(("", "r", "courier", "is:unread", "tag:s o")),
    folded=st.frozensets(st.sampled_from(("b", "", "2019", "Courier"))),
)


@given(VIEWS)
def test_rows_numbers_and_places_agree(view: View) -> None:
    listing = listed(view)
    articles = [row for row in range(len(listing)) if listing.file_at(row) is not None]
    assert [listing.row_of(listing.file_at(row)) for row in articles] == articles
    for number, place in enumerate(listing.order, start=1):
        assert listing.number_of(FILES[place]) == number
    headings = [row for row in map(listing.at, range(len(listing))) if isinstance(row, Heading)]
    if view.group:
        assert sum(heading.articles for heading in headings) == len(listing.order)
        assert len(articles) == sum(one.articles for one in headings if not one.folded)
    else:
        assert len(articles) == len(listing.order)
    assert len(set(listing.order)) == len(listing.order)


@given(VIEWS)
def test_a_view_is_remembered_but_for_its_words(view: View) -> None:
    assert View.of(view.as_data() | {"words": "x", "new": 1}) == replace(view, words="")


def test_what_is_no_view_is_the_plain_one() -> None:
    assert View.of({"order": "size", "group": 3, "folded": [1], "turned": "yes"}) == View()
    assert View.of(None) == View()


def test_a_date_bounded_on_one_side_stands_at_its_bound() -> None:
    days = [("2019-03-01", ""), ("", "2018-05-01"), ("2018-06-01", "2018-06-01"), ("", "")]
    bounded = replace(columns(), days=days)
    assert bounded.ordered("date", falls=False) == [1, 2, 0, 3]
    assert bounded.ordered("date", falls=True) == [0, 2, 1, 3]


def test_an_article_is_found_by_its_name_and_its_part() -> None:
    files = (FILES[0], *(replace(FILES[1], part=part) for part in ("1", "2")), FILES[3])
    parted = Columns(files)
    assert [parted.place_of(file.key) for file in files] == [0, 1, 2, 3]
    assert parted.place_of(("b/c.txt", None)) is None
    assert parted.place_of(("zz.txt", None)) is None
