"""Asking for one thing: an entity out of all of the corpus, or a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tui.keyboard.hints import hints_of
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.screens.question import QuestionScreen
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.split_line import SplitLine
from tui.widgets.virtual_list import Piece, VirtualList

if TYPE_CHECKING:
    from corpus.linking.table import LinkedEntity

_MOST_NAMES = 4  # of an entity on its row


class EntityList(VirtualList):
    """Lists entities: name, type, mentions, other names."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "virtual-list--person",
        "virtual-list--org",
        "virtual-list--place",
        "virtual-list--norp",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown: Sequence[LinkedEntity] = ()

    def show(self, entities: Sequence[LinkedEntity]) -> None:
        """List entities."""
        self._shown = entities
        self.rows_changed(row=0)

    @property
    def current(self) -> LinkedEntity | None:
        """The entity of the cursor's row."""
        return self._shown[self.row] if self.row < len(self._shown) else None

    def row_count(self) -> int:
        """Return the number of entities."""
        return len(self._shown)

    def pieces(self, row: int, width: int) -> list[Piece]:
        """Return what a row shows."""
        entity = self._shown[row]
        others = [name.text for name in entity.names if name.text != entity.name][:_MOST_NAMES]
        return [
            (safe_line(entity.name), entity.type.lower()),
            (f" ×{entity.count:,}  ", "faint"),
            (safe_line(", ".join(others)), "faint"),
        ]


class EntityPicker(ActionScreen):
    """Asks for an entity, filtered as one types; dismissed with a `LinkedEntity` or None."""

    CSS_PATH = "asking.tcss"

    def __init__(self, question: str, entities: Sequence[LinkedEntity]) -> None:
        super().__init__()
        self._question = question
        self._entities = sorted(entities, key=lambda entity: (-entity.count, entity.name))
        self._words = [
            " ".join([entity.name, *(name.text for name in entity.names)]).casefold()
            for entity in self._entities
        ]
        self._line = SplitLine(style="bold", id="pick-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "pick"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen; moving goes to the list while the field keeps the focus."""
        entities = self.query_one(EntityList)
        moves: dict[str, Handler] = {
            action: partial(entities.perform, action)
            for action in ("pick.down", "pick.up", "pick.page_down", "pick.page_up")
        }
        return moves | {
            "pick.choose": lambda _: entities.choose(),
            "app.back": lambda _: self.dismiss(None),
        }

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self._line
        yield SafeInput(placeholder="letters of a name", id="pick-words")
        yield EntityList(id="pick-list")
        hint = "{pick.up} {pick.down} choose · {pick.choose} takes it · {app.back} back"
        yield HintLine(hints_of(hint, self.keymap), id="pick-hint")

    def on_mount(self) -> None:
        """List all, and begin to type."""
        entities = self.query_one(EntityList)
        entities.can_focus, entities.keys_reach = False, True
        self.query_one(SafeInput).focus()
        self._filter("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._filter(event.value)

    def _filter(self, words: str) -> None:
        """List the entities that have all the words in their names."""
        wanted = words.casefold().split()
        found = [
            entity
            for entity, names in zip(self._entities, self._words, strict=True)
            if all(word in names for word in wanted)
        ]
        self._line.show(left=self._question, right=f"{len(found):,}")
        self.query_one(EntityList).show(found)

    @on(VirtualList.Chosen)
    def _chosen(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.dismiss(self.query_one(EntityList).current)


class NameScreen(QuestionScreen):
    """Asks for a name, above what it is for; dismissed with it, or None, as by a click beside it.

    `refused` says what is wrong with a name, "" where nothing is. Nothing is taken for a name only
    where it `may_be_empty`. White space is made one blank, unless it is wanted `as_typed`. A name
    that is only `proposed` gives way to what is typed.
    """

    def __init__(
        self,
        question: str,
        name: str,
        refused: Callable[[str], str],
        *,
        may_be_empty: bool = False,
        as_typed: bool = False,
        proposed: bool = False,
    ) -> None:
        super().__init__()
        self._as_typed = as_typed
        self._proposed = proposed
        self._may_be_empty = may_be_empty
        self._question = question
        self._first = name
        self._refused = refused
        self._line = SplitLine(style="bold", id="question-title")

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "name"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        return {"name.take": lambda _: self.take(), "app.back": lambda _: self.dismiss(None)}

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        hint = "{name.take} takes it · {app.back} back"
        with Vertical(id="question-box"):
            yield self._line
            yield SafeInput(self._first, id="name-words")
            yield HintLine(hints_of(hint, self.keymap), id="question-hint")

    def on_mount(self) -> None:
        """Begin at the end of the name."""
        self._line.show(left=self._question)
        field = self.query_one(SafeInput)
        field.focus()
        field.cursor_position = len(field.value)
        if self._proposed:
            field.select_all()

    def take(self) -> None:
        """Take the name that is typed, unless something is wrong with it."""
        typed = self.query_one(SafeInput).value
        name = typed.strip() if self._as_typed else " ".join(typed.split())
        nothing = "" if self._may_be_empty else "a name is needed"
        wrong = self._refused(name) if name else nothing
        if wrong:
            self._line.show(right=wrong)
        else:
            self.dismiss(name)
