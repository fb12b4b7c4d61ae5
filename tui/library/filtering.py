"""What one types to filter the list: words, and `is:unread tag:strength outlet:herald`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import chain, repeat
from operator import eq
from typing import TYPE_CHECKING, Final, Protocol

from corpus.understanding.gazetteers.folding import fold
from tui.library.mask import both, either, mask_of
from tui.library.star import STAR

if TYPE_CHECKING:
    from tui.library.columns import Columns
    from tui.library.marks import Marks
    from tui.library.view import View

STATES: Final = ("unread", "read", "reading", "starred", "tagged", "annotated")


class ReadingStates(Protocol):
    """Says what was read."""

    def state_of(self, article: str) -> str:
        """Return "unread", "reading" or "read"."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter: all of it has to be true of an article.

    `words` stand in title, outlet, file name, a tag, or the name of an entity; `outlets` and `tags`
    in these alone, folded. `states` are of `STATES`.
    """

    words: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


def asked_by(view: View) -> Asked:
    """Read what was typed, and what else a view shows only."""
    words: list[str] = []
    outlets: list[str] = []
    tags: list[str] = []
    states: list[str] = [view.only] if view.only else []
    for typed in view.words.split():
        name, colon, rest = typed.partition(":")
        if colon and name == "is" and rest in STATES:
            states.append(rest)
        elif colon and name == "outlet":
            outlets.append(fold(rest))
        elif colon and name == "tag":
            tags.append(fold(rest))
        else:
            words.append(fold(typed))
    return Asked(tuple(words), tuple(outlets), tuple(tags), tuple(states))


def advice_on(words: str) -> str:
    """Return which states can be asked for, where something else was; else ""."""
    asked = [word[3:] for word in words.split() if word.startswith("is:")]
    return f"is: {', '.join(STATES)}" if any(one not in STATES for one in asked) else ""


def kept_by(
    asked: Asked, columns: Columns, marks: Mapping[int, Marks], reading: ReadingStates
) -> bytes:
    """Return the mask of the articles of which all that is asked is true."""
    size = len(columns.files)
    masks = chain(
        (_in_state(state, columns, marks, reading) for state in asked.states),
        (_tagged(tag, marks, size) for tag in asked.tags),
        (_of_outlet(outlet, columns) for outlet in asked.outlets),
        (either(columns.having(word), _tagged(word, marks, size)) for word in asked.words),
    )
    return reduce(both, masks, b"\x01" * size)


def _of_outlet(word: str, columns: Columns) -> bytes:
    outlets = columns.folded_outlets.items()
    having = {outlet: bool(outlet) and word in folded for outlet, folded in outlets}
    return bytes(map(having.__getitem__, columns.outlets))


def _tagged(word: str, marks: Mapping[int, Marks], size: int) -> bytes:
    tagged = (place for place, here in marks.items() if any(word in fold(tag) for tag in here.tags))
    return mask_of(tagged, size)


def _in_state(
    state: str, columns: Columns, marks: Mapping[int, Marks], reading: ReadingStates
) -> bytes:
    if state in ("unread", "read", "reading"):
        return bytes(map(eq, map(reading.state_of, columns.names), repeat(state)))
    holds: Callable[[Marks], bool] = {
        "starred": lambda here: here.starred,
        "tagged": lambda here: bool(set(here.tags) - {STAR}),
        "annotated": lambda here: here.annotations > 0,
    }[state]
    return mask_of((place for place, here in marks.items() if holds(here)), len(columns.files))
