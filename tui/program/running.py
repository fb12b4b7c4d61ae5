"""Starting the reader: the corpus is opened while Textual is imported."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app import PostilApp
    from tui.article.document import Document

# What is to be painted waits for the next of so many instants a second. Textual's own 60 let it
# wait up to 17 ms, longer than all work that most keys make.
FRAMES_A_SECOND = "240"


@contextmanager
def painting_soon() -> Iterator[None]:
    """Have Textual, which is imported meanwhile, paint soon; who sets a rate of his own keeps it.

    What Postil starts, an editor or a shell, does not inherit the rate.
    """
    if "TEXTUAL_FPS" in os.environ:
        yield
        return
    os.environ["TEXTUAL_FPS"] = FRAMES_A_SECOND
    try:
        yield
    finally:
        del os.environ["TEXTUAL_FPS"]


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
    from tui.terminal.terminal_colours import cannot_place, claims_too_many
    from tui.workspace import Workspace

    # Textual reads keys from standard input and paints on standard error.
    if not (sys.stdin.isatty() and sys.__stderr__ is not None and sys.__stderr__.isatty()):
        remedy = "run it in a terminal, or use a command such as: postil search DIR WORDS"
        raise CorpusError(Problem("the reader", "it needs a terminal", remedy))
    if cannot_place(os.environ):
        found = f"this terminal cannot place words on its screen (TERM={os.environ['TERM']})"
        remedy = "read plainly: postil read FILE. If it can, set TERM to what it is"
        raise CorpusError(Problem("the reader", found, remedy))
    if claims_too_many(os.environ):
        del os.environ["COLORTERM"]
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
        corpus = (open_at(folder, last) if last else None) or open_corpus(folder, beside=True)
        place = place_for_reader(corpus, annotations)
        workspace = Workspace(corpus, place, by=reader or settings.name or None, reader=reader)
        if not (corpus.complete or workspace.has_index):
            # What is searched first waits for the list of the folder.
            corpus.walk_ahead()
        return workspace, workspace.first_document()

    # Walking the folder waits for the disk; importing Textual does not.
    with ThreadPoolExecutor(max_workers=1) as pool:
        prepared = pool.submit(prepare)
        with painting_soon():
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
