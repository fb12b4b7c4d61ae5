"""What is in quotation marks, or has a reporting verb, and is no statement."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said

NONE = [
    "The so-called “old bridge” was closed on Monday.",
    "The bridge, known as “the widow”, was closed.",
    "Peter “the Fox” Lund closed the bridge.",
    "Her novel “The Closed Bridge” sold well.",
    "The film “Who Closed the Bridge?” opens on Friday.",
    "“The Closed Bridge” is a novel about Norway.",
    "The “closed” bridge was open.",
    "The bridge was not “closed” but “open”.",
    "“The Closed Bridge”",
    "Ann Keller declined to say why the bridge was closed.",
    "Ann Keller did not say why the bridge was closed.",
    "Ann Keller refused to comment on the bridge.",
    "Ann Keller agreed “tentative” dates for the bridge.",
    "Ann Keller said nothing.",
    "Ann Keller said no.",
    "Ann Keller said goodbye.",
    "Ann Keller was told to close the bridge.",
    "The bridge is said to be closed.",
    "The group claimed responsibility for the attack on the bridge.",
    "Ann Keller reported a profit of 3 million crowns.",
    "Ann Keller added salt to the soup.",
    "Ann Keller asked him to close the bridge.",
    "Ann Keller answers to the council.",
    "The reports were long and the claims were many.",
    "A report on the bridge was late.",
    "That said, the bridge was closed.",
    "The bridge was closed, as they say.",
    "The company's claims that grew old were forgotten.",
    "It's the workers' bridge, the drivers' road and the mayor's town.",
    "The '90s bridge and the '80s road were closed.",
    "A 12\" pipe and a 6' pole lay on the bridge.",
    "Rock 'n' roll was played on the bridge.",
    "The state of the bridge states nothing.",
    "I said that the bridge was closed.",
    "To say that the bridge was closed is to say little.",
    "The warning came before the bridge was closed.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_says_anything(said: Said, text: str) -> None:
    assert said(text) == []


def test_furniture_says_nothing(said: Said) -> None:
    text = (
        "The bridge at Velm was closed on Monday after a storm.\n\n"
        "Ann Keller said it was old.\n\n"
        "Related Articles\n\nMayor says “the bridge is closed”\n"
    )

    assert said(text) == ["Ann Keller | said | i | it was old"]


def test_an_empty_text(said: Said) -> None:
    assert said("") == []
