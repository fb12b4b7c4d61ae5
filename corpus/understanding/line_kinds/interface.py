"""Lines that are the interface of a web page: menus, share bars, sections, paths."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TRIM = " \t\u00a0\u200b:.!?…»«›‹>→←↓↑▶►▼▾▲•·|/*+-–—[]()"
_COUNTER = re.compile(r"^\(?\d[\d.,]*[km]?\)?\s*|\s*\(?\d[\d.,]*[km]?\)?$")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SEPARATED = re.compile(r"\s*[|•·»›]\s*|\s+[/>]\s+|\s{2,}|\t")
_SEPARATOR = re.compile(r"[|•·»›]|\s[/>]\s")
_SHARE = re.compile(r"share (?:this |it )?(?:on|by|via|to|with|through) [\w'. -]{1,20}")
_LONGEST_PHRASE = 60
_LONGEST_LINE = 160
_SECTION = "section"


@cache
def _phrases() -> dict[str, str]:
    """Return the phrases of `data/interface.txt`, each to the name of its list."""
    text = files(__package__).joinpath("data", "interface.txt").read_text(encoding="utf-8")
    phrases: dict[str, str] = {}
    kind = ""
    for line in text.split("\n"):
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            # A word may stand in two lists ("comment" is a section too): the first one counts.
            for phrase in line.split("|"):
                phrases.setdefault(phrase.strip(), kind)
                if kind == _SECTION:
                    phrases.setdefault(f"{_SECTION}:{phrase.strip()}", kind)
    return phrases


def _phrase(plain: str) -> str | None:
    kind = _phrases().get(plain)
    if kind is None and plain.startswith("share ") and _SHARE.fullmatch(plain):
        return "share bar"
    return None if kind == _SECTION else kind


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").lower().split()).strip(_TRIM)


def phrase_kind(words: str) -> str | None:
    """Return the kind of furniture that a line of interface words is, None for any other line.

    Case, arrows, bullets and counters around a phrase do not matter; several phrases in one line,
    with separators or run together (`ShareTweet`), are read one by one.
    """
    if len(words) > _LONGEST_LINE:
        return None
    plain = _plain(words)
    if not plain:
        return None
    if len(plain) <= _LONGEST_PHRASE:
        if kind := _phrase(plain):
            return kind
        if plain[0].isdigit() or plain[-1].isdigit():
            return _phrase(_COUNTER.sub("", plain).strip(_TRIM))
    for separator in (_SEPARATED, _RUN_TOGETHER):
        parts = separator.split(words.strip(_TRIM))
        if len(parts) == 1:
            continue
        pieces = [_plain(part) for part in parts]
        kinds = [_phrase(piece) for piece in pieces if piece]
        if len(kinds) > 1 and all(kinds):
            return kinds[0]
    return None


def is_section(words: str) -> bool:
    """Say whether a line is nothing but the name of a site's section."""
    return len(words) <= _LONGEST_PHRASE and f"{_SECTION}:{_plain(words)}" in _phrases()


def is_breadcrumb(words: str) -> bool:
    """Say whether a line is a path or menu of a site: short names with separators between them."""
    if len(words) > _LONGEST_LINE or words.endswith((".", "?", "!")):
        return False
    if not _SEPARATOR.search(words):
        return False
    pieces = [piece for piece in _SEPARATED.split(words) if piece.strip()]
    if len(pieces) < 2 or any(not _is_menu_entry(piece) for piece in pieces):
        return False
    known = [is_section(piece) or _phrase(_plain(piece)) is not None for piece in pieces]
    return known[0] or len(pieces) >= 4


def _is_menu_entry(piece: str) -> bool:
    letters = [character for character in piece if character.isalpha()]
    return bool(letters) and letters[0].isupper() and len(piece.split()) <= 4
