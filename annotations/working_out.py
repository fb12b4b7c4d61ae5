"""Edits of annotations worked out on a sidecar, not yet written: added, changed, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from annotations.differences import Put, Remove, Step, differences
from annotations.editor import Watch, change_items, insert_item, raw_item, remove_items, unwatched
from annotations.error import AnnotationError
from annotations.history import Work, document_of
from annotations.list_edits import Item, Items
from annotations.schema import annotation_data
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.model import Annotation
    from annotations.schema import Data
    from annotations.sidecar import Entry, Sidecar

_NOT_THE_READERS = frozenset({"at", "before", "after", "edited"})


def work_on_addition(sidecar: Sidecar, annotation: Annotation, header: dict[str, Data]) -> Work:
    """Work out that an annotation is added at the end. Raises `AnnotationError`."""
    return work_on_additions(sidecar, [annotation], header)


def work_on_additions(
    sidecar: Sidecar, annotations: Sequence[Annotation], header: dict[str, Data]
) -> Work:
    """Work out that annotations, one at least, are added at the end. Raises `AnnotationError`."""
    document = document_of(sidecar)
    items = tuple(Item(annotation_data(annotation)) for annotation in annotations)
    new = items[0] if len(items) == 1 else Items(items)
    edit = insert_item(document, len(document.items), new, header)
    works = [Work("added", each.id, None, None, each) for each in annotations]
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def work_on_change(sidecar: Sidecar, entry: Entry, new: Annotation) -> Work:
    """Work out that an annotation becomes `new`. Raises `AnnotationError`."""
    return work_on_changes(sidecar, [(entry, new)])


def work_on_changes(
    sidecar: Sidecar, pairs: Sequence[tuple[Entry, Annotation]], watch: Watch = unwatched
) -> Work:
    """Work out that annotations, one at least, become others. Raises `AnnotationError`."""
    document = document_of(sidecar)
    changes: dict[int, list[Step]] = {}
    for entry, new in pairs:
        value = document.items[entry.index]
        steps = list(differences(annotation_data(entry.annotation), annotation_data(new), value))
        for step in steps:
            _refuse_unread(sidecar, entry, step)
        changes[entry.index] = steps
    edit = change_items(document, changes, watch)
    works = []
    for entry, new in pairs:
        raw, margin = raw_item(document, entry.index)
        old, value = entry.annotation, document.items[entry.index]
        loses = _loses(value, edit.after.items[entry.index])
        works.append(Work("changed", old.id, None, old, new, raw, margin, value, loses))
    return replace(works[0], edit=edit, others=tuple(works[1:]))


def work_on_deletions(sidecar: Sidecar, entries: Sequence[Entry]) -> Work:
    """Work out that annotations, one at least, are deleted. Raises `AnnotationError`."""
    document = document_of(sidecar)
    works = []
    for entry in entries:
        raw, margin = raw_item(document, entry.index)
        one, value = entry.annotation, document.items[entry.index]
        works.append(Work("deleted", one.id, None, one, None, raw, margin, value, True))
    edit = remove_items(document, [entry.index for entry in entries])
    return replace(works[0], edit=edit, others=tuple(works[1:]))


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


def _loses(before: Any, after: Any) -> bool:
    """Whether a change takes or overwrites something that the reader wrote, known or unknown."""
    return any(
        value and key not in _NOT_THE_READERS and after.get(key) != value
        for key, value in before.items()
    )
