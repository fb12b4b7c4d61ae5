"""Heads and fronts of names of places; words around places."""

from __future__ import annotations

from corpus.understanding.word_set import word_set

PLACE_HEADS = word_set(
    """
    capitol monument lighthouse cathedral castle cove crossing airport archipelago pond brook
    dock arena speedway area avenue base basin bay beach boulevard bridge camp canal canyon cape
    capital cemetery city coast corridor county creek dam delta desert district drive falls
    field forest fort garden gardens glacier governorate grounds gulf harbor harbour heights
    highway hill hills island islands isle isles junction kingdom lake lakes lane mall mosque
    mount mountain mountains oblast ocean oasis palace park parkway pass peninsula plain plains
    plateau plaza point port prefecture province provinces range reef region republic reservoir
    ridge river road rock route sea shrine sound springs square state stadium strait straits
    street subcontinent territories territory town township tunnel valley village volcano
    voivodeship ward wood woods zone
    """
)
WEAK_PLACE_HEADS = word_set(
    """
    area base camp capital city drive field pass point port range region rock sound state zone
    ward corridor kingdom route wood woods garden gardens hill plain road mall
    """
)
PLACE_FRONTS = word_set(
    """
    mount mt lake cape fort ft port camp gulf isle isles strait straits bay sea province city
    river san santa santo saint st los las el la al new north south east west northern southern
    eastern western central upper lower great greater little rio puerto villa tel ras wadi
    """
)
# Heads that are left out where the place is spoken of again.
ADMINISTRATIVE_HEADS = word_set(
    """
    province district county governorate prefecture oblast region state island valley river
    """
)
# In lower case after a name.
PLACE_FOLLOWERS = word_set(
    """
    province provinces district districts city town village county region regions river valley
    mountains mountain island islands peninsula airport border area areas governorate prefecture
    state oblast desert coast bay neighborhood neighbourhood suburb suburbs street avenue
    highway bridge port capital
    """
)
# Kinds of places, before "like", "such as" and "including".
PLACE_KINDS = word_set(
    """
    area areas place places town towns cities provinces countries states districts regions
    """
)
PLACE_BEFORE = {
    "in": 2.0,
    "near": 2.0,
    "outside": 1.5,
    "inside": 1.0,
    "across": 1.5,
    "throughout": 2.0,
    "around": 1.0,
    "toward": 1.0,
    "towards": 1.0,
    "at": 0.6,
    "to": 0.4,
    "from": 0.6,
    "into": 1.0,
    "northern": 2.5,
    "southern": 2.5,
    "eastern": 2.5,
    "western": 2.5,
    "northeastern": 2.5,
    "northwestern": 2.5,
    "southeastern": 2.5,
    "southwestern": 2.5,
    "north-eastern": 2.5,
    "north-western": 2.5,
    "south-eastern": 2.5,
    "south-western": 2.5,
    "central": 1.5,
    "downtown": 2.5,
    "mainland": 2.5,
    "neighboring": 2.0,
    "neighbouring": 2.0,
    "nearby": 2.5,
    "capital": 2.0,
    "northwest": 1.5,
    "northeast": 1.5,
    "southwest": 1.5,
    "southeast": 1.5,
    "north": 1.0,
    "south": 1.0,
    "east": 1.0,
    "west": 1.0,
    "rural": 1.5,
    "like": 0.3,
    "modern": 1.0,
}
PLACE_OF = word_set(
    """
    city town village province district capital port island state region county suburb suburbs
    north south east west northeast northwest southeast southwest outskirts border borders
    republic coast streets neighborhood neighbourhood area kingdom mayor governor
    """
)
