"""The names of the whole corpus on the screen: known once the corpus was gone through."""

from __future__ import annotations

from pathlib import Path

from corpus.linking.keeping import entity_table
from corpus.opening import open_corpus
from tests.tui.conftest import Opener

LATER = "A spokesman for NRRA blamed the fog. Nobody else at NRRA was to be reached."
BEFORE = "The Northern River Relief Authority (NRRA) sent boats. NRRA paid for them."


async def test_a_name_that_another_article_explains_is_shown_as_what_it_is(
    folder: Path, reading: Opener
) -> None:
    (folder / "a_ferry.txt").write_text(LATER, encoding="utf-8")
    (folder / "b_inquiry.txt").write_text(BEFORE, encoding="utf-8")
    async with reading(folder, size=(120, 30), live=True) as session:
        await session.until(lambda: "Northern River Relief Authority" in session.screen_text())

        assert session.reader.pane.document is not None
        assert session.reader.pane.document.article.name == "a_ferry.txt"


async def test_names_that_were_linked_before_are_there_without_indexing(
    folder: Path, reading: Opener
) -> None:
    (folder / "a_ferry.txt").write_text(LATER, encoding="utf-8")
    (folder / "b_inquiry.txt").write_text(BEFORE, encoding="utf-8")
    corpus = open_corpus(folder)
    entity_table(corpus)
    corpus.close()
    async with reading(folder, size=(120, 30)) as session:
        assert session.reader.workspace.link_names()
        session.reader.show_linked()
        await session.settle()

        assert "Northern River Relief Authority" in session.screen_text()
