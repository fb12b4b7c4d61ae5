"""Metadata: what an article's first lines prove, and what they do not."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.corpus_file import ArticleSettings, CorpusFile, MetadataRule
from corpus.opening import open_corpus
from corpus.span import Span
from corpus.understanding.analysis import Metadata, Value
from corpus.understanding.metadata.reading import read_metadata

BODY = (
    "The harbour master of Velm said on Monday, 3 May 2021, that four barges had broken loose in"
    " the night and drifted against the old swing bridge, which was closed to traffic."
)
END = "“Nobody was hurt,” said Odrun Hask, who commands the harbour patrol of Velm."
TITLE = "Barges break loose at Velm"

ArticleOf = Callable[..., Article]


def value(found: Value | None) -> tuple[str, str] | None:
    return (found.value, found.certainty) if found else None


def bounds_in(metadata: Metadata) -> tuple[str | None, str | None]:
    earliest, latest = metadata.earliest, metadata.latest
    return earliest.value if earliest else None, latest.value if latest else None


@pytest.fixture
def read(article_of: ArticleOf) -> Callable[..., Metadata]:
    def reader(above: str, *, body: str = f"{BODY}\n\n{END}\n", **settings: object) -> Metadata:
        article = article_of(f"{above}\n\n{body}", "velm/2021-05-04_barges.txt")
        return read_metadata(article, CorpusFile(**settings))  # type: ignore[arg-type]

    return reader


Read = Callable[..., Metadata]


def test_an_outlet_and_a_date_without_a_title(read: Read) -> None:
    metadata = read("Velm TV\n\nMay 4, 2021")

    assert metadata.title is None
    assert metadata.outlet == Value("Velm TV", "likely", Span(0, 7))
    assert metadata.published == Value("2021-05-04", "likely", Span(9, 20))


def test_a_number_alone_is_no_title(read: Read) -> None:
    metadata = read(f"1\n00:00:01,000 --> 00:00:03,000\n{BODY}\n\n2\n{END}\n")
    assert metadata.title is None


def test_a_masthead_a_title_and_a_byline(read: Read) -> None:
    metadata = read(
        f"The Velm Courier\n\n4 May 2021\n\n{TITLE}\n\nBy Ansa Tell and Pell Ames, in Velm"
    )

    assert value(metadata.title) == (TITLE, "likely")
    assert value(metadata.outlet) == ("The Velm Courier", "likely")
    assert value(metadata.author) == ("Ansa Tell and Pell Ames", "likely")
    assert value(metadata.published) == ("2021-05-04", "likely")


def test_a_crawl_clock_is_no_published_date(read: Read) -> None:
    metadata = read("08:05 GMT04 March 2022\nListen Live\n    Ports & Ships\n    Get short URL")

    assert metadata == Metadata(
        earliest=metadata.earliest,
        latest=Value("2022-03-04", "likely", Span(9, 22)),
    )
    assert bounds_in(metadata) == ("2021-05-03", "2022-03-04")


@pytest.mark.parametrize(
    "above",
    [
        f"08:05 GMT04 March 2022\n\n{TITLE}",
        f"Friday, 4 March 2022 08:05\nHome\nSearch\n\n{TITLE}",
        f"Home | World | Sport\n4 March 2022\n\n{TITLE}",
        f"{TITLE}\n\nUpdated: 4 March 2022, 08:05",
        f"{TITLE}\n\nLast updated March 4, 2022",
        f"{TITLE}\n\nBarges at Velm, seen from the quay on March 04, 2022 (VNA photo)",
        f"{TITLE}\n\n04/03/2022",
        f"{TITLE}\n\nFriday, 4 March",
        f"{TITLE}\n\nHarbour Ground\n\n4 March 2022\n\n20:00 GMT",
        f"{TITLE}\n\n4 March 2022\n\n9 May 2021",
        f"{TITLE}\n\nTwo hours ago",
        TITLE,
    ],
)
def test_what_does_not_prove_a_published_date(read: Read, above: str) -> None:
    metadata = read(above)

    assert metadata.published is None
    assert metadata.title is not None
    assert metadata.title.value == TITLE


@pytest.mark.parametrize(
    ("above", "published"),
    [
        (f"{TITLE}\nDate: 1991-04-02\nSource: velm-gazette", ("1991-04-02", "certain")),
        (
            f"{TITLE}\n\nPublished: 4 May 2021, 18:05\nLast updated: 5 May 2021",
            ("2021-05-04", "certain"),
        ),
        (f"{TITLE}\n\nPublished on May 4, 2021", ("2021-05-04", "certain")),
        (f"{TITLE}\n\nMay 4, 2021 | Velm Times", ("2021-05-04", "likely")),
        (f"{TITLE}\n\nBy Ansa Tell\nVelm Times, Tuesday, May 4, 2021", ("2021-05-04", "likely")),
        (f"{TITLE}\n\nTuesday 4 May 2021 10.15 BST", ("2021-05-04", "likely")),
        (f"4 May 2021\n\n{TITLE}", ("2021-05-04", "guess")),
        (f"Velm Radio | Evening Hour\nTranscript, 4 May 2021\n\n{TITLE}", ("2021-05-04", "likely")),
    ],
)
def test_what_proves_a_published_date(read: Read, above: str, published: tuple[str, str]) -> None:
    assert value(read(above).published) == published


def test_a_header_below_the_title(read: Read) -> None:
    metadata = read(
        "TRADE BILL ANGERS U.S.\nDate: 1991-04-02\nSource: velm-gazette\nAuthor: Ansa Tell"
    )

    assert value(metadata.title) == ("TRADE BILL ANGERS U.S.", "likely")
    assert value(metadata.outlet) == ("velm-gazette", "certain")
    assert value(metadata.author) == ("Ansa Tell", "certain")


def test_a_header_with_the_title_in_it(read: Read) -> None:
    metadata = read(
        f"SOURCE: Velm Gazette\nHEADLINE: {TITLE}\nBYLINE: Ansa Tell\nLENGTH: 240 words"
    )

    assert value(metadata.title) == (TITLE, "certain")
    assert value(metadata.outlet) == ("Velm Gazette", "certain")


def test_a_year_alone_in_the_header_bounds_the_date(read: Read) -> None:
    metadata = read(f"{TITLE}\nDate: 1991\nSource: velm-gazette")

    assert value(metadata.published) == ("1991", "certain")
    assert bounds_in(metadata) == ("1991-01-01", "1991-12-31")


def test_front_matter_comes_before_what_the_lines_show(read: Read) -> None:
    metadata = read(
        "---\ntitle: Loose barges\nauthors:\n  - Ansa Tell\n  - Pell Ames\npublished: 2021-05-06\n"
        f"source: {{name: Velm Notes}}\nlang: en-GB\n---\n\n# {TITLE}\n\nMay 4, 2021"
    )

    assert metadata.title == Value("Loose barges", "certain", "front matter")
    assert value(metadata.author) == ("Ansa Tell, Pell Ames", "certain")
    assert value(metadata.outlet) == ("Velm Notes", "certain")
    assert value(metadata.published) == ("2021-05-06", "certain")
    assert metadata.language == "en"


def test_front_matter_with_a_loose_colon_is_read_line_by_line(read: Read) -> None:
    metadata = read("---\ntitle: Velm: the barges: a report\ndate: 2021-05-06\n---")

    assert value(metadata.title) == ("Velm: the barges: a report", "certain")
    assert value(metadata.published) == ("2021-05-06", "certain")


def test_a_markdown_heading_is_a_certain_title(read: Read) -> None:
    metadata = read(f"# **{TITLE}**\n\n## What we know")

    assert value(metadata.title) == (TITLE, "certain")


def test_what_the_reader_set_comes_first(read: Read) -> None:
    metadata = read(
        f"{TITLE}\nDate: 1991-04-02\nSource: velm-gazette",
        metadata=(MetadataRule("velm/*", outlet="Velm Monitor", language="en"),),
        articles=(
            ArticleSettings("velm/2021-05-04_barges.txt", title="The barges", published="2021-05"),
        ),
    )

    assert metadata.title == Value("The barges", "certain", "postil.yaml")
    assert metadata.outlet == Value("Velm Monitor", "certain", "postil.yaml")
    assert metadata.published == Value("2021-05", "certain", "postil.yaml")
    assert bounds_in(metadata) == ("2021-05-01", "2021-05-31")
    assert metadata.language == "en"


def test_a_date_in_the_file_name_by_a_rule(read: Read) -> None:
    metadata = read(TITLE, metadata=(MetadataRule("velm/*", date="{yyyy}-{mm}-{dd}"),))

    assert metadata.published == Value("2021-05-04", "certain", "file name")


def test_a_desk_is_a_guess_of_an_author_and_no_outlet(read: Read) -> None:
    metadata = read(f"{TITLE}\n\nHarbour Monitoring Desk")

    assert metadata.outlet is None
    assert value(metadata.author) == ("Harbour Monitoring Desk", "guess")


def test_a_title_of_two_lines_in_capitals(read: Read) -> None:
    metadata = read("BARGES BREAK LOOSE AT VELM, BRIDGE\nCLOSED TO TRAFFIC\n\nBy Ansa Tell")

    assert value(metadata.title) == (
        "BARGES BREAK LOOSE AT VELM, BRIDGE CLOSED TO TRAFFIC",
        "likely",
    )


def test_a_wrapped_title_above_a_wrapped_body(read: Read) -> None:
    title = "Four barges break loose at the port of Velm and drift against\nthe old swing bridge"

    metadata = read(title, body=textwrap.fill(BODY, 66) + "\n\n" + END)

    assert value(metadata.title) == (" ".join(title.split()), "likely")


def test_the_name_of_the_site_behind_a_title_is_the_outlet(read: Read) -> None:
    metadata = read(f"{TITLE} - Velm Gazette")

    assert value(metadata.title) == (TITLE, "likely")
    assert value(metadata.outlet) == ("Velm Gazette", "likely")


def test_a_question_is_a_title(read: Read) -> None:
    assert value(read("Who let the barges go?").title) == ("Who let the barges go?", "likely")


def test_a_title_that_was_cut_off_is_a_guess(read: Read) -> None:
    cut = "Four barges broke loose in the night and drifted against the old swing bridge of t"

    assert value(read(cut).title) == (cut, "guess")


def test_the_agency_of_a_dateline_is_a_guess_of_the_outlet(read: Read) -> None:
    metadata = read(TITLE, body=f"VELM, Osterland, May 4 (Coastal Wire) - {BODY}\n\n{END}")

    assert value(metadata.outlet) == ("Coastal Wire", "guess")
    assert metadata.published is None


@pytest.mark.parametrize("text", ["", "\n\n", "x", "---", "---\n---", "# ", "By", "Date:", "Home"])
def test_almost_nothing_is_read_without_error(article_of: ArticleOf, text: str) -> None:
    metadata = read_metadata(article_of(text), CorpusFile())

    assert metadata.published is None


PIECES = (
    *(
        TITLE,
        BODY,
        END,
        "Velm TV",
        "The Velm Courier",
        "By Ansa Tell",
        "May 4, 2021",
        "Home",
        "World",
    ),
    *(
        "08:05 GMT04 March 2022",
        "Date: 1991-04-02",
        "Source: velm",
        "title: x",
        "---",
        "# Velm",
        "",
    ),
    *(
        "Velm TV | May 4, 2021 | By Ansa Tell",
        "Velm Radio | Barges break loose on the river",
        "  \t",
    ),
    *("Title - Velm Gazette", "HEADLINE: Barges", "Published: 4 May 2021", "=====", "Harbour Desk"),
)


@given(
    text=st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join)
    | st.text(alphabet=st.characters(codec="utf-8"), max_size=150)
)
def test_evidence_is_where_the_value_was_read(text: str) -> None:
    from corpus.understanding.head import read_head
    from corpus.understanding.metadata.reading import metadata_of

    metadata = metadata_of(text, read_head(text), CorpusFile().metadata_for("velm.txt"))

    for found in (metadata.title, metadata.outlet, metadata.author):
        if found and isinstance(found.evidence, Span):
            words = " ".join(found.evidence.cut(text).split())
            assert found.value in words
            assert found.value
    if metadata.published and isinstance(metadata.published.evidence, Span):
        year = metadata.published.value[:4]
        assert year in metadata.published.evidence.cut(text)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2022 Velm News. All rights reserved.", "Velm News"),
        ("Copyright 2020-2022 Osterland Daily Gazette", "Osterland Daily Gazette"),
        ("Velm TV’s website can also be found at these addresses:", "Velm TV"),
        ("© 2022 Odrun Hask", None),
        ("She praised the Velm News website.", None),
    ],
)
def test_a_site_that_names_itself_below_the_body(read: Read, line: str, outlet: str | None) -> None:
    metadata = read(TITLE, body=f"{BODY}\n\n{END}\n\n{line}\n")
    assert value(metadata.outlet) == (outlet and (outlet, "likely"))


def test_a_sentence_that_goes_on_below_names_no_desk(read: Read) -> None:
    metadata = read(f"{TITLE}\n\nThe Velm Agriculture Department\ndetailed the harvest as follows:")
    assert metadata.author is None


def test_a_title_that_is_the_broken_off_beginning_of_the_body_is_a_guess(read: Read) -> None:
    metadata = read(BODY[:50])
    assert value(metadata.title) == (BODY[:50], "guess")


@pytest.mark.parametrize("line", ["", "Published 4 May 2016\n\n", "Posted in May 2016\n\n"])
def test_metadata_without_bounds_are_the_same_but_for_these(line: str, tmp_path: Path) -> None:
    text = f"The Ford of Marn\n\n{line}By Ilse Brandt\n\nThe mill burned on 3 April 2016.\n"
    (tmp_path / "ford.txt").write_text(text)
    corpus = open_corpus(tmp_path)
    article = corpus.read(corpus.files[0])
    quick = corpus.unbounded_metadata(article)
    whole = corpus.metadata(article)

    assert replace(whole, earliest=quick.earliest, latest=quick.latest) == quick
    assert corpus.unbounded_metadata(article) == whole
    corpus.close()
