"""A run of capitalised words taken apart: titles, peoples, organisations, places, persons.

The grammar of English names, read from left to right: "Norwegian Prime Minister Idris al-Vane" is a
people, a title and a person; "Secretary of the National Harbour Council of Norway Oona Brandt" a
title with an organisation in it and a person. Lists and the heads of names decide;
where they do not, the piece is left untyped for the evidence of its surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.understanding.entities.heads import FIRM_HEADS, headed
from corpus.understanding.entities.joiners import parting
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.lexicon.organisations import (
    ORG_HEADS,
    THING_HEADS,
    WEAK_ORG_HEADS,
)
from corpus.understanding.entities.lexicon.places import (
    ADMINISTRATIVE_HEADS,
    PLACE_FRONTS,
    WEAK_PLACE_HEADS,
)
from corpus.understanding.entities.lexicon.small_words import (
    CALENDAR,
    FUNCTION_WORDS,
    NAME_PARTICLES,
    ROMAN,
)
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.titles import split_titled
from corpus.understanding.entities.words import Word
from corpus.understanding.gazetteers.groups import is_nationality

_PERSONAL = "its words are those of personal names"
LONGEST_NAME = 5  # words of a personal name, without particles


def parse_run(run: Sequence[Word], known: Knowledge) -> list[Piece]:
    """Return the candidate names of a run in order; they do not overlap."""
    pieces: list[Piece] = []
    words = list(run)
    begin = 0
    for i, word in enumerate(words):
        if word.bare in CALENDAR and not _calendar_in_name(words, i, known):
            _parse(words[begin:i], known, pieces)
            begin = i + 1
        elif i > begin and _is_designation(word):
            # A model: what follows belongs to it (the F-15E Strike Eagle).
            _parse(words[begin:i], known, pieces)
            return pieces
    _parse(words[begin:], known, pieces)
    return pieces


def _is_designation(word: Word) -> bool:
    return "-" in word.text and word.text[-2:].strip("ABCDEFGHIJ").isdigit() and len(word.text) < 8


def _calendar_in_name(words: list[Word], i: int, known: Knowledge) -> bool:
    """Say whether a month or day is part of a name: Sunday Times, April Jones."""
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or following.small:
        return False
    if words[i].key in known.given and not words[i].dotted:
        return following.key not in CALENDAR and (
            following.key in known.names
            or following.key in known.given
            or following.key not in known.ranks
        )
    return following.key in ORG_HEADS and following.key not in CALENDAR


def _trim(words: list[Word], known: Knowledge) -> list[Word]:
    """Cut joiners at both ends, and at the front what begins a sentence but no name."""
    begin, end = 0, len(words)
    while begin < end:
        word = words[begin]
        if word.small:
            particle = word.text.split()[0] in NAME_PARTICLES and word.text != "e"
            if particle and begin + 1 < end and begin == 0 and word.text not in ("and", "of"):
                break
            begin += 1
        elif known.begins_name(words[begin:end]):
            break
        else:
            begin += 1
    while end > begin and (
        words[end - 1].small
        or (
            end - begin > 1
            and words[end - 1].key in FUNCTION_WORDS
            and not words[end - 1].acronym
            and words[end - 1].key not in known.names
            and words[end - 1].key not in ORG_HEADS
        )
    ):
        end -= 1
    return words[begin:end]


def _parse(words: list[Word], known: Knowledge, pieces: list[Piece]) -> None:
    words = _trim(words, known)
    if not words:
        return
    found = known.listed(words)
    if found is not None:
        pieces.append(found)
        return
    parts = split_titled(words, known)
    if parts is not None:
        for part in parts:
            if isinstance(part, Piece):
                pieces.append(part)
            else:
                _parse(part, known, pieces)
        return
    cut = parting(words, known)
    if cut is not None:
        _parse(words[:cut], known, pieces)
        _parse(words[cut + 1 :], known, pieces)
        return
    _classify(words, known, pieces)


def _leading_role(words: list[Word], known: Knowledge) -> int:
    """Return how many English words stand before a person's name: Harbour Pilot Idris Vane."""
    for i, word in enumerate(words[:-1]):
        if word.small:
            return 0
        if word.key in known.given and i:
            name = words[i:]
            return i if known.person_score(name) >= 2.5 else 0
        if word.key not in known.ranks or word.key in known.given or word.key in known.names:
            return 0
    return 0


def _is_given_before_surname(words: list[Word], known: Knowledge) -> bool:
    """Say whether the name of a people that is no nationality begins a person's: Roman Lind."""
    first, *rest = words
    return (
        first.key in known.given
        and not is_nationality(first.key)
        and len(rest) <= 2
        and all(not w.small and not w.acronym and w.key not in known.ranks for w in rest)
        and not known.listed_prefix(rest)
        and known.person_score(words) >= 2
    )


def _is_hyphenated_acronym(words: list[Word]) -> bool:
    """Say whether the words are one of capitals with a hyphen, without figures: NF-O."""
    head, hyphen, tail = words[0].text.partition("-")
    return len(words) == 1 and bool(hyphen) and head.isupper() and tail.isalpha() and tail.isupper()


def _names_thing(bare: list[Word]) -> bool:
    """Say whether the words name an event, a work or a law: the Harbour Act, World War II."""
    while len(bare) > 1 and ROMAN.fullmatch(bare[-1].text):
        bare = bare[:-1]
    return len(bare) > 1 and bare[-1].key in THING_HEADS


def _classify(words: list[Word], known: Knowledge, pieces: list[Piece]) -> None:
    found = known.listed(words)
    if found is not None:
        pieces.append(found)
        return
    bare = [w for w in words if not w.small]
    kind = headed(words)
    lead = known.listed_prefix(words)
    if kind is None and not lead:
        role = _leading_role(words, known)
        if role:
            piece = Piece(words[role:], title=(words[0].start, words[role - 1].end))
            piece.add("PERSON", known.person_score(words[role:]), "a personal name behind a role")
            pieces.append(piece)
            return
    if _names_thing(bare) and known.person_score(words) < 3:
        if lead and lead < len(words):
            _classify(words[:lead], known, pieces)
        return
    if kind == "ORG":
        split = _name_after_head(words, known)
        if split is not None:
            _parse(words[:split], known, pieces)
            _parse(words[split:], known, pieces)
            return
        piece = Piece(words)
        weak = bare[-1].key in WEAK_ORG_HEADS
        piece.add("ORG", 2.0 if weak else 4.0, f"“{bare[-1].text}” ends or heads it")
        if weak and len(bare) == 2 and bare[0].key in known.given:
            piece.add("PERSON", known.person_score(words[:1]) + 1.5, "it begins with a given name")
        pieces.append(piece)
        return
    if kind == "PLACE" and not (lead and known.is_group(words[:lead])):
        person = known.person_score(words)
        piece = Piece(words)
        weak = bare[-1].key in WEAK_PLACE_HEADS
        piece.add("PLACE", 1.5 if weak else 3.5, f"“{bare[-1].text}” ends or heads it")
        core = words[:-1]
        if bare[-1].key in ADMINISTRATIVE_HEADS and known.is_subdivision(core):
            piece.name = " ".join(w.text for w in core)
        if person >= 3:
            piece.add("PERSON", person / 2, _PERSONAL)
        pieces.append(piece)
        return
    if lead and lead < len(words):
        rest = words[lead:]
        group = known.is_group(words[:lead])
        inner = known.listed(rest)
        of_place = group or known.is_sure_place(words[:lead])
        if of_place and inner is not None and inner.scores.get("ORG", 0.0) >= 4.0:
            piece = Piece(words)
            piece.add("ORG", 4.0, "an organisation of a list, with its country or people")
            pieces.append(piece)
            return
        if group and lead == 1 and _is_given_before_surname(words, known):
            piece = Piece(words)
            piece.add("PERSON", known.person_score(words), _PERSONAL)
            pieces.append(piece)
            return
        common = rest[0].key.split("-")[0] in known.ranks
        if group and common and known.person_score(rest) < 2 and not known.listed_prefix(rest):
            # "the Danish Dawn" may be a name of its own; else its first word is a people's.
            whole = Piece(words)
            whole.add("ORG", 0.3, "a people with a common word behind it")
            _parse(words[:lead], known, whole.parts)
            if rest[0].key in known.ranks:
                _parse(rest, known, whole.parts)
            pieces.append(whole)
            return
        splits = (
            group
            or rest[0].small
            or known.is_group(rest[:1])
            or words[0].acronym
            or (known.is_sure_place(words[:lead]) and known.person_score(rest) >= 3)
        )
        person = known.person_score(words)
        if splits and not (
            person >= 4 and not words[0].acronym and not known.is_country(words[:lead])
        ):
            piece_found = known.listed(words[:lead])
            if piece_found is not None:
                pieces.append(piece_found)
            while rest and rest[0].small and rest[0].text not in ("al", "bin", "ibn"):
                rest = rest[1:]
            _parse(rest, known, pieces)
            return
    if len(bare) > 1 and bare[0].bare in PLACE_FRONTS:
        piece = Piece(words)
        front = bare[0].bare
        named = known.listed(words[1:])
        if named is not None and named.scores.get("PLACE", 0.0) >= 2.0:
            piece.add("PLACE", 2.0, "a list knows the place without its first word")
        if front in ("mount", "mt", "lake", "fort", "ft", "st", "gulf", "isle", "strait"):
            piece.add("PLACE", 2.5, f"“{bare[0].text}” begins names of places")
        elif any(w.key not in known.ranks for w in bare[1:]):
            piece.add("PLACE", 1.0, f"“{bare[0].text}” begins names of places")
        person = known.person_score(words)
        if person > 0:
            piece.add("PERSON", person / 2, _PERSONAL)
        pieces.append(piece)
        return
    if not known.is_nameable(words):
        if _is_hyphenated_acronym(words):
            # A model as often as a name: a name where the article says what it is short for.
            pieces.append(Piece(words, doubtful=True))
        return
    piece = Piece(words)
    person = known.person_score(words)
    if len(bare) > LONGEST_NAME:
        piece.add("ORG", 0.5, "longer than a personal name")
    elif person > 0:
        piece.add("PERSON", person, _PERSONAL)
    elif person < 0 and len(bare) > 1:
        piece.add("ORG", 0.6, "several words that are no personal name")
    pieces.append(piece)


def _name_after_head(words: list[Word], known: Knowledge) -> int | None:
    """Return where a person's name begins after an organisation, or None."""
    for i in range(2, len(words) - 1):
        if words[i].small or words[i - 1].small:
            continue
        if words[i - 1].key in FIRM_HEADS or known.is_sure_place(words[i - 1 : i]):
            tail = words[i:]
            if (
                tail[0].key in known.given
                and known.person_score(tail) >= 3
                and (headed(tail) is None)
            ):
                return i
    return None
