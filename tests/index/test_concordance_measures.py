"""The measures of the concordance, held to figures that their authors printed or to hand's work."""

from dataclasses import replace
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.slice_sorting import SLICE
from index.concordance.association import (
    expected,
    log_likelihood,
    log_ratio,
    mutual_information,
)
from index.concordance.collocates import collocates
from index.concordance.dispersion import (
    ArticleSpread,
    by_article,
    deviation_of_proportions,
    juilland_d,
    over_articles,
    over_time,
    spread,
)
from index.concordance.frequencies import form_frequencies, n_grams
from index.concordance.gathering import Work
from index.concordance.keyness import key_words
from index.concordance.lines import ConcordanceLine, Source
from index.concordance.sorting import order_of, parse_sort, sorted_lines
from index.concordance.store import LineStore, Selection


def line(
    source: Source, words: str, keyword: int, *, length: int = 1, kept: int = 5
) -> ConcordanceLine:
    """Make the line of a text of plain words, whose keyword is word number `keyword`."""
    parts = words.split()
    start = len(" ".join(parts[:keyword])) + bool(keyword)
    end = start + len(" ".join(parts[keyword : keyword + length]))
    return ConcordanceLine(
        start,
        end,
        source,
        keyword,
        words[:start],
        words[start:end],
        words[end:],
        tuple(parts[max(0, keyword - kept) : keyword][::-1]),
        tuple(parts[keyword : keyword + length]),
        tuple(parts[keyword + length : keyword + length + kept]),
    )


class Texts:
    """Counts the words of some texts."""

    def __init__(self, *texts: str) -> None:
        self._words = " ".join(texts).split()

    @property
    def tokens(self) -> int:
        return len(self._words)

    def of(self, word: str) -> int:
        return self._words.count(word)


@pytest.mark.parametrize(
    ("together", "first_alone", "second_alone", "neither", "printed"),
    [
        (110, 2442, 111, 29114, 270.72),  # "the swiss"
        (29, 13, 123, 31612, 263.90),  # "can be"
    ],
)
def test_log_likelihood_is_that_of_dunnings_table(
    together: int, first_alone: int, second_alone: int, neither: int, printed: float
) -> None:
    total = together + first_alone + second_alone + neither

    found = log_likelihood(together, together + first_alone, together + second_alone, total)

    assert found == pytest.approx(printed, abs=0.01)


def test_log_likelihood_of_a_table_worked_by_hand() -> None:
    # O = 10, 10 / 20, 60; rows 20 and 80, columns 30 and 70; E = 6, 14 / 24, 56.
    by_hand = 2 * (10 * log(10 / 6) + 10 * log(10 / 14) + 20 * log(20 / 24) + 60 * log(60 / 56))

    assert log_likelihood(10, 20, 30, 100) == pytest.approx(by_hand)
    assert by_hand == pytest.approx(4.473, abs=0.001)


@pytest.mark.parametrize(
    ("together", "first", "second", "printed"),
    [
        (12, 111, 621, 11.3),  # honorary doctor
        (8, 1105, 44, 11.3),  # doctors dentists
        (30, 1105, 241, 10.7),  # doctors nurses
    ],
)
def test_mutual_information_is_that_of_church_and_hanks(
    together: int, first: int, second: int, printed: float
) -> None:
    assert mutual_information(together, first, second, 15_000_000) == pytest.approx(
        printed, abs=0.06
    )


def test_a_log_ratio_of_one_is_twice_as_frequent() -> None:
    assert log_ratio(20, 1000, 10, 1000) == pytest.approx(1)
    assert log_ratio(10, 1000, 40, 2000) == pytest.approx(-1)
    assert log_ratio(8, 1000, 0, 1000) == pytest.approx(4), "none counts as half of one"


def test_dispersion_is_that_of_the_example_of_gries() -> None:
    counts, sizes = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]

    assert deviation_of_proportions(counts, sizes) == pytest.approx(0.18, abs=0.001)
    assert juilland_d(counts, sizes) == pytest.approx(0.785, abs=0.001)


def test_dispersion_at_its_ends() -> None:
    even = spread([2, 2, 2, 2], [50, 50, 50, 50])
    heaped = spread([8, 0, 0, 0], [50, 50, 50, 50])

    assert (even.dp, even.d) == (0, 1)
    assert heaped.dp == pytest.approx(0.75)
    assert heaped.d == pytest.approx(0)
    assert spread([3], [50]) == spread([0], [50])
    assert spread([3], [50]).dp is None
    assert spread([0, 0], [5, 5]).d is None


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 400)), min_size=2, max_size=30).filter(
        lambda parts: any(count for count, _ in parts)
    )
)
def test_dispersion_stays_between_its_ends(parts: list[tuple[int, int]]) -> None:
    found = spread([count for count, _ in parts], [size for _, size in parts])

    assert found.dp is not None
    assert found.d is not None
    assert -1e-9 <= found.dp <= 1
    assert -1e-9 <= found.d <= 1 + 1e-9


@given(st.data())
def test_log_likelihood_is_zero_for_chance_and_never_less(data: st.DataObject) -> None:
    total = data.draw(st.integers(2, 10_000))
    first = data.draw(st.integers(1, total - 1))
    second = data.draw(st.integers(1, total - 1))
    together = data.draw(st.integers(max(0, first + second - total), min(first, second)))

    found = log_likelihood(together, first, second, total)

    assert found >= 0
    if together == expected(first, second, total):
        assert found == pytest.approx(0, abs=1e-6)


def test_collocates_count_each_place_once() -> None:
    # Two keywords, "dam"; "old" lies in the spans of both and "wall" in that of the second.
    text = "a b c dam old dam wall d e f a b c d e f a b c old"
    source = Source("a.txt", None, 20)
    lines = [line(source, text, 3), line(source, text, 5)]

    found = {one.word: one for one in collocates(lines, Texts(text), left=1, right=1, minimum=1)}

    assert set(found) == {"old", "wall", "c"}
    old = found["old"]
    assert (old.count, old.left, old.right, old.total) == (1, 1, 1, 2)
    # 18 words are no keywords, of which 3 lie in the spans: c, old, wall.
    assert old.expected == pytest.approx(3 * 2 / 18)
    assert old.log_likelihood == pytest.approx(log_likelihood(1, 3, 2, 18))
    assert found["wall"].mutual_information == pytest.approx(mutual_information(1, 3, 1, 18))


def test_collocates_leave_out_rare_words_and_what_chance_explains() -> None:
    text = "the dam broke the dam held the dam stood the rest the rest the rest"
    source = Source("a.txt", None, 15)
    lines = [line(source, text, at) for at in (1, 4, 7)]

    # Of 12 words that are no keywords 10 lie in the spans, 5 of them "the", as by chance.
    assert collocates(lines, Texts(text), left=5, right=5, minimum=2) == []
    found = collocates(lines, Texts(text), left=5, right=5, minimum=1)
    assert [one.word for one in found] == ["broke", "held", "stood"]


def test_n_grams_have_the_keyword_in_them_and_count_once() -> None:
    text = "the old dam and the old dam"
    source = Source("a.txt", None, 7)
    lines = [line(source, text, 2), line(source, text, 6)]

    assert [(one.words, one.count) for one in n_grams(lines, 3, minimum=1)] == [
        ("the old dam", 2),
        ("dam and the", 1),
        ("old dam and", 1),
    ]
    assert n_grams(lines, 3, minimum=2)[0].articles == 1
    both = [line(source, "old dam dam", 1), line(source, "old dam dam", 2)]
    assert [one.count for one in n_grams(both, 2, minimum=1)] == [1, 1]


def test_forms_of_the_keyword_are_counted() -> None:
    first, second = Source("a.txt", None, 3), Source("b.txt", None, 3)
    lines = [
        line(first, "dams dam dam", 0),
        line(first, "dams dam dam", 1),
        line(second, "x dam x", 1),
    ]

    found = form_frequencies(lines)

    assert [(one.words, one.count, one.articles) for one in found] == [
        ("dam", 2, 2),
        ("dams", 1, 1),
    ]


def test_keyness_tells_both_directions() -> None:
    selection = {"dam": 40, "the": 100, "cup": 1}
    rest = {"dam": 10, "the": 220, "cup": 60}

    found = {one.word: one for one in key_words(selection, rest)}

    assert set(found) == {"dam", "cup"}
    assert found["dam"].log_likelihood == pytest.approx(log_likelihood(40, 141, 50, 431))
    assert found["dam"].log_ratio == pytest.approx(log_ratio(40, 141, 10, 290))
    assert found["cup"].log_ratio < 0
    assert key_words({}, rest) == []


def test_lines_are_sorted_by_words_beside_the_keyword() -> None:
    source = Source("a.txt", None, 20)
    texts = ["b a dam z y", "a b dam y z", "c b dam y a", "dam"]
    places = (2, 2, 2, 0)
    lines = [line(source, text, at) for text, at in zip(texts, places, strict=True)]

    def order(keys: str) -> list[int]:
        return [lines.index(one) for one in sorted_lines(lines, parse_sort(keys))]

    assert order("R1") == [3, 1, 2, 0]
    assert order("R1,R2") == [3, 2, 1, 0]
    assert order("l1,L2") == [3, 0, 1, 2]
    assert order("-R1,R2")[-1] == 3


def test_lines_are_sorted_by_file_date_and_outlet() -> None:
    sources = (
        Source("b.txt", None, 3, "Gazette", "2019-03-01"),
        Source("a.txt", None, 3, "courier", "2020-01"),
        Source("c.txt", None, 3, "", ""),
    )
    lines = [line(source, "x dam x", 1) for source in sources]

    def order(keys: str) -> str:
        return "".join(one.source.article[0] for one in sorted_lines(lines, parse_sort(keys)))

    assert order("file") == "abc"
    assert order("-date") == "abc"
    assert order("outlet") == "cab"
    with pytest.raises(ValueError, match="nothing to sort by"):
        parse_sort("R9")


def test_keywords_are_spread_over_articles_and_time() -> None:
    sources = [
        Source("a.txt", None, 100, date="2019-01-05"),
        Source("b.txt", None, 100, date="2019-01-06"),
        Source("c.txt", None, 200, date="2019-01-06"),
        Source("d.txt", None, 50),
    ]
    lines = [line(sources[0], "dam " * 4, at) for at in range(3)]
    lines += [line(sources[2], "dam " * 4, 0), line(sources[3], "dam", 0)]

    found = over_time(lines, sources)

    assert found.unit == "day"
    assert [(one.name, one.count, one.articles, one.tokens) for one in found.periods] == [
        ("2019-01-05", 3, 1, 100),
        ("2019-01-06", 1, 2, 300),
    ]
    assert found.undated == 1
    assert found.periods[0].per_million == pytest.approx(30_000)
    assert over_articles(lines, sources).parts == 4
    assert [one.source.article for one in by_article(lines)] == ["a.txt", "c.txt", "d.txt"]


def test_a_plot_of_an_article_has_every_keyword_in_its_stretch() -> None:
    found = ArticleSpread(Source("a.txt", None, 10), (0, 1, 9))

    assert found.plot(5) == (2, 0, 0, 0, 1)
    assert sum(found.plot(3)) == 3


def test_months_and_years_are_parts_of_longer_times() -> None:
    def unit(*dates: str) -> str:
        return over_time([], [Source(f"{at}", None, 1, date=d) for at, d in enumerate(dates)]).unit

    months = [f"2019-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 8)]
    years = [f"{year}-{month:02}-01" for year in range(2000, 2010) for month in range(1, 13)]

    assert unit(*months) == "month"
    assert unit(*years) == "year"
    assert unit("2019-01-01", "2019-01-02") == "day"
    assert unit() == "year"


def test_a_store_gives_back_the_lines_that_it_took() -> None:
    sources = (Source("a.txt", None, 4), Source("a.txt", "2", 4), Source("b.txt", None, 4))
    lines = [line(source, "x dam y dam", at) for source in sources for at in (1, 3)]
    store = LineStore()
    store.extend(lines[:3])
    store.extend(lines[3:])

    assert list(store) == lines
    assert (store[2], store[-1], store[1:3]) == (lines[2], lines[-1], lines[1:3])
    assert store.articles == 3
    order = order_of(store, parse_sort("-R1"))
    chosen = Selection(store, order[:2])
    assert list(Selection(store, order)) == sorted(lines, key=lambda one: not one.right)
    assert (list(chosen), chosen.articles) == (lines[::2][:2], 2)

    store.know({("b.txt", None): Source("b.txt", None, 4, "Gazette", "2019")})
    assert [one.source.outlet for one in store] == ["", "", "", "", "Gazette", "Gazette"]


@pytest.mark.parametrize("order", ["R1", "-R1,file", "word,-L1", "file"])
def test_many_lines_are_sorted_slice_by_slice_as_all_at_once(order: str) -> None:
    some = [line(Source("", None, 4), f"{at % 7} dam {at * 13 % 31}", 1) for at in range(2 * SLICE)]
    lines = [replace(one, source=Source(f"{at // 9}", None, 4)) for at, one in enumerate(some)]
    lines = lines[: 2 * SLICE - 5]
    keys = parse_sort(order)
    numbers = list(range(len(lines)))
    for key in reversed(keys):
        numbers.sort(key=lambda at, key=key: key.of(lines[at]), reverse=key.backwards)

    assert order_of(lines, keys) == numbers


def test_sorting_tells_how_far_it_is_and_ends_when_nobody_waits() -> None:
    lines = [line(Source("a.txt", None, 4), "x dam y", 1)] * (SLICE + 1)
    told: list[tuple[int, int]] = []

    order_of(lines, parse_sort("R1,word"), Work(lambda *step: told.append(step)))
    assert told == [(at, 2 * len(lines)) for at in (0, SLICE, SLICE + 1, 2 * SLICE + 1)]
    told.clear()
    order_of(lines, parse_sort("R1"), Work(lambda *step: told.append(step), lambda: True))
    assert not told
