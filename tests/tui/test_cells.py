"""Texts are measured as Textual paints them, in the reader and in the commands alike."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout.cells import cells, cut, cut_start
from tui.safe_text import safe

# Letters that combine, wide ones, emoji with their joiner and selectors.
_TEXT = st.text(
    st.one_of(
        st.sampled_from("ab é水e\u0301\u200d\ufe0f👩🚀❤1#\U0001f1eb\U0001f1f7🏽กำ\u1100\u1161"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


def test_every_character_takes_the_cells_that_it_is_painted_in() -> None:
    numbers = (number for number in range(0x110000) if not 0xD800 <= number < 0xE000)
    shown = (safe(chr(number)) for number in numbers if number != ord("\n"))
    assert [text for text in shown if cells(text) != cell_len(text)] == []


@given(_TEXT)
def test_every_text_takes_the_cells_that_it_is_painted_in(text: str) -> None:
    line = safe(text).replace("\n", " ")
    assert cells(line) == cell_len(line)


@pytest.mark.parametrize("text", ["e\u0301" * 600, "水" * 600, "👩\u200d🚀" * 300])
def test_long_texts_are_measured_alike(text: str) -> None:
    assert cells(text) == cell_len(text)


@given(_TEXT, st.integers(1, 20))
def test_what_is_cut_off_is_never_a_part_of_what_is_seen_as_one(text: str, width: int) -> None:
    line = safe(text).replace("\n", " ")
    for shown in (cut(line, width), cut_start(line, width)):
        assert cell_len(shown) <= width


def test_measuring_imports_neither_rich_nor_textual() -> None:
    code = (
        "import sys; from tui.layout.cells import cells, cut; cut('水' * 9, 5); "
        "cells('\u2764\ufe0f'); print({'rich', 'textual'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
