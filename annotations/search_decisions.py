"""Searches that the reader saved, written into `postil.yaml` under `searches`, by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from annotations.corpus_file_writing import begun, refused, root_of, with_text, write
from annotations.differences import Put, Remove
from annotations.editor import Document, change_mapping
from annotations.entity_decisions import Decided
from annotations.error import AnnotationError
from corpus.corpus_file import CORPUS_FILE_NAME
from corpus.corpus_file_reading import parse_corpus_file
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.saving import Doubt

_KEY: Final = "searches"


def save_search(root: Path, name: str, query: str | None, doubt: Doubt) -> Decided | None:
    """Save a query under a name in the `postil.yaml` of the corpus at `root`; None takes it out.

    The file is made where there is none. Returns None where the file says it already. Raises
    `AnnotationError` with the file untouched. `doubt` is told what may not survive a power cut.
    """

    def made(before: bytes | None) -> bytes | None:
        if before is None and query is None:
            return None
        return with_text(before, lambda text: _with(text, name, query))

    written = write(root, made, doubt)
    if written is None:
        return None
    return Decided(f"search {name}: {query}" if query else f"search {name} not saved", written)


def _with(text: str, name: str, query: str | None) -> str:
    try:
        document = Document.read(text, CORPUS_FILE_NAME)
    except CorpusError as wrong:
        raise AnnotationError(wrong.problem) from wrong
    if document.value is None:
        after = text if query is None else begun(text, _KEY, {name: query})
    else:
        step = _step(root_of(document.value), name, query)
        if step is not None:
            document = change_mapping(document, step, _last(document.value, step))
        after = document.text
    saved = {one.name: one.query for one in parse_corpus_file(after)[0].searches}
    if saved.get(name) != query:
        raise refused("it is not read as it was meant", "write it into postil.yaml by hand")
    return after


def _step(root: dict[str, Any], name: str, query: str | None) -> Put | Remove | None:
    searches = root.get(_KEY)
    if searches is not None and not isinstance(searches, dict):
        raise refused("`searches` is no mapping", "write `name: query` lines under it")
    if query is not None:
        if not searches:
            return Put((), _KEY, {name: query})
        return None if searches.get(name) == query else Put((_KEY,), name, query)
    if not searches or name not in searches:
        return None
    if len(searches) > 1:
        return Remove((_KEY,), name)
    return Remove((), _KEY) if len(root) > 1 else Put((), _KEY, {})


def _last(value: object, step: Put | Remove) -> tuple[str, ...]:
    """Give the keys that come before a new one: what is new comes last."""
    if not isinstance(step, Put):
        return ()
    there: object = value
    for part in step.path:
        there = there[part] if isinstance(there, dict) else None
    return (*(there if isinstance(there, dict) else ()), step.key)
