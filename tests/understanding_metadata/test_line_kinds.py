"""Single lines: dates, bylines, outlets, menus."""

from __future__ import annotations

import pytest

from corpus.understanding.line_kinds.bylines import byline, closing_credit, desk
from corpus.understanding.line_kinds.date_lines import date_line
from corpus.understanding.line_kinds.datelines import dateline
from corpus.understanding.line_kinds.dates import bounds, parse_date
from corpus.understanding.line_kinds.interface import is_breadcrumb, phrase_kind
from corpus.understanding.line_kinds.outlets import outlet_shape


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("10 November 2019", "2019-11-10"),
        ("November 10, 2019", "2019-11-10"),
        ("Nov. 10 2019", "2019-11-10"),
        ("10th of March, 2020", "2020-03-10"),
        ("2019-11-10", "2019-11-10"),
        ("2019-11-10T19:32:00Z", "2019-11-10"),
        ("Sun, 10 Nov 2019 19:32:00 +0300", "2019-11-10"),
        ("November 10, 2019 Sunday", "2019-11-10"),
        ("4 May 2018, 10:15 BST", "2018-05-04"),
        ("Sept. 4, 2018 | 10:15 p.m. ET", "2018-09-04"),
        ("19:32 GMT 18 June 2021", "2021-06-18"),
        ("23/11/2019", "2019-11-23"),
        ("11/23/2019", "2019-11-23"),
        ("10/11/2019", None),
        ("31 February 2020", None),
        ("29 February 2020", "2020-02-29"),
        ("Friday, 25 February", None),
        ("in November 10, 2019 words", None),
        ("November 2019", None),
        ("2019", None),
    ],
)
def test_a_date_is_read_only_where_it_is_the_whole(words: str, iso: str | None) -> None:
    assert parse_date(words) == iso


@pytest.mark.parametrize(
    ("words", "iso", "first", "last"),
    [
        ("February 2020", "2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02", "2020-02", "2020-02-01", "2020-02-29"),
        ("1987", "1987", "1987-01-01", "1987-12-31"),
        ("20200229", "2020-02-29", "2020-02-29", "2020-02-29"),
    ],
)
def test_partial_dates_and_their_bounds(words: str, iso: str, first: str, last: str) -> None:
    assert parse_date(words, partial=True) == iso
    assert bounds(iso) == (first, last)


def test_a_clock_whose_parts_run_together_is_told_from_a_time_and_a_date() -> None:
    glued = date_line("08:05 GMT04 March 2022")
    written = date_line("4 March 2022, 08:05 GMT")

    assert glued is not None
    assert glued.glued
    assert written is not None
    assert not written.glued
    assert not written.time_first
    assert written.timed


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("By Jane Doe Staff Writer", "Jane Doe"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe"),
        ("By Jane Doe and John Roe, Velm Gazette", "Jane Doe and John Roe"),
        ("By Omar al-Vara in Velm", "Omar al-Vara"),
        ("By J. K. van der Berg", "J. K. van der Berg"),
        ("Jane Doe – Senior Correspondent", "Jane Doe"),
        ("By the time he left", None),
        ("Senior Editor", None),
        ("Minister talks to reporters", None),
    ],
)
def test_a_byline_gives_the_name_alone(words: str, name: str | None) -> None:
    span = byline(words)

    assert (span.cut(words) if span else None) == name


@pytest.mark.parametrize(
    "words",
    ["Night Desk", "Velm Bureau", "Our Correspondent", "News Agencies", "Data Team", "Web Report"],
)
def test_a_desk_is_no_person(words: str) -> None:
    assert desk(words)
    assert byline(words) is None


@pytest.mark.parametrize(
    ("words", "strength"),
    [
        ("Velm TV", "strong"),
        ("The Velm Gazette", "strong"),
        ("Radio Osterland", "strong"),
        ("velmgazette.example", "strong"),
        ("The Velm Courier – Online edition", "strong"),
        ("La Gazette de Velm", "weak"),
        ("Osterland Monitor", "weak"),
        ("The Daily Quay", "weak"),
        ("News", None),
        ("Barges break loose at Velm", None),
        ("Bridge closed, says TV", None),
    ],
)
def test_the_shape_of_an_outlets_name(words: str, strength: str | None) -> None:
    assert outlet_shape(words) == strength


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ansa Tell and Pell Ames, Velm Courier Staff", "Ansa Tell and Pell Ames"),
        ("By Ansa Tell Coastal News Writer", "Ansa Tell"),
        ("By Ansa Tell Velm Post Staff Writer", "Ansa Tell"),
        ("By Ansa Tell Mar 3, 2022", "Ansa Tell"),
        ("By Ansa Tell Published March 3, 2022", "Ansa Tell"),
        ("By Ansa Tell and agencies", "Ansa Tell"),
        ("By Ansa Tell @ansatell", "Ansa Tell"),
        ("By April Tell", "April Tell"),
        ("Ansa Tell, Coastal News", "Ansa Tell"),
    ],
)
def test_what_follows_the_names_of_a_byline_is_left_out(line: str, name: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.cut(line) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left.\n\n(Reporting by Ansa Tell in Velm; Editing by Pell Ames)", "Ansa Tell"),
        (
            "He left.\n\nReporting by Ansa Tell and Pell Ames;\nEditing by O. Hask\n",
            "Ansa Tell and Pell Ames",
        ),
        ("He left.\n\n(Additional reporting by Ansa Tell)", None),
        ("He praised the reporting by Ansa Tell.", None),
    ],
)
def test_the_credit_below_the_body(text: str, name: str | None) -> None:
    found = closing_credit(text)
    assert (found.cut(text) if found else None) == name


def test_the_agency_in_a_dateline() -> None:
    body = "VELM, Osterland, May 4 (Coastal Wire) - Four barges"
    found = dateline(body)

    assert found is not None
    assert found.agency is not None
    assert found.agency.cut(body) == "Coastal Wire"
    assert dateline("VELM (which is old) has a bridge") is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("» Listen Live", "navigation"),
        ("ShareTweet", "share bar"),
        ("Comments (14)", "comment prompt"),
        ("Home | About us | Contact", "navigation"),
        ("Share on Ripple   Print", "share bar"),
        ("Advertisement", "advertisement"),
        ("Barges break loose", None),
        ("Sharing the road", None),
    ],
)
def test_words_of_an_interface(words: str, kind: str | None) -> None:
    assert phrase_kind(words) == kind


def test_a_title_with_a_slash_or_a_bar_is_no_path() -> None:
    assert not is_breadcrumb("VELM/ORU HOLDINGS <VEL/X> IN MERGER DEAL")
    assert not is_breadcrumb("Opinion | Why the barges of Velm broke loose on that night")
    assert is_breadcrumb("News / Harbours")
