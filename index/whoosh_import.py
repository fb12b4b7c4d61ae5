"""Whoosh, imported quietly and with its unpickling shut; takes about 60 ms.

The two distributions that Postil works with, `Whoosh` 2.7.4 and `whoosh3` 3.54, have the same
modules under the same names. The query parser, which takes as long again, is not imported.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import Any

from index.unpickling import shut_unpickling

with warnings.catch_warnings():
    # 2.7.4 has invalid escape sequences and compares with `is`; newer Pythons warn of both.
    warnings.simplefilter("ignore")
    from whoosh import fields, formats, matching, reading, writing
    from whoosh import index as whoosh_index
    from whoosh.codec import base as codec_base
    from whoosh.filedb import filestore, structfile

shut_unpickling()


@lru_cache(maxsize=1)
def english_stemmer() -> Any:
    """Give Snowball's stemmer for English; its `stem` takes a word in small letters."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.lang.snowball.english import EnglishStemmer
    return EnglishStemmer()


__all__ = [
    "codec_base",
    "english_stemmer",
    "fields",
    "filestore",
    "formats",
    "matching",
    "reading",
    "structfile",
    "whoosh_index",
    "writing",
]
