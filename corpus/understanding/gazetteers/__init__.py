"""Lists of general knowledge: places, peoples, organisations, names of persons, English words.

Each list is a text file in `data/`; the README there states its source and licence. A list is read
when it is first asked for and kept; all of them together load in about a tenth of a second.
"""

from __future__ import annotations

from corpus.understanding.gazetteers.beginnings import LONGEST_NAME, beginnings
from corpus.understanding.gazetteers.folding import fold, phrase_key
from corpus.understanding.gazetteers.groups import is_group, is_nationality
from corpus.understanding.gazetteers.legal_forms import (
    legal_form_key,
    legal_forms,
    longest_legal_form,
)
from corpus.understanding.gazetteers.names import female_names, given_names, male_names, other_names
from corpus.understanding.gazetteers.organisations import acronym_organisations, organisations
from corpus.understanding.gazetteers.places import (
    Place,
    acronym_places,
    places,
    state_abbreviations,
)
from corpus.understanding.gazetteers.spellings import are_spellings
from corpus.understanding.gazetteers.words import word_ranks

__all__ = [
    "LONGEST_NAME",
    "Place",
    "acronym_organisations",
    "acronym_places",
    "are_spellings",
    "beginnings",
    "female_names",
    "fold",
    "given_names",
    "is_group",
    "is_nationality",
    "legal_form_key",
    "legal_forms",
    "longest_legal_form",
    "male_names",
    "organisations",
    "other_names",
    "phrase_key",
    "places",
    "state_abbreviations",
    "word_ranks",
]
