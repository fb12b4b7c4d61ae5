"""Where nodes begin and end: the two parsers agree, and the ends are those of the last leaves."""

from __future__ import annotations

import pytest
from annotation_layouts import Layout, layouts
from hypothesis import HealthCheck, given, settings

from annotations.tree import Node, TreeError, read_tree


def outline(node: Node | None) -> object:
    """Give a tree as plain data to compare."""
    if node is None:
        return None
    below = [outline(one) for one in node.items]
    below += [(outline(key), outline(value)) for key, value in node.pairs]
    return (node.kind, node.start, node.end, node.flow, node.style, node.value, below)


@given(layouts())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_marks_of_libyaml_are_those_of_the_python_parser(layout: Layout) -> None:
    assert outline(read_tree(layout.text)) == outline(read_tree(layout.text, pure=True))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a:\n  b: c\n\n# later\n\n", "a:\n  b: c"),
        ("a:\n- b\n- c # no\n# later\n", "a:\n- b\n- c"),
        ("a: |\n  x\n\n\n# later\n", "a: |\n  x"),
        ("a: |+\n  x\n\n\n# later\n", "a: |+\n  x\n\n"),
        ("a: |+\r\n  x\r\n\r\nb: 1", None),
        ("a: >-\n  x\n  y  ", "a: >-\n  x\n  y  "),
        ("a: {b: c,\n  d: e}  # x\n", "a: {b: c,\n  d: e}"),
        ("a: 'x\n  y'\n", "a: 'x\n  y'"),
        ("a: x\n  y\n", "a: x\n  y"),
        ("a:\n", "a:"),
        ("a: |\n", "a: |"),
        ("a: | # why\n\n", "a: | # why"),
    ],
)
@pytest.mark.parametrize("pure", [True, False])
def test_a_node_ends_where_its_last_leaf_ends(text: str, end: str | None, pure: bool) -> None:
    root = read_tree(text, pure=pure)
    assert root is not None
    assert text[: root.end] == (text if end is None else end)


def test_nodes_deeper_than_asked_are_left_out_and_the_ends_are_the_same() -> None:
    text = "a: {b: [c]}\nlist:\n  - x: {y: z}\n    w:\n      - 1 # one\n  - |\n    block\n"
    full, shallow = read_tree(text), read_tree(text, depth=2)
    assert full is not None
    assert shallow is not None
    items, some = full.at(("list",)).items, shallow.at(("list",)).items
    assert [(one.start, one.end) for one in items] == [(one.start, one.end) for one in some]
    assert items[0].pairs
    assert not some[0].pairs


@pytest.mark.parametrize("text", ["[" * 1500 + "]" * 1500, "a: &x 1\nb: *x\n", "a\n---\nb\n"])
def test_what_the_editor_does_not_take_apart_is_refused(text: str) -> None:
    with pytest.raises(TreeError):
        read_tree(text)
