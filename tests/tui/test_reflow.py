"""Paragraphs that were broken into lines are shown as one; all offsets stay what they are."""

from __future__ import annotations

import textwrap
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import Opener
from tui.layout.displayed import Edit, displayed
from tui.layout.reflow import reflow_of
from tui.layout.wrap import HIDDEN, Layout
from tui.safe_text import safe

PROSE = (
    "The ferry Halcyon ran aground off Marn on Tuesday morning, an hour before high water, and "
    "lay there until the tugs came from the mainland. Nobody aboard was hurt, the harbour master "
    "said, though it took six boats to bring the passengers ashore and most of them waited long."
)
TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [textwrap.fill(PROSE, 72), textwrap.fill(PROSE, 60), PROSE, "Share", "", "- a"]
    ),
    max_size=6,
).map("\n".join)


def joined(text: str) -> str:
    return displayed(text, reflow_of(text).joins)


@given(TEXTS, st.integers(4, 90))
def test_a_text_that_is_joined_is_as_long_and_differs_in_blanks_only(text: str, width: int) -> None:
    text = safe(text)
    shown = joined(text)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert before == after or (before in " \n" and after in (" ", HIDDEN))
    layout = Layout(shown, width)
    assert layout.end(len(layout) - 1) == len(text)
    for offset in range(0, len(text), 7):
        row = layout.row_of(offset)
        assert layout.start(row) <= offset < layout.end(row)
        if shown[offset] not in ("\n", " ", HIDDEN):
            at = layout.offset_at(row, layout.column_of(offset))
            assert layout.column_of(at) == layout.column_of(offset)


@given(st.integers(50, 100))
def test_a_paragraph_that_was_broken_is_one_again(width: int) -> None:
    broken = textwrap.fill(PROSE, width, break_on_hyphens=False)
    text = f"Ferry aground\n\n{broken}\n\nRelated\nShare this\n"
    shown = joined(text)
    assert " ".join(broken.split()) in shown.replace(HIDDEN, "")
    assert "Related\nShare this" in shown
    assert reflow_of(text).width == max(map(len, broken.splitlines()))


def test_a_paragraph_narrower_than_the_others_of_its_article_is_joined_as_well() -> None:
    wide, narrow = textwrap.fill(PROSE, 73), textwrap.fill(PROSE, 71)
    words = " ".join(PROSE.split())
    assert joined(f"{wide}\n\n{narrow}\n\nHome\nNews").split("\n\n") == [words, words, "Home\nNews"]


def test_a_paragraph_may_begin_with_an_indent() -> None:
    first, second = textwrap.fill(PROSE, 64), textwrap.fill(PROSE, 64, initial_indent="    ")
    text = f"{first}\n    Nobody was hurt.\n{second}\n{second}"
    assert joined(text).split("\n") == [PROSE, "    Nobody was hurt.", *["    " + PROSE] * 2]


def test_an_indent_of_lines_that_are_joined_is_not_seen() -> None:
    broken = textwrap.fill(PROSE, 70, initial_indent="  - ", subsequent_indent="    ")
    assert joined(broken).replace(HIDDEN, "") == "  - " + PROSE


def test_lists_verses_tables_and_paragraphs_of_a_line_each_stay_as_they_are() -> None:
    for text in (
        "Home\nNews\nSport\nWeather\nAbout us",
        "- The first item of a list that goes on for a good while\n- The second one of it\n- c",
        "The tide came in, the tide went out,\nthe boats lay still,\nand no one was about\nthere.",
        f"{PROSE[:60]}.\n{PROSE[:50]}!\n{PROSE[:60]}.",
        f"place   people   {PROSE[:50]}\nMarn    1,600    {PROSE[:50]}\nTolg    300      {PROSE}",
        "水" * 50 + "\n" + "水" * 50 + "\n" + "水" * 20,
    ):
        assert joined(text) == text


def test_edits_that_overlap_or_reach_out_of_the_text_are_left_out() -> None:
    assert (
        displayed("abcdef", [Edit(1, "XY"), Edit(2, "Z"), Edit(5, "QQ"), Edit(3, "-")]) == "aXY-ef"
    )


async def test_broken_paragraphs_are_joined_where_the_text_is_narrower_than_they_are(
    reading: Opener, folder: Path
) -> None:
    broken = textwrap.fill(PROSE, 72)
    (folder / "a_ferry.txt").write_text(f"Ferry aground\n\n{broken}\n", encoding="utf-8")
    async with reading(folder, (60, 20)) as session:
        pane = session.reader.pane
        narrow = len(pane._layout_rows)
        assert max(len(row.strip()) for row in session.rows()[3:8]) > 45
        assert min(len(row.strip()) for row in session.rows()[3:7]) > 40
        await session.press("j", "j", "$", "w")
        assert PROSE[:40] in session.screen_text()
        place = pane.cursor
        await session.press("z", "w")
        assert pane.cursor == place
        assert len(pane._layout_rows) > narrow
        await session.pilot.resize_terminal(90, 20)
        await session.press("z", "w")
        lines = broken.splitlines()
        assert all(any(line in row for row in session.rows()) for line in lines)
