"""YAML front matter: what the file says of itself between two lines of three hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.problem import CorpusError
from corpus.understanding.header import Meaning, key_meaning

# Of several keys with one meaning the plainest counts: `published` before `date`.
_PREFERRED = ("title", "headline", "outlet", "source", "publication", "author", "published", "date")


def read_front_matter(yaml: str) -> dict[Meaning, str]:
    """Return what the keys of front matter mean and their values, as text.

    Lists are joined with commas; of a mapping its `name` counts. Front matter that is no YAML, as
    after an unquoted colon in a title, is read line by line.
    """
    # The YAML library takes milliseconds to load, and few articles have front matter.
    from corpus.yaml_text import load_yaml

    try:
        loaded: object = load_yaml(yaml, "front matter")
    except CorpusError:
        loaded = dict(_lines(yaml))
    if not isinstance(loaded, dict):
        return {}
    found: dict[Meaning, str] = {}
    keys = sorted(loaded, key=lambda key: _rank(str(key)))
    for key in keys:
        meaning = key_meaning(str(key))
        value = ", ".join(_texts(loaded[key]))
        if meaning and meaning != "other" and value:
            found.setdefault(meaning, value)
    return found


def _rank(key: str) -> int:
    plain = key.strip().lower()
    return _PREFERRED.index(plain) if plain in _PREFERRED else len(_PREFERRED)


def _lines(yaml: str) -> Iterator[tuple[str, str]]:
    for line in yaml.split("\n"):
        key, colon, value = line.partition(":")
        if colon and key == key.lstrip() and value.strip():
            yield key, value.strip().strip("\"'")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip():
            yield " ".join(value.split())
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
    elif isinstance(value, dict):
        yield from _texts(value.get("name"))
