"""What is part of another thing, or its people: related, and never the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from corpus.linking.table import Relation
from corpus.understanding.analysis import EntityType
from corpus.understanding.entities.lexicon.places import ADMINISTRATIVE_HEADS
from corpus.understanding.entities.slug import entity_id
from corpus.understanding.gazetteers.places import places
from corpus.understanding.gazetteers.reading import read_lines
from corpus.understanding.gazetteers.words import word_ranks
from corpus.understanding.word_set import word_set

# What a part of an organisation is called after the name of the whole.
_PARTS = word_set(
    """
    branch chapter wing division bureau office unit affiliate faction section subsidiary
    """
)

_SHORTEST_PLACE = 3  # letters: what is shorter after a hyphen is an abbreviation of a part


@cache
def _countries() -> dict[str, str]:
    """Return the id of the country by the id of each name of its people."""
    main = {}
    for line in read_lines("countries.txt"):
        code, _, names, _ = line.split("\t")
        main[code] = names.split("|")[0]
    return {
        entity_id("NORP", name): entity_id("PLACE", main[code])
        for code, names in (line.split("\t") for line in read_lines("demonyms.txt"))
        for name in names.split("|")
        if code in main
    }


def relations(
    entities: Iterable[tuple[str, EntityType, Iterable[str]]],
) -> dict[str, tuple[Relation, ...]]:
    """Return the relations of entities, given the id, type and names (as ids) of each.

    An organisation is part of another whose name begins its own, when a place or a word for a part
    follows; so is a hyphenated acronym (NF-O) of the acronym in it.
    """
    given = [(id_, type_, tuple(names)) for id_, type_, names in entities]
    owner = {name: id_ for id_, _, names in given for name in names}
    found: dict[str, dict[str, Relation]] = defaultdict(dict)
    for id_, type_, names in given:
        for name in names:
            if type_ == "NORP" and (country := owner.get(_countries().get(name, ""))):
                why = "the list of nationalities"
                found[id_][country] = Relation("people of", country, why)
            elif type_ == "ORG":
                whole = _whole(name, owner)
                if whole is not None and owner[whole] != id_:
                    why = f"its name begins with {whole.partition(':')[2].replace('-', ' ')}"
                    found[id_].setdefault(owner[whole], Relation("part of", owner[whole], why))
    return {id_: tuple(of[key] for key in sorted(of)) for id_, of in found.items()}


def _whole(name: str, owner: dict[str, str]) -> str | None:
    """Return the longest organisation's name that begins a name and is followed by a part."""
    words = name.partition(":")[2].split("-")
    for length in range(len(words) - 1, 0, -1):
        whole = "org:" + "-".join(words[:length])
        if whole in owner and (length > 1 or words[0] not in word_ranks()):
            rest = words[length:]
            if length == len(rest) == 1 and len(rest[0]) < _SHORTEST_PLACE:
                return whole
            if rest[0] in ("in", "of"):
                rest = rest[1:]
            last_is_part = rest and (rest[-1] in _PARTS or rest[-1] in ADMINISTRATIVE_HEADS)
            if last_is_part or " ".join(rest) in places():
                return whole
    return None
