"""The ledger: all annotations of the corpus, edited where they are listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from tui.annotating import ledger_edits
from tui.annotating.refusals import not_saved
from tui.counts import counted
from tui.parts import work
from tui.screens.action_screen import Handler
from tui.screens.ledger_table import LedgerList, LedgerTable, LedgerView, key_of

if TYPE_CHECKING:
    from annotations.editor import Watch
    from annotations.ledger import LedgerRow
    from annotations.model import Annotation
    from tui.claiming.offers import Words
    from tui.workspace import Workspace


_MOST_ENDS = 4  # rows of the marked annotations above the question what they are


_WRITING = "ledger-save"
_FEW = 50  # annotations that are written in a moment; of more it is said how far it is


class LedgerScreen(LedgerTable):
    """Lists all annotations, and edits them: those that are marked, else that of the cursor's row.

    `changed` says that something was written.
    """

    def __init__(self, workspace: Workspace, view: LedgerView) -> None:
        super().__init__(workspace, view)
        self.changed = False

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on rows."""
        edits: dict[str, Handler] = {
            f"entries.{field}": partial(self._ask_field, field) for field in ledger_edits.FIELDS
        }
        return (
            super().handlers
            | edits
            | {
                "ledger.tag": lambda _: self.ask_all(),
                "entries.mark": lambda _: self.mark(),
                "entries.mark_all": lambda _: self.mark_all(),
                "entries.timeline": lambda _: self.open_timeline(),
                "entries.accept": lambda _: self.accept(),
                "entries.export": lambda _: self.ask_export(),
                "entries.link": lambda _: self.link(),
                "entries.delete": lambda _: self.delete(),
                "entries.undo": lambda _: self._step(self.workspace.store.undo, "Nothing to undo"),
                "entries.redo": lambda _: self._step(self.workspace.store.redo, "Nothing to redo"),
                "app.back": lambda _: self.stop_or_go_back(),
            }
        )

    @property
    def _writers(self) -> list[Worker[object]]:
        return [one for one in self.workers if one.group == _WRITING and one.is_running]

    @property
    def writing(self) -> bool:
        """Whether annotations are being written."""
        return bool(self._writers)

    @property
    def _listed(self) -> LedgerList:
        return self.query_one(LedgerList)

    def chosen_rows(self) -> list[LedgerRow]:
        """Return the annotations that are marked and listed, else that of the cursor's row."""
        listed = self._listed
        marked = [row for row in self.listed_rows if key_of(row) in listed.marked]
        return marked or ([listed.current] if listed.current is not None else [])

    def mark(self) -> None:
        """Mark the annotation of this row, or take the mark away, and go on to the next."""
        listed = self._listed
        if listed.current is not None:
            listed.marked ^= {key_of(listed.current)}
        listed.move_to(listed.row + 1)
        self.say("")

    def mark_all(self) -> None:
        """Mark all annotations that are listed; where all are, none."""
        listed, keys = self._listed, {key_of(row) for row in self.listed_rows}
        listed.marked = set() if listed.marked >= keys else listed.marked | keys
        listed.refresh()
        self.say("")

    def ask_all(self) -> None:
        """Ask for tags for all annotations that are listed; with a hyphen one is taken away."""
        self._ask("tags", list(self.listed_rows), all_of_them=True)

    def _ask_field(self, field: str, _: int | None) -> None:
        self._ask(field, self.chosen_rows())

    def _ask(self, field: str, rows: list[LedgerRow], *, all_of_them: bool = False) -> None:
        """Ask for a field of annotations; what was there is where one begins, if it is one.

        Where nothing of it is saved it is asked for again, with what was typed.
        """
        if not rows:
            self.say("No annotation is listed yet" if self.reading else "No annotation is listed")
            return
        if not any(row.mine for row in rows):
            self.say("Another reader's: only its reader changes it")
            return
        several = len(rows) > 1 or all_of_them
        if field == "note" and several:
            self.say("Notes are edited one by one")
            return
        if field == "note" and "\n" in rows[0].annotation.note:
            self._ask_long_note(rows[0])
            return
        from tui.screens.word_line import WordLine

        name = field.capitalize()
        question = f"{name} of {len(rows):,} annotations" if several else name
        question += " (-tag takes one away)" if several and field == "tags" else ""
        line = "" if several else ledger_edits.line_of(rows[0], field)

        def answered(typed: object) -> None:
            if isinstance(typed, str) and (typed.strip() or not several):
                again = typed.rstrip(", ") if field == "tags" else typed
                self._write(
                    lambda watch: ledger_edits.edit_rows(self.workspace, rows, field, typed, watch),
                    lambda refusal: ask(refusal, again),
                )

        def ask(question: str, line: str) -> None:
            learn = partial(self._words, field)
            self.app.push_screen(WordLine(question, field, line, learn), answered)

        ask(question, line)

    def _ask_long_note(self, row: LedgerRow) -> None:
        """Ask for a note of several lines in a form; what is typed is kept as in the reader."""
        from tui.annotating.drafts import Draft
        from tui.screens.note import NoteScreen

        one, workspace = row.annotation, self.workspace
        key, number = key_of(row), self._listed.row

        def save(note: str, tags: tuple[str, ...] | None, seen: Annotation | None) -> None:
            article = ledger_edits.article_of(workspace, row)
            workspace.store.change(article, one.id, note=note, tags=tags, seen=seen or one)

        def saved(is_saved: object) -> None:
            if is_saved:
                self.changed = True
                self.read_again(number, "Saved", key)
            self.host.release_keys()

        quote = " ".join((one.quote or row.article).split())
        draft = workspace.begin_draft(Draft(row.article, row.part, one.id))
        screen = NoteScreen("Annotation", quote, save, annotation=one, draft=draft)
        self.app.push_screen(screen, saved)

    def _words(self, field: str) -> Words:
        """Learn what completes a field: the codebook, and what the corpus's annotations hold."""
        from tui.claiming.offers import words_in_use

        return {} if field == "note" else words_in_use(self.workspace)

    def open_timeline(self) -> None:
        """Show the claims that are listed by measure and date; go where one is chosen."""
        from annotations.ledger import LedgerRow
        from tui.screens.timeline import TimelineScreen

        def left(found: object) -> None:
            if isinstance(found, LedgerRow):
                self.leave(found)

        self.app.push_screen(TimelineScreen(self.workspace, rows=self.listed_rows), left)

    def ask_export(self) -> None:
        """Ask which file those that are marked, else all that are listed, are written to."""
        marked = [row for row in self.listed_rows if key_of(row) in self._listed.marked]
        rows = marked or list(self.listed_rows)
        if not rows:
            return
        from tui.annotating.ledger_export import offered_path, refused_path
        from tui.screens.asking import NameScreen

        corpus = self.workspace.corpus
        question = (
            f"Write {counted(len(rows), 'annotation')} to (.html, .md, .csv, .tsv or .jsonld)"
        )

        def named(path: object) -> None:
            if isinstance(path, str):
                self._export(rows, Path(path).expanduser())

        self.app.push_screen(
            NameScreen(question, offered_path(corpus), refused_path(corpus)), named
        )

    @work(thread=True, group="export")
    def _export(self, rows: list[LedgerRow], path: Path) -> None:
        from tui.annotating.ledger_export import write_rows

        try:
            words = write_rows(self.workspace.corpus, rows, path)
        except OSError as wrong:
            words = f"Not written: {path}: {wrong.strerror or wrong}"
        self.app.call_from_thread(self.say, words)

    def accept(self) -> None:
        """Let the annotations stand on the words that stand in their place now."""
        rows = self.chosen_rows()
        if len(rows) == 1 and rows[0].state in ("ambiguous", "lost"):
            self.say(f"It is {rows[0].state}: go there to say where it stands")
        elif rows:
            self._write(partial(ledger_edits.accept_rows, self.workspace, rows))

    def delete(self) -> None:
        """Delete the annotations; where others link to them, ask what becomes of the links."""
        rows = self.chosen_rows()
        linked = ledger_edits.linked_to(rows, self.all_rows)
        if not linked:
            if rows:
                self._delete(rows, [])
            return
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self._delete(rows, linked if number == 0 else [])

        count = "1 annotation links" if len(linked) == 1 else f"{len(linked):,} annotations link"
        answers = ["Delete, and the links that lead there", "Delete, the links stay"]
        self.app.push_screen(ChoiceScreen(f"{count} to what is deleted", answers), chosen)

    def _delete(self, rows: list[LedgerRow], linked: list[LedgerRow]) -> None:
        self._write(partial(ledger_edits.delete_rows, self.workspace, rows, linked))

    def link(self) -> None:
        """Link the marked annotations, listed or not, with that of the cursor's row."""
        listed, to = self._listed, self._listed.current
        if to is None:
            return
        keys = listed.marked - {key_of(to)}
        rows = [row for row in self.all_rows if key_of(row) in keys]
        if not rows:
            self.say(self.keymap.filled("{entries.mark} marks what is linked with another row"))
            return
        if not any(row.mine for row in rows):
            self.say("A link stands in your own: mark yours, and link it from the other's row")
            return
        from tui.annotating.link_types import offered_types
        from tui.annotating.link_words import words_of
        from tui.screens.choosing import ChoiceScreen

        pairs = [(row.annotation, to.annotation) for row in rows]
        types, answers, begin = offered_types(pairs, self.workspace.subjects)
        ends = [words_of(row.annotation) for row in (*rows[:_MOST_ENDS], to)]
        ends[-1:-1] = [f"and {len(rows) - _MOST_ENDS} more"] if len(rows) > _MOST_ENDS else []

        def chosen(number: object) -> None:
            if isinstance(number, int):
                listed.marked.clear()
                self._write(
                    partial(ledger_edits.link_rows, self.workspace, rows, to, types[number])
                )

        question = "What is the marked annotation to the last one here?"
        body = [((f"  {end}", "strong"),) for end in ends]
        self.app.push_screen(ChoiceScreen(question, answers, lambda _: body, begin), chosen)

    def stop_or_go_back(self) -> None:
        """Stop what is being written, as far as it is not; where nothing is, go back."""
        writers = self._writers
        if not writers:
            self.back()
        for one in writers:
            one.cancel()

    def _step(self, step: Callable[[], object], nothing: str) -> None:
        def words(_: Watch) -> str:
            change = step()
            return getattr(change, "words", nothing)

        self._write(words)

    def _write(
        self, write: Callable[[Watch], str], refused: Callable[[str], None] | None = None
    ) -> None:
        """Write, then list what is there now; the cursor stays on its annotation.

        `refused` is told why nothing was saved.
        """
        self.say("Saving …")
        listed = self._listed
        key = key_of(listed.current) if listed.current is not None else None
        self._write_in_background(write, listed.row, key, refused)

    @work(thread=True, group=_WRITING)
    def _write_in_background(
        self,
        write: Callable[[Watch], str],
        row: int,
        key: tuple[str, str | None, str] | None,
        refused: Callable[[str], None] | None,
    ) -> None:
        from annotations.error import AnnotationError

        worker, call = get_current_worker(), self.app.call_from_thread

        def watch(done: int, total: int) -> None:
            if worker.is_cancelled:
                from annotations.error import StoppedError
                from corpus.problem import Problem

                raise StoppedError(Problem("", "stopped before it was written"))
            if total > _FEW and done % _FEW == 0:
                back = self.keymap.key_of("app.back")
                call(self.say, f"Saving … {done:,} of {total:,} · {back} stops")

        self.changed = True
        try:
            words = write(watch)
        except AnnotationError as error:
            words = not_saved(error)
            if refused is not None:
                call(refused, words)
        call(self.read_again, row, words, key)
