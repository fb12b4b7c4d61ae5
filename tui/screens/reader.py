"""The reader: the list of articles, the article, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from corpus.article import ArticleFile
from corpus.problem import CorpusError
from tui.document import Document
from tui.jump_list import JumpList, Place
from tui.panel_rows import MARKS, TABS
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.annotating import Annotating
from tui.widgets.article_list import ArticleList, ListedArticle
from tui.widgets.article_pane import ArticlePane
from tui.widgets.safe_input import SafeInput
from tui.widgets.side_panel import SidePanel
from tui.widgets.virtual_list import VirtualList
from tui.workspace import Workspace

# In cells: below the first one pane is shown at a time, from the second all three, else two.
ONE_PANE_BELOW = 100
THREE_PANES_FROM = 150
PANES = ("list", "article", "panel")


class ReaderScreen(Annotating):
    """The main screen."""

    CSS_PATH = "reader.tcss"

    def __init__(self, workspace: Workspace, first: Document | None = None) -> None:
        super().__init__(workspace)
        self._first = first
        self._jumps = JumpList()
        self._query = ""
        self._widen = True
        self._indexing = ""
        self._active = "article"

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(id="title")
        with Horizontal(id="panes"):
            yield self.articles
            yield self.pane
            with Vertical(id="panel-side"):
                yield Static(id="tabs")
                yield self.panel
        yield SafeInput(placeholder="find in this article", id="find")
        yield self.status

    @property
    def place(self) -> str:
        """Where the focus is."""
        if isinstance(self.focused, Input):
            return "search"
        return self._active if self._active in ("list", "panel") else "reader"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        return super().handlers | {
            "corpus.next_article": lambda count: self.step(count or 1),
            "corpus.previous_article": lambda count: self.step(-(count or 1)),
            "corpus.next_pane": lambda _: self.activate(self._pane_after(1)),
            "corpus.previous_pane": lambda _: self.activate(self._pane_after(-1)),
            "corpus.entities": lambda _: self.show_tab("entities"),
            "corpus.numbers": lambda _: self.show_tab("numbers"),
            "corpus.annotations": lambda _: self.show_tab("annotations"),
            "corpus.skipped": lambda _: self.show_skipped(),
            "corpus.search": lambda _: self.search(self._query),
            "reader.search_this": lambda _: self.search_words_here(),
            "reader.find": lambda _: self.ask_find(),
            "reader.jump_back": lambda _: self.go_back(),
            "reader.jump_forward": lambda _: self.go_forward(),
            "reader.copy": lambda _: self.copy(),
            "search.open": lambda _: self.end_find(),
            "app.back": lambda _: self.back(),
        }

    # Opening

    def on_mount(self) -> None:
        """Show the list, and the article that was read last."""
        self.query_one("#find").display = False
        self.articles.show(self.workspace.corpus.files)
        self._arrange()
        self._tab_shown()
        self.pane.focus()
        first = self.workspace.first_file()
        if self._first is not None:
            place = self.workspace.state.positions.get(self._first.article.name)
            self._show_opened(self._first, place)
            self._find_out(self._first)
        elif first is not None:
            self.open_article(first)
        else:
            self.say("No article here: Postil reads .txt and .md files")
        skipped = len(self.workspace.skipped())
        if skipped:
            files_were = "file was" if skipped == 1 else "files were"
            self.say(f"{skipped} {files_were} skipped: ps says which, and why", warning=True)

    def open_article(
        self, file: ArticleFile, offset: int | None = None, *, query: str | None = None
    ) -> None:
        """Open an article at an offset, or where it was left; mark where a query matches."""
        self._remember_place()
        place = self.workspace.state.positions.get(file.article) if offset is None else offset
        if query is not None:
            self._query = query
        self._open(file, place)

    @work(thread=True, exclusive=True, group="open")
    def _open(self, file: ArticleFile, offset: int | None) -> None:
        """Read an article, and show it at once."""
        worker = get_current_worker()
        call = self.app.call_from_thread
        try:
            document = self.workspace.read(file)
        except CorpusError as error:
            call(self.say, safe_line(str(error)), warning=True)
            return
        if not worker.is_cancelled:
            call(self._show_opened, document, offset)
            call(self._find_out, document)

    @work(thread=True, exclusive=True, group="open")
    def _find_out(self, document: Document) -> None:
        """Find out about the article that was opened, and show each thing as it is known."""
        worker = get_current_worker()
        call = self.app.call_from_thread

        def wanted() -> bool:
            return not worker.is_cancelled

        for more in (self._with_matches, self._described, self._with_analysis):
            if wanted():
                call(self.take, document, more(document))
        if wanted():
            # Now and not only at the end: a session may end by a closed window or a dead battery.
            self.workspace.state.save()

    def _described(self, document: Document) -> Callable[[Document], Document]:
        """Read metadata and annotations; return what puts them onto a document."""
        metadata = self.workspace.corpus.metadata(document.article)
        fresh = self.workspace.annotated(document)
        return lambda old: old.with_metadata(metadata).with_annotations(
            fresh.placed, fresh.problems
        )

    def _with_matches(self, document: Document) -> Callable[[Document], Document]:
        """Find the matches of the last search; return what puts them onto a document."""
        if not self._query:
            return lambda old: old
        matches = self.workspace.matches(self._query, document, widen=self._widen)
        return lambda old: old.with_matches(matches)

    def _with_analysis(self, document: Document) -> Callable[[Document], Document]:
        """Analyse the article; return what puts the analysis onto a document."""
        analysed = self.workspace.analysed(document)
        return lambda old: old.with_analysis_of(analysed)

    def take(self, fresh: Document, onto: Callable[[Document], Document]) -> None:
        """Show what was found out about the article on the screen, its title among it."""
        super().take(fresh, onto)
        if self.pane.document is not None:
            self._show_title(self.pane.document)

    def _show_opened(self, document: Document, offset: int | None) -> None:
        file = document.article.file
        self.workspace.state.last_article = file.article
        self.articles.set_reading(file)
        self.pane.show(document, offset or 0)
        self.panel.show(document)
        self._show_title(document)

    def _show_title(self, document: Document) -> None:
        """Show title, outlet and date above the panes; what is only a guess says so."""
        metadata = document.metadata
        title = metadata.title.value if metadata and metadata.title else document.article.name
        parts = [Content(safe_line(" ".join(title.split()))).stylize("bold")]
        if metadata is not None:
            for value in (metadata.outlet, metadata.published):
                if value is not None:
                    doubt = "" if value.certainty == "certain" else f" ({value.certainty})"
                    parts.append(Content(safe_line(value.value) + doubt))
            if metadata.published is None:
                parts.append(Content("date unknown"))
        if document.article.encoding_guessed:
            parts.append(Content(f"read as {safe_line(document.article.encoding)}"))
        self.query_one("#title", Static).update(Content(" · ").join(parts))

    def step(self, count: int) -> None:
        """Open the article `count` further in the list."""
        if self.pane.document is None:
            return
        file = self.workspace.neighbour(self.pane.document.article.file, count)
        if file is None:
            self.say("This is the last article" if count > 0 else "This is the first article")
        else:
            self.open_article(file)

    def _remember_place(self) -> None:
        if self.pane.document is not None:
            name = self.pane.document.article.name
            self.workspace.state.positions[name] = self.pane.cursor

    def on_unmount(self) -> None:
        """Keep the place for the next session."""
        self._remember_place()
        self.workspace.state.save()

    # Panes

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as fit."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that fit: the active one always, the article where two do."""
        width = self.app.size.width
        for name in PANES:
            shown = name == self._active or width >= THREE_PANES_FROM
            if width >= ONE_PANE_BELOW:
                side = "list" if self._active == "list" else "panel"
                shown = shown or name in ("article", side)
            self.query_one("#panel-side" if name == "panel" else f"#{name}").display = shown
        self.set_class(width < ONE_PANE_BELOW, "-one-pane")

    def activate(self, name: str) -> None:
        """Show a pane and give it the keys."""
        self._active = name
        self._arrange()
        self.query_one(f"#{name}").focus()
        self._show_place()

    def _pane_after(self, step: int) -> str:
        return PANES[(PANES.index(self._active) + step) % len(PANES)]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click into another pane."""
        if isinstance(event.widget, Widget) and event.widget.id in PANES:
            self._active = event.widget.id
            self.keys.clear()

    def show_tab(self, tab: str) -> None:
        """Show one list of the side panel."""
        self.panel.show_tab(tab)
        self.activate("panel")

    @on(SidePanel.TabShown)
    def _tab_shown(self) -> None:
        """Name the lists of the panel, the one that is shown marked."""
        names = [
            Content(f" {tab} ").stylize("reverse" if tab == self.panel.tab else "") for tab in TABS
        ]
        self.query_one("#tabs", Static).update(Content("").join(names))

    def show_skipped(self) -> None:
        """List what is in the folder and is no article, each with its reason."""
        from tui.screens.page import PageScreen, problems_text

        text = problems_text(self.workspace.skipped())
        self.app.push_screen(PageScreen("What was skipped, and why", text))

    # Going from place to place

    @on(VirtualList.Chosen, "#list")
    def _article_chosen(self, event: VirtualList.Chosen) -> None:
        self._push_place()
        self.open_article(self.workspace.corpus.files[event.row])
        self.activate("article")

    @on(VirtualList.Chosen, "#panel")
    def _panel_chosen(self, event: VirtualList.Chosen) -> None:
        row = self.panel.current
        if row is None or not row.targets:
            return
        # Once more on the same row goes to the next mention.
        after = [span for span in row.targets if span.start > self.pane.cursor]
        self.pane.jump_to((after or row.targets)[0].start)
        if self.has_class("-one-pane"):
            self.activate("article")

    @on(ArticlePane.Jumped)
    def _jumped(self, event: ArticlePane.Jumped) -> None:
        if self.pane.document is not None:
            self._jumps.push(Place(self.pane.document.article.name, event.offset))

    def _here(self) -> Place | None:
        if self.pane.document is None:
            return None
        return Place(self.pane.document.article.name, self.pane.cursor)

    def _push_place(self) -> None:
        if (here := self._here()) is not None:
            self._jumps.push(here)

    def go_back(self) -> None:
        """Go back to where the last jump began."""
        here = self._here()
        self._go(self._jumps.back(here) if here else None, "No earlier place")

    def go_forward(self) -> None:
        """Go forward again."""
        self._go(self._jumps.forward(), "No later place")

    def _go(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
            return
        document = self.pane.document
        if document is not None and document.article.name == place.article:
            self.pane.move_to(place.offset, centre=True)
            return
        file = self.workspace.corpus.find(place.article)
        if file is not None:
            self.open_article(file, place.offset)

    # Searching and finding

    def search(self, query: str) -> None:
        """Search all articles; come back to this place, or go to the one that is chosen."""
        from tui.screens.search import SearchScreen

        screen = SearchScreen(self.workspace, query, widen=self._widen)
        self.app.push_screen(screen, self._found)
        screen.call_after_refresh(screen.show_indexing, self._indexing)

    def search_words_here(self) -> None:
        """Search all articles for what is selected, or for the name or word under the cursor."""
        document = self.pane.document
        if document is None:
            return
        span = self.pane.selected or document.name_at(self.pane.cursor)
        if span is None:
            self.say("No word here")
            return
        words = " ".join(span.cut(document.article.text).replace('"', " ").split())
        self.pane.clear_selection()
        self.search(f'"{words}"' if " " in words else words)

    def _found(self, found: object) -> None:
        from tui.screens.search import Found

        if not isinstance(found, Found):
            return
        self._push_place()
        self._widen = found.widen
        file = self.workspace.corpus.find(found.article, found.part)
        if file is not None:
            offset = found.target.start if found.target else 0
            self.open_article(file, offset, query=found.query)
            self.activate("article")

    def ask_find(self) -> None:
        """Ask what to find in this article."""
        if self.pane.document is None:
            return
        self._push_place()
        self._find_from = self.pane.cursor
        field = self.query_one("#find", SafeInput)
        field.display = True
        field.value = ""
        field.focus()

    @on(Input.Changed, "#find")
    def _find_changed(self, event: Input.Changed) -> None:
        """Go to the first match after the place where finding began, as one types."""
        from index.in_text import find_in_text

        event.stop()
        document = self.pane.document
        if document is None or not self.query_one("#find").display:
            return
        matches = find_in_text(document.article.text, event.value) if event.value else ()
        self._query = ""
        document = document.with_matches(matches)
        self.pane.show(document)
        after = [match for match in matches if match.start >= self._find_from]
        if matches:
            self.pane.move_to((after or list(matches))[0].start)
            self.say(f"{len(matches)} match{'es' if len(matches) != 1 else ''}")
        else:
            self.pane.move_to(self._find_from)
            self.say("No match in this article" if event.value else "")

    def end_find(self) -> None:
        """Close the find field and stay at the match."""
        field = self.query_one("#find")
        if field.display:
            field.display = False
            self.activate("article")

    def back(self) -> None:
        """Go back one step: out of the find field, the selection, the matches, the pane."""
        document = self.pane.document
        if self.query_one("#find").display:
            self.pane.move_to(self._find_from)
            self.end_find()
        elif self.pane.clear_selection():
            self.say("")
        elif document is not None and document.matches:
            self._query = ""
            self.pane.show(document.with_matches(()))
            self.say("")
        elif self._active != "article":
            self.activate("article")
        else:
            self.say("q quits, ? shows the keys")

    def copy(self) -> None:
        """Copy the selection through the terminal."""
        document, selected = self.pane.document, self.pane.selected
        if document is None or selected is None:
            self.say("Nothing is selected: v, V or + select")
            return
        self.app.copy_to_clipboard(selected.cut(document.article.text))
        self.pane.clear_selection()
        self.say("Sent to the terminal's clipboard")

    # The status line

    @on(ArticleList.DetailsWanted)
    def _details_wanted(self, event: ArticleList.DetailsWanted) -> None:
        self._read_details(event.files)

    @work(thread=True, group="list")
    def _read_details(self, files: tuple[ArticleFile, ...]) -> None:
        details = {
            file: ListedArticle(self.workspace.title(file), self.workspace.has_sidecar(file))
            for file in files
        }
        self.app.call_from_thread(self.articles.set_details, details)

    @on(ArticlePane.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_place()
        document = self.pane.document
        here = document.annotations_at(self.pane.cursor) if document else ()
        if here:
            annotation = here[0].annotation
            tags = " ".join(f"#{tag}" for tag in annotation.tags)
            words = " ".join(f"{annotation.note or ''} {tags}".split())
            self.say(safe_line(f"{MARKS[annotation.kind]} {words or annotation.kind}"), peek=True)
        elif self.peeking:
            self.say("")

    @on(ArticlePane.NothingFound)
    def _nothing_found(self, event: ArticlePane.NothingFound) -> None:
        self.say(event.words)

    def keys_changed(self) -> None:
        """Show the keys that are pending."""
        self._show_place()

    def show_indexing(self, words: str) -> None:
        """Show how far the index is."""
        self._indexing = words
        self._show_place()

    def _show_place(self) -> None:
        """Say where one is: article, percent, match, what is selected, what is indexed."""
        parts = [self.keys.pending] if self.keys.pending else []
        document = self.pane.document
        if document is not None:
            selected = self.pane.selected
            if selected is not None:
                parts.append(f"{selected.end - selected.start} characters selected")
            if document.matches:
                number = sum(match.start <= self.pane.cursor for match in document.matches)
                parts.append(f"match {number} of {len(document.matches)}")
            total = len(self.workspace.corpus.files)
            parts.append(f"article {self.workspace.position(document.article.file)} of {total}")
            parts.append(f"{self.pane.progress} %")
        if self._indexing:
            parts.append(self._indexing)
        parts.append("? keys")
        self.status.show_place(" · ".join(parts))
