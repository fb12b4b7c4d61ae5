"""What is known of one entity in the whole corpus: names, reasons, places, company, mentions.

No Textual here. What reads articles is called from thread workers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.linking.table import LinkedEntity, NameCount
from corpus.problem import CorpusError
from corpus.span import Span
from tui.layout.motions import unit_at
from tui.library.date_words import date_of

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.linking.table import EntityTable
    from corpus.understanding.analysis import Analysis, Mention
    from tui.workspace import Workspace

MOST_COMPANY = 12
"""The most people, and the most places, that a card lists."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another entity that stands in `articles` of the same articles, or is related as `why` says.

    `kind` is "" for company, else "part of" or "people of".
    """

    entity: LinkedEntity
    articles: int = 0
    kind: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity and where it is.

    `files` are the articles that have it, in the order of the corpus, each with how often.
    `known` says that the names of the whole corpus are known; else all is of one article.
    """

    entity: LinkedEntity
    files: tuple[tuple[ArticleFile, int], ...]
    people: tuple[Beside, ...] = ()
    places: tuple[Beside, ...] = ()
    related: tuple[Beside, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class MentionHere:
    """A mention, and the sentence it stands in: code points of the article's text."""

    start: int
    end: int
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """The mentions of an entity in one article.

    `title` and `published`, an ISO 8601 day, are "" where they are unknown; `date` is what is shown
    of the date, with its certainty.
    """

    file: ArticleFile
    title: str
    published: str
    date: str
    mentions: tuple[MentionHere, ...]


def card_of(workspace: Workspace, id_: str) -> EntityCard | None:
    """Return the card of an entity of the corpus's table; None where there is none yet."""
    from corpus.linking.keeping import entity_places

    table = workspace.entities
    entity = table.entity(id_) if table is not None else None
    if table is None or entity is None:
        return None
    places = workspace.entity_places or entity_places(workspace.corpus, table)
    workspace.entity_places = places
    number = table.number(id_)
    find = workspace.corpus.find
    found = ((find(here.article, here.part), count) for here, count in places.of(number))
    files = tuple((file, count) for file, count in found if file is not None)
    company = places.company(number)
    return EntityCard(
        entity,
        files,
        _company(table, company, "PERSON"),
        _company(table, company, "PLACE"),
        tuple(_related(table, entity)),
    )


def card_in(analysis: Analysis, file: ArticleFile, id_: str) -> EntityCard | None:
    """Return the card of an entity as one article knows it."""
    own = [mention for mention in analysis.mentions if mention.entity == id_]
    if not own:
        return None
    counts = Counter(" ".join(mention.text.split()) for mention in own)
    names = tuple(NameCount(text, count, 1) for text, count in counts.most_common())
    entity = LinkedEntity(id_, own[0].type, own[0].name, names, 1)
    return EntityCard(entity, ((file, len(own)),), known=False)


def mentions_in(workspace: Workspace, card: EntityCard, file: ArticleFile) -> ArticleMentions:
    """Return the mentions of the card's entity in one article; none where it cannot be read."""
    try:
        article = workspace.corpus.read(file)
        analysis = workspace.linked_analysis(article)
    except CorpusError:
        return ArticleMentions(file, "", "", "", ())
    metadata = analysis.metadata
    return ArticleMentions(
        file,
        metadata.title.value if metadata.title else "",
        metadata.published.value if metadata.published else "",
        date_of(metadata),
        tuple(
            _here(article.text, analysis, mention)
            for mention in analysis.mentions
            if mention.entity == card.entity.id
        ),
    )


def by_date(found: list[ArticleMentions]) -> tuple[ArticleMentions, ArticleMentions] | None:
    """Return the first and the last of those whose date is known; None where none is."""
    dated = [each for each in found if each.published and each.mentions]
    if not dated:
        return None
    key = [(each.published, number) for number, each in enumerate(dated)]
    return dated[min(key)[1]], dated[max(key)[1]]


def _here(text: str, analysis: Analysis, mention: Mention) -> MentionHere:
    sentence = unit_at(analysis.sentences, mention.start) or Span(mention.start, mention.end)
    if not sentence.covers(mention.start):
        sentence = Span(mention.start, mention.end)
    start, end = mention.start, mention.end
    return MentionHere(
        start,
        end,
        text[min(sentence.start, start) : start],
        text[start:end],
        text[end : max(sentence.end, end)],
    )


def _company(table: EntityTable, counts: Counter[int], type_: str) -> tuple[Beside, ...]:
    """Return who or what stands in most of the same articles."""
    found = []
    for number, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        entity = table.entities[number]
        if entity.type == type_:
            found.append(Beside(entity, count))
            if len(found) == MOST_COMPANY:
                break
    return tuple(found)


def _related(table: EntityTable, entity: LinkedEntity) -> Iterator[Beside]:
    for relation in entity.relations:
        other = table.entity(relation.entity)
        if other is not None:
            yield Beside(other, kind=relation.kind, why=relation.why)
