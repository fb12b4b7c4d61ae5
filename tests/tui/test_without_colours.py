"""Without colours all is still told apart.

That nothing is coloured or dimmed then, test_contrast.py and test_pictures.py say of every screen.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.style import Style
from textual.widgets import Input, TextArea

from corpus.opening import open_corpus
from tui.app import PostilApp
from tui.configuration.settings import Settings
from tui.configuration.settings_file import THEME_NAMES
from tui.configuration.themes import MONOCHROME
from tui.widgets.article_pane import ArticlePane
from tui.widgets.virtual_list import VirtualList
from tui.workspace import Workspace

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

WORDS = ("furniture", "person", "org", "place", "norp", "quantity")
ANNOTATIONS = ("annotation-highlight", "annotation-note", "annotation-claim")
UPON = ("match", "match-widened", "selection", "cursor", "cursor-blurred")


@pytest.fixture(params=["NO_COLOR", "the theme"])
def without_colours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    return str(request.param)


async def begin(session: Session, without_colours: str) -> None:
    if without_colours == "the theme":
        session.app.show_theme("postil-monochrome")
        await session.settle()


def attributes(style: Style) -> tuple[bool, bool, bool, bool]:
    return bool(style.bold), bool(style.italic), bool(style.underline), bool(style.reverse)


async def test_what_is_in_an_article_differs_by_underline_bold_italic_and_reverse(
    reading: Opener, folder: Path, without_colours: str
) -> None:
    async with reading(folder) as session:
        await begin(session, without_colours)
        paint = session.app.screen.query_one(ArticlePane)._painter.style
        kinds = ("", *WORDS, *UPON)
        looks = {kind: attributes(paint((kind,) if kind else ())) for kind in kinds}
        for one, other in combinations(kinds, 2):
            assert looks[one] != looks[other], (one, other)
        # Which kind of annotation it is, the signs in the margin say.
        assert attributes(paint(("gutter",))) != looks[""]
        for annotation in ANNOTATIONS:
            assert attributes(paint((annotation,))) not in looks.values()
        # What lies upon words looks the same whatever they are, so that nothing hides it.
        for upon, annotation, word in product(UPON, ("", *ANNOTATIONS), ("", *WORDS)):
            names = tuple(filter(None, (word, annotation, upon)))
            assert attributes(paint(names)) == looks[upon], names
        for match in ("match", "match-widened"):
            assert attributes(paint((match, "selection"))) == looks["selection"]
            assert attributes(paint((match, "cursor"))) == looks["cursor"]
        assert attributes(paint(("selection", "cursor"))) == looks["cursor"]


async def test_rows_of_lists_differ_and_the_cursor_is_seen_on_each(
    reading: Opener, folder: Path, without_colours: str
) -> None:
    async with reading(folder, size=(130, 32)) as session:
        await begin(session, without_colours)
        for keys in (("tab",), ("tab",), ("s", *"brand")):
            await session.press(*keys)
            for rows in session.app.screen.query(VirtualList):
                plain = attributes(rows._style("", cursor=False))
                under_cursor = attributes(rows._style("", cursor=True))
                assert under_cursor != plain
                for name in ("heading", "strong", "warning"):
                    look = attributes(rows._style(name, cursor=False))
                    assert look != plain, name
                    assert attributes(rows._style(name, cursor=True)) != look, name
                for name in ("match", "match-widened"):
                    assert attributes(rows._style(name, cursor=True)) != under_cursor, name
                matches = [attributes(rows._style(name, cursor=False))
                           for name in ("match", "match-widened")]  # fmt: skip
                assert matches[0] != matches[1]


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_the_reader_starts_in_every_theme_of_the_settings(folder: Path, theme: str) -> None:
    workspace = Workspace(open_corpus(folder))
    workspace.index.update()
    app = PostilApp(workspace, build_index=False, watch=False, settings=Settings(theme=theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert theme == "auto" or app.theme == f"postil-{theme}"
        assert app.screen.query_one(ArticlePane).is_attached


async def test_an_empty_no_color_leaves_the_colours(
    reading: Opener, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with reading(folder) as session:
        person = session.app.screen.query_one(ArticlePane)._painter.style(("person",))
        strips = session.app.screen._compositor.render_strips()
        assert person in [style for strip in strips for _, style, _ in strip]


@pytest.mark.parametrize("keys", [("s", *"brand"), ("slash", *"brand"), ("V", "a"), ("V", "W")])
async def test_the_cursor_of_a_field_is_seen_without_colours(
    reading: Opener, folder: Path, without_colours: str, keys: tuple[str, ...]
) -> None:
    async with reading(folder) as session:
        await begin(session, without_colours)
        await session.press(*keys)
        field = session.app.focused
        assert isinstance(field, Input | TextArea)
        row = session.app.screen._compositor.render_strips()[field.cursor_screen_offset.y]
        shown = row.crop(field.region.x, field.region.right)
        assert [len(text) for text, style, _ in shown if style and style.reverse] == [1]


async def test_a_theme_without_colours_chosen_later_tells_apart_as_well(
    reading: Opener, folder: Path
) -> None:
    async with reading(folder) as session:
        session.app.show_theme(MONOCHROME.name)
        await session.settle()
        style = session.reader.pane._painter.style(("person",))
        assert (style.bold, style.italic, style.underline) == (True, True, None)
