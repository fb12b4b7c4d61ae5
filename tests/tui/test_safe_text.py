"""The safe-text door: nothing harmful or hidden passes, and nothing moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.cells import cells
from tui.safe_text import printable, safe, safe_line

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=200)


@given(ANY_TEXT)
def test_every_character_keeps_its_place(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert [i for i, c in enumerate(shown) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


@given(ANY_TEXT)
def test_no_control_or_surrogate_or_direction_sign_reaches_the_terminal(text: str) -> None:
    for character in safe(text):
        if character == "\n":
            continue
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
        )


@given(ANY_TEXT)
def test_safe_text_is_safe_already(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@given(ANY_TEXT)
def test_a_line_has_no_line_end(text: str) -> None:
    shown = safe_line(text)
    assert "\n" not in shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ASCII, as it is\n", "plain ASCII, as it is\n"),
        ("“curly” – dashes, Żółć, 漢字, שלום", "“curly” – dashes, Żółć, 漢字, שלום"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\tb\rc", "a b␍c"),
        ("\x9b31m", "␦31m"),
        ("abc\u202edef", "abc⇄def"),
        ("in\u200bvisible", "in·visible"),
        ("pass\u200dword", "pass·word"),
        ("tag\U000e0041", "tag¤"),
        ("\ud800", "\ufffd"),
        ("over\u00a01,600", "over 1,600"),
        ("next\u2028line", "next↵line"),
    ],
)
def test_what_is_replaced(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_joined_emoji_stays_joined() -> None:
    family = "👩\u200d👩\u200d👧"
    assert safe(family) == family
    assert safe("❤\ufe0f") == "❤\ufe0f"


@pytest.mark.parametrize("word", ["می\u200cکند", "क्\u200cष"])
def test_a_sign_that_writing_needs_is_no_hidden_one(word: str) -> None:
    assert safe(word) == word
    assert cells(word) == cells(word.replace("\u200c", ""))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pass\u200cword", "pass·word"),
        ("می\u200c\u200cکند", "می··کند"),
        ("می\u200c کند", "می· کند"),
        ("می\u200ca", "می·a"),
        ("می\u200dکند", "می·کند"),
        ("👩\u200cক", "👩·ক"),
    ],
)
def test_the_same_sign_elsewhere_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_what_an_output_cannot_carry_is_replaced() -> None:
    assert printable("Łódź", "latin-1") == "?ód?"


def test_a_long_text_is_as_safe_as_its_pieces() -> None:
    piece = "At the ford\x1b of Marn,\t1\u00a0600\u202e carts\u2028 and 👩\u200d👧 at\u200dit. "
    pieces = 10_000
    assert safe(piece * pieces) == safe(piece) * pieces
    assert safe("é" * 500_000) == "é" * 500_000
