"""Noun phrases that may name a speaker, read forward from a token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.understanding.analysis import Mention
from corpus.understanding.statements.speakers import is_person_noun, speaks
from corpus.understanding.statements.tokens import Token
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.statements.words import (
    ADDRESSEES,
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    OCCASIONS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    TIME_OPENERS,
    TIME_WORDS,
    is_adverb,
)
from corpus.understanding.word_set import word_set

LONGEST = 24  # tokens
DEEPEST = 4
COMPLEMENTS = word_set(
    """
    of for from at in with on to by inside within near behind against under
    """
)
_BETWEEN_TITLES = frozenset(("of", "for", "and", "to", "the", "on", "in"))
PRONOUNS = PERSONAL | {"it"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `[start, end)`, and its head.

    The head is a `mention`, a common `noun` in lower case or a `pronoun`. `complements` says that
    something like "of the ministry" belongs to it, `several` that it names more than one ("Smith
    and Jones"). What names it ends with token `named`, where an aside follows ("Smith, the
    minister,").
    """

    start: int
    end: int
    mention: Mention | None = None
    noun: str | None = None
    pronoun: str | None = None
    complements: bool = False
    several: bool = False
    named: int | None = None

    def extended(self, end: int) -> Phrase:
        """Return the phrase with an aside up to token `end`."""
        return replace(self, end=end, named=self.named or self.end)


class Phrases:
    """The noun phrases of one frame's tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def forward(self, start: int) -> Phrase | None:
        """Read the noun phrase that begins at token `start`, with what belongs to it."""
        tokens, size = self.tokens, len(self.tokens)
        if start >= size:
            return None
        if tokens[start].is_word and tokens[start].low in PRONOUNS:
            return Phrase(start, start + 1, pronoun=tokens[start].low)
        end, person = self._base_end(start)
        if person is not None:
            return self._joined(Phrase(start, person + 1, mention=tokens[person].mention))
        if end == start:
            return None
        titled = self._titled_person(start, end)
        if titled is not None:
            return titled
        base = self.headed(start, end)
        if base is None:
            return None
        base = self._joined(base)
        if base.noun is not None:
            base = self._with_complements(base)
            apposed = self._apposed(base)
            if apposed is not None:
                return apposed
        return base

    def _joined(self, phrase: Phrase) -> Phrase:
        """Add "and Jones" to "Smith"."""
        tokens, end = self.tokens, phrase.end
        if end + 1 < len(tokens) and tokens[end].low == "and" and tokens[end + 1].mention:
            after = end + 2
            if after >= len(tokens) or tokens[after].kind == "mark":
                return Phrase(phrase.start, after, several=True)
        return phrase

    def _base_end(self, start: int) -> tuple[int, int | None]:
        """Return where the words of a phrase end, and its first person if it has one."""
        tokens = self.tokens
        at = start
        stop = min(len(tokens), start + LONGEST)
        while at < stop:
            token = tokens[at]
            if token.mention is not None:
                owns = at + 1 < len(tokens) and tokens[at + 1].kind == "possessive"
                if token.mention.type == "PERSON" and not owns and not self._employs(at):
                    return at, at
                if at > start and not owns and self._is_plain_noun(at - 1):
                    break  # "told reporters Kabul": another phrase begins
            elif token.kind == "possessive":
                if at == start:
                    break
            elif not token.is_word or not self._may_continue(at, start):
                break
            at += 1
        return at, None

    def _employs(self, at: int) -> bool:
        """Say whether what looks like a person is a firm: "J. Lund analyst Ann Lee"."""
        pair = self.tokens[at + 1 : at + 3]
        if len(pair) < 2 or not pair[0].is_word or not is_person_noun(pair[0].low):
            return False
        return pair[1].mention is not None and pair[1].mention.type == "PERSON"

    def _may_continue(self, at: int, start: int) -> bool:
        token = self.tokens[at]
        if token.low in TIME_WORDS:
            return at > start and self.tokens[at - 1].low in DETERMINERS
        if token.low in _SMALL_NUMBERS and at > start:
            return True
        if token.low in DETERMINERS:
            return at == start or (
                self.tokens[at - 1].low in DETERMINERS and token.low not in ARTICLES
            )
        if token.capital:
            return at == start or not self._is_plain_noun(at - 1)
        return self.is_nominal(at)

    def _is_plain_noun(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.is_word or token.capital or token.low in DETERMINERS:
            return False
        low = token.low
        return low in ADDRESSEES or low in OCCASIONS or (low.endswith("s") and speaks(low))

    def is_nominal(self, at: int) -> bool:
        """Say whether a word may stand in a noun phrase before its head or as its head."""
        token = self.tokens[at]
        low = token.low
        if not token.is_word or low in _FUNCTION or low in TIME_WORDS or low == "citing":
            return False
        if is_adverb(low):
            return False
        if low.endswith("ed") and at and self.tokens[at - 1].is_word:
            # "a report published by": a participle behind its noun
            return not speaks(self.tokens[at - 1].low)
        verb = VERBS.get(low)
        if verb is not None and not verb.noun:
            return token.capital
        return True

    def _titled_person(self, start: int, end: int) -> Phrase | None:
        """Read on from a title over "of", "for", "and" to the person: "Secretary of … Ann Lee"."""
        tokens = self.tokens
        if not any(t.capital or (t.is_word and is_person_noun(t.low)) for t in tokens[start:end]):
            return None
        for at in range(end, min(len(tokens), end + 14)):
            token = tokens[at]
            if token.mention is not None and token.mention.type == "PERSON":
                after = tokens[at + 1] if at + 1 < len(tokens) else None
                if after is not None and after.kind == "possessive":
                    return None
                before = tokens[at - 1]
                if before.low in _BETWEEN_TITLES:
                    return None  # "a spokesman for John Smith"
                return Phrase(start, at + 1, mention=token.mention)
            fits = token.capital or token.low in _BETWEEN_TITLES
            if not fits or token.kind == "mark":
                return None
        return None

    def headed(self, start: int, end: int) -> Phrase | None:
        """Make a phrase of the tokens of a base: its last word or name is its head."""
        tokens = self.tokens
        last = end - 1
        while last > start and tokens[last].kind == "possessive":
            last -= 1
        token = tokens[last]
        if token.mention is not None:
            return Phrase(start, last + 1, mention=token.mention)
        if not token.is_word or token.low in ARTICLES or token.low in POSSESSIVES:
            return None
        if token.low.isdigit():
            return None
        return Phrase(start, last + 1, noun=token.low)

    def _with_complements(self, base: Phrase) -> Phrase:
        """Add "for the ministry", "in Kabul" to a phrase with a common noun for a head."""
        tokens = self.tokens
        end = base.end
        for _ in range(DEEPEST):
            if end + 1 >= len(tokens) or tokens[end].low not in COMPLEMENTS:
                break
            begins = end + 1
            if tokens[begins].low in TIME_WORDS | TIME_OPENERS:
                break
            after, person = self._base_end(begins)
            if person is not None:
                after = person + 1
            if after == begins:
                break
            end = after
        return replace(base, end=end, complements=end > base.end)

    def _apposed(self, base: Phrase) -> Phrase | None:
        """Return the person who a role is put to: "the minister, John Smith"."""
        tokens, end = self.tokens, base.end
        if base.noun is None or not is_person_noun(base.noun) or end + 1 >= len(tokens):
            return None
        if tokens[end].is_mark(",") and tokens[end + 1].mention is not None:
            mention = tokens[end + 1].mention
            closes = end + 2 >= len(tokens) or tokens[end + 2].kind in ("mark", "quotation")
            if mention is not None and mention.type == "PERSON" and closes:
                return Phrase(base.start, end + 2, mention=mention)
        return None


_SMALL_NUMBERS = word_set("two three four five six seven eight nine ten few several")
_FUNCTION = PREPOSITIONS | CONJUNCTIONS | FINITE | PERSONAL | ARTICLES | POSSESSIVES | {"to", "it"}
