"""What stands between a reporting verb and what is said: who is told, when, on what occasion."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.understanding.statements.phrases import Phrases
from corpus.understanding.statements.tokens import Token
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.statements.words import (
    ADDRESSEES,
    EMPTY_OBJECTS,
    FINITE,
    OCCASIONS,
    PREPOSITIONS,
    RELATIVES,
    TIME_OPENERS,
    TIME_WORDS,
    is_adverb,
)
from corpus.understanding.word_set import word_set

_NOT_FINITE = word_set("be been being having")
_SUBJECTS = word_set("he she it they we there this these those i you")
_BOUNDS = word_set("over about around between under at above below")
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty"
    " seventy eighty ninety hundreds dozens thousands half"
)
_CLAUSE = 16
_LEAST = 2
_LONGEST_DATELINE = 16  # tokens
_FAR = 40


class Adjuncts:
    """Steps over the adjuncts of one frame's tokens."""

    def __init__(self, text: str, tokens: Sequence[Token], phrases: Phrases) -> None:
        self.text = text
        self.tokens = tokens
        self.phrases = phrases

    def after_addressee(self, at: int, *, addressed: bool) -> int:
        """Step over the one who is told: "told reporters that"."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].low in ("that", "to"):
            return at
        if tokens[at].is_word and tokens[at].low in ADDRESSEES:
            return at + 1
        if tokens[at].kind in ("mark", "quotation") or not addressed:
            return at
        phrase = self.phrases.forward(at)
        if phrase is None:
            return at
        end = phrase.end
        if tokens[at].mention is not None and at + 1 < len(tokens):
            # "told BBC News schools were closed": the clause begins behind the name.
            end = end if tokens[at + 1].kind == "possessive" else at + 1
        if end < len(tokens) and tokens[end].low == "and":
            second = self.phrases.forward(end + 1)
            end = second.end if second is not None and second.pronoun is None else end
        while end < len(tokens) and (
            (tokens[end].low in ADDRESSEES and tokens[end].low not in _SUBJECTS)
            or tokens[end].low.isdigit()
        ):
            end += 1
        return end

    def after_comma(self, at: int, limit: int) -> int | None:
        """Return the token behind what stands between two commas, None where it is not closed."""
        tokens = self.tokens
        if at + 1 >= limit:
            return None
        following = tokens[at + 1]
        if following.kind == "quotation":
            return at + 1
        verb = VERBS.get(following.low)
        if verb is not None and verb.form == "participle" and following.is_word:
            return None
        for other in range(at + 1, min(limit - 1, at + _FAR)):
            token = tokens[other]
            if token.kind == "quotation":
                return None
            if token.is_mark(",–:"):
                if tokens[other + 1].kind == "quotation":
                    return other + 1
                if token.low == tokens[at].low:
                    after = tokens[other + 1].low
                    if after == "that" or after in PREPOSITIONS or self._is_aside(at + 1):
                        return other + 1
                    return None
        return None

    def _is_aside(self, at: int) -> bool:
        """Say whether what begins here, between commas, is an adjunct."""
        token = self.tokens[at]
        return token.is_word and (
            token.low in PREPOSITIONS
            or is_adverb(token.low)
            or token.low.endswith("ing")
            or token.low in ("who", "which", "when", "as")
        )

    def closing(self, at: int, limit: int) -> int | None:
        """Return where a bracket that opens at a token closes."""
        return next(
            (i for i in range(at, min(limit, at + _FAR)) if self.tokens[i].is_mark(")]")), None
        )

    def after_adjunct(self, at: int, limit: int) -> int | None:
        """Return where an adjunct that begins at a token ends, None where none does."""
        tokens = self.tokens
        token = tokens[at]
        if not token.is_word:
            return None
        if token.low in _SUBJECTS and not (
            at + 1 < limit and token.low in TIME_OPENERS and tokens[at + 1].low in TIME_WORDS
        ):
            return None
        if token.low in TIME_WORDS or (is_adverb(token.low) and not token.capital):
            return at + 1
        if token.low in TIME_OPENERS and at + 1 < limit:
            after = at + 1
            while after < limit and (
                tokens[after].low in TIME_WORDS | TIME_OPENERS or tokens[after].low.isdigit()
            ):
                after += 1
            if after > at + 1 and tokens[after - 1].low not in TIME_OPENERS:
                return after
        if token.low not in PREPOSITIONS or at + 1 >= limit or self._bounds_a_number(at):
            return None
        phrase = self.phrases.forward(at + 1)
        if phrase is None:
            return None
        end = at + 1
        while end < phrase.end:
            end += 1
            if (
                tokens[end - 1].low in OCCASIONS
                and end < limit
                and tokens[end].low not in OCCASIONS
            ):
                break
        return min(end, limit)

    def may_begin_clause(self, at: int, limit: int, *, loose: bool, bare: bool) -> bool:
        """Say whether a clause without "that" begins at a token."""
        tokens = self.tokens
        token = tokens[at]
        if token.is_word and token.low in _SUBJECTS and (loose or bare):
            return at + 1 < limit
        if not (loose or bare) or token.kind in ("mark", "possessive"):
            return False
        refused = token.low in EMPTY_OBJECTS and (
            at + 1 >= limit or tokens[at + 1].kind == "mark" or tokens[at + 1].low in PREPOSITIONS
        )
        if token.is_word and (
            refused or token.low in FINITE | {"to", "and", "or", "but", "who", "which"}
        ):
            return False
        if token.is_word and not token.capital and token.low.endswith("ing") and not loose:
            return False
        if token.low in PREPOSITIONS and not self._bounds_a_number(at):
            return self._has_finite_verb(at, limit)
        quoted = any(t.kind == "quotation" for t in tokens[at : at + _LEAST + 1])
        return self._has_finite_verb(at, limit) or (loose and (quoted or limit - at > _LEAST))

    def _bounds_a_number(self, at: int) -> bool:
        """Say whether a preposition belongs to a figure: "over 600", "at least 20"."""
        tokens = self.tokens
        if tokens[at].low not in _BOUNDS or at + 1 >= len(tokens):
            return False
        after = tokens[at + 1].low
        return after[:1].isdigit() or after in ("least", "most") or after in _NUMBERS

    def _has_finite_verb(self, at: int, limit: int) -> bool:
        """Say whether a finite verb follows before anything that would make it another clause's."""
        for token in self.tokens[at : min(limit, at + _CLAUSE)]:
            if token.kind == "mark" or token.low in RELATIVES:
                return False
            if token.is_word and token.low in FINITE and token.low not in _NOT_FINITE:
                return True
        return False

    def after_dateline(self, end: int) -> int:
        """Return the first token behind a dateline: "VELM (Agency) – "."""
        tokens = self.tokens
        for at in range(min(end, _LONGEST_DATELINE)):
            token = tokens[at]
            if token.is_mark(":–"):
                before = self.text[tokens[0].start : tokens[0].end]
                return at + 1 if before.isupper() else 0
            if not (token.capital or token.is_mark("(),/") or token.low.isdigit()):
                return 0
        return 0
