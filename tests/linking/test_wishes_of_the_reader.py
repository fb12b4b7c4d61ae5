"""Every merge can be seen, undone and forbidden in `postil.yaml`."""

from __future__ import annotations

from linked_names import Link, are_one, merge_of, owner

ARTICLES = {
    "a.txt": "The Northern River Relief Authority (NRRA) sent boats. "
    "The road to Zarghambar was cut.",
    "b.txt": "The boats of NRRA were late. Snow fell in Zargambar and Tolva.",
}
SETTINGS = "schema: postil-corpus/1\nentities:\n"


def test_a_merge_that_the_reader_forbids_is_undone(link: Link) -> None:
    settings = SETTINGS + "  - {name: Northern River Relief Authority, type: ORG, not: [NRRA]}\n"
    table = link(ARTICLES, settings)

    assert not are_one(table, "Northern River Relief Authority", "NRRA")


def test_names_that_the_reader_merges_are_one_under_the_name_given(link: Link) -> None:
    settings = SETTINGS + "  - {name: Zarghambar, type: PLACE, aliases: [Tolva, Zargambar]}\n"
    table = link(ARTICLES, settings)

    assert are_one(table, "Zarghambar", "Zargambar", "Tolva")
    assert owner(table, "Tolva").name == "Zarghambar"
    assert (merge_of(table, "Tolva").kind, merge_of(table, "Tolva").source) == (
        "reader",
        "postil.yaml",
    )


def test_names_of_two_rules_are_never_one(link: Link) -> None:
    settings = SETTINGS + (
        "  - {name: Northern River Relief Authority, type: ORG}\n  - {name: NRRA, type: ORG}\n"
    )
    table = link(ARTICLES, settings)

    assert not are_one(table, "Northern River Relief Authority", "NRRA")


def test_a_forbidden_merge_does_not_happen_through_a_third_name(link: Link) -> None:
    articles = {
        "a.txt": "The Northern River Relief Authority (NRRA) sent boats. NRRA paid.",
        "b.txt": "NRRA, also known as Zamra Circle, sent boats. The Zamra Circle paid.",
    }
    settings = SETTINGS + (
        "  - {name: Northern River Relief Authority, type: ORG, not: [Zamra Circle]}\n"
    )
    table = link(articles, settings)

    assert not are_one(table, "Northern River Relief Authority", "Zamra Circle")
