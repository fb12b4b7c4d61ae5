"""Dates and times, and what they are in EDTF."""

from __future__ import annotations

import pytest

from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.feasts import easter
from corpus.understanding.quantities.finding import find_quantities

SUNDAY = "2019-11-17"


def dates(text: str, published: str | None = None) -> list[Quantity]:
    return [q for q in find_quantities(text, (), (), published) if q.kind == "date"]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on 23 July 2020 it", "23 July 2020", "2020-07-23"),
        ("on April 05, 2018 in", "April 05, 2018", "2018-04-05"),
        ("on Sept. 6, 1984, it", "Sept. 6, 1984", "1984-09-06"),
        ("on Friday, June 3, 2016", "Friday, June 3, 2016", "2016-06-03"),
        ("on the 3rd of June 2016", "3rd of June 2016", "2016-06-03"),
        ("2016-06-03: it", "2016-06-03", "2016-06-03"),
        ("on 23.04.2022 it", "23.04.2022", "2022-04-23"),
        ("on 04/23/2022 it", "04/23/2022", "2022-04-23"),
        ("on 04/05/2022 it", "04/05/2022", None),
        ("in March 1993, when", "March 1993", "1993-03"),
        ("in May, 1992.", "May, 1992", "1992-05"),
        ("in 2015, when", "2015", "2015"),
        ("the 1959 uprising", "1959", "1959"),
        ("the 1990s", "1990s", "199X"),
        ("the early 1990s", "early 1990s", "199X"),
        ("in the 19th century", "19th century", "18XX"),
        ("in 1997-98", "1997-98", "1997/1998"),
        ("from 2014 to 2018", "2014 to 2018", "2014/2018"),
        ("between 2014 and 2018", "between 2014 and 2018", "2014/2018"),
        ("on June 20-23, 2021", "June 20-23, 2021", "2021-06-20/2021-06-23"),
        ("June 28 to July 3, 2021", "June 28 to July 3, 2021", "2021-06-28/2021-07-03"),
        ("the beginning of 2017", "the beginning of 2017", "2017"),
        ("in mid-2010", "mid-2010", "2010"),
        ("in the spring of 2014", "spring of 2014", "2014-21"),
        ("the second quarter of 2014", "second quarter of 2014", "2014-34"),
        ("in 44 B.C.", None, None),
        ("in 2000 B.C. they", "2000 B.C.", "-1999"),
        ("on Christmas Day 2015", "Christmas Day 2015", "2015-12-25"),
        ("born in March nineteen eighty-six,", "March nineteen eighty-six", "1986-03"),
        ("from 2007 to the end of 2008", "2007 to the end of 2008", "2007/2008"),
        ("two days before 3 June 2016", "two days before 3 June 2016", "2016-06-01"),
        ("the end of June.", "the end of June", None),
        ("on 3 June.", "3 June", None),
        ("at number one in 2000", "2000", "2000"),
        ("on Sunday that", "Sunday", None),
        ("in late October.", "late October", None),
        ("since March. Most", "March", None),
        ("about a year ago.", "a year ago", None),
        ("in a raid last month, and", "last month", None),
        ("Earlier this year, a", "Earlier this year", None),
        ("in May 30 sailors", "May", None),
    ],
)
def test_dates_without_a_published_date(text: str, words: str | None, iso: str | None) -> None:
    found = dates(text)
    if words is None:
        assert not found
        return
    assert [(q.text, q.iso, q.basis) for q in found] == [(words, iso, None)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("said on Sunday that", "Sunday", "2019-11-17"),
        ("said on Thursday that", "Thursday", "2019-11-14"),
        ("said yesterday that", "yesterday", "2019-11-16"),
        ("killed last month,", "last month", "2019-10"),
        ("in a speech last week,", "last week", "2019-11-04/2019-11-10"),
        ("since last September in", "last September", "2019-09"),
        ("Earlier this year, a", "Earlier this year", "2019"),
        ("in late October.", "late October", "2019-10"),
        ("about two days ago.", "two days ago", "2019-11-15~"),
        ("It ended two days ago.", "two days ago", "2019-11-15"),
        ("It began a year ago.", "a year ago", "2018-11~"),
        ("on Tuesday of last week", "Tuesday of last week", "2019-11-05"),
        ("next Friday", "next Friday", "2019-11-22"),
        ("on October 3 they", "October 3", "2019-10-03"),
        ("in the last decade", None, None),
    ],
)
def test_relative_dates_lean_on_the_published_date(
    text: str, words: str | None, iso: str | None
) -> None:
    found = dates(text, SUNDAY)
    if words is None:
        assert [q.iso for q in found] == [None]
        return
    assert [(q.text, q.iso, q.basis) for q in found] == [(words, iso, "published")]


@pytest.mark.parametrize(
    "text",
    [
        "They will meet on Thursday.",  # the next one, or one that was named before
        "They left on the following Friday.",
        "It closed two years later.",
        "It closed in May.",  # half a year away: which of two years is not certain
        "It closed on 04/05/2022.",
    ],
)
def test_what_is_not_certain_stays_open(text: str) -> None:
    assert [(q.iso, q.basis) for q in dates(text, SUNDAY)] == [(None, None)]


def test_an_absolute_date_does_not_lean_on_the_published_date() -> None:
    assert [(q.iso, q.basis) for q in dates("on 3 May 2011", SUNDAY)] == [("2011-05-03", None)]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "May I come?",
        "Theresa Vane May spoke.",
        "They march on the hill.",
        "The sun rose.",
        "Prices fall again.",
        "more than 2000 sailors",
        "Harbour Today reported it.",
        "2,015 sailors",
    ],
)
def test_words_and_figures_that_are_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("17:48 GMT", "17:48 GMT", "T17:48Z"),
        ("before 1130 GMT they", "1130 GMT", "T11:30Z"),
        ("at 9 p.m. on", "9 p.m.", "T21:00"),
        ("at 12:15 a.m.", "12:15 a.m.", "T00:15"),
        ("at 6:30am EST they", "6:30am EST", "T06:30"),
        ("at noon they", "noon", "T12:00"),
        ("until sundown they", "sundown", None),
    ],
)
def test_times_of_the_day(text: str, words: str, iso: str | None) -> None:
    quantities = find_quantities(text, (), (), None)
    assert [(q.text, q.kind, q.iso) for q in quantities] == [(words, "time", iso)]


def test_a_clock_and_a_date_that_touch_are_two() -> None:
    quantities = find_quantities("17:48 GMT23 July 2020", (), (), None)
    assert [q.text for q in quantities] == ["17:48 GMT", "23 July 2020"]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("at Easter 2018 it", "Easter 2018", "2018-04-01"),
        ("on Good Friday 2024,", "Good Friday 2024", "2024-03-29"),
        ("on Whit Monday, 2019", "Whit Monday, 2019", "2019-06-10"),
        ("in Q1 2019,", "Q1 2019", "2019-33"),
        ("in 2019-Q4 it", "2019-Q4", "2019-36"),
        ("in H2 2020 it", "H2 2020", "2020-41"),
        ("on 2019-Aug-01 it", "2019-Aug-01", "2019-08-01"),
        ("on the 15th day of June 2016", "15th day of June 2016", "2016-06-15"),
        ("on Thanksgiving 2016", "Thanksgiving 2016", None),
    ],
)
def test_feasts_quarters_and_days_of_a_known_year(text: str, words: str, iso: str | None) -> None:
    assert [(q.text, q.iso) for q in dates(text)] == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("last Easter", "last Easter", "2019-04-21"),
        ("next Christmas", "next Christmas", "2019-12-25"),
        ("on Christmas Eve", "Christmas Eve", "2019-12-24"),
        ("on Tuesday the 12th,", "Tuesday the 12th", "2019-11-12"),
        ("on Friday, the thirteenth.", "Friday, the thirteenth", "2019-12-13"),
        ("in the first quarter of last year", "first quarter of last year", "2018-33"),
        ("by the 15th day of next month", "15th day of next month", "2019-12-15"),
        ("between 2015 and now", "between 2015 and now", "2015/2019-11-17"),
        ("from 2015 to the present.", "2015 to the present", "2015/2019-11-17"),
        ("THIS SUMMER", "THIS SUMMER", "2019-22"),
    ],
)
def test_feasts_and_parts_of_a_year_are_resolved_against_the_published_date(
    text: str, words: str, iso: str
) -> None:
    assert [(q.text, q.iso, q.basis) for q in dates(text, SUNDAY)] == [(words, iso, "published")]
    assert all(q.iso is None or "2015" in text for q in dates(text))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)],
)
def test_easter_falls_on_the_day_of_the_gregorian_rule(year: int, month: int, day: int) -> None:
    found = easter(year)
    assert (found.month, found.day, found.weekday()) == (month, day, 6)


@pytest.mark.parametrize("text", ["a new year begins", "the h1 motor", "a Q4 of sorts"])
def test_what_only_looks_like_a_feast_or_a_quarter_is_no_date(text: str) -> None:
    assert dates(text, SUNDAY) == []
