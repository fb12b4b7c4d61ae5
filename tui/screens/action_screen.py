"""What all screens share: keys become actions through the registry, actions find their handler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual import events, on
from textual.screen import Screen

from tui.actions import CONTEXTS, TEXT_CONTEXTS, Action, Context
from tui.keyboard.key_names import typed_key
from tui.keyboard.keys import KeyReader, Resolved
from tui.widgets.hint_line import ActionClicked

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.folder.changes import Changes
    from tui.keyboard.action_rows import ShownRow
    from tui.keyboard.keymap import Keymap
    from tui.program.typing_ahead import TypingAhead

Handler = Callable[[int | None], object]


@runtime_checkable
class Performer(Protocol):
    """A widget that performs actions."""

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action by its id; False where it is none of its own."""
        ...


class ActionScreen(Screen[object], inherit_bindings=False):
    """A screen whose keys are those of the registry.

    `place` says where the focus is (a key of `tui.actions.CONTEXTS`), `handlers` what the screen
    itself can do.
    """

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.keys = KeyReader()
        # What takes the next keys before they are actions: a letter is asked for. It says whether
        # the key was for it.
        self.asked_key: Callable[[str], bool] | None = None

    # Whether a colon takes commands here, and not only names of actions.
    takes_commands = False

    def more_help(self, width: int, words: Sequence[str]) -> list[ShownRow]:
        """What stands below the keys in the help, in so many cells, of what has all the words."""
        return []

    def why_not(self, action: str) -> str:
        """Say why an action that works here cannot be done now, "" where it can."""
        return ""

    def perform_chosen(self, chosen: object) -> None:
        """Perform what was chosen from a list of actions: the id of one, or a command."""
        if isinstance(chosen, str):
            self.perform(chosen)

    def offer_menu(self, actions: Iterable[str], x: int, y: int) -> None:
        """Offer in a menu at a cell of the screen those of some actions, by id, that work now."""
        from tui.screens.menu import MenuScreen

        works = {action.id: action for action in self.actions_here}
        shown = [works[id_] for id_ in actions if id_ in works]
        self.app.push_screen(MenuScreen(shown, x, y), self.perform_chosen)

    @property
    def place(self) -> str:
        """Where the focus is."""
        raise TypeError(f"{type(self).__name__} does not say where the focus is")

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that the screen performs, by id."""
        return {}

    @property
    def keymap(self) -> Keymap:
        """The keys that are in force."""
        return cast("PostilApp", self.app).keymap

    @property
    def contexts(self) -> tuple[Context, ...]:
        """The contexts whose keys work now, nearest first."""
        return CONTEXTS[self.place]

    @property
    def actions_here(self) -> tuple[Action, ...]:
        """The actions that work now."""
        return self.keymap.actions_in(self.contexts)

    def answers_to(self, event: events.Key) -> bool:
        """Say whether a key does, or begins, something here, or may be meant for a field."""
        key = typed_key(event.key, event.character)
        known = self.keymap.keys_in(self.contexts)
        return self.place in TEXT_CONTEXTS or any(keys[0] == key for keys in known)

    def on_key(self, event: events.Key) -> None:
        """Take a key that no field has taken."""
        key = typed_key(event.key, event.character)
        if self.asked_key is not None and self.asked_key(key):
            event.stop()
            event.prevent_default()
            self.keys_changed()
            return
        in_text = self.place in TEXT_CONTEXTS
        taken = self.keys.feed(key, self.keymap.keys_in(self.contexts), counts=not in_text)
        if taken is False:
            return
        event.stop()
        event.prevent_default()
        if isinstance(taken, Resolved):
            self.perform(taken.action.id, taken.count)
        self.keys_changed()

    @on(ActionClicked)
    def _action_clicked(self, event: ActionClicked) -> None:
        event.stop()
        self.perform(event.action)

    @property
    def host(self) -> TypingAhead:
        """The app, as what the screens know of it."""
        return cast("TypingAhead", self.app)

    def keep(self) -> None:
        """Write to the disk what must not be lost: the session may end now."""

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """React to the index being updated; `words` say how far it is, empty when it is done.

        `grown` says that other articles can be found than before.
        """

    def files_changed(self, changes: Changes) -> None:
        """React to changes in the folder that is read."""

    def show_linked(self) -> None:
        """React to the names of the corpus being brought together anew."""

    def keys_changed(self) -> None:
        """React to a change of the keys that are pending."""

    def perform(self, action: str, count: int | None = None) -> None:
        """Perform an action: by the focused widget, by the screen, or by the app."""
        self.host.remember_action(action)
        focused: object = self.focused
        if isinstance(focused, Performer) and focused.perform(action, count):
            return
        handler = self.handlers.get(action)
        if handler is not None:
            handler(count)
        else:
            cast("Performer", self.app).perform(action, count)
