"""The one door from the text of files to a terminal.

Articles, titles, file names, notes and tags come from strangers. `safe` makes any of them harmless
and visible, and keeps the length: character `i` of the result stands for character `i` of the text,
so that offsets stay true on the screen.

What is replaced, each by one character of one terminal cell:

- C0 controls and DEL by their control pictures (U+2400 to U+2421), so that ESC is `␛`;
- C1 controls (U+0080 to U+009F), which some terminals obey, by `␦`;
- bidi marks, embeddings, overrides and isolates (Unicode Standard Annex 9) by `⇄`;
- what Unicode calls default ignorable (zero-width characters, the soft hyphen, fillers) by `·`, tag
  and other format characters by `¤`; variation selectors and the zero-width joiner stay in emoji,
  the non-joiner where the writing of Persian or of Hindi needs it;
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
        *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x2800, 0x3164, 0xFEFF, 0xFFA0),
        *(0x1D159, *range(0x180B, 0x1810), *range(0x2060, 0x2066), *range(0x206A, 0x2070)),
        *(*range(0xFE00, 0xFE0E), *range(0x1BCA0, 0x1BCA4), *range(0xE0100, 0xE01F0)),
    ]
)
_JOINERS = frozenset([0x200C, 0x200D, 0xFE0E, 0xFE0F])
# The others stay where they build an emoji,
_EMOJI = "\u00a9\u00ae\u200d\u203c-\u3299\ufe0f\U0001f000-\U0001faff0-9#*"
# and the non-joiner where it says that letters are not joined, as RFC 5892, appendix A.1, has it:
# behind a virama (the characters of combining class 9), or between letters of a joining script.
# The joiner between letters is shown: terminals give what it joins one cell or two.
_VIRAMAS = (
    "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a"
    "\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed"
    "\U00010a3f\U00011046\U00011070\U0001107f\U000110b9\U00011133\U00011134\U000111c0\U00011235\U000112ea"
    "\U0001134d\U00011442\U000114c2\U000115bf\U0001163f\U000116b6\U0001172b\U00011839\U0001193d\U0001193e"
    "\U000119e0\U00011a34\U00011a47\U00011a99\U00011c3f\U00011d44\U00011d45\U00011d97"
)
# Arabic, Syriac, N'Ko, Mandaic and Mongolian, with the marks on their letters.
_JOINED = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06fc\u06ff"
    "\u0710-\u074a\u074d-\u077f\u07ca-\u07f5\u0840-\u085b\u0860-\u086a\u0870-\u0887\u08a0-\u08e1"
    "\u08e3-\u08ff\u1820-\u1878\u1880-\u18aa"
)
_STRAY_JOINER = re.compile(
    f"[\u200d\ufe0e\ufe0f](?<![{_EMOJI}][\u200d\ufe0e\ufe0f])"
    "|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
    f"|\u200c(?<![{_VIRAMAS}]\u200c)(?!(?<=[{_JOINED}]\u200c)[{_JOINED}])"
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
_PART = 1 << 17  # code points, which take a few milliseconds
_MAY_STRAY = "\u200c\u200d\ufe0e\ufe0f"
_LINE_SIGNS = _Signs({0x0A: BREAK_SIGN})


def safe(text: str) -> str:
    """Return `text` with everything harmful or hidden replaced, one character for one.

    Line feeds stay. `len(safe(text)) == len(text)`, always.
    """
    if _HARMLESS.match(text):
        return text
    if len(text) <= _PART:
        shown = text.translate(_SIGNS)
    else:
        # In parts, between which other threads have their turn.
        parts = (text[start : start + _PART] for start in range(0, len(text), _PART))
        shown = "".join(part.translate(_SIGNS) for part in parts)
    if not any(joiner in text for joiner in _MAY_STRAY):
        return shown
    return _STRAY_JOINER.sub(INVISIBLE_SIGN, shown)


def safe_line(text: str) -> str:
    """Return `text` as `safe` does, for a place of one line: a line feed becomes `↵`."""
    return safe(text).translate(_LINE_SIGNS) if "\n" in text else safe(text)


def printable(text: str, encoding: str | None = None) -> str:
    """Return safe text that an output in `encoding` can carry; what it cannot becomes `?`.

    `encoding` is that of standard output where it is not given.
    """
    target = encoding or sys.stdout.encoding or "utf-8"
    return safe(text).encode(target, "replace").decode(target)
