"""Terminals of 256 and 16 colours, and of none: what is shown there can be read, too."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from corpus.opening import open_corpus
from tests.tui.contrast import contrast
from tui.app import PostilApp
from tui.configuration.few_colours import _XTERM, GROUNDS, fitted
from tui.configuration.themes import MONOCHROME, THEMES
from tui.terminal.terminal_colours import claims_too_many, has_colours, reverses_italics
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener

COLOURED = [theme.name for theme in THEMES if theme != MONOCHROME]
WORDS = (
    *("foreground", "primary", "secondary", "accent", "warning", "error", "success"),
    *("person", "org", "place", "norp", "quantity", "date", "furniture"),
)
# As many virtual consoles show the sixteen, and as xterm does.
_VGA = (
    *((0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0)),
    *((0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170)),
    *((85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85)),
    *((85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255)),
)


def shown(theme_name: str, system: str, name: str) -> list[Color]:
    """Return how terminals show a colour of a theme."""
    theme = fitted(theme_name, system)
    assert theme is not None
    colour = Color.parse(theme.variables.get(name) or str(getattr(theme, name)))
    if system == "256":
        return [Color.from_triplet(colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor())]
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return [Color.from_rgb(*palette[number]) for palette in (_VGA, _XTERM)]


@pytest.mark.parametrize("system", ["256", "standard"])
@pytest.mark.parametrize("theme", COLOURED)
def test_all_words_can_be_read_on_all_grounds(theme: str, system: str) -> None:
    least = 7.0 if "high-contrast" in theme else 4.5
    grounds = [name for name in GROUNDS if system == "256" or name != "claimed"]
    pairs = [*product(WORDS, grounds), ("on-match", "matched")]
    # What matches by another spelling has words of one colour alone, in italics.
    # So have, of sixteen colours, claims, and the selection, which is reversed.
    widened = [("foreground", "matched-widened"), ("foreground", "claimed")]
    for word, ground in pairs:
        for one, other in zip(
            *(shown(theme, system, name) for name in (word, ground)), strict=True
        ):
            needed = least if system == "256" or word != "on-match" else 4.5
            assert contrast(one, other) >= needed, (word, ground)
    for word, ground in widened:
        for one, other in zip(
            *(shown(theme, system, name) for name in (word, ground)), strict=True
        ):
            assert contrast(one, other) >= 4.5, (word, ground)


@pytest.mark.parametrize("theme", COLOURED)
def test_of_sixteen_colours_each_layer_has_a_ground_of_its_own(theme: str) -> None:
    names = ("background", "annotated", "claimed", "matched", "matched-widened", "foreground")
    grounds = [tuple(map(str, shown(theme, "standard", name))) for name in names]
    assert len(set(grounds)) == len(names)


@pytest.mark.parametrize("system", ["256", "standard"])
@pytest.mark.parametrize("theme", COLOURED)
def test_what_is_dimmed_does_not_get_the_hue_of_a_warning(theme: str, system: str) -> None:
    for colour in (*shown(theme, system, "furniture"), *shown(theme, system, "track")):
        assert max(colour.get_truecolor()) - min(colour.get_truecolor()) < 80


def test_where_there_are_colours_enough_a_theme_stays_as_it_is() -> None:
    assert fitted("postil-dark", "truecolor") is None
    assert fitted("postil-monochrome", "256") is None
    assert fitted("textual-dark", "256") is None


@pytest.mark.parametrize(("environment", "colours"), [
    ({"TERM": "xterm-256color"}, True), ({"TERM": "screen"}, True), ({"TERM": "linux"}, True),
    ({"TERM": "vt100"}, False), ({"TERM": "vt220"}, False), ({"TERM": "xterm-mono"}, False),
    ({"TERM": "vt100", "COLORTERM": "truecolor"}, True), ({}, True),
])  # fmt: skip
def test_the_terminal_says_whether_it_has_colours(
    environment: dict[str, str], colours: bool
) -> None:
    assert has_colours(environment) is colours


@pytest.mark.parametrize(("environment", "claimed"), [
    ({"STY": "12.pts", "TERM": "screen", "COLORTERM": "truecolor"}, True),
    ({"STY": "12.pts", "TERM": "screen.xterm-256color", "COLORTERM": "24bit"}, True),
    ({"STY": "12.pts", "TERM": "screen"}, False),
    ({"TMUX": "/tmp/t", "TERM": "screen-256color", "COLORTERM": "truecolor"}, False),
    ({"STY": "12.pts", "TERM": "tmux-256color", "COLORTERM": "truecolor"}, False),
])  # fmt: skip
def test_colours_of_the_terminal_around_gnu_screen_are_not_its_own(
    environment: dict[str, str], claimed: bool
) -> None:
    assert claims_too_many(environment) is claimed


@pytest.mark.parametrize(("environment", "reverses"), [
    ({"STY": "12.pts", "TERM": "screen"}, True),
    ({"TERM": "screen.xterm-256color"}, True),
    ({"TMUX": "/tmp/t", "TERM": "screen-256color"}, False),
    ({"STY": "12.pts", "TMUX": "/tmp/t", "TERM": "screen"}, True),
    ({"TERM": "tmux-256color"}, False), ({"TERM": "xterm-256color"}, False), ({}, False),
])  # fmt: skip
def test_gnu_screen_reverses_what_is_to_be_italic(
    environment: dict[str, str], reverses: bool
) -> None:
    assert reverses_italics(environment) is reverses


@pytest.mark.parametrize(("term", "italic"), [("screen-256color", False), ("xterm-256color", True)])
async def test_nothing_is_italic_where_italics_are_reversed(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch, term: str, italic: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.delenv("STY", raising=False)
    (folder / "a_ferry.txt").write_text("A ferry from Germany\n\nIt left Berlin on Tuesday.\n")
    async with reading(folder) as session:
        styles = {
            text: style
            for strip in session.app.screen._compositor.render_strips()
            for text, style, _ in strip
            if style is not None
        }
        assert any(style.italic for style in styles.values()) is italic
        assert bool(styles["Berlin"].underline) is not italic


async def test_a_terminal_without_colours_gets_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "vt100")
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    app = PostilApp(Workspace(open_corpus(folder)), build_index=False, watch=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        styles = [
            style or Style() for strip in app.screen._compositor.render_strips()
            for _, style, _ in strip
        ]  # fmt: skip
        assert all(style.color is None or style.color.is_default for style in styles)
        app.show_theme("postil-light")
        await pilot.pause()
        assert "the terminal has none" in str(app.screen.query_one("#status").left)
