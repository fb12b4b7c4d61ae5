"""A surname alone is a person of another article only where that is plain."""

from __future__ import annotations

from linked_names import Link, owner, owners

FULL = (
    "Governor Oskar Lindvayn opened the Tarvos Dam. The Northern Relief Authority paid for it. "
    "Iskra Brenn of the Belqar Courier was there, and so was Karim al-Wardi."
)
ALIKE = (
    "At the Tarvos Dam Mr. Lindvayn was praised again. The Northern Relief Authority was silent. "
    "Iskra Brenn asked why."
)
OTHER = "The goalkeeper Lindvayn let in four goals. Lindvayn was booed by the crowd in Quito."


def test_a_surname_in_like_company_is_the_one_full_name_of_the_corpus(link: Link) -> None:
    table = link({"a.txt": FULL, "b.txt": ALIKE})

    assert owner(table, "Lindvayn").id == "person:oskar-lindvayn"
    (merge,) = [m for m in owner(table, "Lindvayn").merges if m.kind == "short name"]
    assert merge.proof is not None
    assert merge.proof.article == "b.txt"
    assert ALIKE[merge.proof.start : merge.proof.end] == "Lindvayn"


def test_a_surname_in_other_company_stays_by_itself(link: Link) -> None:
    table = link({"a.txt": FULL, "b.txt": OTHER})

    assert owner(table, "Lindvayn").id == "person:lindvayn"


def test_the_same_surname_is_one_person_here_and_nobody_known_there(link: Link) -> None:
    table = link({"a.txt": FULL, "b.txt": ALIKE, "c.txt": OTHER})

    assert {entity.id for entity in owners(table, "Lindvayn")} == {
        "person:oskar-lindvayn",
        "person:lindvayn",
    }
    here, there = (table.linked(article, None, "person:lindvayn") for article in ("b.txt", "c.txt"))
    assert here is not None
    assert there is not None
    assert (here.id, there.id) == ("person:oskar-lindvayn", "person:lindvayn")


def test_a_surname_that_two_persons_have_is_neither(link: Link) -> None:
    table = link(
        {"a.txt": FULL, "b.txt": ALIKE, "c.txt": FULL.replace("Oskar Lindvayn", "Ada Lindvayn")}
    )

    assert owner(table, "Lindvayn").id == "person:lindvayn"


def test_two_khans_are_two_people(link: Link) -> None:
    table = link(
        {
            "a.txt": "Minister Amir Khan spoke in Oslo. Khan left at noon.",
            "b.txt": "The singer Salman Khan came to Oslo. Khan sang for an hour.",
        }
    )

    assert {entity.id for entity in owners(table, "Khan")} == {
        "person:amir-khan",
        "person:salman-khan",
    }


def test_a_father_and_a_son_are_two(link: Link) -> None:
    table = link({"a.txt": "Robert Halmar Sr. founded it. Robert Halmar Jr. sold it in 1999."})

    assert len([e for e in table.entities if e.type == "PERSON"]) == 2
