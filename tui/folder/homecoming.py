"""Sidecars whose article is gone or renamed, and the articles that they may belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from corpus.problem import CorpusError

if TYPE_CHECKING:
    from annotations.history import Change
    from annotations.matching import Orphan, Proposal
    from corpus.article import Article, ArticleFile
    from tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Homeless:
    """The sidecars of an article that is gone, with the article that is proposed, None for none."""

    orphan: Orphan
    proposal: Proposal | None = None


def homeless(
    workspace: Workspace,
    *,
    thorough: bool,
    go_on: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Homeless, ...]:
    """List the articles that are gone and have sidecars.

    Articles with the very text are found by what the index knows, and by what was renamed while
    this Postil was open. Only a `thorough` search reads the other articles that have none of their
    own, looking for the words that the annotations quote; `progress(done, total)` tells how many,
    and it ends when `go_on` says no.
    """
    from annotations.matching import proposals
    from annotations.orphans import is_free, orphans, wanted

    free = partial(is_free, workspace.store)
    found = orphans(workspace.corpus, workspace.store)
    if not found:
        return ()
    hashes = workspace.index.text_hashes()
    last_known = {article: sha256 for (article, _), sha256 in hashes.items()}
    wanting = [wanted(workspace.store, orphan, last_known) for orphan in found]
    sought = {sha256 for one in wanting for sha256 in one.hashes}
    names = {key: None for key, sha256 in hashes.items() if sha256 in sought}
    names |= {(workspace.renamed.get(orphan.article, ""), None): None for orphan in found}
    alike = [file for key in names if (file := workspace.corpus.find(*key)) is not None]
    proposed = proposals(wanting, _texts(workspace, alike), go_on=go_on, is_free=free)
    homes = {proposal.orphan: proposal for proposal in proposed}
    missing = [one for one in wanting if one.orphan not in homes]
    if thorough and missing:
        taken = {proposal.file for proposal in proposed}
        others = [
            file
            for file in workspace.corpus.files
            if file not in taken and any(free(one.orphan, file) for one in missing)
        ]
        texts = _texts(workspace, others, progress)
        for proposal in proposals(missing, texts, go_on=go_on, is_free=free):
            homes[proposal.orphan] = proposal
    return tuple(Homeless(orphan, homes.get(orphan)) for orphan in found)


def give_home(workspace: Workspace, proposal: Proposal) -> Change:
    """Give the sidecars of an article that is gone to the one that is proposed for them.

    Raises CorpusError where the article cannot be read, AnnotationError where none can be moved.
    """
    article = workspace.corpus.read(proposal.file)
    return workspace.store.adopt(proposal.orphan.article, article)


def _texts(
    workspace: Workspace,
    files: list[ArticleFile],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Article]:
    """Read articles; one that cannot be read is passed over."""
    for done, file in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        try:
            yield workspace.corpus.read(file)
        except CorpusError:
            # The list says why, and so does `postil check`.
            continue
