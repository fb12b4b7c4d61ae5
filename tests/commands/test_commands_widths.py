"""Texts cut and wrapped to cells, and tables fitted to a width."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.commands.console import json_line
from tui.commands.table import Column, column_widths
from tui.commands.wrapping import wrap
from tui.layout.cells import cells, cut, cut_start, filled, padded
from tui.safe_text import safe, safe_line

_TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("ab é, \n水深🌊e\u0301"), st.characters()), max_size=80
)


@given(_TEXT, st.integers(0, 60))
def test_a_cut_text_is_never_wider_and_keeps_its_beginning_or_end(text: str, width: int) -> None:
    line = safe_line(text)

    assert cells(cut(line, width)) <= width
    assert cells(cut_start(line, width)) <= width
    if cells(line) <= width:
        assert cut(line, width) == cut_start(line, width) == line
    elif width:
        assert line.startswith(cut(line, width)[:-1])
        assert line.endswith(cut_start(line, width)[1:])


@given(_TEXT, st.integers(2, 40))
def test_wrapped_lines_hold_every_word_in_order_and_fit(text: str, width: int) -> None:
    shown = safe(text).replace("\n", " ")

    lines = wrap(shown, width)

    assert all(cells(line.cut(shown)) <= width for line in lines)
    assert "".join("".join(line.cut(shown).split()) for line in lines) == "".join(shown.split())
    assert all(one.end <= other.start for one, other in pairwise(lines))


@given(_TEXT, st.integers(0, 90))
def test_padding_reaches_the_width(text: str, width: int) -> None:
    line = safe_line(text)

    assert cells(padded(line, width)) == width
    if cells(line) <= width:
        assert filled(line, width, right=True).endswith(line)


def test_the_widest_columns_are_narrowed_first_and_none_below_its_least() -> None:
    columns = [Column("A", least=8), Column("B", least=4), Column("C", least=10)]

    assert column_widths(columns, [10, 5, 60], None) == [10, 5, 60]
    assert column_widths(columns, [10, 5, 60], 40) == [10, 5, 21]
    assert column_widths(columns, [10, 5, 60], 10) == [8, 4, 10]


@given(st.text(max_size=60), st.text(alphabet=st.characters(categories=["Cs"]), max_size=3))
def test_a_json_line_is_one_line_of_valid_utf_8_that_reads_back_as_it_was(
    text: str, surrogates: str
) -> None:
    record = {"article": text + surrogates, "start": 3, "of": None}

    line = json_line(record)

    assert json.loads(line.encode("utf-8")) == json.loads(json.dumps(record))
    assert not any(
        unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") for character in line
    )
