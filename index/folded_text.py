"""A text folded for a quick look: does it have a word? Faster by far than to part it into words.

A folded text is bytes in which every word of `corpus.tokens` stands in its normal form, without
apostrophes, stops and commas. A word that is in the text is in the folded text; not all that is in
the folded text is a word of the text (`dam` is in `madam`, and of `café` there is `caf`, too).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from corpus.problem import CorpusError
from corpus.readers.known import reader_for
from corpus.regular_file import open_regular
from corpus.tokens import words

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

LONGEST: Final = 4 * 1024 * 1024
"""Bytes of the longest file that is folded as it is; others are read as articles are."""

_PLAIN: Final = ("text/", "markdown/")
_LETTERS: Final = bytes(
    code if chr(code).isalnum() and code < 128 else 32 for code in range(256)
).lower()
_LEFT_OUT: Final = b"'`.,"
# What ends a stretch of letters becomes a space; what is cut off at the ends of a stretch with a
# letter beyond ASCII is ASCII, and no part of a word with it.
_STRETCHES: Final = bytes(
    code if code > 127 or chr(code).isalnum() or code in _LEFT_OUT else 32 for code in range(256)
)
_UNDONE: Final = str.maketrans("", "", "'.,")


def folded_file(corpus: Corpus, file: ArticleFile) -> bytes:
    """Read the file of an article and fold it; empty where it cannot be read."""
    path = path_of_plain(corpus, file)
    found = folded_plain(path) if path is not None else None
    if found is not None:
        return found
    try:
        text = corpus.read(file).text
    except CorpusError:
        return b""
    return f" {' '.join(words(text)).translate(_UNDONE)} ".encode("utf-8", "surrogatepass")


def path_of_plain(corpus: Corpus, file: ArticleFile) -> str | None:
    """Return the path of a file whose bytes are its text, if they are UTF-8; None of others."""
    reader = reader_for(file.article)
    if reader is None or not reader.name.startswith(_PLAIN) or file.size > LONGEST:
        return None
    if corpus.read_by(file) != reader.name:
        return None  # an encoding is set for it
    return file.location


def folded_word(word: str) -> bytes:
    """Fold one word, as it is found in a folded text."""
    return word.translate(_UNDONE).encode("utf-8", "surrogatepass")


def folded_plain(path: str) -> bytes | None:
    """Fold a file that is UTF-8; None where it has to be decoded, or cannot be read like this."""
    data = bytes_of_plain(path)
    if data is None:
        return None
    folded = b" " + data.translate(_LETTERS, _LEFT_OUT) + b" "
    if data.isascii():
        return folded
    try:
        data.decode()
    except UnicodeDecodeError:
        return None
    stretches = data.translate(_STRETCHES).split()
    others = b" ".join(one for one in stretches if not one.isascii()).decode()
    return folded + " ".join(words(others)).translate(_UNDONE).encode() + b" "


def bytes_of_plain(path: str) -> bytes | None:
    """Read a file; None where its bytes may be no UTF-8, or cannot be read like this."""
    try:
        descriptor, status = open_regular(path)
        try:
            data = os.read(descriptor, min(status.st_size, LONGEST) + 1)
        finally:
            os.close(descriptor)
    except OSError:
        return None  # a link, or gone: whoever reads articles says what it is
    if len(data) != status.st_size:
        return None  # too long, or being written
    # NUL and ESC are in encodings that have ASCII's bytes and mean other characters.
    return None if b"\0" in data or b"\x1b" in data else data
