"""The spellings of what a query names, and which articles each of them brings besides."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from corpus.span import Span
from index.called import WordsMatcher
from index.field_sources import NAMES
from index.query.tree import And, Field, Near, Not, Or, Pattern, Same, Words, fields_of, words_of
from index.widening import widened_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpus.linking.table import LinkedEntity
    from corpus.opening import Corpus
    from index.fields import FieldAnswers
    from index.known_files import FileKey
    from index.query.tree import Node
    from index.snapshot import Snapshot

MOST_ENTITIES: Final = 5
"""Entities that a name may mean, those with the most mentions."""
MOST_SPELLINGS: Final = 12
"""Spellings of an entity, the most frequent."""
MOST_NAMED: Final = 3
"""Articles that are named of those that a spelling adds."""
MOST_TOGETHER: Final = 6
"""Words of a query that are taken for one name."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write what a query names, or all ways of one entity.

    Of a word that was widened, `entity` is that word, and `type` is empty.

    `query` finds it, `whole` is the query that was asked with it in its place. `articles` counts
    those that have it, `added` those that `whole` finds and the query that was asked does not; the
    first of these are `among_them`.
    """

    text: str
    entity: str
    type: str
    query: str
    whole: str
    articles: int
    added: int
    every: bool = False
    among_them: tuple[FileKey, ...] = ()


def spellings_of(
    query: str,
    node: Node,
    answers: FieldAnswers,
    corpus: Corpus,
    found: Callable[[str], frozenset[FileKey]],
    before: frozenset[FileKey],
) -> tuple[Spelling, ...]:
    """Return the spellings of the entities that a query names, each entity's together first.

    `node` is the query as it was read, `found` gives the articles of a query, `before` are those of
    this one. None until the names of the corpus were brought together.
    """

    def called(asked: _Asked) -> Iterator[tuple[LinkedEntity, Span]]:
        for entity in answers.called(asked.words, asked.type, corpus):
            if len(entity.names) > 1:
                yield entity, asked.place

    named: dict[str, tuple[LinkedEntity, Span]] = {}
    for alternatives in _asked(node):
        for asked in alternatives:
            for entity, place in called(asked):
                named.setdefault(entity.id, (entity, place))
        if named:
            break  # words that are a name together are not looked up one by one
    entities = sorted(named.values(), key=lambda one: (-one[0].count, one[0].id))
    return tuple(
        spelling
        for entity, place in entities[:MOST_ENTITIES]
        for spelling in _spellings(query, entity, place, found, before)
    )


def widened_spellings(
    query: str,
    node: Node,
    snapshot: Snapshot,
    found: Callable[[str], frozenset[FileKey]],
    before: frozenset[FileKey],
) -> Iterator[Spelling]:
    """Give what each word of a query is widened to, as a query for this spelling and no other.

    A word that articles have stays in it. `found` and `before` are as above.
    """
    for words, wanted in words_of(node):
        word = words.words[0]
        if not wanted or words.quoted or len(words.words) > 1 or isinstance(word, Pattern):
            continue
        itself = f'"{word}" OR ' if snapshot.lexicon.document_frequency(word) else ""
        for alternative, _ in widened_words(word, False, snapshot):
            own = f'"{alternative.word}"'
            whole = _put(query, words, itself + own) if itself else _instead(query, words, own)
            here, added = found(own), found(whole) - before
            named = tuple(nsmallest(MOST_NAMED, added, key=lambda key: (key[0], key[1] or "")))
            yield Spelling(
                alternative.word, word, "", own, whole, len(here), len(added), among_them=named
            )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words that may be a name, of a type or of any, and their place in the query."""

    type: str | None
    words: WordsMatcher
    place: Span


def _asked(node: Node) -> Iterator[list[_Asked]]:
    """Give what may be names: what fields ask for, else words that stand together, most first."""
    fields = [
        _Asked(NAMES[one.name], WordsMatcher(one.value), one)
        for one, wanted in fields_of(node)
        if wanted and one.name in NAMES and isinstance(one.value, Words)
    ]
    if fields:
        yield fields
        return
    runs = list(_runs(node))
    for count in range(min(MOST_TOGETHER, max(map(len, runs), default=0)), 0, -1):
        yield [
            _together(run[at : at + count]) for run in runs for at in range(len(run) - count + 1)
        ]


def _together(run: list[Words]) -> _Asked:
    """Take words that follow each other in the query for one name."""
    place = Span(run[0].start, run[-1].end)
    words = tuple(word for one in run for word in one.words)
    return _Asked(None, WordsMatcher(Words(place.start, place.end, words)), place)


def _runs(node: Node) -> Iterator[list[Words]]:
    """Give the words of a query that are to be there, those beside each other together."""
    match node:
        case Words():
            if _is_plain(node):
                yield [node]
        case And():
            yield from _runs_beside(node.nodes)
        case Or():
            for one in node.nodes:
                yield from _runs(one)
        case Near():
            yield from _runs(node.left)
            yield from _runs(node.right)
        case Same():
            yield from _runs(node.node)
        case Not() | Field():
            pass


def _runs_beside(nodes: Iterable[Node]) -> Iterator[list[Words]]:
    run: list[Words] = []
    for one in nodes:
        if isinstance(one, Words) and _is_plain(one):
            run.append(one)
            continue
        if run:
            yield run
            run = []
        yield from _runs(one)
    if run:
        yield run


def _is_plain(words: Words) -> bool:
    return not words.stemmed and not any(isinstance(word, Pattern) for word in words.words)


def _spellings(
    query: str,
    entity: LinkedEntity,
    place: Span,
    found: Callable[[str], frozenset[FileKey]],
    before: frozenset[FileKey],
) -> Iterator[Spelling]:
    names: dict[str, str] = {}  # the text of each query
    for name in entity.names:
        if own := _asked_for(name.text):
            names.setdefault(own, " ".join(name.text.split()))
    queries = list(names)[:MOST_SPELLINGS]
    articles = {one: found(one) for one in queries}

    def spelling(text: str, own: str, here: frozenset[FileKey], *, every: bool) -> Spelling:
        instead = own if every else f"{place.cut(query)} OR {own}"
        whole = _put(query, place, instead)
        added = (here if whole == own else found(whole)) - before
        named = tuple(nsmallest(MOST_NAMED, added, key=lambda key: (key[0], key[1] or "")))
        name, type_, count = entity.name, entity.type, len(added)
        return Spelling(text, name, type_, own, whole, len(here), count, every, named)

    # What finds the mentions of a small word brings all others of its entity.
    alone = [one for one in queries if not one.startswith("entity:")]
    among = [f"{names[one]} too" for one in queries if one not in alone]
    together = frozenset().union(*articles.values())
    yield spelling(", ".join((entity.name, *among)), " OR ".join(queries), together, every=True)
    for one in alone:
        yield spelling(names[one], one, articles[one], every=False)


def _instead(query: str, place: Span, instead: str) -> str:
    """Return a query with a word of it, or a phrase, in the place of another."""
    return query[: place.start] + instead + query[place.end :]


def _put(query: str, place: Span, instead: str) -> str:
    """Return a query with something else in a place of it."""
    alone = not (query[: place.start].strip() or query[place.end :].strip())
    return instead if alone else _instead(query, place, f"({instead})")


def _asked_for(name: str) -> str:
    """Return what finds a name: a phrase; "" where it has no word.

    Capitals do not matter to words: of a name such as IS or WHO only its mentions are asked for.
    """
    from corpus.understanding.entities.lexicon.small_words import FUNCTION_WORDS

    plain = " ".join(name.replace('"', " ").split())
    if not any(map(str.isalnum, plain)):
        return ""
    return f'entity:"{plain}"' if plain.casefold() in FUNCTION_WORDS else f'"{plain}"'
