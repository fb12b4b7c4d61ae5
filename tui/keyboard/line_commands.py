"""Commands as one types them after a colon: `:q`, `:12`, `:40%`, `:set text_width 90`, `:s words`.

A short language for those who know vi or less; everything in it can be done by keys as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.configuration.settings_file import Option

Kind = Literal["action", "article", "percent", "find", "search", "set", "pipe", "told"]

_SAVED = "All is saved: each change is written at once"

_TOLD = "told"
_ACTIONS = {
    _TOLD: ("w", "write", "wa", "up", "update"),
    "app.quit": ("q", "q!", "qa", "wq", "x", "quit", "exit"),
    "app.help": ("h", "help"),
    "corpus.next_article": ("n", "next"),
    "corpus.previous_article": ("N", "p", "prev", "previous"),
    "annotation.undo": ("u", "undo"),
    "annotation.redo": ("red", "redo"),
    "reader.edit_article": ("e", "edit"),
    "reader.where": ("f", "file"),
    "corpus.ledger": ("ledger",),
    "app.settings": ("se", "set", "settings"),
    "app.tour": ("tour",),
}
_BY_WORD = {word: action for action, words in _ACTIONS.items() for word in words}
_WITH_WORDS = {
    "s": "the words to search for",
    "search": "the words to search for",
    "theme": "the name of a theme",
    "!": "the command that gets the selection",
    "/": "the words to find in this article",
}
_WORDS = (*_BY_WORD, *_WITH_WORDS)
_SET = re.compile(r"set?\s+(?P<key>[a-z_]+)\s*(?:=|\s)\s*(?P<value>.+)")


@dataclass(frozen=True, slots=True)
class LineCommand:
    """A command: `argument` is the id of an action, a number, words, or `key=value`.

    `says` is what it does, in words; it may hold what was typed.
    """

    kind: Kind
    argument: str
    says: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A row below what is no command yet.

    It does `command`; without one it types `fill`; without that it is only read.
    """

    says: str
    fill: str = ""
    command: LineCommand | None = None


def line_command(typed: str) -> LineCommand | None:
    """Read what was typed as a command; None where it is none.

    A command may be shortened to what begins no other.
    """
    words = typed.strip()
    if action := _action_of(words):
        return _of_action(action)
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


def offers_for(typed: str, value_of: Callable[[str], str]) -> list[Offer]:
    """Return what may follow what was typed, or may have been meant, where it is no command.

    `value_of` returns the present value of a setting. Nothing is offered where nothing was typed.
    """
    words = typed.strip()
    first, _, rest = words.partition(" ")
    if first == "theme":
        words, first, rest = f"set {words}", "set", words
    if first in ("se", "set") and rest:
        return list(_settings_for(rest.strip(), value_of))
    if words in _WITH_WORDS:
        return [Offer(f"Write {_WITH_WORDS[words]} behind it")]
    return list(_meant(first)) if first else []


def _action_of(words: str) -> str:
    """Return the action of a word, or of the beginning of words that all stand for one action."""
    if words in _BY_WORD:
        return _BY_WORD[words]
    begun = {_BY_WORD.get(word, "") for word in _WORDS if word.startswith(words)}
    return begun.pop() if len(begun) == 1 else ""


def _of_action(action: str) -> LineCommand:
    if action == _TOLD:
        return LineCommand("told", _SAVED, _SAVED)
    return LineCommand("action", action, "")


def _settings_for(rest: str, value_of: Callable[[str], str]) -> Iterator[Offer]:
    """Complete the name of a setting; behind the whole name, offer its values."""
    from difflib import get_close_matches

    from tui.configuration.settings_file import OPTIONS, taken

    key, _, value = rest.replace("=", " ").rstrip("?").partition(" ")
    begun = [one for one in OPTIONS if _begins(one, key)]
    exact = [one for one in begun if one.key == key]
    if exact:
        option = exact[0]
        yield Offer(f"{key} is {value_of(key) or 'not set'}; it takes {taken(option)}")
        for choice in option.choices:
            if choice.startswith(value.strip()):
                command = LineCommand("set", f"{key}={choice}", f"Set {key} to {choice}")
                yield Offer(command.says, f"set {key} {choice}", command)
        return
    if not begun:
        yield Offer(f"“{key}” is no setting")
        near = get_close_matches(key, [one.key for one in OPTIONS], cutoff=0.5)
        begun = [one for one in OPTIONS if one.key in near or not near]
    for one in begun:
        says = f"{one.key} is {value_of(one.key) or 'not set'}; it takes {taken(one)}"
        yield Offer(says, f"set {one.key} ")


def _begins(option: Option, letters: str) -> bool:
    """Say whether a setting, or a word of its name, begins with letters."""
    return any(part.startswith(letters) for part in (option.key, *option.key.split("_")))


def _meant(word: str) -> Iterator[Offer]:
    """Say that a word is no command, and offer those that it may stand for."""
    from difflib import get_close_matches

    begun = [one for one in _WORDS if one.startswith(word)]
    if begun:
        yield Offer(f"“{word}” may be several commands")
    else:
        yield Offer(f"“{word}” is no command")
    offered: set[LineCommand | str] = set()
    for one in begun or get_close_matches(word, _WORDS, n=4):
        if one in _WITH_WORDS:
            command, says = None, f"Write {_WITH_WORDS[one]} behind it"
        else:
            command = _of_action(_BY_WORD[one])
            says = command.says
        if (command or says) not in offered:
            offered.add(command or says)
            yield Offer(says, one if command else f"{one} ", command)


def _is_setting(key: str) -> bool:
    from tui.configuration.settings_file import OPTIONS

    return any(option.key == key for option in OPTIONS)
