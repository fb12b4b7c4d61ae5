"""The library: the list of articles sorted, filtered and grouped."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.article.article_order import place_among
from tui.library.listing import Listing
from tui.library.progress import progress_words
from tui.library.view import GROUPS, ORDERS, View
from tui.parts import work
from tui.screens.action_screen import Handler
from tui.screens.main.resembling import Resembling
from tui.widgets.article_list import ArticleList
from tui.widgets.column_line import ColumnLine

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from tui.app import PostilApp
    from tui.library.view import Group, Only, Order
    from tui.workspace import Workspace

# In seconds: how often it is asked what the indexing has learnt meanwhile.
_ASKED_EVERY = 5.0
# In seconds: a list that takes longer says that it goes on.
_BEFORE_WORDS = 0.1
# In seconds: how soon after the start of the program the indexing says that it runs.
_FOR_THE_INDEX = 3.0
_MOVES = ("down", "up", "page_down", "page_up")


class InLibrary(Resembling, part=True):
    """The part of the main screen that sorts, filters and groups the list of articles."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = workspace.state.view
        self.articles.progress = partial(progress_words, workspace.state)
        self._learning = ""
        self._index_step = ""  # what the indexing does, in a word
        self._asked_at = 0.0
        # The articles whose titles could not be learnt: so many of this corpus.
        self._unreadable: tuple[Corpus, int] | None = None

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions on the list."""
        sorting: dict[str, Handler] = {
            f"list.sort_{order}": partial(self._sort, order) for order in ORDERS
        }
        grouping: dict[str, Handler] = {
            f"list.group_{group or 'none'}": partial(self._group, group) for group in GROUPS
        }
        showing: dict[str, Handler] = {
            f"list.only_{only or 'all'}": partial(self._only, only)
            for only in ("", "unread", "starred", "tagged")
        }
        moves: dict[str, Handler] = {
            f"filter.{move}": partial(self.articles.perform, f"list.{move}") for move in _MOVES
        }
        return (
            super().handlers
            | sorting
            | grouping
            | showing
            | moves
            | {
                "list.filter": lambda _: self.ask_filter(),
                "list.widen": lambda _: self.widen_library(),
                "list.fold_all": lambda _: self._fold_all(folded=True),
                "list.unfold_all": lambda _: self._fold_all(folded=False),
                "filter.take": lambda _: self.end_filter(),
                "corpus.library": lambda _: self.show_library(),
            }
        )

    # What is listed

    def list_at_first(self) -> None:
        """List the articles by name, and after the first paint as they were looked at last."""
        self.articles.show(Listing.by_name(self.workspace.corpus.files))
        if not self.view.is_plain:
            self.call_after_refresh(self.list_articles)

    def list_articles(self) -> None:
        """List the articles as they are looked at; all by name at once."""
        corpus = self.workspace.corpus
        if self.view.is_plain or not corpus.complete:
            self.workers.cancel_group(self, "library")
            self.articles.show(Listing.by_name(corpus.files))
            self.keys_changed()
            self._show_view()
        else:
            self._list(self.view)
            # What is known already is listed sooner, and nothing is painted twice.
            self.set_timer(_BEFORE_WORDS, self._show_view)

    @work(thread=True, exclusive=True, group="library")
    def _list(self, view: View) -> None:
        """List the articles by what is known of them."""
        from tui.library.columns import Stopped

        worker, call = get_current_worker(), self.app.call_from_thread
        try:
            listing = self.librarian.listing(view, lambda: worker.is_cancelled)
        except Stopped:
            return
        if not worker.is_cancelled:
            call(self._listed, listing)

    def _listed(self, listing: Listing) -> None:
        if listing.view != self.view:
            return
        self.articles.show(listing, self._why_nothing(listing.view))
        self._show_view()
        self.keys_changed()
        if listing.unknown and not self._learning and not self._is_all_known(listing):
            # Where an index is built, that learns the titles, in a process of its own.
            self._learning = "reading titles …"
            if cast("PostilApp", self.app).indexes:
                self.set_timer(_FOR_THE_INDEX, self._learn_if_nobody_does)
            else:
                self._learn()

    def _is_all_known(self, listing: Listing) -> bool:
        """Whether the titles that are not known are those of articles that cannot be read."""
        return self._unreadable == (self.workspace.corpus, listing.unknown)

    def _learn_if_nobody_does(self) -> None:
        if self.indexing.endswith("%"):
            self._tell_learning("")
        else:
            self._learn()

    @work(thread=True, exclusive=True, group="learning")
    def _learn(self) -> None:
        """Read the titles, outlets and dates that are not known: no process beside does it."""
        worker, call = get_current_worker(), self.app.call_from_thread

        def progress(done: int, total: int) -> None:
            if done % 100 == 0:
                call(self._tell_learning, f"reading titles {done:,} of {total:,}")

        learnt = self.librarian.learn(progress, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            call(self._learnt, learnt)

    def _tell_learning(self, words: str) -> None:
        self._learning = words
        self._show_view()

    def _learnt(self, learnt: bool) -> None:
        self._learning = ""
        if learnt:
            self.list_articles()
        else:
            self._unreadable = (self.workspace.corpus, self.articles.listing.unknown)
        self._show_view()

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Show how far the index is; after each step of it more is known to list by."""
        step = words.partition(" ")[0]
        self.indexing, before, self._index_step = words, self._index_step, step
        if step != before or (
            self.articles.listing.unknown and monotonic() > self._asked_at + _ASKED_EVERY
        ):
            self._know_more()

    def show_linked(self) -> None:
        """Filter by the names of the corpus as they are known now."""
        super().show_linked()
        self._know_more()

    def _know_more(self) -> None:
        self._asked_at = monotonic()
        self._look_anew()

    @work(thread=True, group="library anew")
    def _look_anew(self) -> None:
        self.librarian.forget()
        self.app.call_from_thread(self._list_again)

    def _list_again(self) -> None:
        if not self.view.is_plain:
            self.list_articles()

    @on(ArticleList.ColumnsChanged)
    def _columns_changed(self, event: ArticleList.ColumnsChanged) -> None:
        event.stop()
        self.columns.refresh()

    @on(ArticleList.Forgotten)
    def _forgotten(self, event: ArticleList.Forgotten) -> None:
        event.stop()
        if not event.files:
            self._know_more()
        elif not self.view.is_plain:
            self._look_again_at(event.files)

    @work(thread=True, group="marks")
    def _look_again_at(self, files: tuple[ArticleFile, ...]) -> None:
        for file in files:
            self.librarian.marks_of(file)
        self.app.call_from_thread(self.list_articles)

    def _show_view(self) -> None:
        """Say above the list how it is looked at, and how much of it there is."""
        view, listing = self.view, self.articles.listing
        self.columns.show(view)
        self.view_line.display = not view.is_plain
        self.view_line.show(left=str(view))
        if listing.view != view:
            # It is being listed, which takes a moment the first time.
            if listing.view.is_plain:
                self.view_line.show(right="reading what is known …")
            return
        parts = []
        if not view.is_plain:
            total = len(self.workspace.corpus.files)
            shown = len(listing.order)
            count = f"{shown:,} of {total:,}" if view.narrows else f"{total:,} articles"
            parts.append(count)
            if not shown and view.words:
                from tui.library.filtering import advice_on

                parts += filter(None, [advice_on(view.words)])
        if self._learning:
            parts.append(self._learning)
        elif listing.unknown and not view.is_plain:
            unreadable = f"{listing.unknown:,} cannot be read"
            missing = _missing("titles", listing.unknown, len(listing.files))
            parts.append(unreadable if self._is_all_known(listing) else missing)
        if view.words and listing.unnamed:
            parts.append(_missing("names", listing.unnamed, len(listing.files)))
        self.view_line.show(right=" · ".join(parts))

    def _why_nothing(self, view: View) -> str:
        if view.words.strip():
            return self.keymap.filled("No article has these words: {app.back} lists all again")
        words = f"No article is {view.only}: {{list.only_all}} lists all again"
        return self.keymap.filled(words) if view.only else ""

    def place_in_list(self, file: ArticleFile) -> str:
        """Say which of the articles that are listed this is."""
        listing = self.articles.listing
        total, number = len(listing.order), listing.number_of(file)
        if number:
            return f"article {number:,} of {total:,}" + " listed" * listing.view.narrows
        gone = place_among(self.workspace.corpus.files, file) is None
        return f"gone, {total:,} articles" if gone else "not listed"

    def look(self, view: View, words: str = "") -> None:
        """Look at the articles in another way; say so."""
        self.view = self.workspace.state.view = view
        self.list_articles()
        if words:
            self.say(words)

    # Order, groups, what is shown only

    def _sort(self, order: Order, _count: int | None = None) -> None:
        view = self.view.sorted_by(order)
        self.look(view, f"Sorted {view.order_words}")

    @on(ColumnLine.Clicked)
    def _heading_clicked(self, event: ColumnLine.Clicked) -> None:
        event.stop()
        self._sort(event.order)

    def _group(self, group: Group, _count: int | None = None) -> None:
        self.look(self.view.grouped_by(group), f"Grouped by {group}" if group else "No groups")

    def _only(self, only: Only, _count: int | None = None) -> None:
        self.look(replace(self.view, only=only), f"Only what is {only}" if only else "All articles")

    @on(ArticleList.FoldWanted)
    def _fold_wanted(self, event: ArticleList.FoldWanted) -> None:
        event.stop()
        self.look(self.view.folding(event.group, folded=event.folded))

    def _fold_all(self, *, folded: bool) -> None:
        if not self.view.group:
            self.say(self.keymap.filled("No groups: {list.group_outlet} groups by outlet"))
            return
        names = (heading.name for heading in self.articles.listing.headings)
        self.look(replace(self.view, folded=frozenset(names) if folded else frozenset()))

    # The filter

    def ask_filter(self) -> None:
        """Filter the list as one types."""
        self.activate("list")
        self.filter_field.display = True
        self.filter_field.focus()
        self.say(self.keymap.filled("{filter.take} to the list, {app.back} all articles again"))
        if self.workspace.corpus.complete:
            self._read_ahead()

    @work(thread=True, group="library ahead")
    def _read_ahead(self) -> None:
        """Read what is known of all articles while the first letter is being thought of."""
        from tui.library.columns import Stopped

        worker = get_current_worker()
        with suppress(Stopped):  # the program ends
            self.librarian.read_ahead(lambda: worker.is_cancelled, self.host.pauses.wait)

    @on(Input.Changed, "#filter")
    def _filter_typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self.view.words:
            self.look(replace(self.view, words=event.value))

    @on(Input.Submitted, "#filter")
    def _filter_taken(self, event: Input.Submitted) -> None:
        event.stop()
        self.end_filter()

    def end_filter(self) -> None:
        """Give the keys to the list, which stays filtered."""
        self.filter_field.display = bool(self.view.words)
        self.activate("list")
        self.say("")

    def widen_list(self) -> bool:
        """Take back one thing that leaves articles out; False where nothing does."""
        typing = self.focused is self.filter_field
        if self.articles.chosen and not typing:
            self.articles.chosen = {}
            self.articles.refresh()
            self.say("Nothing is chosen")
        elif self.view.words or typing:
            self.filter_field.display = False
            self.filter_field.value = ""
            self.look(replace(self.view, words=""))
            self.activate("list")
            self.say("")
        elif self.view.only:
            self._only("")
        elif self._learning:
            self.workers.cancel_group(self, "learning")
            self._learning = ""
            self._show_view()
        elif self.wide_library:
            return self._leave_library()
        else:
            return False
        return True

    # The whole screen

    def widen_library(self) -> None:
        """Give the list the whole screen, or share it again."""
        self.wide_library, self.before_library = not self.wide_library, "list"
        self.activate("list")

    def show_library(self) -> None:
        """Show the list over the whole screen."""
        if not (self.wide_library and self.active == "list"):
            self.before_library = self.active
        self.wide_library = True
        self.activate("list")

    def _leave_library(self) -> bool:
        """Go back to the pane before the library; False where that looks no different."""
        wide, self.wide_library = self.fitting(), False
        if self.before_library == "list" and self.fitting() == wide:
            return False
        self.activate(self.before_library)
        return True


def _missing(what: str, count: int, total: int) -> str:
    """Say of how many articles something is not known yet."""
    return f"no {what} yet" if count == total else f"{count:,} without {what} yet"
