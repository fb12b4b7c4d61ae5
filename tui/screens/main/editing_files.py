"""Files opened in the reader's own editor: the article, and the file of its annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.following import Following
from tui.screens.on_text.annotating import with_annotations_of

if TYPE_CHECKING:
    from pathlib import Path

    from tui.article.document import Document

# The readers whose text has the lines of the file.
_WITH_LINES = ("text/", "markdown/")


class EditingFiles(Following, part=True):
    """The part of the main screen that hands files to an editor, and reads them again."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that open an editor."""
        return super().handlers | {
            "reader.edit_article": lambda _: self.edit_article_file(),
            "annotation.edit_file": lambda _: self.edit_sidecar_file(),
        }

    def edit_article_file(self) -> None:
        """Open the article at the line of the cursor; what was changed is read again."""
        document = self.pane.document
        if document is None:
            return
        article, line = document.article, 1
        if article.reader.startswith(_WITH_LINES) and article.file.part is None:
            line += article.text.count("\n", 0, self.pane.cursor)
        if self._edited(article.file.path, line):
            self.host.look_again()

    def edit_sidecar_file(self) -> None:
        """Open the file of the annotations at the one here, else at what is wrong in it.

        What was changed is read again.
        """
        document = self.pane.document
        if document is None:
            return
        name, store = document.article.name, self.workspace.store
        path = store.location.named(name)
        if not path.exists():
            words = "Nothing is annotated here yet: {reader.annotate} makes the first, and the file"
            self.say(self.keymap.filled(words))
            return
        placed = self._placed_here()
        sidecar = store.sidecar(name)
        entry = sidecar.entry(placed.annotation.id) if placed else None
        wrong = sidecar.locked.line if sidecar.locked is not None else None
        if self._edited(path, entry.line if entry else wrong or 1):
            self._read_sidecar_again(document)

    def _edited(self, path: Path, line: int) -> bool:
        """Let the editor have a file; False where it did not come to that."""
        from tui.terminal.external_editor import EditorError

        try:
            status = self.host.edit_outside(path.absolute(), line)
        except EditorError as error:
            self.say(safe_line(str(error)), warning=True)
            return False
        if status:
            self.say(f"The editor ended with {status}", warning=True)
        return True

    @work(thread=True, exclusive=True, group="annotations")
    def _read_sidecar_again(self, document: Document) -> None:
        """Show the annotations as they are now; say what is wrong with the file."""
        fresh = self.workspace.annotated(document)
        call = self.app.call_from_thread
        call(
            self.take,
            fresh,
            with_annotations_of(fresh),
        )
        call(self.articles.forget, document.article.file)
        call(self.tell_what_is_wrong, fresh)
