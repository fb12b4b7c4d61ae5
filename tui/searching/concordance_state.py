"""A concordance as the reader left it: its lines in their order, what is counted, the row.

Kept by the main screen, so that one comes back to the same place. No Textual here; what takes long
is called from thread workers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Final

from index.concordance.lines import WORDS
from index.concordance.sorting import SortKey, order_of
from index.concordance.store import LineStore, Selection

if TYPE_CHECKING:
    from index.concordance.collocates import Measure
    from index.concordance.dispersion import ArticleSpread, OverTime, Spread
    from index.concordance.gathering import Concordance, Work
    from index.concordance.lines import ConcordanceLine, Source
    from tui.workspace import Workspace

VIEWS: Final = ("lines", "collocates", "n-grams", "forms", "keyness", "spread")
MEASURES: Final[tuple[Measure, ...]] = ("log-likelihood", "mutual-information", "count")
MOST_LINES: Final = 300_000
"""Lines that are kept at most: some 200 MB."""
MOST_KEYS: Final = 3
SECONDS_BETWEEN_BATCHES: Final = 0.1


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Fewer lines: those that pass a test, and what to call them, as text of a file."""

    words: str
    passes: Callable[[ConcordanceLine], bool]


@dataclass(slots=True)
class ConcordanceState:
    """One concordance: of a query or, of all entities that this finds, of the one with an id.

    `name` is what it is called where that is not the query.

    `lines` are those that were read, all of them when `complete`, some when `stopped`. `shown` are
    those that are left by `narrowing`, sorted by `keys`, of `articles` articles.
    """

    query: str
    widen: bool = False
    entity: str | None = None
    name: str = ""
    lines: LineStore = field(default_factory=LineStore)
    shown: Sequence[ConcordanceLine] = ()
    keys: tuple[SortKey, ...] = ()
    narrowing: Narrowing | None = None
    view: str = VIEWS[0]
    row: int = 0
    table_row: int = 0
    measure: Measure = "log-likelihood"
    span: int = WORDS
    size: int = 3
    begun: bool = False
    complete: bool = False
    stopped: bool = False
    articles: int = 0
    concordance: Concordance | None = None
    described: bool = False
    sources: tuple[Source, ...] | None = None

    @property
    def ready(self) -> bool:
        """Whether no more lines come, so that they can be sorted and counted."""
        return self.complete or self.stopped

    def take(self, batch: list[ConcordanceLine]) -> None:
        """Take further lines, in the order of the corpus."""
        self.lines.extend(batch)
        self.shown, self.articles = self.lines, self.lines.articles

    def forget(self) -> None:
        """Forget the lines, for them to be read again."""
        self.lines, self.shown, self.articles = LineStore(), (), 0
        self.narrowing = self.sources = self.concordance = None
        self.begun = self.complete = self.stopped = self.described = False
        self.row = self.table_row = 0

    def read(
        self, workspace: Workspace, work: Work, take: Callable[[list[ConcordanceLine]], None]
    ) -> None:
        """Read the lines and hand them on in batches; raises QueryError and IndexFailure."""
        from tui.annotating.reader_facts import CorpusMarks

        index = workspace.index
        index.learn(self.query, work.progress, work.cancelled)
        self.concordance = index.concordance(
            self.query,
            widen=self.widen,
            marks=CorpusMarks(lambda: workspace.store),
            entity=self.entity,
            cancelled=work.cancelled,
        )
        if self.concordance is None or work.cancelled():
            return
        batch: list[ConcordanceLine] = []
        told = monotonic()
        for line in islice(self.concordance.lines(work), MOST_LINES):
            batch.append(line)
            if monotonic() - told > SECONDS_BETWEEN_BATCHES:
                take(batch)
                batch, told = [], monotonic()
        take(batch)

    def describe(self, work: Work) -> None:
        """Let the lines know outlet and date of their articles."""
        if not self.described and self.concordance is not None:
            known = self.concordance.described(self.lines.sources, work)
            if not work.cancelled():
                self.lines.know(known)
                self.described = True

    def know_sources(self, work: Work) -> None:
        """Learn outlet and date of all articles, and let the lines know them."""
        if self.sources is None and self.concordance is not None:
            sources = self.concordance.sources(work)
            if not work.cancelled():
                self.lines.know({one.key: one for one in sources})
                self.sources, self.described = sources, True

    def arranged(self, reading: Work, sorting: Work) -> Selection:
        """Return the lines that are to be shown, in their order, what is `reading` before that."""
        if any(key.needs_metadata for key in self.keys):
            self.describe(reading)
        numbers = order_of(self.lines, self.keys, sorting)
        narrowing = self.narrowing
        if narrowing is not None:
            passing = [narrowing.passes(line) for line in self.lines]
            numbers = [number for number in numbers if passing[number]]
        return Selection(self.lines, numbers)

    def sort_by(self, name: str) -> None:
        """Sort by something first, by what it was until now next; the same again: backwards."""
        first = self.keys[0] if self.keys else None
        if first is not None and first.name == name:
            self.keys = (SortKey(name, not first.backwards), *self.keys[1:])
            return
        others = [key for key in self.keys if key.name != name]
        self.keys = (SortKey(name), *others)[:MOST_KEYS]

    def sort_by_side(self, side: str) -> None:
        """Sort by three words of a side, the nearest first."""
        self.keys = tuple(SortKey(f"{side}{number}") for number in range(1, MOST_KEYS + 1))

    def next_measure(self) -> None:
        """Rank collocates by the next measure."""
        self.measure = MEASURES[(MEASURES.index(self.measure) + 1) % len(MEASURES)]

    def spread(self, work: Work) -> tuple[Spread, OverTime, list[ArticleSpread]] | None:
        """Return how even the lines are spread; None where that was cancelled."""
        from index.concordance.dispersion import by_article, over_articles, over_time

        self.know_sources(work)
        if self.sources is None:
            return None
        return (
            over_articles(self.lines, self.sources),
            over_time(self.lines, self.sources),
            by_article(self.lines),
        )
