"""The surgical editor on sidecars of every style: nothing outside the edit may change."""

from __future__ import annotations

from collections import Counter
from typing import Any

import yaml
from annotation_layouts import Layout, annotations, layouts, texts, words
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from annotations import editor
from annotations.differences import differences
from annotations.list_edits import Item
from corpus.yaml_text import load_yaml

many = settings(
    max_examples=500,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes minutes here
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def meaning(text: str) -> Any:
    """Read with PyYAML's own loader, as a second opinion: every scalar a string."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


@given(st.data())
@many
def test_an_edit_changes_what_it_is_to_change_and_no_other_byte(data: st.DataObject) -> None:
    # To draw a layout costs more than each of these edits of it.
    layout = data.draw(layouts())
    check_meaning(layout)
    check_adding(layout, data)
    if layout.items:
        index = data.draw(st.integers(0, len(layout.items) - 1))
        check_deleting(layout, index)
        check_change(layout, index, data)


def check_meaning(layout: Layout) -> None:
    """The layout means what it was drawn from."""
    value = load_yaml(layout.text, "f") or {}
    assert (value.get("annotations") or []) == layout.items
    document = editor.Document.read(layout.text, "f")
    for index, (start, end) in enumerate(layout.blocks):
        assert editor.item_span(document, index)[0] == start
        assert layout.text[start:end].startswith(editor.raw_item(document, index)[0].rstrip())


@st.composite
def changed(draw: st.DrawFn, item: dict[str, Any]) -> dict[str, Any]:
    """Change the known keys of an annotation: set, remove, replace, in claims and lists too."""
    new = dict(item)
    for key in ("note", "before", "by", "edited"):
        what = draw(st.sampled_from(["keep", "keep", "set", "remove"]))
        if what == "set":
            new[key] = draw(texts)
        elif what == "remove":
            new.pop(key, None)
    if draw(st.booleans()):
        new["tags"] = draw(st.lists(words, max_size=4))
    if draw(st.booleans()):
        claim = dict(new.get("claim", {}))
        claim.update(draw(st.fixed_dictionaries({}, optional={"speaker": texts, "cue": texts})))
        if draw(st.booleans()):
            claim.pop("speaker", None)
        if draw(st.booleans()):
            claim["quantity"] = {**claim.get("quantity", {}), "value": "12", "unit": "m"}
        if draw(st.booleans()):
            claim["when"] = {"said": draw(texts)}
        new["claim"] = claim
    if draw(st.booleans()):
        links = list(new.get("links", []))
        if links and draw(st.booleans()):
            links.pop(draw(st.integers(0, len(links) - 1)))
        if links and draw(st.booleans()):
            links[0] = {**links[0], "why": draw(texts)}
        if draw(st.booleans()):
            links.append({"to": "a-new", "type": "agrees"})
        new["links"] = links
    return {key: value for key, value in new.items() if value not in ([], {})}


def check_change(layout: Layout, index: int, data: st.DataObject) -> None:
    """A change of one annotation leaves every other byte."""
    item = layout.items[index]
    new = data.draw(changed(item))
    document = editor.Document.read(layout.text, "f")
    steps = list(differences(item, new, item))
    if not steps:
        return
    edit = editor.change_item(document, index, steps)
    after = edit.after.text
    start, end = layout.blocks[index]
    assert after[:start] == layout.text[:start]
    tail = layout.text[end:]
    assert after.endswith(tail)
    wanted = [*layout.items]
    wanted[index] = new
    assert meaning(after) == {**meaning(layout.text), "annotations": wanted}
    assert edit.splice.apply(layout.text) == after
    assert edit.splice.inverse(layout.text).apply(after) == layout.text
    keep_comments(layout.text[start:end], after[start : len(after) - len(tail)])
    event(f"style {layout.style}")


def check_adding(layout: Layout, data: st.DataObject) -> None:
    """An annotation is added and deleted again."""
    document = editor.Document.read(layout.text, "f")
    new = data.draw(annotations("a-zzzzzzzzzz"))
    edit = editor.insert_item(document, len(layout.items), Item(new), {"schema": "postil/1"})
    assert meaning(edit.after.text)["annotations"] == [*layout.items, new]
    inserted = edit.splice
    assert layout.text[inserted.start : inserted.end].strip() in ("", "[]", "null") or (
        "#" in layout.text[inserted.start : inserted.end]
    )
    again = editor.remove_item(edit.after, len(layout.items))
    assert (meaning(again.after.text)["annotations"] or []) == layout.items
    if layout.items:
        assert again.after.text == layout.text


def check_deleting(layout: Layout, index: int) -> None:
    """A deleted annotation goes alone and comes back with its bytes."""
    document = editor.Document.read(layout.text, "f")
    raw, margin = editor.raw_item(document, index)
    edit = editor.remove_item(document, index)
    rest = layout.items[:index] + layout.items[index + 1 :]
    assert (meaning(edit.after.text)["annotations"] or []) == rest
    start, end = layout.blocks[index]
    if layout.style == "block" and len(layout.items) > 1:
        assert_without(layout.text, start, end, edit.after.text)
    if margin >= 0:
        item = Item(layout.items[index], raw, margin)
        back = editor.insert_item(edit.after, index, item)
        assert (meaning(back.after.text)["annotations"]) == layout.items
        if layout.style == "block" and rest:
            assert raw.strip() in back.after.text
    assert edit.splice.inverse(layout.text).apply(edit.after.text) == layout.text


def assert_without(text: str, start: int, end: int, after: str) -> None:
    """The text without the item's lines; at its end the line break before them may go instead."""
    shorter = text[:start].removesuffix("\n").removesuffix("\r")
    assert after == text[:start] + text[end:] or (end == len(text) and after == shorter)


def keep_comments(before: str, after: str) -> None:
    """Every line of a hand-written comment of the item is a comment of it still."""
    count = Counter(words_of_comments(before))
    assert count <= Counter(words_of_comments(after)), (before, after)


def words_of_comments(text: str) -> list[str]:
    return [text[offset:].split("\n")[0].rstrip() for offset in comment_offsets(text)]


def comment_offsets(text: str) -> list[int]:
    """Find comments by scanning with PyYAML: a `#` that lies in no token."""
    inside = [False] * (len(text) + 1)
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in ("|", ">"):
                start = text.index("\n", start)
            inside[start:end] = [True] * (end - start)
    offsets = []
    at = 0
    while at < len(text):
        if text[at] == "#" and not inside[at]:
            offsets.append(at)
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        at += 1
    return offsets
