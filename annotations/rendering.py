"""How new YAML is written: safe to read under YAML 1.1 and 1.2, in the layout of docs/contracts.md.

Words stay plain where no reader of YAML can take them for anything but text; all else is put in
double quotes. The texts that a reader writes or quotes are always in double quotes, and a note of
several lines becomes a literal block where that gives back the same text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotations.schema import scalar_word

if TYPE_CHECKING:
    from annotations.schema import Data

_ALWAYS_QUOTED = frozenset(
    {"quote", "before", "after", "note", "why", "said", "made", "edited", "sha256"}
)
_IN_BLOCK_STYLE = frozenset({"annotations", "articles", "claim", "entities", "links"})

# Nothing that YAML gives a meaning to, and no number, date or time: a letter first, or after
# figures a letter that stands in none of 0x1f, 0o17, 1e5, 0b1 and 2020-01-01t.
_PLAIN = re.compile(
    r"(?:[^\W\d_]|(?=[0-9][0-9_.-]*[g-np-swyzG-NP-SWY])[0-9])(?:[\w ./()&+%'’–-]*[\w.)%'’])?"
)
# `schema: postil/1` and ids need no quotes; these words have a meaning in YAML 1.1 or JSON.
_WORDS_WITH_MEANING = frozenset(
    {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"}
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
# What YAML does not allow or takes for a line break, and what nobody sees: controls, marks of
# writing direction, zero-width space, byte order mark, noncharacters, the private use planes' ends.
_TO_ESCAPE = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f'
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
# A literal block gives these back changed, or an editor would change them unseen.
_NOT_LITERAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff]|[ \u00a0\u3000]+(?:\n|$)|^[ \n]"
)


def quoted(text: str) -> str:
    """Write a text in double quotes on one line."""
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    sign = match.group()
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    code = ord(sign)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def is_plain(text: str) -> bool:
    """Whether a text may stand without quotes, in block and in flow style."""
    return (
        _PLAIN.fullmatch(text) is not None
        and "  " not in text
        and text.lower() not in _WORDS_WITH_MEANING
    )


def scalar(
    value: Data, key: str | None = None, *, like: str | None = None, json: bool = False
) -> str:
    """Write a scalar on one line.

    `key` is the key it stands under. `like` is the style of the scalar it takes the place of: a
    plain one, or one in single quotes, stays so where it can. `json` puts every text in double
    quotes.
    """
    if value is None:
        return "null"
    if not isinstance(value, str):
        return scalar_word(value)
    if like == "'" and not json and value and not _TO_ESCAPE.search(value.replace('"', "")):
        return "'" + value.replace("'", "''") + "'"
    if json or like == '"' or (key in _ALWAYS_QUOTED and like != "") or not is_plain(value):
        return quoted(value)
    return value


def flow(value: Data, key: str | None = None, *, json: bool = False) -> str:
    """Write a value on one line, collections in brackets."""
    if isinstance(value, dict):
        pairs = (
            f"{scalar(name, json=json)}: {flow(item, name, json=json)}"
            for name, item in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item, key, json=json) for item in value) + "]"
    return scalar(value, key, json=json)


def entry_lines(key: str, value: Data, *, literal: bool = True) -> list[str]:
    """Write `key: value` for a block mapping: lines without indentation of their own.

    `literal` allows a text of several lines to become a literal block.
    """
    name = scalar(key)
    if literal and isinstance(value, str) and is_literal(value):
        return [f"{name}: {literal_header(value)}", *indented(literal_lines(value))]
    if value and key in _IN_BLOCK_STYLE:
        if isinstance(value, dict):
            return [f"{name}:", *indented(mapping_lines(value, literal=literal))]
        if isinstance(value, list) and key == "annotations":
            return [f"{name}:", *indented([line for item in value for line in item_lines(item)])]
        if isinstance(value, list):
            return [f"{name}:", *indented([f"- {flow(item)}" for item in value])]
    return [f"{name}: {flow(value, key)}"]


def mapping_lines(mapping: dict[str, Data], *, literal: bool = True) -> list[str]:
    """Write a mapping in block style."""
    return [
        line for key, value in mapping.items() for line in entry_lines(key, value, literal=literal)
    ]


def item_lines(mapping: dict[str, Data], *, offset: int = 2, literal: bool = True) -> list[str]:
    """Write a mapping as an item of a block sequence, its keys `offset` columns from the dash."""
    first, *rest = mapping_lines(mapping, literal=literal)
    return ["-" + " " * (offset - 1) + first, *indented(rest, offset)]


def indented(lines: list[str], by: int = 2) -> list[str]:
    """Move lines to the right; empty ones stay empty."""
    return [" " * by + line if line else line for line in lines]


def is_literal(text: str) -> bool:
    """Whether a text has several lines that a literal block gives back as they are."""
    return (
        "\n" in text.rstrip("\n")
        and not text.endswith("\n\n")
        and _NOT_LITERAL.search(text) is None
    )


def literal_header(text: str) -> str:
    """Give the header of the literal block for a text: with or without a final line break."""
    return "|" if text.endswith("\n") else "|-"


def literal_lines(text: str) -> list[str]:
    """Give the lines of the literal block for a text."""
    return text.removesuffix("\n").split("\n")
