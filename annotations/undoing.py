"""What was done to a sidecar, undone on the sidecar as it is now.

Where the file is still the one that the edit left, undoing gives back its very bytes. Where another
program changed it meanwhile, the annotation's own lines are put back if they are as the edit left
them, else its values, if they are; else the undo is refused, because it would overwrite the other's
work. A redo is the undo of an undo.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotations.editor import Document, Edit, insert_item, raw_item, remove_item, replace_raw
from annotations.history import ConflictError, Work, digest, document_of, has_id
from annotations.list_edits import Item
from annotations.model import Annotation
from annotations.saving import NOT_UNDONE
from annotations.sidecar import written
from annotations.splice import narrowed
from annotations.working_out import work_on_change
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.editor import Document, Edit
    from annotations.history import Done, Kind
    from annotations.schema import Data
    from annotations.sidecar import Entry, Sidecar

_OPPOSITE: dict[Kind, Kind] = {"added": "deleted", "changed": "changed", "deleted": "added"}


def work_on_undo(sidecar: Sidecar, past: Done) -> Work:
    """Work out what undoes `past` on the sidecar as it is now. Raises `AnnotationError`."""
    document = document_of(sidecar)
    what = past.work
    work = _opposite(sidecar, what)
    if digest(sidecar.data) == past.after:
        others = tuple(_opposite(sidecar, one.work) for one in past.others)
        if past.before is None:
            return replace(work, others=others)
        text = past.back.apply(document.text)
        if digest(sidecar.encoded(text)) == past.before:
            edit = Edit(Document.read(text, sidecar.file), past.back)
            return replace(work, edit=edit, others=others)
    if past.others:
        return _each_back(sidecar, past)
    return replace(work, edit=_one_back(sidecar, past))


def holds_nothing(document: Document, header: dict[str, Data]) -> bool:
    """Whether a file is what it would be if Postil had made it, with no annotation in it."""
    if document.items:
        return False
    bare = Document("", document.file, None)
    with_one = insert_item(bare, 0, Item({"id": "a"}), header).after
    return document.text == remove_item(with_one, 0).after.text


def _opposite(sidecar: Sidecar, what: Work) -> Work:
    """Work out, without its edit, that what was done to an annotation is taken back."""
    entry, document = sidecar.entry(what.id), document_of(sidecar)
    raw, margin, value = "", 0, None
    if entry is not None:
        raw, margin = raw_item(document, entry.index)
        value = document.items[entry.index]
    loses = what.kind != "deleted"
    return Work(_OPPOSITE[what.kind], what.id, None, what.new, what.old, raw, margin, value, loses)


def _one_back(sidecar: Sidecar, past: Done) -> Edit:
    """Work out the edit that undoes what was done to one annotation, in another file than it left.

    Raises `ConflictError`.
    """
    document, what = document_of(sidecar), past.work
    entry = sidecar.entry(what.id)
    if past.kind == "deleted":
        if any(has_id(item, what.id) for item in document.items):
            raise _conflict(sidecar, f"annotation {what.id} is in the file already")
        return _put_back(document, past)
    if entry is None:
        raise _gone(sidecar, past)
    if past.kind == "added":
        raw = raw_item(document, entry.index)[0]
        if raw.rstrip("\r\n") != past.lines[1].rstrip("\r\n"):
            raise _conflict(sidecar, f"annotation {what.id} was changed since")
        return remove_item(document, entry.index)
    return _changed_back(sidecar, document, entry, past)


def _each_back(sidecar: Sidecar, past: Done) -> Work:
    """Take back what one edit did one by one, those that do not conflict, in another file
    than it left. Raises `ConflictError` where all do.
    """
    now, works = sidecar, []
    conflict: ConflictError | None = None
    for step in (replace(past, others=()), *past.others):
        try:
            edit = _one_back(now, step)
        except ConflictError as wrong:
            conflict = wrong
            continue
        works.append(_opposite(sidecar, step.work))
        now = written(now, edit.after, now.encoded(edit.after.text))
    if not works:
        assert conflict is not None
        raise conflict
    text = document_of(sidecar).text
    edit = Edit(document_of(now), narrowed(text, document_of(now).text))
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def _put_back(document: Document, past: Done) -> Edit:
    ids = [item.get("id") if isinstance(item, dict) else None for item in document.items]
    index = len(ids)
    if past.previous in ids and past.previous is not None:
        index = ids.index(past.previous) + 1
    elif past.following in ids and past.following is not None:
        index = ids.index(past.following)
    what = past.work
    item = Item(what.data, what.raw, what.margin, past.above)
    return insert_item(document, index, item, past.header)


def _changed_back(sidecar: Sidecar, document: Document, entry: Entry, past: Done) -> Edit:
    before, after = past.lines
    edit = replace_raw(document, entry.index, after, before)
    if edit is not None:
        return edit
    old, new, there = past.work.old, past.work.new, entry.annotation
    assert old is not None
    assert new is not None
    changes: dict[str, Any] = {}
    for name in Annotation.__dataclass_fields__:
        if getattr(old, name) != getattr(new, name):
            if getattr(there, name) != getattr(new, name) and name != "edited":
                raise _conflict(sidecar, f"`{name}` of {entry.annotation.id} was changed since")
            changes[name] = getattr(old, name)
    work = work_on_change(sidecar, entry, replace(there, **changes))
    assert work.edit is not None
    return work.edit


def _gone(sidecar: Sidecar, past: Done) -> ConflictError:
    """Say that another program deleted an annotation, and what was written in it."""
    one = past.work.new or past.work.old
    assert one is not None
    words = " ".join((one.note or one.quote or "").split())
    reason = f"{NOT_UNDONE}another program deleted annotation {past.work.id}: “{words}”"
    return ConflictError(Problem(sidecar.file, reason, "annotate the place again"))


def _conflict(sidecar: Sidecar, reason: str) -> ConflictError:
    return ConflictError(Problem(sidecar.file, f"{NOT_UNDONE}{reason}", "edit it instead"))
