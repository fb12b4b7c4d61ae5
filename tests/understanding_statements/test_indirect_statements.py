"""Indirect quotation: with and without "that", after, before and around its cue."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said

BEFORE = [
    (
        "Ann Keller said that the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    ("Ann Keller said the bridge was closed.", "Ann Keller | said | i | the bridge was closed"),
    ("Ann Keller said it was closed.", "Ann Keller | said | i | it was closed"),
    ("Ann Keller said there was no bridge.", "Ann Keller | said | i | there was no bridge"),
    ("Ann Keller says all bridges rust.", "Ann Keller | says | i | all bridges rust"),
    (
        "Ann Keller said on Sunday that the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said Sunday the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said last week that the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said in a statement that the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said in a statement the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said at a news conference in Oslo that the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller told reporters that the bridge was closed.",
        "Ann Keller | told | i | the bridge was closed",
    ),
    (
        "Ann Keller told reporters the bridge was closed.",
        "Ann Keller | told | i | the bridge was closed",
    ),
    ("Ann Keller told him the bridge was closed.", "Ann Keller | told | i | the bridge was closed"),
    (
        "Ann Keller told Reuters the bridge was closed.",
        "Ann Keller | told | i | the bridge was closed",
    ),
    (
        "Ann Keller told a rally in Oslo on Monday that the bridge was closed.",
        "Ann Keller | told | i | the bridge was closed",
    ),
    (
        "Ann Keller warned that the bridge was closed.",
        "Ann Keller | warned | i | the bridge was closed",
    ),
    (
        "Ann Keller warned drivers that the bridge was closed.",
        "Ann Keller | warned | i | the bridge was closed",
    ),
    (
        "Ann Keller denied that the bridge was closed.",
        "Ann Keller | denied | i | the bridge was closed",
    ),
    (
        "Ann Keller insisted the bridge was closed.",
        "Ann Keller | insisted | i | the bridge was closed",
    ),
    (
        "Ann Keller also added that the bridge was closed.",
        "Ann Keller | added | i | the bridge was closed",
    ),
    (
        "Ann Keller has said that the bridge is closed.",
        "Ann Keller | said | i | the bridge is closed",
    ),
    (
        "Ann Keller went on to say that the bridge was closed.",
        "Ann Keller | say | i | the bridge was closed",
    ),
    (
        "Ann Keller expressed regret that the bridge was closed.",
        "Ann Keller | expressed | i | the bridge was closed",
    ),
    (
        "Ann Keller asked whether the bridge was closed.",
        "Ann Keller | asked | i | whether the bridge was closed",
    ),
    ("Ann Keller said “the bridge” was closed.", "Ann Keller | said | i | “the bridge” was closed"),
    (
        "Ann Keller said the bridge was “closed for good”.",
        "Ann Keller | said | i | the bridge was “closed for good”",
    ),
    (
        "Ann Keller said that “the bridge is closed.”",
        "Ann Keller | said | d | the bridge is closed.",
    ),
    (
        "Ann Keller, the ministry’s spokeswoman, said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller, the head of the road office, Norway’s oldest, said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller, 45, said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller (Labour) said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller, however, said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller, who built it, told a court that the bridge was closed.",
        "Ann Keller | told | i | the bridge was closed",
    ),
    (
        "Ann Keller in a letter said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller on Sunday said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    ("But Ann Keller said the bridge was closed.", "Ann Keller | said | i | the bridge was closed"),
    (
        "In Oslo, the mayor, Ann Keller, said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Speaking in Oslo, Ann Keller said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Norway’s Foreign Ministry said the bridge was closed.",
        "Foreign Ministry | said | i | the bridge was closed",
    ),
    ("Norway said the bridge was closed.", "Norway | said | i | the bridge was closed"),
    (
        "The United States said the bridge was closed.",
        "United States | said | i | the bridge was closed",
    ),
    ("Police said the bridge was closed.", "Police | said | i | the bridge was closed"),
    (
        "Three Norwegian officials said the bridge was closed.",
        "Three Norwegian officials | said | i | the bridge was closed",
    ),
    (
        "A new report says that the bridge is closed.",
        "new report | says | i | the bridge is closed",
    ),
    ("Some said that the bridge was closed.", "Some | said | i | the bridge was closed"),
    (
        "Ann Keller and Peter Lund said the bridge was closed.",
        "Ann Keller and Peter Lund | said | i | the bridge was closed",
    ),
    (
        "OSLO: Ann Keller said the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller said, on several occasions, the bridge was closed.",
        "Ann Keller | said | i | the bridge was closed",
    ),
    (
        "Ann Keller called the bridge a “death trap”.",
        "Ann Keller | called | i | the bridge a “death trap”",
    ),
    ("Ann Keller described it as “a farce”.", "Ann Keller | described | i | it as “a farce”"),
    (
        "Ann Keller vowed to “fight on to the end”.",
        "Ann Keller | vowed | i | to “fight on to the end”",
    ),
]

FIGURES = [
    ("Ann Keller told Reuters schools were shut.", "schools were shut"),
    ("Ann Keller said over 1,450 boats sank.", "over 1,450 boats sank"),
    ("Ann Keller said at least 20 boats sank.", "at least 20 boats sank"),
    ("Ann Keller told reporters about 20 boats sank.", "about 20 boats sank"),
    ("Ann Keller said hundreds of boats sank.", "hundreds of boats sank"),
]

AFTER = [
    (
        "OSLO, Norway, May 18 (Northern Wire) - The bridge was closed, officials said.",
        "officials | said | i | The bridge was closed",
    ),
    ("The bridge was closed, Ann Keller said.", "Ann Keller | said | i | The bridge was closed"),
    ("The bridge was closed, said Ann Keller.", "Ann Keller | said | i | The bridge was closed"),
    (
        "The bridge was closed, said Ann Keller, the mayor of Velm.",
        "Ann Keller | said | i | The bridge was closed",
    ),
    (
        "The bridge was closed, the ministry said on Sunday.",
        "ministry | said | i | The bridge was closed",
    ),
    (
        "The bridge was closed, Ann Keller told reporters.",
        "Ann Keller | told | i | The bridge was closed",
    ),
    (
        "The bridge was closed, police in Oslo said.",
        "police in Oslo | said | i | The bridge was closed",
    ),
    (
        "OSLO (Agency) – The bridge was closed, officials said Monday.",
        "officials | said | i | The bridge was closed",
    ),
    (
        "The bridge was closed, a spokesman for the road office said.",
        "spokesman for the road office | said | i | The bridge was closed",
    ),
    (
        "The bridge was “very badly built,” Ann Keller said.",
        "Ann Keller | said | i | The bridge was “very badly built,”",
    ),
    ("The bridge was closed, it was said.", None),
]

SEVERAL = [
    (
        "The bridge, Ann Keller said, was closed.",
        "Ann Keller | said | i | The bridge, Ann Keller said, was closed",
    ),
    (
        "Ann Keller said the bridge was closed, adding that it was old.",
        "Ann Keller | said | i | the bridge was closed",
        "Ann Keller | adding | i | it was old",
    ),
    (
        "Ann Keller said the bridge was closed and added that it was old.",
        "Ann Keller | said | i | the bridge was closed",
        "Ann Keller | added | i | it was old",
    ),
    (
        "Ann Keller said the bridge was closed, but Peter Lund said it was open.",
        "Ann Keller | said | i | the bridge was closed",
        "Peter Lund | said | i | it was open",
    ),
    (
        "Ann Keller closed the road on Monday, saying the bridge was old.",
        "Ann Keller | saying | i | the bridge was old",
    ),
    (
        "Ann Keller said the bridge was closed; Peter Lund insisted that it was open.",
        "Ann Keller | said | i | the bridge was closed",
        "Peter Lund | insisted | i | it was open",
    ),
    (
        "“It is closed,” Ann Keller said, adding that it was old.",
        "Ann Keller | said | d | It is closed,",
        "Ann Keller | adding | i | it was old",
    ),
    (
        "Ann Keller said she would close the bridge. “It is old,” she said.",
        "Ann Keller | said | i | she would close the bridge",
        "Ann Keller | said | d | It is old,",
    ),
]

ACCORDING = [
    (
        "As reported by Reuters, the bridge was closed.",
        "Reuters | reported by | i | the bridge was closed",
    ),
    (
        "The bridge was closed, as reported by Reuters.",
        "Reuters | reported by | i | The bridge was closed",
    ),
    (
        "Sources close to the mayor told Reuters that the bridge was closed.",
        "Sources close to the mayor | told | i | the bridge was closed",
    ),
    (
        "According to Ann Keller, the bridge was closed.",
        "Ann Keller | According to | i | the bridge was closed",
    ),
    (
        "According to Norwegian officials, the bridge was closed.",
        "Norwegian officials | According to | i | the bridge was closed",
    ),
    (
        "The bridge was closed, according to Ann Keller.",
        "Ann Keller | according to | i | The bridge was closed",
    ),
    (
        "The bridge was closed according to a police report.",
        "police report | according to | i | The bridge was closed",
    ),
    (
        "The bridge was closed, according to Ann Keller, the mayor.",
        "Ann Keller | according to | i | The bridge was closed",
    ),
    (
        "The bridge, according to Ann Keller, was closed.",
        "Ann Keller | according to | i | The bridge, according to Ann Keller, was closed",
    ),
    (
        "But according to the ministry, the bridge was closed.",
        "ministry | according to | i | the bridge was closed",
    ),
    (
        "According to a study by Oslo University, the bridge is closed.",
        "Oslo University | According to | i | the bridge is closed",
    ),
    ("The bridge was closed according to plan.", None),
    ("The bridge was built according to the old rules.", None),
]


@pytest.mark.parametrize(("text", "line"), BEFORE)
def test_the_clause_follows_the_cue(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


@pytest.mark.parametrize(("text", "content"), FIGURES)
def test_a_clause_begins_with_a_figure(said: Said, text: str, content: str) -> None:
    assert [line.rpartition(" | ")[2] for line in said(text)] == [content]


def test_a_clause_goes_over_line_ends(said: Said) -> None:
    text = (
        "The road to the north of the town has been under water since the storm of\n"
        "Sunday night, and nobody has come to look at it. Ann Keller, the mayor, said\n"
        "that the bridge behind it was closed\nas well.\n"
    )

    assert said(text) == ["Ann Keller | said | i | the bridge behind it was closed as well"]


@pytest.mark.parametrize(("text", "line"), AFTER)
def test_the_clause_precedes_the_cue(said: Said, text: str, line: str | None) -> None:
    assert said(text) == ([] if line is None else [line])


@pytest.mark.parametrize("case", SEVERAL)
def test_one_sentence_holds_several(said: Said, case: tuple[str, ...]) -> None:
    text, *lines = case
    assert said(text) == lines


@pytest.mark.parametrize(("text", "line"), ACCORDING)
def test_according_to(said: Said, text: str, line: str | None) -> None:
    assert said(text) == ([] if line is None else [line])
