"""What is a name, where it begins and ends, and of which type: on invented sentences."""

from __future__ import annotations

import pytest

from corpus.corpus_file import CorpusFile
from corpus.span import Span
from corpus.understanding.analysis import Mention
from corpus.understanding.entities.finding import find_mentions
from corpus.understanding.paragraphs import split_paragraphs
from corpus.understanding.sentences import split_sentences


def mentions(text: str) -> tuple[Mention, ...]:
    sentences = split_sentences(text, split_paragraphs(text))
    return find_mentions(text, sentences, (), CorpusFile())


def found(text: str) -> list[tuple[str, str]]:
    return [(m.text, m.type) for m in mentions(text)]


def only(text: str, type_: str) -> list[str]:
    return [words for words, kind in found(text) if kind == type_]


def title_of(mention: Mention, text: str) -> str:
    assert mention.title_span is not None
    return text[mention.title_span.start : mention.title_span.end]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("They met Gen. Oskar Lindqvist on Friday.", "Oskar Lindqvist", "Gen."),
        ("A statement by Lt. Col. Maria Fontaine followed.", "Maria Fontaine", "Lt. Col."),
        ("He thanked Acting Harbour Minister Tomas Brandt.", "Tomas Brandt", None),
        ("She called Prime Minister Karim al-Wardi twice.", "Karim al-Wardi", "Prime Minister"),
        ("Letters to President Jean-Pierre de la Croix", "Jean-Pierre de la Croix", "President"),
        (
            "They asked Deputy Youth and Sports Minister Peter Olsen.",
            "Peter Olsen",
            "Deputy Youth and Sports Minister",
        ),
        ("It quoted Secretary of State Helen Marsh.", "Helen Marsh", "Secretary of State"),
    ],
)
def test_a_title_is_kept_apart_from_the_name(text: str, name: str, title: str | None) -> None:
    person = next(m for m in mentions(text) if m.type == "PERSON")
    assert person.text == name
    assert person.title_span is not None
    if title is not None:
        assert title_of(person, text) == title


def test_people_title_and_person_are_three_things() -> None:
    text = "On Monday Norwegian Defence Minister Ingrid Solberg left."
    assert found(text) == [("Norwegian", "NORP"), ("Ingrid Solberg", "PERSON")]


def test_an_organisation_inside_a_title_is_a_mention_of_its_own() -> None:
    text = "Secretary of the National Harbour Council of Norway Peter Brandt said that it was late."
    assert found(text) == [
        ("National Harbour Council of Norway", "ORG"),
        ("Peter Brandt", "PERSON"),
    ]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_possessive_is_cut_off(apostrophe: str) -> None:
    text = f"He cited Norway{apostrophe}s border and Maria Fontaine{apostrophe}s letter."
    assert found(text) == [("Norway", "PLACE"), ("Maria Fontaine", "PERSON")]


def test_an_article_is_not_part_of_the_name() -> None:
    text = "He joined The United Nations and left the United States."
    assert found(text) == [("United Nations", "ORG"), ("United States", "PLACE")]


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\n"])
def test_a_name_may_hold_a_no_break_space_or_one_line_break(gap: str) -> None:
    text = (
        "The old port on the northern shore was led for many years, as everybody\n"
        f"in the villages around it still knows and likes to tell, by Maria{gap}Fontaine,\n"
        "who lived in the hills above the town and seldom came down to the water\n"
        "but knew the name of every boat.\n"
    )
    assert only(text, "PERSON") == [f"Maria{gap}Fontaine"]


def test_a_name_never_crosses_a_paragraph() -> None:
    text = "The ship belonged to Maria Fontaine\n\nOskar Lindqvist bought it in the spring."
    assert only(text, "PERSON") == ["Maria Fontaine", "Oskar Lindqvist"]


@pytest.mark.parametrize(
    "name",
    [
        "Oskar W. Lindqvist",
        "Abu Salim al-Wardi",
        "Ibrahim bin Rashid",
        "Ludwig van der Meer",
        "Jean-Luc Fontaine",
        "Sean O'Malley",
        "Sean O’Malley",
        "Thomas Marsh Jr.",
    ],
)
def test_particles_initials_and_hyphens_belong_to_a_name(name: str) -> None:
    assert only(f"Later the boat was sold to {name} for little money.", "PERSON") == [name]


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("It went to the Ministry of Fisheries on Monday.", "Ministry of Fisheries"),
        (
            "A report by the Department of Health and Human Services",
            "Department of Health and Human Services",
        ),
        ("He left the Norwegian Harbour Authority in May.", "Norwegian Harbour Authority"),
        ("Shares of Brinmark Holdings Inc. fell.", "Brinmark Holdings Inc."),
        ("She studied at the University of Oslo for years.", "University of Oslo"),
        ("A study by the Institute for Coastal Research", "Institute for Coastal Research"),
        ("He wrote to the Teachers' Union again.", "Teachers' Union"),
    ],
)
def test_the_head_of_a_name_makes_an_organisation(text: str, org: str) -> None:
    assert found(text) == [(org, "ORG")]


def test_two_ministries_joined_by_and_are_two() -> None:
    text = "Both the Ministry of Finance and the Ministry of Fisheries agreed."
    assert only(text, "ORG") == ["Ministry of Finance", "Ministry of Fisheries"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rain fell in Tornvik province on Sunday.", "Tornvik"),
        ("They fled to Tornvik Province at night.", "Tornvik Province"),
        ("A road in northern Tornvik was closed.", "Tornvik"),
        ("They crossed the Skarra River at dawn.", "Skarra River"),
        ("Rain fell in Tornvik, Norway, on Sunday.", "Tornvik"),
        ("Aisvik is a small fishing village on the coast.", "Aisvik"),
    ],
)
def test_words_around_a_name_make_a_place(text: str, place: str) -> None:
    assert place in only(text, "PLACE")


def test_a_state_by_its_abbreviation_is_a_place_with_its_full_name() -> None:
    text = "The mill in Brookfield, Conn., burned down."
    state = next(m for m in mentions(text) if m.text == "Conn.")
    assert (state.type, state.name) == ("PLACE", "Connecticut")


def test_us_before_a_noun_is_a_place_and_an_adjective_a_people() -> None:
    text = "Some US officials met Danish sailors."
    assert found(text) == [("US", "PLACE"), ("Danish", "NORP")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A US-led fleet sailed.", [("US", "PLACE")]),
        ("A pro-Danish party won.", [("Danish", "NORP")]),
        ("The Danish-Norwegian border is long.", [("Danish", "NORP"), ("Norwegian", "NORP")]),
        ("He lives in Guinea-Bissau now.", [("Guinea-Bissau", "PLACE")]),
    ],
)
def test_hyphens_join_names_and_part_others(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_word_that_begins_a_sentence_needs_more_than_its_capital() -> None:
    text = (
        "Fishing stopped early. Rain fell. Officials left. Sailing resumed later. Markets opened."
    )
    assert found(text) == []


def test_a_word_seen_in_lower_case_begins_no_name() -> None:
    text = "The harbour froze. Harbour Oskar Lindqvist loved was empty."
    assert only(text, "PERSON") == ["Oskar Lindqvist"]


def test_months_weekdays_and_numbers_are_no_mentions() -> None:
    text = "On Sunday, 3 March 2031, and again in April, Maria Fontaine counted 14 boats."
    assert found(text) == [("Maria Fontaine", "PERSON")]


@pytest.mark.parametrize(
    "text",
    [
        "The parliament passed the Coastal Waters Act in spring.",
        "He fought in the Herring War as a boy.",
        "They flew the F-15E over the bay.",
        "The reporter asked about H.R. 1 and GDP.",
    ],
)
def test_laws_wars_models_and_plain_acronyms_are_none_of_our_types(text: str) -> None:
    assert found(text) == []


def test_a_dateline_in_capitals_is_a_place() -> None:
    text = "OSLO, Norway (AP) — The ferry sank in the night, the owner said."
    assert found(text) == [("OSLO", "PLACE"), ("Norway", "PLACE"), ("AP", "ORG")]


def test_a_headline_in_capitals_shows_only_names_that_are_known_elsewhere() -> None:
    text = (
        "FONTAINE SAYS FERRY SANK NEAR NORWAY\n\n"
        "The owner, Maria Fontaine, said that the ferry sank in the night near Norway."
    )
    assert [(m.text, m.name) for m in mentions(text)] == [
        ("FONTAINE", "Maria Fontaine"),
        ("NORWAY", "Norway"),
        ("Maria Fontaine", "Maria Fontaine"),
        ("Norway", "Norway"),
    ]


def test_a_headline_in_capitals_may_take_two_lines() -> None:
    text = (
        "FERRY SINKS NEAR NORWAY, AT LEAST 12 DEAD AND\nDOZENS MISSING IN VALLEY TOWN\n\nIt sank."
    )
    assert found(text) == [("NORWAY", "PLACE")]


def test_a_title_case_headline_does_not_join_verbs_to_names() -> None:
    text = (
        "Brinmark Group Owner Blames Storm for Ferry Loss\n\n"
        "The owner of the Brinmark Group blamed a storm for the loss of the ferry."
    )
    assert found(text) == [("Brinmark Group", "ORG"), ("Brinmark Group", "ORG")]


def test_mentions_in_furniture_are_marked() -> None:
    text = "Home | Norway | Sport\n\nThe ferry sank near Norway."
    line = Span(0, text.index("\n"))
    sentences = split_sentences(text, split_paragraphs(text))
    marks = [m.in_furniture for m in find_mentions(text, sentences, (line,), CorpusFile())]
    assert marks == [True, False]


def test_the_staff_that_a_chief_is_of_is_no_part_of_the_name() -> None:
    text = "The Chief of the General Staff Yasir Elyas arrived."
    person = next(m for m in mentions(text) if m.type == "PERSON")
    assert person.text == "Yasir Elyas"


@pytest.mark.parametrize("name", ["Sana'a", "Sana’a", "Ta'izz"])
def test_an_apostrophe_inside_a_name_does_not_end_it(name: str) -> None:
    assert found(f"They met in {name} on Sunday.") == [(name, "PLACE")]


@pytest.mark.parametrize("name", ["Hans Grundvik", "Roman Halvorsen", "Christian Brandt"])
def test_a_given_name_that_is_also_a_people_stays_with_its_surname(name: str) -> None:
    assert found(f"On Monday the envoy {name} left.") == [(name, "PERSON")]


@pytest.mark.parametrize(
    "headline",
    [
        "FIRE CLOSES HARBOUR AND CENTRE",
        "COLOUR ROW IN HARBOUR\n\nThe men left.",
        "Long Dispute Over Rebranding in Overfishing Row",
    ],
)
def test_english_words_in_a_headline_are_no_places(headline: str) -> None:
    assert found(headline) == []
