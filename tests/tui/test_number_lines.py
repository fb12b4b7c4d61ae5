"""The table of numbers without a terminal: which are listed, in which order, on which scale."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.claim_figures import Possible
from corpus.opening import open_corpus
from tui.comparing.number_gathering import GatheredNumbers
from tui.comparing.number_line import headings, line_pieces
from tui.comparing.number_lines import (
    GROUPS,
    ORDERS,
    NumberGroup,
    NumberLines,
    NumbersView,
    arranged,
    in_order,
)
from tui.comparing.number_query import NumberQuery
from tui.comparing.number_rows import NumberRow
from tui.comparing.number_scale import NumberScale, scale_of, short_number
from tui.layout.cells import cells

NEWS = """Outlet: Marn Gazette
Date: 2021-03-0{day}

Fighters in the hills

{words}
"""
SAYS = (
    "Colonel Joren Vask said that more than 1,600 fighters had come.",
    "There were between 300 and 500 fighters, Ilse Brandt told reporters. The road is 12 km long.",
    "The town counts about 90 fighters and 40 boats.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles that count fighters."""
    root = tmp_path / "hills"
    root.mkdir()
    for day, words in enumerate(SAYS, 1):
        text = NEWS.format(day=day, words=words)
        (root / f"{'abc'[day - 1]}.txt").write_text(text, encoding="utf-8")
    return root


def gathered(folder: Path) -> list[NumberRow]:
    numbers = GatheredNumbers()
    numbers.gather(open_corpus(folder), lambda _done, _total: None, bool)
    return numbers.rows()


def listed(rows: list[NumberRow], view: NumbersView) -> NumberLines:
    ordered = in_order(rows, view.sort)
    assert ordered is not None
    lines = arranged(ordered, view)
    assert lines is not None
    return lines


def figures(folder: Path, query: str) -> list[str]:
    lines = listed(gathered(folder), NumbersView(query, group=None))
    return [row.figure for row in lines.lines if isinstance(row, NumberRow)]


def made(value: float, *, low: float | None = None, high: float | None = None) -> NumberRow:
    ends = Possible(value if low is None else low, value if high is None else high)
    return NumberRow(
        *("a.txt", None, 0, "count", str(value), value, value, ends),
        *("", "boats", "boat", "", "", "", str(value)),
    )


def test_a_row_says_what_how_many_who_and_where(folder: Path) -> None:
    row = next(row for row in gathered(folder) if row.figure == "> 1,600")
    assert (row.thing, row.outlet, row.date) == ("fighter", "Marn Gazette", "2021-03-01")
    assert "Vask" in row.speaker
    assert row.who == row.speaker
    assert (folder / "a.txt").read_text(encoding="utf-8")[row.start :].startswith("1,600")


@pytest.mark.parametrize(("query", "found"), [
    ("of:fighters", ["~ 90", "300–500", "> 1,600"]),
    ("of:fighters speaker:vask", ["> 1,600"]),
    ("of:fighters >1000", ["> 1,600"]),
    (">=1.6k", ["> 1,600"]),
    ("of:fighters <400", ["~ 90", "300–500"]),
    ("450..460", ["300–500"]),
    ("=400", ["300–500"]),
    ("unit:km", ["12"]),
    ("of:fighters -vask", ["~ 90", "300–500"]),
    ("fighters -date:2021-03-01 >100", ["300–500"]),
    ('outlet:"marn gazette" boats', ["40"]),
    ("of:fighters >", ["~ 90", "300–500", "> 1,600"]),
    ("nobody:here", []),
])  # fmt: skip
def test_what_is_typed_asks_for_words_fields_and_figures(
    folder: Path, query: str, found: list[str]
) -> None:
    assert figures(folder, query) == found


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_a_fault(typed: str) -> None:
    NumberQuery.of(typed).holds(made(3))


def test_what_most_articles_count_comes_first_its_figures_by_value(folder: Path) -> None:
    lines = listed(gathered(folder), NumbersView())
    first = lines.lines[0]
    assert isinstance(first, NumberGroup)
    assert (first.name, first.size, first.articles) == ("fighter", 3, 3)
    below = lines.lines[1:4]
    assert [getattr(row, "figure", "") for row in below] == ["~ 90", "300–500", "> 1,600"]


@pytest.mark.parametrize("group", [*GROUPS, None])
@pytest.mark.parametrize("sort", ORDERS)
def test_however_they_are_listed_all_are(folder: Path, group: str | None, sort: str) -> None:
    rows = gathered(folder)
    lines = listed(rows, NumbersView(group=group, sort=sort))
    shown = [row.key for row in lines.lines if isinstance(row, NumberRow)]
    assert sorted(shown) == sorted(row.key for row in rows)
    assert lines.count == len(rows)
    for row in rows:
        at = lines.line_of(row.key)
        assert at is not None
        assert lines.lines[at] is row


@pytest.mark.parametrize("width", [20, 40, 57, 66, 77, 99, 100, 117, 200])
@pytest.mark.parametrize("group", [*GROUPS, None])
def test_columns_stand_below_each_other(folder: Path, width: int, group: str | None) -> None:
    lines = listed(gathered(folder), NumbersView(group=group))
    wide = {
        sum(cells(words) for words, _ in line_pieces(lines, at, width))
        for at, line in enumerate(lines.lines)
        if isinstance(line, NumberRow)
    }
    names = sum(cells(words) for words, _ in headings(width, scaled=lines.scaled))
    assert wide == {names}
    assert names <= max(width, 45)


def test_figures_stand_on_the_scale_of_their_group_only(folder: Path) -> None:
    lines = listed(gathered(folder), NumbersView())
    shown = ["".join(words for words, _ in line_pieces(lines, at, 77)) for at in range(4)]
    assert shown[0].rstrip().endswith("1,600")
    assert "├┤" in shown[1] or "●" in shown[1]
    assert "├" in shown[2]
    assert "►" in shown[3]
    boats = next(at for at, row in enumerate(lines.lines) if getattr(row, "thing", "") == "boat")
    assert lines.scale_at(boats) is None
    assert listed(gathered(folder), NumbersView(group="article")).scale_at(1) is None


def test_figures_far_apart_are_told_apart_by_powers_of_ten() -> None:
    rows = [made(value) for value in (2, 20, 200, 2_000)]
    scale = scale_of(rows)
    assert isinstance(scale, NumberScale)
    assert [scale.mark(row.possible, 31).index("●") for row in rows] == [0, 10, 20, 30]
    assert scale.ends(20).split() == ["2", "×10", "2,000"]


def test_one_figure_alone_has_no_scale() -> None:
    assert scale_of([made(3), made(3)]) is None


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8), st.integers(2, 60))
def test_every_figure_is_drawn_in_the_cells_that_there_are(values: list[float], width: int) -> None:
    rows = [made(value) for value in values]
    rows.append(made(values[0], high=float("inf")))
    scale = scale_of(rows)
    if scale is not None:
        assert all(cells(scale.mark(row.possible, width)) == width for row in rows)
        assert cells(scale.ends(width)) == width


@pytest.mark.parametrize(("number", "short"), [
    (0, "0"), (41, "41"), (2.5, "2.5"), (1_600, "1,600"), (99_999, "99,999"), (250_000, "250k"),
    (2_400_000, "2.4M"), (-3_000_000_000, "-3B"),
])  # fmt: skip
def test_numbers_are_short_at_the_ends_of_a_scale(number: float, short: str) -> None:
    assert short_number(number) == short


def test_reading_that_is_stopped_goes_on_and_reads_anew_what_changed(folder: Path) -> None:
    numbers, asked = GatheredNumbers(), []

    def after_one() -> bool:
        asked.append(True)
        return len(asked) > 1

    corpus = open_corpus(folder)
    numbers.gather(corpus, lambda _done, _total: None, after_one)
    assert numbers.unread == 2
    assert {row.article for row in numbers.rows()} == {"a.txt"}
    read: list[int] = []
    numbers.gather(corpus, lambda done, _total: read.append(done), bool)
    assert (read, numbers.unread) == ([1, 2], 0)
    text = NEWS.format(day=1, words="Now 77 fighters are there, or so it seems to all.")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").unlink()
    read.clear()
    numbers.gather(corpus.rescanned(), lambda done, _total: read.append(done), bool)
    assert read == [1]
    fighters = [row.figure for row in numbers.rows() if row.thing == "fighter"]
    assert fighters == ["77", "~ 90"]


def test_an_article_that_cannot_be_read_is_counted(folder: Path) -> None:
    corpus = open_corpus(folder)
    (folder / "b.txt").unlink()
    numbers = GatheredNumbers()
    numbers.gather(corpus, lambda _done, _total: None, bool)
    assert (numbers.unread, numbers.refused) == (0, 1)


def test_what_is_not_wanted_any_more_is_not_listed() -> None:
    assert in_order([made(1)], "value", lambda: True) is None
    assert arranged([made(1)], NumbersView(), lambda: True) is None
