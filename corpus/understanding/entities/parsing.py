"""A run of capitalised words taken apart: titles, peoples, organisations, places, persons.

The grammar of English names, read from left to right: "Norwegian Prime Minister Idris al-Vane" is a
people, a title and a person; "Secretary of the National Harbour Council of Norway Oona Brandt" a
title with an organisation in it and a person. Lists and the heads of names decide;
where they do not, the piece is left untyped for the evidence of its surroundings.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.understanding.entities import lexicon
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.words import Word

LONGEST_NAME = 5  # words of a personal name, without particles


def parse_run(run: Sequence[Word], known: Knowledge) -> list[Piece]:
    """Return the candidate names of a run in order; they do not overlap."""
    pieces: list[Piece] = []
    words = list(run)
    begin = 0
    for i, word in enumerate(words):
        if word.key.rstrip(".") in lexicon.CALENDAR and not _calendar_in_name(words, i, known):
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
        return following.key not in lexicon.CALENDAR and (
            following.key in known.names or following.key not in known.ranks
        )
    return following.key in lexicon.ORG_HEADS and following.key not in lexicon.CALENDAR


def _trim(words: list[Word], known: Knowledge) -> list[Word]:
    """Cut joiners at both ends, and at the front what begins a sentence but no name."""
    begin, end = 0, len(words)
    while begin < end:
        word = words[begin]
        if word.small:
            particle = word.text.split()[0] in lexicon.NAME_PARTICLES and word.text != "e"
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
            and words[end - 1].key in lexicon.FUNCTION_WORDS
            and not words[end - 1].acronym
            and words[end - 1].key not in known.names
            and words[end - 1].key not in lexicon.ORG_HEADS
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
    if _parse_titled(words, known, pieces):
        return
    cut = _conjunction(words, known)
    if cut is not None:
        _parse(words[:cut], known, pieces)
        _parse(words[cut + 1 :], known, pieces)
        return
    _classify(words, known, pieces)


# --- titles ------------------------------------------------------------------------------------


def _is_head(word: Word) -> bool:
    return not word.small and word.key.rstrip(".").replace(".", "") in lexicon.TITLE_HEADS


def _is_modifier(word: Word) -> bool:
    return not word.small and word.key.rstrip(".") in lexicon.TITLE_MODIFIERS


def _parse_titled(words: list[Word], known: Knowledge, pieces: list[Piece]) -> bool:
    """Take apart a run that holds a title; say whether there was one."""
    head = next((i for i, word in enumerate(words) if _is_head(word)), None)
    if head is None:
        return False
    if _is_surname(words, head, known):
        return False
    last = head
    while last + 1 < len(words) and _continues_title(words, last + 1, known):
        last += 1
    while last > head and not _is_head(words[last]):
        last -= 1
    before_last = words[last - 1]
    if (
        last == len(words) - 1
        and last > head
        and words[last].key in known.names
        and (before_last.dotted or before_last.key.rstrip(".") in lexicon.HONORIFICS)
    ):
        # "Dr. Bishop": the last word is a surname as well as a title.
        last -= 1
    first = head
    while first > 0 and _is_modifier(words[first - 1]):
        first -= 1
    rest = words[last + 1 :]
    if rest and not rest[0].small and not words[head].dotted and rest[0].key not in known.given:
        end = next((i for i, w in enumerate(rest) if w.small), len(rest))
        if rest[end - 1].key in _FIRM_HEADS or rest[end - 1].key in _FIRM_PLACE_HEADS:
            return False
    if first == last and first == 0 and rest and not rest[0].small:
        # A name may begin with a word that is also a title: General Motors, Prince Edward Island.
        if _headed(words) is not None and not words[0].dotted and not _headed_inside(rest):
            return False
        if (
            words[0].key in known.given
            and words[0].key not in lexicon.HONORIFICS
            and (not known.is_person(rest) and len(rest) == 1)
        ):
            return False
    before = words[:first]
    if not rest:
        # A title alone names nobody; the organisation before it may be a name.
        if before:
            if all(_is_modifier(w) for w in before):
                return True
            inner = [*before, *_organisation_part(words[first:last])]
            _parse(inner, known, pieces)
        elif last == 0 and (words[0].key in known.names or words[0].key in known.given):
            # A name where the article has a person of that surname.
            piece = Piece(words)
            piece.doubtful = True
            pieces.append(piece)
        return True
    if rest[0].small:
        if rest[0].text.split()[0] in ("of", "for", "to", "on"):
            _parse_title_of(words, first, last, known, pieces)
            return True
        if rest[0].text.split()[0] in lexicon.NAME_PARTICLES and len(rest) > 1:
            return _person_after_title(words, first, rest, known, pieces)
        _parse(before, known, pieces)
        _parse(rest, known, pieces)
        return True
    return _person_after_title(words, first, rest, known, pieces)


def _is_surname(words: list[Word], head: int, known: Knowledge) -> bool:
    """Say whether the word that could be a title is a surname: Oona Bishop, Idris Marshall."""
    word = words[head]
    if word.dotted or (word.key not in known.names and word.key not in known.given):
        return False
    before = words[:head]
    if not before or before[-1].small:
        return False
    if any(_is_modifier(w) for w in before):
        return False
    listed = known.listed(before)
    if listed is not None and max(listed.scores.values()) >= 4.0:
        return False
    after = words[head + 1 :]
    if after and after[0].key.rstrip(".") not in ("jr", "sr", "ii", "iii", "iv"):
        return False
    return known.person_score(before) > 0 and before[0].key in known.given


def _continues_title(words: list[Word], i: int, known: Knowledge) -> bool:
    """Say whether the title goes on at `i`: Deputy Youth and Sports Minister."""
    word = words[i]
    if _is_head(word) or _is_modifier(word):
        return True
    for later in range(i, min(i + 4, len(words))):
        here = words[later]
        if _is_head(here):
            return later > i
        plain = here.key in known.ranks and here.key not in known.given
        if not (plain or _is_modifier(here) or here.text == "and"):
            return False
    return False


def _organisation_part(words: list[Word]) -> list[Word]:
    """Return the words between a name and the head of a title that belong to the name."""
    part = list(words)
    while part and part[-1].key not in lexicon.ORG_HEADS:
        part.pop()
    return part


def _headed_inside(words: list[Word]) -> bool:
    """Say whether a run after a title goes on as a person's: two words and no head at the end."""
    return bool(words) and _is_head(words[-1])


def _person_after_title(
    words: list[Word], first: int, rest: list[Word], known: Knowledge, pieces: list[Piece]
) -> bool:
    """Take apart: what stands before the title, the title, a person and what follows."""
    before = words[:first]
    title_start = first
    if before and before[-1].key in lexicon.ORG_HEADS:
        # "Foreign Ministry Spokesman", "Security Council Secretary": modifiers before belong to it.
        pass
    elif before == [] and first < len(words):
        # "Security Council Secretary X": the modifiers hold the head of an organisation.
        heads = [i for i in range(first, len(words) - len(rest)) if words[i].key in _FIRM_HEADS]
        heads = [i for i in heads if i > first and not _is_head(words[i])]
        if heads and heads[-1] > 0:
            before = words[: heads[-1] + 1]
            title_start = heads[-1] + 1
    else:
        heads = [i for i in range(first, len(words) - len(rest)) if words[i].key in _FIRM_HEADS]
        heads = [i for i in heads if not _is_head(words[i])]
        if heads:
            before = words[: heads[-1] + 1]
            title_start = heads[-1] + 1
    if before:
        _parse(before, known, pieces)
    length = known.person_length(rest)
    if length == 0:
        _parse(rest, known, pieces)
        return True
    person = rest[:length]
    piece = Piece(person, title=(words[title_start].start, words[len(words) - len(rest) - 1].end))
    piece.add("PERSON", 5.0)
    pieces.append(piece)
    if rest[length:]:
        _parse(rest[length:], known, pieces)
    return True


def _parse_title_of(
    words: list[Word], first: int, last: int, known: Knowledge, pieces: list[Piece]
) -> None:
    """Take apart "Secretary of State X", "Secretary of the Council of Y X", "President of Y"."""
    before, rest = words[:first], words[last + 1 :]
    if before:
        _parse(before, known, pieces)
    begin = (
        next(i for i, word in enumerate(rest) if not word.small)
        if any(not w.small for w in rest)
        else len(rest)
    )
    split = None
    for k in range(begin + 1, len(rest)):
        if rest[k].small or rest[k - 1].small:
            continue
        previous = rest[k - 1].key
        tail = rest[k:]
        closes = (
            previous in lexicon.TITLE_OBJECTS
            or previous in _FIRM_HEADS
            or previous in ("affairs", "relations", "rights", "general")
            or known.is_place(rest[begin:k])
            or known.is_place(rest[k - 1 : k])
        )
        if closes and known.person_length(tail) == len(tail) and not known.is_group(tail[:1]):
            split = k
            if tail[0].key in known.given or previous in lexicon.TITLE_OBJECTS:
                break
    obj = rest[begin:split] if split is not None else rest[begin:]
    plain = all(w.small or w.key in lexicon.TITLE_OBJECTS for w in obj)
    if not plain:
        _parse(obj, known, pieces)
    if split is not None:
        piece = Piece(rest[split:], title=(words[first].start, rest[split - 1].end))
        piece.add("PERSON", 5.0)
        pieces.append(piece)


# --- joiners -----------------------------------------------------------------------------------

_FIRM_HEADS = lexicon.ORG_HEADS - lexicon.WEAK_ORG_HEADS
_FIRM_PLACE_HEADS = lexicon.PLACE_HEADS - lexicon.WEAK_PLACE_HEADS


def _conjunction(words: list[Word], known: Knowledge) -> int | None:
    """Return where a run falls into two at a small word, or None where it is one name."""
    for i, word in enumerate(words):
        if not word.small or i == 0 or i == len(words) - 1:
            continue
        small = word.text
        left, right = words[:i], words[i + 1 :]
        if small == "the":
            continue
        if small == "&":
            continue
        if small == "'s":
            # The Dockers' Union; but the party's Central Committee is another's.
            first_small = next((j for j, w in enumerate(right) if w.small), len(right))
            owned = right[first_small - 1].key in lexicon.ORG_HEADS
            if owned and known.listed(left[-1:]) is None:
                continue
            return i
        if small == "and":
            if _one_organisation(left, right, known):
                continue
            return i
        if small in ("of", "for", "on", "in"):
            before = words[i - 1]
            if small == "in":
                return i
            if before.key in lexicon.ORG_HEADS and not (
                small != "of" and before.key in lexicon.WEAK_ORG_HEADS - {"center", "centre"}
            ):
                continue
            if small == "of" and before.key in lexicon.PLACE_HEADS:
                continue
            if (
                small == "of"
                and all(w.key in known.ranks for w in (before, right[-1]))
                and not known.listed_prefix(right)
                and known.person_score(right) <= 0
            ):
                continue
            if (
                small in ("for", "of")
                and any(
                    w.key in _FIRM_HEADS or w.key in ("center", "centre", "office") for w in left
                )
                and all(w.small or w.key in known.ranks for w in words[i - 1 : i])
            ):
                continue
            return i
        # A particle of a personal name.
        if small.split()[0] in lexicon.NAME_PARTICLES:
            continue
        return i
    return None


def _one_organisation(left: list[Word], right: list[Word], known: Knowledge) -> bool:
    """Say whether "left and right" is one organisation: Department of Health and Human Services."""
    before, after = left[-1], right[0]
    if (
        after.small
        or before.acronym
        or after.acronym
        or known.listed(left)
        or known.listed(right[:1])
    ):
        return False
    if before.key not in known.ranks or before.key in _FIRM_HEADS or before.initial:
        return False
    headed = any(w.key in _FIRM_HEADS or w.key in ("office", "center", "centre") for w in left)
    if headed and any(w.small for w in left):
        # The Ministry of Health and ...: the rest must not be an organisation of its own.
        own = right[-1].key in _FIRM_HEADS - lexicon.FIELDS_OF_WORK
        return after.key in known.ranks and not own
    first_small = next((i for i, w in enumerate(right) if w.small), len(right))
    ends = right[first_small - 1].key in lexicon.ORG_HEADS
    return after.key in known.ranks and ends and not headed


# --- classes -----------------------------------------------------------------------------------


def _headed(words: list[Word]) -> str | None:
    """Return ORG or PLACE where the head of the words says so."""
    bare = [w for w in words if not w.small]
    if len(bare) < 2:
        return None
    end = next((i for i, w in enumerate(words) if w.small and w.text in ("of", "for", "on")), None)
    first_part = words if end is None else words[:end]
    head = first_part[-1].key.rstrip(".") if first_part else ""
    if head in lexicon.ORG_HEADS and (head not in lexicon.NEVER_BEFORE_OF or end is None):
        return "ORG"
    if head == "district" and any(w.key in ("school", "court", "college") for w in first_part):
        return "ORG"
    if head in lexicon.PLACE_HEADS:
        if head in lexicon.WEAK_PLACE_HEADS and end is not None:
            return None
        return "PLACE"
    if any(w.key.rstrip(".") in _FIRM_HEADS for w in words[1:]):
        return "ORG"
    if words[0].key in _FIRM_HEADS and any(w.small for w in words):
        return "ORG"
    return None


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


def _names_thing(bare: list[Word]) -> bool:
    """Say whether the words name an event, a work or a law: the Harbour Act, World War II."""
    while len(bare) > 1 and lexicon.ROMAN.fullmatch(bare[-1].text):
        bare = bare[:-1]
    return len(bare) > 1 and bare[-1].key in lexicon.THING_HEADS


def _classify(words: list[Word], known: Knowledge, pieces: list[Piece]) -> None:
    found = known.listed(words)
    if found is not None:
        pieces.append(found)
        return
    bare = [w for w in words if not w.small]
    headed = _headed(words)
    lead = known.listed_prefix(words)
    if headed is None and not lead:
        role = _leading_role(words, known)
        if role:
            piece = Piece(words[role:], title=(words[0].start, words[role - 1].end))
            piece.add("PERSON", known.person_score(words[role:]))
            pieces.append(piece)
            return
    if _names_thing(bare) and known.person_score(words) < 3:
        if lead and lead < len(words):
            _classify(words[:lead], known, pieces)
        return
    if headed == "ORG":
        split = _name_after_head(words, known)
        if split is not None:
            _parse(words[:split], known, pieces)
            _parse(words[split:], known, pieces)
            return
        piece = Piece(words)
        weak = bare[-1].key in lexicon.WEAK_ORG_HEADS
        piece.add("ORG", 2.0 if weak else 4.0)
        if weak and len(bare) == 2 and bare[0].key in known.given:
            piece.add("PERSON", known.person_score(words[:1]) + 1.5)
        pieces.append(piece)
        return
    if headed == "PLACE" and not (lead and known.is_group(words[:lead])):
        person = known.person_score(words)
        piece = Piece(words)
        weak = bare[-1].key in lexicon.WEAK_PLACE_HEADS
        piece.add("PLACE", 1.5 if weak else 3.5)
        if person >= 3:
            piece.add("PERSON", person / 2)
        pieces.append(piece)
        return
    if lead and lead < len(words):
        rest = words[lead:]
        group = known.is_group(words[:lead])
        inner = known.listed(rest)
        of_place = group or known.is_sure_place(words[:lead])
        if of_place and inner is not None and inner.scores.get("ORG", 0.0) >= 4.0:
            piece = Piece(words)
            piece.add("ORG", 4.0)
            pieces.append(piece)
            return
        common = rest[0].key.split("-")[0] in known.ranks
        if group and common and known.person_score(rest) < 2 and not known.listed_prefix(rest):
            # "the Islamic State" may be a name of its own; else its first word is a people's.
            whole = Piece(words)
            whole.add("ORG", 0.3)
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
    if len(bare) > 1 and bare[0].key.rstrip(".") in lexicon.PLACE_FRONTS:
        piece = Piece(words)
        front = bare[0].key.rstrip(".")
        named = known.listed(words[1:])
        if named is not None and named.scores.get("PLACE", 0.0) >= 2.0:
            piece.add("PLACE", 2.0)
        if front in ("mount", "mt", "lake", "fort", "ft", "st", "gulf", "isle", "strait"):
            piece.add("PLACE", 2.5)
        elif any(w.key not in known.ranks for w in bare[1:]):
            piece.add("PLACE", 1.0)
        person = known.person_score(words)
        if person > 0:
            piece.add("PERSON", person / 2)
        pieces.append(piece)
        return
    if not known.is_nameable(words):
        return
    piece = Piece(words)
    person = known.person_score(words)
    if len(bare) > LONGEST_NAME:
        piece.add("ORG", 0.5)
    elif person > 0:
        piece.add("PERSON", person)
    elif person < 0 and len(bare) > 1:
        piece.add("ORG", 0.6)
    pieces.append(piece)


def _name_after_head(words: list[Word], known: Knowledge) -> int | None:
    """Return where a person's name begins after an organisation, or None."""
    for i in range(2, len(words) - 1):
        if words[i].small or words[i - 1].small:
            continue
        if words[i - 1].key in _FIRM_HEADS or known.is_sure_place(words[i - 1 : i]):
            tail = words[i:]
            if (
                tail[0].key in known.given
                and known.person_score(tail) >= 3
                and (_headed(tail) is None)
            ):
                return i
    return None
