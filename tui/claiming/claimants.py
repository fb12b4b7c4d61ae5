"""Who claims something where nobody is quoted: "The guild believes 40 boats are lost".

The analysis finds statements by their grammar: a clause or a quotation after a verb of saying. A
sentence that begins with a person or a body and such a verb, or one of thinking or doing with
words, is its claim all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.span import Span
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.word_set import word_set

if TYPE_CHECKING:
    from corpus.understanding.analysis import Mention

# Verbs of thinking and of acts of speech besides those that report words.
_MORE = word_set("""
    believe believes believed think thinks thought expect expects expected fear fears feared
    doubt doubts doubted suspect suspects suspected hope hopes hoped know knows knew
    reject rejects rejected rule ruled refuse refuses refused decline declines declined
    threaten threatens threatened order orders ordered propose proposes proposed
    refute refutes refuted dispute disputes disputed assume assumes assumed
""")
_ADVERB = r"(?:\s+(?:also|again|still|now|later|earlier|[a-z]+ly|has|have|had))*"
# "Its claims are" and "its estimates in May" have no verb yet, "it announced in May" has.
_VERB = re.compile(
    rf"{_ADVERB}\s+([a-z]+)\b(?!['’-]|\s+(?:is|are|was|were|of|by|from)\b|(?<!ed)\s+(?:in|on)\b)"
)
# Before the name at the beginning: "The Afghan Army spokesman Col.".
_BEFORE = 60  # code points
_AFTER_NAME = re.compile(
    r"(?:['’]s)?(?:\s+(?:officials?|government|ministry|police|army|authorities|spokes\w+|military|"
    r"analysts|experts|leaders?|lawmakers|prosecutors|diplomats?|intelligence|forces|troops))+\b"
)
_CLAUSE = re.compile(r"[,;:—–“”\"]")
_THE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who claims something: a person or a body, with what it is of ("Marn officials").

    `cue` is where the verb stands.
    """

    name: str
    cue: Span


def claimant_in(text: str, span: Span, mentions: Iterable[Mention]) -> Claimant | None:
    """Return who claims the words at `span`, which nobody is known to say; None for nobody."""
    here = [
        one
        for one in mentions
        if span.start <= one.start and one.end <= span.end and one.start - span.start <= _BEFORE
    ]
    for one in here:
        if _CLAUSE.search(text[span.start : one.start]):
            break
        body = _AFTER_NAME.match(text, one.end, span.end)
        if body is None and one.type not in ("PERSON", "ORG"):
            continue
        end = body.end() if body is not None else one.end
        verb = _VERB.match(text, end, span.end)
        if verb is None or not _claims(verb[1]):
            continue
        name = _THE.sub("", text[one.start : end]) if body is not None else one.name
        return Claimant(name, Span(verb.start(1), verb.end(1)))
    return None


def _claims(word: str) -> bool:
    verb = VERBS.get(word)
    if verb is None or word in _MORE:
        return word in _MORE
    return verb.form != "participle" and (verb.clause or verb.fragment)
