"""A concordance of one query: its lines, an article after the other, and what they are held to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING

from corpus.facts import known_of
from corpus.facts_keeping import Facts, metadata_facts
from corpus.problem import CorpusError
from index.concordance.counts import Counts, Documents, told_of_damage
from index.concordance.lines import WORDS, ConcordanceLine, Source, context
from index.query.tree import And, Field

if TYPE_CHECKING:
    from corpus.article import Article, ArticleFile
    from corpus.facts import Known, KnownTable
    from corpus.opening import Corpus
    from corpus.problem import Problem
    from index.concordance.keywords import Keywords
    from index.known_files import FileKey
    from index.snapshot import Snapshot


def _no_progress(_done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


def _no_problem(_problem: Problem) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Work:
    """How a long piece of work tells of itself, and is told to stop.

    `progress(done, total)` counts articles, `cancelled()` is asked before each, `problem` is told
    why one could not be read.
    """

    progress: Callable[[int, int], None] = _no_progress
    cancelled: Callable[[], bool] = _never
    problem: Callable[[Problem], None] = _no_problem


@dataclass(frozen=True)
class Concordance:
    """Every place of a query in one commit of the index.

    `found` are the documents of each segment that the query finds, `around` those that its lines
    are compared with: the articles that are left by the fields which choose articles. `condemn` has
    a damaged index made anew. `uncounted` articles are not indexed yet and have no line: they are
    left out where words of all articles are counted.
    """

    keywords: Keywords
    snapshot: Snapshot
    found: Documents
    around: Documents
    condemn: Callable[[], None]
    uncounted: int = 0
    _facts: Facts[Known, KnownTable] = field(default_factory=metadata_facts)

    @property
    def corpus(self) -> Corpus:
        """The corpus that is read."""
        return self.keywords.corpus

    @cached_property
    def files(self) -> tuple[ArticleFile, ...]:
        """The articles that the query finds, in the order of the corpus."""
        with told_of_damage(self.condemn):
            keys = set(keys_of(self.snapshot, self.found))
        return tuple(file for file in self.corpus.files if file.key in keys)

    @cached_property
    def counts(self) -> Counts:
        """The words of the articles that the lines are compared with."""
        return Counts(self.snapshot, self.around, self.condemn)

    @property
    def selection(self) -> Counts:
        """The words of the articles that have lines, among those that are compared with."""
        return Counts(self.snapshot, self.found, self.condemn).within(self.counts)

    @property
    def rest(self) -> Counts:
        """The words of the other articles that are compared with."""
        return self.counts.without(self.selection)

    def lines(
        self, work: Work | None = None, *, words: int = WORDS, metadata: bool = False
    ) -> Iterator[ConcordanceLine]:
        """Give the lines in the order of the corpus, as they are found.

        `words` are kept on either side of each. With `metadata` outlet and date of the articles are
        known, which takes longer the first time.
        """
        work = work or Work()
        known = self._facts.current(self.corpus) if metadata else None
        for done, file in enumerate(self.files):
            if work.cancelled():
                return
            work.progress(done, len(self.files))
            try:
                article = self.corpus.read(file)
            except CorpusError as error:
                work.problem(error.problem)
                continue
            yield from self._lines_of(article, words, known, work)

    def metadata(self, work: Work) -> Mapping[FileKey, Known]:
        """Return what is known of each article, learnt first where it is not."""
        self._facts.learn(self.corpus, work.progress, work.cancelled)
        return self._facts.current(self.corpus)

    def sources(self, work: Work | None = None) -> tuple[Source, ...]:
        """Return all articles that the lines are compared with, in order, with outlet and date."""
        work = work or Work()
        known = self.metadata(work)
        lengths = [
            segment.packed.lengths[document]
            for segment, documents in zip(self.snapshot.segments, self.around, strict=True)
            for document in sorted(documents)
        ]
        with told_of_damage(self.condemn):
            sizes = dict(zip(keys_of(self.snapshot, self.around), lengths, strict=True))
        return tuple(
            _source(file.article, file.part, sizes[key], known.get(key))
            for file in self.corpus.files
            if (key := file.key) in sizes
        )

    def _lines_of(
        self,
        article: Article,
        words: int,
        known: Mapping[FileKey, Known] | None,
        work: Work,
    ) -> Iterator[ConcordanceLine]:
        text = article.text
        located, found = self.keywords.tokens_of(article, work.problem)
        if not found:
            return
        about = None if known is None else self._about(article.file, known)
        source = _source(article.name, article.file.part, len(located), about)
        for one in found:
            before, inside, after = context(text, one.start, one.end)
            yield ConcordanceLine(
                one.start,
                one.end,
                source,
                one.first,
                before,
                inside,
                after,
                tuple(
                    intern(word)
                    for _, _, word in located[max(0, one.first - words) : one.first][::-1]
                ),
                tuple(intern(word) for _, _, word in located[one.first : one.last + 1]),
                tuple(intern(word) for _, _, word in located[one.last + 1 : one.last + 1 + words]),
                one.exact,
            )

    def described(self, sources: Sequence[Source], work: Work) -> dict[FileKey, Source]:
        """Return articles that have lines with outlet and date, by article and part."""
        known = self._facts.current(self.corpus)
        found: dict[FileKey, Source] = {}
        for done, source in enumerate(sources):
            if work.cancelled():
                break
            work.progress(done, len(sources))
            key = source.key
            file = self.corpus.find(*key)
            if file is not None:
                found[key] = _source(*key, source.tokens, self._about(file, known))
        return found

    def _about(self, file: ArticleFile, known: Mapping[FileKey, Known]) -> Known | None:
        """Return what is known of an article, looked up alone where it is not known of all."""
        key = file.key
        if key in known:
            return known[key]
        try:
            return known_of(*key, "", self.corpus.summary(file))
        except CorpusError:
            return None  # it went away after its lines were read


def keys_of(snapshot: Snapshot, documents: Documents) -> Iterator[FileKey]:
    """Give the articles of documents, segment by segment, each in ascending order."""
    for segment, numbers in zip(snapshot.segments, documents, strict=True):
        yield from map(segment.packed.keys().__getitem__, sorted(numbers))


def choosing_fields(keywords: Keywords) -> list[Field]:
    """Return the fields that choose articles and that every article found has to meet."""
    node = keywords.plan.node
    parts = node.nodes if isinstance(node, And) else (node,)
    naming = keywords.fields
    return [one for one in parts if isinstance(one, Field) and one not in naming]


def _source(article: str, part: str | None, tokens: int, known: Known | None) -> Source:
    if known is None:
        return Source(article, part, tokens)
    return Source(article, part, tokens, known.outlet, _date(known.first, known.last))


def _date(first: str, last: str) -> str:
    """Write the days from `first` to `last` as one date: a day, a month or a year."""
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4]
