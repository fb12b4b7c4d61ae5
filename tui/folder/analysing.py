"""Articles analysed beside the reader: short ones in its own process, long ones in another."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.problem import CorpusError, Problem
from corpus.reasons import ANALYSED, too_long
from tui.article.document import layers_of
from tui.layout.layers import Layer
from tui.program.log_file import write_log

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.opening import Corpus
    from corpus.understanding.analysis import Analysis

# From so many code points on, an analysis takes longer than another process takes to begin.
LONG = 200_000
# What is analysed first of a long article, in code points before and after the reading position.
BEFORE, AFTER = 6_000, 12_000
_SECONDS_BETWEEN_LOOKS = 0.1


def analysed(
    corpus: Corpus,
    article: Article,
    wanted: Callable[[], bool],
    meanwhile: Callable[[], None],
) -> Analysis | None:
    """Return the analysis of an article; None when it is not wanted any more, or the file changed.

    `meanwhile` is called where that takes a while: of a long article that was never analysed.
    Raises `CorpusError` where the other process fails: it was killed, or ran out of memory.
    """
    kept = corpus.kept_analysis(article)
    if kept is not None:
        return kept
    if len(article.text) < LONG:
        return corpus.analyse(article)
    return _beside(corpus, article, wanted, meanwhile)


def around(corpus: Corpus, article: Article, offset: int) -> tuple[Layer, ...]:
    """Return the layers of the text around an offset as it reads for itself.

    What is seen is marked before the whole article is understood, which may tell more of it.
    """
    from corpus.understanding.analysing import analyse

    text = article.text
    start = max(0, offset - BEFORE)
    if start:
        # At the beginning of a line, or at least of a word.
        start = text.find("\n", start, offset) + 1 or text.find(" ", start, offset) + 1 or start
    window = replace(article, text=text[start : offset + AFTER])
    found = layers_of(analyse(window, corpus.settings, corpus.repeated_in(article)))
    return tuple(layer.moved(start) for layer in found)


def _beside(
    corpus: Corpus,
    article: Article,
    wanted: Callable[[], bool],
    meanwhile: Callable[[], None],
) -> Analysis | None:
    """Have another process analyse an article."""
    if len(article.text) > ANALYSED:
        meanwhile()
        raise CorpusError(too_long(article.name, len(article.text)))
    from corpus.analysis_codec import decode
    from corpus.child_process import begin_module
    from corpus.understanding.analysis import Analysis
    from tui.folder.analysis_process import GONE

    file = article.file
    asked = (str(corpus.path), file.article, file.part or "", article.sha256)
    process = begin_module("tui.folder.analysis_process", *asked)
    # `stdin` stays open for as long as somebody waits: the process ends itself when it is closed.
    stdin, process.stdin = process.stdin, None
    written = b""
    try:
        meanwhile()
        while wanted():
            with suppress(subprocess.TimeoutExpired):
                written, _ = process.communicate(timeout=_SECONDS_BETWEEN_LOOKS)
                break
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for pipe in (stdin, process.stdout):
            if pipe is not None:
                pipe.close()
    if not wanted() or process.returncode == GONE:
        return None
    if process.returncode != 0:
        status = process.returncode
        how = f"was ended by signal {-status}" if status < 0 else f"ended with {status}"
        write_log(f"the analysing process {how}")
        raise CorpusError(
            Problem(file.article, f"not analysed: its process {how}", "`postil doctor` tells more")
        )
    return decode(written, Analysis)
