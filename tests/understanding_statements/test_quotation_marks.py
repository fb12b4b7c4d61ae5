"""Quotation marks of every convention; quotations in quotations, unclosed, and of paragraphs."""

from __future__ import annotations

import pytest

from tests.understanding_statements.conftest import Said

MARKS = [
    ("‘The bridge is closed,’ said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ("'The bridge is closed,' said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    (
        "'It's the workers' bridge,' said Ann Keller.",
        "Ann Keller | said | d | It's the workers' bridge,",
    ),
    (
        "‘It’s the workers’ bridge,’ said Ann Keller.",
        "Ann Keller | said | d | It’s the workers’ bridge,",
    ),
    ("‘The bridge is closed’, said Ann Keller.", "Ann Keller | said | d | The bridge is closed"),
    ("«The bridge is closed,» said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ("« The bridge is closed », said Ann Keller.", "Ann Keller | said | d | The bridge is closed"),
    ("„The bridge is closed,“ said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ("„The bridge is closed,” said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ("``The bridge is closed,'' said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    ("”The bridge is closed,” said Ann Keller.", "Ann Keller | said | d | The bridge is closed,"),
    (
        "“They told me ‘no’ at the gate,” said Ann Keller.",
        "Ann Keller | said | d | They told me ‘no’ at the gate,",
    ),
    (
        "‘They told me “no” at the gate,’ said Ann Keller.",
        "Ann Keller | said | d | They told me “no” at the gate,",
    ),
    (
        "\"They told me 'no' at the gate,\" said Ann Keller.",
        "Ann Keller | said | d | They told me 'no' at the gate,",
    ),
    (
        '"They told me "no" at the gate," said Ann Keller.',
        'Ann Keller | said | d | They told me "no" at the gate,',
    ),
    (
        "“The ’90s bridge isn’t ours,” said Ann Keller.",
        "Ann Keller | said | d | The ’90s bridge isn’t ours,",
    ),
]

SEVERAL_PARAGRAPHS = [
    (
        "“The bridge is closed,” said Ann Keller. “Nobody may cross.\n\n“It will open in May.”",
        "Ann Keller | said | d | The bridge is closed,",
        "Ann Keller | - | d | Nobody may cross. “It will open in May.",
    ),
    (
        "Ann Keller said: “The bridge is closed.\n\n“Nobody may cross.\n\n“It will open in May.”",
        "Ann Keller | said | d | The bridge is closed. “Nobody may cross. “It will open in May.",
    ),
    (
        "“The bridge is closed.\n\n“Nobody may cross,” said Ann Keller.",
        "Ann Keller | said | d | The bridge is closed. “Nobody may cross,",
    ),
    (
        'Ann Keller said: "The bridge is closed. "Nobody may cross."',
        'Ann Keller | said | d | The bridge is closed. "Nobody may cross.',
    ),
    (
        "Ann Keller closed the bridge. She said it was old.\n\n“Nobody may cross it now.”",
        "Ann Keller | said | i | it was old",
        "Ann Keller | - | d | Nobody may cross it now.",
    ),
]

UNCLOSED = [
    (
        "Ann Keller said: “The bridge is closed. Nobody may cross.",
        "Ann Keller | said | d | The bridge is closed. Nobody may cross.",
    ),
    (
        "“The bridge is closed, she said on Monday. It was late.",
        "she | said | d | The bridge is closed,",
    ),
    (
        "“The bridge is closed and nobody may cross it for now.",
        "? | - | d | The bridge is closed and nobody may cross it for now.",
    ),
]


@pytest.mark.parametrize(("text", "line"), MARKS)
def test_marks_of_any_convention(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]


@pytest.mark.parametrize("case", SEVERAL_PARAGRAPHS)
def test_a_quotation_of_several_paragraphs_is_one(said: Said, case: tuple[str, ...]) -> None:
    text, *lines = case
    assert said(text) == lines


@pytest.mark.parametrize(("text", "line"), UNCLOSED)
def test_a_quotation_that_is_never_closed(said: Said, text: str, line: str) -> None:
    assert said(text) == [line]
