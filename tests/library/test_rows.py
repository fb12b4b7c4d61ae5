"""Rows of the library: what there is room for, dates with their certainty, what was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from tui.article.reading_state import READ, UNREAD, ReadingState
from tui.layout.cells import cells
from tui.library.corrections import refused_value
from tui.library.date_words import DATE_CELLS, MONTH_CELLS, date_words
from tui.library.listing import Heading
from tui.library.progress import progress_words
from tui.library.row import (
    ListedArticle,
    Needed,
    columns_in,
    columns_line,
    heading_row_pieces,
    length_words,
    row_pieces,
)
from tui.library.view import View
from tui.safe_text import safe_line

TEXTS = st.text(max_size=40).map(safe_line)


@given(
    st.builds(
        ListedArticle,
        title=TEXTS,
        outlet=TEXTS,
        first=st.just("2019-11-10"),
        dated=st.sampled_from(("", "published", "inferred", "bounded")),
        characters=st.integers(0, 10**9),
        annotations=st.integers(0, 10**6),
    ),
    TEXTS,
    st.integers(8, 200),
)
def test_a_row_is_as_wide_as_the_list(known: ListedArticle, name: str, width: int) -> None:
    pieces = row_pieces(known, name, "41 %", width, reading=False, chosen=True)
    assert sum(cells(text) for text, _ in pieces) == width
    headings = columns_line(View("date"), width)
    assert [order for _, order in headings] == [column.order for column in columns_in(width)]
    assert sum(cells(words) for words, _ in headings) == width


@given(TEXTS, st.integers(0, 10**6), st.integers(1, 80))
def test_the_heading_of_a_group_fits(name: str, count: int, width: int) -> None:
    words, number = heading_row_pieces(Heading(name, count, folded=True), "outlet", width)
    assert number[0] == f" {count:,}"
    assert cells(words[0]) <= max(3, width - cells(number[0]))


def test_the_heading_of_a_folder_in_a_folder_keeps_its_end() -> None:
    deep = Heading("letters/1914/from the front/december", 12, folded=False)
    assert heading_row_pieces(deep, "folder", 20)[0][0] == "▾ …front/december"
    assert heading_row_pieces(deep, "outlet", 20)[0][0] == "▾ letters/1914/f…"


def test_a_row_has_the_first_of_its_signs() -> None:
    def sign(known: ListedArticle) -> str:
        return row_pieces(known, "a", "", 40, reading=False, chosen=False)[0][0].strip()

    assert sign(ListedArticle(starred=True, tagged=True)) == "★"
    assert sign(ListedArticle(annotations=2, tagged=True)) == "•"
    assert sign(ListedArticle(tagged=True, alike=True)) == "#"


def test_narrow_rows_keep_title_and_date_and_wide_ones_have_all() -> None:
    assert [column.order for column in columns_in(34)] == ["title", "date"]
    assert [column.order for column in columns_in(50)] == ["title", "date"]
    assert [column.order for column in columns_in(58)] == ["title", "date", "state"]
    assert [column.order for column in columns_in(78)] == ["title", "outlet", "date", "state"]
    noted = ["title", "outlet", "date", "annotations", "state"]
    assert [column.order for column in columns_in(78, Needed(12))] == noted
    unnoted = ["title", "outlet", "date", "length", "state"]
    assert [column.order for column in columns_in(78, Needed(12, annotations=False))] == unnoted
    wide = ["title", "outlet", "date", "length", "annotations", "state"]
    assert [column.order for column in columns_in(118)] == wide


def test_the_title_has_the_room_that_other_columns_do_not_need() -> None:
    title, *others = columns_in(118, Needed(0, annotations=False))
    assert [column.order for column in others] == ["date", "length", "state"]
    short = columns_in(118, Needed(15))
    assert title.width > short[0].width > columns_in(118)[0].width
    assert short[1].width == 15


@pytest.mark.parametrize(
    ("first", "last", "dated", "whole", "short"),
    [
        ("2019-11-10", "2019-11-10", "published", "2019-11-10", "2019-11"),
        ("2019", "2019", "published", "2019", "2019"),
        ("2019-11-10", "2019-11-10", "inferred", "2019-11-10?", "2019-11?"),
        ("", "2019-11-10", "bounded", "≤2019-11-10", "≤2019-11"),
        ("2019-11-10", "", "bounded", "≥2019-11-10", "≥2019-11"),
        ("2019-11-01", "2019-11-30", "bounded", "~2019-11", "~2019-11"),
        ("2019-02-01", "2019-11-30", "bounded", "~2019", "~2019"),
        ("2017-02-01", "2019-11-30", "bounded", "~2017–2019", "~17–19"),
        ("", "", "", "no date", ""),
    ],
)
def test_a_date_says_how_it_is_known(first, last, dated, whole, short) -> None:
    assert date_words(first, last, dated) == whole
    assert date_words(first, last, dated, short=True) == short
    assert cells(whole) <= DATE_CELLS
    assert cells(short) <= MONTH_CELLS


@given(st.integers(0, 10**9))
def test_a_length_fits_its_column(characters: int) -> None:
    assert cells(length_words(characters)) <= 7


def test_lengths_are_rounded() -> None:
    told = [length_words(number) for number in (0, 999, 1_000, 9_949, 9_951, 999_499, 999_501)]
    assert told == ["0", "999", "1.0k", "9.9k", "10k", "999k", "1.0M"]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("2019-11-10", ""),
        ("2019-11", ""),
        ("2019", ""),
        ("", ""),
        ("2019-02-30", "there is no such day"),
        ("0000", "there is no such day"),
        ("10.11.2019", "write it 2019-11-10, 2019-11 or 2019"),
        ("٢٠١٩", "write it 2019-11-10, 2019-11 or 2019"),
    ],
)
def test_a_date_that_would_not_be_read_is_refused(value: str, fault: str) -> None:
    assert refused_value("published", value) == fault
    assert refused_value("title", value) == ""


def test_what_was_read_is_told_and_kept_for_the_next_session(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("The quay is dry.\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    state = ReadingState(corpus)
    for name in ("a", "b", "c"):
        state.opened(f"{name}.txt", 50)
    state.mark("b.txt", READ)
    state.mark("c.txt", UNREAD)
    state.rename("a.txt", "z.txt")
    state.save()
    other = ReadingState(corpus)
    told = {name: progress_words(other, f"{name}.txt", 100) for name in "zbcd"}
    assert told == {"z": "50 %", "b": "read", "c": "", "d": ""}
    other.opened("c.txt", 7)
    assert progress_words(other, "c.txt", 100) == "50 %"


def test_another_postil_of_the_same_corpus_does_not_take_marks_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The quay is dry.\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    one, two = ReadingState(corpus), ReadingState(corpus)
    one.mark("a.txt", READ)
    one.save()
    two.mark("b.txt", UNREAD)
    two.save()
    assert ReadingState(corpus).marks == {"a.txt": READ, "b.txt": UNREAD}
