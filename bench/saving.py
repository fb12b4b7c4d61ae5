"""Saving an annotation into a sidecar of 200: python bench/saving.py

From the call to the sidecar on the disk, read again and found right. Beside it the floor: the same
bytes written to a new file, synced, renamed, and the folder synced, which is what it takes to be
sure of them.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from clocks import Times
from measures import Measure, arguments, own_folders, percentile, spread_of, tell

ANNOTATIONS = 200
ROUNDS = 40
SENTENCE = "The weir broke on Monday. Officials said at least 41 people were missing. "


def measures() -> Iterator[Measure]:
    """Measure on one sidecar."""
    from annotations.store import AnnotationStore
    from corpus.opening import open_corpus
    from corpus.span import Span

    with own_folders() as home:
        folder = home / "corpus"
        folder.mkdir()
        (folder / "a.txt").write_text(SENTENCE * ANNOTATIONS, encoding="utf-8")
        corpus = open_corpus(folder)
        article = corpus.read(corpus.files[0])
        store = AnnotationStore(corpus)
        sidecar = folder / "a.txt.annotations.yaml"
        sidecar.write_text(_sidecar(article.text), encoding="utf-8")
        store.placed(article)
        taken = {what: Times() for what in ("create", "change", "delete", "undo")}
        floor: list[float] = []

        for number in range(ROUNDS):
            create = partial(store.create, article, Span(number, number + 9), note="new")
            made = taken["create"].of(create).id
            taken["change"].of(partial(store.change, article, made, note="newer", tags=["x"]))
            taken["delete"].of(partial(store.delete, article, made))
            taken["undo"].of(store.undo)
            store.undo()
            store.undo()
            floor.append(_bare_save(sidecar))
        for what, times in taken.items():
            yield Measure(
                f"saving in a sidecar of {ANNOTATIONS}, {what}, p95",
                percentile(times.passed, 95),
                floor=statistics.median(floor),
                floor_name="synced write",
                most=100,
                spread=spread_of(times.passed),
                processor=times.processor,
            )


def _sidecar(text: str) -> str:
    """Return a sidecar of 200 claims with their notes, tags and places."""
    entries = []
    for number in range(ANNOTATIONS):
        start = number * 50
        end = start + 40
        entries.append(
            f'  - id: a-{number:010}\n    quote: "{text[start:end]}"\n    at: [{start}, {end}]\n'
            f'    before: "{text[max(0, start - 24) : start]}"\n'
            f'    after: "{text[end : end + 24]}"\n    note: "note {number}: who counted?"\n'
            "    tags: [missing, dam]\n    claim:\n      speaker: officials\n"
            "      measure: missing\n      quantity: {value: 41, bound: at-least}\n"
            '    made: "2026-11-21T03:31:38Z"\n'
        )
    return "schema: postil/1\nannotations:\n" + "".join(entries)


def _bare_save(path: Path) -> float:
    """Write the bytes of a file to another beside it, as surely as can be; return the ms."""
    data, target = path.read_bytes(), path.with_name("floor")
    began = time.perf_counter()
    temporary = path.with_name("floor.new")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    above = os.open(path.parent, os.O_RDONLY)
    os.fsync(above)
    os.close(above)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Print the figures."""
    tell(measures(), as_json=arguments(__doc__).json)


if __name__ == "__main__":
    main()
