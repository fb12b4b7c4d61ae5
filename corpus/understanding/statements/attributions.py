"""Attributions: where a frame says that somebody says, and which words name who does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.understanding.statements.phrases import Phrase
from corpus.understanding.statements.speakers import speaks
from corpus.understanding.statements.subjects import Subjects
from corpus.understanding.statements.tokens import Token
from corpus.understanding.statements.verbs import VERBS, Verb
from corpus.understanding.statements.words import (
    BE,
    CONJUNCTIONS,
    DO,
    FINITE,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    TIME_OPENERS,
    TIME_WORDS,
    is_adverb,
)
from corpus.understanding.word_set import word_set

_ACCORDING = Verb("according", "past", trailing=True)
_QUOTED = Verb("quote", "past", free=True, trailing=True)
# What things do as well: "the figures hint that".
_OF_THINGS = word_set("indicate imply suggest reveal hint confirm conclude underline underscore")
# "She said it was closed and added that" goes on with her words; "said they had met and agreed
# that" is part of them.
_GOING_ON = word_set("say add warn stress note insist reiterate tell")
_QUOTING = word_set("quoted quotes quoting cited cites citing")
_ANNOUNCED = word_set("will would")
_FAR = 24


@dataclass(slots=True)
class Attribution:
    """One attribution of a frame, in indexes of its tokens.

    The cue is `[cue, cue_end)`, the whole phrase with its subject `[left, right)`. `subject` is
    None where the verb shares the subject of an earlier one ("and added", "…, saying"). `via` is
    the phrase of whoever passes the statement on.
    """

    verb: Verb
    cue: int
    cue_end: int
    left: int
    right: int
    subject: Phrase | None = None
    inverted: bool = False
    via: Phrase | None = None


def attributions_of(tokens: Sequence[Token], phrases: Subjects) -> list[Attribution]:
    """Return the attributions of a frame in order."""
    found: list[Attribution] = []
    done = 0
    for at, token in enumerate(tokens):
        if token.low not in _CUES or at < done or not token.is_word or (token.capital and at > 0):
            continue
        attribution = _attribution_at(tokens, phrases, at)
        if attribution is not None:
            coordinated = attribution.subject is None and tokens[attribution.left].low == "and"
            part = attribution.verb.lemma not in _GOING_ON
            if found and coordinated and part and not found[-1].verb.fragment:
                continue
            if found and attribution.left < found[-1].cue_end:
                attribution.left = found[-1].cue_end
            found.append(attribution)
            done = attribution.cue_end
    return found


def _attribution_at(tokens: Sequence[Token], phrases: Subjects, at: int) -> Attribution | None:
    low = tokens[at].low
    if low == "according":
        return _according(tokens, phrases, at)
    if low == "reported" and at and tokens[at - 1].low == "as":
        return _as_reported(tokens, phrases, at)
    if tokens[at].capital:
        return None
    if low in _QUOTING or (low == "reported" and at > 0 and tokens[at - 1].low in BE):
        quoted = _quoted(tokens, phrases, at)
        if quoted is not None:
            return quoted
    verb = VERBS.get(low)
    if verb is None or (at > 0 and tokens[at - 1].low == "–" and _is_joined(tokens, at)):
        return None
    if verb.form == "participle":
        return _participle(tokens, phrases, at, verb)
    return _finite(tokens, phrases, at, verb)


_CUES = frozenset(VERBS) | _QUOTING | {"according", "reported"}
"""The words that `_attribution_at` reads."""


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].end == tokens[at].start


def _according(tokens: Sequence[Token], phrases: Subjects, at: int) -> Attribution | None:
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    subject = phrases.forward(at + 2)
    if subject is None or (subject.noun is not None and not speaks(subject.noun)):
        return None
    return Attribution(_ACCORDING, at, at + 2, at, subject.end, subject)


def _as_reported(tokens: Sequence[Token], phrases: Subjects, at: int) -> Attribution | None:
    """Read "as reported by X", which stands as "according to X" does."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "by":
        return None
    subject = phrases.forward(at + 2)
    if subject is None:
        return None
    return Attribution(_ACCORDING, at, at + 2, at - 1, subject.end, subject)


def _quoted(tokens: Sequence[Token], phrases: Subjects, at: int) -> Attribution | None:
    """Read "X quoted Y as saying", "Y was quoted as saying by X", "Y was quoted by X as saying"."""
    last = min(len(tokens) - 1, at + _FAR)
    saying = next(
        (
            i + 1
            for i in range(at + 1, last)
            if tokens[i].low == "as" and tokens[i + 1].low in ("saying", "telling", "adding")
        ),
        None,
    )
    if saying is None:
        return None
    passive = at > 0 and any(t.low in BE for t in tokens[max(0, at - 2) : at])
    via: Phrase | None
    right = saying + 1
    if passive:
        subject = phrases.before(at)
        via = None
        if tokens[at + 1].low == "by":
            via = phrases.forward(at + 2)
        elif right < len(tokens) and tokens[right].low == "by":
            via = phrases.forward(right + 1)
            right = via.end if via is not None else right
        left = subject.start if subject is not None else at
    else:
        subject = phrases.forward(at + 1)
        via = None if tokens[at].low.endswith("ing") else phrases.before(at)
        left = via.start if via is not None else at
    if subject is None:
        return None
    cue_end = saying + 1 if passive else at + 1
    return Attribution(_QUOTED, at, cue_end, left, right, subject, via=via)


def _participle(
    tokens: Sequence[Token], phrases: Subjects, at: int, verb: Verb
) -> Attribution | None:
    """Read "…, adding that" and "is saying"."""
    before = at - 1
    while before >= 0 and is_adverb(tokens[before].low):
        before -= 1
    if before < 0:
        return None
    token = tokens[before]
    if token.low in BE:
        return _finite(tokens, phrases, at, verb)
    if token.is_mark(",–") or token.kind == "quotation" or token.low in ("and", "but"):
        left = before if token.kind != "quotation" else at
        return Attribution(verb, at, at + 1, left, at + 1)
    if verb.lemma == "say" and token.is_word and token.low not in PREPOSITIONS | CONJUNCTIONS:
        # A statement was issued, saying that …
        return Attribution(verb, at, at + 1, at, at + 1)
    return None


def _finite(tokens: Sequence[Token], phrases: Subjects, at: int, verb: Verb) -> Attribution | None:
    before = _before_auxiliaries(tokens, at, verb)
    if before is None:
        return None
    attribution = Attribution(verb, at, at + 1, at, at + 1)
    if before >= 0 and tokens[before].low in ("and", "but", "then") and verb.form != "participle":
        attribution.left = before
        return attribution
    if before < 0 or tokens[before].is_mark(",–") or tokens[before].kind == "quotation":
        inverted = _inverted(tokens, phrases, at)
        if inverted is not None and verb.form != "participle" and not verb.addressee:
            attribution.subject, attribution.inverted = inverted, True
            attribution.right = inverted.end
            return attribution
    subject = phrases.before(before + 1) if before >= 0 else None
    if subject is None or not _agrees(tokens, subject, verb, at):
        return None
    if subject.start > 0 and tokens[subject.start - 1].low in ("what", "how", "whatever", "why"):
        return None
    attribution.subject = subject
    attribution.left = phrases.bracketed_start(subject.start)
    return attribution


def _before_auxiliaries(tokens: Sequence[Token], at: int, verb: Verb) -> int | None:
    """Step back over "has also"; None where the verb says that nobody said it."""
    before = at - 1
    helpers: list[str] = []
    while before >= 0 and (
        is_adverb(tokens[before].low)
        or tokens[before].low in FINITE
        or tokens[before].low in NEGATIONS
    ):
        helpers.append(tokens[before].low)
        before -= 1
    if any(word in NEGATIONS for word in helpers):
        return None
    if before >= 0 and tokens[before].low == "to":
        # "went on to say"
        if before >= 2 and tokens[before - 1].low == "on" and tokens[before - 2].low == "went":
            return before - 3
        return None
    be = any(word in BE for word in helpers)
    if be != (verb.form == "participle"):
        return None
    if verb.form == "base":
        modal = [word for word in helpers if word in MODALS]
        if modal and (modal[0] not in _ANNOUNCED or verb.lemma != "say"):
            return None
    elif any(word in MODALS | DO for word in helpers):
        return None if not any(word in HAVE for word in helpers) else before
    return before


def _inverted(tokens: Sequence[Token], phrases: Subjects, at: int) -> Phrase | None:
    """Read "said Smith" where what follows is no clause."""
    subject = phrases.forward(at + 1)
    if subject is None or subject.pronoun in ("it", "who"):
        return None
    if subject.noun is not None and not (
        speaks(subject.noun) or (tokens[subject.end - 1].capital and not subject.complements)
    ):
        return None
    if subject.end >= len(tokens):
        return subject
    after = tokens[subject.end]
    if after.kind in ("mark", "quotation"):
        return subject
    ends = (
        after.low in PREPOSITIONS
        or after.low in TIME_WORDS
        or after.low in TIME_OPENERS
        or after.low in ("who", "when", "while", "as", "and", "but", "after", "before", "because")
        or (is_adverb(after.low) and _is_last(tokens, subject.end))
        or (after.low.endswith("ing") and after.is_word)
    )
    return subject if ends else None


def _is_noun_here(tokens: Sequence[Token], subject: Phrase, at: int) -> bool:
    """Say whether what follows shows that a form is a noun: "estimates of", "reports said"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.is_mark(","):
        before = tokens[subject.start - 1] if subject.start else None
        return before is None or before.kind not in ("mark", "quotation")
    return after.is_word and (
        after.low in VERBS or after.low in FINITE or after.low in ("of", "on", "for", "by", "from")
    )


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a clause ends with a token."""
    return at + 1 >= len(tokens) or tokens[at + 1].kind in ("mark", "quotation")


def _agrees(tokens: Sequence[Token], subject: Phrase, verb: Verb, at: int) -> bool:
    """Say whether a form that is a noun as well is the verb of this subject."""
    if subject.pronoun in ("i", "we", "you"):
        return False
    if verb.form == "base" and subject.pronoun in ("he", "she", "it"):
        return any(t.low in MODALS | DO for t in tokens[subject.end : subject.end + 3])
    if verb.lemma in _OF_THINGS and subject.mention is None:
        return speaks(subject.noun or "") or subject.pronoun in ("he", "she", "they")
    if not verb.noun:
        return True
    if _is_noun_here(tokens, subject, at):
        return False
    if subject.pronoun is not None or subject.several:
        return True
    last = tokens[subject.end - 1]
    return (
        last.mention is not None
        or last.kind == "mark"
        or (last.capital and not last.low.isdigit())
        or speaks(last.low)
    )
