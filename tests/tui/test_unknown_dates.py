"""What the title line says of a published date that is not known."""

from __future__ import annotations

import pytest

from corpus.span import Span
from corpus.understanding.analysis import Metadata, Value
from tui.article.unknown_date import unknown_date
from tui.library.date_words import date_of

EARLY = Value("2017-01-01", "likely", Span(0, 4))
LATE = Value("2021-06-18", "likely", Span(8, 12))


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        (Metadata(), "date unknown"),
        (Metadata(earliest=EARLY), "date unknown, 2017-01-01 or later"),
        (Metadata(latest=LATE), "date unknown, 2021-06-18 or earlier"),
        (Metadata(earliest=EARLY, latest=LATE), "date unknown, 2017-01-01 to 2021-06-18"),
    ],
)
def test_an_unknown_date_is_shown_with_its_bounds(metadata: Metadata, words: str) -> None:
    assert unknown_date(metadata) == words


@pytest.mark.parametrize(
    ("metadata", "words"),
    [
        (Metadata(), "no date"),
        (Metadata(earliest=EARLY), "≥2017-01-01"),
        (Metadata(latest=LATE), "≤2021-06-18"),
        (Metadata(earliest=EARLY, latest=LATE), "~2017–2021"),
        (Metadata(published=EARLY), "2017-01-01?"),
        (Metadata(published=Value("2017-01", "certain", Span(0, 4))), "2017-01"),
    ],
)
def test_a_date_in_few_cells_says_how_it_is_known(metadata: Metadata, words: str) -> None:
    assert date_of(metadata) == words
