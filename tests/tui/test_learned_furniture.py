"""Furniture that was learned from the corpus on the screen, and the title that it gives way to."""

from __future__ import annotations

from pathlib import Path

from corpus.linking.keeping import entity_table
from corpus.opening import open_corpus
from tests.tui.conftest import Opener

MOTTO = "The paper of the whole valley"


async def test_a_learned_line_leaves_the_title_line_once_it_is_known(
    folder: Path, reading: Opener
) -> None:
    for number, place in enumerate(("Velm", "Oru", "Lannock", "Tarsk", "Hyle", "Cald")):
        (folder / f"a{number}.txt").write_text(
            f"{MOTTO}\n\n{place} opens its bridge\n\nVELM GAZETTE\n\n"
            f"The mayor of {place} opened the bridge on Sunday before a crowd of townspeople.\n"
        )
    async with reading(folder, size=(120, 30)) as session:
        await session.settle()
        assert MOTTO in session.screen_text().split("\n")[0]

        corpus = open_corpus(folder)
        entity_table(corpus)
        corpus.close()
        assert session.reader.workspace.link_names()
        session.reader.show_linked()
        await session.until(lambda: MOTTO not in session.screen_text().split("\n")[0])

        document = session.reader.pane.document
        assert document is not None
        assert document.metadata is not None
        assert document.metadata.title is not None
        assert document.metadata.title.value == "Velm opens its bridge"
