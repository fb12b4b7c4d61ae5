"""Names of one thing in an article share one entity; names of two things do not."""

from __future__ import annotations

from corpus.corpus_file import CorpusFile
from corpus.understanding.analysis import Mention
from corpus.understanding.entities.finding import find_mentions
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences


def mentions(text: str) -> tuple[Mention, ...]:
    sentences = split_sentences(text, split_paragraphs(text))
    return find_mentions(text, sentences, (), CorpusFile())


def entities(text: str) -> dict[str, str]:
    return {m.text: m.entity for m in mentions(text)}


def test_a_full_name_licenses_its_surname_later() -> None:
    text = "Oskar Lindqvist arrived late. Lindqvist blamed the fog. The fog surprised Lindqvist."
    assert [(m.text, m.entity, m.name) for m in mentions(text)] == [
        ("Oskar Lindqvist", "person:oskar-lindqvist", "Oskar Lindqvist"),
        ("Lindqvist", "person:oskar-lindqvist", "Oskar Lindqvist"),
        ("Lindqvist", "person:oskar-lindqvist", "Oskar Lindqvist"),
    ]


def test_the_article_before_an_arabic_surname_may_be_left_out() -> None:
    text = "The reporter met Karim al-Wardi. Later Wardi went home."
    assert set(entities(text).values()) == {"person:karim-al-wardi"}


def test_two_persons_of_one_surname_stay_two_and_the_surname_is_neither() -> None:
    text = "Amir Khan met Salman Khan in Oslo. Khan said little."
    found = entities(text)
    assert found["Amir Khan"] == "person:amir-khan"
    assert found["Salman Khan"] == "person:salman-khan"
    assert found["Khan"] == "person:khan"


def test_a_middle_initial_does_not_make_another_person() -> None:
    text = "He named Thomas W. Marsh. Thomas Marsh said nothing."
    assert set(entities(text).values()) == {"person:thomas-w-marsh"}


def test_the_names_of_a_country_are_one() -> None:
    text = "Ships of the United States left. The U.S. fleet met a US pilot from the UK."
    found = entities(text)
    assert found["United States"] == found["U.S."] == found["US"] == "place:united-states"
    assert found["UK"] == "place:united-kingdom"


def test_an_acronym_in_parentheses_is_its_expansion() -> None:
    text = "The Northern Relief Authority (NRA) sent boats. NRA crews worked all night."
    assert set(entities(text).values()) == {"org:northern-relief-authority"}


def test_also_known_as_makes_one_entity() -> None:
    text = (
        "Fighters of the Northern Dawn Front, also known as Zamra, attacked. "
        "Zamra militants fled later."
    )
    found = entities(text)
    assert found["Northern Dawn Front"] == found["Zamra"] == "org:northern-dawn-front"


def test_aka_joins_two_persons() -> None:
    text = "Police hold Omar Rashid, aka Yusuf al-Karim, in Oslo."
    found = entities(text)
    assert found["Omar Rashid"] == found["Yusuf al-Karim"]


def test_an_outlet_in_parentheses_is_not_the_place_before_it() -> None:
    found = entities("OSLO (AP) — The ferry sank in the night near Norway.")
    assert found["OSLO"] != found["AP"]


def test_a_company_with_and_without_its_legal_form_is_one() -> None:
    text = "Brinmark Inc. sold a ferry. A buyer praised Brinmark."
    assert len(set(entities(text).values())) == 1


def test_the_id_does_not_depend_on_what_is_said_first() -> None:
    one = entities("Oskar Lindqvist spoke. Lindqvist left.")
    other = entities("The captain was Lindqvist. Oskar Lindqvist spoke.")
    assert one["Lindqvist"] == other["Lindqvist"] == "person:oskar-lindqvist"


def test_the_type_is_decided_by_the_evidence_of_the_whole_article() -> None:
    text = "Nobody at Zamra would comment. The Zamra fighters had left. Two Zamra militants stayed."
    assert {m.type for m in mentions(text)} == {"ORG"}


def test_the_plural_of_a_people_is_the_same_entity_as_its_adjective() -> None:
    text = "Americans met an American. Two Pakistanis left with a Pakistani singer."
    assert entities(text) == {
        "Americans": "norp:american",
        "American": "norp:american",
        "Pakistanis": "norp:pakistani",
        "Pakistani": "norp:pakistani",
    }


def test_a_hyphenated_acronym_is_one_with_what_it_is_short_for() -> None:
    for defined in (", or NF-O,", " (NF-O)"):
        text = f"He left the Northern Front-Osten Province{defined} on Sunday. The NF-O fell."
        assert len({m.entity for m in mentions(text)}) == 1
        assert [m.text for m in mentions(text)][1:] == ["NF-O", "NF-O"]


def test_a_hyphenated_acronym_that_is_not_defined_is_no_name() -> None:
    assert entities("He bought a CD-ROM and an X-RAY lamp.") == {}


def test_two_names_defined_as_one_many_times_are_one() -> None:
    found = entities("Mr Karim Wardi, aka Abu Salt, came.\n" * 50)
    assert len(set(found.values())) == 1
