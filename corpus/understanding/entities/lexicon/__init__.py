"""Closed lists of the English grammar of names.

They are general knowledge of the language, written for Postil: heads of names, titles, particles,
verbs of speech. Names themselves stand in the gazetteers. Words are folded and without dots unless
said otherwise.
"""

from __future__ import annotations

from corpus.understanding.entities.lexicon.organisations import (
    FIELDS_OF_WORK,
    KIN,
    LEGAL_FORMS,
    MEMBERS,
    NEVER_BEFORE_OF,
    OF_ORGS,
    OF_PLACES,
    ORG_FOLLOWERS,
    ORG_HEADS,
    THING_FOLLOWERS,
    THING_HEADS,
    WEAK_ORG_HEADS,
)
from corpus.understanding.entities.lexicon.persons import (
    ORG_NOUNS,
    PEOPLE_NOUNS,
    PERSON_VERBS,
    PHRASE_ENDS,
    PLACE_NOUNS,
    ROLES,
    SPEECH_VERBS,
)
from corpus.understanding.entities.lexicon.places import (
    ADMINISTRATIVE_HEADS,
    PLACE_BEFORE,
    PLACE_FOLLOWERS,
    PLACE_FRONTS,
    PLACE_HEADS,
    PLACE_KINDS,
    PLACE_OF,
    WEAK_PLACE_HEADS,
)
from corpus.understanding.entities.lexicon.small_words import (
    CALENDAR,
    FUNCTION_WORDS,
    INNER_PARTS,
    JOINERS,
    LEADING_PARTICLES,
    NAME_PARTICLES,
    PLAIN_ACRONYMS,
    ROMAN,
    VERB_PREFIXES,
)
from corpus.understanding.entities.lexicon.titles import (
    ABBREVIATED_TITLES,
    DOTTED_ENDINGS,
    HONORIFICS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
    TITLE_OBJECTS,
)

__all__ = [
    "ABBREVIATED_TITLES",
    "ADMINISTRATIVE_HEADS",
    "CALENDAR",
    "DOTTED_ENDINGS",
    "FIELDS_OF_WORK",
    "FUNCTION_WORDS",
    "HONORIFICS",
    "INNER_PARTS",
    "JOINERS",
    "KIN",
    "LEADING_PARTICLES",
    "LEGAL_FORMS",
    "MEMBERS",
    "NAME_PARTICLES",
    "NEVER_BEFORE_OF",
    "OF_ORGS",
    "OF_PLACES",
    "ORG_FOLLOWERS",
    "ORG_HEADS",
    "ORG_NOUNS",
    "PEOPLE_NOUNS",
    "PERSON_VERBS",
    "PHRASE_ENDS",
    "PLACE_BEFORE",
    "PLACE_FOLLOWERS",
    "PLACE_FRONTS",
    "PLACE_HEADS",
    "PLACE_KINDS",
    "PLACE_NOUNS",
    "PLACE_OF",
    "PLAIN_ACRONYMS",
    "ROLES",
    "ROMAN",
    "SPEECH_VERBS",
    "THING_FOLLOWERS",
    "THING_HEADS",
    "TITLE_HEADS",
    "TITLE_MODIFIERS",
    "TITLE_OBJECTS",
    "VERB_PREFIXES",
    "WEAK_ORG_HEADS",
    "WEAK_PLACE_HEADS",
]
