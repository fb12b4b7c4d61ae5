"""Direct quotation: the cue after, before and around it, and the subject in every form."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said

AFTER = [
    ("“The bridge is closed,” Ann Keller said.", "Ann Keller | said | d | The bridge is closed,"),
    ("“The bridge is closed,” said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ('"The bridge is closed," said Ann Keller.', "Ann Keller | said | d | The bridge is closed,"),
    ("“Is the bridge closed?” asked Ann Keller.", "Ann Keller | asked | d | Is the bridge closed?"),
    ("“Close the bridge!” shouted Ann Keller.", "Ann Keller | shouted | d | Close the bridge!"),
    ("“The bridge is closed”, said Ann Keller.", "Ann Keller | said | d | The bridge is closed"),
    (
        "“The bridge is closed,” Ann Keller told reporters.",
        "Ann Keller | told | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Ann Keller told the Velm Gazette on Sunday.",
        "Ann Keller | told | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” explained the ministry’s spokesman.",
        "ministry’s spokesman | explained | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said Ann Keller, the mayor of Velm.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said the mayor, Ann Keller.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said Ann Keller, who has run the town since May.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said Ann Keller in a statement on Friday.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said Deputy Transport Minister Ann Keller.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said Assistant Secretary for Road and Rail Affairs Ann Keller.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Gen. Ann Keller said.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Ann Keller, the mayor, said.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” the mayor, Ann Keller, said on Monday.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” a spokesman for the ministry said.",
        "spokesman for the ministry | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” said a spokesman for the ministry.",
        "spokesman for the ministry | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” officials in Oslo said.",
        "officials in Oslo | said | d | The bridge is closed,",
    ),
    ("“The bridge is closed,” said police.", "police | said | d | The bridge is closed,"),
    (
        "“The bridge is closed,” one resident said, pointing at the river.",
        "one resident | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Ann Keller wrote on her website.",
        "Ann Keller | wrote | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Ann Keller later added.",
        "Ann Keller | added | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed,” Ann Keller has said.",
        "Ann Keller | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed. Nobody may cross. We mean it,” Ann Keller said.",
        "Ann Keller | said | d | The bridge is closed. Nobody may cross. We mean it,",
    ),
    (
        "“The bridge is closed,” says Dr. Ann Keller of Oslo University.",
        "Ann Keller | says | d | The bridge is closed,",
    ),
    ("“No comment,” said Ann Keller.", "Ann Keller | said | d | No comment,"),
    ("“Yes,” Ann Keller replied.", "Ann Keller | replied | d | Yes,"),
]

GESTURES = [
    ("“I do not know,” she shrugged.", "she | shrugged | d | I do not know,"),
    ("“Close it?” he laughed.", "he | laughed | d | Close it?"),
]

BEFORE = [
    ("Ann Keller said: “The bridge is closed.”", "Ann Keller | said | d | The bridge is closed."),
    ("Ann Keller said, “The bridge is closed.”", "Ann Keller | said | d | The bridge is closed."),
    ("Ann Keller said “The bridge is closed.”", "Ann Keller | said | d | The bridge is closed."),
    (
        "Ann Keller said in a statement: “The bridge is closed.”",
        "Ann Keller | said | d | The bridge is closed.",
    ),
    (
        "Ann Keller told reporters in Oslo on Monday: “The bridge is closed.”",
        "Ann Keller | told | d | The bridge is closed.",
    ),
    (
        "Ann Keller, the mayor of Velm, said: “The bridge is closed.”",
        "Ann Keller | said | d | The bridge is closed.",
    ),
    (
        "In Oslo, Ann Keller said: “The bridge is closed.”",
        "Ann Keller | said | d | The bridge is closed.",
    ),
    (
        "Asked about the road, Ann Keller replied: “The bridge is closed.”",
        "Ann Keller | replied | d | The bridge is closed.",
    ),
    ("The ministry said: “The bridge is closed.”", "ministry | said | d | The bridge is closed."),
    (
        "A sign on the door read well, and Ann Keller added: “The bridge is closed.”",
        "Ann Keller | added | d | The bridge is closed.",
    ),
    ("Ann Keller was blunt: “The bridge is closed.”", "Ann Keller | - | d | The bridge is closed."),
    (
        "Ann Keller wrote, “The bridge is closed. Nobody may cross.”",
        "Ann Keller | wrote | d | The bridge is closed. Nobody may cross.",
    ),
]

AROUND = [
    (
        "“The bridge,” said Ann Keller, “is closed.”",
        "Ann Keller | said | d | The bridge,",
        "Ann Keller | said | d | is closed.",
    ),
    (
        "“The bridge is closed,” Ann Keller said. “Nobody may cross.”",
        "Ann Keller | said | d | The bridge is closed,",
        "Ann Keller | - | d | Nobody may cross.",
    ),
    (
        "“The bridge is closed,” said Ann Keller, the mayor, adding: “Nobody may cross.”",
        "Ann Keller | said | d | The bridge is closed,",
        "Ann Keller | adding | d | Nobody may cross.",
    ),
    (
        "“The bridge is closed,” Ann Keller said, “and nobody may cross.” She then left.",
        "Ann Keller | said | d | The bridge is closed,",
        "Ann Keller | said | d | and nobody may cross.",
    ),
    (
        "“Well,” said Ann Keller, who was in a hurry, “it is closed.”",
        "Ann Keller | said | d | Well,",
        "Ann Keller | said | d | it is closed.",
    ),
    (
        "“It is closed,” Ann Keller said. “Go home.” “Never,” said Peter Lund.",
        "Ann Keller | said | d | It is closed,",
        "Ann Keller | - | d | Go home.",
        "Peter Lund | said | d | Never,",
    ),
]


@pytest.mark.parametrize(("text", "line"), AFTER)
def test_the_cue_follows_the_quotation(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


@pytest.mark.parametrize(("text", "line"), GESTURES)
def test_a_gesture_stands_for_a_reporting_verb(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


@pytest.mark.parametrize(("text", "line"), BEFORE)
def test_the_cue_precedes_the_quotation(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


@pytest.mark.parametrize("case", AROUND)
def test_the_quotation_stands_around_the_cue(said: Said, case: tuple[str, ...]) -> None:
    text, *lines = case
    assert said(text) == lines
