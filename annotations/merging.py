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

from annotations.changing import merged
from annotations.differences import Put, Remove, Step, differences
from annotations.editor import (
    change_item,
    change_mapping,
    insert_item,
    item_span,
    raw_item,
    remove_items,
)
from annotations.error import AnnotationError
from annotations.list_edits import KEY, Item
from annotations.model import Annotation, new_id
from annotations.schema import ROOT_KEYS, annotation_data, read_tags, unknown_in
from annotations.sequence_edits import comment_above
from annotations.sidecar import parse_sidecar
from corpus.problem import Problem

if TYPE_CHECKING:
    from annotations.editor import Document
    from annotations.sidecar import Entry, Sidecar


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of the merged sidecar, and what was done: ids that were taken over, brought
    together, put beside another (their old id and the new one), or deleted as the second had them.
    """

    text: str
    taken: tuple[str, ...]
    together: tuple[str, ...]
    beside: tuple[tuple[str, str], ...]
    deleted: tuple[str, ...] = ()


def merge(
    first: Sidecar, second: Sidecar, by: str | None = None, base: Sidecar | None = None
) -> Merged:
    """Merge `second` into `first`; `by` is whose the second is, where that is another reader.

    `base` is the sidecar that both began with. Raises `AnnotationError` where one of them cannot be
    read.
    """
    base = base or parse_sidecar(None, first.file)
    for sidecar in (first, second, base):
        _refuse_unread(sidecar)
    assert first.document is not None
    assert second.document is not None
    assert base.document is not None
    document, header = _with_root(first.document, second.document, base.document)
    taken: list[str] = []
    together: list[str] = []
    beside: list[tuple[str, str]] = []
    for entry in second.entries:
        identity = entry.annotation.id
        mine = first.entry(identity)
        data = second.document.items[entry.index]
        if mine is None and data == _item(base, identity):
            continue
        if mine is None:
            document = _added(document, second.document, entry.index, data, header)
            document = _signed(document, identity, by)
            taken.append(identity)
        elif (both := _both(first, mine, second, entry, base)) is not None:
            if both != mine.annotation:
                index = _index(document, identity)
                steps = _steps(mine.annotation, both, document.items[index], data)
                document = change_item(document, index, steps).after
                together.append(identity)
        else:
            apart = new_id()
            document = _set_apart(document, second.document, entry.index, data, apart)
            document = _signed(document, apart, by)
            beside.append((identity, apart))
    deleted = [
        entry.annotation.id
        for entry in base.entries
        if second.entry(entry.annotation.id) is None
        and _item(first, entry.annotation.id) == _item(base, entry.annotation.id)
    ]
    if deleted:
        indices = sorted(_index(document, identity) for identity in deleted)
        document = remove_items(document, indices).after
    return Merged(document.text, tuple(taken), tuple(together), tuple(beside), tuple(deleted))


def _item(sidecar: Sidecar, identity: str) -> Any:
    """Give an annotation as its file has it; None where it has none of that id."""
    entry = sidecar.entry(identity)
    if entry is None or sidecar.document is None:
        return None
    return sidecar.document.items[entry.index]


def _steps(mine: Annotation, both: Annotation, item: Any, theirs: dict[str, Any]) -> list[Step]:
    """Work out what makes of one's own `item` what both say; a claim comes as it was typed."""
    claim = theirs.get("claim") if mine.claim is None and both.claim is not None else None
    new = both if claim is None else replace(both, claim=None)
    steps = list(differences(annotation_data(mine), annotation_data(new), item))
    return steps if claim is None else [*steps, Put((), "claim", claim)]


def _with_root(
    first: Document, second: Document, base: Document
) -> tuple[Document, dict[str, Any]]:
    """Bring together what stands beside the annotations; give what a file without any begins with.

    Raises `AnnotationError` where both say something else under a key of their own.
    """
    mine, theirs, before = (
        one.value if isinstance(one.value, dict) else {} for one in (first, second, base)
    )
    header = {key: value for key, value in theirs.items() if key != KEY}
    if not mine:
        return first, header
    document = first
    for key, value in header.items():
        if key == "article" and isinstance(value, dict) and isinstance(mine.get(key), dict):
            document = _with_tags(document, mine[key], value, before.get(key))
        elif key not in mine and (key not in before or before[key] != value):
            document = change_mapping(document, Put((), key, value))
        elif key in mine and key not in ROOT_KEYS and value not in (mine[key], before.get(key)):
            if key not in before or mine[key] != before[key]:
                reason = f"`{key}` says something else in {second.file}"
                raise AnnotationError(Problem(first.file, reason, "bring the two together by hand"))
            document = change_mapping(document, Put((), key, value))
    return document, header


def _with_tags(document: Document, mine: Any, theirs: Any, before: Any) -> Document:
    """Give the article the tags of both."""
    own, other, seen = (
        () if block is None else read_tags(block) for block in (mine, theirs, before)
    )
    tags = list(merged(seen, other, own))
    if tags == list(own):
        return document
    step = Put(("article",), "tags", tags) if tags else Remove(("article",), "tags")
    return change_mapping(document, step)


def _added(
    document: Document, other: Document, index: int, data: Any, header: dict[str, Any]
) -> Document:
    """Put an item of another file at the end, as it was typed; where that does not fit, as data."""
    raw, margin = raw_item(other, index)
    above = comment_above(other.text, item_span(other, index)[0])
    end = len(document.items)
    try:
        return insert_item(document, end, Item(data, raw, margin, above), header).after
    except AnnotationError:
        return insert_item(document, end, Item(data), header).after


def _set_apart(document: Document, other: Document, index: int, data: Any, apart: str) -> Document:
    """Put an item of another file at the end, under the id `apart`."""
    try:
        found = _added(document, other, index, data, {})
        new = max(at for at, item in enumerate(found.items) if item == data)
        return change_item(found, new, [Put((), "id", apart)]).after
    except AnnotationError:
        end = len(document.items)
        return insert_item(document, end, Item({**data, "id": apart})).after


def _signed(document: Document, identity: str, by: str | None) -> Document:
    """Say of an annotation who made it, where it does not."""
    index = _index(document, identity)
    if by is None or document.items[index].get("by"):
        return document
    return change_item(document, index, [Put((), "by", by)]).after


def _index(document: Document, identity: str) -> int:
    return next(
        at
        for at, item in enumerate(document.items)
        if isinstance(item, dict) and item.get("id") == identity
    )


def _both(
    first: Sidecar, mine: Entry, second: Sidecar, theirs: Entry, base: Sidecar
) -> Annotation | None:
    """Bring two versions of an annotation together; None where each says something else.

    What only one of them changed since `base` is as that one has it; a note, a claim and the like
    that one of them lacks are those of the other.
    """
    assert first.document is not None
    assert second.document is not None
    one, other = mine.annotation, theirs.annotation
    items = first.document.items[mine.index], second.document.items[theirs.index]
    if mine.unread or theirs.unread or unknown_in(items[0]) != unknown_in(items[1]):
        return one if items[1] in (items[0], _item(base, one.id)) else None
    there = base.entry(one.id)
    before = None if there is None else there.annotation
    found: dict[str, Any] = {}
    if _anchor(other) not in (_anchor(one), before and _anchor(before)):
        if before is None or _anchor(one) != _anchor(before):
            return None
        found |= {part: getattr(other, part) for part in ("quote", "at", "part", "before", "after")}
    seen = before or Annotation(one.id)
    for part in ("note", "claim", "by"):
        mine_has, theirs_has, both_had = (getattr(each, part) for each in (one, other, seen))
        if theirs_has not in (mine_has, both_had):
            if mine_has != both_had:
                return None
            found[part] = theirs_has
    edited = max((when for when in (one.edited, other.edited) if when), default=None)
    return replace(
        one,
        **found,
        tags=merged(seen.tags, other.tags, one.tags),
        links=merged(seen.links, other.links, one.links),
        edited=edited,
    )


def _anchor(one: Annotation) -> tuple[Any, ...]:
    """Give the words of an annotation and their place, without what stands around them."""
    return one.quote, one.at, one.part


def _refuse_unread(sidecar: Sidecar) -> None:
    """Refuse what would be left behind: a file, or items of it, that cannot be read."""
    if sidecar.locked is not None:
        raise AnnotationError(sidecar.locked)
    document = sidecar.document
    if document is None or len(document.items) != len(sidecar.entries):
        problem = next(iter(sidecar.problems), None)
        reason = "not every annotation in this sidecar can be read"
        raise AnnotationError(problem or Problem(sidecar.file, reason, "run `postil check`"))
