"""Whatever the reader can show can be read: the contrast of all its colours, in every theme."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style

from tests.tui.conftest import Opener, Session
from tests.tui.contrast import (
    ENHANCED_TEXT,
    SIGN,
    TEXT,
    VISIONS,
    coloured_or_dim,
    contrast,
    contrast_of,
    distance,
    faint,
    shown_styles,
)
from tests.tui.scenes import SCENES
from tui.comparing.signs import RANKS
from tui.configuration.themes import MONOCHROME, THEMES
from tui.widgets.article_pane import ArticlePane
from tui.widgets.compared_pane import ComparedPane
from tui.widgets.virtual_list import VirtualList

COLOURED = [theme.name for theme in THEMES if theme != MONOCHROME]

# What may lie upon what in the article, lowest first; "" is none of them.
WORDS = ("", "furniture", "person", "org", "place", "norp", "quantity", "date")
SHADES = ("", "statement")
ANNOTATIONS = ("", "annotation-highlight", "annotation-note", "annotation-claim")
MATCHES = ("", "match", "match-widened")
SELECTIONS = ("", "selection")
CURSORS = ("", "cursor", "cursor-blurred")
IN_LISTS = ("", "heading", "faint", "strong", "warning", "match", "match-widened")


def needed(theme: str) -> float:
    return ENHANCED_TEXT if "high-contrast" in theme else TEXT


def article_styles(pane: ArticlePane) -> Iterator[tuple[str, Style]]:
    markdown = ("heading", "heading-first", "emphasis", "strong", "struck", "code", "link", "sign")
    upon = ANNOTATIONS, MATCHES, SELECTIONS, CURSORS
    for layers in (*product(SHADES, WORDS, *upon), *product(SHADES, markdown, *upon)):
        names = tuple(filter(None, layers))
        yield " + ".join(names) or "text", pane._painter.style(names)


def list_styles(rows: VirtualList) -> Iterator[tuple[str, Style]]:
    for name, cursor in product(IN_LISTS, (False, True)):
        ending = ", the cursor on it" if cursor else ""
        yield f"{name or 'text'} in {rows.id}{ending}", rows._style(name, cursor=cursor)


async def in_theme(session: Session, theme: str) -> None:
    session.app.show_theme(theme)
    await session.settle()


async def themes(session: Session) -> AsyncIterator[str]:
    """Show every theme that has colours, one after the other."""
    for theme in COLOURED:
        await in_theme(session, theme)
        yield theme


async def test_what_differs_between_two_articles_can_be_read(reading: Opener, folder: Path) -> None:
    async with reading(folder) as session:
        await session.press(*SCENES["two articles"])
        painter = session.app.screen.query_one(ComparedPane)._painter
        async for theme in themes(session):
            layers = product(WORDS, ANNOTATIONS, RANKS, MATCHES, SELECTIONS, CURSORS)
            combined = (tuple(filter(None, names)) for names in layers)
            styles = ((" + ".join(names), painter.style(names)) for names in combined)
            assert not faint(styles, needed(theme)), theme


async def test_all_that_lies_upon_each_other_in_an_article_can_be_read(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.app.screen.query_one(ArticlePane)
        async for theme in themes(session):
            assert not faint(article_styles(pane), needed(theme)), theme
            own = ((name, pane._painter.style((name,))) for name in ("number", "fold"))
            assert not faint(own, needed(theme)), theme
            gutter = pane._painter.style(("gutter",))
            assert contrast_of(gutter) >= max(SIGN, needed(theme)), theme


async def test_the_rows_of_lists_can_be_read_under_the_cursor_and_beside_it(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder, size=(160, 40)) as session:
        for keys in (("tab",), ("tab",), ("s",)):
            await session.press(*keys)
            async for theme in themes(session):
                for rows in session.app.screen.query(VirtualList):
                    assert not faint(list_styles(rows), needed(theme)), theme


async def test_what_has_the_cursor_or_is_marked_stands_out_from_the_background(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        pane = session.app.screen.query_one(ArticlePane)
        async for theme in themes(session):
            ground = pane.rich_style.bgcolor
            assert ground is not None
            for name in ("match", "cursor"):
                colour = pane._painter.style((name,)).bgcolor
                assert colour is not None
                assert contrast(colour, ground) >= SIGN, (theme, name)
            # Passages are marked in the margin as well: a tint is enough, as long as it is seen.
            for name in ("annotation-note", "annotation-claim", "match-widened", "selection"):
                colour = pane._painter.style((name,)).bgcolor
                assert colour is not None
                assert contrast(colour, ground) >= 1.15, (theme, name)


@pytest.mark.parametrize("name", SCENES)
async def test_every_screen_can_be_read_and_has_no_colour_where_there_shall_be_none(
    reading: Opener, folder: Path, name: str
) -> None:
    lost = folder / "gone.txt.annotations.yaml"
    lost.write_text('schema: postil/1\nannotations:\n- {id: a-k3v9x2m7qd, note: "Why?"}\n')
    async with reading(folder, size=(130, 32)) as session:
        await session.press("V", "a", *"Hm", "ctrl+s", *SCENES[name])
        async for theme in themes(session):
            assert not faint(shown_styles(session.app), needed(theme)), theme
        await in_theme(session, MONOCHROME.name)
        assert not coloured_or_dim(session.app)


def test_the_contrast_is_that_of_the_standard() -> None:
    black_on_white = Style.parse("#000000 on #ffffff")
    assert contrast_of(black_on_white) == pytest.approx(21)
    assert contrast_of(Style.parse("#767676 on #ffffff")) == pytest.approx(4.54, abs=0.005)


def test_kinds_of_words_have_colours_that_the_colour_blind_tell_apart() -> None:
    for theme in THEMES:
        if theme == MONOCHROME:
            continue
        for vision in VISIONS:
            for one, other in combinations(WORDS[1:], 2):
                colours = theme.variables[one], theme.variables[other]
                assert distance(*map(Color.parse, colours), vision=vision) >= 12, (
                    theme.name,
                    vision,
                    one,
                )
