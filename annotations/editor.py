"""The surgical editor: one edit of one YAML text, and proof that nothing else was touched.

An edit is a replacement of as few characters as possible. After each, the text is read again: its
meaning must be the old meaning with the edit and nothing more, unknown keys included; every comment
must still be one; every character outside the replacement is the old one by construction. Where no
replacement passes, the edit is refused and nothing is written.

A change of one annotation is worked out on the lines of that annotation alone, then the whole text
is read once. What an edit asks for is data as in `annotations.schema`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotations.differences import Put, Step, patched
from annotations.error import AnnotationError, StoppedError
from annotations.item_steps import done_on, parts_of
from annotations.joint_steps import joint_steps, keeps_comments
from annotations.list_edits import KEY, Item, Items, insert, is_json, remove, remove_several
from annotations.list_edits import raw_item as raw_list_item
from annotations.mapping_edits import put
from annotations.schema import as_typed, unknown_in
from annotations.splice import Splice, joined, narrowed
from annotations.tree import (
    Node,
    TreeError,
    line_start,
    read_tree,
    skip_trivia,
)
from corpus.problem import CorpusError, Problem
from corpus.yaml_text import LIMIT, load_yaml

if TYPE_CHECKING:
    from annotations.schema import Data, Path
    from corpus.yaml_text import YamlValue

Watch = Callable[[int, int], None]
"""Is told how many of how many items are done; what it raises ends the edit before it is written.
"""

_DELETING = "deleting the annotation"
_ITEM_DEPTH = 2  # the file, the list, the item; what lies in an item is looked at on its own
_MANY = 20  # from so many items on one reading of the whole text costs less than one an item
_REMEDY = "edit this place of the file by hand, or write it in plain block style"


def unwatched(done: int, total: int) -> None:
    """Let an edit go on."""


class Document:
    """A YAML text without byte order mark, what it means, and where everything stands in it.

    `file` names it in problems. `value` is what `load_yaml` returns for `text`.
    """

    __slots__ = ("_tree", "file", "text", "value")

    def __init__(self, text: str, file: str, value: YamlValue) -> None:
        self.text = text
        self.file = file
        self.value = value
        self._tree: Node | None = None

    @classmethod
    def read(cls, text: str, file: str) -> Document:
        """Read a text. Raises `CorpusError` with line and remedy."""
        return cls(text, file, load_yaml(text, file))

    @property
    def tree(self) -> Node | None:
        """The nodes of the text down to the items; None where it holds nothing.

        Raises `AnnotationError`.
        """
        if self._tree is None:
            try:
                self._tree = read_tree(self.text, depth=_ITEM_DEPTH)
            except TreeError as wrong:
                line = self.text.count("\n", 0, wrong.offset) + 1
                raise AnnotationError(Problem(self.file, wrong.reason, _REMEDY, line)) from wrong
        return self._tree

    @property
    def items(self) -> list[Any]:
        """The items of `annotations`, as they were typed."""
        items = self.value.get(KEY) if isinstance(self.value, dict) else None
        return items if isinstance(items, list) else []

    def refusal(self, what: str, offset: int | None = None) -> AnnotationError:
        """Make the error for an edit that no replacement does safely."""
        line = None if offset is None else self.text.count("\n", 0, offset) + 1
        reason = f"{what} cannot be done here without touching what stands around it"
        return AnnotationError(Problem(self.file, reason, _REMEDY, line))


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit that was checked: the text `after`, and the replacement that leads there."""

    after: Document
    splice: Splice


def insert_item(
    document: Document, index: int, item: Item | Items, header: dict[str, Data] | None = None
) -> Edit:
    """Put an annotation, or several, in before item `index` of the list, or at its end.

    Where the last item ends in a block scalar without a line end, nothing can follow it without
    changing its text: what should come last then comes last but one. `header` is what a file
    without content gets first. Raises `AnnotationError`.
    """
    what = "adding an annotation"
    try:
        return _inserted(document, index, item, header or {}, what)
    except AnnotationError:
        if not 0 < index == len(document.items):
            raise
        return _inserted(document, index - 1, item, header or {}, what)


def _inserted(
    document: Document, index: int, item: Item | Items, header: dict[str, Data], what: str
) -> Edit:
    new = map(as_typed, item.contents)
    items = [*document.items[:index], *new, *document.items[index:]]
    splices = insert(document.text, document.tree, index, item, header)
    return _first_that_means(document, splices, _with_items(document, items, header), what)


def remove_item(document: Document, index: int) -> Edit:
    """Take item `index` out of the list, with the comments inside it. Raises `AnnotationError`."""
    items = [*document.items[:index], *document.items[index + 1 :]]
    tree = document.tree
    splices = iter(()) if tree is None else remove(document.text, tree, index)
    return _first_that_means(document, splices, _with_items(document, items), _DELETING)


def remove_items(document: Document, indices: Sequence[int]) -> Edit:
    """Take items, one at least, out of the list as one replacement. Raises `AnnotationError`.

    The text is read again once, unless they can be taken out only one after the other.
    """
    if len(indices) == 1:
        return remove_item(document, indices[0])
    gone, tree = {*indices}, document.tree
    items = [item for index, item in enumerate(document.items) if index not in gone]
    with suppress(AnnotationError):
        splices = remove_several(document.text, tree, sorted(gone)) if tree else []
        if splices:
            whole = joined(document.text, splices)
            return _first_that_means(
                document, iter([whole]), _with_items(document, items), _DELETING
            )
    now = document
    for index in sorted(gone, reverse=True):
        now = remove_item(now, index).after
    return Edit(now, narrowed(document.text, now.text))


def item_span(document: Document, index: int) -> tuple[int, int, int]:
    """Return `[start, end)` of item `index` and the column of its dash; -1 if it is in brackets.

    In block style the span is that of the item's whole lines.
    """
    tree = document.tree
    if tree is None:
        raise document.refusal("reading the annotation")
    return raw_list_item(document.text, tree, index)


def raw_item(document: Document, index: int) -> tuple[str, int]:
    """Return the characters of item `index` and the column of its dash, as `item_span` does."""
    start, end, column = item_span(document, index)
    return document.text[start:end], column


def change_item(document: Document, index: int, steps: list[Step]) -> Edit:
    """Do the steps on item `index`. Raises `AnnotationError`."""
    return change_items(document, {index: steps})


def change_items(
    document: Document, changes: Mapping[int, list[Step]], watch: Watch = unwatched
) -> Edit:
    """Do steps on several items, each by its index, as one replacement. Raises `AnnotationError`.

    The text is read again once, however many they are.
    """
    if len(changes) >= _MANY:
        try:
            return _change_many(document, changes, watch)
        except StoppedError:
            raise
        except AnnotationError:
            # What does not pass all together may do so one by one.
            pass
    return _change_each(document, changes, {}, watch)


def _change_many(document: Document, changes: Mapping[int, list[Step]], watch: Watch) -> Edit:
    """Do the steps on one reading of the whole text, as far as that can be. May be refused."""
    what = "changing the annotations"
    known: dict[int, tuple[list[Splice], Any]] = {}
    for index, splices, item in joint_steps(document.text, document.items, changes):
        watch(len(known), len(changes))
        if not _keeps_unknown(document.items[index], item):
            raise document.refusal(what)
        known[index] = splices, item
    if not known:
        raise document.refusal(what)
    edit = _change_each(document, changes, known, watch)
    try:
        kept = keeps_comments(document.text, edit.after.text)
    except TreeError:
        kept = False
    if not kept:
        raise document.refusal(what)
    return edit


def _change_each(
    document: Document,
    changes: Mapping[int, list[Step]],
    known: Mapping[int, tuple[list[Splice], Any]],
    watch: Watch,
) -> Edit:
    """Do the steps on one item after the other, and what is `known` of some as it is known."""
    what = "changing the annotation"
    items = list(document.items)
    splices: list[Splice] = []
    for done, (index, steps) in enumerate(sorted(changes.items())):
        if index in known:
            some, items[index] = known[index]
            splices += some
        else:
            watch(done, len(changes))
            splice, items[index] = _changed_item(document, index, steps, what)
            splices.append(splice)
    whole = joined(document.text, splices)
    return _first_that_means(
        document, iter([whole]), _with_items(document, items), what, whole.start
    )


def _changed_item(
    document: Document, index: int, steps: list[Step], what: str
) -> tuple[Splice, Any]:
    """Give what does the steps on the lines of item `index`, and what the item becomes."""
    tree = document.tree
    if tree is None:
        raise document.refusal(what)
    start, end, column = raw_list_item(document.text, tree, index)
    inside: Path = () if column < 0 else (0,)
    if column >= 0:
        # With the comments that follow: a literal block must not swallow them.
        end = max(end, line_start(document.text, skip_trivia(document.text, end)))
    old = document.text[start:end]
    new, parts, json = old, parts_of(old), is_json(tree)
    for step in steps:
        changed = done_on(new, step, inside, parts, json=json)
        if changed is None:
            raise document.refusal(what, start)
        new, parts = changed
    item = document.items[index]
    for step in steps:
        item = patched(item, step)
    if not _keeps_unknown(document.items[index], item):
        raise document.refusal(what, start)
    return narrowed(old, new).moved(start), item


def change_header(document: Document, values: dict[str, Data]) -> Document:
    """Give keys of the `article` block, those that it has, other values.

    Where a key stands in a form that cannot be edited, it stays as it is: the block says for people
    and for the next rename what the sidecar was made on, and no annotation rests on it.
    """
    for key, value in values.items():
        root = document.value
        block = root.get("article") if isinstance(root, dict) else None
        if not isinstance(block, dict) or not isinstance(root, dict) or key not in block:
            continue
        expected = {**root, "article": {**block, key: as_typed(value)}}
        with suppress(AnnotationError):
            tree = document.tree
            assert tree is not None
            node, json = tree.at(("article",)), is_json(tree)
            splices = put(document.text, node, key, value, (), json=json)
            document = _first_that_means(document, splices, expected, "adopting").after
    return document


def change_mapping(document: Document, step: Step, order: Sequence[str] | None = None) -> Document:
    """Do a step on any mapping or list of the file; a new key follows those `order` has before it.

    Raises `AnnotationError`.
    """
    try:
        json = document.tree is not None and is_json(document.tree)
        done = done_on(document.text, step, (), parts_of(document.text), json=json, order=order)
    except KeyError:
        done = None
    after = None if done is None else _read(done[0], document.file)
    if after is None or (isinstance(step, Put) and not _same_key_order(after, document)):
        raise document.refusal("this change")
    return after


def replace_raw(document: Document, index: int, old: str, new: str) -> Edit | None:
    """Put `new` in the place of `old`, the characters of item `index` and what follows.

    None if other characters stand there, or if the result is not one item in the place of one.
    """
    tree = document.tree
    if tree is None or index >= len(document.items):
        return None
    start, _, _ = raw_list_item(document.text, tree, index)
    if not document.text.startswith(old, start):
        return None
    splice = Splice(start, start + len(old), new)
    after = _read(splice.apply(document.text), document.file)
    if after is None or not isinstance(after.value, dict) or len(after.items) <= index:
        return None
    items = [*document.items[:index], after.items[index], *document.items[index + 1 :]]
    if after.value != _with_items(document, items):
        return None
    return Edit(after, splice)


def too_large(file: str, size: int) -> AnnotationError:
    """Make the error for a sidecar that would have `size` bytes and could not be read again."""
    reason = f"the sidecar would have {size:,} bytes; at most {LIMIT:,} are read"
    return AnnotationError(Problem(file, reason, "write less, or delete some annotations"))


def _first_that_means(
    document: Document,
    splices: Iterator[Splice],
    expected: Any,
    what: str,
    offset: int | None = None,
) -> Edit:
    tried = set()
    for splice in splices:
        if splice in tried:
            continue
        tried.add(splice)
        text = splice.apply(document.text)
        if len(text) > LIMIT:
            raise too_large(document.file, len(text.encode()))
        after = _read(text, document.file)
        if after is not None and after.value == expected and _same_key_order(after, document):
            return Edit(after, splice)
    raise document.refusal(what, offset)


def _keeps_unknown(before: Any, after: Any) -> bool:
    """Whether all that the schema does not know is there still, unless the whole claim was taken.

    The steps are the plan of whoever asks for an edit; this does not rest on them.
    """
    kept = unknown_in(after)
    gone = {path: value for path, value in unknown_in(before).items() if path not in kept}
    same = all(kept[path] == value for path, value in unknown_in(before).items() if path in kept)
    return same and all(path[0] == "claim" and "claim" not in after for path in gone)


def _same_key_order(after: Document, before: Document) -> bool:
    """Whether the keys of the file that were there stand in the order they had."""
    if not isinstance(before.value, dict) or not isinstance(after.value, dict):
        return True
    return [key for key in after.value if key in before.value] == list(before.value)


def _read(text: str, file: str) -> Document | None:
    try:
        return Document.read(text, file)
    except CorpusError:
        return None


def _with_items(
    document: Document, items: list[Any], header: dict[str, Data] | None = None
) -> dict[str, Any]:
    """Give the meaning of the file with these items, and nothing else changed."""
    root = as_typed(header or {}) if document.value is None else document.value
    return {**root, KEY: items}  # type: ignore[dict-item]
