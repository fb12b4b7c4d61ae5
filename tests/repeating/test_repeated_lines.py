"""Furniture learned from the corpus: what many articles of an outlet have, and what is not it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.explaining.facts import facts_at
from corpus.opening import Corpus, open_corpus
from corpus.repeating.counting import FEWEST, learned_lines
from corpus.repeating.keeping import learn_lines
from corpus.repeating.seen_lines import SeenLines
from corpus.understanding.repeated_lines import line_key, may_be_repeated

PLACES = ["Velm", "Oru", "Lannock", "Tarsk", "Hyle", "Brannet", "Cald", "Dorrow", "Estry", "Fenn"]
BACKGROUND = "The harbour of Velm has been closed since the flood of 2019."


def article_text(place: str, number: int, *, above: str = "", below: str = "") -> str:
    return f"""{above}{place} opens bridge number {number}

VELM GAZETTE

The mayor of {place} opened bridge number {number} on Sunday before a crowd of townspeople.

“It took {number} years,” said the engineer who drew the plans for the town of {place}.

{below}"""


def corpus_of(folder: Path, *, count: int = 6, above: str = "", below: str = "") -> Corpus:
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        text = article_text(place, number + 2, above=above, below=below)
        (folder / f"{number:02}.txt").write_text(text)
    return learnt(folder)


def learnt(folder: Path) -> Corpus:
    corpus = open_corpus(folder)
    learn_lines(corpus)
    return corpus


def first(corpus: Corpus) -> Article:
    return corpus.read(corpus.files[0])


def furniture(corpus: Corpus, article: Article | None = None) -> list[tuple[str, str]]:
    article = article or first(corpus)
    found = corpus.analyse(article).furniture
    assert found == corpus.furniture(article)
    return [(line.kind, line.cut(article.text)) for line in found]


def test_lines_below_the_bodies_of_an_outlet_are_furniture(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, below="Dive deeper into the valley\n\nThe Velm Daily Sheet\n")

    assert furniture(corpus) == [
        ("repeated", "Dive deeper into the valley"),
        ("repeated", "The Velm Daily Sheet"),
    ]


def test_a_line_above_the_titles_is_furniture_and_not_the_title(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, above="The paper of the whole valley\n\n")

    assert furniture(corpus) == [("repeated", "The paper of the whole valley")]
    title = corpus.metadata(first(corpus)).title
    assert title is not None
    assert title.value == "Velm opens bridge number 2"
    assert corpus.summary(corpus.files[0]).metadata.title == title


def test_explaining_says_in_how_many_articles(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, count=7, below="Dive deeper into the valley\n")
    article = first(corpus)
    offset = article.text.index("Dive")
    repeated = corpus.repeated_in(article)
    (fact,) = facts_at(article, corpus.analyse(article), corpus.settings, offset, repeated)

    assert "repeated in 7 articles of this outlet" in fact.rules


def test_too_few_articles_show_nothing(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, count=FEWEST - 1, below="Dive deeper into the valley\n")
    assert furniture(corpus) == []


def test_copies_of_one_article_count_once(tmp_path: Path) -> None:
    for number in range(2 * FEWEST):
        text = article_text("Velm", 3, below="Bridges of the valley\n")
        (tmp_path / f"{number}.txt").write_text(text.replace("opens", f"opens ({number})", 1))
    assert furniture(learnt(tmp_path)) == []


def test_lines_of_articles_without_an_outlet_are_not_learned(tmp_path: Path) -> None:
    for number in range(2 * FEWEST):
        text = article_text(PLACES[number], number, below="Dive deeper into the valley\n")
        (tmp_path / f"{number}.txt").write_text(text.replace("VELM GAZETTE\n", ""))
    assert furniture(learnt(tmp_path)) == []


def test_a_very_long_text_teaches_nothing(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, count=FEWEST, below="Dive deeper into the valley\n")
    assert furniture(corpus)
    path = corpus.files[0].path
    path.write_text(path.read_text().replace("“It", f"{BACKGROUND}\n\n" * 4_000 + "“It"))
    assert furniture(learnt(tmp_path), learnt(tmp_path).read(learnt(tmp_path).files[1])) == []


def test_outlets_do_not_share_lines(tmp_path: Path) -> None:
    for number in range(2 * FEWEST):
        line = "Dive deeper into the valley" if number < FEWEST else "More from the coast"
        text = article_text(PLACES[number], number, below=f"{line}\n")
        outlet = "VELM GAZETTE" if number < FEWEST else "TARSK TIMES"
        (tmp_path / f"{number:02}.txt").write_text(text.replace("VELM GAZETTE", outlet))
    text = article_text("Ard", 99, below="Dive deeper into the valley\n")
    (tmp_path / "99.txt").write_text(text.replace("VELM GAZETTE", "TARSK TIMES"))
    corpus = learnt(tmp_path)

    assert furniture(corpus) == [("repeated", "Dive deeper into the valley")]
    assert furniture(corpus, corpus.read(corpus.files[-1])) == []


def test_the_title_of_a_column_is_no_furniture(tmp_path: Path) -> None:
    for number, place in enumerate(PLACES):
        text = article_text(place, number + 2).split("\n", 1)[1]
        (tmp_path / f"{place}.txt").write_text(f"What the valley talks about{text}")
    corpus = learnt(tmp_path)

    title = corpus.metadata(first(corpus)).title
    assert title is not None
    assert title.value == "What the valley talks about"
    assert furniture(corpus) == []


@pytest.mark.parametrize(
    "below",
    [
        BACKGROUND,
        "“Tell us what you know,” she said.",
        "Odrun Hask",
        "Group A\n\nVelm 3, Oru 1",
        "Others killed in the flood:",
    ],
)
def test_what_articles_repeat_of_their_own_is_no_furniture(tmp_path: Path, below: str) -> None:
    assert furniture(corpus_of(tmp_path, count=10, below=f"{below}\n")) == []


def test_headings_between_paragraphs_are_no_furniture(tmp_path: Path) -> None:
    for number, place in enumerate(PLACES):
        text = article_text(place, number + 2)
        (tmp_path / f"{place}.txt").write_text(text.replace("\n\n“It", "\n\nBackground\n\n“It"))
    assert furniture(learnt(tmp_path)) == []


def test_a_sentence_that_speaks_to_the_reader_may_be_learned() -> None:
    assert may_be_repeated("Get the news of the valley in your letter box every Friday.")
    assert not may_be_repeated(BACKGROUND)
    assert not may_be_repeated("“You will see it again,” he said.")


def test_an_analysis_changes_only_where_lines_of_its_own_were_learned(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, count=FEWEST - 1, below="Dive deeper into the valley\n")
    (tmp_path / "zz.txt").write_text(article_text("Zill", 77))
    corpus = learnt(tmp_path)
    with_line, without = first(corpus), corpus.read(corpus.files[-1])
    before = corpus.analyse(with_line)
    corpus.analyse(without)

    text = article_text("Yarr", 88, below="Dive deeper into the valley\n")
    (tmp_path / "yy.txt").write_text(text)
    corpus = learnt(tmp_path)
    assert corpus.kept_analysis(with_line) is None
    assert corpus.kept_analysis(without) is not None
    assert corpus.analyse(with_line) != before

    (tmp_path / "yy.txt").unlink()
    corpus = learnt(tmp_path)
    assert corpus.kept_analysis(with_line) == before


def test_what_was_learned_is_kept_and_only_changed_articles_are_read(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, below="Dive deeper into the valley\n")
    corpus.close()
    again = open_corpus(tmp_path)
    assert again.learned == corpus.learned
    steps: list[tuple[int, int]] = []
    learn_lines(again, lambda done, total: steps.append((done, total)))
    assert steps == []

    (tmp_path / "00.txt").write_text(article_text("Velm", 44))
    changed = open_corpus(tmp_path)
    learn_lines(changed, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 1)]
    assert changed.learned.outlets[0].articles == (5,)


def test_what_was_learned_goes_with_its_articles(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, below="Dive deeper into the valley\n")
    for file in corpus.files[1:]:
        file.path.unlink()
    assert furniture(learnt(tmp_path)) == []


lines_of = st.lists(st.integers(0, 12), max_size=6).map(lambda lines: tuple(sorted(set(lines))))
seen = st.builds(
    SeenLines,
    article=st.just("a"),
    part=st.none(),
    stamp=st.just(""),
    outlet=st.sampled_from(["", "velm gazette", "tarsk times"]),
    story=st.integers(0, 20),
    lines=lines_of,
)


@given(st.lists(seen, max_size=60), st.randoms())
def test_the_order_of_articles_changes_nothing(
    rows: list[SeenLines], chance: random.Random
) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert learned_lines(shuffled, "") == learned_lines(rows, "")


@given(st.lists(seen, max_size=60))
def test_a_learned_line_stands_in_enough_stories_of_its_outlet(rows: list[SeenLines]) -> None:
    for outlet in learned_lines(rows, "").outlets:
        for line, articles in zip(outlet.lines, outlet.articles, strict=True):
            stories = {
                row.story for row in rows if row.outlet == outlet.outlet and line in row.lines
            }
            assert FEWEST <= articles <= len(stories)


@given(st.text(min_size=1))
def test_a_line_is_known_whatever_its_case_and_spacing(words: str) -> None:
    assert line_key(f"  {words}  ") == line_key(words)
