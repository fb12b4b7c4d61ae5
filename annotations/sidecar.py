"""A sidecar read: its annotations, its problems, and the exact text that edits start from."""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from annotations.editor import Document
from annotations.model import LINK_TYPES, Annotation
from annotations.schema import (
    SCHEMA_NAME,
    SCHEMA_VERSION,
    SchemaError,
    key_of,
    read_annotation,
    read_tags,
)
from corpus.decoding import byte_order_mark
from corpus.problem import CorpusError, Problem
from corpus.regular_file import NotRegularError, TooLargeError, read_regular
from corpus.yaml_shapes import short
from corpus.yaml_text import LIMIT, YamlMapping, YamlSequence, YamlValue

if TYPE_CHECKING:
    from pathlib import Path

    from annotations.schema import Path as KeyPath

_Known = dict[str, tuple[Any, Annotation]]
_SCHEMA = re.compile(rf"{SCHEMA_NAME}/([0-9]{{1,9}})")


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation and its place: the index among the items of the file, its line from 1.

    `unread` are the paths of the keys that are in the file and could not be read.
    """

    annotation: Annotation
    index: int
    line: int
    unread: frozenset[KeyPath] = frozenset()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What one sidecar holds.

    `data` is the bytes of the file, None where there is none. `mark` and `encoding` are its byte
    order mark and encoding. `by_id` are the entries by their ids. `document` is None, and `locked`
    says why, where the file could not be read; `locked` alone says that it must not be written. A
    file that git could not merge has the entries of both versions, and no document.
    """

    file: str
    data: bytes | None
    document: Document | None
    mark: bytes = b""
    encoding: str = "utf-8"
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    locked: Problem | None = None
    tags: tuple[str, ...] = ()
    by_id: dict[str, Entry] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_missing(self) -> bool:
        """Whether there is no such file; one that cannot be read is there."""
        return self.data is None and self.locked is None

    def entry(self, identity: str) -> Entry | None:
        """Find an annotation by its id."""
        return self.by_id.get(identity)

    def encoded(self, text: str) -> bytes:
        """Turn a text into the bytes of this file. Raises `UnicodeEncodeError`."""
        return self.mark + text.encode(self.encoding)


def read_bytes(path: Path) -> bytes | None:
    """Read the bytes of a sidecar; None where there is no file. Raises `OSError`.

    Where there cannot be one (no such folder, too long a name) writing says what to do.
    """
    try:
        return read_regular(path, LIMIT).data
    except OSError as wrong:
        if wrong.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
            return None
        raise


def read_sidecar(path: Path, file: str) -> Sidecar:
    """Read the sidecar at `path`, links resolved; `file` names it in problems. Never raises.

    What is bad in an annotation is left out and reported, or all of it if it has no id; the rest is
    there.
    """
    try:
        data = read_bytes(path)
    except TooLargeError as wrong:
        reason = f"the sidecar has {wrong.size:,} bytes; at most {LIMIT:,} are read"
        return _unreadable(file, None, Problem(file, reason, "move some annotations elsewhere"))
    except NotRegularError as wrong:
        reason = f"the sidecar is {wrong.kind}"
        return _unreadable(file, None, Problem(file, reason, "put a regular file in its place"))
    except OSError as wrong:
        reason = f"the sidecar cannot be read: {wrong.strerror}"
        return _unreadable(file, None, Problem(file, reason, "check its permissions"))
    return parse_sidecar(data, file)


def parse_sidecar(data: bytes | None, file: str) -> Sidecar:
    """Read a sidecar from its bytes; None stands for no file. Never raises."""
    if data is None:
        return Sidecar(file, None, Document("", file, None))
    mark, encoding = byte_order_mark(data) or (b"", "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, len(mark) + wrong.start) + 1
        reason = f"the sidecar is not {encoding.upper()}: byte {wrong.object[wrong.start]:#04x}"
        return _unreadable(file, data, Problem(file, reason, "save it as UTF-8", line))
    try:
        document = Document.read(text, file)
    except CorpusError as wrong:
        from annotations.conflict import read_both

        torn = _unreadable(file, data, wrong.problem)
        return read_both(replace(torn, mark=mark, encoding=encoding), text)
    return _understood(Sidecar(file, data, document, mark, encoding), document.value)


def written(before: Sidecar, document: Document, data: bytes) -> Sidecar:
    """Return the sidecar that an edit of `before` left: `document`, written as `data`.

    Annotations that the edit left as they were are not understood again.
    """
    items = before.document.items if before.document is not None else []
    known = {
        one.annotation.id: (items[one.index], one.annotation)
        for one in before.entries
        if not one.unread
    }
    return _understood(
        Sidecar(before.file, data, document, before.mark, before.encoding), document.value, known
    )


def _unreadable(file: str, data: bytes | None, problem: Problem) -> Sidecar:
    return Sidecar(file, data, None, problems=(problem,), locked=problem)


def _understood(sidecar: Sidecar, value: YamlValue, known: _Known | None = None) -> Sidecar:
    file = sidecar.file
    if value is None:
        return sidecar
    if not isinstance(value, YamlMapping):
        problem = Problem(file, "the file is not a mapping", "begin it with `schema: postil/1`", 1)
        return replace(sidecar, problems=(problem,), locked=problem)
    problems: list[Problem] = []
    locked = _schema_problem(file, value, problems)
    tags: tuple[str, ...] = ()
    if (block := value.get("article")) is not None:
        try:
            tags = read_tags(block)
        except SchemaError as wrong:
            problems.append(_problem(file, value, ("article", *wrong.path), wrong))
    items = value.get("annotations")
    entries: list[Entry] = []
    if isinstance(items, YamlSequence):
        entries = _entries(file, value, items, problems, known or {})
    elif items is not None:
        line, column = value.keys_at["annotations"]
        problem = Problem(
            file, "`annotations` is not a list", "write each annotation after a dash", line, column
        )
        problems.append(problem)
        locked = locked or problem
    return replace(
        sidecar,
        entries=tuple(entries),
        problems=tuple(problems),
        locked=locked,
        tags=tags,
        by_id={one.annotation.id: one for one in entries},
    )


def _schema_problem(file: str, value: YamlMapping, problems: list[Problem]) -> Problem | None:
    name = value.get("schema")
    found = _SCHEMA.fullmatch(name) if isinstance(name, str) else None
    if found and int(found.group(1)) <= SCHEMA_VERSION:
        return None
    line, column = value.keys_at.get("schema", (1, None))
    if found:
        problem = Problem(
            file,
            f"the sidecar was written by a newer Postil ({name}) and is not changed by this one",
            "update Postil, or annotate with the newer one",
            line,
            column,
        )
    elif name is None:
        problem = Problem(
            file, "the sidecar does not say its schema", "begin it with `schema: postil/1`", line
        )
        problem = _as_warning(problem)
    else:
        problem = Problem(
            file, "the schema is not one of Postil's", "write `schema: postil/1`", line, column
        )
    problems.append(problem)
    return None if problem.level == "warning" else problem


def _entries(
    file: str, root: YamlMapping, items: YamlSequence, problems: list[Problem], known: _Known
) -> list[Entry]:
    entries: list[Entry] = []
    lines: dict[str, int] = {}
    for index, item in enumerate(items):
        line = items.items_at[index].line
        left_out: list[SchemaError] = []
        try:
            annotation = _known_annotation(item, known) or read_annotation(item, left_out)
        except SchemaError as wrong:
            problems.append(_problem(file, root, ("annotations", index, *wrong.path), wrong))
            continue
        problems += (
            _problem(file, root, ("annotations", index, *wrong.path), wrong) for wrong in left_out
        )
        if annotation.id in lines:
            reason = f"the id {annotation.id} stands on line {lines[annotation.id]} already"
            problems.append(Problem(file, reason, "give one of the two another id", line))
            continue
        lines[annotation.id] = line
        unread = {key_of(wrong.path) for wrong in left_out}
        if ("quote",) in unread or ("at",) in unread:
            unread |= {("quote",), ("at",)}
        entries.append(Entry(annotation, index, line, frozenset(unread)))
        for at, link in enumerate(annotation.links):
            if link.type not in LINK_TYPES:
                place = _place(root, ("annotations", index, "links", at))
                reason = f"{short(link.type)} is not a type of link"
                remedy = "use one of " + ", ".join(sorted(LINK_TYPES))
                problems.append(_as_warning(Problem(file, reason, remedy, *place)))
    return entries


def _known_annotation(item: YamlValue, known: _Known) -> Annotation | None:
    """Return the annotation of an item that was read before, None where it is another."""
    identity = item.get("id") if known and isinstance(item, YamlMapping) else None
    was = known.get(identity) if isinstance(identity, str) else None
    return was[1] if was is not None and was[0] == item else None


def _problem(file: str, root: YamlValue, path: KeyPath, wrong: SchemaError) -> Problem:
    return Problem(file, wrong.reason, wrong.remedy, *_place(root, path))


def _place(root: Any, path: KeyPath) -> tuple[int | None, int | None]:
    """Find line and column of the innermost thing on the path that is there."""
    place: tuple[int | None, int | None] = (None, None)
    for step in path:
        if isinstance(root, YamlMapping) and step in root.keys_at:
            place = root.keys_at[str(step)]
        elif isinstance(root, YamlSequence) and isinstance(step, int) and step < len(root):
            place = root.items_at[step]
        else:
            break
        root = root[step]
    return place


def _as_warning(problem: Problem) -> Problem:
    return replace(problem, level="warning")
