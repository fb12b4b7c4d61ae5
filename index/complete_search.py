"""A search that is complete before the index is: what waits to be indexed is scanned."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

from index.duplicates.groups import Duplicates, Folding
from index.meaning import whole_meant
from index.offering import offered_words
from index.offering_both import offered_both
from index.offering_joined import offered_joined
from index.ordering import BY_METADATA, Order
from index.planning import Plan, plan_query, without_place
from index.query.tree import fields_of
from index.results import SearchResult
from index.scanning import Scan, Stopped
from index.searching import FEW, found_articles, parts_of, search_plan
from index.waiting import Waiting, waiting_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.opening import Corpus
    from index.field_places import Marks
    from index.fields import FieldAnswers
    from index.folder import IndexFolder
    from index.folding_process import FoldingBeside
    from index.known_files import FileKey
    from index.query.tree import Field, Node
    from index.results import Offer
    from index.snapshot import Snapshot

MOMENT: Final = 0.05
"""Seconds that a search waits at the most while articles are read ahead."""
FIRST_QUERIES: Final = ("e", "qxzkvjq")
"""The beginning of many words, and one that is in no article, whose spellings are looked for."""
USUAL: Final = range(500, 50_000)
"""Bytes of an article that is searched in a moment, and has many words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with how it is to be searched, as `Index.search_all` explains.

    `rows` leaves out hits below those that fill so many rows; 0 leaves out none.
    """

    node: Node
    limit: int
    widen: bool
    relax: bool
    order: Order = "relevance"
    duplicates: Duplicates | None = None
    marks: Marks | None = None
    rows: int = 0


@dataclass(slots=True)
class CompleteSearch:
    """Searches the index of a corpus and what it does not have yet, as one."""

    folder: IndexFolder | None
    answers: Callable[[], FieldAnswers]
    _scan: Scan | None = None
    _state: object = None
    _waiting: Waiting = field(default_factory=lambda: Waiting(()))
    _lock: Lock = field(default_factory=Lock)

    def waiting(self, snapshot: Snapshot | None, corpus: Corpus) -> int:
        """Count the articles that wait to be indexed."""
        with self._lock:
            self._follow(snapshot, corpus)
            return len(self._waiting.files)

    def unread(self, snapshot: Snapshot | None, corpus: Corpus) -> int:
        """Count the articles that have to be read before a search is complete."""
        with self._lock:
            self._follow(snapshot, corpus)
            ready = self._scan is not None and self._scan.is_ready
            return 0 if ready else len(self._waiting.files)

    def read_ahead(
        self,
        shown: Callable[[], Snapshot | None],
        corpus: Corpus,
        cancelled: Callable[[], bool],
        begun: FoldingBeside | None,
    ) -> None:
        """Read what a search would have to read first, a moment at a time.

        Takes over the folding that has `begun`.
        """
        if self._begin_beside(shown(), corpus, begun):
            # Who else reads ahead, or searches, takes over what is folded beside.
            self._rehearse(corpus, cancelled)
        while not cancelled() and self._read_on(shown(), corpus, cancelled):
            sleep(0.001)  # whoever waits for the lock gets it

    def _rehearse(self, corpus: Corpus, cancelled: Callable[[], bool]) -> None:
        """Search one article by itself: what a search has to import is there then."""
        from index.query.parsing import parse_query

        one = next((file for file in corpus.files if file.size in USUAL), None)
        for query in FIRST_QUERIES:
            node = parse_query(query, as_you_type=True)
            if one is None or node is None:
                return
            scan = Scan(corpus)
            scan.follow(corpus, None, (one,), {})
            with suppress(Stopped):
                asked = Asked(node, limit=1, widen=True, relax=False)
                _search_scanned(asked, scan, corpus, self.answers, cancelled)

    def _begin_beside(
        self, snapshot: Snapshot | None, corpus: Corpus, begun: FoldingBeside | None
    ) -> bool:
        """Have another process fold what is to be read, if it is much; says whether it began."""
        with self._lock:
            scan = self._scan_of(snapshot, corpus)
            return scan is not None and scan.fold_beside(begun)

    def _read_on(
        self, snapshot: Snapshot | None, corpus: Corpus, cancelled: Callable[[], bool]
    ) -> bool:
        """Read for a moment; says whether there is more to read."""
        until = monotonic() + MOMENT
        with self._lock:
            scan = self._scan_of(snapshot, corpus)
            if scan is None or scan.is_ready:
                return False
            try:
                scan.read(lambda: monotonic() > until or cancelled())
            except Stopped:
                return True
            return False

    def search(
        self,
        asked: Asked,
        snapshot: Snapshot | None,
        corpus: Corpus,
        cancelled: Callable[[], bool],
    ) -> SearchResult:
        """Search; gives nothing where nobody waits for the answer any more."""
        with self._lock:
            scan = self._scan_of(snapshot, corpus)
            if scan is None:
                return search_snapshot(asked, snapshot, corpus, self.answers)
            try:
                return _search_scanned(asked, scan, corpus, self.answers, cancelled)
            except Stopped:
                return SearchResult()

    def found(self, asked: Asked, snapshot: Snapshot | None, corpus: Corpus) -> frozenset[FileKey]:
        """Find all articles that have all of a query, in the words it is widened to, too."""
        with self._lock:
            scan = self._scan_of(snapshot, corpus)
            if scan is not None:
                _search_scanned(asked, scan, corpus, self.answers, lambda: False)
                snapshot = scan.snapshot()
            if snapshot is None:
                return frozenset()
            plan = _plan(asked, snapshot, corpus, self.answers, widen=asked.widen)
            return found_articles(plan, snapshot, corpus)

    def _scan_of(self, snapshot: Snapshot | None, corpus: Corpus) -> Scan | None:
        """Give the scan of what waits to be indexed; None where nothing does."""
        self._follow(snapshot, corpus)
        if not self._waiting.files:
            self._scan = None
        elif self._scan is None:
            self._scan = Scan(corpus)
            self._scan.follow(corpus, snapshot, self._waiting.files, self._waiting.stale)
        return self._scan

    def _follow(self, snapshot: Snapshot | None, corpus: Corpus) -> None:
        state = (snapshot.stamp if snapshot is not None else None, corpus)
        if state == self._state:
            return
        self._waiting = waiting_files(self.folder, snapshot, corpus)
        self._state = state
        if self._scan is not None:
            self._scan.follow(corpus, snapshot, self._waiting.files, self._waiting.stale)


def _search_scanned(
    asked: Asked,
    scan: Scan,
    corpus: Corpus,
    answers: Callable[[], FieldAnswers],
    cancelled: Callable[[], bool],
) -> SearchResult:
    """Search the index with what is scanned beside it. Raises Stopped."""
    scan.read(cancelled)
    plan = _plan(asked, scan.snapshot(), corpus, answers, widen=False)
    scan.gather(plan, cancelled)
    if asked.widen:
        scan.gather_near(plan, scan.snapshot(), cancelled)
    result = search_snapshot(asked, scan.snapshot(), corpus, answers)
    parts, _ = parts_of(plan.node)
    few = asked.relax and result.total < FEW and len(parts) > 1
    if few and scan.gather_most(plan, parts, cancelled):
        result = search_snapshot(asked, scan.snapshot(), corpus, answers)
    return replace(result, scanned=scan.articles)


def search_snapshot(
    asked: Asked, snapshot: Snapshot | None, corpus: Corpus, answers: Callable[[], FieldAnswers]
) -> SearchResult:
    """Search what a snapshot of the index has."""
    if snapshot is None or not snapshot.articles:
        return SearchResult()
    plan = _plan(asked, snapshot, corpus, answers, widen=asked.widen)
    metadata = answers().metadata(corpus) if asked.order in BY_METADATA else None
    named = None
    if plan.articles:
        from index.field_places import named_places

        named = named_places(plan, corpus, answers(), asked.marks)
    found = search_plan(
        plan,
        snapshot,
        corpus,
        asked.limit,
        relax=asked.relax,
        order=asked.order,
        metadata=metadata,
        folding=Folding(asked.duplicates) if asked.duplicates is not None else None,
        named=named,
        rows=asked.rows,
    )
    unknown = answers().unknown(asked.node, corpus) if plan.articles else 0
    if metadata is not None:
        unknown = max(unknown, len(found_articles(plan, snapshot, corpus) - metadata.keys()))
    offered = offered_words(asked.node, snapshot, found.widened)
    if plan.articles and not unknown:
        offered += _offered_names(asked.node, snapshot, corpus, answers(), plan)
    offered += offered_joined(asked.node, plan, snapshot, corpus)
    together = whole_meant(asked.node, offered, snapshot)
    offered += offered_both(asked.node, offered, snapshot, corpus)
    return replace(found, unknown=unknown, offered=offered, offered_whole=together)


def _offered_names(
    node: Node, snapshot: Snapshot, corpus: Corpus, answers: FieldAnswers, plan: Plan
) -> tuple[Offer, ...]:
    from index.offering_names import offered_names

    def counted(one: Field) -> int:
        known = plan.articles.get(without_place(one))
        return len(answers.articles(one, corpus) if known is None else known)

    return offered_names(node, snapshot, counted)


def _plan(
    asked: Asked,
    snapshot: Snapshot,
    corpus: Corpus,
    answers: Callable[[], FieldAnswers],
    *,
    widen: bool,
) -> Plan:
    plan = plan_query(asked.node, snapshot, widen=widen)
    fields = {one for one, _ in fields_of(plan.node)}
    return replace(plan, articles={one: answers().articles(one, corpus) for one in fields})
