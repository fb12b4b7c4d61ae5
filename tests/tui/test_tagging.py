"""Tags given where one reads, and given again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.word_line import WordLine

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session


def tags(session: Session) -> list[tuple[str, ...]]:
    return [one.annotation.tags for one in session.reader.pane.document.placed]


async def typed(session: Session, *keys: str) -> None:
    await session.press("t")
    await session.until(lambda: isinstance(session.app.screen, WordLine))
    await session.press(*keys, "enter")


async def test_a_sentence_is_tagged_then_the_annotation_and_the_tag_given_again(
    folder: Path, reading: Opener
) -> None:
    (folder / "postil.yaml").write_text(
        "schema: postil-corpus/1\ncodebook: {tags: [{crew: [deck, engine]}]}\n", encoding="utf-8"
    )
    async with reading(folder) as session:
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Between"))
        await session.press("t")
        await session.until(lambda: "crew/engine" in session.screen_text())
        await session.press(*"eng", "tab", *", new", "enter")
        await session.until(lambda: tags(session) == [("crew/engine", "new")])
        await typed(session, *"late")
        await session.until(lambda: tags(session) == [("crew/engine", "new", "late")])
        pane.move_to(pane.document.article.text.index("Nobody"))
        await session.press("g", "t")
        await session.until(lambda: ("late",) in tags(session))
        await session.press("u", "u", "u")
        await session.until(lambda: not tags(session))


async def test_without_a_tag_there_is_none_to_give_again(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("g", "t")
        await session.until(lambda: "No tag was given yet" in session.screen_text())


async def test_the_tags_of_a_note_are_given_again(folder: Path, reading: Opener) -> None:
    async with reading(folder) as session:
        await session.press("a", *"odd", "tab", *"crew", "ctrl+s")
        await session.until(lambda: tags(session) == [("crew",)])
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Nobody"))
        await session.press("g", "t")
        await session.until(lambda: tags(session) == [("crew",), ("crew",)])


async def test_tags_that_are_not_saved_are_asked_for_again(folder: Path, reading: Opener) -> None:
    sidecar = folder / "a_ferry.txt.annotations.yaml"
    async with reading(folder) as session:
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Nobody"))
        sidecar.write_text("schema: postil/2\nannotations: []\n", encoding="utf-8")
        await typed(session, *"slipway")
        await session.until(lambda: bool(session.app.screen.query("#word-field")))
        assert "Not saved" in session.screen_text()
        assert session.app.screen.query_one("#word-field").value == "slipway, "
        sidecar.unlink()
        await session.press("enter")
        await session.until(lambda: tags(session) == [("slipway",)])
