"""What takes long with two articles beside each other, off the UI thread: reading, comparing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, get_current_worker

from corpus.article import ArticleFile
from corpus.problem import CorpusError
from tui.article.document import Document
from tui.comparing.compared_view import ComparedView
from tui.layout.layers import EMPTY
from tui.safe_text import safe_line
from tui.screens.action_screen import ActionScreen
from tui.widgets.compared_pane import ComparedPane

if TYPE_CHECKING:
    from corpus.compare.texts import Comparison
    from corpus.understanding.analysis import Analysis
    from tui.workspace import Workspace


class BesideWork(ActionScreen):
    """The part of the screen that reads two articles, and compares them.

    `view` is None until what differs is known; `doing` says what is done for it, in safe words.
    `past` is the number of the article that is an earlier text of the other one, None where neither
    is.
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
        super().__init__()
        self.workspace = workspace
        self.query_shown = query
        self.widen = widen
        self.panes = (ComparedPane(id="first"), ComparedPane(id="second"))
        self.documents: list[Document | None] = [first, None]
        self.view: ComparedView | None = None
        self.doing = ""
        self.marked = False
        self.past = past
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

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show safe words."""
        raise TypeError(f"{type(self).__name__} does not say {message!r}, warning: {warning}")

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
        call(self._show, 1, document, self.cursors[1])
        for number in range(2):
            self._find_out(number, worker)
        if not worker.is_cancelled:
            self._compare(worker)

    def _show(self, number: int, document: Document, cursor: int | None = None) -> None:
        self.documents[number] = document
        self.panes[number].show(document, cursor)
        self.show_titles()

    def _take(self, number: int, onto: Callable[[Document], Document]) -> None:
        document = self.documents[number]
        if document is not None:
            self._show(number, onto(document))

    def _find_out(self, number: int, worker: Worker[None]) -> None:
        """Find the matches, the annotations and the analysis of an article, as far as missing."""
        call, workspace = self.app.call_from_thread, self.workspace
        document = self.documents[number]
        if document is None or worker.is_cancelled:
            return
        if self.query_shown and not document.matches:
            matches = workspace.matches(self.query_shown, document, widen=self.widen)
            found = document.with_matches(matches)
            call(self._take, number, lambda old: old.with_matches_of(found))
        if document.metadata is None:
            metadata = workspace.corpus.metadata(document.article)
            call(self._take, number, lambda old: old.with_metadata(metadata))
        if number != self.past and not document.placed:
            fresh = workspace.annotated(document)
            call(
                self._take,
                number,
                lambda old: old.with_annotations(fresh.placed, fresh.problems, fresh.links),
            )
        if document.analysis is not None:
            return
        try:
            analysed = workspace.analysed(document, lambda: not worker.is_cancelled, lambda: None)
        except CorpusError as error:
            call(self.say, safe_line(str(error)), warning=True)
            return
        if analysed is not None and not worker.is_cancelled:
            call(self._take, number, lambda old: old.with_analysis_of(analysed))

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
                self._show(number, document.with_differences(layer))


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
