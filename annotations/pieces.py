"""A text as the pieces that are compared: words, figures and signs, each with its place.

Two passages have the same pieces when nothing but their typography differs: white space and hard
wraps, the kind of quotation marks, apostrophes, dashes and dots, soft hyphens, ligatures and wide
letters. A figure is one piece with its points and commas, and a fraction or an exponent stays what
it is: `10²` never becomes `102`. Because every piece keeps where it stands, what is found among
pieces is a span of the text, at word bounds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from corpus.span import Span

_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_APOSTROPHES = "'`\u2018\u2019\u201b\u02bc\u00b4\u2032"
_PIECE = re.compile(
    r"\d+(?:[.,:/\u2019'][0-9]+)*"  # a figure, a clock time, a date
    rf"|[^\W_](?:[^\W_]|[{_HIDDEN}]|[{_APOSTROPHES}](?=[^\W\d_]))*"  # a word
    r"|\.{3,}|\u2026"
    rf"|[{_APOSTROPHES}]{{2}}|,,"
    r"|[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+"
    rf"|[^\w\s{_HIDDEN}]|_"
)
_BREAK = re.compile(r"\n[^\S\n]*\n")
_NO_MARKS = re.compile(f"[{_HIDDEN}]")
_SIGNS = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys(_APOSTROPHES + "\u201a\u2039\u203a", "'"),
    "\u2026": "...",
    ",,": '"',
}
_SURROGATES = 0xD800, 0x800


class Pieces:
    """The pieces of a text: `forms` as they are compared, piece `n` at `[starts[n], ends[n])`.

    `folded` are the forms without case, by which a passage is looked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(_PIECE.finditer(text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.forms = [form_of(match[0]) for match in matches]
        self.folded = [form.casefold() for form in self.forms]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Where each folded form stands, in order."""
        found: dict[str, list[int]] = {}
        for number, form in enumerate(self.folded):
            found.setdefault(form, []).append(number)
        return found

    @cached_property
    def codes(self) -> str:
        """The folded forms as a text of one character each, for aligning."""
        known = self.alphabet
        return "".join([known[form] for form in self.folded])

    @cached_property
    def alphabet(self) -> dict[str, str]:
        """The character that stands for each folded form in `codes`."""
        return {form: _character(number) for number, form in enumerate(self.postings)}

    @cached_property
    def exact(self) -> str:
        """The forms, their case kept, as a text of one character each, for finding."""
        known = self.exact_alphabet
        return "".join([known[form] for form in self.forms])

    @cached_property
    def exact_alphabet(self) -> dict[str, str]:
        """The character that stands for each form in `exact`."""
        return {form: _character(number) for number, form in enumerate(dict.fromkeys(self.forms))}

    @cached_property
    def breaks(self) -> list[int]:
        """The numbers of the pieces that begin a paragraph after a blank line."""
        found = (bisect_left(self.starts, match.end()) for match in _BREAK.finditer(self.text))
        return list(dict.fromkeys(found))

    def has_break(self, first: int, end: int) -> bool:
        """Whether a blank line lies between the pieces `[first, end)`."""
        return bisect_right(self.breaks, first) < bisect_left(self.breaks, end)

    def paragraph(self, number: int) -> tuple[int, int]:
        """Return the pieces, first and end, of the paragraph that a piece lies in."""
        at = bisect_right(self.breaks, number)
        first = self.breaks[at - 1] if at else 0
        return first, self.breaks[at] if at < len(self.breaks) else len(self)

    def span(self, first: int, end: int) -> Span:
        """Return where the pieces `[first, end)` stand in the text; there is at least one."""
        return Span(self.starts[first], self.ends[end - 1])

    def covered(self, span: Span) -> tuple[int, int]:
        """Return the pieces, first and end, that a span touches."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def coded(self, folded: list[str]) -> str:
        """Write other pieces in the characters of `codes`, one that is not in the text apart."""
        known, more = self.alphabet, len(self.alphabet)
        new: dict[str, str] = {}
        for form in folded:
            if form not in known and form not in new:
                new[form] = _character(more + len(new))
        return "".join([known.get(form) or new[form] for form in folded])


@lru_cache(maxsize=1 << 15)
def form_of(piece: str) -> str:
    """Give the form in which a piece is compared: its case kept, its typography gone."""
    if piece.isascii() and piece.isalnum():
        return piece
    if (sign := _SIGNS.get(piece)) is not None:
        return sign
    if piece[0] in _APOSTROPHES and len(piece) == 2 and piece[1] in _APOSTROPHES:
        return '"'
    if not piece[0].isalnum():
        if unicodedata.category(piece[0]) == "Pd" or piece[0] in "\u2212\u2013":
            return "-"
        return "..." if piece.startswith("...") else piece
    plain = _NO_MARKS.sub("", piece)
    letters = [
        "'" if letter in _APOSTROPHES and not letter.isalnum() else _compatible(letter)
        for letter in unicodedata.normalize("NFC", plain)
    ]
    return unicodedata.normalize("NFC", "".join(letters))


def _compatible(letter: str) -> str:
    """Give a letter or a figure without its typography; fractions and exponents stay."""
    if letter.isascii() or unicodedata.category(letter) == "No":
        return letter
    return unicodedata.normalize("NFKC", letter)


def _character(number: int) -> str:
    """Give a character for a number: none twice below a million, no half of a pair."""
    first, width = _SURROGATES
    number %= 0x110000 - width
    return chr(number if number < first else number + width)
