"""Furniture: what is not the article, and above all what is."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.furniture.finding import find_furniture

BODY = (
    "The harbour master of Velm said that four barges had broken loose in the night and drifted"
    " against the old swing bridge, which was closed to traffic."
)
MORE = (
    "“Nobody was hurt,” said Odrun Hask, who commands the harbour patrol of the Velm Coast Guard."
)
END = "Divers are to look at the piers of the bridge on Thursday, the port authority said."


def found(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.cut(text).strip()) for item in find_furniture(text)]


def page(*, above: str = "", below: str = "") -> str:
    return f"{above}\n\n{BODY}\n\n{MORE}\n\n{END}\n\n{below}\n"


def test_a_plain_article_has_no_furniture() -> None:
    assert found(page(above="Barges break loose at Velm\n\nBy Odrun Hask")) == []


def test_a_crawl_clock_and_the_menu_below_it() -> None:
    text = page(above="08:05 GMT04 March 2022\nListen Live\n    Ports & Ships\n    Get short URL")

    assert found(text) == [
        ("clock", "08:05 GMT04 March 2022"),
        ("navigation", "Listen Live"),
        ("navigation", "Ports & Ships"),
        ("share bar", "Get short URL"),
    ]


def test_a_menu_of_very_many_entries_is_above_the_title() -> None:
    menu = ["Home", "World", "Business", "Sport", "Weather", "Politics", "Opinion", "Travel"] * 10
    text = "\n".join(menu) + "\n\nDam breaks at Marn\n\nThe dam at Marn broke on Sunday night.\n"
    assert [piece.cut(text) for piece in find_furniture(text)] == menu


@pytest.mark.parametrize(
    "path", ["News / Harbours", "Home > World > Velm", "World | Ports | Opinion"]
)
def test_a_path_above_the_title_is_navigation(path: str) -> None:
    assert found(page(above=f"{path}\n\nBarges break loose at Velm")) == [("navigation", path)]


def test_a_section_alone_above_the_title_is_navigation() -> None:
    assert found(page(above="World\n\nBarges break loose at Velm")) == [("navigation", "World")]


def test_header_lines_are_of_the_kind_header() -> None:
    text = page(above="BARGES BREAK LOOSE AT VELM\nDate: 1991-04-02\nSource: velm-gazette")

    assert found(text) == [("header", "Date: 1991-04-02"), ("header", "Source: velm-gazette")]


@pytest.mark.parametrize(
    "caption",
    [
        "The swing bridge at Velm, seen from the fish market on Monday (VNA photo)",
        "The swing bridge at Velm (Photo by Odrun Hask)",
        "The mayor of Velm (L) talks with the harbour master at the bridge in Velm (File photo)",
        "Photo: Odrun Hask/VNA",
        "Image credit: Velm Port Authority",
        "© VNA / ODRUN HASK",
        "FILE PHOTO: The swing bridge at Velm, before the accident",
        "Dockers and sailors talk with the harbour master on the old quay of Velm on t",
        "Odrun Hask, the commander of the harbour patrol of Velm",
    ],
)
def test_a_caption_between_title_and_body(caption: str) -> None:
    text = page(above=f"Barges break loose at Velm\n\n{caption}")

    assert found(text) == [("caption", caption)]


def test_a_line_beside_a_credited_caption_is_a_caption() -> None:
    one = "The swing bridge at Velm on March 08, 2021. (VNA photo)"
    two = "A diver on the quay"

    assert found(page(above=f"Barges break loose at Velm\n\n{one}\n{two}")) == [
        ("caption", one),
        ("caption", two),
    ]


def test_a_credited_caption_in_the_middle_of_the_body() -> None:
    caption = "This Coast Guard photo shows two of the barges at dawn on March 3, 2021 (VNA photo)."
    text = f"Barges break loose at Velm\n\n{BODY}\n\n{caption}\n\n\n{MORE}\n\n{END}\n"

    assert found(text) == [("caption", caption)]


def test_a_subtitle_is_not_a_caption() -> None:
    text = page(above="Barges break loose at Velm\n\nPort authority denies that it was warned")

    assert found(text) == []


def test_what_stands_below_the_body() -> None:
    below = textwrap.dedent(
        """
        Velm Harbour Master Denies Warnings Were Ignored
        LISTEN: Barge Rams Swing Bridge at Dawn
        Six Ways to Moor a Boat Without a Quay
        harbour, swing bridge, Velm, Odrun Hask, Coast Guard
        Post a comment
        """
    ).strip()

    assert [kind for kind, _ in found(page(above="Barges break loose", below=below))] == [
        *("related", "related", "related", "tags", "comment prompt"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Contact us about errors in your comment.", "comment prompt"),
        ("Leave a comment (12)", "comment prompt"),
        ("Comments are closed.", "comment prompt"),
        ("Share on Ripple   Share by Mail   Print", "share bar"),
        ("Facebook Twitter WhatsApp", "share bar"),
        ("Subscribe to our newsletter", "navigation"),
        ("© 2021 Velm Gazette. All rights reserved.", "copyright"),
        ("Tags: harbour, bridge", "tags"),
        ("#velm #harbour", "tags"),
        ("READ MORE: Harbour master denies warnings", "related"),
        ("This site uses cookies to improve your visit.", "navigation"),
    ],
)
def test_a_line_of_the_site_below_the_body(line: str, kind: str) -> None:
    assert found(page(above="Barges break loose", below=line)) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Our weather podcast is available wherever you listen",
        "Our app can be downloaded from all stores.",
        "Read the Gazette at www.gazette.example",
        "The night desk may be reached by phone under two numbers:",
        "All our bulletins are also online.",
    ],
)
def test_a_site_says_where_it_can_be_reached(line: str) -> None:
    assert found(page(above="Barges break loose", below=line)) == [("alternate addresses", line)]


@pytest.mark.parametrize(
    "line",
    [
        "The channel can also be reached from the north.",
        "The swing bridge is accessible on foot from the fish market.",
        "The site of the accident is best viewed from the tower.",
        "Our harbour is available to all, the mayor said.",
        "The report is available at the town hall, he added.",
        "See [the inspectors](../ferry.html) and https://example.org/ferry?x=1.",
    ],
)
def test_a_report_says_where_something_else_can_be_reached(line: str) -> None:
    assert found(page(above="Barges break loose", below=line)) == []


def test_a_line_of_the_site_with_a_colon_takes_the_lines_below_it_along() -> None:
    below = "Our editors are online under two handles:\n\nThe Velm Lighthouse\n\nQuay Watch Velm"
    kinds = ["alternate addresses"] * 3

    assert [kind for kind, _ in found(page(above="Barges", below=below))] == kinds


def test_a_short_line_below_one_without_a_colon_is_the_body_s_own() -> None:
    below = "Our weather podcast is available everywhere\n\nThe Velm Lighthouse of old"

    assert [kind for kind, _ in found(page(above="Barges", below=below))] == ["alternate addresses"]


def test_read_more_inside_the_body_is_related() -> None:
    text = f"Barges break loose\n\n{BODY}\n\nREAD MORE: Harbour Master Denies Warnings\n\n{END}\n"

    assert found(text) == [("related", "READ MORE: Harbour Master Denies Warnings")]


@pytest.mark.parametrize(
    "last",
    [
        "1 Odrun Hask (Velm)\n2 Ansa Tell (Oru)\n3 Pell Ames (Velm)",
        "Velm: Hask; Tell, Ames, Roe, Doe, Poe; Ansgar",
        "Hask, Tell, Ames, Roe, Doe",
        "HERRING      113        98\nCOD           21        30",
        "(Reporting by Odrun Hask in Velm; editing by P. Ansgar)",
        "The bridge was designed by Ames & Sons and opened by the old",
        "Barge Two v Barge Three\nBarge Four v Barge Five or Barge Six",
        "He said that he would leave a comment for the inquiry.",
        "The minister asked people to share the road with cyclists until the bridge opens.",
        "She published a photo (with a caption).",
    ],
)
def test_the_last_lines_of_a_body_are_no_furniture(last: str) -> None:
    assert found(page(above="Barges break loose at Velm", below=last)) == []


def test_a_wrapped_first_line_is_no_caption() -> None:
    text = (
        "BARGES BREAK LOOSE\nDate: 1991-04-02\nSource: velm\n\n"
        "Velm Holdings said that it has agreed to sell its barges and\n"
        "Quay Two to a company of the\nCoast Guard.\n"
    )

    assert {kind for kind, _ in found(text)} == {"header"}


def test_a_text_without_any_sentence_keeps_all_its_lines() -> None:
    assert found("Barges\n\nHome\nSearch\nVelm Harbour Master\nPort Two Opens at Night")[2:] == []


LINES = (
    *(
        "",
        "  ",
        "Home",
        "19:05 GMT04 March 2022",
        "Barges break loose at Velm",
        BODY,
        MORE,
        "Tags:",
    ),
    *("Velm, bridge, Hask, harbour", "Date: 2021-03-04", "Source: velm", "Leave a comment", "---"),
    *(
        "# Velm",
        "(VNA photo)",
        "© VNA",
        "READ MORE: Bridge",
        "    indented line of text that goes",
        "|",
    ),
)


@given(st.lists(st.sampled_from(LINES), max_size=25).map("\n".join) | st.text(max_size=200))
def test_furniture_is_whole_lines_in_order(text: str) -> None:
    items = find_furniture(text)

    at = 0
    for item in items:
        assert at <= item.start < item.end
        assert item.start == 0 or text[item.start - 1] == "\n"
        assert item.end == len(text) or text[item.end] == "\n"
        assert "\n" not in item.cut(text)
        assert item.cut(text).strip()
        assert item.kind
        at = item.end


@pytest.mark.parametrize(
    "heading", ["Most popular", "TOP STORIES", "Trending", "More from Velm", "Editor's picks"]
)
def test_headlines_below_what_heads_a_list_of_articles(heading: str) -> None:
    below = f"{heading}\n\nTalks on the harbour resume\n\nThe ferry sails again on Sunday"
    assert [kind for kind, _ in found(page(above="Barges break loose at Velm", below=below))][
        1:
    ] == ["related", "related"]


@pytest.mark.parametrize("line", ["ansa.tell@velm.example", "Twitter: @ansatell"])
def test_how_to_reach_the_author(line: str) -> None:
    text = page(above="Barges break loose at Velm", below=line)
    assert found(text) == [("share bar", line)]


def test_what_agrees_to_terms_is_the_sites() -> None:
    line = "By signing up, I agree to the Terms of Use"
    assert found(page(above="Barges break loose at Velm", below=line)) == [("navigation", line)]
