"""Several annotations on the same words: each is reached and acted on by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span

if TYPE_CHECKING:
    from tests.tui.conftest import Opener


async def test_annotations_of_the_same_words_are_stepped_through_and_deleted_one_by_one(
    folder: Path, reading: Opener
) -> None:
    corpus = open_corpus(folder)
    article = corpus.read(corpus.files[0])
    store = AnnotationStore(corpus)
    start = article.text.index("Nobody")
    for note in ("first", "second", "third"):
        store.create(article, Span(start, start + 6), note=note)
    end = article.text.index("Between")
    store.create(article, Span(end, end + 7), note="last")

    async with reading(folder) as session:

        def notes() -> list[str]:
            return [one.annotation.note for one in session.reader.pane.document.placed]

        await session.until(lambda: len(notes()) == 4)
        await session.press("]", "a", "]", "a")
        assert session.reader.pane.cursor == start
        assert "2 of 3 here: second" in session.screen_text()
        await session.press("D")
        await session.until(lambda: notes() == ["first", "third", "last"])
        await session.press("]", "a")
        assert "2 of 2 here: third" in session.screen_text()
        await session.press("[", "a")
        assert "1 of 2 here: first" in session.screen_text()
        await session.press("]", "a", "]", "a")
        assert session.reader.pane.cursor == end
        await session.press("D")
        await session.until(lambda: notes() == ["first", "third"])
