"""Metadata in the forms in which papers, agencies and broadcasters head their pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Article
from corpus.corpus_file import CorpusFile
from corpus.understanding.analysis import Value
from corpus.understanding.furniture.finding import find_furniture
from corpus.understanding.metadata.reading import read_metadata

ArticleOf = Callable[..., Article]
TITLE = "Barges break loose at Velm"
BODY = """The harbour master of Velm told the council that four barges hit the old bridge.

Divers of the port are to look at the piers of the bridge, the council said.
"""


def known(value: Value | None) -> str | None:
    """Return a value after a mark of its certainty."""
    return value and {"certain": "!", "likely": "", "guess": "?"}[value.certainty] + value.value


@pytest.mark.parametrize(
    ("above", "author", "published"),
    [
        ("By Ansa Tell - Wed Nov 20 2019, 12:10 pm", "Ansa Tell", "2019-11-20"),
        ("By Ansa Tell, March 3, 2022", "Ansa Tell", "2022-03-03"),
        ("By: Ansa Tell   March 3, 2022", "Ansa Tell", "2022-03-03"),
        ("By ANSA TELL | SUN AND SEA Published: March 3, 2022", "ANSA TELL", "!2022-03-03"),
        ("Ansa Tell   |03.03.2022", "?Ansa Tell", "2022-03-03"),
        ("3 March 2022\n\nAnsa Tell", "?Ansa Tell", "2022-03-03"),
        ("Aired March 3, 2022 - 18:00   ET", None, "!2022-03-03"),
        ("Source: Velm Wire| 2022-03-03 15:41:18|Editor: tella", None, "!2022-03-03"),
        ("By Velm Press", "?Velm Press", None),
        ("by VG Web Desk\nPublished on March 3rd, 2022", "?VG Web Desk", "!2022-03-03"),
        ("Ansa Tell\nVelm Gazette\nThursday, Mar 3, 2022", "?Ansa Tell", "2022-03-03"),
        ("Published: 10:15 AM, 3 March 2022  Last updated: 11:20 AM", None, "!2022-03-03"),
    ],
)
def test_who_and_when_below_the_title(
    article_of: ArticleOf, above: str, author: str | None, published: str | None
) -> None:
    metadata = read_metadata(article_of(f"{TITLE}\n{above}\n\n{BODY}"), CorpusFile())
    assert known(metadata.title) == TITLE
    assert known(metadata.author) == author
    assert known(metadata.published) == published


def test_who_and_when_below_a_standfirst(article_of: ArticleOf) -> None:
    above = (
        "Council says nobody was hurt as four barges drift.\n\nby Ansa Tell\n3 Mar 2022 12:33 GMT"
    )
    metadata = read_metadata(article_of(f"{TITLE}\n\n{above}\n\n{BODY}"), CorpusFile())
    assert (known(metadata.author), known(metadata.published)) == ("Ansa Tell", "2022-03-03")


def test_a_bar_in_a_header_line_parts_the_outlet_from_the_rest(article_of: ArticleOf) -> None:
    text = f"{TITLE}\nSource: Velm Wire| 2022-03-03 15:41:18|Editor: tella\n\n{BODY}"
    outlet = read_metadata(article_of(text), CorpusFile()).outlet
    assert outlet is not None
    assert outlet.value == "Velm Wire"
    assert not isinstance(outlet.evidence, str)
    assert outlet.evidence.cut(text) == "Velm Wire"


def test_the_day_of_an_update_is_no_published_date(article_of: ArticleOf) -> None:
    text = f"{TITLE}\n\nCW | Updated: March 3, 2022 12:12 GMT\n\n{BODY}"
    metadata = read_metadata(article_of(text), CorpusFile())
    assert metadata.published is None
    assert known(metadata.latest) == "2022-03-03"


def test_a_date_above_the_title_among_a_menu_is_a_clock(article_of: ArticleOf) -> None:
    text = f"Thursday, 3 March 2022\nListen Live\n\n{TITLE}\n\n{BODY}"
    metadata = read_metadata(article_of(text), CorpusFile())
    assert metadata.published is None
    assert known(metadata.latest) == "2022-03-03"
    assert [line.kind for line in find_furniture(text)] == ["clock", "navigation"]


@pytest.mark.parametrize("line", ["03/04/2022", "3 March 2022 14:30 (UTC+03:00)"])
def test_a_date_above_the_title_is_not_the_title(article_of: ArticleOf, line: str) -> None:
    metadata = read_metadata(article_of(f"{line}\n\n{TITLE}\n\n{BODY}"), CorpusFile())
    assert known(metadata.title) == TITLE
    assert metadata.published is None


def test_a_name_between_title_and_reading_time_is_no_menu(article_of: ArticleOf) -> None:
    text = f"WORLD NEWS\nMARCH 3, 2022 / 5:35 AM\n{TITLE}\nAnsa Tell\n3 MIN READ\n\n{BODY}"
    assert "Ansa Tell" not in [line.cut(text) for line in find_furniture(text)]


def test_a_dateline_with_its_country_in_brackets(article_of: ArticleOf) -> None:
    text = f"{TITLE}\n\nLisbon [Portugal], Nov 20 (CW): {BODY}"
    assert known(read_metadata(article_of(text), CorpusFile()).dateline) == "Lisbon [Portugal]"
