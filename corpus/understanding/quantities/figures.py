"""A figure: digits or words with their magnitude and sign, before any unit."""

from __future__ import annotations

import re

from corpus.understanding.analysis import Number
from corpus.understanding.quantities.number_words import (
    add_share,
    read_added_share,
    read_magnitude,
    read_number_words,
)
from corpus.understanding.quantities.numerals import GLYPHS, read_numeral
from corpus.understanding.quantities.reading import Figure, whole
from corpus.understanding.quantities.spacing import GAP

_LETTER = re.compile(r"[^\S\n]?([kKmMbB])(?![A-Za-z0-9])")
_LETTER_SIZES = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_SIGN_WORDS = ("minus", "negative")
_SIGN_WORD = re.compile(rf"(?<![A-Za-z])(?:minus|negative){GAP}$", re.IGNORECASE)
_AND_SMALLER = re.compile(
    rf"{GAP}and{GAP}(?:([0-9]{{1,2}})(?![0-9.,]*[0-9])|(?=[a-z]))", re.IGNORECASE
)


def read_figure(text: str, offset: int, *, is_money: bool = False) -> Figure | None:
    """Read the figure at `offset`, or None.

    A letter is a magnitude where it can be nothing else: "10k", "1.2b", "5M"; "5m" is five million
    in money (`is_money`) and five metres elsewhere, where it is left to the units.
    """
    if offset >= len(text):
        return None
    first = text[offset]
    if (first.isascii() and (first.isdigit() or first == ".")) or first in GLYPHS:
        figure = _in_digits(text, offset, is_money)
    else:
        figure = read_number_words(text, offset)
    return _signed(text, figure) if figure and figure.value is not None else figure


def _in_digits(text: str, offset: int, is_money: bool) -> Figure | None:
    numeral = read_numeral(text, offset)
    if numeral is None:
        return None
    end, value, is_fraction = numeral
    after = text[end : end + 1]
    if not (after.isalpha() or after.isspace() or after in ("-", "‐", "‑")):
        return Figure(offset, end, value, fraction=is_fraction)  # nothing goes on
    size_end, size = read_magnitude(text, end)
    if size == 1:
        letter = _LETTER.match(text, end)
        if letter and (
            (letter[1] != "m" and (letter.end() == end + 1 or is_money or letter[1] in "Mk"))
            or (is_money and letter[1] == "m")
        ):  # fmt: skip
            size, size_end = _LETTER_SIZES[letter[1].lower()], letter.end()
        elif not is_fraction and (following := read_number_tail(text, end, value)):
            return following
    elif size > 1 and (smaller := _smaller(text, size_end, size)):
        return Figure(offset, smaller.end, whole(value * size + (smaller.value or 0)))
    elif size == 100 and (more := _AND_SMALLER.match(text, size_end)):
        if more[1]:
            return Figure(offset, more.end(), whole(value * size) + int(more[1]), multiplier=100)
        words = read_number_words(text, more.end())
        if words and isinstance(words.value, int) and words.value < 100 and words.in_words:
            return Figure(offset, words.end, whole(value * size) + words.value, multiplier=100)
    number: Number = value if size == 1 else whole(value * size)
    if not is_fraction and (added := read_added_share(text, size_end)):
        later_end, later_size = read_magnitude(text, added[0])
        number = add_share(number, size, added[1], later_size)
        return Figure(offset, later_end, number, multiplier=max(size, later_size))
    return Figure(offset, size_end, number, multiplier=size, fraction=is_fraction and size == 1)


_SHARE_WORD = re.compile(
    rf"(?:{GAP}|-)(thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b", re.IGNORECASE
)
_SHARES = {
    "thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8,
    "ninths": 9, "tenths": 10,
}  # fmt: skip


def read_number_tail(text: str, end: int, value: Number) -> Figure | None:
    """Read "3 quarters" and "2 thirds" as fractions."""
    share = _SHARE_WORD.match(text, end)
    if (
        share is None
        or (share[1].lower() == "quarters" and value != 3)
        or not isinstance(value, int)
        or not 0 < value < 100
    ):
        return None
    start = end - len(str(value))
    fraction = whole(value / _SHARES[share[1].lower()])
    return Figure(start, share.end(), fraction, fraction=True)


_NEXT_DIGITS = re.compile(rf"{GAP}(?:and{GAP})?(?=[0-9])", re.IGNORECASE)


def _smaller(text: str, end: int, size: int) -> Figure | None:
    """Read "300 thousand" after "2 million": a figure with the next smaller magnitude."""
    following = _NEXT_DIGITS.match(text, end)
    figure = _in_digits(text, following.end(), is_money=False) if following else None
    if figure is None or figure.fraction or figure.value is None:
        return None
    return figure if figure.multiplier > 1 and figure.value < size else None


def _signed(text: str, figure: Figure) -> Figure:
    """Take in a minus sign, or the word "minus", that stands free before the figure."""
    start = figure.start
    before = text[start - 1 : start]
    value = figure.value
    assert value is not None
    if before in ("-", "−") and (start == 1 or text[start - 2] in " \n\t(=<>:\u00a0"):
        signed = start - 1
    elif (
        before.isspace()
        and text[max(0, start - 12) : start].rstrip().lower().endswith(_SIGN_WORDS)
        and (word := _SIGN_WORD.search(text, max(0, start - 12), start))
    ):
        signed = word.start()
    else:
        return figure
    return Figure(
        signed, figure.end, -value, multiplier=figure.multiplier,
        in_words=figure.in_words, fraction=figure.fraction,
    )  # fmt: skip
