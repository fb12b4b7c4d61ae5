"""The words of a text: one tokenizer for everything that counts, indexes or compares words.

A token is a run of letters, a number, or one character of a script that is written without spaces.

- Letters and digits separate (`GMT18` is `gmt` and `18`), and so do white space of every kind
  (no-break and thin spaces too), hyphens and dashes of every kind, underscores and punctuation.
- `1,600` is one token, `1600`; so are groups of the Indian kind (`12,34,567`) and decimals
  (`1.5`). `18.06.2021` is three tokens.
- Straight and curly apostrophes agree. A possessive `'s` belongs neither to the word nor to the
  token's span: in `Ostrava's` the token is `Ostrava`. A contraction keeps its apostrophe
  (`don't`); any other apostrophe is left out of the word (`Sana'a` is `sanaa`).
- A dotted acronym is one token with its dots in the span (`U.S.` is `us`).
- Soft hyphens and zero-width joiners and marks inside a word are part of the span and not of the
  word.
- Chinese, Japanese, Thai, Lao, Khmer and Burmese give one token a character.

The word is the normal form: compatibility decomposition (NFKD) without accents, folded case, then
composed again (NFC), so that one Hangul syllable stays one character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, cast

from corpus.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKENIZER_VERSION: Final = 1
"""Changes whenever a text may give other tokens; what is built from tokens is then built again."""

APOSTROPHES: Final = "'`\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02bf\u00b4\u2032\uff07"
"""Every character that is read as an apostrophe inside a word."""

IGNORED: Final = "\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Every character that is left out inside a word."""

_IGNORE: Final = dict.fromkeys(map(ord, IGNORED))
_ONE_BY_ONE: Final = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Bopomofo}\p{Yi}"
)
# Letters that have no decomposition but that readers type without their strokes.
_STROKES: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"}
)
_CONTRACTION = re.compile(r"(?:n't|'(?:re|ll|ve|d|m))$")


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word of a text with its place; `word` is its normal form and never empty."""

    word: str


def tokenize(text: str) -> Iterator[Token]:
    """Give the tokens of `text` in order; their spans are disjoint and not empty."""
    for start, end, word in locate_words(text):
        yield Token(start, end, word)


def words(text: str) -> list[str]:
    """Give the normal forms alone, several times as fast as `tokenize`."""
    if text.isascii():
        return [
            found if found.isalnum() else normal_form(found)
            for found in _ASCII_TOKEN.findall(text.lower())
        ]
    return [normal_form(found) for found in _token_of(text).findall(text)]


def locate_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Give what `tokenize` gives as plain tuples (start, end, word), for long texts."""
    if text.isascii():
        for match in _ASCII_TOKEN.finditer(text.lower()):
            found = match[0]
            if found.isalnum():
                yield match.start(), match.end(), found
            else:
                yield match.start(), match.end() - _possessive(found), normal_form(found)
        return
    known: dict[str, tuple[str, int]] = {}
    for match in _token_of(text).finditer(text):
        found = match[0]
        form = known.get(found)
        if form is None:
            form = known[found] = normal_form(found), _possessive(found)
        start, end = match.span()
        yield start, end - form[1], form[0]


@lru_cache(maxsize=1 << 16)
def normal_form(token: str) -> str:
    """Give the word that the text of one token stands for (see the module)."""
    if token.isascii():
        if token.isalnum():
            return token.lower()
        plain = token.lower()
    else:
        plain = token.translate(_IGNORE)
    if any(char in APOSTROPHES for char in plain):
        plain = _without_apostrophes(plain)
    if plain[0].isdigit():
        digits = (char if char == "." else _ascii_digits(char) for char in plain if char != ",")
        return "".join(digits)
    plain = plain.replace(".", "")
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain)
    letters = "".join(
        char
        for char in decomposed
        if not unicodedata.combining(char) and not char.isspace() and char not in APOSTROPHES[1:]
    )
    folded = unicodedata.normalize("NFC", letters.casefold().translate(_STROKES))
    return folded or token.casefold()


def _possessive(found: str) -> int:
    """Count the characters of a possessive ending, 0 or 2."""
    return 2 if len(found) > 2 and found[-1] in "sS" and found[-2] in APOSTROPHES else 0


def _without_apostrophes(token: str) -> str:
    if ending := _possessive(token):
        token = token[:-ending]
    straight = "".join("'" if char in APOSTROPHES else char for char in token)
    kept = _CONTRACTION.search(straight.lower())
    if kept is None:
        return straight.replace("'", "") or token
    return straight[: kept.start()].replace("'", "") + straight[kept.start() :]


def _ascii_digits(char: str) -> str:
    if char.isascii():
        return char
    digit = unicodedata.digit(char, None)
    return unicodedata.normalize("NFKD", char) if digit is None else str(digit)


def _pattern(letter: str, mark: str, ignored: str, digit: str, apostrophe: str) -> str:
    """Compose the expression of one token from its classes of characters."""
    inner = f"[{letter}{mark}]*" + (f"(?:[{ignored}]+[{letter}][{letter}{mark}]*)*" if mark else "")
    number = (
        # Groups are read from the start of a number only: `18.06.2021` and lists are no groups.
        f"(?<![{digit}][.,])"
        f"(?:[{digit}]{{1,3}}(?:(?:,[{digit}]{{3}})+|(?:,[{digit}]{{2}})+,[{digit}]{{3}})"
        f"(?!,?[{digit}])|[{digit}]+)"
        f"(?:\\.[{digit}]+(?!\\.?[{digit}]))?|[{digit}]+"
    )
    return (
        f"[{letter}](?:\\.[{letter}])+(?![{letter}{mark}])\\.?"
        f"|[{letter}]{inner}(?:[{apostrophe}][{letter}]{inner})*"
        f"|{number}"
    )


_ASCII_TOKEN: Final = re.compile(_pattern("a-z", "", "", "0-9", "'`"))
_LATIN: Final = "a-zA-Z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_LATIN_TOKEN: Final = re.compile(_pattern(_LATIN, "", "", "0-9", APOSTROPHES))
# What the Latin expression does not know: marks, joiners, other scripts and digits, fractions.
_BEYOND_LATIN: Final = re.compile(
    "[^\0-\x7f\u0080-\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u024f"
    "\u2000-\u200b\u2010-\u205f\u20a0-\u20bf\u2122\u3000\ufffd]"
)


def _token_of(text: str) -> re.Pattern[str]:
    """Choose the expression: Latin text with typographic signs needs no properties of Unicode."""
    return _any_token() if _BEYOND_LATIN.search(text) else _LATIN_TOKEN


@lru_cache(maxsize=1)
def _any_token() -> re.Pattern[str]:
    """Compile the expression for every text; `regex` knows scripts and marks, `re` does not."""
    import regex

    letter = rf"[\p{{L}}\p{{Nl}}--[{_ONE_BY_ONE}{APOSTROPHES}]]"
    pattern = _pattern(letter, r"\p{M}", IGNORED, r"\p{Nd}", APOSTROPHES)
    compiled = regex.compile(
        rf"{pattern}|[[\p{{L}}\p{{Nl}}]&&[{_ONE_BY_ONE}]]\p{{M}}*|\p{{No}}", regex.V1
    )
    return cast("re.Pattern[str]", compiled)
