"""Countries, regions, subdivisions and cities."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from corpus.understanding.gazetteers.folding import phrase_key
from corpus.understanding.gazetteers.reading import read_lines

PlaceKind = Literal["country", "region", "state", "capital", "city", "subdivision"]


class Place(NamedTuple):
    """A place. `name` is its main name, `thousands` the people of a city in thousands.

    A named tuple, because 20,000 are made when the lists are read.
    """

    name: str
    kind: PlaceKind
    thousands: int = 0


@cache
def _both() -> tuple[dict[str, Place], dict[str, Place]]:
    found: dict[str, Place] = {}
    acronyms: dict[str, Place] = {}
    for line in read_lines("subdivisions.txt"):
        name = line.split("\t")[0]
        found[phrase_key(name)] = Place(name, "subdivision")
    # The largest city of a name is the last one, and stays.
    for line in reversed(read_lines("cities.txt")):
        name, thousands, _ = line.split("\t")
        found[name.lower() if name.isascii() and name.isalpha() else phrase_key(name)] = Place(
            name, "city", int(thousands)
        )
    for line in read_lines("us_states.txt"):
        name = line.split("\t")[0]
        if found.get(phrase_key(name), Place("", "city")).kind != "capital":
            found[phrase_key(name)] = Place(name, "state")
    for name in read_lines("regions.txt"):
        found[phrase_key(name)] = Place(name, "region")
    aliases = dict(line.split("\t") for line in read_lines("country_aliases.txt"))
    for line in read_lines("countries.txt"):
        code, _, names, capital = line.split("\t")
        main = names.split("|")[0]
        country = Place(main, "country")
        for name in [*names.split("|"), *filter(None, aliases.get(code, "").split("|"))]:
            plain = name.replace(".", "")
            if plain.isupper():
                acronyms[plain] = country
            else:
                found[phrase_key(name)] = country
        if capital and phrase_key(capital) not in found:
            found[phrase_key(capital)] = Place(capital, "capital")
        elif capital and found[phrase_key(capital)].kind != "country":
            capital_city = found[phrase_key(capital)]
            found[phrase_key(capital)] = Place(capital, "capital", capital_city.thousands)
    return found, acronyms


def places() -> dict[str, Place]:
    """Return places by phrase key."""
    return _both()[0]


def acronym_places() -> dict[str, Place]:
    """Return countries by acronym, without dots, in capitals: US, UK, UAE."""
    return _both()[1]


@cache
def state_abbreviations() -> dict[str, str]:
    """Return states of the United States by abbreviation, as it is written: Ala., N.Y., NY."""
    found: dict[str, str] = {}
    for line in read_lines("us_states.txt"):
        name, *forms = line.split("\t")
        found.update((form, name) for form in forms if form)
    return found
