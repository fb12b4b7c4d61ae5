"""Ranges of days and of numbers find what going through all rows finds."""

from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from corpus.facts import Findings, Known
from index.query.tree import Dates, Figures
from index.ranges import InRuns, SortedRows, days_of, numbers_of

VALUES = st.sampled_from([-inf, -2.0, 0.0, 1.0, 1.5, 2.0, 3.0, 40.0, inf])
DAYS = st.sampled_from(["", "1987-01-31", "1987-02-01", "1987-02-28", "1987-03-01", "1988-01-01"])
PAIRS = st.tuples(VALUES, VALUES)


@given(st.lists(st.lists(PAIRS, max_size=6), max_size=30), st.integers(0, 30), PAIRS, st.booleans())
def test_articles_with_a_number_in_a_range_are_found(
    numbers: list[list[tuple[float, float]]], first: int, asked: tuple[float, float], is_open: bool
) -> None:
    rows = {
        (str(number), None): Findings(
            str(number), None, "", tuple(low for low, _ in ends), tuple(high for _, high in ends)
        )
        for number, ends in enumerate(numbers)
    }
    figures = Figures(*asked, open_low=is_open, open_high=not is_open)
    sorted_rows = SortedRows(numbers_of, in_a_run=4)

    sorted_rows.runs(
        (1, min(first, len(rows))), lambda: dict([*rows.items()][:first])
    )  # the others are learnt later
    runs = sorted_rows.runs((1, len(rows)), lambda: rows)

    assert [*InRuns(runs, [run.meeting(figures) for run in runs])] == [
        key for key, row in rows.items() if any(map(figures.meets, row.lows, row.highs))
    ]


@given(st.lists(st.tuples(DAYS, DAYS), max_size=30), DAYS, DAYS)
def test_articles_published_within_some_days_are_found(
    days: list[tuple[str, str]], first: str, last: str
) -> None:
    rows = {
        (str(number), None): Known(str(number), None, "", first=one, last=other)
        for number, (one, other) in enumerate(days)
    }

    runs = SortedRows(days_of).runs((1, len(rows)), lambda: rows)

    assert [*InRuns(runs, [run.within(Dates(first, last)) for run in runs])] == sorted(
        (
            key
            for key, row in rows.items()
            if row.first and row.first >= first and (not last or row.last <= last)
        ),
        key=lambda key: rows[key].first,
    )


def test_rows_that_went_away_are_not_found() -> None:
    rows = {(name, None): Known(name, None, "", first="1987", last="1987") for name in "abc"}
    sorted_rows = SortedRows(days_of)
    sorted_rows.runs((1, len(rows)), lambda: rows)
    del rows["b", None]

    (run,) = sorted_rows.runs((2, len(rows)), lambda: rows)

    found = InRuns([run], [run.within(Dates("", ""))])
    assert len(found) == 2
    assert {*found} == {("a", None), ("c", None)}
