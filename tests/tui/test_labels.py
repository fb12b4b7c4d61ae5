"""Labels: letters on what is in view, which lead there."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.addresses import address_at, addresses_in, ascii_host
from tui.article.labels import labels_of, lettering, narrowed
from tui.screens.entity_card import EntityCardScreen
from tui.terminal.browser import browser, open_address

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


@given(st.integers(0, 3_000))
def test_no_label_begins_another(count: int) -> None:
    labels = list(lettering(count))
    assert len(set(labels)) == count
    ordered = sorted(labels)
    following = pairwise(ordered)
    assert not any(after.startswith(before) for before, after in following)


def test_a_screen_full_of_things_needs_two_letters() -> None:
    assert {len(label) for label in lettering(26)} == {1}
    assert max(map(len, lettering(600))) == 2


@given(st.lists(st.integers(0, 200), unique=True, max_size=80))
def test_labels_lead_to_their_places_and_do_not_touch(places: list[int]) -> None:
    labels = labels_of(places, lambda first, second: second - first >= 2)
    offsets = [label.offset for label in labels]
    assert offsets == sorted(offsets)
    assert all(second - first >= 2 for first, second in pairwise(offsets))
    assert set(offsets) <= set(places)
    if places:
        assert places[0] in offsets
    for label in labels:
        left = tuple(labels)
        for letter in label.letters:
            left = narrowed(left, letter)
        assert [one.offset for one in left] == [label.offset]


async def test_letters_lead_to_a_thing_and_the_jump_list_back(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("f")
        assert pane.document is not None
        brandt = pane.document.article.text.index("Ilse Brandt")
        label = next(label for label in pane.labels if label.offset == brandt)
        shown = label.letters + "Ilse Brandt"[len(label.letters) :]
        assert any(shown in row for row in session.rows())
        await session.press(*label.letters)
        assert (pane.cursor, pane.labels) == (brandt, ())
        await session.press("ctrl+o")
        assert pane.cursor == 0


async def test_labels_go_away_by_escape_another_key_or_a_click(
    folder: Path, reading: Opener
) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("f", "escape")
        assert (pane.labels, pane.cursor) == ((), 0)
        await session.press("f", "down")
        assert pane.labels == ()
        assert pane.cursor > 0
        await session.press("f")
        await session.pilot.click(offset=(4, 3))
        await session.press("k")
        assert pane.labels == ()


async def test_labels_move_the_end_of_a_selection(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("v", "f")
        label = pane.labels[-1]
        await session.press(*label.letters)
        assert pane.selected is not None
        assert (pane.selected.start, pane.cursor) == (0, label.offset)


async def test_capital_f_opens_what_is_there(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        pane = session.reader.pane
        await session.press("F")
        assert pane.document is not None
        brandt = pane.document.article.text.index("Ilse Brandt")
        label = next(label for label in pane.labels if label.offset == brandt)
        await session.press(*label.letters)
        assert isinstance(session.app.screen, EntityCardScreen)


async def test_the_rows_of_the_panel_have_labels_too(folder: Path, reading: Opener) -> None:
    async with reading(folder, size=(120, 30)) as session:
        await session.press("p", "e", "f")
        panel = session.reader.panel
        label = panel.labels[1]
        assert any(f"{label.letters} Ilse Brandt" in row for row in session.rows())
        await session.press(*label.letters)
        assert (panel.row, panel.labels) == (label.offset, ())
        await session.press("g", "g", "F", *label.letters)
        assert isinstance(session.app.screen, EntityCardScreen)


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("See https://a.example/x_(y), then.", "https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("(www.a.example/b.)", "www.a.example/b", "https://www.a.example/b"),
        ("“http://a.example/?q=1&r”", "http://a.example/?q=1&r", "http://a.example/?q=1&r"),
        ("[the report](https://a.example/r) x", "[the report](https://a.example/r)",
         "https://a.example/r"),
    ],
)  # fmt: skip
def test_web_addresses_are_found_without_what_ends_the_sentence(
    text: str, words: str, target: str
) -> None:
    (found,) = addresses_in(text, 0, len(text))
    assert (found.cut(text), found.target) == (words, target)
    assert address_at(text, text.index("a.example")) == found
    assert address_at(text, len(text) - 1) is None


@given(st.text(st.sampled_from("htps:/w.[]()a \n<>”?"), max_size=40))
def test_web_addresses_lie_in_the_text_in_order(text: str) -> None:
    place = 0
    for found in addresses_in(text, 0, len(text)):
        assert place <= found.start < found.end <= len(text)
        place = found.end


def test_a_host_in_other_letters_is_spelled_out() -> None:
    assert ascii_host("https://a.example/ä") == ""
    assert ascii_host("https://ex\u0430mple.org:80/") == "xn--exmple-4nf.org"


async def test_enter_on_a_web_address_shows_it_and_copies_it(folder: Path, reading: Opener) -> None:
    text = "Read https://ex\u0430mple.org/report?id=3. All of it.\n"
    (folder / "a_ferry.txt").write_text(text, encoding="utf-8")
    async with reading(folder) as session:
        await session.press("enter")
        assert "Nothing to open here" in session.screen_text()
        await session.press("w", "enter")
        shown = session.screen_text()
        assert "│https://ex\u0430mple.org/report?id=3│" in shown.replace(" ", "")
        assert "xn--exmple-4nf.org" in shown
        await session.press("enter")
        assert session.app.clipboard == "https://ex\u0430mple.org/report?id=3"


def test_only_browsers_beside_the_terminal_are_started(tmp_path: Path) -> None:
    def which(name: str) -> str | None:
        return f"/bin/{name}"

    assert browser({"BROWSER": "w3m:firefox --new-tab %s"}, "linux", which) == (
        "firefox",
        "--new-tab",
    )
    assert browser({"BROWSER": "lynx"}, "linux", which) == ()
    assert browser({"DISPLAY": ":0"}, "linux", which) == ("xdg-open",)
    assert browser({"DISPLAY": ":0"}, "linux", lambda _: None) == ()
    assert browser({}, "darwin", which) == ("open",)


def test_a_browser_gets_the_address_as_one_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.terminal.browser.PATIENCE", 60.0)
    program, seen = tmp_path / "browser", tmp_path / "seen"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {seen}\n')
    program.chmod(0o755)
    assert open_address((str(program), "-x"), "https://a.example/;$(x) y") == ""
    assert seen.read_text() == "-x|https://a.example/;$(x) y|"
    program.write_text("#!/bin/sh\nexit 3\n")
    assert open_address((str(program),), "https://a.example") == f"{program} failed with status 3"
    assert "No such file" in open_address((str(tmp_path / "none"),), "https://a.example")
