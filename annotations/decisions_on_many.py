"""The same decision about many articles, written into `postil.yaml` in one go.

Lines that Postil wrote itself are exchanged as they stand, and the file is read once at the end: it
must mean what it meant, with the decisions and nothing more. What stands in another form is left to
`decisions`, which edits one key of one article at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from annotations.editor import Document
from annotations.rendering import flow
from annotations.splice import ending
from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.decisions import Key
    from annotations.schema import Data

ARTICLES = "articles"


def with_many(document: Document, articles: Sequence[str], key: Key, value: str | None) -> Document:
    """Return the file with a key of articles set, or taken out where `value` is None.

    Articles whose lines are not as Postil writes them stay as they are.
    """
    root: Any = document.value
    told: Any = root.get(ARTICLES) if isinstance(root, dict) else None
    if not isinstance(told, dict) or not told:
        return document
    after = dict(told)
    lines = document.text.splitlines(keepends=True)
    places = _places(lines, told)
    new: list[str] = []
    for article in articles:
        if f"./{article}" in told:
            continue
        if article not in told:
            if value is not None:
                after[article] = {key: value}
                new.append(article)
        elif article in places and isinstance(told[article], dict):
            changed = _changed(told[article], key, value)
            if changed:
                after[article] = changed
            elif len(after) > 1:
                del after[article]
            else:
                continue  # the last one takes the mapping with it
            _exchange(lines, places[article], article, changed)
    if new:
        last = max(places.values(), default=None)
        if last is None:
            return document
        line = lines[last]
        indent = line[: len(line) - len(line.lstrip())] if line.strip() else ""
        end = ending(document.text)
        added = [f"{indent}{_line(name, {key: value})}{end}" for name in new]
        if line and not line.endswith(("\n", "\r")):
            lines[last] = line + end
        lines[last + 1 : last + 1] = added
    return _read_as_meant("".join(lines), document, {**root, ARTICLES: after})


def _places(lines: Sequence[str], told: Mapping[str, Any]) -> dict[str, int]:
    """Return the lines of articles that are as Postil writes them, each there once."""
    written = {
        _line(name, keys): name for name, keys in told.items() if isinstance(keys, dict) and keys
    }
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        name = written.get(line.strip())
        if name is not None:
            found.setdefault(name, []).append(at)
    return {name: places[0] for name, places in found.items() if len(places) == 1}


def _changed(keys: Mapping[str, Any], key: Key, value: str | None) -> dict[str, Any]:
    """Return the keys of an article with one set or taken out; a new one has its place."""
    if value is None:
        return {name: there for name, there in keys.items() if name != key}
    if key in keys:
        return {**keys, key: value}
    from annotations.decisions import Key

    order = get_args(Key)
    after = {**keys, key: value}
    known = {name: after[name] for name in order if name in after}
    return known | {name: there for name, there in after.items() if name not in order}


def _exchange(lines: list[str], at: int, article: str, keys: dict[str, Any]) -> None:
    """Write the line of an article anew; without keys it is an empty one, to be left out."""
    line = lines[at]
    bare = line.strip()
    lines[at] = line.replace(bare, _line(article, keys)) if keys else ""


def _line(article: str, keys: Mapping[str, Data]) -> str:
    return flow({article: dict(keys)}).removeprefix("{").removesuffix("}")


def _read_as_meant(text: str, before: Document, meant: dict[str, Any]) -> Document:
    """Return the text as a document; the one of before where it does not mean what it should."""
    try:
        after = Document.read(text, before.file)
    except CorpusError:
        return before
    return after if after.value == meant else before
