"""`postil.yaml` adds, renames, forbids and merges entities."""

from __future__ import annotations

from corpus.corpus_file import CorpusFile, EntityRule
from corpus.understanding.analysis import Mention
from corpus.understanding.entities.finding import find_mentions
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences


def mentions(text: str, *rules: EntityRule) -> tuple[Mention, ...]:
    sentences = split_sentences(text, split_paragraphs(text))
    return find_mentions(text, sentences, (), CorpusFile(entities=rules))


def test_a_name_that_no_rule_would_find_is_added() -> None:
    rule = EntityRule(name="the wet ones", type="ORG")
    found = mentions("Nobody saw the wet ones leave.", rule)
    assert [(m.text, m.type, m.entity) for m in found] == [
        ("the wet ones", "ORG", "org:the-wet-ones")
    ]


def test_aliases_are_merged_under_the_readers_name_and_type() -> None:
    rule = EntityRule(name="Northern Dawn", type="ORG", aliases=("Zamra", "ZMR"))
    found = mentions("The Zamra fighters met ZMR men. Zamra left.", rule)
    assert {(m.name, m.entity, m.type) for m in found} == {
        ("Northern Dawn", "org:northern-dawn", "ORG")
    }
    assert [m.text for m in found] == ["Zamra", "ZMR", "Zamra"]


def test_a_rule_renames_every_name_of_the_cluster() -> None:
    rule = EntityRule(name="O. Lindqvist", aliases=("Oskar Lindqvist",))
    found = mentions("Oskar Lindqvist spoke. Lindqvist left.", rule)
    assert {m.name for m in found} == {"O. Lindqvist"}
    assert {m.type for m in found} == {"PERSON"}


def test_forbidding_the_name_itself_marks_nothing() -> None:
    rule = EntityRule(name="Norway", forbid=("Norway",))
    assert [m.text for m in mentions("They left Norway for Denmark.", rule)] == ["Denmark"]


def test_a_forbidden_word_is_not_taken_for_the_entity() -> None:
    rule = EntityRule(name="Oskar Lindqvist", type="PERSON", forbid=("Lindqvist",))
    found = {m.text: m.entity for m in mentions("Oskar Lindqvist spoke. Lindqvist left.", rule)}
    assert found["Oskar Lindqvist"] == "person:oskar-lindqvist"
    assert found["Lindqvist"] == "person:lindqvist"


def test_what_the_rule_says_is_another_thing_stays_apart() -> None:
    rule = EntityRule(name="Zamra", type="ORG", not_=("Zamra Valley",))
    found = {m.text: m.entity for m in mentions("Zamra men came from Zamra Valley.", rule)}
    assert found["Zamra"] == "org:zamra"
    assert found.get("Zamra Valley") != "org:zamra"


def test_a_longer_name_that_holds_the_alias_is_left_whole() -> None:
    rule = EntityRule(name="Brinmark", type="ORG")
    found = mentions("He joined the Brinmark Harbour Authority.", rule)
    assert [m.text for m in found] == ["Brinmark Harbour Authority"]


def test_an_alias_is_found_in_capitals_and_across_a_line_break() -> None:
    rule = EntityRule(name="Northern Dawn", type="ORG", aliases=("dawn men",))
    found = mentions("NORTHERN DAWN FLEES.\n\nThe dawn\nmen ran.", rule)
    assert [m.text for m in found] == ["NORTHERN DAWN", "dawn\nmen"]
