"""Searching articles that are not indexed yet: those that may have the words are read, in memory.

Each waiting article is folded once (`index.folded_text`). For a query, those that may have what it
asks are parted into words and join the segments of the index as one more (`index.scanned_segment`);
the rest is only counted. So the answer is that of an index that has all articles, but for spellings
near to a word that the rest writes without a space after a full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.problem import CorpusError
from index.expanding import TextVocabulary, near_words, usual_letters
from index.folded_text import folded_file, folded_word
from index.folding_process import MOST_KEPT, fold_beside, identity
from index.lead import words_with_lead
from index.marked_text import FoldedText
from index.near_candidates import near_candidates
from index.query.tree import And, Field, Near, Node, Not, Or, Pattern, Same, Words, words_of
from index.scanned_segment import ScannedSegment
from index.snapshot import OpenSegment, Snapshot
from index.widening import SHORTEST, may_be_widened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from corpus.article import ArticleFile
    from corpus.opening import Corpus
    from index.folding_process import FoldingBeside, Identity
    from index.planning import Plan, Slot

MANY_WORDS: Final = 60
"""Alternatives of a word above which every article may have one of them."""


class Stopped(Exception):  # noqa: N818 - no error: nobody waits for the answer any more
    """A scan was stopped before its end."""


class Scan:
    """The articles that wait to be indexed, as far as searches read them.

    To be used by one thread at a time.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._base: Snapshot | None = None
        self._stale: Mapping[str, set[int]] = {}
        self._files: dict[Identity, ArticleFile] = {}
        self._segment = ScannedSegment()
        self._numbers: dict[Identity, int] = {}
        self._folded: dict[Identity, bytes] = {}
        self._kept = 0
        self._unreadable: set[Identity] = set()
        self._taken: set[Identity] = set()
        self._rest_size = 0
        self._characters = 0
        self._near: dict[str, tuple[bytes, ...]] = {}
        self._snapshot: Snapshot | None = None
        self._beside: FoldingBeside | None = None
        self._began_beside = False

    def follow(
        self,
        corpus: Corpus,
        base: Snapshot | None,
        files: Iterable[ArticleFile],
        stale: Mapping[str, set[int]],
    ) -> None:
        """Scan these files from now on, beside the index without its `stale` documents."""
        if corpus.settings != self._corpus.settings:
            # A file may be read in another way now.
            self._folded.clear()
            self._numbers.clear()
            self._segment = ScannedSegment()
            self._kept = self._characters = 0
            self._beside = None
        self._corpus, self._base, self._stale = corpus, base, stale
        self._files = {identity(file): file for file in files}
        for gone in self._folded.keys() - self._files.keys():
            self._kept -= len(self._folded.pop(gone))
        self._unreadable &= self._folded.keys()
        self._taken = self._files.keys() & self._numbers.keys()
        self._rest_size = sum(one[2] for one in self._files.keys() - self._taken)
        self._near.clear()
        self._snapshot = None

    @property
    def articles(self) -> int:
        """How many articles are scanned, those that cannot be read left out once that is seen."""
        return len(self._files) - len(self._unreadable)

    @property
    def is_ready(self) -> bool:
        """Whether the texts were read before, so that a scan takes no longer than a search."""
        return len(self._folded) == len(self._files)

    def fold_beside(self, begun: FoldingBeside | None = None) -> bool:
        """Where much is not folded yet, have another process fold it, if none has `begun` to.

        `read` takes it over. Says whether there is such a process from now on.
        """
        if self._began_beside:
            return False
        if begun is None:
            others = (file for one, file in self._files.items() if one not in self._folded)
            begun = fold_beside(self._corpus, others, MOST_KEPT - self._kept)
        self._beside = begun
        self._began_beside = begun is not None
        return self._began_beside

    def read(self, cancelled: Callable[[], bool]) -> None:
        """Read and fold the texts, as far as they are kept. Raises Stopped."""
        for texts in self._beside or ():
            for text, one in texts:
                if text is not None and one in self._files and one not in self._folded:
                    self._keep(one, text)
            if cancelled():
                raise Stopped
        self._beside = None
        for _ in self._texts(cancelled):
            pass

    def snapshot(self) -> Snapshot:
        """Return the index with the scanned articles that may have what was asked so far."""
        if self._snapshot is not None:
            return self._snapshot
        stamp = self._base.stamp if self._base is not None else (-1,)
        segments = [
            OpenSegment(one.name, one.packed, one.deleted | self._stale.get(one.name, set()))
            for one in (self._base.segments if self._base is not None else ())
        ]
        there = {self._numbers[one] for one in self._taken}
        gone = frozenset(range(self._segment.documents)) - there
        # The name is none that a segment on the disk can have.
        segments.append(OpenSegment("", self._segment, gone))
        self._snapshot = Snapshot(stamp, tuple(segments), _Rest(self))
        return self._snapshot

    def take_all(self, cancelled: Callable[[], bool]) -> None:
        """Take in all articles. Raises Stopped."""
        self._take_in(lambda _: True, cancelled)

    def gather(self, plan: Plan, cancelled: Callable[[], bool]) -> bool:
        """Take in the articles that may be found; says whether there were any new ones."""
        if any(
            words.stemmed or any(isinstance(word, Pattern) for word in words.words)
            for words in plan.leaves
        ):
            return self._take_in(lambda _: True, cancelled)
        look = _Look(plan)
        among = look.among(plan.node, self._having)
        return self._take_in(lambda text: look.may_hold(plan.node, text), cancelled, among)

    def gather_near(self, plan: Plan, snapshot: Snapshot, cancelled: Callable[[], bool]) -> bool:
        """Take in the articles with words that words of the query are widened to."""
        near: set[bytes] = set()
        for words, wanted in words_of(plan.node):
            for at, word in enumerate(words.words):
                prefix = words.prefix and at == len(words.words) - 1
                if not wanted or words.quoted or isinstance(word, Pattern):
                    continue
                if may_be_widened(word, prefix, snapshot):
                    near.update(self._near_words(word, cancelled))
        if not near:
            return False
        return self._take_in(
            lambda text: any(text.may_have(word, False) for word in near),
            cancelled,
            set().union(*map(self._having, near)),
        )

    def gather_most(self, plan: Plan, parts: list[Node], cancelled: Callable[[], bool]) -> bool:
        """Take in the articles with at least half of the parts of a query."""
        look = _Look(plan)
        among = _any_of(look.among(part, self._having) for part in parts)

        def has_most(text: FoldedText) -> bool:
            return 2 * sum(look.may_hold(part, text) for part in parts) >= len(parts)

        return self._take_in(has_most, cancelled, among)

    def rest_having(self, words: Collection[bytes]) -> int:
        """Count the articles that were not taken in and whose folded texts have one of these."""
        having = set().union(*map(self._having, words))
        beyond = (
            any(word in text for word in words)
            for one, text in self._texts(_never, having)
            if one not in having and one not in self._numbers
        )
        return len(having - self._numbers.keys()) + sum(beyond)

    @property
    def rest_articles(self) -> int:
        """How many articles were not taken in."""
        return self.articles - len(self._taken)

    @property
    def rest_tokens(self) -> int:
        """How many words those have, about."""
        if not self._characters:
            return 0
        return int(self._rest_size * self._segment.tokens / self._characters)

    def _having(self, word: bytes) -> set[Identity]:
        """Give the articles whose folded text has a word somewhere, of those that are kept."""
        return {one for one, text in self._folded.items() if word in text}

    def _take_in(
        self,
        may_hold: Callable[[FoldedText], bool],
        cancelled: Callable[[], bool],
        among: set[Identity] | None = None,
    ) -> bool:
        """Take in the articles that may hold something, of those that are kept `among` these."""
        before = self._segment.documents
        for one, text in self._texts(cancelled, among):
            if one not in self._numbers and may_hold(
                FoldedText(text, self._files[one], self._corpus)
            ):
                self._add(one)
        return self._segment.documents > before

    def _add(self, one: Identity) -> None:
        try:
            article = self._corpus.read(self._files[one])
        except CorpusError:
            return
        found, lead = words_with_lead(article.text)
        stored = {"article": one[0], "part": one[1]}
        self._numbers[one] = self._segment.add(found, lead, stored)
        self._characters += one[2]
        self._taken.add(one)
        self._rest_size -= one[2]
        self._snapshot = None

    def _texts(
        self, cancelled: Callable[[], bool], among: set[Identity] | None = None
    ) -> Iterator[tuple[Identity, bytes]]:
        """Give the folded texts: of those that are kept `among` these, and all others."""
        for one, file in self._files.items():
            text = self._folded.get(one)
            if text is not None and among is not None and one not in among:
                continue
            if cancelled():
                raise Stopped
            if text is None:
                text = folded_file(self._corpus, file)
                self._keep(one, text)
            if text:
                yield one, text

    def _keep(self, one: Identity, text: bytes) -> None:
        """Keep a folded text, where there is room; one that is empty could not be read."""
        if self._kept + len(text) <= MOST_KEPT:
            self._folded[one] = text
            self._kept += len(text)
            if not text:
                self._unreadable.add(one)

    def _near_words(self, word: str, cancelled: Callable[[], bool]) -> tuple[bytes, ...]:
        """Give the words near to a word, but for those joined over a full stop or a comma."""
        found = self._near.get(word)
        if found is None:
            letters = usual_letters(word)
            texts = (text for _, text in self._texts(cancelled))
            vocabulary = TextVocabulary(near_candidates(word, letters, texts))
            near = near_words(word, letters, vocabulary, SHORTEST)
            found = self._near[word] = tuple(folded_word(other) for other, _ in near)
        return found


class _Look:
    """Tells of folded texts whether they may hold what a plan asks."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._leaves = {
            words: tuple(
                tuple(_folded(slot) for slot in slots if slot.alternatives)
                for slots in leaf.sequences
            )
            for words, leaf in plan.leaves.items()
        }

    def among(self, node: Node, having: Callable[[bytes], set[Identity]]) -> set[Identity] | None:
        """Give articles among which all are that may hold a node; None for all there are."""
        match node:
            case Words():
                return _any_of(
                    _all_of(
                        None
                        if b"" in dict(slot)
                        else set().union(*(having(one) for one, _ in slot))
                        for slot in slots
                    )
                    for slots in self._leaves[node]
                )
            case Near():
                return _all_of(self.among(one, having) for one in (node.left, node.right))
            case Same():
                return self.among(node.node, having)
            case And():
                return _all_of(self.among(one, having) for one in node.nodes)
            case Or():
                return _any_of(self.among(one, having) for one in node.nodes)
            case Field() | Not():
                return None

    def may_hold(self, node: Node, text: FoldedText) -> bool:
        """Say whether a node of the tree may hold in an article; False is certain."""
        match node:
            case Words():
                return any(
                    all(any(text.may_have(word, prefix) for word, prefix in slot) for slot in slots)
                    for slots in self._leaves[node]
                )
            case Field():
                return text.file.key in self._plan.articles.get(node, ())
            case Near():
                return self.may_hold(node.left, text) and self.may_hold(node.right, text)
            case Same():
                return self.may_hold(node.node, text)
            case And():
                return all(self.may_hold(one, text) for one in node.nodes)
            case Or():
                return any(self.may_hold(one, text) for one in node.nodes)
            case Not():
                return True


class _Rest:
    """The scanned articles that were not taken in, as they are counted."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._known: dict[Slot, int] = {}
        self.articles = scan.rest_articles
        self.tokens = scan.rest_tokens

    def having(self, slot: Slot) -> int:
        """Count, about, the articles that have a word of the query."""
        found = self._known.get(slot)
        if found is None:
            words = tuple(b" " + word + (b"" if prefix else b" ") for word, prefix in _folded(slot))
            found = self._known[slot] = self._scan.rest_having(words)
        return found


def _folded(slot: Slot) -> tuple[tuple[bytes, bool], ...]:
    """Fold the alternatives of a word, and say which is only the start of words; where they are
    many, give a start that every text has.
    """
    if len(slot.alternatives) > MANY_WORDS or not slot.alternatives:
        return ((b"", True),)
    return tuple(
        (folded_word(alternative.word), slot.prefix and not at)
        for at, alternative in enumerate(slot.alternatives)
    )


def _all_of(found: Iterable[set[Identity] | None]) -> set[Identity] | None:
    """Give what all of these have; None stands for all there are."""
    some = [one for one in found if one is not None]
    return set.intersection(*some) if some else None


def _any_of(found: Iterable[set[Identity] | None]) -> set[Identity] | None:
    """Give what any of these has; None stands for all there are."""
    every: set[Identity] = set()
    for one in found:
        if one is None:
            return None
        every |= one
    return every


def _never() -> bool:
    return False
