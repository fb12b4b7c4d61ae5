"""Which articles a field of a query finds: by what is known of them beside the index.

Metadata and what the analysis found are kept by the corpus (`corpus.facts_keeping`); names are
those of its table of entities; what the reader made of an article is supplied by whoever knows it
(`Reader`). Nothing of it is in the index, so that none of it has to be known to build that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from typing import TYPE_CHECKING, Protocol

from corpus.facts_keeping import Facts, analysis_facts, metadata_facts
from corpus.garbage import many_objects
from index.called import CalledArticles, CalledEntities, WordsMatcher, is_called, line_of
from index.field_sources import METADATA, NAMES, source_of
from index.kept_metadata import KeptMetadata, keep_metadata, kept_metadata
from index.kept_numbers import KeptNumbers, keep_numbers, kept_numbers
from index.query.tree import Dates, Field, Figures, Node, Words, fields_of
from index.ranges import InRuns, SortedRows, days_of, numbers_of

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.facts import Findings, FindingsTable, Known, KnownTable
    from corpus.linking.places import Places
    from corpus.linking.table import EntityTable, LinkedEntity
    from corpus.opening import Corpus
    from index.known_files import FileKey
    from index.ranges import Run

Articles = frozenset["FileKey"]


@dataclass(frozen=True, slots=True)
class ReaderFacts:
    """What the reader made of one article."""

    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    annotated: bool = False
    claims: bool = False


class Reader(Protocol):
    """Supplies what the reader made of the articles of a corpus."""

    def facts(self) -> Mapping[FileKey, ReaderFacts]:
        """Return the facts of every article that the reader annotated."""

    def unread(self) -> Iterable[FileKey]:
        """Return the articles that were never open."""

    def starred(self) -> Iterable[FileKey]:
        """Return the articles that the reader marked with a star."""


class NoReader:
    """Nobody read anything yet."""

    def facts(self) -> Mapping[FileKey, ReaderFacts]:
        """Return nothing."""
        return {}

    def unread(self) -> Iterable[FileKey]:
        """Return nothing."""
        return ()

    def starred(self) -> Iterable[FileKey]:
        """Return nothing."""
        return ()


@dataclass(slots=True)
class FieldAnswers:
    """Answers the fields of queries for one corpus; what it learnt is kept."""

    reader: Reader = field(default_factory=NoReader)
    _metadata: Facts[Known, KnownTable] = field(default_factory=metadata_facts)
    _findings: Facts[Findings, FindingsTable] = field(default_factory=analysis_facts)
    _days: SortedRows = field(default_factory=partial(SortedRows, days_of))
    _numbers: SortedRows = field(default_factory=partial(SortedRows, numbers_of))
    _numbers_kept: tuple[Corpus | None, KeptNumbers | None] = (None, None)
    _metadata_kept: tuple[Corpus | None, KeptMetadata | None] = (None, None)
    _table: EntityTable | None = None
    _places: Places | None = None
    _called: CalledEntities | None = None
    _table_of: Corpus | None = None
    _texts: dict[str, tuple[object, CalledArticles]] = field(default_factory=dict)
    _speakers: tuple[object, dict[tuple[str, int], set[FileKey]]] | None = None

    def learn(
        self,
        node: Node | None,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Learn of all articles what the fields of a query ask; the first time it takes long."""
        asked = {source_of(one) for one, _ in fields_of(node)}
        if "numbers" in asked and self._kept_numbers(corpus) is None:
            asked.add("findings")
        if "metadata" in asked:
            self.learn_all_metadata(corpus, progress, cancelled)
            self._days_of(corpus)
        if "findings" in asked:
            self._findings.learn(corpus, progress, cancelled)
            self._sort_numbers(corpus)
        if asked & {"names", "findings"}:
            self._learn_names(corpus, progress, cancelled, make="names" in asked)

    def learn_names(
        self,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Bring the names of the corpus together, where they are not known yet."""
        self._learn_names(corpus, progress, cancelled, make=True)

    def knows_names(self, corpus: Corpus) -> bool:
        """Say whether the names of the corpus are known."""
        self._learn_names(corpus, _no_progress, _never, make=False)
        return self._table is not None

    def _learn_names(
        self,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
        *,
        make: bool,
    ) -> None:
        from corpus.linking.keeping import Stopped, entity_places, entity_table, kept_table

        if self._table_of is corpus:
            return
        table = kept_table(corpus)
        if table is None and make:
            try:
                table = entity_table(corpus, progress, cancelled)
            except Stopped:
                return
        if table is not None:
            self._table, self._places = table, entity_places(corpus, table)
            self._called = CalledEntities(table.entities)
            self._table_of = corpus

    def unknown(self, node: Node | None, corpus: Corpus) -> int:
        """Count the articles of which what a query asks is not known yet."""
        found = 0
        for source in {source_of(one) for one, _ in fields_of(node)}:
            if source == "metadata" and self._kept_metadata(corpus) is None:
                found = max(found, self._metadata.missing(corpus))
            elif source == "findings" or (
                source == "numbers" and self._kept_numbers(corpus) is None
            ):
                found = max(found, self._findings.missing(corpus))
            elif source == "names" and self._table_of is not corpus:
                found = len(corpus.files)
        return found

    def learn_metadata(
        self,
        found: Articles,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Learn title, outlet, author and date of some articles; it is kept."""
        self._metadata.learn(corpus, progress, cancelled, found)

    def learn_all_metadata(
        self,
        corpus: Corpus,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Learn title, outlet, author and date of all articles; they are kept for later queries."""
        if self._kept_metadata(corpus) is None:
            self._metadata.learn(corpus, progress, cancelled)
            rows = self._metadata.current(corpus)
            self._metadata_kept = corpus, keep_metadata(corpus, rows)

    def metadata(self, corpus: Corpus) -> Mapping[FileKey, Known]:
        """Return the metadata of the articles, as far as they are known."""
        return self._metadata.current(corpus)

    def findings(self, corpus: Corpus) -> Mapping[FileKey, Findings]:
        """Return what was found in the articles, as far as it is known."""
        return self._findings.current(corpus)

    def naming(self, type_: str, found: Articles, corpus: Corpus) -> Iterator[tuple[str, int]]:
        """Give the names of the entities of a type, each with how many of the articles have it.

        None where the names of the corpus are not known.
        """
        self._learn_names(corpus, _no_progress, _never, make=False)
        if self._table is None or self._places is None:
            return
        for number, entity in enumerate(self._table.entities):
            if entity.type == type_:
                here = {(one.article, one.part) for one, _ in self._places.of(number)}
                if count := len(here & found):
                    yield entity.name, count

    def called(
        self, asked: WordsMatcher, type_: str | None, corpus: Corpus
    ) -> Iterator[LinkedEntity]:
        """Give the entities, of a type or of any, that have a name with these words.

        None where the names of the corpus are not known.
        """
        self._learn_names(corpus, _no_progress, _never, make=False)
        if self._table is not None and self._called is not None:
            for number in self._called.numbers(asked, type_):
                yield self._table.entities[number]

    def articles(self, one: Field, corpus: Corpus) -> Collection[FileKey]:
        """Return the articles that a field finds, each once, as far as they are known."""
        match one.name, one.value:
            case "date", Dates() as dates:
                days = self._days_of(corpus)
                return InRuns(days, [run.within(dates) for run in days])
            case "number", Figures() as figures:
                if (kept := self._kept_numbers(corpus)) is not None:
                    return kept.meeting(figures)
                numbers = self._numbers_of(corpus)
                return InRuns(numbers, [run.meeting(figures) for run in numbers])
            case "file", str(text):
                return frozenset(
                    file.key for file in corpus.files if _names_file(file.article, text)
                )
            case "has", str(text):
                return self._having(text, corpus)
            case "is", str(text):
                marked = self.reader.unread() if text == "unread" else self.reader.starred()
                return frozenset(marked)
            case name, Words() as asked:
                return self._with_words(name, WordsMatcher(asked), corpus)
        raise AssertionError("the parser gives each field its own kind of value")

    def _days_of(self, corpus: Corpus) -> Sequence[Run]:
        kept = self._kept_metadata(corpus)
        if kept is not None:
            return kept.days
        facts = self._metadata
        return self._days.runs(facts.state(corpus), lambda: facts.current(corpus))

    def _kept_metadata(self, corpus: Corpus) -> KeptMetadata | None:
        """Give the metadata of all articles as they were kept before; None where they were not."""
        # Another process may keep them meanwhile.
        if self._metadata_kept[0] is not corpus or self._metadata_kept[1] is None:
            self._metadata_kept = corpus, kept_metadata(corpus)
        return self._metadata_kept[1]

    def _kept_numbers(self, corpus: Corpus) -> KeptNumbers | None:
        """Give the numbers of all articles as they were sorted before; None where that was not."""
        if self._numbers_kept[0] is not corpus:
            self._numbers_kept = corpus, kept_numbers(corpus)
        return self._numbers_kept[1]

    def _sort_numbers(self, corpus: Corpus) -> None:
        """Sort all numbers, where they are known and were not sorted before."""
        if self._kept_numbers(corpus) is None:
            rows = self._findings.current(corpus)
            self._numbers_kept = corpus, keep_numbers(corpus, rows)
        if self._kept_numbers(corpus) is None:
            self._numbers_of(corpus)

    def numbers_of(self, corpus: Corpus) -> Callable[[ArticleFile], Findings | None]:
        """Return what gives the numbers of an article, None where they are not known."""
        kept = self._kept_numbers(corpus)
        if kept is not None:
            return kept.of
        rows = self._findings.current(corpus)

        def known(file: ArticleFile) -> Findings | None:
            row = rows.get(file.key)
            return row if row is not None and row.stamp == corpus.stamp(file) else None

        return known

    def _numbers_of(self, corpus: Corpus) -> Sequence[Run]:
        facts = self._findings
        return self._numbers.runs(facts.state(corpus), lambda: facts.current(corpus))

    def _having(self, what: str, corpus: Corpus) -> Collection[FileKey]:
        match what:
            case "annotation" | "claim":
                return frozenset(
                    key
                    for key, facts in self.reader.facts().items()
                    if (facts.annotated if what == "annotation" else facts.claims)
                )
            case "number":
                rows = self._findings.current(corpus)
                return tuple(key for key, row in rows.items() if row.lows)
            case "date":
                rows = self._findings.current(corpus)
                return tuple(key for key, row in rows.items() if row.has_date)
            case _:
                rows = self._findings.current(corpus)
                return tuple(key for key, row in rows.items() if row.has_quote)

    def _with_words(self, name: str, asked: WordsMatcher, corpus: Corpus) -> Collection[FileKey]:
        if name in METADATA:
            return self._called_so(name, corpus).having(asked)
        if name in NAMES:
            return self._naming(NAMES[name], asked)
        if name == "speaker":
            return self._speaking(asked, corpus)
        return frozenset(
            key
            for key, facts in self.reader.facts().items()
            if any(map(asked.is_in, facts.tags if name == "tag" else facts.notes))
        )

    def _called_so(self, name: str, corpus: Corpus) -> CalledArticles:
        """Give the articles by their titles, outlets or authors."""
        kept = self._kept_metadata(corpus)
        if kept is not None:
            return kept.called(name)
        state = self._metadata.state(corpus)
        known = self._texts.get(name)
        if known is None or known[0] != state:
            rows = self._metadata.current(corpus)
            with many_objects():
                lines = [line_of(getattr(row, name)) for row in rows.values()]
            known = self._texts[name] = state, CalledArticles(list(rows), lines)
        return known[1]

    def _naming(self, type_: str | None, asked: WordsMatcher) -> Articles:
        """Return the articles that name an entity, in whichever of its spellings."""
        if self._called is None or self._places is None:
            return frozenset()
        found: set[FileKey] = set()
        for number in self._called.numbers(asked, type_):
            found.update((here.article, here.part) for here, _ in self._places.of(number))
        return frozenset(found)

    def names(self, one: Field, key: FileKey, local: str, only: str | None = None) -> bool:
        """Say whether the entity `local` of an article's own analysis is what a field names.

        `only` is the id of the one entity of the corpus that is meant, of all that are called so.
        """
        entity = self._table.linked(*key, local) if self._table is not None else None
        if entity is not None and only is not None:
            return entity.id == only
        if entity is None or not isinstance(one.value, Words):
            return False
        type_ = NAMES.get(one.name)  # a speaker may be of any type
        return type_ in (None, entity.type) and is_called(entity, WordsMatcher(one.value))

    def _speaking(self, asked: WordsMatcher, corpus: Corpus) -> Articles:
        found: set[FileKey] = set()
        called = set(self._called.numbers(asked, None)) if self._called is not None else set()
        for (name, number), speaking in self._speakers_of(corpus).items():
            if number in called or asked.is_in(name):
                found |= speaking
        return frozenset(found)

    def _speakers_of(self, corpus: Corpus) -> dict[tuple[str, int], set[FileKey]]:
        """Give the articles of each speaker: a name, and the entity's number, -1 for none."""
        table = self._table
        state = self._findings.state(corpus), table.stamp if table is not None else None
        if self._speakers is None or self._speakers[0] != state:
            found: dict[tuple[str, int], set[FileKey]] = {}
            for key, row in self._findings.current(corpus).items():
                for speaker in row.speakers:
                    linked = None
                    if speaker.entity is not None and table is not None:
                        linked = table.linked(*key, speaker.entity)
                    number = -1 if linked is None or table is None else table.number(linked.id)
                    found.setdefault((speaker.name, number), set()).add(key)
            self._speakers = state, found
        return self._speakers[1]


def _no_progress(_done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


def _names_file(article: str, text: str) -> bool:
    """Say whether a text is part of a file's name, or matches it where it has a `*`."""
    name, asked = article.casefold(), text.casefold()
    if "*" in asked or "?" in asked:
        return fnmatchcase(name, asked) or fnmatchcase(name, f"*/{asked}")
    return asked in name
