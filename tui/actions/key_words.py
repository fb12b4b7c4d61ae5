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
    "f1": "F1",
    "f2": "F2",
    "f4": "F4",
}


def shown_keys(keys: str) -> str:
    """Return a key sequence as the help shows it: `g g` is `gg`, `ctrl+d` is `Ctrl+D`."""
    parts = keys.split()
    names = [
        _KEY_NAMES.get(
            part, part if len(part) == 1 else "+".join(map(str.capitalize, part.split("+")))
        )
        for part in parts
    ]
    return ("" if all(len(part) == 1 for part in parts) else " ").join(names)
