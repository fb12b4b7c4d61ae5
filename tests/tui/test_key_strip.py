"""The strip of the keys that may follow: what it lists, how it is laid out, when it is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.conftest import FERRY, Opener, Session
from tui.actions.registry import CONTEXTS
from tui.keyboard.following_keys import NextKey, following, key_at, pieces_of, strip_rows
from tui.keyboard.keymap import Keymap, style_of
from tui.layout.cells import cells
from tui.widgets.key_strip import KeyStrip


def line(row: object) -> str:
    return "".join(words for words, _ in pieces_of(row))  # type: ignore[arg-type]


@pytest.mark.parametrize("style", ["vi", "plain", "emacs"])
@pytest.mark.parametrize("place", sorted(CONTEXTS))
def test_every_key_that_begins_a_sequence_has_its_actions_listed(style: str, place: str) -> None:
    bindings = Keymap(style_of(style)).keys_in(CONTEXTS[place])
    for begun in {keys[:-1] for keys in bindings if len(keys) > 1}:
        listed = {one.key: one.says for one in following(begun, bindings)}
        for keys, action in bindings.items():
            if keys[:-1] == begun:
                assert listed[keys[-1]] == action.label


def test_a_key_after_which_several_go_on_says_how_many() -> None:
    bindings = Keymap(style_of("plain")).keys_in(CONTEXTS["reader"])
    says = {one.key: one.says for one in following(("ctrl+k",), bindings)}
    assert says["g"].endswith(" more")


@given(
    st.lists(st.text("abc漢 xyz", min_size=1, max_size=50), max_size=60),
    st.integers(1, 220),
    st.integers(3, 70),
)
def test_the_strip_fits_and_leaves_room_for_the_text(
    words: list[str], width: int, height: int
) -> None:
    keys = [NextKey(chr(0x100 + at), says) for at, says in enumerate(words)]
    rows = strip_rows(keys, width, height)
    assert len(rows) <= max(1, height * 3 // 5)
    assert all(cells(line(row)) <= max(width, 6) for row in rows)
    shown = [cell.next.key for row in rows for cell in row]
    assert len(shown) == len(set(shown))
    if len(shown) < len(keys):
        assert any("more" in cell.next.says for row in rows for cell in row)
    for row in rows:
        for cell in row:
            assert key_at(row, cell.start) == cell.next.key


@pytest.mark.parametrize("begun", ["g", "z", "p", "right_square_bracket"])
def test_on_a_wide_screen_no_name_is_cut(begun: str) -> None:
    bindings = Keymap(style_of("vi")).keys_in(CONTEXTS["reader"])
    keys = following((begun,), bindings)
    rows = strip_rows(keys, 198, 60)
    assert {cell.says for row in rows for cell in row} == {one.says for one in keys}


def test_what_is_cut_ends_with_a_thought() -> None:
    says = ["Start of the text; after 3, paragraph 3", "Open the text in your editor, at this line"]
    rows = strip_rows([NextKey("g", words) for words in says], 35, 9)
    shown = [cell.says for row in rows for cell in row]
    assert shown == ["Start of the text", "Open the text in your editor"]


def strips(session: Session) -> list[KeyStrip]:
    return list(session.app.screen.query(KeyStrip))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_after_a_pause_the_keys_are_listed_and_escape_takes_them_away(
    folder: Path, reading: Opener, size: tuple[int, int]
) -> None:
    async with reading(folder, size) as session:
        pane = session.reader.pane
        before = pane.region
        await session.press("z")
        await session.until(lambda: bool(strips(session)))
        await session.settle()
        shown = session.screen_text()
        assert "z Put this row in the" in shown
        assert "o Open or close" in shown
        assert pane.region == before
        await session.press("escape")
        assert not strips(session)
        assert session.app.screen is session.reader
        await session.press("G")
        assert pane.cursor == len(FERRY) - 1


async def test_at_once_by_a_setting_and_a_click_is_the_key(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        session.app.settings = replace(session.app.settings, next_keys="at-once")
        await session.press("p")
        rows = session.rows()
        row = next(at for at, words in enumerate(rows) if "The ledger" in words)
        await session.pilot.click(offset=(rows[row].index("The ledger") + 1, row))
        await session.settle()
        assert session.app.screen is not session.reader
        await session.press("escape")
        assert not strips(session)


async def test_it_is_never_shown_where_it_is_switched_off_or_the_next_key_comes(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        session.app.settings = replace(session.app.settings, next_keys="off")
        await session.press("g")
        assert session.reader._strip_pause is None
        assert not strips(session)
        await session.press("escape")
        session.app.settings = replace(session.app.settings, next_keys="pause")
        await session.press("G", "g", "g")
        assert session.reader._strip_pause is None
        assert session.reader.pane.cursor == 0


async def test_the_marks_that_may_be_gone_to_are_listed_with_their_words(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        session.app.settings = replace(session.app.settings, next_keys="at-once")
        await session.press("}", "m", "a", "G", "'")
        assert "a The ferry Halcyon" in session.screen_text()
        await session.press("a")
        assert FERRY[session.reader.pane.cursor :].startswith("The ferry")
        assert not strips(session)
