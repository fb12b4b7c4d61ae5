"""Two sidecars of one article made one, with nothing of either lost.

The first stays as it is, byte for byte, and gets what only the second has, as it stands there with
its comments. What both have under one id and wrote differently is brought together where that can
be done: tags and links are those of both, a note or a claim that only one has is taken. Where both
said different things, the second stands beside the first under an id of its own, and its links to
other annotations with it. Who made an annotation may be told by the name of its reader's sidecar
only: then that is written down where it leaves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from annotations import editor
from annotations.differences import Put, Step, differences
from annotations.error import AnnotationError
from annotations.list_edits import KEY, Item
from annotations.model import new_id
from annotations.schema import ROOT_KEYS, annotation_data, read_tags, unknown_in
from annotations.sequence_edits import comment_above
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.editor import Document
    from annotations.model import Annotation
    from annotations.sidecar import Entry, Sidecar


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of the merged sidecar, and what was done: ids that were taken over, brought
    together, or put beside another (their old id and the new one).
    """

    text: str
    taken: tuple[str, ...]
    together: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]


def merge(first: Sidecar, second: Sidecar, by: str | None = None) -> Merged:
    """Merge `second` into `first`; `by` is whose the second is, where that is another reader.

    Raises `AnnotationError` where one of them cannot be read.
    """
    for sidecar in (first, second):
        _refuse_unread(sidecar)
    assert first.document is not None
    assert second.document is not None
    document, header = _with_root(first.document, second.document)
    taken: list[str] = []
    together: list[str] = []
    beside: list[tuple[str, str]] = []
    for entry in second.entries:
        identity = entry.annotation.id
        mine = first.entry(identity)
        data = second.document.items[entry.index]
        if mine is None:
            raw, margin = editor.raw_item(second.document, entry.index)
            start = editor.item_span(second.document, entry.index)[0]
            above = comment_above(second.document.text, start)
            document = _added(document, Item(data, raw, margin, above), Item(data), header)
            document = _signed(document, identity, by)
            taken.append(identity)
        elif (both := _both(first, mine, second, entry)) is not None:
            if both != mine.annotation:
                index = _index(document, identity)
                steps = _steps(mine.annotation, both, document.items[index], data)
                document = editor.change_item(document, index, steps).after
                together.append(identity)
        else:
            apart = new_id()
            item = Item({**data, "id": apart})
            document = _signed(_added(document, item, item, header), apart, by)
            beside.append((identity, apart))
    return Merged(document.text, tuple(taken), tuple(together), tuple(beside))


def _steps(mine: Annotation, both: Annotation, item: Any, theirs: dict[str, Any]) -> list[Step]:
    """Work out what makes of one's own `item` what both say; a claim comes as it was typed."""
    claim = theirs.get("claim") if mine.claim is None else None
    new = both if claim is None else replace(both, claim=None)
    steps = list(differences(annotation_data(mine), annotation_data(new), item))
    return steps if claim is None else [*steps, Put((), "claim", claim)]


def _with_root(first: Document, second: Document) -> tuple[Document, dict[str, Any]]:
    """Bring together what stands beside the annotations; give what a file without any begins with.

    Raises `AnnotationError` where both say something else under a key of their own.
    """
    mine = first.value if isinstance(first.value, dict) else {}
    theirs = second.value if isinstance(second.value, dict) else {}
    header = {key: value for key, value in theirs.items() if key != KEY}
    if not mine:
        return first, header
    document = first
    for key, value in header.items():
        if key == "article" and isinstance(value, dict) and isinstance(mine.get(key), dict):
            document = _with_tags(document, mine[key], value)
        elif key not in mine:
            document = editor.change_mapping(document, Put((), key, value))
        elif key not in ROOT_KEYS and mine[key] != value:
            reason = f"`{key}` says something else in {second.file}"
            raise AnnotationError(Problem(first.file, reason, "bring the two together by hand"))
    return document, header


def _with_tags(document: Document, mine: Any, theirs: Any) -> Document:
    """Give the article the tags of both."""
    own, other = (read_tags(block) for block in (mine, theirs))
    tags = list(dict.fromkeys((*own, *other)))
    if tags == list(own):
        return document
    return editor.change_mapping(document, Put(("article",), "tags", tags))


def _added(document: Document, item: Item, plain: Item, header: dict[str, Any]) -> Document:
    """Put an item at the end, as it was typed; where that does not fit there, as plain data."""
    try:
        return editor.insert_item(document, len(document.items), item, header).after
    except AnnotationError:
        return editor.insert_item(document, len(document.items), plain, header).after


def _signed(document: Document, identity: str, by: str | None) -> Document:
    """Say of an annotation who made it, where it does not."""
    index = _index(document, identity)
    if by is None or document.items[index].get("by"):
        return document
    return editor.change_item(document, index, [Put((), "by", by)]).after


def _index(document: Document, identity: str) -> int:
    return next(
        at
        for at, item in enumerate(document.items)
        if isinstance(item, dict) and item.get("id") == identity
    )


def _both(first: Sidecar, mine: Entry, second: Sidecar, theirs: Entry) -> Annotation | None:
    """Bring two versions of an annotation together; None where each says something else."""
    assert first.document is not None
    assert second.document is not None
    one, other = mine.annotation, theirs.annotation
    items = first.document.items[mine.index], second.document.items[theirs.index]
    if mine.unread or theirs.unread or unknown_in(items[0]) != unknown_in(items[1]):
        return one if items[0] == items[1] else None
    same = ("quote", "at", "part")
    if any(getattr(one, key) != getattr(other, key) for key in same):
        return None
    if one.by and other.by and one.by != other.by:
        return None
    if (one.note and other.note and one.note != other.note) or (
        one.claim is not None and other.claim is not None and one.claim != other.claim
    ):
        return None
    edited = max((when for when in (one.edited, other.edited) if when), default=None)
    return replace(
        one,
        note=one.note or other.note,
        claim=one.claim if one.claim is not None else other.claim,
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
        links=tuple(dict.fromkeys((*one.links, *other.links))),
        by=one.by or other.by,
        edited=edited,
    )


def _refuse_unread(sidecar: Sidecar) -> None:
    """Refuse what would be left behind: a file, or items of it, that cannot be read."""
    if sidecar.locked is not None:
        raise AnnotationError(sidecar.locked)
    document = sidecar.document
    if document is None or len(document.items) != len(sidecar.entries):
        problem = next(iter(sidecar.problems), None)
        reason = "not every annotation in this sidecar can be read"
        raise AnnotationError(problem or Problem(sidecar.file, reason, "run `postil check`"))
