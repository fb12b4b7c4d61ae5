"""The articles that wait to be indexed, read for a concordance, beside those that are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from index.planning import plan_query
from index.query.tree import fields_of
from index.scanning import Scan
from index.waiting import waiting_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.opening import Corpus
    from index.fields import FieldAnswers
    from index.folder import IndexFolder
    from index.query.tree import Node
    from index.snapshot import Snapshot

MOST_COUNTED: Final = 5_000
"""Articles that are all taken in, so that what is counted counts them, too; of more only those
are that the query may find."""


def with_waiting(
    node: Node,
    snapshot: Snapshot | None,
    corpus: Corpus,
    folder: IndexFolder | None,
    answers: FieldAnswers,
    cancelled: Callable[[], bool],
) -> tuple[Snapshot | None, int]:
    """Return a commit of the index with the articles that it lacks, for one query.

    The number is of those that are not counted. The articles are read, which takes a while. Raises
    Stopped where `cancelled` becomes true.
    """
    waiting = waiting_files(folder, snapshot, corpus)
    if not waiting.files:
        return snapshot, 0
    # One of its own: what is taken in for another search would change what is counted here.
    scan = Scan(corpus)
    scan.follow(corpus, snapshot, waiting.files, waiting.stale)
    if len(waiting.files) <= MOST_COUNTED:
        scan.take_all(cancelled)
    else:
        plan = plan_query(node, scan.snapshot(), widen=False)
        fields = {one for one, _ in fields_of(plan.node)}
        plan = replace(plan, articles={one: answers.articles(one, corpus) for one in fields})
        scan.gather(plan, cancelled)
    return scan.snapshot(), scan.rest_articles
