"""The process that analyses a long article beside the reader.

`python -P -m tui.folder.analysis_process PATH ARTICLE PART SHA256`: a process of its own, because a
long analysis in a thread would make every key wait for it. It keeps the analysis in the cache and
writes it to stdout as the cache has it (`corpus.analysis_codec`). Exit status 0 then; 2 where the
article cannot be read any more, or is another than that of SHA256; 70 after an error of Postil
itself, which is in the log. It ends when its stdin is closed: nobody waits for it any more.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import TYPE_CHECKING

from corpus.child_process import ignore_interrupts

if TYPE_CHECKING:
    from corpus.understanding.analysis import Analysis

# Below what the reader does, so that reading stays smooth on a machine of one core.
NICENESS = 5
GONE = 2


def _end_with_reader() -> None:
    """End this process, whatever it does, when the other end of its stdin is closed."""
    # Not by `sys.stdin`: its lock would be held when the interpreter ends, which ends it badly.
    while os.read(0, 1):
        pass
    os._exit(GONE)


def _analysis(path: str, name: str, part: str | None, sha256: str) -> Analysis | None:
    """Analyse an article; None where it is not what it was any more."""
    from corpus.opening import open_at, open_corpus
    from corpus.problem import CorpusError

    try:
        corpus = open_at(path, name) or open_corpus(path)
        file = corpus.find(name, part)
        article = corpus.read(file) if file is not None else None
    except CorpusError:
        return None
    if article is None or article.sha256 != sha256:
        return None
    return corpus.analyse(article)


def main(path: str, name: str, part: str, sha256: str) -> int:
    """Analyse one article and write what was found; return the exit status."""
    ignore_interrupts()
    os.nice(NICENESS)
    threading.Thread(target=_end_with_reader, daemon=True).start()
    try:
        analysis = _analysis(path, name, part or None, sha256)
    except Exception as error:  # noqa: BLE001 - the reader says so, and it is written to the log
        from tui.program.crash_report import EXIT_STATUS, report_crash

        report_crash(error, "analysing")
        return EXIT_STATUS
    if analysis is None:
        return GONE
    from corpus.analysis_codec import encode

    sys.stdout.buffer.write(encode(analysis))
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
