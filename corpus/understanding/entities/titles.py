"""Titles before a name, and what stands around them, taken apart."""

from __future__ import annotations

from corpus.understanding.entities.heads import FIRM_HEADS, FIRM_PLACE_HEADS, headed
from corpus.understanding.entities.knowledge import Knowledge
from corpus.understanding.entities.lexicon.organisations import ORG_HEADS
from corpus.understanding.entities.lexicon.small_words import NAME_PARTICLES
from corpus.understanding.entities.lexicon.titles import (
    HONORIFICS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    TITLE_OBJECTS,
)
from corpus.understanding.entities.piece import Piece
from corpus.understanding.entities.words import Word

Part = Piece | list[Word]


def _is_head(word: Word) -> bool:
    return not word.small and word.plain in TITLE_HEADS


def _is_modifier(word: Word) -> bool:
    return not word.small and word.bare in TITLE_MODIFIERS


def split_titled(words: list[Word], known: Knowledge) -> list[Part] | None:
    """Take apart a run that holds a title, or return None where it holds none.

    The parts are finished candidates, and runs that are still to be taken apart.
    """
    head = next((i for i, word in enumerate(words) if _is_head(word)), None)
    if head is None:
        return None
    if _is_surname(words, head, known):
        return None
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
        and (before_last.dotted or before_last.bare in HONORIFICS)
    ):
        # "Dr. Bishop": the last word is a surname as well as a title.
        last -= 1
    first = head
    while first > 0 and _is_modifier(words[first - 1]):
        first -= 1
    rest = words[last + 1 :]
    if rest and not rest[0].small and not words[head].dotted and rest[0].key not in known.given:
        end = next((i for i, w in enumerate(rest) if w.small), len(rest))
        if rest[end - 1].key in FIRM_HEADS or rest[end - 1].key in FIRM_PLACE_HEADS:
            return None
    if first == last and first == 0 and rest and not rest[0].small:
        # A name may begin with a word that is also a title: General Motors, Prince Edward Island.
        if headed(words) is not None and not words[0].dotted and not _headed_inside(rest):
            return None
        if (
            words[0].key in known.given
            and words[0].key not in HONORIFICS
            and (not known.is_person(rest) and len(rest) == 1)
        ):
            return None
    before = words[:first]
    if not rest:
        # A title alone names nobody; the organisation before it may be a name.
        if before:
            if all(_is_modifier(w) for w in before):
                return []
            return [[*before, *_organisation_part(words[first:last])]]
        if last == 0 and (words[0].key in known.names or words[0].key in known.given):
            # A name where the article has a person of that surname.
            piece = Piece(words)
            piece.doubtful = True
            return [piece]
        return []
    if rest[0].small:
        if rest[0].text.split()[0] in ("of", "for", "to", "on"):
            return _title_of(words, first, last, known)
        if rest[0].text.split()[0] in NAME_PARTICLES and len(rest) > 1:
            return _person_after_title(words, first, rest, known)
        return [before, rest]
    return _person_after_title(words, first, rest, known)


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
    if after and after[0].bare not in ("jr", "sr", "ii", "iii", "iv"):
        return False
    return known.person_score(before) > 0 and before[0].key in known.given


def _continues_title(words: list[Word], i: int, known: Knowledge) -> bool:
    """Say whether the title goes on at `i`: Deputy Youth and Sports Minister."""
    word = words[i]
    if _is_head(word) or _is_modifier(word):
        return True
    for later in range(i, min(i + 4, len(words))):
        here = words[later]
        if here.small and here.text != "and":
            return False
        if _is_head(here):
            return later > i
        plain = here.key in known.ranks and here.key not in known.given
        if not (plain or _is_modifier(here) or here.text == "and"):
            return False
    return False


def _organisation_part(words: list[Word]) -> list[Word]:
    """Return the words between a name and the head of a title that belong to the name."""
    part = list(words)
    while part and part[-1].key not in ORG_HEADS:
        part.pop()
    return part


def _headed_inside(words: list[Word]) -> bool:
    """Say whether a run after a title goes on as a person's: two words and no head at the end."""
    return bool(words) and _is_head(words[-1])


def _person_after_title(
    words: list[Word], first: int, rest: list[Word], known: Knowledge
) -> list[Part]:
    """Take apart: what stands before the title, the title, a person and what follows."""
    before = words[:first]
    title_start = first
    if before and before[-1].key in ORG_HEADS:
        # "Foreign Ministry Spokesman", "Security Council Secretary": modifiers before belong to it.
        pass
    elif before == [] and first < len(words):
        # "Security Council Secretary X": the modifiers hold the head of an organisation.
        heads = [i for i in range(first, len(words) - len(rest)) if words[i].key in FIRM_HEADS]
        heads = [i for i in heads if i > first and not _is_head(words[i])]
        if heads and heads[-1] > 0:
            before = words[: heads[-1] + 1]
            title_start = heads[-1] + 1
    else:
        heads = [i for i in range(first, len(words) - len(rest)) if words[i].key in FIRM_HEADS]
        heads = [i for i in heads if not _is_head(words[i])]
        if heads:
            before = words[: heads[-1] + 1]
            title_start = heads[-1] + 1
    length = known.person_length(rest)
    if length == 0:
        return [before, rest]
    person = rest[:length]
    piece = Piece(person, title=(words[title_start].start, words[len(words) - len(rest) - 1].end))
    piece.add("PERSON", 5.0, "a title before it")
    return [before, piece, rest[length:]]


def _title_of(words: list[Word], first: int, last: int, known: Knowledge) -> list[Part]:
    """Take apart "Secretary of State X", "Secretary of the Council of Y X", "President of Y"."""
    before, rest = words[:first], words[last + 1 :]
    parts: list[Part] = [before]
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
            previous in TITLE_OBJECTS
            or previous in FIRM_HEADS
            or previous in ("affairs", "relations", "rights", "general")
            or known.is_place(rest[begin:k])
            or known.is_place(rest[k - 1 : k])
        )
        if closes and known.person_length(tail) == len(tail) and not known.is_group(tail[:1]):
            split = k
            if tail[0].key in known.given or previous in TITLE_OBJECTS:
                break
    obj = rest[begin:split] if split is not None else rest[begin:]
    plain = all(w.small or w.key in TITLE_OBJECTS for w in obj)
    if not plain:
        parts.append(obj)
    if split is not None:
        piece = Piece(rest[split:], title=(words[first].start, rest[split - 1].end))
        piece.add("PERSON", 5.0, "a title before it")
        parts.append(piece)
    return parts
