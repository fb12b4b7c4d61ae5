"""How a corpus, its sidecars, its index and its caches are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.corpus_file_name import CORPUS_FILE_NAME
from tui.counts import counted
from tui.program.health import Finding, folder_size, megabytes

if TYPE_CHECKING:
    from corpus.opening import Corpus
    from index.results import IndexHealth
    from tui.configuration.sidecar_place import SidecarPlace

_WATCHES = Path("/proc/sys/fs/inotify/max_user_watches")


def corpus_findings(corpus: Corpus, place: SidecarPlace) -> Iterator[Finding]:
    """Say how a corpus is; its index is read from end to end, and nothing is changed."""
    yield Finding("corpus", "folder", str(corpus.root))
    yield Finding("corpus", "articles", f"{len(corpus.files):,}")
    if corpus.left_out:
        files = counted(len(corpus.left_out), "file")
        yield Finding("corpus", "skipped", f"{files}; postil check DIR says why")
    wrong = len(corpus.skipped) - len(corpus.left_out)
    if wrong:
        problems = counted(wrong, "problem")
        yield Finding("corpus", CORPUS_FILE_NAME, f"{problems}; postil check DIR says which")
    yield _sidecars(corpus, place)
    yield from _index(corpus)
    yield from _watching(corpus)


def _sidecars(corpus: Corpus, place: SidecarPlace) -> Finding:
    folder = place.folder or corpus.root
    where = str(folder) if place.folder else "beside the articles"
    if os.access(folder, os.W_OK | os.X_OK):
        return Finding("corpus", "sidecars", where)
    return Finding("corpus", "sidecars", f"{where}: not writable", "use --annotations DIR")


def _index(corpus: Corpus) -> Iterator[Finding]:
    """Say how the index is: its commit, its size, whether it is whole, and what it lacks."""
    from index.opening import open_index

    index = open_index(corpus)
    health = index.health()
    if health is None:
        assert index.problem is not None
        yield Finding("corpus", "index", index.problem.reason, index.problem.remedy)
        return
    index.close()
    if health.absent is not None:
        yield Finding("corpus", "index", f"{health.absent}: the next reader or search builds it")
    else:
        parts = counted(health.segments, "segment")
        yield Finding(
            "corpus",
            "index",
            f"{health.articles:,} articles, generation {health.generation}, {parts}, "
            f"{megabytes(health.bytes)}",
        )
    if health.damage is not None:
        yield Finding(
            "corpus", "index whole", f"no: {health.damage}", "postil index DIR makes it anew"
        )
    elif health.absent is None:
        yield Finding("corpus", "index whole", "yes: all of it is as it was written")
    yield Finding("corpus", "index behind", _behind(health))
    yield Finding(
        "corpus", "cache", f"{corpus.cache_folder}: {megabytes(folder_size(corpus.cache_folder))}"
    )


def _behind(health: IndexHealth) -> str:
    if not health.behind:
        return "no: up to date"
    parts = [
        f"{count:,} {word}"
        for count, word in (
            (health.missing, "not in it"),
            (health.changed, "changed since"),
            (health.gone, "gone since"),
        )
        if count
    ]
    articles = counted(health.behind, "article")
    return f"by {articles} ({', '.join(parts)}): the next reader or search updates it"


def _watching(corpus: Corpus) -> Iterator[Finding]:
    """Say whether the system lets every folder of the corpus be watched."""
    try:
        most = int(_WATCHES.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return  # a system without inotify: it watches without such a limit
    count = len({file.path.parent for file in corpus.files} | {corpus.root})
    remedy = "" if count < most else "raise fs.inotify.max_user_watches; until then it is polled"
    yield Finding("corpus", "watching", f"{count:,} folders of at most {most:,}", remedy)
