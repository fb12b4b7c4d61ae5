"""Paragraphs in the conventions of scraped text."""

from __future__ import annotations

import textwrap
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from corpus.understanding.header import read_header
from corpus.understanding.lines import split_lines
from corpus.understanding.paragraphs import paragraphs_of, split_paragraphs


def paragraphs(text: str) -> list[str]:
    return [span.cut(text) for span in split_paragraphs(text)]


LONG = (
    "The harbour master of Velm said that four barges had broken loose in the night and drifted"
    " against the old swing bridge, which was closed to traffic until divers had looked at it."
)


def test_blank_lines_part_paragraphs() -> None:
    text = f"  {LONG}\n\n\n{LONG}  \n"

    assert paragraphs(text) == [LONG, LONG]


def test_without_blank_lines_every_long_line_is_a_paragraph() -> None:
    text = (
        f"Bridge closed at Velm\nHarbour Desk\n{LONG}\n{LONG}\n“We were asleep,” she said.\n{LONG}"
    )

    assert paragraphs(text) == text.split("\n")


def test_wrapped_lines_are_joined_and_an_indent_begins_a_paragraph() -> None:
    first = textwrap.wrap("Velm's council " + LONG, 64)
    second = textwrap.wrap(LONG, 64, initial_indent="    ")
    third = textwrap.wrap(LONG + " " + LONG, 64, initial_indent="    ")
    text = "\n".join([*first, *second, *third])

    assert paragraphs(text) == [
        "\n".join(first),
        "\n".join(second).strip(),
        "\n".join(third).strip(),
    ]


def test_a_wrapped_paragraph_goes_on_after_a_short_first_line() -> None:
    text = (
        "The mayor of Velm, Odrun\n"
        "Hask, said on Monday that the bridge would stay closed for at\n"
        "least two weeks while its piers are looked at by divers.\n"
        "    Nobody was hurt, she said.\n"
    )

    assert len(paragraphs(text)) == 2


def test_wrapped_blocks_without_indents_are_parted_by_blank_lines() -> None:
    block = textwrap.fill(LONG, 72)

    assert paragraphs(f"{block}\n\n{block}\n\n{block}") == [block, block, block]


def test_rows_of_a_table_are_paragraphs_of_their_own() -> None:
    text = (
        "Landings at the port of Velm in the week to Sunday were as\n"
        "follows, in tonnes, compared with the week before.\n"
        "    HERRING      113        98\n"
        "    COD           21        30\n"
        "    The port authority said that the figures were provisional\n"
        "and would be revised.\n"
    )

    assert [words.split()[0] for words in paragraphs(text)] == ["Landings", "HERRING", "COD", "The"]


def test_header_lines_and_front_matter_are_not_joined() -> None:
    header = "title: the bridge at velm\ndate: 2021-04-02\nauthor: Odrun Hask"
    text = f"---\n{header}\n---\n\n{textwrap.fill(LONG, 70)}\n"

    assert paragraphs(text)[1:4] == header.split("\n")


def test_headings_and_list_items_begin_paragraphs() -> None:
    text = "# Velm\nThe bridge is closed.\n\n- by road\n- by boat\n"

    assert paragraphs(text) == ["# Velm", "The bridge is closed.", "- by road", "- by boat"]


@given(st.text(alphabet=st.sampled_from('ab C.,:!"” \n\t\u00a0\u2028-#1'), max_size=400))
def test_paragraphs_are_in_order_trimmed_and_cover_all_but_white_space(text: str) -> None:
    spans = split_paragraphs(text)

    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        assert span.cut(text) == span.cut(text).strip()
        at = span.end
    assert not text[at:].strip()


def test_the_first_paragraphs_are_made_before_the_others_are_looked_for() -> None:
    text = "Title: The ferry\nDate: 2019-11-20\n\nOne.\n\nTwo goes on\nbelow.\n\nThree."
    lines = split_lines(text)
    found = paragraphs_of(text, lines, read_header(text, lines))
    first = list(islice(found, 3))
    # What comes after those that were asked for is not parted yet.
    lines.clear()
    assert [span.cut(text) for span in first] == ["Title: The ferry", "Date: 2019-11-20", "One."]
    assert first == list(split_paragraphs(text)[:3])
    assert not list(found)
