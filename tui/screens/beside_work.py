"""What takes long with two articles beside each other, off the UI thread: reading, comparing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import Worker, get_current_worker

from corpus.article import ArticleFile
from corpus.problem import CorpusError
from tui.article.document import Document
from tui.comparing.compared_view import ComparedView
from tui.layout.layers import EMPTY
from tui.parts import work
from tui.safe_text import safe_line
from tui.screens.beside_text import BesideText
from tui.screens.on_text.annotating import with_annotations_of

if TYPE_CHECKING:
    from corpus.compare.texts import Comparison
    from corpus.understanding.analysis import Analysis
    from tui.folder.changes import Changes
    from tui.workspace import Workspace


class BesideWork(BesideText):
    """The part of the screen that reads two articles, and compares them.

    `view` is None until what differs is known; `doing` says what is done for it, in safe words.
    """

    def __init__(
        self,
        workspace: Workspace,
        first: Document,
        second: ArticleFile | Document,
        *,
        past: int | None = None,
        query: str = "",
        widen: bool = True,
    ) -> None:
        super().__init__(workspace, first, past=past)
        self.query_shown = query
        self.widen = widen
        self.view: ComparedView | None = None
        self.doing = ""
        self.marked = False
        self._second = second
        self.cursors = [0, 0]

    @property
    def comparison(self) -> Comparison | None:
        """What differs; None before it is known."""
        return self.view.comparison if self.view is not None else None

    @property
    def ends(self) -> tuple[int, int] | None:
        """The lengths of both texts in code points; None before both are read."""
        first, second = self.documents
        if first is None or second is None:
            return None
        return len(first.article.text), len(second.article.text)

    def show_titles(self) -> None:
        """Name both articles."""
        raise TypeError(f"{type(self).__name__} does not name the articles")

    def compared(self) -> None:
        """React to the comparison being known."""
        raise TypeError(f"{type(self).__name__} does not show what differs")

    def show_place(self) -> None:
        """Say where one is."""
        raise TypeError(f"{type(self).__name__} does not say where one is")

    def begin(self) -> None:
        """Read the second article, and find out about both."""
        self.view = None
        self._set_doing("reading …")
        self._read(self._second)

    def take_second(self, second: ArticleFile) -> None:
        """Put another article in the place of the second."""
        if self.past is not None:
            self.documents[0], self.past = self.documents[1 - self.past], None
        self._second = second
        self.documents[1] = None
        self.show_titles()
        self.begin()

    @work(thread=True, exclusive=True, group="beside")
    def _read(self, second: ArticleFile | Document) -> None:
        """Read, understand and compare; each thing is shown as it is known."""
        worker, call = get_current_worker(), self.app.call_from_thread
        try:
            document = second if isinstance(second, Document) else self.workspace.read(second)
        except CorpusError as error:
            call(self.say, safe_line(str(error)), warning=True)
            return
        if worker.is_cancelled:
            return
        call(self.show_in, 1, document, self.cursors[1])
        if not isinstance(second, Document):
            self._find_marks(document.article)
        self._understand_both(worker)

    def begin_again(self) -> None:
        """Find out about both articles: one of them has another text now."""
        self.view = None
        self._set_doing("comparing …")
        self._compare_again()

    @work(thread=True, exclusive=True, group="beside")
    def _compare_again(self) -> None:
        self._understand_both(get_current_worker())

    def _understand_both(self, worker: Worker[None]) -> None:
        for number in range(2):
            self._find_out(number, worker)
        if not worker.is_cancelled:
            self._compare(worker)

    def show_in(self, number: int, document: Document, cursor: int | None = None) -> None:
        """Show a document in one of the panes, and its name above it."""
        super().show_in(number, document, cursor)
        self.show_titles()

    def _find_out(self, number: int, worker: Worker[None]) -> None:
        """Find the matches, the annotations and the analysis of an article, as far as missing."""
        call, workspace = self.app.call_from_thread, self.workspace
        document = self.documents[number]
        if document is None or worker.is_cancelled:
            return
        if not document.is_formed:
            formed = document.with_form()
            call(self.take_in, number, lambda old: old.with_form_of(formed))
        if self.query_shown and not document.matches:
            matches = workspace.matches(self.query_shown, document, widen=self.widen)
            found = document.with_matches(matches)
            call(self.take_in, number, lambda old: old.with_matches_of(found))
        if document.metadata is None:
            metadata = workspace.corpus.metadata(document.article)
            call(self.take_in, number, lambda old: old.with_metadata(metadata))
        if number != self.past and not document.placed:
            fresh = workspace.annotated(document)
            call(
                self.take_in,
                number,
                with_annotations_of(fresh),
            )
        if document.analysis is not None:
            return
        try:
            analysed = workspace.analysed(document, lambda: not worker.is_cancelled, lambda: None)
        except CorpusError as error:
            call(self.say, safe_line(str(error)), warning=True)
            return
        if analysed is not None and not worker.is_cancelled:
            call(self.take_in, number, lambda old: old.with_analysis_of(analysed))

    def _compare(self, worker: Worker[None]) -> None:
        from corpus.compare.texts import NotWantedError, compared

        first, second = self.documents
        if first is None or second is None:
            return
        call = self.app.call_from_thread
        call(self._set_doing, "comparing …")
        try:
            found = compared(
                (first.article.text, _known_of(first)),
                (second.article.text, _known_of(second)),
                lambda: not worker.is_cancelled,
            )
        except NotWantedError:
            return
        if not worker.is_cancelled:
            call(self._take_view, ComparedView.of(found))

    # What changes meanwhile

    def files_changed(self, changes: Changes) -> None:
        """Read again which of both articles changed, each at its place."""
        for number, document in enumerate(self.documents):
            if document is None or number == self.past:
                continue
            now = changes.file_now(document.article.file)
            if now is not None:
                self._read_again(number, document, now)
            elif changes.removes(document.article.file):
                self.say(safe_line(f"{document.article.name} is gone: this is its last text"))

    @work(thread=True, group="follow")
    def _read_again(self, number: int, document: Document, file: ArticleFile) -> None:
        call = self.app.call_from_thread
        try:
            fresh = self.workspace.read(file)
        except CorpusError as error:
            call(self.say, safe_line(f"This is its last text: {error}"), warning=True)
            return
        call(self._show_again, number, document, fresh)

    def _show_again(self, number: int, document: Document, fresh: Document) -> None:
        """Show the text of an article as it is now, at the place of before."""
        now = self.documents[number]
        if now is None or now.article is not document.article:
            return
        if number != self.own:
            # The marks of the article that the reader came from go along there.
            self.marks.carry(
                now.article.name, fresh.article.name, now.article.text, fresh.article.text
            )
        self.documents[number] = fresh
        self.panes[number].carry(fresh)
        self.say(safe_line(f"{fresh.article.name} changed on disk: read again"))
        self.begin_again()

    def _set_doing(self, words: str) -> None:
        self.doing = words
        self.show_place()

    def _take_view(self, view: ComparedView) -> None:
        self.view = view
        self.doing = ""
        self.compared()

    def show_marks(self) -> None:
        """Mark in both articles what differs, or nothing."""
        layers = self.view.layers if self.marked and self.view is not None else (EMPTY, EMPTY)
        for number, layer in enumerate(layers):
            document = self.documents[number]
            if document is not None:
                self.show_in(number, document.with_differences(layer))


def _known_of(document: Document) -> Analysis:
    """Return what was found in an article; of one that is too long its sentences alone."""
    if document.analysis is not None:
        return document.analysis
    from corpus.understanding.analysis import Analysis, Metadata
    from corpus.understanding.paragraphs import split_paragraphs
    from corpus.understanding.sentences import split_sentences

    text = document.article.text
    paragraphs = split_paragraphs(text)
    return Analysis(
        document.metadata or Metadata(),
        paragraphs=paragraphs,
        sentences=split_sentences(text, paragraphs),
    )
