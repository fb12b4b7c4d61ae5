"""What the lists and the article's own words know of a stretch of capitalised words."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.lexicon.organisations import (
    LEGAL_FORMS,
    ORG_HEADS,
    THING_HEADS,
    WEAK_ORG_HEADS,
)
from corpus.understanding.entities.lexicon.places import PLACE_HEADS
from corpus.understanding.entities.lexicon.small_words import (
    FUNCTION_WORDS,
    NAME_PARTICLES,
    PLAIN_ACRONYMS,
    ROMAN,
    VERB_PREFIXES,
)
from corpus.understanding.entities.lexicon.titles import TITLE_HEADS, TITLE_MODIFIERS
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.words import Word
from corpus.understanding.gazetteers.beginnings import LONGEST_NAME, beginnings
from corpus.understanding.gazetteers.folding import phrase_key
from corpus.understanding.gazetteers.groups import is_group
from corpus.understanding.gazetteers.names import given_names, other_names
from corpus.understanding.gazetteers.organisations import acronym_organisations, organisations
from corpus.understanding.gazetteers.places import Place, acronym_places, places
from corpus.understanding.gazetteers.words import word_ranks

VERY_COMMON = 3_000  # rank below which an English word is hardly a name at a sentence's start
COMMON = 12_000
# Words of the closed class that begin names in the middle of a sentence: the First Baptist Church.
_IN_NAMES = frozenset(("new", "old", "good", "first", "second", "third", "last", "united"))
LARGE_CITY = 300  # thousands of people
_ORGANISATIONS = "in the list of organisations"
_PLURAL = {
    "country": "countries",
    "region": "regions of the world",
    "capital": "capitals",
    "state": "states",
    "city": "cities",
    "subdivision": "subdivisions of countries",
}


def _key(words: Sequence[Word]) -> str:
    if len(words) == 1:
        return words[0].plain if words[0].acronym else words[0].bare
    return phrase_key(" ".join(w.text for w in words).replace(" 's", "'s"))


class Knowledge:
    """The lists, and the words that the article has in lower case."""

    __slots__ = (
        "_acronym_orgs",
        "_acronym_places",
        "_beginnings",
        "_orgs",
        "_places",
        "given",
        "lower",
        "names",
        "ranks",
    )

    def __init__(self, lower: frozenset[str]) -> None:
        self.lower = lower
        self.ranks = word_ranks()
        self.given = given_names()
        self.names = other_names()
        self._beginnings = beginnings()
        self._places = places()
        self._orgs = organisations()
        self._acronym_places = acronym_places()
        self._acronym_orgs = acronym_organisations()

    def _may_be_listed(self, words: Sequence[Word]) -> bool:
        """Say whether some name of the lists begins as the words do; most stretches do not."""
        if len(words) == 1:
            return True
        if not words or len(words) > LONGEST_NAME:
            return False
        if words[1].text == "'s":
            return True
        begin = f"{words[0].key} {words[1].key}"
        return begin in self._beginnings or (
            "." in begin and begin.replace(".", "") in self._beginnings
        )

    def is_group(self, words: Sequence[Word]) -> bool:
        """Say whether the words are a nationality, people, religion or political group."""
        return self._may_be_listed(words) and is_group(_key(words))

    def is_place(self, words: Sequence[Word]) -> bool:
        """Say whether the words are a place of the lists."""
        return bool(words) and self._place(words) is not None

    def is_country(self, words: Sequence[Word]) -> bool:
        """Say whether the words are a country or a region of the world."""
        place = self._place(words)
        return place is not None and place.kind in ("country", "region")

    def is_subdivision(self, words: Sequence[Word]) -> bool:
        """Say whether the lists know the words as a province or district and as nothing else."""
        place = self._place(words) if words else None
        return place is not None and place.kind == "subdivision"

    def is_sure_place(self, words: Sequence[Word]) -> bool:
        """Say whether the words are a country, region, capital or large city."""
        place = self._place(words)
        return place is not None and (
            place.kind in ("country", "region", "state", "capital") or place.thousands >= LARGE_CITY
        )

    def _place(self, words: Sequence[Word]) -> Place | None:
        if len(words) == 1 and words[0].acronym:
            plain = words[0].text.replace(".", "")
            found = self._acronym_places.get(plain)
            if found is not None or len(plain) < 4:
                return found
        if not self._may_be_listed(words):
            return None
        key = _key(words)
        found = self._places.get(key)
        if found is None and "'" in key and len(words) == 1:
            # The ayn or hamza that many spellings leave out.
            found = self._places.get(key.replace("'", ""))
        return found

    def listed(self, words: Sequence[Word]) -> Piece | None:
        """Return the piece where the whole of the words is a name of a list."""
        if not words or words[0].small or not self._may_be_listed(words):
            return None
        one = len(words) == 1
        if one and words[0].state is not None:
            return self._piece(words, "PLACE", 6.0, words[0].state, "short for a state")
        if one and words[0].acronym:
            plain = words[0].text.replace(".", "").replace("-", "")
            org = self._acronym_orgs.get(words[0].text.replace(".", "")) or self._acronym_orgs.get(
                plain
            )
            if org is not None:
                return self._piece(words, "ORG", 5.0, org, _ORGANISATIONS)
        place = self._place(words)
        key = _key(words)
        if is_group(key) and (place is None or place.kind in ("city", "subdivision")):
            return self._piece(words, "NORP", 6.0, None, "in the list of peoples")
        org = self._orgs.get(key)
        if org is not None:
            return self._piece(words, "ORG", 5.0, org, _ORGANISATIONS)
        if place is None:
            return None
        if place.kind in ("country", "region"):
            name = place.name if place.kind == "country" else None
            piece = self._piece(words, "PLACE", 6.0, name, f"in the list of {_PLURAL[place.kind]}")
            if one and words[0].key in self.given:
                piece.add("PERSON", 1.0, "a given name, too")
            return piece
        shouted = one and words[0].text.isupper()
        weight = {"capital": 4.0, "state": 5.0, "city": 2.0, "subdivision": 2.5}[place.kind]
        if place.thousands >= LARGE_CITY:
            weight = 3.5
        if one:
            rank = self.ranks.get(key, COMMON)
            if (key in self.given or key in self.names) and place.kind != "state":
                weight -= 1.0
            if rank < COMMON and place.kind not in ("capital", "state") and place.thousands < 1000:
                weight -= 1.5
            if weight <= 0.5 and place.thousands < LARGE_CITY:
                weight = 0.5
        respelled = one and "'" in key and "'" not in place.name
        name = place.name if shouted or respelled else None
        piece = self._piece(words, "PLACE", weight, name, f"in the list of {_PLURAL[place.kind]}")
        if not one:
            person = self.person_score(words)
            if person > 0:
                piece.add("PERSON", person / 2, "its words are those of personal names")
        elif key in self.given:
            piece.add("PERSON", 0.5, "a given name, too")
        return piece

    @staticmethod
    def _piece(
        words: Sequence[Word], type_: EntityType, weight: float, name: str | None, why: str
    ) -> Piece:
        piece = Piece(list(words), name=name)
        piece.add(type_, weight, why)
        return piece

    def _is_listed(self, words: Sequence[Word]) -> bool:
        """Say whether `listed` gives a piece, which takes longer; the first word is not small."""
        if not self._may_be_listed(words):
            return False
        if len(words) == 1:
            word = words[0]
            if word.state is not None:
                return True
            if word.acronym and (
                word.text.replace(".", "") in self._acronym_orgs
                or word.text.replace(".", "").replace("-", "") in self._acronym_orgs
            ):
                return True
        key = _key(words)
        return key in self._orgs or is_group(key) or self._place(words) is not None

    def listed_prefix(self, words: Sequence[Word]) -> int:
        """Return how many words at the front are a name of a list; 0 where none are."""
        if not words or words[0].small:
            return 0
        if len(words) > 1 and self._may_be_listed(words[:2]):
            for length in range(min(len(words), 6), 1, -1):
                if not words[length - 1].small and self._is_listed(words[:length]):
                    return length
        return 1 if self._is_listed(words[:1]) else 0

    def begins_name(self, words: Sequence[Word]) -> bool:
        """Say whether the first word may begin a name; a sentence's start needs more proof."""
        word = words[0]
        key = word.bare
        if key in FUNCTION_WORDS and not word.acronym:
            legal = words[-1].bare in LEGAL_FORMS
            within = key in _IN_NAMES and len(words) > 1 and (legal or not word.initial)
            return within or self.listed_prefix(words) > 1
        if not word.initial or word.acronym or word.dotted:
            return True
        if key in TITLE_HEADS or key in TITLE_MODIFIERS:
            return True
        if key not in self.ranks and key not in self.lower:
            return True
        prefix = self.listed_prefix(words)
        if prefix > 1:
            return True
        following = words[1] if len(words) > 1 else None
        if (
            following is not None
            and key in self.given
            and key not in self.lower
            and (following.key not in self.ranks or following.key in self.names)
            and not following.small
        ):
            return True
        if prefix == 1 and key in self._orgs and key not in self.lower:
            return True
        if prefix == 1:
            return (
                (self.is_group(words[:1]) and self.ranks.get(key, COMMON) > VERY_COMMON)
                or self.is_sure_place(words[:1])
                or (key not in self.lower and self.ranks.get(key, COMMON) > VERY_COMMON)
            )
        if following is None:
            return (
                key in self.given and key not in self.lower and self.ranks[key] > VERY_COMMON // 2
            )
        if following.small:
            return key in ORG_HEADS and following.text in ("of", "for")
        if following.key in ORG_HEADS or following.key in PLACE_HEADS:
            return True
        if following.key in TITLE_HEADS:
            return False
        later = [w for w in words[1:] if w.key in ORG_HEADS and w.key not in WEAK_ORG_HEADS]
        return bool(later) and key not in self.lower and words[1].key in self.ranks

    def is_english(self, key: str) -> bool:
        """Say whether a folded word is English: listed, or a listed verb with -ing or -ed."""
        if key in self.ranks:
            return True
        stem = next((key[: -len(end)] for end in ("ing", "ed") if key.endswith(end)), "")
        if len(stem) < 3 or key in self.given or key in self.names:
            return False
        prefix = next((p for p in VERB_PREFIXES if stem.startswith(p)), "")
        bare = stem[len(prefix) :]  # "rebranding", "overfishing"
        return any(
            form in self.ranks
            for base in (stem, bare)
            for form in (base, base + "e", base[:-1])
            if len(form) > 2
        )

    # --- persons -------------------------------------------------------------------------------

    def person_score(self, words: Sequence[Word]) -> float:
        """Return how much the words look like a personal name; below zero they do not."""
        bare = [w for w in words if not w.small]
        if not bare or len(bare) > 6:
            return -1.0
        score = 0.0
        for i, word in enumerate(bare):
            key = word.bare
            if word.is_initial_letter or (len(key) == 2 and word.dotted and i == 0):
                score += 1.5 if len(bare) > 1 else 0.0
                continue
            if key in ("jr", "sr") or (i > 0 and ROMAN.fullmatch(word.text)):
                score += 2.0 if i > 0 else 0.0
                continue
            if word.acronym and len(word.text.replace(".", "")) > 1 and len(bare) > 1:
                score -= 1.5 if i else 0.5
                continue
            common = self.ranks.get(key)
            plain = key.split("-")[-1] if "-" in key else key
            if key in self.given or plain in self.given:
                score += 2.0 if i == 0 and not self.is_country([word]) else 0.8
                if common is not None and common < COMMON and key in self.lower:
                    score -= 1.0
            elif key in self.names or plain in self.names:
                score += 1.0
                if common is not None and common < COMMON:
                    score -= 0.8 if i == 0 else 0.5
            elif common is not None:
                score -= 1.5 if i == 0 else 1.2
            elif len(bare) > 1:
                score += 0.6
        small = {w.text.split()[0] for w in words if w.small}
        if small & {"of", "for", "and", "on", "in", "&"}:
            return -1.0
        if small and len(bare) > 1:
            score += 1.0
        if any(w.text.lower().startswith(("al-", "el-", "bin-", "ul-")) for w in words):
            score += 1.5
        if len(bare) == 1:
            score = min(score, 1.2)
        return score

    def is_person(self, words: Sequence[Word]) -> bool:
        """Say whether the words look like a personal name."""
        return self.person_score(words) > 0

    def person_length(self, words: Sequence[Word]) -> int:
        """Return how many words after a title are the person's name."""
        length = 0
        bare = 0
        while length < len(words) and bare < 5:
            word = words[length]
            key = word.bare
            if word.small:
                if word.text.split()[0] not in NAME_PARTICLES or word.text in ("and", "of"):
                    break
                length += 1
                continue
            if (
                word.acronym
                and len(word.text.replace(".", "")) > 1
                and bare
                and not (ROMAN.fullmatch(word.text))
            ):
                break
            if bare == 0 and (word.acronym or self.is_group([word])) and key not in self.given:
                break
            if bare == 0 and key in ORG_HEADS and key not in self.names:
                break
            if key in FUNCTION_WORDS and key not in self.given and key not in self.names:
                break
            if (
                bare > 1
                and self.ranks.get(key, COMMON) < COMMON
                and key not in self.names
                and key not in self.given
                and not words[length - 1].is_initial_letter
            ):
                break
            length += 1
            bare += 1
        while length and words[length - 1].small:
            length -= 1
        return length

    def is_nameable(self, words: Sequence[Word]) -> bool:
        """Say whether the words may be a name at all, by themselves."""
        bare = [w for w in words if not w.small]
        if len(bare) > 1:
            return True
        word = bare[0]
        key = word.bare
        if len(word.text.rstrip(".")) < 2 or key.replace(".", "") in PLAIN_ACRONYMS:
            return False
        if any(c.isdigit() for c in word.text):
            return False
        head, hyphen, _ = word.text.partition("-")
        if hyphen and len(head) <= 2 and head.isupper():
            return False
        if (key in THING_HEADS and key in self.ranks) or key.endswith(("ism", "ology")):
            return False
        return not (key in TITLE_HEADS or key in TITLE_MODIFIERS)
