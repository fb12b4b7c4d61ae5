"""A query made ready to be searched: which words of the corpus each of its words stands for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from operator import is_
from typing import TYPE_CHECKING, Final

from index.expanding import described_words
from index.query.numerals import forms_of, numbers_in
from index.query.tree import (
    ANY_WORD,
    And,
    Field,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Same,
    Words,
    words_of,
)
from index.results import Widened
from index.stemming import words_with_stem_of
from index.widening import Alternative, letters_differ, widened_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from index.expanding import Vocabulary
    from index.known_files import FileKey
    from index.snapshot import Snapshot

FORM_WEIGHT: Final = 0.6
"""What another form of a word, with the same stem, counts beside the word itself."""
MOST_WAYS: Final = 60
"""Ways to write the numbers of a phrase; with more, those of its last numbers are left out."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of the query with its alternatives, the word itself first.

    With `prefix`, words that start with the first alternative match too. A slot without
    alternatives stands for any one word. `other_form` are the words of a number of the query in
    another form than it was written in, of which this is the first: they do not count where they
    are a part of a longer number (`index/joined_numbers.py`).
    """

    alternatives: tuple[Alternative, ...]
    prefix: bool = False
    other_form: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """The word that was asked for."""
        return self.alternatives[0].word

    @property
    def is_plain(self) -> bool:
        """Say whether it stands for one whole word."""
        return len(self.alternatives) == 1 and not self.prefix

    @property
    def is_unweighted(self) -> bool:
        """Say whether it stands for one whole word, each of whose places counts one."""
        return self.is_plain and self.alternatives[0].weight == 1.0

    def exactly(self) -> Slot:
        """Give the same without the alternatives that were not asked for."""
        exact = tuple(alternative for alternative in self.alternatives if alternative.exact)
        return self if exact == self.alternatives else replace(self, alternatives=exact)

    def whole(self) -> Slot:
        """Give the same without the words that only start so."""
        return replace(self, prefix=False) if self.prefix else self


ANYTHING: Final = Slot(())
"""Any one word of a phrase."""

Sequence = tuple[Slot, ...]


def is_one_word(slots: Sequence) -> bool:
    """Say whether these are a single word that counts wherever it stands."""
    return len(slots) == 1 and not slots[0].other_form


@dataclass(frozen=True, slots=True)
class Leaf:
    """What `Words` of the query is searched as: words in this order, or other ways to write it."""

    sequences: tuple[Sequence, ...]

    @property
    def slots(self) -> Iterator[Slot]:
        """Every slot of every way to write it."""
        return chain.from_iterable(self.sequences)

    def changed(self, change: Callable[[Slot], Slot]) -> Leaf:
        """Give the same with every slot changed; itself where none is."""
        changed = Leaf(tuple(tuple(map(change, slots)) for slots in self.sequences))
        same = all(map(is_, changed.slots, self.slots))
        return self if same else changed


@dataclass(frozen=True, slots=True)
class Plan:
    """A query ready to be searched: its tree, its leaves and what was widened.

    `leaves[node]` is the leaf of each `Words` in the tree, where equal ones are one: places are
    taken off, and words that must not be there, which are not widened, count as quoted. `articles`
    has the answer to each `Field` in the tree.
    """

    node: Node
    leaves: dict[Words, Leaf]
    widened: tuple[Widened, ...] = ()
    articles: dict[Field, Collection[FileKey]] = field(default_factory=dict)

    def exactly(self) -> Plan:
        """Give the same without what was widened."""
        if not self.widened:
            return self
        leaves = {words: leaf.changed(Slot.exactly) for words, leaf in self.leaves.items()}
        return replace(self, leaves=leaves, widened=())

    @property
    def has_prefix(self) -> bool:
        """Say whether a word of the query is the start of words."""
        return any(slot.prefix for leaf in self.leaves.values() for slot in leaf.slots)

    def without_prefixes(self) -> Plan:
        """Give the same with every word that is searched for whole."""
        wanted = set(self.wanted())
        leaves = {
            words: leaf.changed(Slot.whole) if words in wanted else leaf
            for words, leaf in self.leaves.items()
        }
        return replace(self, leaves=leaves)

    def wanted(self) -> list[Words]:
        """Give the words that a text is searched for: all but those that must not be there."""
        return list(dict.fromkeys(words for words, wanted in words_of(self.node) if wanted))


def plan_query(
    node: Node,
    snapshot: Snapshot | None,
    *,
    widen: bool,
    vocabulary: Vocabulary | None = None,
) -> Plan:
    """Look up what the words of a query are searched as; without an index, none is widened.

    Patterns are looked up in `vocabulary`, else in the index. Raises OutOfTime.
    """
    leaves: dict[Words, Leaf] = {}
    widened: dict[Widened, None] = {}
    node = _merged(node)
    words_known = vocabulary or (snapshot.lexicon if snapshot else None)
    look_up = _LookUp(snapshot if widen else None, words_known, widened)
    for words, _ in words_of(node):
        if words not in leaves:
            leaves[words] = look_up.leaf(words)
    return Plan(node, leaves, tuple(widened))


@dataclass(frozen=True, slots=True)
class _LookUp:
    snapshot: Snapshot | None
    vocabulary: Vocabulary | None
    widened: dict[Widened, None]

    def leaf(self, words: Words) -> Leaf:
        slots = tuple(
            self.slot(words, word, prefix=words.prefix and number == len(words.words) - 1)
            for number, word in enumerate(words.words)
        )
        return Leaf((slots, *_other_numbers(words, slots)))

    def slot(self, words: Words, word: str | Pattern, *, prefix: bool) -> Slot:
        if word == ANY_WORD:
            return ANYTHING
        if isinstance(word, Pattern):
            return self.described(word)
        alternatives = [Alternative(word)]
        if words.stemmed and self.vocabulary is not None:
            stems = words_with_stem_of(word, self.vocabulary)
            alternatives += (Alternative(other, FORM_WEIGHT) for other in stems)
        if not words.quoted and self.snapshot is not None:
            for alternative, why in widened_words(word, prefix, self.snapshot):
                if all(alternative.word != other.word for other in alternatives):
                    alternatives.append(alternative)
                    self.widened[Widened(word, alternative.word, why)] = None
        return Slot(tuple(alternatives), prefix)

    def described(self, pattern: Pattern) -> Slot:
        found = described_words(pattern, self.vocabulary) if self.vocabulary is not None else []
        if pattern.kind != "fuzzy":
            return Slot(tuple(Alternative(word) for word, _ in found) or _NOTHING)
        found.sort(key=lambda near: (near[1], near[0]))
        for word, distance in found:
            why = f"asked for with ~; {letters_differ(distance)}"
            self.widened[Widened(pattern.text, word, why)] = None
        near = (Alternative(word, 0.5**distance, exact=False) for word, distance in found)
        return Slot((Alternative(pattern.text), *near))


_NOTHING: Final = (Alternative(""),)


def _other_numbers(words: Words, slots: Sequence) -> Iterator[Sequence]:
    """Give the other ways to write words that have a number: sixteen hundred for 1600."""
    plain = [word if isinstance(word, str) else "" for word in words.words]
    found = list(numbers_in(plain))
    ways: list[Sequence] = [()]
    at = 0
    for start, end, value in found:
        forms = [slots[start:end]]
        forms += [
            (
                Slot((Alternative(form[0]),), other_form=form),
                *(Slot((Alternative(word),)) for word in form[1:]),
            )
            for form in forms_of(value)
            if form != tuple(plain[start:end])
        ]
        if len(ways) * len(forms) > MOST_WAYS:
            forms = forms[:1]
        ways = [(*way, *slots[at:start], *form) for way in ways for form in forms]
        at = end
    yield from ((*way, *slots[at:]) for way in ways[1:])


def without_place(one: Field) -> Field:
    """Give a field as a plan has it: equal to others but for its place."""
    value = one.value
    if isinstance(value, Words):
        value = replace(value, start=0, end=0)
    return Field(0, 0, one.name, value)


def _merged(node: Node, wanted: bool = True) -> Node:
    """Make what is equal but for its place one: it is then looked up and evaluated once."""
    match node:
        case Words():
            return replace(node, start=0, end=0, quoted=node.quoted or not wanted)
        case Field():
            return without_place(node)
        case Near():
            left, right = _merged(node.left, wanted), _merged(node.right, wanted)
            return Near(0, 0, left, right, node.distance)
        case Same():
            return Same(0, 0, node.unit, _merged(node.node, wanted))
        case Not():
            return Not(0, 0, _merged(node.node, not wanted))
        case And() | Or():
            merged = (_merged(child, wanted) for child in node.nodes)
            nodes = tuple(
                dict.fromkeys(inner for child in merged for inner in _joined_by(node, child))
            )
            return nodes[0] if len(nodes) == 1 else replace(node, start=0, end=0, nodes=nodes)


def _joined_by(node: And | Or, child: Node) -> tuple[Node, ...]:
    """Give what a node joins of one of its children: what that joins in the same way, or itself."""
    match node, child:
        case (Or(), Or()):
            return child.nodes
        case (And(), And()) if node.written or not child.written:
            return child.nodes
    return (child,)
