"""The sample corpus in a folder of its own, with what a folder of articles may come to hold."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from annotations.store import AnnotationStore
from corpus.opening import open_corpus
from corpus.span import Span
from tui.folder.folder_memory import FolderMemory

SAMPLE = Path(__file__).resolve().parents[2] / "examples" / "tulgara-dam"
LAST_VISIT = datetime(2023, 6, 17, 9, tzinfo=UTC)


def sample(root: Path) -> Path:
    """Return a copy of the sample corpus under `root`, in which one article is nearly another.

    One sidecar of it cannot be read, one belongs to no article, and one is another reader's.
    """
    folder = root / SAMPLE.name
    shutil.copytree(SAMPLE, folder)
    (folder / "003_herald_log.txt.annotations.yaml").write_text("annotations: [\n")
    (folder / "gone.txt.annotations.yaml").write_text(
        'schema: postil/1\nannotations:\n- {id: a-k3v9x2m7qd, quote: "the lower gate", '
        'note: "Who saw it?", made: "2023-05-27T08:14:00Z"}\n'
    )
    wire = (folder / "007_wire_correction.txt").read_text(encoding="utf-8")
    (folder / "013_reprint.txt").write_text(
        wire.replace("recovered 41", "recovered 43"), encoding="utf-8"
    )
    corpus = open_corpus(folder)
    article = corpus.read(corpus.find("005_gazette.txt"))
    AnnotationStore(corpus, reader="Ilse").create(article, Span(0, 10), note="whose paper?")
    return folder


def visited(folder: Path) -> None:
    """Let the reader have been in the folder before an article came and another went."""
    late = folder / "002_courier_list.txt"
    text = late.read_bytes()
    late.unlink()
    corpus = open_corpus(folder)
    FolderMemory(corpus.key, corpus.root).since(corpus.files, LAST_VISIT)
    late.write_bytes(text)
