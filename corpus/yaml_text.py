"""YAML read strings first: every scalar stays what was typed.

YAML 1.1 turns `NO` into false, `19:32` into 1172 and `00123` into 83. Here a scalar is a `str`, or
None for a plain `null`, `~` or nothing at all; whoever knows what a key means converts its value.

The files may have been written by a stranger or be half merged, so what is read is bounded (size,
depth), aliases are refused (nine lines of them can stand for a billion nodes), tags never build
objects, and everything that is refused is a `CorpusError` with file, line, column and remedy. The
parser's events are consumed one by one without recursion, so that depth is refused before anything
nests.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from corpus.garbage import many_objects
from corpus.problem import CorpusError, Problem

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 16 * 1024 * 1024
"""The most characters of a YAML text, unless the caller says less."""

DEPTH = 100
"""The most collections that may lie inside each other."""

LONGEST_REASON = 300
"""The most characters that an error says of a file: a key or a tag may be as long as the file."""

_CORE_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}
_PAIR = re.compile(r"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_SLOW_LIMIT = 1024 * 1024
"""The most characters that are parsed by PyYAML's Python parser where there is another."""
_NULLS = {"", "~", "null"}
_OTHER_ENDS = re.compile("[\r\x85\u2028\u2029]")
_RARE_ENDS = re.compile("[\x85\u2028\u2029]")
_MARKERS = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


class Place(NamedTuple):
    """Where something stands in a file: line and column from 1, lines ended by LF alone."""

    line: int
    column: int


# What a named tuple does in Python is done a hundred thousand times for a large sidecar.
_new_place = cast("Callable[[type[Place], tuple[int, int]], Place]", tuple.__new__)


class YamlMapping(dict[str, "YamlValue"]):
    """A mapping; `place` is where it begins, `keys_at` where each of its keys stands."""

    __slots__ = ("keys_at", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}


class YamlSequence(list["YamlValue"]):
    """A sequence; `place` is where it begins, `items_at` where each of its items stands."""

    __slots__ = ("items_at", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.items_at: list[Place] = []


YamlValue = str | None | YamlSequence | YamlMapping


def load_yaml(text: str, file: str, *, limit: int = LIMIT) -> YamlValue:
    """Read the one document of a YAML text; an empty one is None.

    `file` names it in errors. Raises `CorpusError` for what is not YAML, for more than `limit`
    characters, more than `DEPTH` levels, aliases, tags beyond the core schema, duplicate keys, keys
    that are collections, several documents and merge-conflict markers.
    """
    source = _Source(text.removeprefix("\ufeff"), file)
    if len(text) > limit:
        raise source.error(
            f"the file has {len(text):,} characters; at most {limit:,} are read",
            "split it, or take out what is not needed",
        )
    source.refuse_conflict_markers()
    with many_objects():
        return _build(source)


def read_yaml(path: Path | str, file: str, *, limit: int = LIMIT) -> YamlValue:
    """Read a YAML file as `load_yaml` does; it must be a regular file of at most `limit` bytes.

    Raises `CorpusError`, also where the file cannot be read or is not Unicode. A missing file
    raises `FileNotFoundError`.
    """
    return load_yaml(read_yaml_text(path, file, limit=limit), file, limit=limit)


def read_yaml_text(path: Path | str, file: str, *, limit: int = LIMIT) -> str:
    """Read the text of a YAML file: UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Line ends stay as they are, the byte order mark does not. Raises like `read_yaml`.
    """
    from corpus.decoding import byte_order_mark
    from corpus.reasons import unreadable
    from corpus.regular_file import TooLargeError, read_regular

    try:
        data = read_regular(path, limit).data
    except FileNotFoundError:
        raise
    except TooLargeError as wrong:
        reason = f"the file has {wrong.size:,} bytes; at most {limit:,} are read"
        remedy = "split it, or take out what is not needed"
        raise CorpusError(Problem(file, reason, remedy)) from wrong
    except OSError as wrong:
        raise CorpusError(unreadable(file, wrong)) from wrong
    mark, encoding = byte_order_mark(data) or (b"", "utf-8")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as wrong:
        before = data[: len(mark) + wrong.start]
        reason = f"the file is not {encoding.upper()}: byte {wrong.object[wrong.start]:#04x}"
        line = before.count(b"\n") + 1
        raise CorpusError(Problem(file, reason, "save it as UTF-8", line)) from wrong


class _Source:
    """A YAML text with what is needed to name places in it."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._ends = [match.start() for match in re.finditer("\n", text)]
        # Without other line ends the parser counts lines as a person does.
        self._is_plain = _OTHER_ENDS.search(text) is None

    def place_of(self, event: Any) -> Place:
        """Return where an event begins."""
        mark = event.start_mark
        if self._is_plain:
            return _new_place(Place, (mark.line + 1, mark.column + 1))
        return self.place(mark.index)

    def place(self, offset: int) -> Place:
        """Turn an offset into line and column.

        YAML 1.1 also ends lines at NEL and U+2028; editors do not, so the parser's own line count
        is of no use to a person.
        """
        line = bisect_left(self._ends, offset)
        start = self._ends[line - 1] + 1 if line else 0
        return _new_place(Place, (line + 1, offset - start + 1))

    def error(self, reason: str, remedy: str, place: Place | None = None) -> CorpusError:
        line, column = place or (None, None)
        if len(reason) > LONGEST_REASON:
            reason = reason[:LONGEST_REASON] + "…"
        return CorpusError(Problem(self.file, reason, remedy, line, column))

    def refuse_conflict_markers(self) -> None:
        """Refuse a text with the marks that git leaves where it could not merge.

        Before parsing: inside a quoted string of several lines the parser would take them for text.
        """
        marks = list(_MARKERS.finditer(self.text))
        if not marks:
            return
        first = self.place(marks[0].start())
        ends = (mark for mark in marks if mark[0].startswith(">"))
        last = self.place(next(ends, marks[0]).start())
        more = sum(mark[0].startswith("<") for mark in marks[1:])
        raise self.error(
            (f"line {first.line}" if last == first else f"lines {first.line}-{last.line}")
            + (f" and {more} other place{'s' if more > 1 else ''}" if more else "")
            + ": an unresolved git merge",
            "keep one of the versions between <<<<<<< and >>>>>>> and remove the marker lines",
            first,
        )


def parser_for(text: str) -> type[Any]:
    """Return libyaml where PyYAML has it, else its Python parser (30 times slower).

    Characters beyond U+FFFF that JSON wrote as two escapes are read by the Python parser: libyaml
    refuses the halves before they can be put together.
    """
    import yaml

    if len(text) <= _SLOW_LIMIT and _PAIR.search(text):
        return yaml.SafeLoader
    loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return loader


def _events(source: _Source) -> Iterator[Any]:
    import yaml

    try:
        yield from yaml.parse(source.text, Loader=parser_for(source.text))
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        if mark and wrong.context_mark and mark.index >= len(source.text.rstrip()):
            mark = wrong.context_mark  # what was never closed, rather than the end of the file
        place = source.place(mark.index) if mark else None
        reason = " ".join(part for part in (wrong.problem, wrong.context) if part)
        raise source.error(f"not YAML: {reason}", _remedy(source, place), place) from wrong
    except yaml.reader.ReaderError as wrong:
        offset = wrong.position if isinstance(wrong.position, int) else 0
        raise source.error(
            f"the file holds a character that YAML does not allow: U+{_code(wrong.character):04X}",
            'remove it, or write it as an escape in double quotes ("\\x1b")',
            source.place(offset),
        ) from wrong
    except UnicodeEncodeError as wrong:  # a lone surrogate
        raise source.error(
            "the file holds half of a surrogate pair", "remove it", source.place(wrong.start)
        ) from wrong
    except (
        ValueError,
        OverflowError,
    ) as wrong:  # the Python parser on escapes such as "\UFFFFFFFF"
        raise source.error(f"not YAML: {wrong}", "correct the escape or the directive") from wrong


def _code(character: Any) -> int:
    return ord(character) if isinstance(character, str) and character else int(character)


def _remedy(source: _Source, place: Place | None) -> str:
    if place is not None:
        lines = source.text.split("\n")
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        if "\t" in line[: len(line) - len(line.lstrip())] or line[place.column - 1 :][:1] == "\t":
            return "indent with spaces; YAML does not allow tabs there"
        if found := _RARE_ENDS.search(line):
            code = f"{ord(found[0]):04X}"
            return f'U+{code} ends a line in YAML: write it as "\\u{code}" in double quotes'
    return "correct the line; text with : # or quotes is safe inside double quotes"


class _Open:
    """A collection that has begun, and in a mapping the key that waits for its value."""

    __slots__ = ("into", "key")

    def __init__(self, into: YamlMapping | YamlSequence) -> None:
        self.into = into
        self.key: str | None = None


def _build(source: _Source) -> YamlValue:
    import yaml

    root: YamlValue = None
    stack: list[_Open] = []
    documents = 0
    for event in _events(source):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            words: str = event.value
            simple = event.tag is None and words.isascii() and words not in _NULLS
            value: YamlValue = words if simple else _scalar(source, event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            place = source.place_of(event)
            _check_tag(source, event)
            if len(stack) == DEPTH:
                reason = f"more than {DEPTH} collections lie inside each other"
                raise source.error(reason, "take some levels out", place)
            if stack and isinstance(stack[-1].into, YamlMapping) and stack[-1].key is None:
                raise source.error("a key is a list or a mapping", "use a plain word as key", place)
            value = (YamlMapping if kind is yaml.MappingStartEvent else YamlSequence)(place)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
            continue
        elif kind is yaml.AliasEvent:
            reason = f"*{event.anchor} is an alias, and aliases are not read"
            remedy = "write out what it stands for; put quotes around a text that begins with *"
            raise source.error(reason, remedy, source.place_of(event))
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                reason = "a second document begins here; only one is read"
                raise source.error(reason, "remove the line ---", source.place_of(event))
            continue
        else:
            continue
        if not stack:
            root = value
        else:
            _add(source, stack[-1], value, event)
        if not isinstance(value, str) and value is not None:
            stack.append(_Open(value))
    return root


def _add(source: _Source, parent: _Open, value: YamlValue, event: Any) -> None:
    into = parent.into
    if isinstance(into, YamlSequence):
        into.items_at.append(source.place_of(event))
        into.append(value)
    elif parent.key is None:
        key: str = (
            event.value
        )  # collections were refused, so it is a scalar; `null:` is a word here
        place = source.place_of(event)
        if key in into:
            first = into.keys_at[key].line
            reason = f"the key {key!r} stands here for the second time (first on line {first})"
            raise source.error(reason, "keep one of the two", place)
        if key == "<<" and not event.style:
            reason = "<< would merge another mapping in, and merging is not read"
            raise source.error(reason, "write the keys out", place)
        into.keys_at[key] = place
        into[key] = None  # claims the key, so that its value may be added below
        parent.key = key
    else:
        into[parent.key] = value
        parent.key = None


def _scalar(source: _Source, event: Any) -> str | None:
    _check_tag(source, event)
    value: str = event.value
    if not value.isascii() and event.style == '"':
        # JSON writes what lies beyond U+FFFF as two escapes, the halves of a surrogate pair.
        whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        event.value = value = whole
    if not event.style and value in _NULLS and not str(event.tag or "").endswith(":str"):
        return None
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        # Only the Python parser lets `"\ud800"` through; it could not be written as UTF-8 again.
        place = source.place_of(event)
        raise source.error("a text holds half of a surrogate pair", "remove the escape", place)
    return value


def _check_tag(source: _Source, event: Any) -> None:
    if event.tag is not None and event.tag not in _CORE_TAGS and event.tag != "!":
        reason = f"the tag {event.tag} asks for an object to be built, and that is never done"
        raise source.error(reason, "remove the tag", source.place_of(event))
