"""A pane of text with a cursor that moves and a selection that grows, both in offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.message import Message

from corpus.span import Span
from tui.article.document import Document
from tui.layout import motions
from tui.layout.wrap import HIDDEN
from tui.widgets.mapped_pane import MappedPane

if TYPE_CHECKING:
    from tui.folder.carrying import CutPlace
    from tui.layout.selection import Selection

_NO_WORD = "No word here"


class SelectingPane(MappedPane, part=True):
    """Owns the cursor and the selection; the mouse moves both."""

    class NothingFound(Message):
        """A jump, or a selection by name, found nothing; `words` say so."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        # What `reader.select_more` grew from, the first step first, each with its cursor.
        self._grown_from: list[tuple[Selection | None, int]] = []
        self._came_from = -1  # where the cursor was before the mouse moved it
        self._cut: CutPlace | None = None

    def show(self, document: Document, cursor: int | None = None) -> None:
        """Show a document; more about the same text keeps the place and the selection."""
        if not document.same_article(self.document):
            self._grown_from.clear()
            self._cut = None
        super().show(document, cursor)

    def carry(self, document: Document) -> None:
        """Show another version of the text, or the same under another name.

        Cursor and selection stay on their words, the cursor on its line of the screen. Where these
        were cut off they are gone back to as soon as they are there again, unless one moved.
        """
        from tui.folder.carrying import CutPlace, carried, cut_off
        from tui.layout.selection import Selection

        before, layout = self.document, self._layout_rows
        if before is None or layout is None:
            self.show(document, self.cursor)
            return
        line = layout.row_of(self.cursor) - self.scroll_offset.y
        old, new, place = before.article.text, document.article.text, self.cursor
        anchor = self.selection.anchor if self.selection is not None else None
        if (cut := self._cut) is not None and cut.shown == place:
            old, place, anchor, line = cut.text, cut.cursor, cut.anchor, cut.line
        self.show(document, carried(old, new, place))
        if anchor is not None:
            found = min(carried(old, new, anchor), motions.last_offset(new))
            self._set_selection(Selection(found, self.cursor))
        if cut_off(old, new, place):
            self._cut = CutPlace(old, place, anchor, line, self.cursor)
        if self._layout_rows is not None:
            self._scroll_rows_to(self._layout_rows.row_of(self.cursor) - line)

    def move_to(
        self, offset: int, *, keep_goal: bool = False, centre: bool = False, stepping: bool = False
    ) -> None:
        """Move the cursor, with the end of the selection where there is one, into view.

        A step stops at a closed fold, and the next goes on behind it; all else opens the fold.
        """
        document = self.document
        if document is None:
            return
        last = motions.last_offset(document.article.text)
        place, before = min(max(0, offset), last), self.cursor
        if stepping:
            place = self.folding.settled(place, before, last)
        else:
            self._unfold(place)
        self._fold_again(place)
        layout = self._layout_rows
        self.cursor = motions.cluster_start(document.shown, min(place, len(document.shown) - 1))
        if layout is not None and layout.text[self.cursor : self.cursor + 1] == HIDDEN:
            seen = layout.seen_from(self.cursor)
            back = stepping and self.cursor < before <= seen
            self.cursor = layout.seen_before(self.cursor) if back else seen
        if self.selection is not None:
            self.selection = replace(self.selection, cursor=self.cursor)
            self._grown_from.clear()
        if layout is not None:
            if not keep_goal:
                self._goal = layout.column_of(self.cursor)
            self._refresh_rows(before, self.cursor)
            self._scroll_to_cursor(centre=centre)
        self.post_message(self.CursorMoved())

    # Selecting

    def _select(self, action: str, count: int) -> bool:
        """Perform an action that changes the selection; False where it is none."""
        from tui.article.text_objects import TEXT_OBJECTS, sentences_from, thing_after
        from tui.layout.selection import Selection

        document = self.document
        assert document is not None
        if action == "reader.select":
            self._set_selection(None if self.selection else Selection(self.cursor, self.cursor))
        elif action == "reader.select_sentence":
            self._select_sentences(sentences_from(document, self.cursor, count))
        elif action == "reader.select_more":
            for _ in range(count):
                self._grow(document)
        elif action == "reader.select_less":
            for _ in range(min(count, len(self._grown_from))):
                self._restore_selection(*self._grown_from.pop())
        elif action == "reader.swap_ends":
            if self.selection is not None:
                self._set_selection(self.selection.swapped())
        elif action in TEXT_OBJECTS:
            name, find = TEXT_OBJECTS[action]
            self._select_thing(find(document, self.cursor), f"No {name} here")
        elif action == "reader.select_thing":
            start = self._grown_from[0][1] if self._grown_from else self.cursor
            found = thing_after(document, start, self.selected)
            self._select_thing(found, "No entity, number, quotation or statement here")
        else:
            return False
        return True

    def _grow(self, document: Document) -> None:
        text, selected = document.shown, self.selected
        if selected is None:
            self._select_thing(motions.word_at(text, self.cursor), _NO_WORD)
        else:
            from tui.article.text_objects import quotations_at
            from tui.layout.selection import grown

            quotations = quotations_at(document, selected.start)
            units = (quotations, document.sentences, document.paragraphs)
            self._grow_to(grown(selected, text, *units))

    def _grow_to(self, span: Span | None) -> None:
        """Select a span, from which `reader.select_less` comes back."""
        before, cursor = self.selection, self.cursor
        self._set_span(span)
        if self.selection != before:
            self._grown_from.append((before, cursor))

    def _select_thing(self, span: Span | None, otherwise: str) -> None:
        if span is None or span.end <= span.start:
            self.post_message(self.NothingFound(otherwise))
        else:
            self._grow_to(span)

    def _select_sentences(self, span: Span | None) -> None:
        if span is None:
            self.post_message(self.NothingFound("No sentence here"))
        else:
            self._set_span(span)

    def _restore_selection(self, selected: Selection | None, cursor: int) -> None:
        """Select what was selected before growing, with the cursor where it was."""
        kept = list(self._grown_from)
        self.move_to(cursor)
        self.selection, self._grown_from = selected, kept
        self.refresh()

    def _set_span(self, span: Span | None) -> None:
        if span is not None and self.document is not None and span.end > span.start:
            from tui.layout.selection import of_span

            self._set_selection(of_span(span, self.document.shown))

    def _set_selection(self, selected: Selection | None) -> None:
        self.selection = selected
        if selected is not None:
            self.cursor = selected.cursor
            if self.folding.hides(self.cursor):
                self._unfold(self.cursor)
            if self._layout_rows is not None:
                self._goal = self._layout_rows.column_of(self.cursor)
        self.refresh()
        self._scroll_to_cursor()
        self.post_message(self.CursorMoved())

    def clear_selection(self) -> bool:
        """Select nothing; False where nothing was selected."""
        had_one = self.selection is not None
        if self._grown_from:
            _, cursor = self._grown_from[0]
            self._restore_selection(None, cursor)
        self._set_selection(None)
        self._grown_from.clear()
        return had_one

    # The mouse

    def press(self, offset: int) -> None:
        """Put the cursor somewhere, and select nothing."""
        self._came_from = self.cursor
        self.selection = None
        self._grown_from.clear()
        self.move_to(offset, stepping=True)
        self.refresh()

    def drag(self, start: int, offset: int) -> None:
        """Select from `start` to `offset`."""
        if offset == self.cursor:
            return
        if self.selection is None:
            from tui.layout.selection import Selection

            self.selection = Selection(start, start)
        self.move_to(offset, stepping=True)

    def select_around(self, unit: str) -> None:
        """Select the word or the sentence of the cursor."""
        document = self.document
        if document is not None and unit == "word":
            self._select_thing(motions.word_at(document.shown, self.cursor), _NO_WORD)
        elif document is not None:
            from tui.article.text_objects import sentences_from

            self._select_sentences(sentences_from(document, self.cursor, 1))

    def point(self, offset: int) -> None:
        """Put the cursor somewhere for a menu; a selection that holds the place stays."""
        if self.selected is None or not self.selected.covers(offset):
            self.press(offset)
