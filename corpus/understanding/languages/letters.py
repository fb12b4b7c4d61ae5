"""Letters that tell languages of one script apart.

Of Cyrillic, what each language writes beyond the letters that all of them have; of Latin, those of
Vietnamese that no other language writes (ẹ, ị, ọ and ụ are of Igbo and Yoruba, too).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

CYRILLIC_LETTERS = {
    "ru": "ёийщъыьэюя",
    "uk": "ґєиіїйщьюя",
    "bg": "ийщъьюя",
    "be": "ёійўыьэюя",
    "sr": "ђијљњћџ",
    "mk": "ѓијѕќљњџ",
    "kk": "ёийщъыьэюяіәғқңөұүһ",
    "mn": "ёийщъыьэюяөү",
}
_OF_FEW = frozenset("".join(CYRILLIC_LETTERS.values()))
_STRANGE = 50  # of so many letters one may be of a name or of a word in another language

_VIETNAMESE = re.compile("[ơưạảấầẩẫậắằẳẵặẻếềểễệỉỏốồổỗộớờởỡợủứừửữựỳỷỹỵ]")
_LEAST_SHARE = 0.15  # of the words; of prose it is more than half


def spelling(languages: Iterable[str], words: str) -> list[str]:
    """Return those of the Cyrillic languages whose letters the words are written in, or nearly."""
    counted = Counter(letter for letter in words.lower() if "\u0400" <= letter <= "\u04ff")
    telling = [(letter, count) for letter, count in counted.items() if letter in _OF_FEW]
    strange = {
        language: sum(
            count for letter, count in telling if letter not in CYRILLIC_LETTERS[language]
        )
        for language in languages
    }
    most = min(strange.values()) + counted.total() // _STRANGE
    return [language for language, count in strange.items() if count <= most]


def vietnamese_words(words: list[str]) -> int:
    """Count the words that only Vietnamese writes; 0 where they are few, or names."""
    small = sum(word[0].islower() and _VIETNAMESE.search(word) is not None for word in words)
    return small if small > 1 and small >= _LEAST_SHARE * len(words) else 0
