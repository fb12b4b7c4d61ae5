"""What one article gives to the knowledge of the corpus: its entities, counted, and its aliases."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.understanding.analysis import Alias, EntityType
from corpus.understanding.gazetteers.folding import fold

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.understanding.analysis import Analysis, Mention


@dataclass(frozen=True, slots=True)
class SeenName:
    """A spelling in an article: how often, and the code points of its first mention."""

    text: str
    count: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity of one article; `titles` are the folded titles that stand before its names."""

    id: str
    type: EntityType
    name: str
    names: tuple[SeenName, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """The entities and aliases of one article, each in the order of the text.

    `stamp` names the state of file and settings that this follows from, `rules` the reader's rules
    that bear on the article, of all the rules that `all_rules` names.
    """

    stamp: str
    article: str
    part: str | None
    entities: tuple[LocalEntity, ...] = ()
    aliases: tuple[Alias, ...] = ()
    rules: str = ""
    all_rules: str = ""


def contribution_of(article: Article, analysis: Analysis, stamp: str) -> Contribution:
    """Return what an article gives, from its analysis."""
    mentions: dict[str, list[Mention]] = {}
    for mention in analysis.mentions:
        mentions.setdefault(mention.entity, []).append(mention)
    return Contribution(
        stamp,
        article.name,
        article.file.part,
        tuple(_local(own, article.text) for own in mentions.values()),
        analysis.aliases,
    )


def _local(mentions: list[Mention], text: str) -> LocalEntity:
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    titles: dict[str, None] = {}
    for mention in mentions:
        name = " ".join(mention.text.split())
        counts[name] += 1
        first.setdefault(name, mention)
        if (title := mention.title_span) is not None:
            titles[fold(" ".join(text[title.start : title.end].split()))] = None
    names = tuple(
        SeenName(name, counts[name], mention.start, mention.end) for name, mention in first.items()
    )
    one = mentions[0]
    return LocalEntity(one.entity, one.type, one.name, names, tuple(titles))
