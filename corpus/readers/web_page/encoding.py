"""The encoding of a web page: a byte order mark, what the page says of itself, else a guess."""

from __future__ import annotations

import re

from corpus.decoding import Decoded, byte_order_mark, decode, decode_as, text_encoding

_LOOKED_THROUGH = 4096  # bytes from the start; the standard asks for 1024

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["'](?P<xml>[\w.:-]{2,40})
    |<meta\s(?=[^>]{0,500}?charset)[^>]{0,500}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]{2,40})""",
    re.IGNORECASE | re.VERBOSE,
)
# https://encoding.spec.whatwg.org/#names-and-labels: what browsers take these names for.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
}
_LABELS = {"x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "ks_c_5601-1987": "cp949"}
# The page could not say so in bytes of ASCII if it were.
_NOT_SAID_IN_ASCII = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "utf-8-sig",
)


def decode_page(data: bytes) -> Decoded:
    """Decode the bytes of a page; lines end in LF. Never raises.

    Where the page names an encoding that its bytes contradict, or none, it is guessed.
    """
    said = None if byte_order_mark(data) else declared(data)
    if said is None:
        return decode(data)
    if said != "utf-8" and _is_utf8_beyond_ascii(data):
        # Saved anew by a program that did not change what the page says: no other encoding gives
        # well-formed UTF-8 by chance.
        return Decoded(decode_as(data, "utf-8").text, "utf-8", guessed=True)
    found = decode_as(data, said)
    return decode(data) if found.guessed else found


def declared(data: bytes) -> str | None:
    """Name the encoding that a page says it is in, as Python names it; None where it says none."""
    found = _DECLARED.search(data, 0, _LOOKED_THROUGH)
    if found is None:
        return None
    label = (found["xml"] or found["meta"]).decode("ascii").lower()
    name = text_encoding(_LABELS.get(label, label))
    if name is None or name == "utf-7":  # browsers refuse UTF-7: it hides what a page holds
        return None
    return "utf-8" if name in _NOT_SAID_IN_ASCII else _MEANT.get(name, name)


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
