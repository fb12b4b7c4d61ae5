"""What was done to sidecars in this session, and how each of it is undone.

Where the file is still the one that the edit left, undoing gives back its very bytes. Where another
program changed it meanwhile, the annotation's own lines are put back if they are as the edit left
them, else its values, if they are; else the undo is refused, because it would overwrite the other's
work. A redo is the undo of an undo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from annotations import editor
from annotations.differences import Put, Remove, Step, differences
from annotations.error import AnnotationError
from annotations.list_edits import Item, Items
from annotations.model import Annotation
from annotations.schema import annotation_data
from annotations.sequence_edits import comment_above
from annotations.sidecar import written
from annotations.splice import Splice, narrowed
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.editor import Document, Edit
    from annotations.schema import Data
    from annotations.sidecar import Entry, Sidecar

Kind = Literal["added", "changed", "deleted"]
_OPPOSITE: dict[Kind, Kind] = {"added": "deleted", "changed": "changed", "deleted": "added"}
_NOT_THE_READERS = frozenset({"at", "before", "after", "edited"})


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


def work_on_addition(sidecar: Sidecar, annotation: Annotation, header: dict[str, Data]) -> Work:
    """Work out that an annotation is added at the end. Raises `AnnotationError`."""
    return work_on_additions(sidecar, [annotation], header)


def work_on_additions(
    sidecar: Sidecar, annotations: Sequence[Annotation], header: dict[str, Data]
) -> Work:
    """Work out that annotations, one at least, are added at the end. Raises `AnnotationError`."""
    document = _document(sidecar)
    items = tuple(Item(annotation_data(annotation)) for annotation in annotations)
    new = items[0] if len(items) == 1 else Items(items)
    edit = editor.insert_item(document, len(document.items), new, header)
    works = [Work("added", each.id, None, None, each) for each in annotations]
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def work_on_change(sidecar: Sidecar, entry: Entry, new: Annotation) -> Work:
    """Work out that an annotation becomes `new`. Raises `AnnotationError`."""
    return work_on_changes(sidecar, [(entry, new)])


def work_on_changes(sidecar: Sidecar, pairs: Sequence[tuple[Entry, Annotation]]) -> Work:
    """Work out that annotations, one at least, become others. Raises `AnnotationError`."""
    document = _document(sidecar)
    changes: dict[int, list[Step]] = {}
    for entry, new in pairs:
        value = document.items[entry.index]
        steps = list(differences(annotation_data(entry.annotation), annotation_data(new), value))
        for step in steps:
            _refuse_unread(sidecar, entry, step)
        changes[entry.index] = steps
    edit = editor.change_items(document, changes)
    works = []
    for entry, new in pairs:
        raw, margin = editor.raw_item(document, entry.index)
        old, value = entry.annotation, document.items[entry.index]
        loses = _loses(value, edit.after.items[entry.index])
        works.append(Work("changed", old.id, None, old, new, raw, margin, value, loses))
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def work_on_deletion(sidecar: Sidecar, entry: Entry) -> Work:
    """Work out that an annotation is deleted. Raises `AnnotationError`."""
    document = _document(sidecar)
    raw, margin = editor.raw_item(document, entry.index)
    edit = editor.remove_item(document, entry.index)
    value = document.items[entry.index]
    return Work(
        "deleted", entry.annotation.id, edit, entry.annotation, None, raw, margin, value, True
    )


def done(
    article: str, sidecar: Sidecar, work: Work, after: bytes | None, header: dict[str, Data]
) -> Done:
    """Keep what it takes to undo `work`, which turned `sidecar` into the bytes `after`."""
    document = _document(sidecar)
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
    if not work.others:
        return _kept(sidecar, work, result, work.edit)
    steps = [
        _kept(sidecar, one, replace(result, work=replace(one, others=()), after=""), work.edit)
        for one in (work, *work.others)
    ]
    first = replace(steps[0], work=result.work, after=result.after)
    return replace(first, others=tuple(steps[1:]))


def _kept(sidecar: Sidecar, work: Work, result: Done, edit: Edit | None) -> Done:
    """Put to `result` what it takes to undo one annotation of an edit by itself."""
    document = _document(sidecar)
    if work.kind == "added":
        assert edit is not None
        items = edit.after.items
        index = next(at for at, item in enumerate(items) if _has_id(item, work.id))
        return replace(result, lines=("", editor.raw_item(edit.after, index)[0]))
    entry = sidecar.entry(work.id)
    if entry is None:
        return result
    if work.kind == "deleted":
        ids = [item.get("id") if isinstance(item, dict) else None for item in document.items]
        return replace(
            result,
            above=comment_above(document.text, editor.item_span(document, entry.index)[0]),
            previous=ids[entry.index - 1] if entry.index else None,
            following=ids[entry.index + 1] if entry.index + 1 < len(ids) else None,
        )
    assert edit is not None
    if not work.others and result.after:
        start, end, _ = editor.item_span(document, entry.index)
        text, text_after = document.text, edit.after.text
        lines = text[start:end], text_after[start : len(text_after) - (len(text) - end)]
        return replace(result, lines=lines)
    return replace(result, lines=_lines(sidecar, edit, work.id))


def _lines(sidecar: Sidecar, edit: Edit, identity: str) -> tuple[str, str]:
    """Return the lines of an annotation before and after an edit that leaves each in its place."""
    entry, document = sidecar.entry(identity), _document(sidecar)
    assert entry is not None
    before, after = (editor.item_span(one, entry.index) for one in (document, edit.after))
    return document.text[before[0] : before[1]], edit.after.text[after[0] : after[1]]


def work_on_undo(sidecar: Sidecar, past: Done) -> Work:
    """Work out what undoes `past` on the sidecar as it is now. Raises `AnnotationError`."""
    document = _document(sidecar)
    what = past.work
    work = _opposite(sidecar, what)
    if digest(sidecar.data) == past.after:
        others = tuple(_opposite(sidecar, one.work) for one in past.others)
        if past.before is None:
            return replace(work, others=others)
        text = past.back.apply(document.text)
        if digest(sidecar.encoded(text)) == past.before:
            edit = editor.Edit(editor.Document.read(text, sidecar.file), past.back)
            return replace(work, edit=edit, others=others)
    if past.others:
        return _each_back(sidecar, past)
    return replace(work, edit=_one_back(sidecar, past))


def _opposite(sidecar: Sidecar, what: Work) -> Work:
    """Work out, without its edit, that what was done to an annotation is taken back."""
    entry, document = sidecar.entry(what.id), _document(sidecar)
    raw, margin, value = "", 0, None
    if entry is not None:
        raw, margin = editor.raw_item(document, entry.index)
        value = document.items[entry.index]
    loses = what.kind != "deleted"
    return Work(_OPPOSITE[what.kind], what.id, None, what.new, what.old, raw, margin, value, loses)


def _one_back(sidecar: Sidecar, past: Done) -> Edit:
    """Work out the edit that undoes what was done to one annotation, in another file than it left.

    Raises `ConflictError`.
    """
    document, what = _document(sidecar), past.work
    entry = sidecar.entry(what.id)
    if past.kind == "deleted":
        if any(_has_id(item, what.id) for item in document.items):
            raise _conflict(sidecar, f"annotation {what.id} is in the file already")
        return _put_back(document, past)
    if entry is None:
        raise _conflict(sidecar, f"annotation {what.id} is no longer in the file")
    if past.kind == "added":
        raw = editor.raw_item(document, entry.index)[0]
        if raw.rstrip("\r\n") != past.lines[1].rstrip("\r\n"):
            raise _conflict(sidecar, f"annotation {what.id} was changed since")
        return editor.remove_item(document, entry.index)
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
    text = _document(sidecar).text
    edit = editor.Edit(_document(now), narrowed(text, _document(now).text))
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def holds_nothing(document: Document, header: dict[str, Data]) -> bool:
    """Whether a file is what it would be if Postil had made it, with no annotation in it."""
    if document.items:
        return False
    bare = editor.Document("", document.file, None)
    with_one = editor.insert_item(bare, 0, Item({"id": "a"}), header).after
    return document.text == editor.remove_item(with_one, 0).after.text


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


def _put_back(document: Document, past: Done) -> Edit:
    ids = [item.get("id") if isinstance(item, dict) else None for item in document.items]
    index = len(ids)
    if past.previous in ids and past.previous is not None:
        index = ids.index(past.previous) + 1
    elif past.following in ids and past.following is not None:
        index = ids.index(past.following)
    what = past.work
    item = Item(what.data, what.raw, what.margin, past.above)
    return editor.insert_item(document, index, item, past.header)


def _changed_back(sidecar: Sidecar, document: Document, entry: Entry, past: Done) -> Edit:
    before, after = past.lines
    edit = editor.replace_raw(document, entry.index, after, before)
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


def _refuse_unread(sidecar: Sidecar, entry: Entry, step: Step) -> None:
    """Refuse a step onto, into or around what stands in the file and could not be read."""
    path = (*step.path, step.key) if isinstance(step, Put | Remove) else step.path
    for unread in entry.unread:
        shorter = min(len(path), len(unread))
        if path[:shorter] == unread[:shorter]:
            raise AnnotationError(
                Problem(
                    sidecar.file,
                    f"`{unread[-1]}` of {entry.annotation.id} is not in a form that can be read",
                    "correct it in the file first; `postil check` says what is wrong with it",
                    entry.line,
                )
            )


def _has_id(item: Any, identity: str) -> bool:
    return isinstance(item, dict) and item.get("id") == identity


def _loses(before: Any, after: Any) -> bool:
    """Whether a change takes or overwrites something that the reader wrote, known or unknown."""
    return any(
        value and key not in _NOT_THE_READERS and after.get(key) != value
        for key, value in before.items()
    )


def _document(sidecar: Sidecar) -> Document:
    if sidecar.locked is not None or sidecar.document is None:
        problem = sidecar.locked or Problem(sidecar.file, "the sidecar cannot be read")
        raise AnnotationError(problem)
    return sidecar.document


def _conflict(sidecar: Sidecar, reason: str) -> ConflictError:
    return ConflictError(
        Problem(sidecar.file, f"this cannot be undone: {reason}", "edit the annotation instead")
    )
