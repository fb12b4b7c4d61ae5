"""Another form of a number counts only where it is no part of a longer number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.opening import open_corpus
from index.counting import SegmentWords, count_places
from index.inverted import Inverted
from index.joined_numbers import joined_in, stands_alone
from index.matching import find_places
from index.opening import open_index
from index.packed import PackedSegment
from index.packing import write_segment
from index.placing import places_of
from index.planning import Plan, plan_query
from index.query.numerals import forms_of, numbers_in
from index.query.parsing import parse_query
from index.query.tree import Near, Words
from index.scanned_segment import ScannedSegment

Write = Callable[[Mapping[str, str]], Path]

VALUES = (
    *(*range(2, 31), 60, 100, 105, 120, 600, 605, 1000, 1100, 1600, 6000, 600_000, 600_600),
    *(1.5, 1.75, 2.5, 3.25, 250_000, 500_000, 750_000, 1_000_000, 1_500_000, 1_600_000),
    *(1_625_000, 2_250_000, 12_000_000, 20_500_000),
)
FORMS = [form for value in VALUES for form in forms_of(value)]
WORDS = (
    *("one", "two", "five", "six", "zero", "ten", "twelve", "twenty", "ninety", "hundred"),
    *("thousand", "million", "dozen", "lakh", "crores", "and", "a", "of", "half", "quarter"),
    *("quarters", "three", "point", "k", "mln", "m", "1\u20442", "3\u20444", "1", "12", "600"),
    *("007", "1500", "2.5", "men"),
)
SIGNS = {"1\u20442": "½", "3\u20444": "¾", "1\u20444": "¼"}
BESIDE = st.lists(
    st.sampled_from(WORDS).map(lambda word: (word,)) | st.sampled_from(FORMS), max_size=4
).map(lambda some: [word for one in some for word in one])
TEXTS = st.lists(
    st.tuples(BESIDE, st.sampled_from(FORMS), BESIDE).map(
        lambda parts: [*parts[0], *parts[1], *parts[2]]
    ),
    min_size=1,
    max_size=6,
)

ALONE = [
    ("600", "between five and six hundred"),
    ("600", "between five hundred and six hundred"),
    ("500", "between five hundred and six hundred"),
    ("1000", "between one thousand and two thousand men"),
    ("600", "In nineteen, six hundred men"),
    ("six hundred", "In 2019 600 men"),
    ("2", "3.5 billion two years ago"),
    ("84", "nineteen eighty-four"),
    ("6", "at one point six men came"),
    ("6", "half a hundred six-inch guns, several thousand six-inch shells"),
    ("500000", "about half a million"),
    ("1600", "1 600 men"),
    ("250000", "a quarter of a million"),
]
PARTS = [
    ("600", "one thousand six hundred"),
    ("600", "six hundred thousand, six hundred and five"),
    ("600", "six hundred lakh, twenty-six hundred, a thousand and six hundred"),
    ("6", "twenty-six, six hundred, one hundred and six"),
    ("6", "a million six, six and a half, three point six, six dozen, 1.6"),
    ("500000", "one and a half million, 2½ million, 3 and a half million"),
    ("six hundred", "1 600, 600 000, 600 mln, 600½"),
    ("1600", "1 600 500, 2 001 600, 1 600 thousand"),
    ("6000000", "one point six million"),
]


@pytest.mark.parametrize(("query", "text"), ALONE)
def test_numbers_that_stand_beside_each_other_are_found(
    write_articles: Write, query: str, text: str
) -> None:
    assert found(write_articles, query, text)


@pytest.mark.parametrize(("query", "text"), PARTS)
def test_a_part_of_a_longer_number_is_not_found(
    write_articles: Write, query: str, text: str
) -> None:
    assert not found(write_articles, query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("600", "600 thousand, 1 600"),
        ('"six hundred"', "one thousand six hundred"),
        ("six", "twenty-six"),
        ('"six hundred people"', "one thousand six hundred people"),
    ],
)
def test_what_was_written_is_found_wherever_it_stands(
    write_articles: Write, query: str, text: str
) -> None:
    assert found(write_articles, query, text)


def found(write_articles: Write, query: str, text: str) -> bool:
    """Say whether a query finds a text, in the index and by reading it alike."""
    corpus = open_corpus(write_articles({"a.txt": f"It was said: {text}.\n", "b.txt": "No.\n"}))
    index = open_index(corpus)
    scanned = index.search_all(query, widen=False)
    index.update()
    indexed = index.search_all(query, widen=False)
    assert [hit.article for hit in scanned.hits] == [hit.article for hit in indexed.hits]
    assert bool(index.matches(query, text, widen=False)) == bool(indexed.hits)
    return bool(indexed.hits)


@given(BESIDE, st.sampled_from(FORMS), BESIDE)
@settings(max_examples=500)
def test_a_number_stands_alone_where_it_is_read_as_one(
    before: list[str], form: tuple[str, ...], after: list[str]
) -> None:
    start, end = len(before), len(before) + len(form)
    text = [*before, *form, *after]
    read = [(first, last) for first, last, _ in numbers_in(text)]

    joined = joined_in(text)
    assert stands_alone(start, end - start, joined) == ((start, end) in read)
    assert joined == {at for first, last in read for at in range(first, last - 1)}


@given(TEXTS, st.sampled_from(VALUES), st.booleans())
@settings(max_examples=300)
def test_an_index_finds_a_number_where_its_texts_have_it(
    texts: list[list[str]], value: float, is_packed: bool
) -> None:
    lead = 3
    inverted, segment = Inverted(), ScannedSegment()
    for text in texts:
        inverted.add(text, lead, {})
        segment.add(text, lead, {})
    number = str(value)
    with TemporaryDirectory() as folder:
        packed = segment
        if is_packed:
            write_segment(Path(folder) / "one.words", inverted)
            packed = PackedSegment(Path(folder) / "one.words")
        for query in (number, f'"{number} men"', f'"and {number}"', f"{number} NEAR/3 men"):
            node = parse_query(query)
            plan = plan_query(node, None, widen=False)
            read = [places_read(plan, text) for text in texts]
            placed = Counter(places_of(plan.node, plan, packed))
            assert placed == Counter(
                (packed.starts[at] + first, packed.starts[at] + last)
                for at, places in enumerate(read)
                for first, last in places
            )
            if isinstance(plan.node, Words):
                leaf = plan.leaves[plan.node]
                assert count_places(leaf, packed) == {
                    at: len(places) for at, places in enumerate(read) if places
                }
                counted = SegmentWords(packed).counted(leaf)
                assert dict(zip(counted.documents, counted.frequencies, strict=True)) == {
                    at: len(places) + 2 * sum(last < lead for _, last in places)
                    for at, places in enumerate(read)
                    if places
                }
            else:
                assert isinstance(plan.node, Near)


def places_read(plan: Plan, text: list[str]) -> set[tuple[int, int]]:
    """Give the places that a text has, in numbers of words."""
    starts, written = [], ""
    for word in text:
        starts.append(len(written))
        written += f"{SIGNS.get(word, word)} "
    return {
        (starts.index(one.start), sum(start < one.end for start in starts) - 1)
        for one in find_places(plan, written)
    }
