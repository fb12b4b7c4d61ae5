"""The rows of the side panel."""

from __future__ import annotations

from pathlib import Path

from corpus.opening import open_corpus
from tui.article.document import Document
from tui.panel.panel_rows import rows_of


def test_annotations_that_are_not_read_yet_are_not_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry sank.\n", encoding="utf-8")
    corpus = open_corpus(tmp_path)
    document = Document.of(corpus.read(corpus.files[0]))

    def words(shown: Document) -> str:
        return "".join(text for row in rows_of("annotations", shown, 60) for text, _ in row.pieces)

    assert words(document) == "Reading the annotations …"
    known = document.with_metadata(corpus.metadata(document.article))
    assert words(known).startswith("Nothing annotated yet")
