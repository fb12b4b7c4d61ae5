"""What holds for the table of any corpus, whatever its articles give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.corpus_file import EntityRule
from corpus.linking.building import build
from corpus.linking.contribution import Contribution, LocalEntity, SeenName
from corpus.linking.table import EntityTable
from corpus.linking.wishes import name_slug
from corpus.understanding.analysis import Alias, AliasKind, EntityType
from corpus.understanding.entities.slug import entity_id

NAMES: dict[EntityType, tuple[str, ...]] = {
    "PERSON": ("Oskar Lindvayn", "Lindvayn", "Oskar J. Lindvayn", "Ada Lindvayn", "O. Lindvayn"),
    "ORG": (
        "Northern Relief Authority",
        "NRA",
        "Northern Relief Authority Ltd.",
        "Northern Releif Authority",
        "Zamra Circle",
    ),
    "PLACE": ("Zarghambar", "Zargambar", "Zarghambar Province", "Tolva"),
}
KINDS: tuple[AliasKind, ...] = ("defined", "acronym", "full name", "surname", "legal form")


@st.composite
def contributions(draw: st.DrawFn) -> list[Contribution]:
    """Give articles with a few entities each, some of their names joined by an alias."""
    articles = []
    for number in range(draw(st.integers(1, 6))):
        entities, aliases = [], []
        for type_ in draw(st.sets(st.sampled_from(sorted(NAMES)), min_size=1)):
            names = draw(st.lists(st.sampled_from(NAMES[type_]), min_size=1, unique=True))
            counts = draw(st.lists(st.integers(1, 5), min_size=len(names), max_size=len(names)))
            local = entity_id(type_, names[0])
            seen = [SeenName(n, c, 7, 7 + len(n)) for n, c in zip(names, counts, strict=True)]
            entities.append(LocalEntity(local, type_, names[0], tuple(seen)))
            for other in names[1:]:
                kind = draw(st.sampled_from(KINDS))
                aliases.append(Alias(7, 9, kind, names[0], other, local))
        articles.append(Contribution("", f"{number}.txt", None, tuple(entities), tuple(aliases)))
    return articles


rules = st.lists(
    st.builds(
        EntityRule,
        name=st.sampled_from(NAMES["ORG"]),
        aliases=st.lists(st.sampled_from(NAMES["ORG"]), max_size=1).map(tuple),
        not_=st.lists(st.sampled_from(NAMES["ORG"]), max_size=2).map(tuple),
    ),
    max_size=2,
).map(tuple)


@given(contributions(), st.randoms())
def test_the_order_of_the_articles_changes_nothing(articles: list[Contribution], random) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)

    assert build(lambda: shuffled) == build(lambda: articles)


@given(contributions(), rules)
def test_every_mention_is_counted_once(
    articles: list[Contribution], wishes: tuple[EntityRule, ...]
) -> None:
    table = build(lambda: articles, wishes)
    given_ = sum(n.count for a in articles for e in a.entities for n in e.names)

    assert sum(entity.count for entity in table.entities) == given_
    for article in articles:
        for local in article.entities:
            entity = table.linked(article.article, None, local.id)
            assert entity is not None
            assert entity.id == entity_id(entity.type, entity.name)
            assert {n.text for n in local.names} <= {n.text for n in entity.names}


@given(contributions(), rules)
def test_a_merge_that_is_forbidden_never_happens(
    articles: list[Contribution], wishes: tuple[EntityRule, ...]
) -> None:
    # An article whose own entity has both names was merged before: the analysis forbids that.
    table = build(lambda: _apart(articles), wishes)

    for rule in wishes:
        own = {name_slug(name) for name in (rule.name, *rule.aliases)}
        forbidden = {name_slug(name) for name in rule.not_} - own
        for entity in table.entities:
            slugs = {name_slug(name.text) for name in entity.names}
            assert not (slugs & own and slugs & forbidden)


@given(contributions())
def test_an_unrelated_article_changes_no_id(articles: list[Contribution]) -> None:
    other = LocalEntity(
        "place:port-ellery", "PLACE", "Port Ellery", (SeenName("Port Ellery", 1, 0, 11),)
    )
    more = [*articles, Contribution("", "z.txt", None, (other,))]

    assert _ids(build(lambda: more)) - {"place:port-ellery"} == _ids(build(lambda: articles))


def _ids(table: EntityTable) -> set[str]:
    return {entity.id for entity in table.entities}


def _apart(articles: Sequence[Contribution]) -> list[Contribution]:
    """Make each name an entity of its own in its article."""
    return [
        replace(
            article,
            aliases=(),
            entities=tuple(
                LocalEntity(entity_id(e.type, n.text), e.type, n.text, (n,))
                for e in article.entities
                for n in e.names
            ),
        )
        for article in articles
    ]
