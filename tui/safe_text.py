"""The one door from the text of files to a terminal.

Articles, titles, file names, notes and tags come from strangers. `safe` makes any of them harmless
and visible, and keeps the length: character `i` of the result stands for character `i` of the text,
so that offsets stay true on the screen.

What is replaced, each by one character of one terminal cell:

- C0 controls and DEL by their control pictures (U+2400 to U+2421), so that ESC is `␛`;
- C1 controls (U+0080 to U+009F), which some terminals obey, by `␦`;
- bidi marks, embeddings, overrides and isolates (Unicode Standard Annex 9) by `⇄`;
- what Unicode calls default ignorable (zero-width characters, joiners and variation selectors
  outside emoji, the soft hyphen, fillers) by `·`, tag and other format characters by `¤`;
- lone surrogates, which no encoding accepts, and noncharacters by U+FFFD;
- line and paragraph separators (U+2028, U+2029) by `↵`; tabs and blanks of any width by a blank.
"""

from __future__ import annotations

import re
import sys
import unicodedata

CONTROL_SIGN = "␦"
BIDI_SIGN = "⇄"
INVISIBLE_SIGN = "·"
FORMAT_SIGN = "¤"
BREAK_SIGN = "↵"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BIDI = frozenset([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
# Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, less bidi and tag characters,
# and the two blanks that look like nothing: the braille blank and the Hangul fillers.
_INVISIBLE = frozenset(
    [
        *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x200C, 0x2800, 0x3164, 0xFEFF),
        *(0xFFA0, 0x1D159, *range(0x180B, 0x1810), *range(0x2060, 0x2066), *range(0x206A, 0x2070)),
        *(*range(0xFE00, 0xFE0E), *range(0x1BCA0, 0x1BCA4), *range(0xE0100, 0xE01F0)),
    ]
)
# The zero-width joiner and the two emoji variation selectors stay where they build an emoji.
_JOINERS = frozenset([0x200D, 0xFE0E, 0xFE0F])
_STRAY_JOINER = re.compile(
    "(?<![\u00a9\u00ae\u200d\u203c-\u3299\ufe0f\U0001f000-\U0001faff0-9#*])[\u200d\ufe0e\ufe0f]"
    "|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)


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
_HARMLESS = re.compile(r"[\x20-\x7e\n]*\Z")
_LINE_SIGNS = _Signs({0x0A: BREAK_SIGN})


def safe(text: str) -> str:
    """Return `text` with everything harmful or hidden replaced, one character for one.

    Line feeds stay. `len(safe(text)) == len(text)`, always.
    """
    if _HARMLESS.match(text):
        return text
    return _STRAY_JOINER.sub(INVISIBLE_SIGN, text.translate(_SIGNS))


def safe_line(text: str) -> str:
    """Return `text` as `safe` does, for a place of one line: a line feed becomes `↵`."""
    return safe(text).translate(_LINE_SIGNS) if "\n" in text else safe(text)


def printable(text: str, encoding: str | None = None) -> str:
    """Return safe text that an output in `encoding` can carry; what it cannot becomes `?`.

    `encoding` is that of standard output where it is not given.
    """
    target = encoding or sys.stdout.encoding or "utf-8"
    return safe(text).encode(target, "replace").decode(target)
