"""Every written form of a number that is read, with its value."""

from __future__ import annotations

import pytest

from corpus.span import Span
from corpus.understanding.analysis import Quantity
from corpus.understanding.quantities.finding import find_quantities


def only(text: str, published: str | None = None) -> Quantity:
    quantities = find_quantities(text, (), (), published)
    assert len(quantities) == 1, quantities
    return quantities[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It listed 7 crates.", "7", 7),
        ("It listed 12,480 crates.", "12,480", 12_480),
        ("It listed 12\u00a0480 crates.", "12\u00a0480", 12_480),
        ("It listed 12\u202f480 crates.", "12\u202f480", 12_480),
        ("It listed 12\u2009480\u2009100 crates.", "12\u2009480\u2009100", 12_480_100),
        ("It listed 12'480 crates.", "12'480", 12_480),
        ("It listed 12’480 crates.", "12’480", 12_480),
        ("It listed 12 480 crates.", "12 480", 12_480),
        ("It listed 1.234.567 crates.", "1.234.567", 1_234_567),
        ("It listed 12,34,567 crates.", "12,34,567", 1_234_567),
        ("over\u00a01,250 crates", "1,250", 1_250),
        ("It listed 2.75 crates a head.", "2.75", 2.75),
        ("It listed 2.5 million crates.", "2.5 million", 2_500_000),
        ("It listed 5.4 million crates.", "5.4 million", 5_400_000),
        ("It listed 3 mln crates.", "3 mln", 3_000_000),
        ("It listed 4bn crates.", "4bn", 4_000_000_000),
        ("It listed 10k crates.", "10k", 10_000),
        ("It listed 5M crates.", "5M", 5_000_000),
        ("It listed 2½ crates.", "2½", 2.5),
        ("It listed 4 thousand 3 hundred and 21 crates.", "4 thousand 3 hundred and 21", 4321),
        ("It listed five doz crates.", "five doz", 60),
        ("It listed 10 1/2 crates.", "10 1/2", 10.5),
        ("It listed three dozen crates.", "three dozen", 36),
        ("It listed a dozen crates.", "a dozen", 12),
        ("It listed sixteen hundred crates.", "sixteen hundred", 1_600),
        ("It listed half a million crates.", "half a million", 500_000),
        ("It listed three quarters of a million crates.", "three quarters of a million", 750_000),
        ("It listed a quarter of a million crates.", "a quarter of a million", 250_000),
        ("Two fifths of a million crates came.", "Two fifths of a million", 400_000),
        ("A tenth of a billion crates came.", "A tenth of a billion", 100_000_000),
        ("It listed a hundred and five crates.", "a hundred and five", 105),
        ("It listed twenty-one crates.", "twenty-one", 21),
        ("Forty-two crates sank.", "Forty-two", 42),
        ("It listed 2 million 300 thousand crates.", "2 million 300 thousand", 2_300_000),
        ("It listed two hundred and fifty thousand crates.",
         "two hundred and fifty thousand", 250_000),
        ("It listed two and a half million crates.", "two and a half million", 2_500_000),
        ("It listed 3 million and a half crates.", "3 million and a half", 3_500_000),
        ("It listed three lakh crates.", "three lakh", 300_000),
        ("It was minus five.", "minus five", -5),
        ("It fell to -12 overnight.", "-12", -12),
        ("It listed\nfour\nhundred crates.", "four\nhundred", 400),
        ("It listed four\n\nThe end.", "four", 4),
        ("It measured 1.5e3 grains.", "1.5e3", 1_500),
    ],
)  # fmt: skip
def test_counts_are_read_with_their_value(text: str, words: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.kind, quantity.value) == (words, "count", value)
    assert text[quantity.start : quantity.end] == words


@pytest.mark.parametrize(
    ("text", "words", "kind", "value", "unit"),
    [
        ("about a third of the harbour", "a third", "fraction", 1 / 3, None),
        ("two-thirds of the harbour", "two-thirds", "fraction", 2 / 3, None),
        ("three quarters of the harbour", "three quarters", "fraction", 0.75, None),
        ("half the harbour", "half", "fraction", 0.5, None),
        ("one in three sailors", "one in three", "fraction", 1 / 3, None),
        ("seven out of ten sailors", "seven out of ten", "fraction", 0.7, None),
        ("5.8 percent", "5.8 percent", "percent", 5.8, "%"),
        ("12 per cent of it", "12 per cent", "percent", 12, "%"),
        ("a percentage of 63.", "percentage of 63", "percent", 63, "%"),
        ("a rate, in per cent of 4.5, was", "per cent of 4.5", "percent", 4.5, "%"),
        ("40% of it", "40%", "percent", 40, "%"),
        ("3 percentage points", "3 percentage points", "percent", 3, "percentage point"),
        ("25 basis points", "25 basis points", "percent", 25, "basis point"),
        ("three-quarters of a percent", "three-quarters of a percent", "percent", 0.75, "%"),
        ("0.1 of a percentage point", "0.1 of a percentage point", "percent", 0.1,
         "percentage point"),
        ("half a percentage point", "half a percentage point", "percent", 0.5,
         "percentage point"),
        ("$2.5 million in aid", "$2.5 million", "money", 2_500_000, "dollar"),
        ("$8-billion", "$8-billion", "money", 8_000_000_000, "dollar"),
        ("$5m in aid", "$5m", "money", 5_000_000, "dollar"),
        ("It cost a $1bn fleet", "$1bn", "money", 1_000_000_000, "dollar"),
        ("the city's $5 toll", "$5", "money", 5, "dollar"),
        ("US$40 each", "US$40", "money", 40, "USD"),
        ("C$ 16.4 million", "C$ 16.4 million", "money", 16_400_000, "CAD"),
        ("€300", "€300", "money", 300, "EUR"),
        ("£12.50 a head", "£12.50", "money", 12.5, "GBP"),
        ("RM2 billion", "RM2 billion", "money", 2_000_000_000, "MYR"),
        ("dlrs 220 million", "dlrs 220 million", "money", 220_000_000, "dollar"),
        ("USD 200 a day", "USD 200", "money", 200, "USD"),
        ("200 EUR a day", "200 EUR", "money", 200, "EUR"),
        ("135.42 yen", "135.42 yen", "money", 135.42, "JPY"),
        ("40 Canadian dollars", "40 Canadian dollars", "money", 40, "CAD"),
        ("3m euros in aid", "3m euros", "money", 3_000_000, "EUR"),
        ("They paid five pounds", "five pounds", "money", 5, "pound"),
        ("It weighed five pounds", "five pounds", "dimension", 5, "lb"),
        ("half a million ringgit", "half a million ringgit", "money", 500_000, "MYR"),
        ("35 lakh rupees", "35 lakh rupees", "money", 3_500_000, "rupee"),
        ("12 km from it", "12 km", "dimension", 12, "km"),
        ("7.62mm rounds", "7.62mm", "dimension", 7.62, "mm"),
        ("a 3-inch crack", "3-inch", "dimension", 3, "in"),
        ("10 1/2 miles", "10 1/2 miles", "dimension", 10.5, "mi"),
        ("190,000 square metres", "190,000 square metres", "dimension", 190_000, "m²"),
        ("500,000 barrels", "500,000 barrels", "dimension", 500_000, "bbl"),
        ("250 tonnes of grain", "250 tonnes", "dimension", 250, "t"),
        ("80 hectares", "80 hectares", "dimension", 80, "ha"),
        ("37°C", "37°C", "dimension", 37, "°C"),
        ("100 km/h", "100 km/h", "dimension", 100, "km/h"),
        ("5 feet 6 inches", "5 feet 6 inches", "dimension", 5.5, "ft"),
        ("29 years old", "29 years old", "age", 29, "year"),
        ("a 43-year-old pilot", "43-year-old", "age", 43, "year"),
        ("eighteen months of age", "eighteen months of age", "age", 18, "month"),
        ("a pilot aged 31", "aged 31", "age", 31, "year"),
        ("Ada Brindle, 65, rowed", "65", "age", 65, "year"),
        ("two years", "two years", "duration", 2, "year"),
        ("a 10-day strike", "10-day", "duration", 10, "day"),
        ("three and a half weeks", "three and a half weeks", "duration", 3.5, "week"),
        ("half an hour", "half an hour", "duration", 0.5, "hour"),
        ("4 minutes 5.08 seconds", "4 minutes 5.08 seconds", "duration", 245.08, "second"),
        ("for over a week now", "a week", "duration", 1, "week"),
        ("the 2nd meeting", "2nd", "ordinal", 2, None),
        ("the third meeting", "third", "ordinal", 3, None),
        ("the twenty-first meeting", "twenty-first", "ordinal", 21, None),
    ],
)  # fmt: skip
def test_units_belong_to_the_span(
    text: str, words: str, kind: str, value: float, unit: str | None
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.kind, quantity.unit) == (words, kind, unit)
    assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "kind", "low", "high", "unit"),
    [
        ("between 2,100 and 4,300 sailors", "between 2,100 and 4,300", "count", 2_100, 4_300, None),
        ("10-15 sailors", "10-15", "count", 10, 15, None),
        ("10–15 sailors", "10–15", "count", 10, 15, None),
        ("2.5 to 3 million sailors", "2.5 to 3 million", "count", 2_500_000, 3_000_000, None),
        ("from 10 to 15 sailors", "from 10 to 15", "count", 10, 15, None),
        ("two or three sailors", "two or three", "count", 2, 3, None),
        ("five to 10 sailors", "five to 10", "count", 5, 10, None),
        ("$2-3 million", "$2-3 million", "money", 2_000_000, 3_000_000, "dollar"),
        ("$2 million to $3 million", "$2 million to $3 million", "money", 2_000_000, 3_000_000,
         "dollar"),
        ("10 to 12 percent", "10 to 12 percent", "percent", 10, 12, "%"),
        ("10% to 12%", "10% to 12%", "percent", 10, 12, "%"),
        ("eight to 10 feet", "eight to 10 feet", "dimension", 8, 10, "ft"),
        ("two to three years", "two to three years", "duration", 2, 3, "year"),
        ("in her early 50s", "50s", "age", 50, 59, "year"),
    ],
)  # fmt: skip
def test_a_range_is_one_span(
    text: str, words: str, kind: str, low: float, high: float, unit: str | None
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.kind, quantity.unit) == (words, kind, unit)
    assert (quantity.value, quantity.min, quantity.max) == (None, low, high)


def test_a_change_is_two_figures() -> None:
    quantities = find_quantities("The crew grew from 10 to 15 sailors.", (), (), None)
    assert [(q.text, q.value) for q in quantities] == [("10", 10), ("15", 15)]


@pytest.mark.parametrize(
    ("text", "words", "least"),
    [
        ("hundreds of sailors", "hundreds", 200),
        ("Dozens of sailors", "Dozens", 24),
        ("tens of thousands of sailors", "tens of thousands", 20_000),
        ("several hundred sailors", "several hundred", 200),
        ("a few thousand sailors", "a few thousand", 2_000),
        ("scores of sailors", "scores", 40),
    ],
)
def test_a_vague_plural_means_two_of_it_at_least(text: str, words: str, least: int) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.value, quantity.min, quantity.max) == (words, None, least, None)
    assert quantity.approximate


@pytest.mark.parametrize(
    ("text", "bound", "approximate"),
    [
        ("more than 300 sailors", "over", False),
        ("over 300 sailors", "over", False),
        ("the number exceeds 300", "over", False),
        ("at least 300 sailors", "at-least", False),
        ("no fewer than 300 sailors", "at-least", False),
        ("300 or more sailors", "at-least", False),
        ("300+ sailors", "at-least", False),
        ("300-plus sailors", "at-least", False),
        ("fewer than 300 sailors", "under", False),
        ("less than 300 sailors", "under", False),
        ("under 300 sailors", "under", False),
        ("up to 300 sailors", "at-most", False),
        ("at most 300 sailors", "at-most", False),
        ("no more than 300 sailors", "at-most", False),
        ("nearly 300 sailors", None, True),
        ("almost 300 sailors", None, True),
        ("around 300 sailors", None, True),
        ("about 300 sailors", None, True),
        ("some 300 sailors", None, True),
        ("an estimated 300 sailors", None, True),
        ("300 or so sailors", None, True),
        ("at least some 300 sailors", "at-least", True),
        ("more\nthan 300 sailors", "over", False),
        ("more than. 300 sailors", None, False),
        ("exactly 300 sailors", None, False),
        ("over the 300 sailors", None, False),
    ],
)
def test_words_around_a_figure_set_its_bound(
    text: str, bound: str | None, approximate: bool
) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.bound, quantity.approximate) == ("300", bound, approximate)


def test_furniture_is_marked() -> None:
    text = "Listen 12 times\nThe 30 sailors rowed."
    quantities = find_quantities(text, (), (Span(0, 15),), None)
    assert [(q.text, q.in_furniture) for q in quantities] == [("12", True), ("30", False)]


@pytest.mark.parametrize("between", [" ", ",", ", ", "; ", "\n"])
def test_every_figure_of_a_row_is_a_count_and_the_last_has_its_noun(between: str) -> None:
    figures = [str(7 + i % 90) for i in range(50)]
    text = between.join(figures) + " rowers"

    quantities = find_quantities(text, (), (), None)

    assert [q.text for q in quantities] == figures
    assert {q.kind for q in quantities} == {"count"}
    assert quantities[-1].of is not None
    assert quantities[-1].of.text == "rowers"


def test_grouped_thousands_in_a_row_stay_whole() -> None:
    text = " ".join(["1,200"] * 30)

    assert {q.value for q in find_quantities(text, (), (), None)} == {1_200}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It left at 5.30pm. Then it sank.", "5.30pm"),
        ("It left at 5 pm. He swam.", "5 pm"),
        ("It left at 5.30 p.m. Then it sank.", "5.30 p.m."),
        ("It left at two p.m. on foot.", "two p.m."),
    ],
)
def test_a_time_keeps_the_dots_of_its_abbreviation_only(text: str, time: str) -> None:
    assert [q.text for q in find_quantities(text, (), (), None)] == [time]


@pytest.mark.parametrize(
    ("text", "words"), [("They lost 6-3 at home.", "6-3"), ("The 2-1 ruling stands.", "2-1")]
)
def test_a_score_has_a_unit_of_its_own_and_no_value(text: str, words: str) -> None:
    quantity = only(text)
    assert (quantity.text, quantity.kind, quantity.unit) == (words, "count", "score")
    assert (quantity.value, quantity.of) == (None, None)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("It is one of the largest boats.", "boat"),
        ("She met one of his three brothers.", "brother"),
        ("One of Marn’s ferries sank.", "ferry"),
    ],
)
def test_one_of_several_counts_one_of_them(text: str, group: str) -> None:
    quantity = only(text) if "three" not in text else find_quantities(text, (), (), None)[0]
    assert quantity.value == 1
    assert quantity.of is not None
    assert quantity.of.group == group


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It is 20 percent of 210.", ["percent", "count"]),
        ("(twenty per cent of 210)", ["percent", "count"]),
        ("What percent of 210?", ["count"]),
        ("a percentage of 63 voters", ["count"]),
    ],
)
def test_what_a_share_is_of_is_no_percentage(text: str, kinds: list[str]) -> None:
    assert [quantity.kind for quantity in find_quantities(text, (), (), None)] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ada Brindle, one of those saved, rowed.", ["count"]),
        ("Port Darvo, 5. ožujka: brod je potonuo.", ["count"]),
        ("Ada Brindle, 65. She rowed.", ["age"]),
        ("Ada Brindle, 65 of Marn, rowed.", ["age"]),
    ],
)
def test_a_figure_after_a_name_and_a_comma_is_not_always_an_age(
    text: str, kinds: list[str]
) -> None:
    assert [quantity.kind for quantity in find_quantities(text, (), (), None)] == kinds
