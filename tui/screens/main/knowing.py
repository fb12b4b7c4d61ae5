"""What is known of the thing under the cursor: its card, and its other mentions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.correcting import Correcting
from tui.screens.on_text.knowing import KnowingText

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.understanding.analysis import Mention, Quantity


class Knowing(KnowingText, Correcting, part=True):
    """The part of the main screen that opens cards, follows links and goes through mentions."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on the thing under the cursor."""
        return super().handlers | {
            "reader.open": lambda _: self.open_here(),
            "panel.open": lambda _: self.open_row(),
            "panel.card": lambda _: self.open_card(),
            "reader.mention_next": lambda count: self.go_to_mention(count or 1),
            "reader.mention_previous": lambda count: self.go_to_mention(-(count or 1)),
        }

    @property
    def on_thing(self) -> bool:
        """Whether an entity or a number is under the cursor, or on the panel's row."""
        return self.thing_here() is not None

    def thing_here(self) -> Mention | Quantity | None:
        """Return the mention or the quantity of the panel's row, or the one under the cursor."""
        document = self.pane.document
        if document is None or document.analysis is None or self.focused is not self.panel:
            return super().thing_here()
        row = self.panel.current
        if row is None or not row.targets or self.panel.tab not in ("entities", "numbers"):
            return None
        return document.thing_at(row.targets[0].start)

    def open_here(self) -> None:
        """Open what is here: an annotation, a web address, else the card of a name or a number."""
        document = self.pane.document
        if self.open_what_is_here():
            return
        if document is None or document.is_long or not self._once_known(self.open_here):
            hint = "{reader.entity_next} goes to an entity, {reader.annotate} annotates"
            self.say(self.keymap.filled(f"Nothing to open here: {hint}"))

    def open_row(self) -> None:
        """Open the card of the panel's entity; other rows lead to their place in the text."""
        if self.panel.tab == "entities" and self.thing_here() is not None:
            self.open_card()
        else:
            self.panel.choose()

    def go_to_file(self, file: ArticleFile, offset: int) -> None:
        """Go to an offset of an article; the jump list leads back."""
        document = self.pane.document
        if document is not None and document.article.file == file:
            self.pane.jump_to(offset)
        else:
            self.push_place()
            self.open_article(file, offset)
        self.activate("article")

    def go_to_mention(self, count: int) -> None:
        """Go to another mention of the entity under the cursor, here or in the next articles."""
        document = self.pane.document
        if document is None:
            return
        if not document.is_long and self._once_known(partial(self.go_to_mention, count)):
            return
        thing = document.thing_at(self.pane.cursor)
        entity = getattr(thing, "entity", None)
        if thing is None or entity is None or document.analysis is None:
            self.search_words_here()
            return
        own = [mention for mention in document.analysis.mentions if mention.entity == entity]
        at = next(at for at, mention in enumerate(own) if mention.start == thing.start) + count
        if 0 <= at < len(own):
            self.pane.jump_to(own[at].start)
            self.say(f"mention {at + 1} of {len(own)} in this article")
        else:
            left = at - len(own) + 1 if count > 0 else at
            # What is typed meanwhile is for the article that comes.
            self.host.hold_keys()
            self._go_on_with(document.article.file, entity, thing.name, left)  # type: ignore[union-attr]

    @work(thread=True, exclusive=True, group="mentions")
    def _go_on_with(self, here: ArticleFile, entity: str, name: str, count: int) -> None:
        """Go to the `count`th mention in the articles after this one, or before it."""
        from tui.cards.card_place import CardPlace

        worker, call = get_current_worker(), self.app.call_from_thread
        workspace = self.workspace
        files = workspace.files_with(entity)
        names = [(file.article, file.part or "") for file in files]
        own = (here.article, here.part or "")
        if count > 0:
            ahead = [file for name_, file in zip(names, files, strict=True) if name_ > own]
        else:
            ahead = [file for name_, file in zip(names, files, strict=True) if name_ < own][::-1]
        for file in ahead:
            if worker.is_cancelled:
                return
            try:
                analysis = workspace.linked_analysis(workspace.corpus.read(file))
            except CorpusError:
                continue
            found = [mention for mention in analysis.mentions if mention.entity == entity]
            if len(found) >= abs(count):
                place = found[count - 1 if count > 0 else count]
                call(self.go_to_place, CardPlace(file.article, file.part, place.start))
                call(self.say, safe_line(f"{name}: {len(found)} times in {file.article}"))
                return
            count -= len(found) if count > 0 else -len(found)
        where = "after" if count > 0 else "before"
        known = "" if workspace.entities is not None else "; the other articles are not known yet"
        call(self.say, safe_line(f"No mention of {name} {where} this{known}"))
        call(self.host.release_keys)
