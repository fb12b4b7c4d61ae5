"""Periods that are counted from the published date, or lie within another period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.finding import find_quantities

SUNDAY = "2019-11-17"


def found(text: str, published: str | None = None) -> list[Quantity]:
    return list(find_quantities(text, (), (), published))


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("over the past two weeks, it", "past two weeks", "2019-11-03/2019-11-17"),
        ("in the last 10 days they", "last 10 days", "2019-11-07/2019-11-17"),
        ("in the next two days", "next two days", "2019-11-18/2019-11-19"),
        ("the previous three years", "previous three years", "2016-11-17/2019-11-17"),
        ("in the 5 upcoming years", "5 upcoming years", "2019-11-18/2024-11-17"),
        ("in the last two quarters", "last two quarters", "2019-04/2019-09"),
        ("for the rest of the year", "the rest of the year", "2019-11-17/2019-12-31"),
        ("for the rest of the week", "the rest of the week", "2019-11-17"),
        ("in the year to date", "year to date", "2019-01-01/2019-11-17"),
        (
            "the first six months of the year",
            "the first six months of the year",
            "2019-01/2019-06",
        ),
        ("the second half of last year", "the second half of last year", "2018-41"),
        ("last year's fourth quarter", "last year's fourth quarter", "2018-36"),
        ("on the 18th.", "18th", "2019-11-18"),
        ("the 3rd of this month", "3rd of this month", "2019-11-03"),
        ("since last easter", "last easter", "2019-04-21"),
        ("It will end in a week.", "a week", "2019-11-24~"),
    ],
)
def test_periods_lean_on_the_published_date(text: str, words: str, iso: str) -> None:
    assert [(q.text, q.kind, q.iso, q.basis) for q in found(text, SUNDAY)] == [
        (words, "date", iso, "published")
    ]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("the first six months of 2018, it", "the first six months of 2018", "2018-01/2018-06"),
        ("the last three months of 2018", "the last three months of 2018", "2018-10/2018-12"),
        ("the first month of 2018", "the first month of 2018", "2018"),
        ("the first ten days of May 2018", "the first ten days of May 2018",
         "2018-05-01/2018-05-10"),
        ("the last two weeks of 2018", "the last two weeks of 2018", "2018-12-18/2018-12-31"),
        ("the final two years of the 1990s", "the final two years of the 1990s", "1998/1999"),
        ("in the first half of 2017", "the first half of 2017", "2017-40"),
        ("on Black Friday 2010", "Black Friday 2010", "2010-11-26"),
        ("on the fourth of July of 1995", "fourth of July of 1995", "1995-07-04"),
        ("due 12-2015.", "12-2015", "2015-12"),
        ("in 2150, they", "2150", "2150"),
        ("the first six months of the year", "the first six months of the year", None),
        ("the rest of the year", "the rest of the year", None),
    ],
)  # fmt: skip
def test_parts_of_named_periods_need_no_published_date(
    text: str, words: str, iso: str | None
) -> None:
    assert [(q.text, q.kind, q.iso, q.basis) for q in found(text)] == [(words, "date", iso, None)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("between March and May this year", "between March and May this year", "2019-03/2019-05"),
        ("in the summer of last year", "summer of last year", "2018-22"),
        ("In March last year, he", "March last year", "2018-03"),
        ("at Christmas last year", "Christmas last year", "2018-12-25"),
        ("on Nov. 3-5 last year", "Nov. 3-5 last year", "2018-11-03/2018-11-05"),
        ("in January next year", "January next year", "2020-01"),
    ],
)
def test_a_year_that_is_told_behind_a_month_is_its_year(text: str, words: str, iso: str) -> None:
    assert [(q.text, q.iso, q.basis) for q in found(text, SUNDAY)] == [(words, iso, "published")]
    assert [(q.text, q.iso) for q in found(text)] == [(words, None)]


@pytest.mark.parametrize(
    "text",
    ["on October 5 of that year", "every Friday", "each other Sunday", "in October each year"],
)
def test_a_day_of_another_year_or_of_every_week_stays_open(text: str) -> None:
    assert [(q.kind, q.iso) for q in found(text, SUNDAY)] == [("date", None)]


def test_a_day_that_names_an_event_may_be_of_any_year() -> None:
    assert [q.iso for q in found("the October 11 floods", SUNDAY)] == [None]
    assert [q.iso for q in found("the Oct. 11 floods", SUNDAY)] == [None]
    assert [q.iso for q in found("on October 11 floods", SUNDAY)] == ["2019-10-11"]
    assert [q.iso for q in found("on the October 11 when", SUNDAY)] == ["2019-10-11"]


def test_without_a_published_date_a_counted_period_is_a_length_of_time() -> None:
    assert [(q.text, q.kind, q.iso) for q in found("over the past two weeks, it")] == [
        ("two weeks", "duration", "P2W")
    ]


@pytest.mark.parametrize("text", ["on the 18th hole", "He came 2nd.", "the 32nd.", "on the 32nd."])
def test_an_ordinal_is_no_day_where_it_may_count_something(text: str) -> None:
    assert [q.kind for q in found(text, SUNDAY)] in ([], ["ordinal"])


@given(
    st.sampled_from(("last", "past", "previous", "next", "coming")),
    st.integers(1, 999),
    st.sampled_from(("day", "week", "month", "quarter", "year", "decade")),
    st.dates(),
)
def test_a_counted_period_ends_or_begins_beside_the_published_day(
    way: str, number: int, unit: str, published: object
) -> None:
    for q in found(f"in the {way} {number} {unit}s they", str(published)):
        if q.kind == "date" and q.iso is not None:
            first, _, last = q.iso.partition("/")
            assert first <= (last or first)
            if way in ("next", "coming"):
                assert first > str(published)
            else:
                assert (last or first) <= str(published)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the one hundred twenty-fifth boat", 125),
        ("his one hundred and first", 101),
        ("the two hundredth day", 200),
        ("the three millionth car", 3_000_000),
    ],
)
def test_long_ordinals(text: str, value: int) -> None:
    assert [(q.kind, q.value) for q in found(text)] == [("ordinal", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("a hundred first graders", 100), ("one hundredth of it", 0.01), ("two hundred thirds", None)],
)
def test_what_is_no_long_ordinal(text: str, value: float | None) -> None:
    quantities = found(text)
    assert "ordinal" not in [q.kind for q in quantities]
    assert value is None or [q.value for q in quantities] == [value]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("more than 100 and less than 300 boats", "100 and less than 300", 100, 300),
        ("at least $20 but no more than $50", "$20 but no more than $50", 20, 50),
        ("at most 100 and at least 20 boats", "100 and at least 20", 20, 100),
    ],
)
def test_two_bounds_are_one_range(text: str, words: str, low: int, high: int) -> None:
    assert [(q.text, q.value, q.min, q.max, q.bound) for q in found(text)] == [
        (words, None, low, high, None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "over 10 and under 5",
        "more than 20 and more than 30",
        "more than 20 boats and fewer than 30 cars",
        "over $20 and under 30 km",
    ],
)
def test_bounds_that_are_no_range(text: str) -> None:
    assert [(q.min, q.max) for q in found(text)] == [(None, None)] * 2
