"""Hints, the page of keys and the palette on small screens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.actions.registry import ACTIONS
from tui.keyboard.action_rows import ActionRow, help_rows
from tui.keyboard.hints import GAP, Hint, action_at, fitting, line_of, staying
from tui.layout.cells import cells

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

HINTS = (
    Hint("indexing 3 of 9"),
    Hint("Enter goes there", "search.open"),
    Hint("Ctrl+T spellings", "search.widen"),
    Hint("Esc back", "app.back"),
)


@pytest.mark.parametrize(
    ("width", "kept"),
    [(100, (0, 1, 2, 3)), (50, (1, 2, 3)), (40, (1, 3)), (27, (1, 3)), (20, (3,)), (2, (3,))],
)
def test_what_says_how_to_leave_stays_where_not_all_fits(width: int, kept: tuple[int, ...]) -> None:
    assert fitting(HINTS, width) == tuple(HINTS[at] for at in kept)


def test_more_than_one_may_stay_always() -> None:
    assert fitting(HINTS, 10, always=2) == HINTS[2:]
    assert fitting(HINTS, 45, always=2) == HINTS[2:]
    assert fitting(HINTS, 46, always=2) == HINTS[1:]


def test_a_hint_has_the_blanks_beside_it_too() -> None:
    line = line_of((Hint("? keys", "app.help"), Hint("≡", "app.palette")))
    sign = line.index("≡")
    actions = [action_at((Hint("? keys", "app.help"), Hint("≡", "app.palette")), cell)
               for cell in range(-1, len(line) + 2)]  # fmt: skip
    assert actions[1 + sign - 1 : 1 + sign + 2] == ["app.palette"] * 3
    assert actions[0] == "app.help"
    assert actions[-1] == ""
    assert actions[1 + line.index(GAP.strip())] == ""


@pytest.mark.parametrize("width", [40, 55, 74, 200])
def test_the_page_of_keys_wraps_below_its_names(width: int) -> None:
    groups = {action.group for action in ACTIONS}
    for shown in help_rows(list(map(ActionRow, ACTIONS)), width):
        row = "".join(text for text, _ in shown.pieces)
        assert cells(row) <= width, row
        # A name goes on below where it began, never at the left edge.
        assert row == "" or row in groups or row.startswith("  ")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_action_of_the_palette_has_one_row_with_a_key(
    reading: Opener, folder: Path, size: tuple[int, int]
) -> None:
    async with reading(folder, size=size) as session:
        await session.press("ctrl+p", *"art")
        rows = [row.strip(" │▁▂▃▄▅▆▇█") for row in session.rows()[3:-2]]
        rows = [row for row in rows if row]
        assert len(rows) > 5
        for row in rows:
            assert row[-1] != "…", row


async def test_the_last_sign_of_the_status_line_is_easy_to_hit(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, size=(60, 20)) as session:
        await session.pilot.click(offset=(59, 19))
        await session.settle()
        assert "All actions" in session.screen_text()


async def test_a_message_is_read_beside_the_hints_of_a_narrow_terminal(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, (60, 20)) as session:
        await session.press("z", "s")
        last = session.rows()[-1]
        assert "Statements, shaded: on" in last
        assert "article 1" in last
        assert "0 %" in last
        await session.press("X")
        assert "X does nothing here: ? lists the keys" in session.rows()[-1]
        await session.press("ctrl+g")
        assert "a_ferry.txt · line 1 of 6 · paragraph 1 of 3" in session.rows()[-3]
        await session.press("J")
        # Where one was in one article is not so of another.
        assert "line 1 of 6" not in session.screen_text()
        await session.press("K", "c")
        assert "]a goes to the next, a makes one" in session.rows()[-2]
        assert "article 1 of 2 · 0 %" in session.rows()[-1]
        # No sign is cut where there is no room for one.
        status = session.reader.status
        for length in range(40, 48):
            status.say("x" * length)
            shown = status.render().plain
            assert shown.startswith("x" * length)
            assert "…" not in shown
            assert shown.endswith((" %", "?", "≡"))


def test_where_one_is_takes_the_fewest_words_before_it_is_left_out() -> None:
    hints = (Hint("article 3 of 214", "", "article 3/214", least="3/214"), Hint("41 %"), Hint("?"))
    assert line_of(fitting(hints, 27)) == "article 3 of 214 · 41 % · ?"
    assert line_of(fitting(hints, 26)) == "article 3/214 · 41 % · ?"
    assert line_of(fitting(hints, 23)) == "3/214 · 41 % · ?"
    assert line_of(fitting(hints, 15)) == "41 % · ?"


def test_a_line_without_room_has_fewer_words_before_it_has_fewer_hints() -> None:
    hints = (
        Hint("match 3 of 41", "a", "match 3/41"),
        Hint("article 3 of 214", "b", "article 3/214"),
        Hint("41 %", "c"),
        Hint("indexing 62 %", "d"),
        Hint("? keys", "e", "?"),
        Hint("≡", "f"),
    )
    whole = "match 3 of 41 · article 3 of 214 · 41 % · indexing 62 % · ? keys · ≡"
    short = "match 3/41 · article 3/214 · 41 % · indexing 62 % · ? · ≡"
    assert line_of(fitting(hints, 80, always=2)) == whole
    assert line_of(fitting(hints, 58, always=2)) == short
    assert line_of(fitting(hints, 50, always=2)) == "match 3/41 · article 3/214 · 41 % · ? · ≡"


def test_a_hint_that_gives_way_is_there_only_where_all_are_shown_in_full() -> None:
    hints = (
        Hint("article 1 of 9", short="1/9"),
        Hint("new?", "app.tour", gives_way=True),
        Hint("≡"),
    )
    whole = cells(line_of(hints))
    assert fitting(hints, whole) == hints
    assert [hint.words for hint in fitting(hints, whole - 1)] == ["1/9", "≡"]


def test_where_one_is_stays_when_all_else_has_gone() -> None:
    hints = (
        Hint("article 3 of 214", "a", "article 3/214", least="3/214", stays=True),
        Hint("41 %", "b", stays=True),
        Hint("3 changed", "c"),
        Hint("?", "d"),
    )
    assert line_of(fitting(hints, 24)) == "article 3/214 · 41 % · ?"
    assert line_of(fitting(hints, 17)) == "3/214 · 41 % · ?"
    assert line_of(staying(hints)) == "3/214 · 41 %"


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_a_message_without_room_is_read_above_where_one_is(
    reading: Opener, folder: Path, size: tuple[int, int]
) -> None:
    async with reading(folder, size) as session:
        words = " ".join(["word"] * 30) + " last"
        session.reader.say(words, warning=True)
        await session.settle()
        rows = session.rows()
        assert "article 1 of 2 · 0 %" in rows[-1]
        strip = rows[-2 - len(words) // (size[0] - 7) : -1]
        assert " ".join(" ".join(strip).split()).endswith(words)
        # The next key gives the text its rows back; the beginning stays beside where one is.
        await session.press("j")
        rows = session.rows()
        assert "last" not in session.screen_text()
        assert rows[-1].startswith(" word word")
        assert "1/2 · " in rows[-1]
        session.reader.say("")
        await session.settle()
        assert "word" not in session.screen_text()
