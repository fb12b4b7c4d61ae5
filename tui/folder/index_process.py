"""The process that brings the index up to date beside the reader.

`python -P -m tui.folder.index_process DIR`: a process of its own, because building an index in a
thread would make every key wait for it. It prints a JSON line a step (`{"done": 120, "total":
10788}`), then, as titles and dates are learnt, `{"learnt": 120, "total": 10788}`, as articles that
are one are looked for, `{"compared": 120, "total": 10788}`, as names of one thing are brought
together, `{"linked": 120, "total": 10788}`, and at the end `{"finished": …}` or `{"failed":
"why"}`. SIGTERM ends it when what it has is committed. Killing it leaves the old or the new index.

With `--alone` it goes on when the command that began it has ended, and learns nothing.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.child_process import ignore_interrupts

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.opening import Index

# Not more often than the eye can follow.
SECONDS_BETWEEN_LINES = 0.2
# Below what the reader does, so that reading stays smooth on a machine of one core.
NICENESS = 5


def _say(**line: object) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _progress(what: str) -> Callable[[int, int], None]:
    last = 0.0

    def say(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= SECONDS_BETWEEN_LINES or done == total:
            last = now
            _say(**{what: done, "total": total})

    return say


def _learn(corpus: Corpus, index: Index, cancelled: Callable[[], bool]) -> None:
    """Learn titles, outlets and dates, find duplicates, bring entities under one id each.

    What is done when it stops is kept.
    """
    from corpus.facts_keeping import metadata_facts
    from corpus.linking.keeping import Stopped, entity_table
    from corpus.metadata_columns import keep_metadata_columns
    from corpus.repeating.keeping import learn_lines

    # Titles and outlets follow from the lines that articles share.
    learn_lines(corpus, cancelled=cancelled)
    metadata_facts().learn(corpus, _progress("learnt"), cancelled)
    keep_metadata_columns(corpus, cancelled)
    index.learn_all_metadata(lambda _done, _total: None, cancelled)  # all but kept by now
    index.find_duplicates(_progress("compared"), cancelled)
    with suppress(Stopped):
        entity_table(corpus, _progress("linked"), cancelled)


def main(folder: str, *, alone: bool = False) -> int:
    """Update the index of the corpus in `folder`; the exit status is 0 when that worked.

    It stops when the process that began it is gone, unless it is `alone`.
    """
    from corpus.opening import open_corpus
    from corpus.problem import CorpusError
    from index.opening import open_index
    from index.problems import IndexFailure

    os.nice(NICENESS)
    parent = os.getppid()
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True

    def cancelled() -> bool:
        return stopping or (not alone and os.getppid() != parent)

    signal.signal(signal.SIGTERM, stop)
    ignore_interrupts()
    try:
        corpus = open_corpus(folder)
        # The list of files stays: nothing in it is looked through for garbage again and again.
        gc.freeze()
        index = open_index(corpus)
        report = index.update(_progress("done"), cancelled)
        if not report.cancelled and not alone:
            _learn(corpus, index, cancelled)
        index.close()
    except (CorpusError, IndexFailure, OSError) as error:
        _say(failed=str(error))
        return 2
    except Exception as error:  # noqa: BLE001 - told to the reader, and written to the log
        from tui.program.crash_report import EXIT_STATUS, report_crash

        crash = report_crash(error, "indexing")
        where = f", which {crash.log} tells more of" if crash.log else ""
        _say(failed=f"an error of Postil itself ({crash.kind}){where}")
        return EXIT_STATUS
    _say(
        finished={
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "skipped": len(report.skipped),
            "seconds": round(report.seconds, 2),
            "stopped": report.cancelled or stopping,
        }
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[-1], alone="--alone" in sys.argv[1:-1]))
