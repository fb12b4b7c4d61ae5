"""What all screens share: keys become actions through the registry, actions find their handler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import TYPE_CHECKING, Any, Protocol, cast, runtime_checkable

from textual import events, on
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from tui.actions.action import Action, Context
from tui.actions.registry import CONTEXTS, TEXT_CONTEXTS
from tui.keyboard.key_names import typed_key
from tui.keyboard.keys import KeyReader, Resolved
from tui.parts import InParts
from tui.screens.sparing_compositor import SparingCompositor
from tui.widgets.hint_line import ActionClicked

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app import PostilApp
    from tui.folder.changes import Changes
    from tui.keyboard.action_rows import ShownRow
    from tui.keyboard.availability import Need
    from tui.keyboard.following_keys import NextKey
    from tui.keyboard.keymap import Keymap
    from tui.program.typing_ahead import TypingAhead
    from tui.widgets.key_strip import KeyStrip

# So long a pause after a key that begins a sequence is taken for a question.
SECONDS_TO_THINK = 0.5

Handler = Callable[[int | None], object]


def can_leave(screen: Screen[Any]) -> bool:
    """Say whether a screen lies above all others, so that leaving it leaves no other.

    A thread that ends late, or a key that was typed twice, may ask for it once more.
    """
    stack = screen.app.screen_stack
    return bool(stack) and stack[-1] is screen


@runtime_checkable
class Performer(Protocol):
    """A widget that performs actions."""

    def perform(self, action: str, count: int | None) -> bool:
        """Perform an action by its id; False where it is none of its own."""
        ...


class ActionScreen(InParts, Screen[object], inherit_bindings=False):
    """A screen whose keys are those of the registry.

    `place` says where the focus is (a key of `tui.actions.CONTEXTS`), `handlers` what the screen
    itself can do.
    """

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self.keys = KeyReader()
        # What takes the next keys before they are actions: a letter is asked for. It says whether
        # the key was for it.
        self.asked_key: Callable[[str], bool] | None = None
        # What that key may be, for the strip of keys.
        self.asked_keys: tuple[NextKey, ...] = ()
        self._strip: KeyStrip | None = None
        self._strip_pause: Timer | None = None

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Leave the screen; one that was left already, or is covered, leaves no other."""
        if not can_leave(self):
            return AwaitComplete()
        return super().dismiss(result)

    # Whether a colon takes commands here, and not only names of actions.
    takes_commands = False

    def more_help(self, width: int, words: Sequence[str]) -> list[ShownRow]:
        """What stands below the keys in the help, in so many cells, of what has all the words."""
        return []

    def why_not(self, action: str) -> str:
        """Say why an action that works here cannot be done now, "" where it can."""
        from tui.keyboard.availability import ALL_NEEDS, Situation

        return Situation(ALL_NEEDS - self.lacking()).why_not(action, self.keymap)

    def lacking(self) -> Set[Need]:
        """Return what there is not, now, of what actions need."""
        from tui.widgets.virtual_list import VirtualList

        lists = [one for one in self.query(VirtualList) if one.display]
        return {"row"} if lists and not any(one.row_count() for one in lists) else set()

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
        if self._take_key(typed_key(event.key, event.character)):
            event.stop()
            event.prevent_default()

    def _take_key(self, key: str) -> bool:
        """Do what a key stands for; False where it is none of ours."""
        if self.asked_key is not None:
            asked, self.asked_keys = self.asked_key, ()
            if asked(key):
                self.keys_changed()
                self.offer_keys()
                return True
        in_text = self.place in TEXT_CONTEXTS
        taken = self.keys.feed(key, self.keymap.keys_in(self.contexts), counts=not in_text)
        if isinstance(taken, Resolved):
            self.perform(taken.action.id, taken.count)
        if taken is not False:
            self.keys_changed()
        self.offer_keys()
        return taken is not False

    # The keys that may follow

    @property
    def layers(self) -> tuple[str, ...]:
        """The strip of keys lies above the widgets of the screen, and takes no room from them."""
        return (*super().layers, "_keys")

    def keys_to_follow(self) -> tuple[NextKey, ...]:
        """Return the keys that may follow those typed so far; none where nothing is begun."""
        if self.asked_key is not None:
            return self.asked_keys
        if not self.keys.begun:
            return ()
        from tui.keyboard.following_keys import following

        return following(self.keys.begun, self.keymap.keys_in(self.contexts))

    def offer_keys(self) -> None:
        """List the keys that may follow, after a pause where none are listed yet."""
        if self._strip_pause is not None:
            self._strip_pause.stop()
            self._strip_pause = None
        wish = cast("PostilApp", self.app).settings.next_keys
        awaited = bool(self.keys.begun) or (self.asked_key is not None and bool(self.asked_keys))
        if not awaited or wish == "off":
            if self._strip is not None:
                self._strip.remove()
                self._strip = None
        elif self._strip is not None or wish == "at-once":
            self._show_strip()
        else:
            self._strip_pause = self.set_timer(SECONDS_TO_THINK, self._show_strip)

    def _show_strip(self) -> None:
        keys = self.keys_to_follow()
        if not keys:
            return
        from tui.widgets.key_strip import KeyStrip

        size = self.app.size
        if self._strip is None:
            self._strip = KeyStrip(keys, size.width, size.height)
            self.mount(self._strip)
        else:
            self._strip.lay_out(keys, size.width, size.height)

    def on_key_strip_clicked(self, event: KeyStrip.Clicked) -> None:
        """Take a key that was clicked in the strip as one that was typed."""
        event.stop()
        self._take_key(event.key)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer no more keys where the focus went elsewhere, and with it what was begun."""
        self.offer_keys()

    def on_click(self, event: events.Click) -> None:
        """List by the right button what can be done here, where no menu of the place does so."""
        ids = {action.id for action in self.actions_here}
        if event.button == 3 and "app.help" in ids and "app.menu" not in ids:
            self.perform("app.help")

    @on(ActionClicked)
    def _action_clicked(self, event: ActionClicked) -> None:
        event.stop()
        self.perform(event.action)

    @property
    def host(self) -> TypingAhead:
        """The app, as what the screens know of it."""
        return cast("TypingAhead", self.app)

    def refuse(self, words: str, say: Callable[[str], object]) -> None:
        """Say why nothing was saved: by `say`, or on the main screen where this one was left."""
        if self._pruning:
            self.host.tell(words, warning=True)
        else:
            say(words)

    def keep(self) -> None:
        """Write to the disk what must not be lost: the session may end now."""

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """React to the index being updated; `words` say how far it is, empty when it is done.

        `grown` says that other articles can be found than before.
        """

    def files_changed(self, changes: Changes) -> None:
        """React to changes in the folder that is read."""

    def sidecars_changed(self, articles: frozenset[str]) -> None:
        """React to sidecars that were written, made or removed: those of these articles."""

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
