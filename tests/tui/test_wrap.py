"""Soft wrap: rows cover the text, fit the width, and know where each character stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.cells import cells, cut, padded
from tui.layout.wrap import Layout
from tui.safe_text import safe

WORDS = st.sampled_from(
    [
        "a",
        "word",
        "counter-claim",
        "漢字",
        "e\u0301te\u0301",
        "👩\u200d👧",
        "1,600",
        "—",
        "x" * 30,
        "\n",
        "  ",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)
WIDTHS = st.integers(min_value=4, max_value=60)


def rows(layout: Layout) -> list[str]:
    return [layout.text[layout.start(row) : layout.visible_end(row)] for row in range(len(layout))]


@given(TEXTS, WIDTHS)
def test_rows_are_contiguous_and_cover_the_text(text: str, width: int) -> None:
    layout = Layout(safe(text), width)
    assert layout.start(0) == 0
    assert layout.end(len(layout) - 1) == len(text)
    for row in range(len(layout) - 1):
        assert layout.end(row) == layout.start(row + 1)
        assert layout.end(row) > layout.start(row)


@given(TEXTS, WIDTHS)
def test_rows_fit_the_width_but_for_the_blanks_that_end_them(text: str, width: int) -> None:
    layout = Layout(safe(text), width)
    for row, shown in enumerate(rows(layout)):
        assert layout.indent(row) + cells(shown.rstrip(" ")) <= max(width, 4)


@given(TEXTS, WIDTHS, WIDTHS, st.data())
def test_rows_that_are_rewrapped_are_those_of_the_new_width(
    text: str, width: int, other: int, data: st.DataObject
) -> None:
    before, whole = Layout(safe(text), width), Layout(safe(text), other)
    first = data.draw(st.integers(-2, len(before) - 1))
    last = data.draw(st.integers(max(first, 0), len(before) + 5))
    layout = before.rewrapped(other, first, last)
    assert layout.width == whole.width
    starts = [layout.start(row) for row in range(len(layout))]
    assert starts == sorted({*starts, 0})
    shown = range(
        before.start(max(0, min(first, len(before) - 1))), before.end(min(last, len(before) - 1))
    )
    for offset in shown:
        row, expected = layout.row_of(offset), whole.row_of(offset)
        assert layout.start(row) == whole.start(expected)
        assert layout.end(row) == whole.end(expected)
        assert layout.indent(row) == whole.indent(expected)


@given(TEXTS, WIDTHS)
def test_a_row_never_reaches_over_a_line_end(text: str, width: int) -> None:
    assert all("\n" not in shown for shown in rows(Layout(safe(text), width)))


@given(TEXTS, WIDTHS, st.data())
def test_every_offset_has_a_row(text: str, width: int, data: st.DataObject) -> None:
    layout = Layout(safe(text), width)
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    row = layout.row_of(offset)
    assert layout.start(row) <= offset
    assert offset < layout.end(row) or not text


@given(TEXTS, WIDTHS, st.data())
def test_the_character_at_a_column_is_found_again(
    text: str, width: int, data: st.DataObject
) -> None:
    layout = Layout(safe(text), width)
    row = data.draw(st.integers(0, len(layout) - 1))
    column = data.draw(st.integers(0, width + 5))
    offset = layout.offset_at(row, column)
    assert layout.row_of(offset) == row
    assert layout.offset_at(row, layout.column_of(offset)) == offset


def test_lines_break_at_blanks_and_keep_their_indent() -> None:
    layout = Layout("    Get short URL of this page\nnext", 16)
    assert rows(layout) == ["    Get short ", "URL of this ", "page", "next"]
    assert [layout.indent(row) for row in range(4)] == [0, 4, 4, 0]


def test_long_words_are_cut_and_hyphenated_ones_broken_at_the_hyphen() -> None:
    assert rows(Layout("the counter-terrorism unit", 14)) == ["the counter-", "terrorism unit"]
    assert rows(Layout("abcdefghij", 4)) == ["abcd", "efgh", "ij"]


def test_figures_and_codes_are_not_broken_at_a_hyphen() -> None:
    assert rows(Layout("ages 10-15 years", 9)) == ["ages ", "10-15 ", "years"]


def test_wide_characters_count_two_cells() -> None:
    assert rows(Layout("漢字漢字", 4)) == ["漢字", "漢字"]
    assert Layout("漢字漢字", 8).column_of(2) == 4


def test_an_empty_text_has_one_row() -> None:
    layout = Layout("", 20)
    assert len(layout) == 1
    assert layout.offset_at(0, 5) == 0


@given(st.text(max_size=40).map(lambda text: safe(text).replace("\n", " ")), st.integers(1, 30))
def test_cutting_and_padding_keep_to_the_width(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(padded(text, width)) == width


def test_no_row_of_japanese_begins_with_what_closes_or_ends_with_what_opens() -> None:
    text = "停電している。復旧には、数日かかる「見込み」だ。"
    for width in range(6, 40):
        layout = Layout(text, width)
        rows = [text[layout.start(row) : layout.end(row)] for row in range(len(layout))]
        assert "".join(rows) == text
        assert all(row[0] not in "。、」" and row[-1] != "「" for row in rows), rows


def test_joined_letters_do_not_break_a_word_of_hindi_bengali_or_malayalam() -> None:
    assert rows(Layout("लोग स्कूलों में", 5)) == ["लोग ", "स्कूलों में"]
    assert rows(Layout("মানুষ স্কুলে ঘুম", 6)) == ["মানুষ ", "স্কুলে ঘুম"]
    assert rows(Layout("പേർ സ്കൂളുകളിൽ", 6)) == ["പേർ ", "സ്കൂളുകളിൽ"]


def test_rows_of_tibetan_and_ethiopic_end_after_the_marks_that_part_their_words() -> None:
    assert rows(Layout("གཟའ་ཟླ་བར་ཆུ་རགས", 10)) == ["གཟའ་ཟླ་བར་", "ཆུ་རགས"]
    assert rows(Layout("ግድቡ፡ሰኞ፡ዕለት", 8)) == ["ግድቡ፡ሰኞ፡", "ዕለት"]
