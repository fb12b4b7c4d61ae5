"""Figures in the digits of other scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.quantities.finding import find_quantities
from corpus.understanding.quantities.other_digits import with_our_digits

ZEROS = "٠۰०০๐０"


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("قُتل ١٦٠٠ مقاتل", "١٦٠٠", 1600),
        ("قُتل ١٬٦٠٠ مقاتل", "١٬٦٠٠", 1600),
        ("نحو ١٫٥ مليون", "١٫٥", 1.5),
        ("१६०० लोग", "१६००", 1600),
        ("حدود ۳۵۰ نفر", "۳۵۰", 350),
        ("Over ２,５００ people were killed", "２,５００", 2500),
        ("Погибли 1\u202f600 человек.", "1\u202f600", 1600),
        ("Погибли 1 600 человек.", "1 600", 1600),
    ],
)
def test_a_figure_is_read_in_the_digits_of_any_script(text: str, figure: str, value: float) -> None:
    (found,) = find_quantities(text, (), (), None)

    assert (text[found.start : found.end], found.kind, found.value) == (figure, "count", value)


@pytest.mark.parametrize("text", ["در سال ۱۴۰۲", "พ.ศ. ๒๕๖๖", "۱۴۰۲/۰۵/۱۲", "في ٢٠٢٣"])
def test_a_date_that_may_be_of_another_calendar_is_left_out(text: str) -> None:
    assert find_quantities(text, (), (), None) == ()


@given(st.text(alphabet=ZEROS + "٥९7a٫٬., é—"))
def test_a_text_stays_as_long_as_it_was(text: str) -> None:
    ours = with_our_digits(text)

    assert len(ours) == len(text)
    assert all(char.isascii() for char in ours if char.isdigit())
