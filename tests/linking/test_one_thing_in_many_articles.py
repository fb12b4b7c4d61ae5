"""Names of one thing share an entity across articles, each merge with what shows it."""

from __future__ import annotations

from linked_names import Link, are_one, merge_of, owner, owners

from corpus.linking.table import Proof

DEFINED = (
    "The Northern River Relief Authority (NRRA) sent boats to Port Ellery on Sunday. "
    "Crews of the authority worked all night, Karim al-Wardi said."
)


def test_an_acronym_defined_in_one_article_is_its_expansion_in_all(link: Link) -> None:
    table = link({"a.txt": DEFINED, "b.txt": "A spokesman for NRRA blamed the fog."})

    assert are_one(table, "Northern River Relief Authority", "NRRA")
    assert owner(table, "NRRA").id == "org:northern-river-relief-authority"
    assert owner(table, "NRRA").articles == 2


def test_a_merge_is_kept_with_its_rule_and_the_words_that_show_it(link: Link) -> None:
    table = link({"a.txt": DEFINED, "b.txt": "A spokesman for NRRA blamed the fog."})

    merge = merge_of(table, "NRRA")
    assert (merge.into, merge.kind) == ("Northern River Relief Authority", "defined")
    assert merge.proof == Proof("a.txt", None, 4, 41)
    assert DEFINED[4:41] == "Northern River Relief Authority (NRRA"


def test_an_acronym_with_two_expansions_is_neither(link: Link) -> None:
    table = link(
        {
            "a.txt": "The Northern River Relief Authority (NRRA) sent boats.",
            "b.txt": "The National Road Repair Agency (NRRA) counted trees.",
            "c.txt": "NRRA said nothing. Crews of NRRA were late.",
        }
    )

    assert {entity.id for entity in owners(table, "NRRA")} == {
        "org:northern-river-relief-authority",
        "org:national-road-repair-agency",
        "org:nrra",
    }


def test_a_name_defined_through_an_acronym_is_one_with_the_full_name(link: Link) -> None:
    table = link(
        {
            "a.txt": "Fighters of the Northern Dawn Front (NDF), also known as Zamra, fled.",
            "b.txt": "The Zamra fighters had gone. Two Zamra militants stayed behind.",
        }
    )

    assert are_one(table, "Northern Dawn Front", "Zamra")


def test_also_known_as_holds_for_every_article(link: Link) -> None:
    table = link(
        {
            "a.txt": "Police hold Omar Rashid, also known as Yusuf al-Karim, in Oslo.",
            "b.txt": "Yusuf al-Karim was seen in Bergen last year, neighbours said.",
        }
    )

    assert are_one(table, "Omar Rashid", "Yusuf al-Karim")
    assert merge_of(table, "Yusuf al-Karim").kind == "defined"


def test_the_names_of_a_country_are_one_and_its_people_are_related(link: Link) -> None:
    table = link(
        {
            "a.txt": "Ships of the United States left. A US pilot stayed in the U.S. fleet.",
            "b.txt": "Elections in America are held in November. An American voter said so.",
        }
    )

    assert are_one(table, "United States", "U.S.", "US", "America")
    (people,) = owner(table, "American").relations
    assert (people.kind, people.entity) == ("people of", "place:united-states")
    assert not are_one(table, "American", "America")


def test_a_company_is_one_with_and_without_its_legal_form(link: Link) -> None:
    table = link(
        {
            "a.txt": "Brinmark Ferries Inc. sold a ship to Norway.",
            "b.txt": "The company Brinmark Ferries said its profit fell.",
        }
    )

    assert are_one(table, "Brinmark Ferries Inc.", "Brinmark Ferries")


def test_two_legal_forms_are_two_companies(link: Link) -> None:
    table = link(
        {
            "a.txt": "Brinmark Ferries Inc. sold a ship. Brinmark Ferries Ltd. bought it.",
            "b.txt": "The company Brinmark Ferries said its profit fell.",
        }
    )

    assert not are_one(table, "Brinmark Ferries Inc.", "Brinmark Ferries Ltd.")


def test_spellings_that_sound_alike_are_one_place(link: Link) -> None:
    table = link(
        {
            "a.txt": "The road to Zarghambar Province was cut. Karim al-Wardi waited there.",
            "b.txt": "Snow fell in Zargambar Province, Karim al-Wardi said on Monday.",
        }
    )

    assert are_one(table, "Zarghambar Province", "Zargambar Province")
    assert [merge.kind for merge in owner(table, "Zargambar Province").merges] == ["spelling"]


def test_listed_places_that_look_alike_stay_two(link: Link) -> None:
    table = link(
        {
            "a.txt": "Trains run from Austria to Slovakia. Ships leave Niger for Iran.",
            "b.txt": "Trains run from Australia to Slovenia. Ships leave Nigeria for Iraq.",
        }
    )

    for a, b in (("Austria", "Australia"), ("Slovakia", "Slovenia"), ("Iran", "Iraq")):
        assert not are_one(table, a, b)
    assert not are_one(table, "Niger", "Nigeria")


def test_a_place_is_not_the_person_whose_name_begins_with_it(link: Link) -> None:
    table = link({"a.txt": "Zamir Kabulov flew to Kabul. Kabulov left Kabul the same day."})

    assert owner(table, "Kabul").id == "place:kabul"
    assert owner(table, "Kabulov").id == "person:zamir-kabulov"


def test_a_branch_is_part_of_the_whole_and_not_the_whole(link: Link) -> None:
    table = link(
        {
            "a.txt": "The Northern Dawn Front denied it. Men of the Northern Dawn Front fled.",
            "b.txt": "A spokesman for the Northern Dawn Front Osten Branch took the blame.",
        }
    )

    assert not are_one(table, "Northern Dawn Front", "Northern Dawn Front Osten Branch")
    (relation,) = owner(table, "Northern Dawn Front Osten Branch").relations
    assert (relation.kind, relation.entity) == ("part of", "org:northern-dawn-front")


def test_one_name_taken_for_two_types_is_of_the_type_of_most_articles(link: Link) -> None:
    sure = "The Tarvos River Council met. A spokesman for the Tarvos River Council spoke."
    unsure = "Tarvos River Council: minutes."
    table = link({**{f"{i}.txt": sure + f" {i}" for i in range(5)}, "x.txt": unsure})

    assert {entity.type for entity in owners(table, "Tarvos River Council")} == {"ORG"}


def test_the_canonical_name_is_the_most_frequent_full_form(link: Link) -> None:
    often = {f"{i}.txt": f"The Nordhavn Relief Council met on day {i}." for i in range(3)}
    defined = "The Nordhavn Emergency Panel, also known as the Nordhavn Relief Council, met."
    table = link({**often, "x.txt": defined})

    assert are_one(table, "Nordhavn Emergency Panel", "Nordhavn Relief Council")
    assert owner(table, "Nordhavn Emergency Panel").name == "Nordhavn Relief Council"
