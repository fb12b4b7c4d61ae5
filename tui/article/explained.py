"""Everything that is known about one place: the analysis, the names of the corpus, annotations.

No Textual here: the command and the reader show the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.span import Span
from corpus.understanding.analysis import Foreign, Furniture, Mention, Quantity, Statement
from corpus.understanding.languages.names import name_of
from tui.cards.merge_reasons import reason_of
from tui.layout.motions import unit_at

if TYPE_CHECKING:
    from annotations.anchor import Placed
    from annotations.store import AnnotationStore
    from corpus.article import Article
    from corpus.explaining.fact import Fact, MetadataRead
    from corpus.linking.table import EntityTable, LinkedEntity
    from corpus.opening import Corpus

What = Literal["furniture", "language", "metadata", "entity", "quantity", "statement", "annotation"]
_STATES = {
    "ok": "the very words at the very place",
    "moved": "found again by its words at another place",
    "changed": "other words stand in its place",
    "ambiguous": "its words stand at several places",
    "lost": "its words are not found",
}


@dataclass(frozen=True, slots=True)
class Known(Span):
    """One thing that is known of a place: what it says, in words, and the rules that said so.

    `fact` is what the analysis has, `linked` what its entity or speaker is in the corpus, `placed`
    the annotation; None where it is something else.
    """

    what: What
    says: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    fact: Fact | None = None
    linked: LinkedEntity | None = None
    placed: Placed | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """What is known of a place, and the sentence, or else the line, that it stands in."""

    around: Span
    known: tuple[Known, ...]


def explained(
    corpus: Corpus,
    article: Article,
    offset: int,
    store: AnnotationStore,
    progress: Callable[[int, int], None],
) -> Explained:
    """Return all that is known of the code point at `offset`.

    The names of the corpus are brought together first, where they are not kept. Raises
    `CorpusError` for a text that is too long to be analysed.
    """
    from corpus.explaining.facts import facts_at
    from corpus.linking.keeping import entity_table

    table = entity_table(corpus, progress)
    analysis = corpus.analyse(article)
    text = article.text
    facts = facts_at(article, analysis, corpus.settings, offset, corpus.repeated_in(article))
    known = [_of_fact(fact, article, table) for fact in facts]
    known += [
        _of_annotation(placed, placed.span)
        for placed in store.placed(article)
        if placed.span is not None and placed.span.covers(offset)
    ]
    sentence = unit_at(analysis.sentences, offset)
    if sentence is None or not sentence.covers(offset):
        end = text.find("\n", offset)
        sentence = Span(text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end)
    return Explained(sentence, tuple(known))


def _of_fact(fact: Fact, article: Article, table: EntityTable) -> Known:
    known = fact.known
    linked = None
    if isinstance(known, Furniture):
        what: What = "furniture"
        says = [("kind", known.kind)]
    elif isinstance(known, Foreign):
        what = "language"
        says = [("language", name_of(known.language)), ("names", "none are read here")]
    elif isinstance(known, Mention):
        what = "entity"
        linked = table.linked(article.name, article.file.part, known.entity)
        says = list(_entity(known, linked, article))
    elif isinstance(known, Quantity):
        what = "quantity"
        says = list(_quantity(known))
    elif isinstance(known, Statement):
        what = "statement"
        speaker = known.speaker
        if speaker is not None and speaker.entity is not None:
            linked = table.linked(article.name, article.file.part, speaker.entity)
        says = list(_statement(known, linked, article))
    else:
        what = "metadata"
        says = list(_metadata(known))
    rules = fact.rules
    if linked is not None and what == "entity":
        rules += tuple(
            f"{merge.name} = {merge.into}: {reason_of(merge)}" for merge in linked.merges
        )
    return Known(fact.start, fact.end, what, tuple(says), rules, fact, linked)


def _metadata(read: MetadataRead) -> Iterator[tuple[str, str]]:
    yield read.field, read.value.value
    yield "certainty", read.value.certainty


def _entity(
    mention: Mention, linked: LinkedEntity | None, article: Article
) -> Iterator[tuple[str, str]]:
    known = linked or mention
    yield "type", known.type
    yield "name", known.name
    yield "id", mention.entity if linked is None else linked.id
    if mention.title_span is not None:
        yield "title", mention.title_span.cut(article.text)
    if linked is not None:
        names = ", ".join(f"{name.text} {name.count:,}" for name in linked.names)
        yield "names", names
        for relation in linked.relations:
            yield relation.kind, f"{relation.entity}: {relation.why}"
    if mention.in_furniture:
        yield "counts", "not: it stands in furniture"


def _quantity(quantity: Quantity) -> Iterator[tuple[str, str]]:
    yield "kind", quantity.kind
    if quantity.value is not None:
        yield "value", f"{quantity.value:,}"
    if quantity.min is not None or quantity.max is not None:
        ends = ("" if end is None else f"{end:,}" for end in (quantity.min, quantity.max))
        yield "range", " to ".join(ends)
    if quantity.bound is not None:
        yield "bound", quantity.bound
    if quantity.approximate:
        yield "exact", "no, approximate"
    if quantity.unit is not None:
        yield "unit", quantity.unit
    if quantity.of is not None:
        group = f" (compared as {quantity.of.group})" if quantity.of.group else ""
        yield "of", " ".join(quantity.of.text.split()) + group
    if quantity.iso is not None:
        yield "date", quantity.iso
    if quantity.in_furniture:
        yield "counts", "not: it stands in furniture"


def _statement(
    statement: Statement, linked: LinkedEntity | None, article: Article
) -> Iterator[tuple[str, str]]:
    speaker = statement.speaker
    if speaker is not None:
        yield "speaker", speaker.name if linked is None else linked.name
    if statement.via is not None:
        yield "via", statement.via
    if statement.cue is not None:
        yield "cue", statement.cue.cut(article.text)
    yield "content", " ".join(statement.content.cut(article.text).split())


def _of_annotation(placed: Placed, span: Span) -> Known:
    annotation = placed.annotation
    says = [("id", annotation.id), ("state", placed.state)]
    if annotation.note:
        says.append(("note", annotation.note))
    if annotation.tags:
        says.append(("tags", ", ".join(annotation.tags)))
    if annotation.by:
        says.append(("by", annotation.by))
    rule = f"{placed.state}: {_STATES[placed.state]}"
    return Known(span.start, span.end, "annotation", tuple(says), (rule,), placed=placed)
