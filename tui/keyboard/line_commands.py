"""Commands as one types them after a colon: `:q`, `:12`, `:40%`, `:set text_width 90`, `:s words`.

A short language for those who know vi or less; everything in it can be done by keys as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["action", "article", "percent", "find", "search", "set", "pipe", "told"]

_SAVED = "All is saved: each change is written at once"

_ACTIONS = {
    "app.quit": ("q", "q!", "qa", "wq", "x", "quit", "exit"),
    "app.help": ("h", "help"),
    "corpus.next_article": ("n", "next"),
    "corpus.previous_article": ("N", "p", "prev", "previous"),
    "annotation.undo": ("u", "undo"),
    "annotation.redo": ("red", "redo"),
    "reader.edit_article": ("e", "edit"),
    "reader.where": ("f", "file"),
    "corpus.ledger": ("ledger",),
    "app.settings": ("set", "settings"),
    "app.tour": ("tour",),
}
_BY_WORD = {word: action for action, words in _ACTIONS.items() for word in words}
_SET = re.compile(r"set?\s+(?P<key>[a-z_]+)\s*(?:=|\s)\s*(?P<value>.+)")


@dataclass(frozen=True, slots=True)
class LineCommand:
    """A command: `argument` is the id of an action, a number, words, or `key=value`.

    `says` is what it does, in words; it may hold what was typed.
    """

    kind: Kind
    argument: str
    says: str


def line_command(typed: str) -> LineCommand | None:
    """Read what was typed as a command; None where it is none."""
    words = typed.strip()
    if words in _BY_WORD:
        return LineCommand("action", _BY_WORD[words], "")
    if words in ("w", "write", "wa", "up", "update"):
        return LineCommand("told", _SAVED, _SAVED)
    if re.fullmatch(r"[0-9]{1,9}", words):
        return LineCommand("article", words, f"Go to article {words}")
    if re.fullmatch(r"[0-9]{1,3}%", words):
        return LineCommand("percent", words[:-1], f"Go to {words} of the article")
    if words.startswith("!") and words[1:].strip():
        command = words[1:].strip()
        return LineCommand("pipe", command, f"Pipe the selection to: {command}")
    if words.startswith("/") and len(words) > 1:
        return LineCommand("find", words[1:], f"Find in this article: {words[1:]}")
    first, _, rest = words.partition(" ")
    rest = rest.strip()
    if first in ("s", "search") and rest:
        return LineCommand("search", rest, f"Search all articles: {rest}")
    if first == "theme" and rest:
        return LineCommand("set", f"theme={rest}", f"Set theme to {rest}")
    found = _SET.fullmatch(words)
    if found is not None and _is_setting(found["key"]):
        key, value = found["key"], found["value"].strip()
        return LineCommand("set", f"{key}={value}", f"Set {key} to {value}")
    return None


def _is_setting(key: str) -> bool:
    from tui.configuration.settings_file import OPTIONS

    return any(option.key == key for option in OPTIONS)
