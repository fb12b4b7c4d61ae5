"""The readers of a corpus, told by the names of their sidecars: one sidecar a reader.

`ARTICLE.annotations.yaml` belongs to who reads without a name, `ARTICLE.NAME.annotations.yaml` to
the reader NAME. What may not stand in the name of a file, and the point, is written as `%2E`.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from annotations.error import AnnotationError
from corpus.problem import Problem
from corpus.readers.known import reader_for

SUFFIX = ".annotations.yaml"

LONGEST_NAME = 40
"""The most characters of a reader's name: names of files have an end."""

_COPY = re.compile(r"(.+)\.annotations[^/]*\.ya?ml", re.DOTALL)
_PLAIN = re.compile(r"[\w -]")


def clean_name(name: str) -> str:
    """Return a reader's name as it is kept: NFC, single blanks. Raises `AnnotationError`."""
    name = unicodedata.normalize("NFC", " ".join(name.split()))
    if not name:
        reason = "a reader's name has at least one letter"
    elif len(name) > LONGEST_NAME:
        reason = f"a reader's name has at most {LONGEST_NAME} characters"
    elif not name.isprintable():
        reason = "a reader's name has a character that cannot be shown"
    else:
        return name
    raise AnnotationError(Problem("--as", reason, "give another name"))


def sidecar_name(article: str, reader: str | None) -> str:
    """Return the name of a reader's sidecar of an article."""
    return article + (f".{_as_file(reader)}" if reader is not None else "") + SUFFIX


def owner_of(name: str) -> tuple[str, str | None]:
    """Tell the article and the reader of a sidecar from its name; None is who has no name."""
    stem = name.removesuffix(SUFFIX)
    article, point, reader = stem.rpartition(".")
    if point and reader_for(article) is not None:
        named = unquote(reader, errors="replace")
        if named and sidecar_name(article, named) == name:
            return article, named
    return stem, None


def copied_sidecar(name: str) -> str | None:
    """Tell by its name of which sidecar a file is a copy; None for any other file.

    Programs that keep folders in sync lay what they cannot put together beside it, as
    `A.annotations.sync-conflict-….yaml` or `A.annotations (conflicted copy …).yaml`; so do people.
    `A.annotations.yml`, which is no sidecar either, counts as one.
    """
    found = _COPY.fullmatch(name)
    if found is None or name.endswith(SUFFIX):
        return None
    sidecar = found[1] + SUFFIX
    return sidecar if reader_for(owner_of(sidecar)[0]) is not None else None


def article_of(name: str) -> str:
    """Tell the article of a sidecar, or of a copy of one, from its name."""
    return owner_of(copied_sidecar(name) or name)[0]


def _as_file(reader: str) -> str:
    words = "".join(each if _PLAIN.fullmatch(each) else quote(each, safe="") for each in reader)
    words = words.replace(".", "%2E").replace("~", "%7E")
    # A reader by the name of a format would make the sidecar look like that of an article.
    return f"%{ord(words[0]):02X}{words[1:]}" if reader_for(f"a.{words}") is not None else words
