"""What holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.quantities.finding import find_quantities

PIECES = st.sampled_from(
    [
        "7", "12", "1,730", "2015", "3.5", "00", "½", ".5", "-", "–", "/", ":", ",", ".", " ", "\n",
        "\n\n", "\u00a0", "\u202f", "$", "€", "US$", "%", "'", "’", "s", "th", "two", "twenty", "a",
        "half", "hundred", "hundreds", "of", "million", "dozen", "and", "to", "between", "from",
        "third", "thirds", "percent", "km", "m", "May", "March", "Sunday", "late", "last", "next",
        "week", "year", "ago", "old", "GMT", "p.m.", "B.C.", "century", "in", "out", "over", "more",
        "than", "people", "IS", "rowers", "one", "point", "K", "x", "10^6", "e9", "+1", "(", ")",
        "İ", "ſ", "K", "٣", "²", "𝟗", "\ud7ff", "\u200b", "beginning", "Christmas", "fall", "RM",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=80) | st.lists(PIECES, max_size=14).map(" ".join) | st.lists(
    PIECES, max_size=14
).map("".join)  # fmt: skip
PUBLISHED = st.sampled_from(
    [None, "2019-11-17", "2019-11", "2019", "0001-01-01", "9999-12-31", "x"]
)


@given(TEXTS, PUBLISHED)
def test_quantities_are_ordered_disjoint_and_true_to_the_text(
    text: str, published: str | None
) -> None:
    end = 0
    for quantity in find_quantities(text, (), (), published):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.text.strip() == quantity.text
        if quantity.of is not None:
            assert quantity.of.text == text[quantity.of.start : quantity.of.end]
            assert quantity.of.text
        if quantity.min is not None and quantity.max is not None:
            assert quantity.min < quantity.max
        assert quantity.basis is None or quantity.iso is not None
        assert published is not None or quantity.basis is None


@pytest.mark.parametrize("number", ["one ", "1 ", "1.5 ", "two point five ", "half a ", "2 1/2 "])
@pytest.mark.parametrize(
    "more", ["million ", "million billion ", "crore ", "dozens of ", "and a half million "]
)
def test_no_number_is_too_large_to_be_written(number: str, more: str) -> None:
    text = number + more * 2000
    assert (
        max(abs(found.value or found.min or 0) for found in find_quantities(text, (), (), None))
        < 10**40
    )


@pytest.mark.parametrize("more", ["of dozens ", "of tens ", "of thousands ", "of hundreds "])
def test_no_vague_number_is_too_large_to_be_written(more: str) -> None:
    found = find_quantities("dozens " + more * 2000, (), (), None)
    assert max(abs(each.value or each.min or 0) for each in found) < 10**40


@given(
    st.integers(min_value=0, max_value=10**15 - 1),
    st.sampled_from(["", ",", "\u00a0", "\u202f", "\u2009", " ", "'", "’"]),
)
def test_a_number_written_with_separators_has_its_value(number: int, separator: str) -> None:
    written = f"{number:,}".replace(",", separator)
    (quantity,) = find_quantities(f"It held {written} kernels.", (), (), None)
    assert (quantity.text, quantity.value) == (written, number)


@given(st.integers(min_value=1, max_value=999_999_999))
def test_a_number_written_in_words_has_its_value(number: int) -> None:
    (quantity,) = find_quantities(f"It held {in_words(number)} small kernels.", (), (), None)
    assert (quantity.text, quantity.value) == (in_words(number), number)


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_range_has_both_its_ends(first: int, second: int) -> None:
    if first >= second:
        return
    written = f"between {first:,} and {second:,}"
    (quantity,) = find_quantities(f"It held {written} kernels.", (), (), None)
    assert (quantity.text, quantity.min, quantity.max) == (written, first, second)


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int) -> str:
    """Write a number in British English."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(head)} {name}" + (joint + in_words(rest) if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{in_words(head)} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number < 20:
        return ONES.split(" ")[number]
    ten = TENS.split(" ")[number // 10 - 2]
    return ten + (f"-{in_words(number % 10)}" if number % 10 else "")
