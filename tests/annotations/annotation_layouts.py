"""Sidecars as people write them: Hypothesis strategies for the same content in many layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

# Words that some reader of YAML takes for something else, and signs that need care.
AWKWARD = [
    *(
        "NO",
        "yes",
        "null",
        "~",
        "19:32",
        "00123",
        "1_600",
        "0x1F",
        "1e3",
        "2023-05-19",
        "-",
        "=",
        "<<",
    ),
    *("a: b", "a #b", "#c", "[x]", "{y}", "it's", 'say "so"', " lead", "trail ", "- item", "*star"),
    *("&amp", "!bang", "%pct", "@at", "`tick", "| bar", "> more", "back\\slash", "tab\there", "?"),
    *(
        "x\x85y",
        "x\u2028y",
        "x\u2029y",
        "\x1b[31m",
        "\u202egnirts",
        "\ufeffbom",
        "🛟 buoy",
        "e\u0301",
    ),
    *(
        "line one\nline two",
        "one\n\nthree\n",
        "\nfirst",
        "ends \n with blanks",
        "a\r\nb",
        "---",
        "...",
    ),
    *("  \n", "x" * 1500, "колонна 3", "1,600", "“curly”", "key:", ": value", "a,b", "}", "]"),
]
texts = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from(["Rescued by noon", "the upper dam", "41 people", "not confirmed"]),
)
words = st.sampled_from(
    ["flood", "NO", "00123", "19:32", "two words", "it's", "a-b", "x: y", "dam"]
)
comment_words = st.sampled_from(
    ["checked", "see 3: p. 4", "- not an item", "key: value", "'quote", '"', "", "#", "{", "TODO?"]
)


@dataclass
class Layout:
    """A sidecar text with the offsets `[start, end)` of each item's own lines, and its content."""

    text: str
    items: list[dict[str, Any]]
    blocks: list[tuple[int, int]]
    style: str
    identities: list[str]


@st.composite
def annotations(draw: st.DrawFn, identity: str) -> dict[str, Any]:
    """Draw the content of one annotation as strings, unknown keys among the known ones."""
    content: dict[str, Any] = {"id": identity}
    if draw(st.booleans()):
        content["quote"] = draw(texts)
        content["at"] = ["3", "9"]
    for key in ("before", "note", "colour", "by", "made"):
        if draw(st.booleans()):
            content[key] = draw(texts)
    if draw(st.booleans()):
        content["tags"] = draw(st.lists(words, min_size=1, max_size=4))
    if draw(st.booleans()):
        claim: dict[str, Any] = {}
        for key in ("speaker", "measure", "my own"):
            if draw(st.booleans()):
                claim[key] = draw(texts)
        if draw(st.booleans()):
            claim["quantity"] = {"value": "1_600", "of": draw(words)}
            if draw(st.booleans()):
                claim["quantity"]["hand"] = "NO"
        if claim:
            content["claim"] = claim
    if draw(st.booleans()):
        links = [
            {"to": f"a-{n}", "type": "supports", "why": draw(texts)}
            for n in range(draw(st.integers(1, 3)))
        ]
        content["links"] = links
    keys = list(content)
    return {key: content[key] for key in draw(st.permutations(keys))}


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Draw a sidecar: block or flow, any indentation, comments anywhere, any line end."""
    count = draw(st.integers(0, 4))
    names = [f"a-{'bcdefgh'[n] * 10}" for n in range(count)]
    items = [draw(annotations(name)) for name in names]
    style = draw(st.sampled_from(["block", "block", "block", "flow", "json"]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    writer = _Writer(draw, end)
    if style == "block" or not items:
        text, blocks = writer.block_file(items)
        style = "block"
    else:
        text, blocks = writer.flow_file(items, style)
    ends_in_text = bool(items) and _last_scalar(items[-1]).endswith("\n")
    if draw(st.booleans()) and text.endswith(end) and not ends_in_text:
        text = text[: -len(end)]
        blocks = [(a, min(b, len(text))) for a, b in blocks]
    return Layout(text, items, blocks, style, names)


def _last_scalar(value: Any) -> str:
    """The scalar that is written last: a block scalar keeps the line end of the file."""
    while not isinstance(value, str):
        value = list(value.values() if isinstance(value, dict) else value)[-1]
    return value


class _Writer:
    def __init__(self, draw: st.DrawFn, end: str) -> None:
        self.draw = draw
        self.end = end

    def block_file(self, items: list[dict[str, Any]]) -> tuple[str, list[tuple[int, int]]]:
        draw = self.draw
        head = [*self.comments(0)]
        if draw(st.booleans()):
            head.append("schema: postil/1" + self.tail())
        if draw(st.booleans()):
            head.append("article: {file: a.txt, sha256: '00'}" + self.tail())
        head += self.comments(0)
        after = []
        if draw(st.booleans()):
            after = ["mine:", "  - NO", "  # inside mine", "  - 19:32" + self.tail()]
        before_list = draw(st.booleans())
        lines = head + (after if before_list else [])
        if not items:
            empty = draw(
                st.sampled_from(["annotations:", "annotations: []", "annotations: null", ""])
            )
            lines += [empty + self.tail()] if empty else self.comments(0)
            blocks: list[tuple[int, int]] = []
        else:
            margin = draw(st.sampled_from([0, 2, 4]))
            lines.append("annotations:" + self.tail())
            spans = []
            for item in items:
                lines += self.comments(margin)
                begin = len(lines)
                lines += self.item(item, margin)
                spans.append((begin, len(lines)))
            offsets = self.offsets(lines)
            blocks = [(offsets[a], offsets[b]) for a, b in spans]
        lines += [] if before_list else after
        last = lines[-1] if lines else ""
        lines += self.comments(0) if not last.startswith(" ") else []
        return "".join(line + self.end for line in lines), blocks

    def offsets(self, lines: list[str]) -> list[int]:
        result = [0]
        for line in lines:
            result.append(result[-1] + len(line) + len(self.end))
        return result

    def item(self, item: dict[str, Any], margin: int) -> list[str]:
        draw = self.draw
        form = draw(st.sampled_from(["keys", "keys", "keys", "wide", "alone", "braces"]))
        if form == "braces":
            return [" " * margin + "- " + self.flow(item) + self.tail()]
        offset = {"keys": 2, "wide": 4, "alone": 3}[form]
        lines = self.mapping(item, margin + offset)
        dash = " " * margin + "-"
        if form == "alone":
            return [dash + self.tail(), *self.comments(margin + offset), *lines]
        first = lines[0]
        return [dash + first[len(dash) :], *lines[1:]]

    def mapping(self, mapping: dict[str, Any], margin: int) -> list[str]:
        lines: list[str] = []
        for at, (key, value) in enumerate(mapping.items()):
            if at and not self.ends_in_literal(lines):
                lines += self.comments(margin)
            lines += self.entry(key, value, margin)
        return lines

    def ends_in_literal(self, lines: list[str]) -> bool:
        """A comment after a block scalar might be taken for its text."""
        return bool(lines) and lines[-1].startswith(" ") and "#" not in lines[-1] and self.literal

    literal = False

    def entry(self, key: str, value: Any, margin: int) -> list[str]:
        draw = self.draw
        name = " " * margin + self.word(key)
        self.literal = False
        if isinstance(value, str):
            safe = value and value[0] not in " \n" and value.isprintable() is False
            if "\n" in value and safe and self.is_literal(value) and draw(st.booleans()):
                self.literal = True
                mark = "|" if value.endswith("\n") else "|-"
                below = [
                    " " * (margin + 2) + one if one else ""
                    for one in value.removesuffix("\n").split("\n")
                ]
                return [f"{name}: {mark}" + self.tail(), *below]
            return [f"{name}: {self.scalar(value)}" + self.tail()]
        if isinstance(value, dict):
            if draw(st.booleans()):
                return [f"{name}: {self.flow(value)}" + self.tail()]
            below = self.mapping(value, margin + draw(st.sampled_from([1, 2, 4])))
            return [f"{name}:" + self.tail(), *below]
        if draw(st.booleans()):
            return [f"{name}: {self.flow(value)}" + self.tail()]
        inner = margin + draw(st.sampled_from([0, 2]))
        lines = [f"{name}:" + self.tail()]
        for one in value:
            lines += self.comments(inner)
            if isinstance(one, dict) and draw(st.booleans()):
                below = self.mapping(one, inner + 2)
                lines += [" " * inner + "- " + below[0].lstrip(), *below[1:]]
            else:
                lines.append(" " * inner + "- " + self.flow(one) + self.tail())
        return lines

    @staticmethod
    def is_literal(value: str) -> bool:
        plain = all(c == "\n" or (c.isprintable() and c not in "\x85\u2028\u2029") for c in value)
        lines = value.split("\n")
        return (
            plain
            and not value.endswith("\n\n")
            and value.strip("\n") != ""
            and all(one == one.strip() for one in lines)
        )

    def flow(self, value: Any) -> str:
        draw = self.draw
        gap = draw(st.sampled_from(["", " "]))
        if isinstance(value, dict):
            inner = ", ".join(f"{self.word(k)}: {self.flow(v)}" for k, v in value.items())
            return "{" + gap + inner + gap + "}"
        if isinstance(value, list):
            comma = draw(st.sampled_from(["", ","])) if value else ""
            return "[" + gap + ", ".join(self.flow(one) for one in value) + comma + gap + "]"
        return self.scalar(value)

    def scalar(self, value: str) -> str:
        draw = self.draw
        choices = [_double(value)]
        if value.isprintable():
            choices.append("'" + value.replace("'", "''") + "'")
        bare = value in ("NO", "19:32", "00123", "1_600", "2023-05-19")
        if bare or (value.replace(" ", "").isalpha() and value == value.strip() != "null"):
            choices += [value] * 2
        return draw(st.sampled_from(choices))

    def word(self, key: str) -> str:
        return self.draw(st.sampled_from([key, key, f'"{key}"', f"'{key}'"]))

    def tail(self) -> str:
        kind = self.draw(st.integers(0, 5))
        if kind == 0:
            return "  # " + self.draw(comment_words)
        return " " if kind == 1 else ""

    def comments(self, margin: int) -> list[str]:
        lines = []
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 0, 1, 2]))):
            kind = self.draw(st.sampled_from(["comment", "blank", "margin"]))
            if kind == "blank":
                lines.append("")
            else:
                indent = margin if kind == "comment" else 0
                lines.append(" " * indent + "# " + self.draw(comment_words))
        return lines

    def flow_file(
        self, items: list[dict[str, Any]], style: str
    ) -> tuple[str, list[tuple[int, int]]]:
        draw = self.draw
        apart = self.end if draw(st.booleans()) else " "
        head = "{" if style == "json" else "schema: postil/1" + self.end + "annotations: ["
        if style == "json":
            head += '"schema": "postil/1",' + apart + '"annotations": ['
        blocks = []
        text = "".join(line + self.end for line in self.comments(0)) + head
        for at, item in enumerate(items):
            text += ("," if at else "") + apart
            if apart == self.end and draw(st.booleans()):
                text += "# " + draw(comment_words) + self.end
            start = len(text)
            text += _json(item) if style == "json" else self.flow(item)
            blocks.append((start, len(text)))
        text += apart + "]" + ("}" if style == "json" else "") + self.end
        return text, blocks


def _double(value: str) -> str:
    """Write a text in double quotes, everything beyond ASCII as an escape."""
    out = []
    for sign in value:
        code = ord(sign)
        if sign in '"\\':
            out.append("\\" + sign)
        elif 32 <= code < 127:
            out.append(sign)
        else:
            out.append(f"\\x{code:02x}" if code < 256 else f"\\U{code:08x}")
    return '"' + "".join(out) + '"'


def _json(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_double(k)}: {_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_json(one) for one in value) + "]"
    return _double(value)
