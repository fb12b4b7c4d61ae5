"""Bytes to text: a byte order mark, else UTF-8, else the likeliest encoding, and always a text."""

from __future__ import annotations

import codecs
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.page_head import PageHead

SNIFFED = 4096
"""How many bytes from its start tell whether a file is text."""

_ASCII = bytes(range(128))
_FEW = 4  # bytes beyond ASCII from which no statistics can be made
_SAMPLE = 65_536  # bytes that an encoding is guessed from

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Codecs of domain names and of strings in programs.
_NO_TEXT_ENCODINGS = frozenset(
    ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")
)

# Everything but the control characters that no text has. ESC and BS are in texts that were captured
# from terminals; showing them harmlessly is the screen's matter.
_TEXT_BYTES = bytes({7, 8, 9, 10, 11, 12, 13, 26, 27} | set(range(32, 256)))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was decoded from (a Python codec's name).

    `guessed` says that nothing proved the encoding, or that some bytes contradicted it; those are
    U+FFFD in `text`. Of a web page, `page` is what it says of itself, and `doubt` what is in doubt
    about the text that was found in it.
    """

    text: str
    encoding: str
    guessed: bool = False
    page: PageHead | None = None
    doubt: str = ""


def byte_order_mark(data: bytes) -> tuple[bytes, str] | None:
    """Return the byte order mark that `data` begins with, and its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return None


def looks_binary(start: bytes) -> bool:
    """Say whether a file that begins with `start` (its first `SNIFFED` bytes) is no text.

    Text has hardly any control characters. A few of them, NUL too, are let through where the bytes
    are UTF-8, as no binary format is for long; anywhere else one NUL is enough.
    """
    controls = len(start.translate(None, _TEXT_BYTES))
    if not controls or byte_order_mark(start) or _utf16_without_mark(start):
        return False
    if controls * 10 > len(start):
        return True
    return not _is_utf8(start) and (0 in start or controls * 50 > len(start))


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file; the byte order mark is left out and lines end in LF.

    Never raises: bytes that the encoding does not have become U+FFFD, with `guessed` set. The text
    holds no lone surrogates.
    """
    text, encoding, guessed = _decode(data)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, guessed)


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode bytes as they were said to be encoded (a Python codec's name).

    A byte order mark is left out and lines end in LF. Bytes that the encoding does not have become
    U+FFFD, with `guessed` set. Never raises for an encoding of `text_encoding`.
    """
    mark, marked = byte_order_mark(data) or (b"", "")
    if marked != encoding:
        mark = b""
    try:
        text, broken = data[len(mark) :].decode(encoding), False
    except UnicodeError:
        text, broken = data[len(mark) :].decode(encoding, "replace"), True
    # UTF-7 has lone surrogates, which no file and no terminal takes.
    text = text.encode("utf-8", "replace").decode("utf-8")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, broken)


def text_encoding(name: str) -> str | None:
    """Return what Python calls the text encoding of this name; None where there is none."""
    try:
        found = codecs.lookup(name.strip()).name
        b"a".decode(found, "replace")
    except (LookupError, ValueError):  # no text, no such codec on this system, a NUL in the name
        return None
    return None if found in _NO_TEXT_ENCODINGS else found


def _decode(data: bytes) -> tuple[str, str, bool]:
    marked = byte_order_mark(data)
    mark, encoding = marked or (b"", "utf-8")
    if not marked and (unmarked := _utf16_without_mark(data[:SNIFFED])):
        return data.decode(unmarked, "replace"), unmarked, True
    try:
        return data[len(mark) :].decode(encoding), encoding, False
    except UnicodeDecodeError:
        if marked or _is_damaged_utf8(data):
            return data[len(mark) :].decode(encoding, "replace"), encoding, True
    encoding = _guess(data)
    return data.decode(encoding, "replace"), encoding, True


def _is_utf8(start: bytes) -> bool:
    """Say whether `start` is UTF-8, whose last character may be cut off."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return True


# What UTF-8 leaves of a quotation mark or an emoji that was cut through, and no other text has.
_CUT = re.compile(rb"\xe2\x80(?![\x80-\xbf])|[\xf0-\xf4][\x80-\xbf]{2}(?![\x80-\xbf])")
_SOUND = 0.9  # the share of bytes beyond ASCII that are UTF-8 in a damaged text


def _is_damaged_utf8(data: bytes) -> bool:
    """Say whether what is beyond ASCII is UTF-8 but for some bytes: a cut-off end, a pasted one.

    Sequences of several bytes hardly ever come about by chance, so in a short text half of the
    bytes are enough where only one place is broken.
    """
    beyond = len(data.translate(None, _ASCII))
    text = data.decode("utf-8", "ignore")
    sound = len(text.encode()) - (len(data) - beyond)
    sound += sum(map(len, _CUT.findall(data)))
    if sound >= beyond * _SOUND:
        return True
    places = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return places == 1 and sound * 2 > beyond


# Scripts that are written without spaces, with their punctuation and wide forms.
_EAST_ASIAN = re.compile(r"[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]")


def _utf16_without_mark(start: bytes) -> str | None:
    """Name the UTF-16 that `start` is in, told by the NULs of its spaces and Latin letters.

    Chinese and Japanese have neither: there the NULs of line ends are enough where nearly all else
    is of these scripts.
    """
    if 0 not in start:
        return None
    even, odd = start[0 : len(start) // 2 * 2 : 2], start[1::2]
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if 0 not in zeros or 0 in others:
            continue
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(start)
        except UnicodeDecodeError:
            continue
        few = zeros.count(0) * 10 < len(zeros)
        if few and len(_EAST_ASIAN.findall(text)) * 10 < (len(text) - zeros.count(0)) * 9:
            continue
        if all(c >= " " or c in "\t\n\f\r" for c in text):
            return encoding
    return None


def _guess(data: bytes) -> str:
    sample = telling_sample(data)
    high = sample.translate(None, _ASCII)
    beyond = len(high)
    letters = len(sample) - len(sample.translate(None, string.ascii_letters.encode()))
    from corpus.latin_code_pages import latin_code_page

    page, explained = latin_code_page(high) if beyond > 1 else (_of_few_bytes(high), 1.0)
    # Texts in Latin letters have accents on up to a quarter of them (Vietnamese); in texts of other
    # scripts all letters lie beyond ASCII.
    if beyond * 3 <= letters + beyond and explained >= 0.75:
        return page
    if beyond <= _FEW and letters >= 5 * beyond:
        return _of_few_bytes(high)

    from charset_normalizer import from_bytes

    # UTF-7 can decode to lone surrogates; UTF-16 and UTF-32 were ruled out above.
    excluded = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]
    found = from_bytes(sample, cp_exclusion=excluded).best()
    return found.encoding if found else page


def _of_few_bytes(high: bytes) -> str:
    """Name the encoding of a text with hardly a byte beyond ASCII: they can tell no language."""
    try:
        high.decode("cp1252")
    except UnicodeDecodeError:
        return "latin_1"
    return "cp1252"


def telling_sample(data: bytes) -> bytes:
    """Take the lines around the first byte beyond ASCII, so that no character is cut through.

    A line feed is never part of a longer character in the encodings that are guessed.
    """
    if len(data) <= _SAMPLE:
        return data
    first = len(data) - len(data.lstrip(_ASCII))
    start = data.rfind(b"\n", 0, max(first - _SAMPLE // 4, 0)) + 1
    start = max(start, first - _SAMPLE // 2)
    end = data.rfind(b"\n", start, start + _SAMPLE)
    return data[start : end if end > first else start + _SAMPLE]
