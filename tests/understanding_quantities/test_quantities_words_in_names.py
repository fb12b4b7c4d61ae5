"""Number words that are part of a name."""

from __future__ import annotations

from corpus.understanding.quantities.words_in_names import is_in_name


def test_only_what_is_near_in_a_line_says_that_it_is_no_headline() -> None:
    # In a text of one line all of it would be looked through for every number word.
    capitals = "The Boats Of Marn " * 30
    text = f"small words begin the line {capitals}Seven"
    near = f"{capitals}small words end the line Seven"

    assert not is_in_name(text, len(text) - 5, len(text))
    assert is_in_name(near, len(near) - 5, len(near))
