"""What is wrong with the sidecars of a corpus and with its `postil.yaml`, with line and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotations.anchor import place_all
from annotations.ledger import articles_with_sidecars
from corpus.corpus_file import CORPUS_FILE_NAME
from corpus.problem import CorpusError, Problem

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.sidecar import Sidecar
    from annotations.store import AnnotationStore
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

_STATES = {
    "changed": ("the words it stands on were changed", "compare them and accept or move it"),
    "ambiguous": ("its words stand at several places", "move it to the one that is meant"),
    "lost": ("its words are no longer in the article", "move it, or keep it as a note"),
}


def check(corpus: Corpus, store: AnnotationStore) -> Iterator[Problem]:
    """Give the problems of `postil.yaml`, of each sidecar, and between sidecars.

    Errors: what is not YAML or not of the schema, copies of sidecars, links that lead nowhere, ids
    that stand twice in the corpus. Warnings: annotations that are changed, ambiguous or lost,
    sidecars without article.
    """
    yield from (problem for problem in corpus.skipped if problem.file == CORPUS_FILE_NAME)
    sidecars = [
        (article, owned.sidecar)
        for article in articles_with_sidecars(corpus, store)
        for owned in store.sidecars(article)
        if owned.sidecar.data is not None or owned.sidecar.problems
    ]
    places = _places(sidecars)
    unread = next((one.file for _, one in sidecars if one.document is None), None)
    files: dict[str, list[ArticleFile]] = {}
    for file in corpus.files:
        files.setdefault(file.article, []).append(file)
    for article in files:
        yield from store.copies(article)
    for article, sidecar in sidecars:
        yield from sidecar.problems
        yield from _between(sidecar, places, unread)
        yield from _states(corpus, files.get(article, []), article, sidecar)


def _places(sidecars: Iterable[tuple[str, Sidecar]]) -> dict[str, tuple[str, int]]:
    """Say for each id which file and line it stands on first."""
    places: dict[str, tuple[str, int]] = {}
    for _, sidecar in sidecars:
        for entry in sidecar.entries:
            places.setdefault(entry.annotation.id, (sidecar.file, entry.line))
    return places


def _between(
    sidecar: Sidecar, places: dict[str, tuple[str, int]], unread: str | None
) -> Iterator[Problem]:
    """Give what is wrong between sidecars; `unread` names one that could not be read."""
    for entry in sidecar.entries:
        identity = entry.annotation.id
        file, line = places[identity]
        if (file, line) != (sidecar.file, entry.line):
            yield Problem(
                sidecar.file,
                f"the id {identity} stands in {file} on line {line}, too",
                "give one of the two another id",
                entry.line,
            )
        for link in entry.annotation.links:
            if link.to not in places and unread is not None:
                yield Problem(
                    sidecar.file,
                    f"a link of {identity} leads to {link.to}, which was read in no sidecar",
                    f"mend {unread} first: it may be there",
                    entry.line,
                    level="warning",
                )
            elif link.to not in places:
                yield Problem(
                    sidecar.file,
                    f"a link of {identity} leads to {link.to}, which is nowhere in the corpus",
                    "correct the id, or remove the link",
                    entry.line,
                )


def _states(
    corpus: Corpus, files: list[ArticleFile], article: str, sidecar: Sidecar
) -> Iterator[Problem]:
    if not files:
        reason = f"there is no article {article} that could be read beside this sidecar"
        remedy = "give it to its article in the reader (po), or bring the article back"
        yield Problem(sidecar.file, reason, remedy, level="warning")
        return
    # This sidecar as it was read, not as it may be by now: ids, lines and states go together.
    annotations = [entry.annotation for entry in sidecar.entries]
    lines = {entry.annotation.id: entry.line for entry in sidecar.entries}
    placed: list[Placed] = []
    for file in files:
        try:
            placed.extend(place_all(annotations, corpus.read(file)))
        except CorpusError as wrong:
            yield wrong.problem
    for one in sorted(placed, key=lambda one: lines[one.annotation.id]):
        if one.state in _STATES:
            reason, remedy = _STATES[one.state]
            yield Problem(
                sidecar.file,
                f"annotation {one.annotation.id} is {one.state}: {reason}",
                remedy,
                lines[one.annotation.id],
                level="warning",
            )
