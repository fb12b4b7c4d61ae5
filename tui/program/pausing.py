"""The part of the app that knows the pauses between keys and before answers, and uses them."""

from __future__ import annotations

from functools import cached_property
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from textual import events

from tui.program.terminal_cells import MeasuringApp

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.message import Message
    from textual.screen import Screen

    from tui.program.lasting import LastingObjects

# What was painted is on its way to the terminal by then: a thread of Textual's writes it.
SECONDS_TO_BE_SEEN: Final = 0.002
# A key that is held down comes again within so long: 11 times a second on a console of Linux, 25
# to 30 times elsewhere. By then its paint is on the screen, too.
SECONDS_BETWEEN_KEYS: Final = 0.1
SECONDS_OF_REST: Final = 1.0
SECONDS_OF_A_LONG_REST: Final = 60.0
# An answer that takes longer is not waited for any more: what goes on beside it may be asked, too.
SECONDS_FOR_AN_ANSWER: Final = 1.0
# Who waits looks so often whether the answer is there.
SECONDS_BETWEEN_LOOKS: Final = 0.02


class Pauses:
    """Knows when the reader pressed a key, and when an answer is due. Any thread may ask."""

    def __init__(self) -> None:
        self._touched = 0.0
        self._rests_long = False
        self._answer_due = 0.0

    def touch(self) -> None:
        """A key was pressed, or the mouse, or the terminal has another size."""
        self._touched = monotonic()
        self._rests_long = False

    def ask(self) -> None:
        """Something is asked, as it is typed: what nobody asked for lets the answer go before."""
        self._answer_due = monotonic() + SECONDS_FOR_AN_ANSWER

    def answered(self) -> None:
        """The answer is there."""
        self._answer_due = 0.0

    @property
    def answering(self) -> bool:
        """Whether an answer is due."""
        return monotonic() < self._answer_due

    @property
    def resting(self) -> bool:
        """Whether no key has come for some time, and none is likely to come right now."""
        return monotonic() - self._touched > SECONDS_OF_REST

    def become_long(self) -> bool:
        """Say, once in each rest, that it has become a long one: no key came, none may for long."""
        if self._rests_long or monotonic() - self._touched <= SECONDS_OF_A_LONG_REST:
            return False
        self._rests_long = True
        return True

    @property
    def seconds_to_wait(self) -> float:
        """How long it may take until a key that is held down comes again, or an answer is there.

        0 where neither is due.
        """
        return max(self._until(self._touched + SECONDS_BETWEEN_KEYS), self._until(self._answer_due))

    def wait(self) -> None:
        """Let keys and answers go before: return when neither is due.

        For threads that work in steps of a few milliseconds, before each: a thread that computes
        takes the turn from the one that paints, and the one that answers, again and again.
        """
        while left := self.seconds_to_wait:
            sleep(min(left, SECONDS_BETWEEN_LOOKS))

    def wait_for_answer(self) -> None:
        """Let an answer go before: return when none is due.

        For threads that a key has asked for something else, before long steps.
        """
        while left := self._until(self._answer_due):
            sleep(min(left, SECONDS_BETWEEN_LOOKS))

    @staticmethod
    def _until(moment: float) -> float:
        return max(0.0, moment - monotonic())


class PausingApp(MeasuringApp, part=True):
    """An app that does between two keys what would make a key wait.

    It looks for garbage after its paints, that of an answer where one is due; `pauses` tells
    threads when keys come.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        # Textual asks for the class of the driver at once.
        self.pauses = Pauses()
        super().__init__(ansi_color=ansi_color)

    @cached_property
    def lasting(self) -> LastingObjects:
        """What lasts as long as the app."""
        from tui.program.lasting import LastingObjects

        return LastingObjects()

    def get_driver_class(self) -> type[Driver]:
        """Return a driver that notes when keys come, in its own thread, before all else."""
        plain, pauses = super().get_driver_class(), self.pauses

        class NotingDriver(plain):  # type: ignore[misc, valid-type]
            def process_message(self, message: Message) -> None:
                # The mouse is moved for long, and that paints hardly anything.
                if isinstance(message, events.InputEvent) and not isinstance(
                    message, events.MouseMove
                ):
                    pauses.touch()
                super().process_message(message)

        return NotingDriver

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, and look for garbage then."""
        super()._display(screen, renderable)
        if self._loop is not None:
            self._loop.call_later(SECONDS_TO_BE_SEEN, self._search_new)

    def _search_new(self) -> None:
        if not self.pauses.answering:
            self.lasting.search_new()

    async def _on_resize(self, _event: events.Resize) -> None:
        # The other handlers of the event come by themselves.
        self.pauses.touch()

    def look_for_terminal(self) -> None:
        """Look for all garbage as well, where the reader rests."""
        super().look_for_terminal()
        # What is there while the main screen is the only one lasts as long as that.
        lasts = len(self.screen_stack) == 1
        if self.pauses.resting:
            self.lasting.search_old(lasts=lasts)
        if lasts and self.pauses.become_long():
            self.lasting.search_all()
