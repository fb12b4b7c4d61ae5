"""Who a pronoun or a role means, and when that is not known; reports of reports."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said, statements_of

PRONOUNS = [
    ("Peter Lund closed the bridge. He said it was old.", "Peter Lund | said | i | it was old"),
    ("Ann Keller closed the bridge. She said it was old.", "Ann Keller | said | i | it was old"),
    ("Ann Keller met Peter Lund. She said it was old.", "Ann Keller | said | i | it was old"),
    (
        "Ann Keller met Peter Lund in Oslo. He said it was old.",
        "Peter Lund | said | i | it was old",
    ),
    ("Ann Keller closed the bridge. He said it was old.", "he | said | i | it was old"),
    ("Ann Keller closed the bridge. They said it was old.", "they | said | i | it was old"),
    ("The bridge was old. He said it was closed.", "he | said | i | it was closed"),
    ("Asked about Peter Lund, she said the bridge was old.", "she | said | i | the bridge was old"),
]

CHAINS = [
    (
        "Ann Keller said the bridge was closed. “It is old,” she said.",
        "Ann Keller | said | d | It is old,",
    ),
    (
        "Officials said the bridge was closed. They said it was old.",
        "Officials | said | i | it was old",
    ),
    (
        "The Foreign Ministry said the bridge was closed. It said the road was open.",
        "Foreign Ministry | said | i | the road was open",
    ),
    (
        "Norway’s Foreign Ministry said the bridge was closed. The ministry added that it was old.",
        "Foreign Ministry | added | i | it was old",
    ),
    (
        "Ann Keller, the Norwegian envoy, came to Oslo. “It is old,” the envoy said.",
        "Ann Keller | said | d | It is old,",
    ),
    (
        "Gen. Peter Lund came to Oslo. “It is old,” the general said.",
        "Peter Lund | said | d | It is old,",
    ),
    (
        "Transport Minister Ann Keller came to Oslo. The minister said it was old.",
        "Ann Keller | said | i | it was old",
    ),
    (
        "“It is old,” the minister said. Food Minister Ann Lee came. The minister said it shut.",
        "Ann Lee | said | i | it shut",
    ),
    (
        "The bridge was closed, according to a report by the road office seen by Reuters.",
        "report by the road office seen by Reuters | according to | i | The bridge was closed",
    ),
    (
        "The bridge was closed on Monday, 7radio reported.",
        "7radio | reported | i | The bridge was closed on Monday",
    ),
    (
        "Transport Minister Ann Keller came to Oslo. The general said it was old.",
        "general | said | i | it was old",
    ),
    (
        "Peter Lund, a spokesman for the road office, came. “It is old,” the official said.",
        "Peter Lund | said | d | It is old,",
    ),
    (
        "A police spokeswoman said the bridge was closed. “It is old,” she said.",
        "police spokeswoman | said | d | It is old,",
    ),
    (
        "A police spokesman said the bridge was closed. The spokesman added that it was old.",
        "police spokesman | added | i | it was old",
    ),
    (
        "Ann Keller spoke first. Peter Lund spoke then. “It is old,” Keller said.",
        "Ann Keller | said | d | It is old,",
    ),
    (
        "Ann Keller said the bridge was closed. Peter Lund disagreed. He said it was open.",
        "Peter Lund | said | i | it was open",
    ),
    (
        "Ann Keller said the bridge was closed. Peter Lund disagreed. She said it was old.",
        "Ann Keller | said | i | it was old",
    ),
    (
        "A statement by the Foreign Ministry said that the bridge was closed.",
        "Foreign Ministry | said | i | the bridge was closed",
    ),
    (
        "Two drivers quarrelled at the gate. “The bridge is old and it is closed today.”",
        "? | - | d | The bridge is old and it is closed today.",
    ),
]

NOT_THE_SAME = [
    ("Answering criticism from Peter Lund, he insisted that the bridge was closed.", "he"),
    ("The Oslo Group reported a stake in Velm Ltd.", None),
    ("The court released Peter Lund, a spokesman said.", "spokesman"),
    ("The court released Peter Lund, police said.", "police"),
    ("The court freed him, Peter Lund, spokesman for the road office in Oslo said.", "Peter Lund"),
    ("Policies of the bank assure that credit is cheap.", None),
    ("The figures indicated that the bridge was closed.", "figures"),
    ("The storm indicated that the bridge was closed.", None),
]

COMPANIES = [
    (
        "Velm Shipping Corp sold a dock to Oslo Steel Inc. The company said it was old.",
        "company",
    ),
    (
        "Velm Shipping Corp said it sold a dock to Oslo Steel Inc. The company said it was old.",
        "Velm Shipping Corp",
    ),
]

PASSED_ON = [
    (
        "Peter Lund, citing Norwegian intelligence estimates, said the bridge was closed.",
        "Peter Lund | said | i | the bridge was closed | via Norwegian intelligence estimates",
    ),
    (
        "Citing Norwegian estimates, Peter Lund said the bridge was closed.",
        "Peter Lund | said | i | the bridge was closed | via Norwegian estimates",
    ),
    (
        "Police said the bridge was closed, citing a new survey.",
        "Police | said | i | the bridge was closed | via new survey",
    ),
    (
        "The Oslo Times quoted officials as saying the bridge was closed.",
        "officials | quoted | i | the bridge was closed | via Oslo Times",
    ),
    (
        "Ann Keller was quoted as saying that the bridge was closed.",
        "Ann Keller | quoted as saying | i | the bridge was closed",
    ),
    (
        "Ann Keller was quoted by Reuters as saying that the bridge was closed.",
        "Ann Keller | quoted by Reuters as saying | i | the bridge was closed | via Reuters",
    ),
    (
        "Ann Keller was quoted as saying by Reuters: “The bridge is closed.”",
        "Ann Keller | quoted as saying | d | The bridge is closed. | via Reuters",
    ),
    (
        "Officials warned that the bridge was closed, the Oslo Times reported.",
        "Officials | warned | i | the bridge was closed | via Oslo Times",
    ),
    (
        "Ann Keller said the bridge was closed, according to the Oslo Times.",
        "Ann Keller | said | i | the bridge was closed | via Oslo Times",
    ),
    (
        "“The bridge is closed,” Ann Keller said, the Oslo Times reported.",
        "Ann Keller | said | d | The bridge is closed, | via Oslo Times",
    ),
]


@pytest.mark.parametrize(("text", "line"), PRONOUNS)
def test_a_pronoun_means_a_fitting_person_or_nobody(said: Said, text: str, line: str) -> None:
    assert [found.lower() for found in said(text)] == [line.lower()]


@pytest.mark.parametrize(("text", "line"), CHAINS)
def test_the_last_of_several_sentences(said: Said, text: str, line: str) -> None:
    assert said(text)[-1] == line


@pytest.mark.parametrize(("text", "speaker"), NOT_THE_SAME)
def test_who_stands_before_the_speaker_is_not_the_speaker(text: str, speaker: str | None) -> None:
    names = [each.speaker.name for each in statements_of(text) if each.speaker is not None]

    assert names == ([] if speaker is None else [speaker])


@pytest.mark.parametrize(("text", "speaker"), COMPANIES)
def test_the_company_is_the_only_one_that_spoke(text: str, speaker: str) -> None:
    last = statements_of(text)[-1].speaker

    assert last is not None
    assert last.name == speaker


@pytest.mark.parametrize(("text", "line"), PASSED_ON)
def test_reports_of_reports(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


def test_a_statement_in_a_statement_is_passed_on(said: Said) -> None:
    text = "Ann Keller said Peter Lund had told her that the bridge was closed."

    assert said(text) == [
        "Ann Keller | said | i | Peter Lund had told her that the bridge was closed",
        "Peter Lund | told | i | the bridge was closed | via Ann Keller",
    ]


def test_the_speaker_stands_where_the_words_name_him() -> None:
    text = "Peter Lund closed the bridge. He said it was old."
    (statement,) = statements_of(text)

    assert statement.speaker is not None
    assert statement.speaker.entity == "person:peter-lund"
    assert text[statement.speaker.start : statement.speaker.end] == "He"


def test_a_pronoun_that_nobody_fits_names_no_entity() -> None:
    (statement,) = statements_of("The bridge was old. He said it was closed.")

    assert statement.speaker is not None
    assert statement.speaker.entity is None
