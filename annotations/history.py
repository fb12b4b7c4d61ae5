"""What was done to sidecars in this session, with what it takes to undo it.

Where the file is still the one that the edit left, undoing gives back its very bytes; what is kept
of each annotation is for files that another program changed meanwhile (`annotations.undoing`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from annotations.editor import item_span, raw_item
from annotations.error import AnnotationError
from annotations.sequence_edits import comment_above
from annotations.splice import Splice
from corpus.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotations.editor import Document, Edit
    from annotations.model import Annotation
    from annotations.schema import Data
    from annotations.sidecar import Sidecar

Kind = Literal["added", "changed", "deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """What an undo, a redo or an adoption did, for the status line.

    `what` is what became of the annotation: "added", "changed" or "deleted"; "moved" says that a
    whole sidecar became that of `article`, "decided" that `postil.yaml` says something else of an
    entity, "tagged" that the article has other tags: then `id` is empty, and `article` where it is
    about none. `words` say it.
    """

    article: str
    id: str
    what: Kind | Literal["moved", "decided", "tagged"]
    words: str


@dataclass(frozen=True, slots=True)
class Work:
    """An edit worked out on a sidecar, not yet written.

    `edit` is None where the file itself is removed. `old` and `new` are the annotation before and
    after, None where it is not there. `raw` and `margin` are its characters before, as
    `editor.raw_item` gives them. `others` are further annotations that the same edit adds, changes
    or takes away.
    """

    kind: Kind
    id: str
    edit: Edit | None
    old: Annotation | None
    new: Annotation | None
    raw: str = ""
    margin: int = 0
    data: Any = None
    loses: bool = False
    others: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """An edit that was written, with what it takes to undo it.

    `before` and `after` are digests of the whole file, None where there was none. `back` leads from
    the text after to the text before. `lines` are the annotation's lines before and after a change;
    after an addition the second are those that it left.
    `previous` and `following` are the ids of its neighbours in the file, `above` is the comment
    on the line above it. `others` are further annotations that the same edit changed, each with
    its lines.
    """

    article: str
    work: Work
    before: str | None
    after: str | None
    back: Splice
    lines: tuple[str, str] = ("", "")
    previous: str | None = None
    following: str | None = None
    above: str = ""
    header: dict[str, Data] = field(default_factory=dict)
    others: tuple[Done, ...] = ()

    @property
    def kind(self) -> Kind:
        """What was done to the annotation."""
        return self.work.kind

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose sidecars it is about."""
        return (self.article,)


class ConflictError(AnnotationError):
    """What would be undone was changed by another program meanwhile; it never can be undone."""


def digest(data: bytes | None) -> str | None:
    """Return what tells two states of a file apart."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def done(
    article: str, sidecar: Sidecar, work: Work, after: bytes | None, header: dict[str, Data]
) -> Done:
    """Keep what it takes to undo `work`, which turned `sidecar` into the bytes `after`."""
    document = document_of(sidecar)
    text = document.text
    splice = work.edit.splice if work.edit else Splice(0, len(text), "")
    result = Done(
        article,
        replace(work, edit=None, others=()),
        digest(sidecar.data),
        digest(after),
        splice.inverse(text),
        header=header,
    )
    places = _places(work.edit.after) if work.edit and work.kind == "added" else {}
    if not work.others:
        return _kept(sidecar, work, result, work.edit, places)
    steps = [
        _kept(
            sidecar, one, replace(result, work=replace(one, others=()), after=""), work.edit, places
        )
        for one in (work, *work.others)
    ]
    first = replace(steps[0], work=result.work, after=result.after)
    return replace(first, others=tuple(steps[1:]))


def _places(document: Document) -> dict[str, int]:
    """Say which item of a file has each id first."""
    items = document.items
    return {
        item["id"]: at
        for at, item in reversed([*enumerate(items)])
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    }


def _kept(
    sidecar: Sidecar, work: Work, result: Done, edit: Edit | None, places: Mapping[str, int]
) -> Done:
    """Put to `result` what it takes to undo one annotation of an edit by itself.

    `places` says where those stand that were added.
    """
    document = document_of(sidecar)
    if work.kind == "added":
        assert edit is not None
        return replace(result, lines=("", raw_item(edit.after, places[work.id])[0]))
    entry = sidecar.entry(work.id)
    if entry is None:
        return result
    if work.kind == "deleted":
        return replace(
            result,
            above=comment_above(document.text, item_span(document, entry.index)[0]),
            previous=_id_at(document, entry.index - 1),
            following=_id_at(document, entry.index + 1),
        )
    assert edit is not None
    if not work.others and result.after:
        start, end, _ = item_span(document, entry.index)
        text, text_after = document.text, edit.after.text
        lines = text[start:end], text_after[start : len(text_after) - (len(text) - end)]
        return replace(result, lines=lines)
    return replace(result, lines=_lines(sidecar, edit, work.id))


def _id_at(document: Document, index: int) -> str | None:
    """Return the id of an item of the file; None where there is no such item, or it has none."""
    item = document.items[index] if 0 <= index < len(document.items) else None
    return item.get("id") if isinstance(item, dict) else None


def _lines(sidecar: Sidecar, edit: Edit, identity: str) -> tuple[str, str]:
    """Return the lines of an annotation before and after an edit that leaves each in its place."""
    entry, document = sidecar.entry(identity), document_of(sidecar)
    assert entry is not None
    before, after = (item_span(one, entry.index) for one in (document, edit.after))
    return document.text[before[0] : before[1]], edit.after.text[after[0] : after[1]]


def words(change: Kind, done: Done, *, redo: bool) -> str:
    """Say what an undo or redo did, for the status line."""
    said = "Redone" if redo else "Undone"
    if done.others:
        how = {
            "added": "there again",
            "changed": "changed again" if redo else "as they were before",
            "deleted": "gone again" if redo else "gone",
        }
        return f"{said}: {len(done.others) + 1:,} annotations are {how[change]}"
    annotation = done.work.new or done.work.old
    name = annotation.kind if annotation else "annotation"
    became = {
        "added": "there again",
        "changed": "changed again" if redo else "as it was before",
        "deleted": "gone again" if redo else "gone",
    }
    return f"{said}: the {name} is {became[change]}"


def document_of(sidecar: Sidecar) -> Document:
    """Return what edits of a sidecar start from. Raises `AnnotationError` where it is locked."""
    if sidecar.locked is not None or sidecar.document is None:
        problem = sidecar.locked or Problem(sidecar.file, "the sidecar cannot be read")
        raise AnnotationError(problem)
    return sidecar.document


def has_id(item: Any, identity: str) -> bool:
    """Whether an item of the file has an id."""
    return isinstance(item, dict) and item.get("id") == identity
