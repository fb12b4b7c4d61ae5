"""What one types to filter the list: words, and `is:unread tag:strength outlet:herald`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from corpus.understanding.gazetteers.folding import fold
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


def filtered(
    places: Iterable[int],
    asked: Asked,
    columns: Columns,
    marks: Mapping[int, Marks],
    reading: ReadingStates,
) -> list[int]:
    """Return the places of which all that is asked is true, in their order."""
    kept = places
    for state in asked.states:
        kept = _in_state(kept, state, columns, marks, reading)
    for tag in asked.tags:
        having = _tagged(tag, marks)
        kept = [place for place in kept if place in having]
    for outlet in asked.outlets:
        folded: dict[str, bool] = {
            each: outlet in fold(each) for each in set(columns.outlets) if each
        }
        outlets = columns.outlets
        kept = [place for place in kept if folded.get(outlets[place], False)]
    for word in asked.words:
        besides: set[int] = columns.entities.having(word) if columns.entities else set()
        besides |= _tagged(word, marks)
        lines = columns.words
        if besides:
            kept = [place for place in kept if word in lines[place] or place in besides]
        else:
            kept = [place for place in kept if word in lines[place]]
    return list(kept)


def _tagged(word: str, marks: Mapping[int, Marks]) -> Set[int]:
    return {place for place, here in marks.items() if any(word in fold(tag) for tag in here.tags)}


def _in_state(
    places: Iterable[int],
    state: str,
    columns: Columns,
    marks: Mapping[int, Marks],
    reading: ReadingStates,
) -> list[int]:
    if state in ("unread", "read", "reading"):
        files, state_of = columns.files, reading.state_of
        return [place for place in places if state_of(files[place].article) == state]
    holds: Callable[[Marks], bool] = {
        "starred": lambda here: here.starred,
        "tagged": lambda here: bool(set(here.tags) - {STAR}),
        "annotated": lambda here: here.annotations > 0,
    }[state]
    having = {place for place, here in marks.items() if holds(here)}
    return [place for place in places if place in having]
