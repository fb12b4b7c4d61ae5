"""The part of the app that passes keys on one after the other, as they were typed.

Who knows the keys types them faster than a screen opens: `s` and at once what to search for. A key
is handed out when all that the one before it led to has begun: when it has passed the widget that
had the focus and all around it, and the screen that it opened has its fields and its focus.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import events

from tui.program.caret import CaretApp

if TYPE_CHECKING:
    import asyncio

    from textual.message_pump import MessagePump

# What holds a key back longer has been closed with the key still in its queue.
SECONDS_TO_PASS = 2.0
# A disk that takes longer must not make it seem as if no key worked.
SECONDS_TO_HOLD = 5.0


@runtime_checkable
class KnowsKeys(Protocol):
    """A screen that knows which keys it has an answer to."""

    def answers_to(self, event: events.Key) -> bool:
        """Say whether a key does, or begins, something here, or may be meant for a field."""
        ...


@runtime_checkable
class Says(Protocol):
    """A screen that has a place for messages."""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show safe text."""
        ...


class TypingAhead(CaretApp, part=True):
    """An app that loses no key that was typed before there was a place for it."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key] = deque()
        self._last_key = ""  # the one that was handed out last
        self.keys_handed_out = 0
        self._passing: asyncio.TimerHandle | None = None
        self._opened: MessagePump | None = None
        self._holding: asyncio.TimerHandle | None = None
        self._waited = False  # what nobody asked for waits for a key that waits
        self._for_analysis = False  # what is held back

    @property
    def holds_keys(self) -> bool:
        """Whether what is typed is kept."""
        return self._holding is not None

    def hold_keys(self, *, for_analysis: bool = False) -> None:
        """Keep what is typed for what is on the screen next: a form that is being saved closes.

        It is handed out when `release_keys` says so, and dropped before it seems that no key works.
        What nobody asked for waits meanwhile, but not where keys wait `for_analysis`.
        """
        if for_analysis:
            self._for_analysis = True
            self.pauses.answered()
        if self._holding is None and self._loop is not None:
            self._holding = self._loop.call_later(SECONDS_TO_HOLD, self.drop_keys)

    def drop_keys(self) -> None:
        """Hold keys no longer, and forget them: the words of a note would be commands here."""
        count = len(self._typed)
        self._typed.clear()
        self.release_keys()
        if count and isinstance(self.screen, Says):
            keys = "the key" if count == 1 else f"the {count} keys"
            self.screen.say(f"That took too long: {keys} typed meanwhile did nothing", warning=True)

    def release_keys(self) -> None:
        """Hand out what was typed meanwhile."""
        if self._holding is not None:
            self._holding.cancel()
            self._holding, self._for_analysis = None, False
            self.call_later(self._hand_out)

    def take_repeats(self) -> int:
        """Take the keys typed next that are the last one again; return how many there were.

        What takes long is done once for all of them: a key that was held down does not go on
        working when it is let go.
        """
        count = 0
        while self._typed and self._typed[0].key == self._last_key:
            self._typed.popleft()
            count += 1
        return count

    async def on_event(self, event: events.Event) -> None:
        """Keep a key until it is its turn."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            await self._hand_out()
            if self._typed and not self._for_analysis:
                # What nobody asked for waits, too, until its turn has come.
                self._waited = True
                self.pauses.ask()
        else:
            await super().on_event(event)

    async def _hand_out(self) -> None:
        while self._typed and self._passing is None and self._holding is None:
            screen = self.screen
            if screen is not self._opened:
                self._opened = screen
                self._follow(screen)
            else:
                self._part(screen)
                target = self.focused or screen
                event = self._typed.popleft()
                if self._waited and not self._typed:
                    # What this one asks says so itself.
                    self._waited = False
                    self.pauses.answered()
                    # Not before: the message that asks comes when the key is handled.
                    self.pauses.touch()
                self._last_key = event.key
                self.keys_handed_out += 1
                await super().on_event(event)
                self._follow(target)

    def _part(self, screen: object) -> None:
        """Take Escape and a key that was typed fast after it for what they are: two keys.

        A terminal sends the same for Alt and that key.
        """
        key = self._typed[0].key
        base = key.removeprefix("alt+").removeprefix("shift+")
        if not key.startswith("alt+") or len(base) != 1 or not isinstance(screen, KnowsKeys):
            return
        letter = base.upper() if "shift+" in key else base
        if not screen.answers_to(self._typed[0]):
            self._typed.popleft()
            parted = events.Key("escape", "\x1b"), events.Key(letter, letter)
            self._typed.extendleft(reversed(parted))

    def _follow(self, node: MessagePump) -> None:
        """Wait until a node, and all that it lies in, have handled what they were sent so far."""
        assert self._loop is not None

        def passed() -> None:
            self.call_later(self._passed, timer)

        def reach(node: MessagePump | None) -> None:
            if node is None or node is self or not node.call_later(reach, node._parent):
                passed()

        self._passing = timer = self._loop.call_later(SECONDS_TO_PASS, passed)
        reach(node)

    async def _passed(self, timer: asyncio.TimerHandle) -> None:
        if self._passing is timer:
            timer.cancel()
            self._passing = None
            await self._hand_out()
