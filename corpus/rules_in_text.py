"""Which of the reader's rules for entities bear on a text: those that have a word of theirs in it.

An article is analysed anew only where a rule that bears on it changed. The test is generous: it
looks at words of letters and figures alone, so that no case, accent, line break or dot in a name
is missed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.corpus_file import EntityRule

_NO_RULES = ""
_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_REST = re.compile(r"[\W_]+")


def rules_bearing_on(text: str, rules: Sequence[EntityRule]) -> str:
    """Name the rules that bear on a text (16 hexadecimal digits); "" where none does."""
    if not rules:
        return _NO_RULES
    plain = _plain(text)
    bearing = [rule for rule in rules if any(word in plain for word in _words_of(rule))]
    return _digest(bearing) if bearing else _NO_RULES


def fingerprint_of_rules(rules: Sequence[EntityRule]) -> str:
    """Name the rules (16 hexadecimal digits); "" for none."""
    return _digest(rules) if rules else _NO_RULES


@lru_cache(maxsize=4096)  # more than a `postil.yaml` may have rules
def _words_of(rule: EntityRule) -> tuple[str, ...]:
    return tuple({_plain(word) for word in (rule.name, *rule.aliases, *rule.not_, *rule.forbid)})


def _plain(text: str) -> str:
    """Return the words without case and accents, initials as one word, a blank around each."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).casefold().translate(_LETTERS)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return f" {_REST.sub(' ', _INITIALS.sub(_LETTER, plain)).strip()} "


# As names are folded before they are compared (corpus/understanding/gazetteers/folding.py).
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_LETTERS |= str.maketrans({"ı": "i"})


_LETTER = r"\1"


def _digest(rules: Sequence[EntityRule]) -> str:
    # The repr of frozen dataclasses of strings and tuples is the same in every process.
    return hashlib.sha256(repr(tuple(rules)).encode("utf-8", "backslashreplace")).hexdigest()[:16]
