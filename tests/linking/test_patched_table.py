"""What the reader says of an entity shows before the names are brought together anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.entity_decisions import decide_entity
from annotations.entity_wishes import Apart, Forbidden, Renamed, Together, Typed, Wish
from corpus.linking.keeping import entity_places, entity_table
from corpus.linking.places import Places
from corpus.linking.table import EntityTable
from corpus.opening import open_corpus
from tui.cards.patched_table import patched

TEXTS = {
    "a.txt": "The Northern River Relief Authority (NRRA) sent boats to Marn. NRRA paid for them.\n",
    "b.txt": "Captain Joren Vask told Ilse Brandt in Marn. “No,” Ilse Brandt said. Vask left.\n",
    "c.txt": "Ilse Brandt thanked the Northern River Relief Authority in Marn.\n",
}


def shown(table: EntityTable, places: Places) -> dict[str, object]:
    """Return what a card shows of each entity, but the reasons."""
    return {
        entity.id: (
            entity.name,
            entity.type,
            sorted((name.text, name.count) for name in entity.names),
            entity.articles,
            [(here.article, count) for here, count in places.of(table.number(entity.id))],
        )
        for entity in table.entities
    }


@pytest.mark.parametrize(
    ("id_", "wish"),
    [
        ("person:ilse-brandt", Together("Ilse Brandt", "Joren Vask")),
        (
            "person:ilse-brandt",
            Together("Ilse Brandt", "Northern River Relief Authority", "PERSON"),
        ),
        ("person:ilse-brandt", Renamed("Ilse Brandt", "I. Brandt")),
        ("person:ilse-brandt", Typed("Ilse Brandt", "ORG")),
        ("place:marn", Forbidden("Marn")),
    ],
)
def test_the_patched_table_is_the_one_that_is_made_anew(
    tmp_path: Path, id_: str, wish: Wish
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path)
    table = entity_table(corpus)
    found = patched(table, entity_places(corpus, table), id_, wish)
    assert found is not None
    decide_entity(tmp_path, wish, lambda _: None)
    again = corpus.rescanned()
    anew = entity_table(again)
    assert shown(*found) == shown(anew, entity_places(again, anew))


def test_a_name_that_is_split_off_is_gone_from_the_entity(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    corpus = open_corpus(tmp_path)
    table = entity_table(corpus)
    id_ = "org:northern-river-relief-authority"
    wish = Apart("Northern River Relief Authority", "NRRA")
    found = patched(table, entity_places(corpus, table), id_, wish)
    assert found is not None
    entity = found[0].entity(id_)
    assert entity is not None
    assert [name.text for name in entity.names] == ["Northern River Relief Authority"]
    assert entity.merges == ()
    assert found[0].linked("a.txt", None, "org:nrra") is None
