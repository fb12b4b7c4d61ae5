"""The reader: the list of articles, the article, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from corpus.corpus_file_name import CORPUS_FILE_NAME
from corpus.readers.known import suffixes_in_words
from tui.keyboard.hints import Hint
from tui.safe_text import safe_line
from tui.screens.action_screen import Handler
from tui.screens.main.commanding import Commanding
from tui.screens.on_text.sharing import SECONDS_BETWEEN_LOOKS
from tui.widgets.article_pane import ArticlePane

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.article.document import Document
    from tui.configuration.settings import Settings
    from tui.folder.changes import Changes
    from tui.workspace import Workspace


class ReaderScreen(Commanding):
    """The main screen. Its parts, each a class on the one before: `Panes` (which pane is shown),
    `Viewing` (what of the article),
    `Annotating`, `Opening` (articles), `Going` (from place to place), `Finding`, `Following`
    (the folder), `EditingFiles` (in the reader's own editor), `Drafting` (notes not saved),
    `Correcting` (how a file is read), `Knowing` (cards of what is under the cursor), `Linking`,
    `InContext` (the concordance, the numbers), `Resembling` (what is like this), `InLibrary`
    (the list), `OnArticles` (stars, tags, outlets), `Comparing` (two articles), `Exporting` (one
    with its notes), `Revisiting` (what changed), `Commanding` (what is typed after a colon).
    """

    CSS_PATH = "reader.tcss"

    def __init__(self, workspace: Workspace, first: Document | None = None) -> None:
        super().__init__(workspace)
        self._first = first
        self._peeked_at = ("", 0)

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield self.title_line
        yield from self.compose_panes()
        yield self.status

    @property
    def place(self) -> str:
        """Where the focus is."""
        if self.focused is self.filter_field:
            return "filter"
        if isinstance(self.focused, Input):
            return "search"
        return self.active if self.active in ("list", "panel") else "reader"

    @property
    def handlers(self) -> dict[str, Handler]:
        """The actions of the screen."""
        return super().handlers | {
            "corpus.skipped": lambda _: self.show_skipped(),
            "app.back": lambda _: self.back(),
        }

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Leave the styles as they are when the screen is shown first: it was just mounted."""
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    def on_mount(self) -> None:
        """Show the list, and the article that was read last."""
        settings = cast("PostilApp", self.app).settings
        self.begin_looks()
        self.widen = settings.widen
        self.list_at_first()
        self._tab_shown()
        self.pane.focus()
        # A field that is asked for before it is mounted would have the keys, and not be seen.
        self.host.hold_keys()
        self.call_after_refresh(self.mount_rest)
        first = self.workspace.first_file()
        if self._first is not None:
            place = self.workspace.state.positions.get(self._first.article.name)
            self.show_opened(self._first, place)
            # What is known of it may wait; the text may not.
            self.call_after_refresh(self.find_out, self._first)
        elif first is not None:
            self.open_article(first)
        else:
            words = f"No article here: Postil reads {suffixes_in_words()} files"
            self.title_line.show(left=words)
            self.say(words)
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.watch_sidecar)
        if self.workspace.corpus.complete:
            self._say_at_start()

    def configured(self, settings: Settings) -> None:
        """Obey other settings, and other keys."""
        self.begin_looks()
        self.widen = settings.widen
        self._show_place()

    def mount_rest(self) -> None:
        """Mount what was not seen at first."""
        super().mount_rest()
        self.find_field.display = False
        self.mount(self.find_field, before=self.status)
        self.all_is_mounted = True
        self.hand_out_keys()

    def folder_listed(self, changes: Changes) -> None:
        """Show all articles, and say what there is to say of them."""
        super().folder_listed(changes)
        self._say_at_start()
        self.take_steps()

    def _say_at_start(self) -> None:
        """Say what is wrong with the folders, where annotations are kept, what was left out."""
        workspace = self.workspace
        settings = cast("PostilApp", self.app).settings
        own = (*settings.problems[:1], *self.keymap.problems[:1])
        words = [str(problem) for problem in (*own, *workspace.problems())]
        key = self.keymap.key_of("corpus.skipped")
        skipped = len(workspace.corpus.left_out)
        wrong = len(workspace.skipped()) - skipped
        if wrong:
            words.append(f"{key} says what is wrong with {CORPUS_FILE_NAME}")
        warning = bool(words or skipped)
        if workspace.place.folder is not None:
            words.append(workspace.place.in_short)
        if skipped:
            files = "file was" if skipped == 1 else "files were"
            words.append(f"{key} says why {skipped} {files} left out")
        if words:
            self.say(safe_line(". ".join(words)), warning=warning)

    def on_unmount(self) -> None:
        """Keep the place for the next session."""
        self.keep()

    def keep(self) -> None:
        """Keep the place."""
        self.remember_place()
        self.workspace.state.save()

    def show_skipped(self) -> None:
        """List what is wrong with this article's annotations, and what is no article and why."""
        from tui.screens.page import PageScreen, problems_text

        here = self.pane.document.problems if self.pane.document else ()
        text = problems_text((*here, *self.workspace.problems(), *self.workspace.skipped()))
        self.app.push_screen(PageScreen("What could not be read, and why", text))

    def back(self) -> None:
        """Go back one step: out of the find field, the selection, the matches, the pane."""
        document = self.pane.document
        if self.find_field.display:
            self.give_up_find()
        elif self.active == "list" and self.widen_list():
            pass
        elif self.pane.clear_selection():
            self.say("")
        elif self.back_to_concordance() or self.back_to_numbers():
            pass
        elif document is not None and document.matches:
            self.query_shown = ""
            self.pane.show(document.with_matches(()))
            self.say("")
        elif self.active != "article":
            self.activate("article")

    @on(ArticlePane.CursorMoved)
    def _cursor_moved(self) -> None:
        self._show_place()
        document = self.pane.document
        here = document.annotations_at(self.pane.cursor) if document else ()
        place = (document.article.name if document else "", self.pane.cursor)
        moved, self._peeked_at = place != self._peeked_at, place
        # An article that is shown anew under a cursor at rest takes no message away.
        if here and (moved or self.peeking or not self.status.left):
            from tui.annotating.link_words import peeked

            self.say(peeked(self._placed_here() or here[0], len(here)), peek=True)
        elif self.peeking:
            self.say("")

    @on(ArticlePane.NothingFound)
    def _nothing_found(self, event: ArticlePane.NothingFound) -> None:
        self.say(self.keymap.filled(event.words))

    def keys_changed(self) -> None:
        """Show the keys that are pending."""
        self._show_place()

    def show_indexing(self, words: str, *, grown: bool = False) -> None:
        """Show how far the index is."""
        super().show_indexing(words, grown=grown)
        self._show_place()

    def _show_place(self) -> None:
        """Say where one is: article, percent, match, what is selected, what is indexed."""
        # What is pending goes last where there is little room; a click on it shows the keys.
        parts = [Hint(self.keys.pending, "app.help")] if self.keys.pending else []
        document = self.pane.document
        if document is not None:
            selected = self.pane.selected
            if selected is not None:
                parts.append(Hint(f"{selected.end - selected.start} selected", "reader.annotate"))
            if document.matches:
                number = document.match_number(self.pane.cursor)
                total = len(document.matches)
                words = f"match {number} of {total}" if number else f"{total} matches"
                short = words.replace(" of ", "/")
                parts.append(Hint(words, "reader.match_next", short, stays=True))
            words = self.place_in_list(document.article.file)
            if not self.workspace.corpus.complete:
                words = "reading the folder"
            short = words.replace(" of ", "/")
            least = short
            if short.startswith("article "):
                least = short.removeprefix("article ").removesuffix(" listed")
            parts.append(Hint(words, "corpus.next_pane", short, least=least, stays=True))
            parts.append(Hint(f"{self.pane.progress} %", "reader.text_start", stays=True))
        if self.indexing:
            parts.append(Hint(self.indexing, "corpus.indexing", stays=True))
        if self.changed_since:
            parts.append(Hint(self.changed_since, "corpus.since"))
        if cast("PostilApp", self.app).offers_tour and not self.workspace.state.tour_seen:
            # Who is new here is told of the tour, until it was opened once.
            words = self.keymap.filled("new here? {app.tour} tour")
            parts.append(Hint(words, "app.tour", gives_way=True))
        help_key = self.keymap.filled("{app.help}")
        parts.append(Hint(f"{help_key} keys", "app.help", help_key))
        parts.append(Hint("≡", "app.palette"))
        self.status.show_hints(*parts)
