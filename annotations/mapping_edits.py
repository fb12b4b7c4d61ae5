"""Edits of one mapping: a value replaced, a key put in, a key taken out.

Each function offers one or several replacements, the best first. Whoever applies one reads the
result again and takes the next if the meaning is not what it should be, so no function here has to
know every corner of YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotations.rendering import entry_lines, flow, indented, scalar
from annotations.splice import Splice, ending, new_lines
from annotations.tree import (
    Node,
    before_break,
    comments,
    line_after,
    line_end,
    line_start,
    skip_trivia,
)

if TYPE_CHECKING:
    from annotations.schema import Data


def put(
    text: str, mapping: Node, key: str, value: Data, order: Sequence[str], *, json: bool = False
) -> Iterator[Splice]:
    """Give `key` the value, in the place where it stands or where `order` has it."""
    if mapping.pair(key) is not None:
        yield from _replace(text, mapping, key, value, json=json)
    elif mapping.flow:
        yield from _insert_in_flow(mapping, key, value, order, json=json)
    else:
        yield from _insert_in_block(text, mapping, key, value, order)


def remove(text: str, mapping: Node, key: str) -> Iterator[Splice]:
    """Take `key` and its value out; comments beside and inside them stay, on lines of their own."""
    index = mapping.index(key)
    if index is None:
        return
    if mapping.flow:
        spans = [(pair[0].start, pair[1].end) for pair in mapping.pairs]
        inside = _comments_of(text, mapping.pairs[index], spans[index][1])
        yield from remove_in_flow(text, spans, index, inside)
    else:
        yield from _remove_in_block(text, mapping, index)


def column(text: str, offset: int) -> int:
    """Return how many characters stand before `offset` on its line."""
    return offset - line_start(text, offset)


def remove_in_flow(
    text: str, spans: list[tuple[int, int]], index: int, kept: list[str]
) -> Iterator[Splice]:
    """Take one entry out of brackets, with one comma.

    `spans` are the entries; `kept` says which comments lie inside the one taken out, and none may.
    """
    if kept:
        return
    start, end = spans[index]
    if index + 1 < len(spans) and not comments(text, [], end, spans[index + 1][0]):
        yield Splice(start, spans[index + 1][0], "")
    if index and not comments(text, [], spans[index - 1][1], start):
        yield Splice(spans[index - 1][1], end, "")
    comma = skip_trivia(text, end)
    if text[comma : comma + 1] == ",":
        yield Splice(start, comma + 1, text[end:comma])
    yield Splice(start, end, "")


def _replace(text: str, mapping: Node, key: str, value: Data, *, json: bool) -> Iterator[Splice]:
    index = mapping.index(key)
    assert index is not None
    old = mapping.pairs[index][1]
    gap = " " if old.start == old.end and text[old.start - 1 : old.start] not in " \t" else ""
    word = gap + _inline(value, key, _style(old), json=json)
    if mapping.flow:
        yield Splice(old.start, old.end, word)
        return
    if old.block:
        yield from _replace_block(text, mapping, index, value)
        return
    rest = text[old.end : line_end(text, old.end)]
    header = _header_comment(text, old)
    lines = _block_lines(text, mapping, key, value)
    # A comment after a text says something of that line: the text stays on it.
    if lines and (not rest.strip() or not isinstance(value, str)):
        yield from below_key(text, mapping, index, lines, header)
    yield Splice(old.start, old.end, word + _spaced(header))


def below_key(
    text: str, mapping: Node, index: int, lines: list[str], header: str = ""
) -> Iterator[Splice]:
    """Put lines in the place of a value that is no block: what follows the colon, then the rest.

    A comment after the old value, or `header`, stays at the end of the key's line.
    """
    name, old = mapping.pairs[index]
    start, end = _after_colon(text, name, old), line_end(text, old.end)
    if comments(text, old.leaves(), old.start, old.end) in ([], [header]):
        comment = text[old.end : end].strip() or header
        yield Splice(start, end, ending(text).join([lines[0] + _spaced(comment), *lines[1:]]))


def _replace_block(text: str, mapping: Node, index: int, value: Data) -> Iterator[Splice]:
    name, old = mapping.pairs[index]
    first = line_start(text, name.start)
    end = line_after(text, old.end)
    kept = _comments_of(text, mapping.pairs[index], end)
    indent = column(text, name.start)
    lines = _entry(text, mapping, name.value, value)
    if text[first : name.start].strip() == "":
        lines = [" " * indent + comment for comment in kept] + lines
        yield whole_lines(text, first, end, lines)


def _insert_in_block(
    text: str, mapping: Node, key: str, value: Data, order: Sequence[str]
) -> Iterator[Splice]:
    best = _predecessor(mapping, key, order)
    others = sorted(range(len(mapping.pairs)), key=lambda at: (abs(at - best), at))
    variants = [_entry(text, mapping, key, value)]
    if len(variants[0]) > 1 and isinstance(value, str):
        variants.append(_entry(text, mapping, key, value, literal=False))
    for lines in variants:
        for at in others:
            node = mapping.pairs[at][1]
            yield new_lines(text, line_after(text, node.end), lines)


def _insert_in_flow(
    mapping: Node, key: str, value: Data, order: Sequence[str], *, json: bool
) -> Iterator[Splice]:
    entry = f"{scalar(key, json=json)}: {flow(value, key, json=json)}"
    if not mapping.pairs:
        yield Splice(mapping.end - 1, mapping.end - 1, entry)
        return
    for at in (_predecessor(mapping, key, order), len(mapping.pairs) - 1):
        end = mapping.pairs[at][1].end
        yield Splice(end, end, f", {entry}")


def _predecessor(mapping: Node, key: str, order: Sequence[str]) -> int:
    """Find the last pair that `order` has before `key`; the first pair where there is none."""
    before = set(order[: order.index(key)]) if key in order else set(order)
    present = [at for at, pair in enumerate(mapping.pairs) if pair[0].value in before]
    return max(present, default=0)


def _remove_in_block(text: str, mapping: Node, index: int) -> Iterator[Splice]:
    name, value = mapping.pairs[index]
    first = line_start(text, name.start)
    end = line_after(text, value.end)
    kept = _comments_of(text, mapping.pairs[index], end)
    indent = column(text, name.start)
    notes = [" " * indent + comment for comment in kept]
    if not text[first : name.start].strip():
        yield whole_lines(text, first, end, notes)
    elif index == 0 and len(mapping.pairs) > 1:
        # The key stands on the line of the dash: the next key moves up, or the dash stays alone.
        following = mapping.pairs[1][0].start
        if not notes and not comments(text, [], end, following):
            yield Splice(name.start, following, "")
        dash = first + len(text[first : name.start].rstrip())
        tail = "".join(ending(text) + note for note in notes)
        yield Splice(dash, line_end(text, value.end), tail)


def whole_lines(text: str, start: int, end: int, lines: list[str]) -> Splice:
    """Put lines in the place of the whole lines `[start, end)`; a missing final break stays so."""
    if end == len(text) and before_break(text, end) == end:
        if lines:
            return Splice(start, end, ending(text).join(lines))
        # The line before becomes the last one, and loses its line end as the last one had none.
        return Splice(before_break(text, start), end, "")
    return Splice(start, end, "".join(line + ending(text) for line in lines))


def _comments_of(text: str, pair: tuple[Node, Node], end: int) -> list[str]:
    leaves = [*pair[0].leaves(), *pair[1].leaves()]
    return comments(text, leaves, pair[0].start, end)


def _entry(text: str, mapping: Node, key: str, value: Data, *, literal: bool = True) -> list[str]:
    """Write `key: value` at the indentation of a block mapping's keys."""
    indent = column(text, mapping.pairs[0][0].start)
    return indented(entry_lines(key, value, literal=literal), indent)


def _block_lines(text: str, mapping: Node, key: str, value: Data) -> list[str]:
    """Write an entry if it takes several lines; the first holds what follows its colon."""
    first, *below = _entry(text, mapping, key, value)
    return [first[first.rindex(":") + 1 :], *below] if below else []


def _after_colon(text: str, name: Node, value: Node) -> int:
    """Return the offset right after the colon between a key and its value."""
    return text.index(":", skip_trivia(text, name.end), max(value.start, name.end + 1)) + 1


def _inline(value: Data, key: str, like: str | None, *, json: bool) -> str:
    if isinstance(value, dict | list):
        return flow(value, key, json=json)
    return scalar(value, key, like=like, json=json)


def _style(node: Node) -> str | None:
    """Return the style of a scalar that says something; None for nothing and for collections."""
    return node.style if node.kind == "scalar" and node.end > node.start else None


def _header_comment(text: str, node: Node) -> str:
    if node.style not in ("|", ">"):
        return ""
    header = text[node.start : line_end(text, node.start)]
    return header[header.index("#") :].rstrip() if "#" in header else ""


def _spaced(comment: str) -> str:
    return f" {comment}" if comment else ""
