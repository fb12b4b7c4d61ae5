"""Starting the reader: the corpus is opened while Textual is imported."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import PostilApp
    from tui.article.document import Document


def run_reader(path: Path | None, annotations: Path | None, reader: str | None = None) -> int:
    """Open a corpus in the reader, the last one where `path` is None; return the exit status.

    Raises CorpusError where there is no corpus to open, or no terminal to read it in.
    """
    import gc
    import sys

    # Nothing made while starting is garbage yet, and looking for it takes a tenth of the time. The
    # app switches this on again when its first screen is painted.
    gc.disable()
    # A key waits for no thread that computes longer than this, in seconds; Python's own is 0.005,
    # and painting takes the turn many times.
    sys.setswitchinterval(0.001)
    from corpus.opening import corpus_key, open_at, open_corpus
    from corpus.problem import CorpusError, Problem
    from tui.article.reading_state import last_article, last_corpus
    from tui.configuration.settings import read_settings
    from tui.configuration.sidecar_place import place_for_reader
    from tui.keyboard.keymap import read_keymap
    from tui.workspace import Workspace

    # Textual reads keys from standard input and paints on standard error.
    if not (sys.stdin.isatty() and sys.__stderr__ is not None and sys.__stderr__.isatty()):
        remedy = "run it in a terminal, or use a command such as: postil search DIR WORDS"
        raise CorpusError(Problem("the reader", "it needs a terminal", remedy))
    folder = path if path is not None else last_corpus()
    if folder is None:
        raise CorpusError(Problem("DIR", "no folder was named, and none was open before"))

    settings = read_settings()
    if reader is not None:
        from annotations.error import AnnotationError
        from annotations.readers import clean_name

        try:
            reader = clean_name(reader)
        except AnnotationError as wrong:
            raise CorpusError(wrong.problem) from wrong

    def prepare() -> tuple[Workspace, Document | None]:
        # The article that was read last is painted before the folder is walked.
        last = last_article(corpus_key(folder))
        corpus = (open_at(folder, last) if last else None) or open_corpus(folder)
        place = place_for_reader(corpus, annotations)
        workspace = Workspace(corpus, place, by=reader or settings.name or None, reader=reader)
        return workspace, workspace.first_document()

    # Walking the folder waits for the disk; importing Textual does not.
    with ThreadPoolExecutor(max_workers=1) as pool:
        prepared = pool.submit(prepare)
        from tui.app import PostilApp

        workspace, first = prepared.result()
    keymap = read_keymap(style=settings.keymap)
    return run_app(PostilApp(workspace, first, settings=settings, keymap=keymap, offers_tour=True))


def run_app(app: PostilApp) -> int:
    """Run the reader to its end; return the exit status, that of a crash after telling of it."""
    app.run(mouse=app.settings.mouse)
    if app.crash is not None:
        from tui.commands.console import complain
        from tui.program.crash_report import EXIT_STATUS

        for line in app.crash.lines():
            complain(line)
        return EXIT_STATUS
    return app.return_code or 0
