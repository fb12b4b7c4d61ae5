"""Keys as the help shows them."""

from __future__ import annotations

_KEY_NAMES = {
    "space": "Space",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "ctrl+@": "Ctrl+Space",
    "ctrl+underscore": "Ctrl+_",
    "ctrl+backslash": "Ctrl+\\",
    "ctrl+right_square_bracket": "Ctrl+]",
    "ctrl+circumflex_accent": "Ctrl+^",
    "insert": "Ins",
    "delete": "Del",
}


def shown_keys(keys: str) -> str:
    """Return a key sequence as the help shows it: `g g` is `gg`, `ctrl+d` is `Ctrl+D`."""
    parts = keys.split()
    names = [_shown(part) for part in parts]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(names)


def _shown(key: str) -> str:
    if len(key) == 1 or key in _KEY_NAMES:
        return _KEY_NAMES.get(key, key)
    modifiers, _, base = key.rpartition("+")
    named = _KEY_NAMES.get(base) or base.capitalize()
    return "+".join((*map(str.capitalize, filter(None, modifiers.split("+"))), named))
