"""The note form: what the reader says of a selection, an annotation or a whole article."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotations.changing import merged
from annotations.model import Annotation
from tui.annotating.drafts import DraftFile
from tui.annotating.tag_line import tag_line, tags_of
from tui.keyboard.hints import hints_of
from tui.layout.cells import cut
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.form import QUOTE_CELLS, FormScreen
from tui.terminal.external_editor import EditorError
from tui.widgets.few_rows import FewRows
from tui.widgets.hint_line import HintLine
from tui.widgets.safe_input import SafeInput
from tui.widgets.safe_text_area import SafeTextArea

if TYPE_CHECKING:
    from tui.keyboard.availability import Need

Save = Callable[[str, tuple[str, ...] | None, Annotation | None], None]


class NoteScreen(FormScreen):
    """Asks for a note and tags.

    `save` is called off the UI thread with the note, the tags where they were touched, and the
    annotation as the form knows it. Where it raises AnnotationError the form stays open with all
    that was typed; where another program changed the note meanwhile, it shows that one, too.
    `obstacle` is asked off the UI thread for words on what stands in the way of a save. `draft`
    keeps what is typed until it is saved or thrown away; `restored` says that the form begins with
    what it holds. The screen is dismissed with True when it is saved.
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
        draft: DraftFile | None = None,
        restored: bool = False,
    ) -> None:
        super().__init__(draft)
        self._heading = heading
        self._quote = quote
        self._save = save
        self._obstacle = obstacle
        self._known = annotation
        self._note = annotation.note if annotation else ""
        self._tags = tag_line(annotation.tags if annotation else ())
        self._theirs: str | None = None
        self._restored = draft.draft if draft is not None and restored else None

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
            "note.editor": lambda _: self.edit_outside(),
            "note.cancel": lambda _: self.cancel(),
        }

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        with Vertical(id="note-form"):
            quote = Content(cut(safe_line(self._quote), QUOTE_CELLS))
            yield Static(FewRows(quote), id="note-quote")
            yield SafeTextArea(
                self._note if self._restored is None else self._restored.note,
                soft_wrap=True,
                tab_behavior="focus",
                compact=True,
                placeholder="note",
                id="note-text",
            )
            yield Static(id="note-theirs")
            tags = self._tags if self._restored is None else self._restored.tags
            yield SafeInput(tags, placeholder="tags, separated by commas", id="note-tags")
            yield Static(id="note-message")
            hint = (
                "{note.save} saves · {note.next_field} tags · {note.editor} editor · "
                "{note.cancel} closes"
            )
            yield HintLine(hints_of(hint, self.keymap), id="note-hint")

    def on_mount(self) -> None:
        """Begin with the note."""
        form = self.query_one("#note-form")
        form.border_title = Content(self._heading)
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

    def _keep_in(self, draft: DraftFile) -> None:
        draft.keep(self.query_one(SafeTextArea).text, self.query_one(SafeInput).value)

    def edit_outside(self) -> None:
        """Let the reader's editor have the note; it comes back into the form."""
        area, draft = self.query_one(SafeTextArea), self._draft
        if draft is None:
            self._say("The state folder cannot be used, where the editor would get the note")
            return
        try:
            draft.write_note(area.text)
            status = self.host.edit_outside(draft.note_path)
            note = draft.read_note()
        except (EditorError, OSError) as error:
            self._say(str(error))
            return
        if status:
            kept = f"; what it wrote is in {draft.note_path}" if note != area.text else ""
            self._say(f"The editor ended with {status}, the note is as it was{kept}")
            return
        if note != area.text:
            area.replace(note, area.document.start, area.document.end)
            area.move_cursor(area.document.end)
        self.keep()
        draft.forget_note()

    def save(self) -> None:
        """Save what was typed, and close when it is on disk; it is saved once."""
        typed = self.query_one(SafeInput).value
        # Tags that were not touched are not given: their own characters may not be typable.
        tags = tags_of(typed) if typed != self._tags else None
        self._save_once(partial(self._save, self.query_one(SafeTextArea).text, tags, self._known))

    @work(thread=True, exclusive=True, group="obstacle")
    def _look_for_obstacle(self) -> None:
        words = self._obstacle()
        if words:
            self.app.call_from_thread(self._say, words)

    def _show_theirs(self, now: Annotation) -> None:
        """Show what another program made of the annotation; what was typed stays as it is."""
        tags = self.query_one(SafeInput)
        if self._known is not None and tags.value != self._tags:
            tags.value = tag_line(merged(self._known.tags, tags_of(tags.value), now.tags))
        else:
            tags.value = tag_line(now.tags)
        self._known, self._note, self._tags = now, now.note, tag_line(now.tags)
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

    def lacking(self) -> Set[Need]:
        """Return what there is not: another program's note."""
        return {*super().lacking(), *(() if self._theirs is not None else ("theirs",))}

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
