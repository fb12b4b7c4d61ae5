"""The search screen's orders, facets and earlier searches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.facets import FacetValue
from index.problems import QueryError
from tui.keyboard.hints import fitting
from tui.keyboard.keymap import Keymap
from tui.screens.choosing import ChoiceScreen
from tui.screens.search import SearchScreen
from tui.searching.search_hints import HintedState, search_hints
from tui.searching.search_history import LONGEST, MOST, SearchHistory
from tui.searching.search_narrowing import facet_rows, narrowed

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


@pytest.mark.parametrize(
    ("query", "further", "narrower"),
    [
        ("dam", 'outlet:"Wire"', 'dam* outlet:"Wire"'),
        ('"the dam"', "date:2019", '"the dam" date:2019'),
        ("dam OR weir", "date:2019", "(dam OR weir*) date:2019"),
        ("any: dam weir", "tag:x", "(any: dam weir*) tag:x"),
        ("dam weir ", "", "dam weir* AND "),
        ("dam* AND ", "", "dam* AND "),
        ("flood any: dam weir", "", "(flood any: dam weir*) AND "),
        ("dam*", "", "dam* AND "),
        ('"the dam', "date:2019", '"the dam*" date:2019'),
        ('"the dam ', "", '"the dam*" AND '),
        ("(dam OR weir", "date:2019", "(dam OR weir*) date:2019"),
        ('flood (dam OR "the weir', "tag:x", 'flood (dam OR "the weir*") tag:x'),
        ('":-(" dam', "tag:x", '":-(" dam* tag:x'),
    ],
)
def test_a_narrower_query(query: str, further: str, narrower: str) -> None:
    assert narrowed(query, further) == narrower
    assert narrowed(narrowed(query, further), "date:2019").endswith(" date:2019")


def test_what_cannot_be_understood_cannot_be_narrowed() -> None:
    with pytest.raises(QueryError):
        narrowed("outlte:wire dam", "date:2019")


def test_facets_stand_in_columns() -> None:
    rows = facet_rows([FacetValue("outlet", "Wire", 1_200, ""), FacetValue("tag", "x", 3, "")])
    assert rows == ["outlet  1,200  Wire", "tag         3  x"]


def test_searches_are_kept_between_sessions_and_bounded() -> None:
    first = SearchHistory("a-corpus")
    for number in range(MOST + 5):
        first.add(f"dam {number}")
    first.add("dam 50")
    first.add("  ")
    first.add("x" * (LONGEST + 1))
    kept = SearchHistory("a-corpus").queries()
    assert len(kept) == MOST
    assert kept[:2] == ("dam 50", f"dam {MOST + 4}")
    assert SearchHistory("another").queries() == ()


def test_two_sessions_keep_what_both_searched() -> None:
    one, other = SearchHistory("a-corpus"), SearchHistory("a-corpus")
    one.add("dam")
    other.add("weir")
    assert set(SearchHistory("a-corpus").queries()) == {"dam", "weir"}


async def test_results_are_narrowed_by_a_facet(folder: Path, reading: Opener) -> None:
    page = "---\ntitle: {}\noutlet: {}\ndate: 2019-01-0{}\n---\n\nThe weir held.\n"
    for number, outlet in enumerate(("Wire", "Wire", "Courier"), 1):
        (folder / f"w{number}.md").write_text(page.format(f"Day {number}", outlet, number))
    async with reading(folder) as session:
        await session.press("s", *"weir")
        await session.until(lambda: "3 articles" in session.screen_text())
        await session.press("ctrl+y")
        await session.until(lambda: "type what these must have besides" in session.screen_text())
        await session.press("ctrl+g")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "outlet  2  Wire" in session.screen_text()
        assert "read the names of all articles first" in session.screen_text()
        await session.press("G", "enter")
        await session.until(lambda: "outlet  2  Wire" in session.screen_text())
        assert "read the names of all articles first" not in session.screen_text()
        await session.press("enter")
        await session.until(lambda: "2 articles" in session.screen_text())
        assert 'weir* outlet:"Wire"' in session.screen_text()


async def test_nothing_is_searched_within_what_lacks_a_part_of_the_query(
    folder: Path, reading: Opener
) -> None:
    (folder / "w.txt").write_text("The weir held\n\nThe weir held, and the gate.\n")
    async with reading(folder) as session:
        await session.press("s", *"weir gate zeppelin")
        await session.until(lambda: "with most" in session.screen_text())
        await session.press("ctrl+y")
        await session.until(lambda: "nothing to search within" in session.screen_text())
        assert "AND" not in session.screen_text()


async def test_a_place_is_gone_to_by_a_query_that_is_not_finished(
    folder: Path, reading: Opener
) -> None:
    (folder / "w.txt").write_text("The weir held\n\nThe weir held, and the gate.\n")
    async with reading(folder) as session:
        await session.press("s", *"weir person:")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: "match 1 of 2" in session.screen_text())


async def test_a_place_is_gone_to_by_the_query_that_led_to_it(
    folder: Path, reading: Opener
) -> None:
    (folder / "w.txt").write_text("The weir held\n\nThe weir held, and the gate.\n")
    async with reading(folder) as session:
        await session.press("s", *"weir")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.press(*" outlte:x")
        await session.until(lambda: "there is no field" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: "match 1 of 2" in session.screen_text())


async def test_who_asks_what_was_meant_is_led_to_what_was_added(
    folder: Path, reading: Opener
) -> None:
    (folder / "w.txt").write_text("The weather held\n\nDry weather was foretold.\n")
    async with reading(folder) as session:
        await session.press("s", *"wheather")
        await session.until(lambda: "for wheather also weather" in session.screen_text())
        await session.press("ctrl+s")
        await session.until(lambda: "F9 lists the words that were added" in session.screen_text())


async def test_an_answer_is_taken_by_its_number(folder: Path, reading: Opener) -> None:
    page = "---\ntitle: {0}\noutlet: {0}\n---\n\nThe weir held.\n"
    for outlet in ("Courier", "Wire"):
        (folder / f"{outlet}.md").write_text(page.format(outlet))
    async with reading(folder) as session:
        await session.press("s", *"weir")
        await session.until(lambda: "2 articles" in session.screen_text())
        await session.press("ctrl+g")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("9")
        assert isinstance(session.app.screen, ChoiceScreen)
        await session.press("2")
        await session.until(lambda: "1 article" in session.screen_text())
        assert 'weir* outlet:"Wire"' in session.screen_text()


async def test_spellings_are_offered_before_the_names_were_brought_together(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        await session.press("s", *"marn brandt", "f9")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "all spellings of Ilse Brandt" in session.screen_text()
        await session.press("1")
        await session.until(lambda: 'marn ("Ilse Brandt"' in session.screen_text())


async def test_the_order_goes_round(folder: Path, reading: Opener) -> None:
    page = "---\ntitle: Day {0}\ndate: 2019-01-0{0}\n---\n\n{1}\n"
    (folder / "w1.md").write_text(page.format(1, "weir " * 9))
    (folder / "w2.md").write_text(page.format(2, "The weir held, and more was not said of it."))
    async with reading(folder) as session:
        await session.press("s", *"weir")
        await session.until(lambda: "2 articles" in session.screen_text())

        def order() -> list[int]:
            text = session.screen_text()
            return [text.find("Day 1"), text.find("Day 2")]

        await session.until(lambda: 0 < order()[0] < order()[1])
        await session.press("ctrl+o")
        await session.until(lambda: 0 < order()[1] < order()[0])
        await session.press("ctrl+o", "ctrl+o")
        await session.until(lambda: 0 < order()[0] < order()[1])
        assert "by hits" in session.screen_text()


@pytest.mark.parametrize("width", [78, 118])
def test_the_hints_lead_to_spellings_and_facets_where_there_is_little_room(width: int) -> None:
    state = HintedState(widen=True, order="relevance", fold=True, following=width > 78)
    hints = search_hints(state, Keymap())
    shown = {hint.action for hint in fitting(hints, width)}
    assert {"search.spellings", "search.narrow", "search.widen", "app.back"} <= shown


async def test_an_earlier_search_and_a_saved_one_come_again(folder: Path, reading: Opener) -> None:
    (folder / "postil.yaml").write_text(
        "schema: postil-corpus/1\nsearches:\n  Who asked: inquiry\n", encoding="utf-8"
    )
    async with reading(folder) as session:
        await session.press("s", *"vask")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.press("enter")
        await session.until(lambda: not isinstance(session.app.screen, SearchScreen))
        await session.press("s", *(["backspace"] * 4))
        await session.until(lambda: "saved    Who asked  1  inquiry" in session.screen_text())
        assert "earlier  vask" in session.screen_text()
        await session.press("down", "enter")
        await session.until(lambda: "1 article" in session.screen_text())
        await session.press(*(["backspace"] * 4), "ctrl+r")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "Who asked  1  inquiry" in session.screen_text()
        await session.press("j", "enter")
        await session.until(lambda: "1 article" in session.screen_text())
        assert "vask" in session.screen_text()


async def test_what_was_meant_comes_by_a_key(folder: Path, reading: Opener) -> None:
    for number in range(8):
        (folder / f"w{number}.txt").write_text("The floodgate held.\n", encoding="utf-8")
    async with reading(folder, (120, 30)) as session:
        await session.press("s", *"flood gate held")
        await session.until(lambda: "did you mean floodgate?" in session.screen_text())
        await session.press("ctrl+s")
        await session.until(lambda: "8 articles" in session.screen_text())
        assert "floodgate held" in session.screen_text()


async def test_all_that_was_mistyped_is_mended_by_one_key_and_a_part_by_two(
    folder: Path, reading: Opener
) -> None:
    for number in range(8):
        (folder / f"w{number}.txt").write_text(
            "The water board held the floodgate.\n", encoding="utf-8"
        )
    async with reading(folder, (120, 30)) as session:
        await session.press("s", *"flood gate waterboard")
        await session.until(
            lambda: 'did you mean floodgate "water board"?' in session.screen_text()
        )
        await session.press("ctrl+s")
        await session.until(lambda: "8 articles" in session.screen_text())
        await session.press("ctrl+s")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        assert "floodgate waterboard  (one word)" in session.screen_text()
        assert "flood gate waterboard  (as it was)" in session.screen_text()
