"""Interviews, minutes and hearings: a name, a colon, and what is said."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said

MINUTES = """Minutes of the water council

Ann Keller opened the meeting at nine.

Mrs Keller: The pumps have stood still since May.

Jonas Frey: Who was told of it, and when?

Mrs Keller: Nobody was told before the flood.

The Chairman: We shall come back to this.
"""
HEARING = """Hearing of 4 May

ANN KELLER: The pumps have stood still since May.
MR FREY: Who was told of it?
KELLER: Nobody was told before the flood.
MR FREY: Thank you.
Jonas Frey is a member of the council. Ann Keller runs the works.
"""
INTERVIEW = """“We had no pumps”: Ann Keller on the flood

The head of the water works spoke with the Gazette.

**Interviewer:** When did you hear of the flood?

**Ann Keller:** At four in the morning. I went down at once.

**Interviewer:** And what did you see?

**Ann Keller:** "There was nothing left of the bridge."
"""


def test_minutes_have_speakers(said: Said) -> None:
    assert said(MINUTES) == [
        "Ann Keller | : | d | The pumps have stood still since May.",
        "Jonas Frey | : | d | Who was told of it, and when?",
        "Ann Keller | : | d | Nobody was told before the flood.",
        "Chairman | : | d | We shall come back to this.",
    ]


def test_labels_in_capitals_are_those_of_the_text(said: Said) -> None:
    assert [line.split(" | ")[0] for line in said(HEARING)] == [
        "Ann Keller",
        "Jonas Frey",
        "Ann Keller",
        "Jonas Frey",
    ]


def test_an_interview_in_markdown_has_each_answer_once(said: Said) -> None:
    assert said(INTERVIEW) == [
        "Interviewer | : | d | When did you hear of the flood?",
        "Ann Keller | : | d | At four in the morning. I went down at once.",
        "Interviewer | : | d | And what did you see?",
        "Ann Keller | : | d | There was nothing left of the bridge.",
    ]


LISTS = {
    "persons": """Ann Keller: a teacher who loved the river.

Jonas Frey: a guard, who came from Velm.

Mara Holt: a nurse at the hospital of Velm.
""",
    "results": """Ann Keller: 12

Jonas Frey: 9

Ann Keller: 7

Jonas Frey: 3
""",
    "credits": """Source: Velm Gazette, page 4.

Photographer: Ann Keller of Velm.

Source: The archive of Velm.

Photographer: Jonas Frey of Velm.
""",
    "headings": """The flood: what we know about it.

The bridge: what we do not know.

The flood: what we know now.
""",
}


@pytest.mark.parametrize("name", LISTS)
def test_entries_of_lists_are_no_turns(said: Said, name: str) -> None:
    assert said(LISTS[name]) == []
