"""A second look at a text: is a word of it really there, and not in the middle of another?

A folded text (`index.folded_text`) leaves apostrophes, stops and commas out, so that what stands
on both sides of them runs together. Here they are marks, which a word may have inside and which end
it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from index.folded_text import bytes_of_plain, path_of_plain

if TYPE_CHECKING:
    from corpus.article import ArticleFile
    from corpus.opening import Corpus

_MARK: Final = b"\x01"
_MARKED: Final = bytes(
    1 if code in b"'`.," else code if code < 128 and chr(code).isalnum() else 32
    for code in range(256)
).lower()


@dataclass(slots=True)
class FoldedText:
    """The folded text of an article, whose file is looked into again where that alone can tell."""

    folded: bytes
    file: ArticleFile
    corpus: Corpus
    _marked: bytes | None = None

    def may_have(self, word: bytes, prefix: bool) -> bool:
        """Say whether a folded word may be a word of the text, or the start of one; False is
        certain.
        """
        if word not in self.folded:
            return False
        if b" " + word + (b"" if prefix else b" ") in self.folded or not word.isascii():
            return True
        if self._marked is None:
            path = path_of_plain(self.corpus, self.file)
            data = bytes_of_plain(path) if path is not None else None
            self._marked = b"" if data is None else data.translate(_MARKED)
        return not self._marked or _expression(word, prefix).search(self._marked) is not None


@lru_cache(maxsize=64)
def _expression(word: bytes, prefix: bool) -> re.Pattern[bytes]:
    """Compile the expression for a word: runs of letters and runs of digits are words each."""
    before = b"(?<![0-9])" if word[:1].isdigit() else b"(?<![a-z])"
    after = b"(?![0-9])" if word[-1:].isdigit() else b"(?![a-z])"
    letters = (_MARK + b"*").join(re.escape(bytes((code,))) for code in word)
    return re.compile(before + letters + (b"" if prefix else after))
