"""Opening articles: the text at once, then what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual import on
from textual.worker import get_current_worker

from corpus.problem import CorpusError
from tui.article.reading_state import READ
from tui.keyboard.hints import Hint
from tui.library.listing import Listing
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.annotating import Annotating
from tui.screens.on_text.sharing import SharingText
from tui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from tui.app import PostilApp
    from tui.article.document import Document
    from tui.library.librarian import Librarian
    from tui.library.row import ListedArticle
    from tui.workspace import Workspace


class Opening(SharingText, Annotating, part=True):
    """The part of the main screen that opens articles and keeps the place in each."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.widen = True
        self._said_of_article = ""  # which holds of no other
        self._opens: ArticleFile | None = None
        self._steps = 0  # to be taken when the articles are known
        self.all_is_mounted = False  # what was not seen at first, too

    @cached_property
    def librarian(self) -> Librarian:
        """Who knows what the rows of the list show; called from thread workers."""
        from tui.library.librarian import Librarian

        return Librarian(self.workspace)

    def list_articles(self) -> None:
        """List the articles of the corpus."""
        self.articles.show(Listing.by_name(self.workspace.corpus.files))

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions that open articles."""
        return super().handlers | {
            "corpus.next_article": lambda count: self.step(count or 1),
            "corpus.previous_article": lambda count: self.step(-(count or 1)),
        }

    def open_article(
        self, file: ArticleFile, offset: int | None = None, *, query: str | None = None
    ) -> None:
        """Open an article at an offset, or where it was left; mark where a query matches."""
        self.remember_place()
        place = self.workspace.state.positions.get(file.article) if offset is None else offset
        if query is not None:
            self.query_shown = query
        # What is typed meanwhile is for the article that comes.
        self.host.hold_keys()
        self._opens, self._steps = file, 0
        self._open(file, place)

    @work(thread=True, exclusive=True, group="open")
    def _open(self, file: ArticleFile, offset: int | None) -> None:
        """Read an article, and show it at once."""
        worker = get_current_worker()
        call = self.app.call_from_thread
        try:
            document = self.workspace.read(file)
        except CorpusError as error:
            call(self._not_opened, file, error)
            return
        self.pane.lay_ahead(document)

        def show() -> None:
            # At once with what is asked here: another article that is opened meanwhile stays so.
            if not worker.is_cancelled:
                self._opens = None
                self.show_opened(document, offset)
                self.find_out(document)
                self.hand_out_keys()

        call(show)

    def _not_opened(self, file: ArticleFile, error: CorpusError) -> None:
        if self._opens is file:
            self._opens = None
        self.say(safe_line(str(error)), warning=True)
        self.hand_out_keys()

    def hand_out_keys(self) -> None:
        """Hand out what was typed meanwhile, once the article is there and all that keys open."""
        if self._opens is None and self.all_is_mounted:
            self.host.release_keys()

    def find_out(self, document: Document) -> None:
        """Find out about the article that was opened, and show each thing as it is known.

        Not while another one is being opened, which would be given up for this.
        """
        if self._opens is None:
            self._find_out(document)

    @work(thread=True, exclusive=True, group="open")
    def _find_out(self, document: Document) -> None:
        worker = get_current_worker()
        call = self.app.call_from_thread

        def wanted() -> bool:
            return not worker.is_cancelled

        for more in (self._formed, self._with_matches, self._described):
            self.host.pauses.wait_for_answer()
            if wanted():
                call(self.take, document, more(document))
        self.host.pauses.wait_for_answer()
        self._understand(document, wanted)
        self.host.lasting.keep("analysis")
        if wanted():
            # Now and not only at the end: a session may end by a closed window or a dead battery.
            self.workspace.state.save()
            call(self.told_of_files, document, self.workspace.elsewhere(document))

    def _formed(self, document: Document) -> Callable[[Document], Document]:
        """Find out what the lines of the article are; return what puts that onto a document."""
        if document.is_formed:
            return lambda old: old
        formed = document.with_form()
        return lambda old: old.with_form_of(formed)

    def _described(self, document: Document) -> Callable[[Document], Document]:
        """Read metadata and annotations; return what puts them onto a document."""
        metadata = self.workspace.corpus.metadata(document.article)
        fresh = self.workspace.annotated(document)
        return lambda old: old.with_metadata(metadata).with_annotations(
            fresh.placed, fresh.problems, fresh.links
        )

    def _with_matches(self, document: Document) -> Callable[[Document], Document]:
        """Find the matches of the last search; return what puts them onto a document."""
        if not self.query_shown:
            return lambda old: old
        matches = self.workspace.matches(self.query_shown, document, widen=self.widen)
        found = document.with_matches(matches)
        return lambda old: old.with_matches_of(found)

    def _understand(self, document: Document, wanted: Callable[[], bool]) -> None:
        """Analyse the article and show what was found; of a long one first what is on screen."""
        call = self.app.call_from_thread

        def show_first() -> None:
            from tui.folder.analysing import around

            place = call(lambda: self.pane.cursor)
            first = around(self.workspace.corpus, document.article, place)
            if wanted():
                call(self.take, document, lambda old: old.with_first_layers(first))

        try:
            analysed = self.workspace.analysed(document, wanted, show_first) if wanted() else None
        except CorpusError as error:
            call(self.say, safe_line(str(error)), warning=True)
            return
        if analysed is not None and wanted():
            call(self.take, document, lambda old: old.with_analysis_of(analysed))

    def show_linked(self) -> None:
        """Show the names that the corpus has for the entities of the article on the screen."""
        document = self.pane.document
        if document is not None and document.analysis is not None:
            self._link(document)

    @work(thread=True, exclusive=True, group="link")
    def _link(self, document: Document) -> None:
        worker = get_current_worker()
        self._understand(document, lambda: not worker.is_cancelled)

    def take(self, fresh: Document, onto: Callable[[Document], Document]) -> None:
        """Show what was found out about the article on the screen, its title among it."""
        super().take(fresh, onto)
        if self.pane.document is not None:
            self._show_title(self.pane.document)

    def show_opened(self, document: Document, offset: int | None) -> None:
        """Show an article that was read, at an offset or at its start."""
        file = document.article.file
        self.workspace.state.last_article = file.article
        self.workspace.state.opened(file.article, offset or 0)
        self.articles.set_reading(file)
        self.pane.show(document, offset or 0)
        self.panel.show(document)
        self._show_title(document)
        if self._said_of_article and self.status.left == self._said_of_article:
            self.say("")
        if document.article.doubt:
            self.say_of_article(safe_line(document.article.doubt).capitalize())

    def say_of_article(self, message: str, *, warning: bool = True) -> None:
        """Say what is so of the article on the screen, until another one is opened."""
        self._said_of_article = message
        super().say_of_article(message, warning=warning)

    def _show_title(self, document: Document) -> None:
        """Show title, outlet and date above the panes; what is only a guess says so."""
        metadata = document.metadata
        title = metadata.title.value if metadata and metadata.title else document.article.name
        parts: list[Hint] = []
        if metadata is not None:
            for value in (metadata.outlet, metadata.published):
                if value is not None:
                    certain, words = value.certainty == "certain", safe_line(value.value)
                    doubt = "" if certain else f" ({value.certainty})"
                    parts.append(Hint(words + doubt, short=words + ("" if certain else "?")))
            if metadata.published is None:
                from tui.article.unknown_date import unknown_date
                from tui.library.date_words import date_of

                parts.append(Hint(unknown_date(metadata), short=date_of(metadata)))
        if document.analysis is not None and document.analysis.foreign:
            from tui.article.language_words import languages_in

            parts.append(Hint(languages_in(document.analysis)))
        if document.article.encoding_guessed:
            words = f"read as {safe_line(document.article.encoding)}"
            parts.append(Hint(words, "reader.encoding"))
        if document.article.doubt:
            parts.append(Hint("whole page" if document.article.text else "no text"))
        self.title_line.show(left=safe_line(" ".join(title.split())))
        self.title_line.show_hints(*parts)

    def step(self, count: int) -> None:
        """Open the article `count` further in the list."""
        if self.pane.document is None:
            return
        repeats = self.host.take_repeats()
        count += repeats if count > 0 else -repeats
        listing, here = self.articles.listing, self.pane.document.article.file
        file = listing.neighbour(here, count)
        if file is None and repeats:
            one = 1 if count > 0 else -1
            further = (listing.neighbour(here, n) for n in range(count - one, 0, -one))
            file = next((found for found in further if found is not None), None)
        if file is None and not self.workspace.corpus.complete:
            self._steps += count
            self.say("The folder is still being read")
        elif file is None:
            end = "last" if count > 0 else "first"
            listed = " of those listed" if self.articles.listing.view.narrows else ""
            self.say(f"This is the {end} article{listed}")
        else:
            self.open_article(file)

    def take_steps(self) -> None:
        """Take the steps that were asked for before the articles were known."""
        if steps := self._steps:
            self._steps = 0
            self.say("")
            self.step(steps)

    def remember_place(self) -> None:
        """Keep the cursor of the article on the screen for the next time."""
        if self.pane.document is not None:
            name = self.pane.document.article.name
            self.workspace.state.positions[name] = self.pane.cursor
            if self.pane.end_in_view:
                self.workspace.state.mark(name, READ)

    @on(ArticleList.DetailsWanted)
    def _details_wanted(self, event: ArticleList.DetailsWanted) -> None:
        self._read_details(event.files)

    @work(thread=True, exclusive=True, group="list")
    def _read_details(self, files: tuple[ArticleFile, ...]) -> None:
        """Read what rows show, between keys, until other rows are wanted."""
        worker, app = get_current_worker(), cast("PostilApp", self.app)
        details: dict[ArticleFile, ListedArticle] = {}
        for file in files:
            app.pauses.wait()
            if worker.is_cancelled:
                break
            details[file] = self.librarian.row(file)
        app.call_from_thread(self.articles.set_details, details, files)
