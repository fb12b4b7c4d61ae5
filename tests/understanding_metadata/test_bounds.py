"""When an article without a published date can have been published, by what its text proves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.corpus_file import CorpusFile
from corpus.explaining.facts import facts_at
from corpus.page_head import PageHead
from corpus.span import Span
from corpus.understanding.analysing import analyse
from corpus.understanding.analysis import Metadata, Value
from corpus.understanding.metadata.event_dates import LONGEST, event_dates
from corpus.understanding.metadata.reading import read_metadata
from corpus.understanding.paragraphs import split_paragraphs

ArticleOf = Callable[..., Article]
LEAD = "The harbour master of Velm told the council that four barges are adrift below the bridge."


@pytest.fixture
def read(article_of: ArticleOf) -> Callable[[str], tuple[Article, Metadata]]:
    def reader(sentence: str, above: str = "Barges adrift at Velm") -> tuple[Article, Metadata]:
        article = article_of(f"{above}\n\n{LEAD}\n\n{sentence}\n")
        metadata = read_metadata(article, CorpusFile())
        assert analyse(article, CorpusFile()).metadata == metadata
        return article, metadata

    return reader


Read = Callable[..., tuple[Article, Metadata]]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The old bridge collapsed in 2015.", "2015-01-01"),
        ("The old bridge collapsed in March 2015.", "2015-03-01"),
        ("The old bridge collapsed on 4 March 2015.", "2015-03-04"),
        ("The old bridge collapsed on Wednesday, March 4, 2015.", "2015-03-04"),
        (
            "Divers found the wreck of the ferry, which sank with her crew in late 2015.",
            "2015-01-01",
        ),
        ("Since May 2015 the port has had no crane.", "2015-05-01"),
        ("In March 2015, the council closed the quay.", "2015-03-01"),
        ("In 2015 the port was sold.", "2015-01-01"),
        (
            "The port has 40 boats, down from a high of 3,000 at the beginning of 2015.",
            "2015-01-01",
        ),
        ("It was built in 1990 and was sold in 2015.", "2015-01-01"),
    ],
)
def test_a_past_event_bounds_from_below(read: Read, sentence: str, day: str) -> None:
    article, metadata = read(sentence)

    assert metadata.published is None
    assert metadata.latest is None
    assert metadata.earliest is not None
    assert (metadata.earliest.value, metadata.earliest.certainty) == (day, "likely")
    assert isinstance(metadata.earliest.evidence, Span)
    assert metadata.earliest.evidence.cut(article.text).endswith("2015")


@pytest.mark.parametrize(
    "sentence",
    [
        "The new bridge will open in 2035.",
        "The new bridge is planned to be finished in 2035.",
        "The council expects that the bridge is opened in 2035.",
        "The loan matures in 2035.",
        "The council approved a budget for 2035.",
        "They want the port closed by 2035.",
        "“It was sold in 2035,” he said.",
        "The council said the port closes in 2035.",
        "The film, set in the Velm of the future, begins in 2035.",
        "The mayor sold 2035 tickets.",
        "The port sold 1,990 boats.",
        "Traffic is to double from 2035.",
        "Flight 2015 landed safely.",
        "The port opened on 31 February 2015.",
    ],
)
def test_plans_and_figures_prove_nothing(read: Read, sentence: str) -> None:
    _, metadata = read(sentence)
    assert metadata.earliest is None


def test_what_is_announced_bounds_from_above(read: Read) -> None:
    article, metadata = read("The new bridge will be opened on 4 March 2035.")
    assert metadata.latest is not None
    assert metadata.latest.value == "2035-03-04"
    assert isinstance(metadata.latest.evidence, Span)
    assert metadata.latest.evidence.cut(article.text) == "4 March 2035"


@pytest.mark.parametrize(
    "sentence",
    [
        "He will beat the record that was set in May 1952.",
        "The port will pay the dividend of 1986.",
        "If they will vote in May 1986 is not known.",
    ],
)
def test_what_only_looks_announced_proves_nothing(read: Read, sentence: str) -> None:
    _, metadata = read(sentence)
    assert metadata.latest is None


def test_the_date_of_a_picture_proves_nothing(read: Read) -> None:
    _, metadata = read(
        "The bridge was painted in 1990.\n\nA barge sank in 2019. (Photo: Velm Wire)"
    )
    assert metadata.earliest is not None
    assert metadata.earliest.value == "1990-01-01"


def test_a_clock_bounds_from_above_and_is_no_published_date(read: Read) -> None:
    above = "08:05 GMT04 March 2022\nListen Live\n\nBarges adrift at Velm"
    article, metadata = read("The quay was closed in 2019.", above)
    assert metadata.published is None
    assert metadata.earliest is not None
    assert metadata.earliest.value == "2019-01-01"
    assert metadata.latest == Value("2022-03-04", "likely", Span(9, 22))

    facts = facts_at(article, analyse(article, CorpusFile()), CorpusFile(), 12)
    assert ("a clock, or the day of a change: the article was there by then",) in [
        fact.rules for fact in facts
    ]


def test_a_header_of_the_crawl_bounds_from_above(read: Read) -> None:
    above = "Barges adrift at Velm\nSource: Velm Wire\nCrawled: 4 March 2022"
    _, metadata = read("The quay is closed.", above)
    assert metadata.published is None
    assert metadata.latest is not None
    assert metadata.latest.value == "2022-03-04"


def test_a_dateline_with_its_year_bounds_from_below(article_of: ArticleOf) -> None:
    article = article_of(f"Barges adrift\n\nVELM, March 4, 2022 (Coastal Wire) - {LEAD}\n")
    metadata = read_metadata(article, CorpusFile())
    assert metadata.published is None
    assert metadata.earliest is not None
    assert metadata.earliest.value == "2022-03-04"


def test_bounds_that_contradict_each_other_are_left_out(read: Read) -> None:
    above = "08:05 GMT04 March 2012\nListen Live\n\nBarges adrift at Velm"
    _, metadata = read("The quay was closed in 2019.", above)
    assert (metadata.earliest, metadata.latest) == (None, None)


def test_a_known_date_has_no_bounds(read: Read) -> None:
    _, metadata = read("The quay was closed in 2019.", "Barges adrift at Velm\n\nMay 4, 2021")
    assert metadata.published is not None
    assert (metadata.earliest, metadata.latest) == (None, None)


def test_the_day_of_a_change_on_a_page_bounds_from_above(article_of: ArticleOf) -> None:
    from dataclasses import replace

    page = PageHead(meta=(("article:modified_time", "2022-03-04T08:00:00Z"),))
    article = replace(article_of(f"Barges adrift at Velm\n\n{LEAD}\n"), page=page)
    metadata = read_metadata(article, CorpusFile())
    assert metadata.published is None
    assert metadata.latest == Value("2022-03-04", "likely", "html meta")


@given(st.text(alphabet="wasin 2015March4,.will be“”\n", max_size=200))
def test_any_text_gives_days_of_the_calendar(text: str) -> None:
    from datetime import date

    for event in event_dates(text, split_paragraphs(text)):
        assert date.fromisoformat(event.first) <= date.fromisoformat(event.last)
        assert "20" in event.cut(text) or "19" in event.cut(text)


def test_the_events_of_a_very_long_text_are_not_searched(article_of: ArticleOf) -> None:
    text = f"Barges adrift at Velm\n\nUpdated: 4 March 2022\n\n{LEAD}\n\nIt was sold in 2015.\n\n"
    article = article_of(text + f"{LEAD}\n\n" * (LONGEST // len(LEAD)))
    metadata = read_metadata(article, CorpusFile())
    assert metadata.earliest is None
    assert metadata.latest is not None
    assert metadata.latest.value == "2022-03-04"
