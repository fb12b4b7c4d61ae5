"""The one door from the text of files to a terminal.

Articles, titles, file names, notes and tags come from strangers. `safe` makes any of them harmless
and visible, and keeps the length: character `i` of the result stands for character `i` of the text,
so that offsets stay true on the screen.

What is replaced, each by one character of one terminal cell:

- C0 controls and DEL by their Unicode control pictures (U+2400 to U+2421), so that ESC is `␛`;
- C1 controls (U+0080 to U+009F), which old terminals obey, by `␦`;
- invisible and direction-changing characters by signs: bidi embeddings, overrides and isolates (the
  characters of Unicode Standard Annex 9 that the "Trojan Source" attack uses) by `⇄`, zero-width
  characters, word joiners, the soft hyphen and variation selectors outside emoji by `·`, tag characters
  (U+E0000 block) and other invisible format characters by `¤`;
- lone surrogates, which no encoder accepts, and noncharacters by U+FFFD;
- line and paragraph separators U+2028 and U+2029 by `↵`; a tab by a blank; every other blank by a blank.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

CONTROL_SIGN = "␦"
BIDI_SIGN = "⇄"
INVISIBLE_SIGN = "·"
FORMAT_SIGN = "¤"
BREAK_SIGN = "↵"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDI = frozenset([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, less the bidi and tag characters.
_INVISIBLE = frozenset(
    [
        0x00AD,
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180C,
        0x180D,
        0x180E,
        0x180F,
        0x200B,
        0x200C,
        0x2060,
        0x2061,
        0x2062,
        0x2063,
        0x2064,
        0x2065,
        0x206A,
        0x206B,
        0x206C,
        0x206D,
        0x206E,
        0x206F,
        0x2800,
        0x3164,
        0xFEFF,
        0xFFA0,
        *range(0xFE00, 0xFE0E),
        *range(0xE0100, 0xE01F0),
    ]
)
# U+200D (zero-width joiner) and U+FE0E/U+FE0F stay: they build emoji, and take no cell of their own
# only inside one. A terminal that cannot join them shows the parts.
_JOINERS = frozenset([0x200D, 0xFE0E, 0xFE0F])


def _sign_for(code: int) -> str | None:
    """Return what stands for the code point on the screen, None where it stands for itself."""
    if code == 0x0A:
        return None
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0x80 <= code < 0xA0:
        return CONTROL_SIGN
    if code in _BIDI:
        return BIDI_SIGN
    if code in _INVISIBLE:
        return INVISIBLE_SIGN
    if code in _JOINERS:
        return None
    if 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0:
        return REPLACEMENT
    category = unicodedata.category(chr(code))
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return BREAK_SIGN
    if category == "Cf":
        return FORMAT_SIGN
    return None


class _Signs(dict[int, str | int]):
    """A translation table for `str.translate` that fills itself as code points are met."""

    def __missing__(self, code: int) -> str | int:
        sign = _sign_for(code)
        found: str | int = code if sign is None else sign
        self[code] = found
        return found


_SIGNS = _Signs()
_LINE_SIGNS = _Signs({0x0A: BREAK_SIGN})


@cache
def _harmless() -> re.Pattern[str]:
    """Match text that needs no translation: printable ASCII, and line ends."""
    return re.compile(r"[\x20-\x7e\n]*\Z")


def safe(text: str) -> str:
    """Return `text` with everything harmful or hidden replaced, one character for one.

    Line feeds stay. `len(safe(text)) == len(text)`, always.
    """
    return text if _harmless().match(text) else text.translate(_SIGNS)


def safe_line(text: str) -> str:
    """Return `text` as `safe` does, for a place of one line: a line feed becomes `↵`."""
    return safe(text).translate(_LINE_SIGNS) if "\n" in text else safe(text)


def printable(text: str, encoding: str | None = None) -> str:
    """Return safe text that an output in `encoding` can carry; what it cannot becomes `?`.

    `encoding` is that of standard output where it is not given.
    """
    target = encoding or sys.stdout.encoding or "utf-8"
    return safe(text).encode(target, "replace").decode(target)
