"""What is like this: a search by the key terms of what is read, and the articles that are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.in_context import InContext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.duplicates.groups import Alike, Group
    from tui.article.document import Document


class Resembling(InContext, part=True):
    """The part of the main screen that looks for what is like an article, or a passage."""

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on what is alike."""
        return super().handlers | {
            "corpus.similar": lambda _: self.search_similar(),
            "corpus.duplicates": lambda _: self.list_duplicates(),
            "corpus.duplicate_next": lambda count: self.step_among_duplicates(count or 1),
            "corpus.duplicate_previous": lambda count: self.step_among_duplicates(-(count or 1)),
        }

    @work(thread=True, exclusive=True, group="duplicates")
    def list_duplicates(self) -> None:
        """List the groups of articles that are one; the longest of the chosen one is opened."""
        from tui.searching.duplicate_groups import group_rows

        worker = get_current_worker()
        groups = self.workspace.index.duplicates().groups
        rows = group_rows(groups, self.workspace.corpus)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show_duplicates, groups, rows)

    def _show_duplicates(self, groups: Sequence[Group], rows: Sequence[str]) -> None:
        if not groups:
            known = self.workspace.index.knows_duplicates()
            self.say("No two articles are alike" if known else "Not compared yet")
            return
        from tui.counts import counted
        from tui.screens.choosing import ChoiceScreen

        def chosen(number: object) -> None:
            if isinstance(number, int):
                self._open_duplicate(groups[number][0], 1, len(groups[number]))

        articles, count = sum(map(len, groups)), len(groups)
        question = f"{articles:,} articles in {counted(count, 'group')}"
        self.app.push_screen(ChoiceScreen(question, rows), chosen)

    @work(thread=True, exclusive=True, group="duplicates")
    def step_among_duplicates(self, count: int) -> None:
        """Open another of the articles that are one with this one, round and round."""
        document = self.pane.document
        if document is None:
            return
        call = self.app.call_from_thread
        key = (document.article.name, document.article.file.part)
        group = self.workspace.index.duplicates().group_of(key)
        if group:
            at = [one.key for one in group].index(key)
            to = (at + count) % len(group)
            call(self._open_duplicate, group[to], to + 1, len(group))
        elif self.workspace.index.knows_duplicates():
            near = self.keymap.filled("{corpus.similar} finds the nearest")
            call(self.say, f"No other article is one with this: {near}")
        else:
            call(self.say, "The articles are not compared yet")

    def _open_duplicate(self, one: Alike, number: int, total: int) -> None:
        from tui.searching.duplicate_groups import likeness_words

        file = self.workspace.corpus.find(one.article, one.part)
        if file is None:
            self.say(safe_line(f"{one.article} is gone"), warning=True)
            return
        self.push_place()
        self.open_article(file)
        self.activate("article")
        words = f"{number} of {total} alike: {likeness_words(one, longest=number == 1)}"
        self.say(self.keymap.filled(words + ", {corpus.duplicate_next} next"))

    def search_similar(self) -> None:
        """Search for what is like the selection, or the article, by its most telling words."""
        document = self.pane.document
        if document is None:
            return
        span = self.pane.selected
        text = document.article.text if span is None else span.cut(document.article.text)
        self.pane.clear_selection()
        self._find_key_terms(document, text, "the article" if span is None else "the selection")

    @work(thread=True, exclusive=True, group="similar")
    def _find_key_terms(self, document: Document, text: str, of: str) -> None:
        """Find the words to search by: in a long article that takes longer than a frame."""
        from index.key_terms import file_query, query_of

        worker = get_current_worker()
        index = self.workspace.index
        name = document.article.name
        terms = index.key_terms(text)
        query = query_of(terms, without=f"-{file_query(name, self.workspace.corpus.files)}")
        if worker.is_cancelled:
            return
        call = self.app.call_from_thread
        if query:
            call(self._search_similar, query, of)
        elif index.articles:
            call(self.say, f"No other article has any words of {of} but the most common")
        else:
            call(self.say, "Nothing is indexed yet: try again in a moment")

    def _search_similar(self, query: str, of: str) -> None:
        """Show the search by key terms; its spellings are those terms alone."""
        from tui.screens.search import SearchScreen

        widen = self.widen

        def found(place: object) -> None:
            self._found(place)
            self.widen = widen

        screen = SearchScreen(
            self.workspace, query, widen=False, about=f"Key terms of {of}, to be changed"
        )
        self.app.push_screen(screen, found)
        screen.call_after_refresh(screen.show_indexing, self.indexing)
