"""Marks: places with a letter, in the article or in the whole corpus, kept between sessions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.opening import open_corpus
from tui.article.jump_list import JumpList, Place
from tui.article.mark_anchor import MarkAnchor
from tui.article.marks import Marks
from tui.screens.choosing import ChoiceScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


def place_of(session: Session) -> tuple[str, int]:
    document = session.reader.pane.document
    assert document is not None
    return document.article.name, session.reader.pane.cursor


async def test_a_small_letter_is_of_its_article_and_comes_back_in_the_next_session(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("G", "m", "a")
        there = place_of(session)
        assert "Marked a: 'a comes back" in session.screen_text()
        await session.press("J", "'", "a")
        assert "No mark a in this article" in session.screen_text()
    async with reading(folder) as session:
        await session.press("K", "g", "g", "'", "a")
        assert place_of(session) == there
        await session.press("ctrl+o")
        assert place_of(session) == ("a_ferry.txt", 0)


async def test_a_capital_leads_to_its_article_and_the_jump_list_back(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("G", "m", "B")
        there = place_of(session)
        await session.press("J", "G")
        left = place_of(session)
        await session.press("'", "B")
        assert place_of(session) == there
        await session.press("'", "'")
        assert place_of(session) == left
        await session.press("'", "'")
        assert place_of(session) == there


async def test_marks_are_listed_gone_to_and_taken_away(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("m", "a", "G", "m", "C", "J", "'")
        assert "Go to: C · ? lists them" in session.screen_text()
        await session.press("?")
        assert isinstance(session.app.screen, ChoiceScreen)
        assert "C  a_ferry.txt" in session.screen_text()
        await session.press("enter")
        assert place_of(session)[0] == "a_ferry.txt"
        await session.press("m", "C")
        assert "Mark C taken away" in session.screen_text()
        await session.press("'", "C")
        assert "No mark C" in session.screen_text()


@pytest.mark.parametrize("key", ["escape", "5", "left"])
async def test_what_is_no_letter_marks_nothing(folder: Path, reading: Opener, key: str) -> None:
    async with reading(folder) as session:
        await session.press("m", key, "'")
        assert "no marks yet" in session.screen_text()
        await session.press(key, "j")
        assert session.reader.pane.cursor > 0


def test_marks_stay_on_their_words_and_go_with_a_new_name(folder: Path) -> None:
    marks = Marks(open_corpus(folder))
    before = "One sentence of a report. The dam burst at night, and nobody knew."
    marks.set("a", Place("a.txt", before.index("dam")))
    marks.set("D", Place("a.txt", before.index("night")))
    after = "Corrected. " + before
    marks.carry("a.txt", "b.txt", before, after)
    again = Marks(open_corpus(folder))
    assert again.at("a", "a.txt") is None
    assert again.at("a", "b.txt") == Place("b.txt", after.index("dam"))
    assert again.at("D", "c.txt") == Place("b.txt", after.index("night"))
    marks.rename("b.txt", "e.txt")
    assert Marks(open_corpus(folder)).at("a", "e.txt") == Place("e.txt", after.index("dam"))


BEFORE = "# Report\n\nThe dam burst at night, and nobody knew of it.\n\nTwo towns were flooded.\n"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("A correction of Friday.\n\n" + BEFORE, "burst at night"),
        (BEFORE.replace("dam", "dam of Tulgara"), "burst at night"),
        (BEFORE.replace("at night, and", "in the night, and"), "burst in the night"),
    ],
)
def test_a_mark_is_found_again_where_the_article_changed_while_it_was_closed(
    folder: Path, after: str, words: str
) -> None:
    marks = Marks(open_corpus(folder))
    for letter in ("a", "B"):
        place = Place("a.txt", BEFORE.index("burst"))
        marks.set(letter, place, MarkAnchor.of(BEFORE, "1", place.offset))
    again = Marks(open_corpus(folder))
    assert not again.unsettled("a.txt", "1")
    again.settle("a.txt", after, "2", again.sought("a.txt", after, "2"))
    for letter in ("a", "B"):
        place = Marks(open_corpus(folder)).at(letter, "a.txt")  # type: ignore[assignment]
        assert after[place.offset :].startswith(words)
    assert not Marks(open_corpus(folder)).unsettled("a.txt", "2")


def test_a_mark_that_is_lost_keeps_its_words_until_they_come_again(folder: Path) -> None:
    marks = Marks(open_corpus(folder))
    place = Place("a.txt", BEFORE.index("burst"))
    marks.set("a", place, MarkAnchor.of(BEFORE, "1", place.offset))
    other = "Another article altogether, about trams.\n"
    sought = marks.sought("a.txt", other, "2")
    assert sought == {"a": None}
    marks.settle("a.txt", other, "2", sought)
    moved = "New.\n" + BEFORE
    assert marks.sought("a.txt", moved, "3") == {"a": moved.index("burst")}


@given(st.text(max_size=80), st.integers(0, 90))
def test_in_the_same_text_every_mark_is_found_at_its_place(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    anchor = MarkAnchor.of(text, "1", offset)
    if anchor is not None:
        assert anchor.found_in(text, offset) == offset
        assert MarkAnchor.from_data(json.loads(json.dumps(anchor.as_data()))) == anchor


async def test_marks_go_to_their_words_in_articles_that_changed_and_the_lost_are_named(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("}", "m", "a", "J", "}", "m", "B")
    for name in ("a_ferry.txt", "b_inquiry.txt"):
        file = folder / name
        file.write_text("A correction.\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    async with reading(folder) as session:
        await session.press("K", "'", "a")
        document = session.reader.pane.document
        assert document is not None
        assert document.article.text[session.reader.pane.cursor :].startswith("The ferry Halcyon")
        await session.press("'", "B")
        document = session.reader.pane.document
        assert document is not None
        assert document.article.text[session.reader.pane.cursor :].startswith("Captain Joren")
    (folder / "b_inquiry.txt").write_text("Nothing of it is left here.\n", encoding="utf-8")
    async with reading(folder) as session:
        await session.until(lambda: "Mark B is lost" in session.screen_text())


def test_a_damaged_file_of_marks_costs_no_more_than_the_marks(folder: Path) -> None:
    marks = Marks(open_corpus(folder))
    marks.set("a", Place("a.txt", 3))
    file = marks._file()
    assert file is not None
    for data in (
        "[",
        '{"articles": 3, "capitals": []}',
        '{"articles": {"a.txt": {"a": true, "no": 3, "b": -1}}, "capitals": {"A": {"article": 1}}}',
    ):
        file.write_text(data, encoding="utf-8")
        assert Marks(open_corpus(folder)).here("a.txt") == ()


def test_the_jump_list_takes_counts_and_passes_over_where_one_is() -> None:
    jumps = JumpList()
    for offset in (1, 2, 3):
        jumps.push(Place("a", offset))
    assert jumps.back(Place("a", 3), 2) == Place("a", 1)
    assert jumps.forward() == Place("a", 2)
    assert jumps.back(Place("a", 2), 9) == Place("a", 1)
    assert jumps.back(Place("a", 1)) is None
    assert jumps.last(Place("a", 3)) == Place("a", 2)


async def test_the_jump_list_leads_back_over_articles(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("G")
        left = place_of(session)
        await session.press("J")
        assert place_of(session)[0] == "b_inquiry.txt"
        await session.press("ctrl+o")
        assert place_of(session) == left
        await session.press("g", "i")
        assert place_of(session)[0] == "b_inquiry.txt"
