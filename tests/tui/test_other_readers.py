"""Other readers' annotations on screen: seen with names, linked, copied, never changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
from tui.screens.choosing import ChoiceScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Opener, Session

THEIRS = "a_ferry.txt.Ilse.annotations.yaml"
MINE = "a_ferry.txt.annotations.yaml"


def annotated_by_ilse(folder: Path) -> None:
    corpus = open_corpus(folder)
    article = corpus.read(corpus.files[0])
    store = AnnotationStore(corpus, reader="Ilse")
    start = article.text.index("The ferry")
    store.create(article, Span(start, start + 17), note="what she saw")


async def at_hers(session: Session) -> None:
    await session.until(lambda: bool(session.reader.pane.document.placed))
    await session.press("]", "a")


async def test_anothers_annotation_is_shown_with_the_name_and_not_changed(
    folder: Path, reading: Opener
) -> None:
    annotated_by_ilse(folder)
    before = (folder / THEIRS).read_bytes()
    async with reading(folder) as session:
        await at_hers(session)
        for keys in (["c"], ["D"], ["g", "w"]):
            await session.press(*keys)
            await session.until(lambda: "Made by Ilse" in session.screen_text())
            assert session.app.screen is session.reader
        await session.press("p", "a")
        await session.until(lambda: "Ilse: " in session.screen_text())
    assert (folder / THEIRS).read_bytes() == before
    assert not (folder / MINE).exists()


async def test_anothers_annotation_is_copied_linked_and_hidden(
    folder: Path, reading: Opener
) -> None:
    annotated_by_ilse(folder)
    before = (folder / THEIRS).read_bytes()
    async with reading(folder) as session:
        await at_hers(session)
        session.reader.mark_annotation()
        pane = session.reader.pane
        pane.move_to(pane.document.article.text.index("Between"))
        await session.press("a", *"mine", "ctrl+s")
        await session.until(lambda: len(session.reader.pane.document.placed) == 2)
        await session.press("L")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        # What has a direction would stand in her file.
        assert "quotes" not in session.screen_text()
        await session.press("enter")
        await session.until(lambda: "agrees" in (folder / MINE).read_text(encoding="utf-8"))
        await session.press("g", "g", "]", "a", "g", "o")
        await session.until(lambda: len(session.reader.pane.document.placed) == 3)
        await session.press("p", "b")
        await session.until(lambda: isinstance(session.app.screen, ChoiceScreen))
        await session.press("j", "j", "enter")
        await session.until(lambda: len(session.reader.pane.document.placed) == 1)
        assert not session.reader.pane.document.placed[0].mine
    assert (folder / THEIRS).read_bytes() == before
    assert (folder / MINE).read_text(encoding="utf-8").count("what she saw") == 1
