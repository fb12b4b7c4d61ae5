"""What forms about an annotation share: nothing typed is lost, and it is saved once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from annotations.changing import ChangedSinceError
from annotations.error import AnnotationError
from annotations.model import Annotation
from tui.annotating.drafts import DraftFile
from tui.annotating.refusals import not_saved
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen

# What was typed is kept when one has not typed for so long.
SECONDS_BEFORE_KEEPING = 0.5
# Three rows of a form.
QUOTE_CELLS = 210
_LOWEST = 10  # rows; with fewer nothing but the fields and what went wrong is shown


class FormScreen(ActionScreen, ModalScreen[object]):
    """Asks for something about an annotation.

    `draft` keeps what is typed until it is saved or thrown away. The screen is dismissed with True
    when it is saved. Its `place` begins the ids of its actions and of its widgets.
    """

    LOW: ClassVar[int] = 16  # rows of a terminal; with fewer the fields need those of the rest

    def __init__(self, draft: DraftFile | None) -> None:
        super().__init__()
        self._draft = draft
        self._discarding = False
        self._saving = False
        self._said = ""
        self._keeping: Timer | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Leave the rows of a low terminal to the fields."""
        self.set_class(event.size.height < self.LOW, "-low")
        self.set_class(event.size.height < _LOWEST, "-lowest")

    @property
    def _changed(self) -> bool:
        """Whether anything was typed that is not on the disk."""
        raise NotImplementedError

    def _keep_in(self, draft: DraftFile) -> None:
        """Write what was typed into the draft. Raises OSError."""
        raise NotImplementedError

    def _show_theirs(self, now: Annotation) -> None:
        """Show what another program made of the annotation; what was typed stays as it is."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Close; what was typed is only thrown away at the second request."""
        if self._changed and not self._discarding:
            self._discarding = True
            cancel, save = f"{{{self.place}.cancel}}", f"{{{self.place}.save}}"
            hint = f"Not saved. {cancel} again throws it away, {save} saves it."
            self._say(self.keymap.filled(hint))
        else:
            self._close(saved=False)

    def _close(self, *, saved: bool) -> None:
        """Close: what was typed is on the disk, or is not wanted.

        After a save, keys are held until the screen below shows it: that releases them.
        """
        if self._keeping is not None:
            self._keeping.stop()
        if self._draft is not None:
            self._draft.forget()
        self._draft = None
        self.dismiss(saved)
        if saved:
            self.host.take_repeats()  # who asked more than once asked for this one save
        else:
            self.host.release_keys()

    def keep(self) -> None:
        """Keep what was typed, for the case that it cannot be saved any more."""
        if self._draft is None:
            return
        if not self._changed:
            self._draft.forget()
            return
        try:
            self._keep_in(self._draft)
        except OSError as error:
            # What keeps the annotation itself from being saved matters more.
            if not self._said:
                save = self.keymap.key_of(f"{self.place}.save")
                self._say(f"No draft is kept ({error.strerror}): {save} saves")

    def _save_once(self, save: Callable[[], None]) -> None:
        """Save, and close when it is on disk; to ask again meanwhile does nothing."""
        if not self._saving:
            self._saving = True
            self._say("Saving …")
            # What is typed from now on is meant for the screen below.
            self.host.hold_keys()
            self._save_in_background(save)

    @work(thread=True, exclusive=True, group="save")
    def _save_in_background(self, save: Callable[[], None]) -> None:
        try:
            save()
        except ChangedSinceError as error:
            self.app.call_from_thread(self._changed_since, error.now)
        except AnnotationError as error:
            self.app.call_from_thread(self._refused, not_saved(error))
        else:
            self.app.call_from_thread(self._close, saved=True)

    def _changed_since(self, now: Annotation) -> None:
        self._saving = False
        self.host.release_keys()
        self._show_theirs(now)

    def _refused(self, why: str) -> None:
        self._saving = False
        self.host.release_keys()
        self._say(why)

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _typed(self) -> None:
        """Typing on takes a first Escape back, and is kept when it pauses."""
        self._discarding = False
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(SECONDS_BEFORE_KEEPING, self.keep)

    def _say(self, message: str) -> None:
        self._said = message
        self.query_one(f"#{self.place}-message", Static).update(Content(safe_line(message)))
