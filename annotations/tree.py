"""Where everything stands in a YAML text: nodes with the offsets of their first and last character.

PyYAML's marks alone do not say it. The end mark of a block collection is the beginning of the next
token, beyond comments and blank lines that belong to nobody; here a node ends where its last leaf
ends. The marks of libyaml and of PyYAML's own parser agree (a test compares them on texts of every
style), so the fast one is used where there is one: 12 ms against 250 ms for 200 annotations.

The tree is built from the parser's events without recursion and is used only on texts that
`corpus.yaml_text` has accepted: one document, no aliases, bounded depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from corpus.yaml_text import DEPTH, parser_for

if TYPE_CHECKING:
    from annotations.schema import Path

# What ends a line for YAML 1.1; a comment ends there too.
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_TRIVIA = re.compile("(?:[ \t\n\r\x85\u2028\u2029\ufeff]+|#[^\n\r\x85\u2028\u2029]*)*")
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_KEEPS = re.compile(r"[|>][0-9]?\+")
_BREAKS = "\n\r\x85\u2028\u2029"
_RARE_BREAKS = _BREAKS.replace("\n", "")
_BLANKS = " \t" + _BREAKS


class TreeError(Exception):
    """The text cannot be taken apart; `offset` is where."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason


@dataclass(slots=True)
class Node:
    """A scalar, sequence or mapping at `[start, end)` of the text, its comments not included.

    `flow` says that a collection is written in brackets. `style` is that of a scalar: "" for
    plain, or its first character. `value` is the text of a scalar. `items` are those of a sequence,
    `pairs` the keys and values of a mapping, in the order of the text.
    """

    kind: Literal["scalar", "sequence", "mapping"]
    start: int
    end: int
    flow: bool = False
    style: str = ""
    value: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()

    @property
    def block(self) -> bool:
        """Whether it is a collection written by indentation."""
        return self.kind != "scalar" and not self.flow

    def pair(self, key: str) -> tuple[Node, Node] | None:
        """Find the key and value nodes under `key` of a mapping."""
        return next((pair for pair in self.pairs if pair[0].value == key), None)

    def index(self, key: str) -> int | None:
        """Find the place of `key` among the pairs of a mapping."""
        return next((at for at, pair in enumerate(self.pairs) if pair[0].value == key), None)

    def at(self, path: Path) -> Node:
        """Go down by keys and indices. Raises `KeyError` where the path leads nowhere."""
        node = self
        for step in path:
            if isinstance(step, int):
                if node.kind != "sequence" or not 0 <= step < len(node.items):
                    raise KeyError(step)
                node = node.items[step]
            else:
                pair = node.pair(step) if node.kind == "mapping" else None
                if pair is None:
                    raise KeyError(step)
                node = pair[1]
        return node

    def leaves(self) -> list[Node]:
        """List its scalars in the order of the text."""
        found: list[Node] = []
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.kind == "scalar":
                found.append(node)
            else:
                below = node.items or [part for pair in node.pairs for part in pair]
                waiting.extend(reversed(below))
        return found


def read_tree(text: str, *, depth: int = DEPTH, pure: bool = False) -> Node | None:
    """Build the tree of a text without byte order mark; None where it holds nothing.

    The root lies in 0 collections; what lies in more than `depth` has no nodes. `pure` asks for
    PyYAML's own parser. Raises `TreeError`.
    """
    import yaml

    loader: Any = yaml.SafeLoader if pure else parser_for(text)
    builder = _Builder(text, depth)
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    event: Any
    try:
        for event in yaml.parse(text, Loader=loader):
            kind = type(event)
            if kind is scalar:
                builder.scalar(event)
            elif kind is mapping or kind is sequence:
                builder.begin("mapping" if kind is mapping else "sequence", event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                builder.finish(event)
            elif kind is yaml.AliasEvent:
                raise TreeError(event.start_mark.index, "an alias stands here")
            elif kind is yaml.DocumentStartEvent and builder.root is not None:
                raise TreeError(event.start_mark.index, "a second document begins here")
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise TreeError(mark.index if mark else 0, wrong.problem or "not YAML") from wrong
    except (yaml.YAMLError, ValueError, OverflowError) as wrong:
        raise TreeError(0, f"not YAML: {wrong}") from wrong
    return builder.root


class _Builder:
    """Makes nodes of events.

    `flow` says of each open collection whether it is in brackets; `open` holds those that have a
    node, with what lies in them: keys and values of a mapping alternate. `last` is where the last
    leaf or bracket ends, or the event that says it.
    """

    __slots__ = ("_depth", "_flow", "_last", "_open", "_text", "root")

    def __init__(self, text: str, depth: int) -> None:
        self.root: Node | None = None
        self._text = text
        self._depth = depth
        self._flow: list[bool] = []
        self._open: list[tuple[Node, list[Node]]] = []
        self._last: Any = 0

    def scalar(self, event: Any) -> None:
        self._last = event
        if len(self._flow) <= self._depth:
            start = event.start_mark.index
            style = event.style or ""
            self._add(Node("scalar", start, self._end(), style=style, value=event.value))

    def begin(self, kind: Literal["mapping", "sequence"], event: Any) -> None:
        level = len(self._flow)
        flow = bool(event.flow_style)
        if level == DEPTH:
            raise TreeError(event.start_mark.index, f"more than {DEPTH} levels")
        self._flow.append(flow)
        if level <= self._depth:
            node = Node(kind, event.start_mark.index, 0, flow=flow)
            self._add(node)
            self._open.append((node, []))

    def finish(self, event: Any) -> None:
        if self._flow.pop():
            self._last = event.end_mark.index
        if len(self._flow) <= self._depth:
            node, inside = self._open.pop()
            node.end = self._end()
            if node.kind == "sequence":
                node.items = tuple(inside)
            else:
                node.pairs = tuple(zip(inside[::2], inside[1::2], strict=True))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node

    def _end(self) -> int:
        """Return where the last leaf ends; worked out only where it is asked for."""
        if not isinstance(self._last, int):
            self._last = _scalar_end(self._text, self._last)
        return self._last


def _scalar_end(text: str, event: Any) -> int:
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    if event.style in ("|", ">"):
        # The mark is the beginning of a line, beyond blank lines that follow. With `+` those are
        # part of the text, else not; the node ends before a line break, as all others do.
        kept = keeps_blank_lines(text, start)
        end = before_break(text, end) if kept else start + len(text[start:end].rstrip(_BLANKS))
        end = max(end, line_end(text, start)) if kept else line_end(text, end)
    return end


def keeps_blank_lines(text: str, start: int) -> bool:
    """Whether the block scalar at `start` has the mark `+`: blank lines after it are its own."""
    return _KEEPS.search(text, start, line_end(text, start)) is not None


def line_start(text: str, offset: int) -> int:
    """Return where the line of `offset` begins."""
    # Other line ends are rare: they are looked for on the line that LF ends, not in all the text.
    start = text.rfind("\n", 0, offset) + 1
    return max(start, *(text.rfind(sign, start, offset) + 1 for sign in _RARE_BREAKS))


def line_end(text: str, offset: int) -> int:
    """Return where the line of `offset` ends, before its line break."""
    found = BREAK.search(text, offset)
    return found.start() if found else len(text)


def line_after(text: str, end: int) -> int:
    """Return where the line after `end` begins, or the end of the text."""
    found = BREAK.search(text, end)
    return found.end() if found else len(text)


def before_break(text: str, offset: int) -> int:
    """Return `offset`, or where the line break right before it begins."""
    if text[offset - 1 : offset] == "\n" and text[offset - 2 : offset - 1] == "\r":
        return offset - 2
    return offset - 1 if offset and text[offset - 1] in _BREAKS else offset


def skip_trivia(text: str, offset: int) -> int:
    """Go over white space, line breaks and comments."""
    found = _TRIVIA.match(text, offset)
    return found.end() if found else offset


def comments(text: str, leaves: list[Node], start: int, end: int) -> list[str]:
    """List the comments in `[start, end)`; `leaves` are the scalars there, in order.

    Between scalars a `#` always begins a comment. The header of a block scalar may hold one, too.
    """
    found: list[str] = []
    at = start
    for leaf in leaves:
        found.extend(_COMMENT.findall(text, at, max(at, leaf.start)))
        if leaf.style in ("|", ">"):
            found.extend(_COMMENT.findall(text, leaf.start, line_end(text, leaf.start)))
        at = max(at, leaf.end)
    found.extend(_COMMENT.findall(text, at, max(at, end)))
    return [comment.rstrip() for comment in found]
