"""Taking words out of an article: as they stand, or with where they stand; saying where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.text_screen import TextScreen

if TYPE_CHECKING:
    from tui.app import PostilApp


class QuotingText(TextScreen, part=True):
    """The part of a screen that copies; the app says which way it went."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that copy."""
        return super().handlers | {
            "reader.copy": lambda _: self.copy(),
            "reader.copy_cited": lambda _: self.copy_cited(),
            "reader.where": lambda _: self.say_where(),
            "app.interrupt": lambda _: self.copy_or_tell_keys(),
        }

    def copy(self) -> None:
        """Copy the selection as it stands in the source."""
        document, selected = self.pane.document, self.pane.selected
        if document is None or selected is None:
            hint = "{reader.select}, {reader.select_sentence} or {reader.select_more} select"
            self.say(self.keymap.filled(f"Nothing is selected: {hint}"))
            return
        self.app.copy_to_clipboard(selected.cut(document.article.text))
        self.pane.clear_selection()

    def copy_cited(self) -> None:
        """Copy the selection, or this sentence, with its source."""
        document = self.pane.document
        if document is None:
            return
        from tui.article.citation import cited
        from tui.article.text_objects import sentences_from

        span = self.pane.selected or sentences_from(document, self.pane.cursor, 1)
        if span is None:
            self.say(self.keymap.filled("No sentence here: {reader.select} selects what you mean"))
            return
        form = cast("PostilApp", self.app).settings.citation
        self.app.copy_to_clipboard(cited(form, document.article, document.metadata, span))
        self.pane.clear_selection()

    def say_where(self) -> None:
        """Say where the cursor is: in which file, at which line and paragraph."""
        document = self.pane.document
        if document is not None:
            from tui.article.citation import place_in_words

            words = place_in_words(document.article, document.paragraphs, self.pane.cursor)
            self.say_of_article(safe_line(words), warning=False)

    def copy_or_tell_keys(self) -> None:
        """Do what one means by Ctrl+C: copy what is selected, else say how to leave."""
        if self.pane.selected is not None:
            self.copy()
        else:
            self.say(self.keymap.filled("{app.quit} quits, {app.suspend} goes to the shell"))
