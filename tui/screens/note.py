"""The note form: what the reader says of a selection, an annotation or a whole article."""

from __future__ import annotations

from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotations import Annotation, AnnotationError, ChangedSinceError, merged
from tui.layout.cells import cut
from tui.refusals import not_saved
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen, Handler
from tui.widgets.safe_input import SafeInput
from tui.widgets.safe_text_area import SafeTextArea

Save = Callable[[str, tuple[str, ...] | None, Annotation | None], None]

# Three rows of the form.
QUOTE_CELLS = 210


def tags_of(typed: str) -> tuple[str, ...]:
    """Return the tags in a line: separated by commas, or by blanks where each begins with `#`."""
    parts = typed.split() if typed.lstrip().startswith("#") else typed.split(",")
    tags = (" ".join(part.split()).removeprefix("#") for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _line_of(tags: tuple[str, ...]) -> str:
    """Return tags as the field shows them."""
    return safe_line(", ".join(tags))


class NoteScreen(ActionScreen, ModalScreen[object]):
    """Asks for a note and tags.

    `save` is called off the UI thread with the note, the tags where they were touched, and the
    annotation as the form knows it. Where it raises AnnotationError the form stays open with all
    that was typed; where another program changed the note meanwhile, it shows that one, too.
    `obstacle` is asked off the UI thread for words on what stands in the way of a save. The screen
    is dismissed with True when it is saved.
    """

    CSS_PATH = "note.tcss"

    def __init__(
        self,
        heading: str,
        quote: str,
        save: Save,
        *,
        annotation: Annotation | None = None,
        obstacle: Callable[[], str] = str,
    ) -> None:
        super().__init__()
        self._heading = heading
        self._quote = quote
        self._save = save
        self._obstacle = obstacle
        self._known = annotation
        self._note = annotation.note if annotation else ""
        self._tags = _line_of(annotation.tags if annotation else ())
        self._theirs: str | None = None
        self._discarding = False

    @property
    def place(self) -> str:
        """Where the focus is."""
        return "note"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the form."""
        return {
            "note.save": lambda _: self.save(),
            "note.take_theirs": lambda _: self.take_theirs(add=False),
            "note.add_theirs": lambda _: self.take_theirs(add=True),
            "note.next_field": lambda _: self.focus_next("SafeInput, SafeTextArea"),
            "note.cancel": lambda _: self.cancel(),
        }

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        with Vertical(id="note-form"):
            yield Static(Content(cut(safe_line(self._quote), QUOTE_CELLS)), id="note-quote")
            yield SafeTextArea(
                self._note,
                soft_wrap=True,
                tab_behavior="focus",
                compact=True,
                placeholder="note",
                id="note-text",
            )
            yield Static(id="note-theirs")
            yield SafeInput(self._tags, placeholder="tags, separated by commas", id="note-tags")
            yield Static(id="note-message")

    def on_mount(self) -> None:
        """Begin with the note."""
        form = self.query_one("#note-form")
        form.border_title = Content(self._heading)
        hint = "{note.save} saves · {note.next_field}: tags · {note.cancel} closes"
        form.border_subtitle = Content(self.keymap.filled(hint))
        self.query_one("#note-theirs").display = False
        note = self.query_one(SafeTextArea)
        note.move_cursor(note.document.end)
        note.focus()
        self._look_for_obstacle()

    @property
    def _changed(self) -> bool:
        return (
            self.query_one(SafeTextArea).text != self._note
            or self.query_one(SafeInput).value != self._tags
        )

    def cancel(self) -> None:
        """Close; what was typed is only thrown away at the second request."""
        if self._changed and not self._discarding:
            self._discarding = True
            hint = "{note.cancel} again throws it away, {note.save} saves it."
            self._say(self.keymap.filled(f"Not saved. {hint}"))
        else:
            self.dismiss(False)

    def save(self) -> None:
        """Save what was typed, and close when it is on disk."""
        typed = self.query_one(SafeInput).value
        # Tags that were not touched are not given: their own characters may not be typable.
        tags = tags_of(typed) if typed != self._tags else None
        self._say("Saving …")
        self._save_in_background(self.query_one(SafeTextArea).text, tags)

    @work(thread=True, exclusive=True, group="save")
    def _save_in_background(self, note: str, tags: tuple[str, ...] | None) -> None:
        try:
            self._save(note, tags, self._known)
        except ChangedSinceError as error:
            self.app.call_from_thread(self._show_theirs, error.now)
        except AnnotationError as error:
            self.app.call_from_thread(self._say, not_saved(error))
        else:
            self.app.call_from_thread(self.dismiss, True)

    @work(thread=True, exclusive=True, group="obstacle")
    def _look_for_obstacle(self) -> None:
        words = self._obstacle()
        if words:
            self.app.call_from_thread(self._say, words)

    def _show_theirs(self, now: Annotation) -> None:
        """Show what another program made of the annotation; what was typed stays as it is."""
        tags = self.query_one(SafeInput)
        if self._known is not None and tags.value != self._tags:
            tags.value = _line_of(merged(self._known.tags, tags_of(tags.value), now.tags))
        else:
            tags.value = _line_of(now.tags)
        self._known, self._note, self._tags = now, now.note, _line_of(now.tags)
        self._theirs = now.note
        theirs = self.query_one("#note-theirs", Static)
        lines = [safe_line(line) for line in (now.note or "(no note)").split("\n")]
        theirs.update(Content("\n".join(lines)))
        theirs.border_title = Content("what another program wrote meanwhile")
        theirs.display = True
        hint = (
            "{note.save} keeps yours, {note.take_theirs} takes the other, "
            "{note.add_theirs} adds it below."
        )
        self._say(self.keymap.filled(f"Not saved. {hint}"))

    def take_theirs(self, *, add: bool) -> None:
        """Put the other program's note into the field, or below what is there; it can be undone."""
        if self._theirs is None:
            self._say("No other program changed this note")
            return
        note = self.query_one(SafeTextArea)
        if add:
            gap = "\n" if note.text and not note.text.endswith("\n") else ""
            note.insert(gap + self._theirs, note.document.end)
        else:
            note.replace(self._theirs, note.document.start, note.document.end)
        note.move_cursor(note.document.end)
        note.focus()
        self._say(self.keymap.filled("{note.save} saves it like this, Ctrl+Z takes it back"))

    def on_text_area_changed(self) -> None:
        """Typing on takes a first Escape back."""
        self._discarding = False

    def _say(self, message: str) -> None:
        self.query_one("#note-message", Static).update(Content(safe_line(message)))
