"""Captions: what says who took a picture, or describes what a picture shows."""

from __future__ import annotations

import re

from corpus.understanding.shape import ends_with_stop, is_cut_off
from corpus.understanding.word_set import word_set

_PICTURE = (
    r"(?:photo(?:graph)?|image|pic(?:ture)?|screen ?(?:shot|grab)|video (?:grab|still)|still)s?"
)
_NAME = r"[A-Z][\w.’'-]*+"
_CREDITING = r"(?i:by|courtesy|courtesy of|via|from|credit|source)"
# "(Agency photo)", "(Jane Doe/Agency)", "(Photo by Jane Doe)", "(File photo)", "[Photo: Agency]".
_CREDIT_IN_BRACKETS = re.compile(
    rf"[(\[](?:(?:{_NAME}|by|and|of|the|for|via|/|,|&)[\s,/]*){{0,8}}"
    rf"(?:(?:file|handout|stock|archive|archival|courtesy|illustrative|undated|staff|{_NAME})\s+)"
    rf"{{0,3}}(?i:{_PICTURE})[)\]]\.?$"
    rf"|[(\[](?i:(?:file\s+)?{_PICTURE})\s*(?:{_CREDITING}\b|:|/|,)[^()\[\]]{{2,80}}[)\]]\.?$"
    r"|[(\[](?i:file|handout|courtesy|credit|source|via)\b"
    r"(?:\s*[:/,]?\s*[^()\[\]]{2,60})?[)\]]\.?$"
)
_AGENCY_IN_BRACKETS = re.compile(
    r"[(\[](?:[A-Z][\w.’'-]+[\s/]){0,3}(?:[A-Z]{2,}|Reuters|Getty(?: Images)?)"
    r"(?:\s?/\s?[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,3})*[)\]]\.?$"
)
_CREDIT_LINE = re.compile(
    rf"(?i:{_PICTURE}|photo(?:graph)?er|illustration|graphic|map|video)\s*"
    r"(?i:by|credits?|courtesy(?: of)?|source)?\s*(?::|/|©)\s*\S.{1,80}"
    rf"|(?i:{_PICTURE})\s+(?i:by|courtesy of|credit)\s+[A-Z].{{1,60}}"
    r"|(?i:image|photo|picture)\s(?i:source|caption|copyright)\b.{1,200}"
    r"|(?i:credit|courtesy)\s*:\s*\S.{1,60}"
    r"|©\s*[A-Z][\w.’' /&-]{1,60}"
    rf"|(?:AP|REUTERS|AFP|EPA|Reuters)(?:\s(?i:{_PICTURE}))?\s?/\s?[A-Z].{{1,60}}"
    r"|(?:Getty Images|Shutterstock|iStock(?:photo)?)(?:\s?/\s?\S.{1,60})?"
    rf"|(?:(?i:file|archive|stock|handout)\s+)(?i:{_PICTURE})"
)
_CREDIT_START = re.compile(
    rf"(?:FILE\s?(?:(?i:{_PICTURE}))?\s*[:–—-]|(?i:(?:file|archive) {_PICTURE}\s*[:–—-])"
    rf"|(?i:caption\s*:)|(?i:pictured(?: above| here)?\s*:))\s*\S"
)
_CREDIT_END = re.compile(
    rf"(?:\b(?i:{_PICTURE})\s?(?:by|:|/|courtesy(?: of)?)\s?[A-Z][\w.’'/ -]{{2,60}}"
    rf"|\b(?:REUTERS|AP {_PICTURE}|AFP|EPA|Getty Images)\s?/\s?[A-Z][\w.’' -]{{2,60}}"
    rf"|/\s?(?:AFP|AP|Reuters|REUTERS|EPA|Getty Images|Getty))\.?$"
)
_SHOWS = re.compile(
    rf"(?:in\s+)?(?:this|these|an?|the)\s+(?:[\w.’'-]+\s+){{0,9}}?{_PICTURE}\b"
    r"(?:[^.]{0,80}?\b(?:shows?|taken|provided|released|made|obtained|from)\b|,)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|pictured|file|top|bottom|above|below|front|back|2nd [LR]"
    r"|(?:second|third) from (?:left|right)|from left|in (?:red|blue|white|black))\)"
    r"|\b(?:pictured|seen here|shown here|in this (?:file|undated|handout)"
    r"|file (?:photo|picture|image)|from left to right)\b|,\s(?:left|right|cent(?:er|re)),",
    re.IGNORECASE,
)
# What a picture can show people and things do, in the present tense of captions.
_SCENES = word_set("""
    talk talks walk walks stand stands sit sits speak speaks gather gathers attend attends hold
    holds carry carries march marches inspect inspects wave waves ride rides pass passes fly
    flies pose poses shake shakes queue queues prepare prepares watch watches look looks gesture
    gestures listen listens greet greets patrol patrols guard guards drive drives shout shouts
    chant chants kneel kneels lie lies rest rests wait waits work works search searches load
    loads unload unloads run runs climb climbs cross crosses stare stares smile smiles hug hugs
    mourn mourns pray prays push pushes pull pulls clear clears dig digs fish fishes play plays
    burn burns rise rises arrive arrives leave leaves board boards salute salutes address
    addresses display displays raise raises carrying standing walking sitting flying holding
    seen
""")
_APPOSITION = re.compile(
    r"(?:[A-Z][\w.’'-]+\s+){1,4}[A-Z][\w.’'-]+,\s+(?:the|an?|(?:[\w-]+\s+)?(?:former|acting|deputy"
    r"|chief|president|minister|spokesm[ae]n|leader|head|director|chairm[ae]n|governor|commander))\b"
    r"[^.]{2,120}"
)
_LONGEST = 700
# Every pattern of a credit needs one of these, and few paragraphs of a report have any.
_HINTS = (
    *("photo", "image", "pic", "screen", "video", "still", "credit", "courtesy", "file", "caption"),
    *("©", "reuters", "getty", "shutterstock", "istock", "afp", "ap", "epa", "handout", "graphic"),
    *("illustration", "map"),
)


def is_credited(words: str) -> bool:
    """Say whether a line says whose picture it belongs to: a caption wherever it stands.

    An agency alone in brackets at the end (`(Agency)`) ends reports too, so it counts only where
    the line also points at a picture.
    """
    if len(words) > _LONGEST:
        return False
    lower = words.lower()
    if not any(map(lower.__contains__, _HINTS)) and words.rstrip(".")[-1:] not in (")", "]"):
        return False
    if _CREDIT_LINE.fullmatch(words) or _CREDIT_IN_BRACKETS.search(words):
        return True
    if _CREDIT_START.match(words) or (_CREDIT_END.search(words) and len(words) <= 400):
        return True
    points = _SHOWS.match(words) is not None or _POINTING.search(words) is not None
    return points and _AGENCY_IN_BRACKETS.search(words) is not None


def is_described(words: str) -> bool:
    """Say whether a line without a credit reads as the description of a picture.

    Only between the title and the body, where descriptions stand, is that enough to be a caption.
    """
    if ends_with_stop(words) or not 4 <= len(words.split()) <= 60:
        return False
    if is_cut_off(words) or _POINTING.search(words) or _SHOWS.match(words):
        return True
    if _APPOSITION.fullmatch(words):
        return True
    tokens = words.split()
    return len(tokens) >= 8 and any(token in _SCENES for token in tokens[1:9])
