"""The names of keys: which there are, and which a terminal can send.

A printable character stands for itself; the others are called as Textual calls them.
"""

from __future__ import annotations

import string
import unicodedata

NAMED = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
        *("enter", "escape", "tab", "space", "backspace"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Control and these letters are other keys to a terminal (ASCII: ctrl+i is 0x09, the tab).
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
_WITH_SHIFT = frozenset(("up", "down", "left", "right", "home", "end", "tab", "pageup", "pagedown"))
_WITH_CONTROL = _WITH_SHIFT - {"tab"} | {"delete", "insert"}
# Escape and these letters begin longer sequences.
_LOST_ALTS = frozenset(("alt+O", "alt+P", "alt+X"))
# What Escape and a letter stand for in many terminals: the arrows with Option, on a Mac.
_ARROWS = {"alt+f": "ctrl+right", "alt+b": "ctrl+left"}
# Textual's names of signs: those of Unicode, but for these.
_SIGNS = {
    unicodedata.name(sign).lower().replace(" ", "_").replace("-", "_"): sign
    for sign in string.punctuation
} | {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}
# Other names of keys, as terminals send them that tell all keys apart.
_ALSO = {**_ARROWS, "ctrl+space": "ctrl+@", "ctrl+j": "enter"}


def key_fault(key: str) -> str | None:
    """Say why a key cannot be used, or return None where it can."""
    if len(key) == 1:
        return None if key.isprintable() and key != " " else "a blank is written `space`"
    if key in NAMED:
        return None
    if key in _SAME:
        return f"a terminal sends it as {_SAME[key]}"
    if key in _LOST_ALTS:
        return "terminals begin longer sequences with it"
    modifiers, _, base = key.rpartition("+")
    if modifiers == "ctrl":
        if (len(base) == 1 and base in _LETTERS) or base in _WITH_CONTROL:
            return None
        if base in ("backslash", "right_square_bracket", "circumflex_accent", "underscore", "@"):
            return None
        return f"terminals cannot send ctrl with {base or 'nothing'}"
    if modifiers == "shift":
        if len(base) == 1:
            return f"write {base.upper()}" if base.isalpha() else "write the character itself"
        if base in _WITH_SHIFT or (base in NAMED and base.startswith("f")):
            return None
        return f"terminals cannot send shift with {base}"
    if modifiers == "alt":
        if key in _ARROWS:
            return f"a terminal sends it as {_ARROWS[key]}"
        # Of a sign or a digit nothing is left of alt.
        usable = (len(base) == 1 and base.isascii() and base.isalpha()) or base in _WITH_CONTROL
        return None if usable else f"terminals cannot send alt with {base}"
    if modifiers == "ctrl+shift" and base in _WITH_CONTROL:
        return None
    if len(key) == 2 and key.isprintable() and not key[1].isdigit():
        return f"keys typed one after another have blanks between them: `{' '.join(key)}`"
    return "there is no such key"


def types_text(key: str) -> bool:
    """Say whether a key types a character where there is a field."""
    return len(key) == 1 or key == "space"


def with_alt(key: str) -> bool:
    """Say whether Alt is held with a key, as Textual names it: its letter is not to be typed."""
    return key.startswith("alt+")


def typed_key(key: str, character: str | None) -> str:
    """Return the registry's name of a key as Textual names it, with the character that it types.

    What only some terminals tell apart has one name: that which all of them send.
    """
    modifiers, _, base = key.rpartition("+")
    if modifiers == "alt+shift" and len(base) == 1:
        return f"alt+{base.upper()}"
    if key in _ALSO:
        return _ALSO[key]
    if modifiers == "alt" and base in _SIGNS:
        return _SIGNS[base]
    if not modifiers and character is not None and character != " " and character.isprintable():
        return character
    return key
