"""Why a file is no article, in a reader's words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from corpus.problem import Problem
from corpus.readers.known import READERS
from corpus.regular_file import NotRegularError

if TYPE_CHECKING:
    from corpus.article import Article

LIMIT = 64 * 1024 * 1024
"""The most bytes of a file that is read as an article.

The Bible has 5 MB, a year of a daily paper about 40. While an article is open it takes a small
multiple of its size in memory.
"""

ANALYSED = 16_000_000
"""The most code points of a text that is analysed: about 1.5 GB of memory and a minute or more."""


def no_reader(article: str) -> Problem:
    """Say that no reader is for a file of this name."""
    suffixes = " ".join(suffix for reader in READERS for suffix in reader.suffixes)
    return Problem(article, "no reader is for files of this name", f"articles end in {suffixes}")


def too_large(article: str, size: int) -> Problem:
    """Say that a file is larger than an article may be."""
    reason = f"it has {size / 1_048_576:.0f} MB; articles of up to {LIMIT // 1_048_576} MB are read"
    return Problem(article, reason, "split it")


def too_long(article: str, length: int) -> Problem:
    """Say that a text is longer than is analysed."""
    reason = f"it has {length:,} characters; up to {ANALYSED:,} are searched for names and figures"
    return Problem(article, reason, "split it", level="warning")


def binary(article: str) -> Problem:
    """Say that a file is no text."""
    remedy = "convert it to text, or exclude it in postil.yaml"
    return Problem(article, "it is a binary file, not text", remedy, level="warning")


def web_archive(article: str) -> Problem:
    """Say that a page was saved in a form that is not read."""
    remedy = "save the page as HTML"
    return Problem(article, "it is a web archive, not a page", remedy, level="warning")


def leads_out(article: str) -> Problem:
    """Say that a link leads out of the corpus."""
    remedy = "copy what it leads to into the corpus"
    return Problem(article, "it is a link that leads out of the corpus", remedy)


def unreadable(article: str, wrong: OSError) -> Problem:
    """Say why the system does not let a file or folder be read."""
    if isinstance(wrong, NotRegularError):
        return Problem(article, f"it is {wrong.kind}", "put a regular file in its place")
    if isinstance(wrong, PermissionError):
        return Problem(article, "it may not be read", "check its permissions")
    if isinstance(wrong, FileNotFoundError):
        return Problem(article, "it is not there any more", "open the corpus again")
    if wrong.errno == errno.ELOOP:
        return Problem(article, "it is a link that leads in a circle", "remove it")
    if wrong.errno == errno.ENAMETOOLONG:
        reason = "its path is longer than the system allows"
        return Problem(article, reason, "give its folders shorter names")
    return Problem(article, f"it cannot be read: {wrong.strerror or wrong}", "check the disk")


def reading_problems(article: Article) -> tuple[Problem, ...]:
    """Say what was in doubt when an article was read, as warnings."""
    found = []
    if article.encoding_guessed:
        reason = f"nothing in the file proves its encoding; it was read as {article.encoding}"
        broken = article.text.count("\ufffd")
        if broken:
            reason += f", where {broken} characters could not be read"
        remedy = "save it as UTF-8 if characters look wrong, or set its encoding in postil.yaml"
        found.append(Problem(article.name, reason, remedy, level="warning"))
    if article.doubt:
        remedy = "compare it with the page in a browser"
        found.append(Problem(article.name, article.doubt, remedy, level="warning"))
    return tuple(found)
