"""Tagging: a line of tags for what is here, and the last tags again with one key."""

from __future__ import annotations

from collections.abc import Callable, Set
from functools import partial
from typing import TYPE_CHECKING

from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.on_text.annotating import AnnotatingText

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from corpus.span import Span
    from tui.article.document import Document
    from tui.keyboard.availability import Need

    # The article, and the annotation there or the span that is to become one.
    _ToTag = tuple[Document, Placed | None, Span | None]


class TaggingText(AnnotatingText, part=True):
    """The part of a screen that tags the annotation here, else the selection or sentence."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on tags."""
        return super().handlers | {
            "annotation.tags": lambda _: self.ask_tags_here(),
            "annotation.tags_again": lambda _: self.tag_again(),
        }

    def lacking(self) -> Set[Need]:
        """Return what there is not of what actions need, tags to give again among it."""
        return {*super().lacking(), *(() if self._last_tags else ("given tag",))}

    def _to_tag(self) -> _ToTag | None:
        """Return the annotation here, or the span that is to become one; None where nothing is."""
        document, placed = self.pane.document, self._placed_here()
        by_row = self.focused is not self.pane
        if document is not None and placed is not None and (by_row or not self.pane.selected):
            return None if self._refused_as_theirs(placed) else (document, placed, None)
        chosen = self._to_annotate()
        return None if chosen is None else (chosen[0], None, chosen[1])

    def _is_about_a_sentence(self) -> bool:
        """Say whether neither an annotation nor a selection is what is tagged."""
        return self.pane.selected is None and self._placed_here() is None

    def ask_tags_here(self) -> None:
        """Ask for the tags of what is here; the codebook's and those in use complete them."""
        if self._is_about_a_sentence() and self._once_known(self.ask_tags_here):
            return
        found = self._to_tag()
        if found is not None:
            _, placed, _ = found
            tags = placed.annotation.tags if placed is not None else ()
            self._ask_for_tags(found, "Tags" if placed is not None else "Tags of these words", tags)

    def _ask_for_tags(self, found: _ToTag, question: str, line: tuple[str, ...]) -> None:
        """Ask for tags, with those of the `line` typed; what is not saved is asked for again."""
        from tui.annotating.tag_line import tag_line, tags_of
        from tui.claiming.offers import words_in_use
        from tui.screens.word_line import WordLine

        document, placed, span = found
        tags = placed.annotation.tags if placed is not None else ()

        def answered(typed: object) -> None:
            if isinstance(typed, str) and (placed is not None or tags_of(typed)):
                wanted = tags_of(typed)
                self.remember_tags(wanted, tags)
                again = partial(self._ask_for_tags, found, line=wanted)
                self._tag_here(document, placed, span, wanted, again)

        learn = partial(words_in_use, self.workspace)
        self.app.push_screen(WordLine(question, "tags", tag_line(line), learn), answered)

    def tag_again(self) -> None:
        """Give what is here the tags that were given last."""
        if not self._last_tags:
            self.say(self.keymap.filled("No tag was given yet: {annotation.tags} gives one"))
            return
        if self._is_about_a_sentence() and self._once_known(self.tag_again):
            return
        found = self._to_tag()
        if found is not None:
            document, placed, span = found
            had = placed.annotation.tags if placed is not None else ()
            self._tag_here(document, placed, span, tuple(dict.fromkeys((*had, *self._last_tags))))

    def _tag_here(
        self,
        document: Document,
        placed: Placed | None,
        span: Span | None,
        tags: tuple[str, ...],
        refused: Callable[[str], None] | None = None,
    ) -> None:
        store, article = self.workspace.store, document.article
        words = safe_line("Tagged " + " ".join(f"#{tag}" for tag in tags) if tags else "No tags")
        if placed is None:
            self._change(lambda: store.create(article, span, tags=tags), words, refused)
            return
        one = placed.annotation
        if tags == one.tags:
            self.say("It has these tags already")
        else:
            change = partial(store.change, article, one.id, tags=tags, seen=one)
            self._change(change, words, refused)
