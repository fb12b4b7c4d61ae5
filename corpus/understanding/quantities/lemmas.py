"""Plural nouns and their singular, by the regular rules and a list of what breaks them."""

from __future__ import annotations

import functools

from corpus.understanding.gazetteers.groups import groups
from corpus.understanding.gazetteers.words import word_ranks
from corpus.understanding.quantities.vocabulary import listed

IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman",
    "children": "child", "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse",
    "oxen": "ox", "wives": "wife", "lives": "life", "knives": "knife", "leaves": "leaf",
    "halves": "half", "thieves": "thief", "wolves": "wolf", "shelves": "shelf",
    "loaves": "loaf", "selves": "self", "crises": "crisis", "bases": "base", "analyses": "analysis",
    "theses": "thesis", "criteria": "criterion", "phenomena": "phenomenon", "media": "medium",
    "bacteria": "bacterium", "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus",
    "movies": "movie", "cookies": "cookie", "zombies": "zombie", "rookies": "rookie",
    "ties": "tie", "pies": "pie", "houses": "house", "horses": "horse", "nurses": "nurse",
    "courses": "course", "cases": "case", "hostages": "hostage", "buses": "bus", "gases": "gas",
    "causes": "cause", "clauses": "clause", "phases": "phase", "phrases": "phrase",
    "releases": "release", "purchases": "purchase", "caches": "cache", "axes": "axe",
    "shoes": "shoe", "foes": "foe", "toes": "toe", "canoes": "canoe",
    "viruses": "virus", "corpses": "corpse",
    "licenses": "license", "exercises": "exercise", "enterprises": "enterprise",
    "warehouses": "warehouse", "greenhouses": "greenhouse", "courthouses": "courthouse",
    "responses": "response", "expenses": "expense", "mosques": "mosque",
    "universes": "universe", "offenses": "offense", "excuses": "excuse", "premises": "premise",
}  # fmt: skip
UNCHANGED = frozenset(
    listed(
        "troops personnel police aircraft spacecraft helicopters cattle sheep fish deer species "
        "series offspring youth infantry artillery cavalry clergy staff crew livestock poultry "
        "dead wounded injured missing homeless others folk kin headquarters barracks means swine "
        "salmon trout watercraft hovercraft militia guerrilla "
        "ammunition evacuees casualties faithful elderly jobless gunmen"
    )
) - {"helicopters", "evacuees", "casualties", "gunmen", "others"}
"""Nouns that count in their only form. "Troops" has a singular, but of another meaning."""

_NOT_PLURAL = frozenset(
    listed(
        "as is was has this its his us yes plus thus less across perhaps always sometimes besides "
        "towards afterwards news politics economics physics mathematics athletics gas bus virus "
        "status campus focus consensus crisis basis analysis chaos bonus process success access "
        "address business press class mass loss boss cross grass glass dress stress express "
        "progress congress princess witness illness happiness weakness various serious previous "
        "religious dangerous numerous famous enormous nervous anonymous precious conscious "
        "indigenous suspicious ambitious obvious tremendous alias atlas canvas christmas texas "
        "kansas las los iris tennis diabetes always besides overseas whereas says does goes "
        "times"
    )
)


@functools.lru_cache(maxsize=16_384)
def is_plural(word: str) -> bool:
    """Say whether the lower-case `word` looks like a plural noun."""
    if word in IRREGULAR or word in UNCHANGED:
        return True
    if word in _NOT_PLURAL or len(word) < 3 or word.endswith(("ous", "ss", "’s", "'s", "sis")):
        return False
    if word.endswith("men") and len(word) > 4 and word not in ("specimen", "regimen", "abdomen"):
        return True
    if word.endswith(("is", "us")):
        # The plural of a people ("israelis") or of a word in -i and -u ("taxis", "menus").
        return word[:-1] in groups() or word[:-1] in word_ranks()
    return word.endswith("s")


def singular(word: str) -> str:
    """Return the singular of the lower-case noun `word`, which is returned if it is none."""
    base, hyphen, last = word.rpartition("-")
    if hyphen:
        return base + hyphen + singular(last)
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word in UNCHANGED or not is_plural(word):
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("people"):
        return word[:-6] + "person"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]
