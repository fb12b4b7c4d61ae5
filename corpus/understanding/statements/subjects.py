"""Subjects: the noun phrase that a verb has before it, read back from the verb."""

from __future__ import annotations

from dataclasses import replace

from corpus.understanding.analysis import Mention
from corpus.understanding.statements.phrases import (
    COMPLEMENTS,
    DEEPEST,
    LONGEST,
    PRONOUNS,
    Phrase,
    Phrases,
)
from corpus.understanding.statements.speakers import is_person_noun, is_plural, speaks
from corpus.understanding.statements.words import (
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    TIME_OPENERS,
    TIME_WORDS,
    is_adverb,
)
from corpus.understanding.word_set import word_set

_LONGEST_BASE = 9  # tokens


class Subjects(Phrases):
    """The noun phrases of one frame's tokens, before a verb as well."""

    def before(self, end: int, depth: int = 0) -> Phrase | None:
        """Read the noun phrase whose last token stands before token `end`."""
        phrase = self._ending(end, depth)
        if phrase is None or phrase.start < 2 or not (phrase.noun or phrase.several):
            return phrase
        tokens, at = self.tokens, phrase.start - 2
        head = tokens[(phrase.named or phrase.end) - 1]
        noun = phrase.noun or head.low
        # With an article it may as well be another: "released Ann Lee, a spokesman said".
        bare = tokens[phrase.start].low not in DETERMINERS and not is_plural(noun)
        if bare and is_person_noun(noun) and tokens[at + 1].is_mark(",–") and self._is_person(at):
            # Ann Lee, chairman of the Velm Bank (VB), said …
            return Phrase(at, phrase.end, mention=tokens[at].mention, named=at + 1)
        return phrase

    def _is_person(self, at: int) -> bool:
        """Say whether a token is a person's name that no preposition stands before."""
        mention = self.tokens[at].mention
        if mention is None or mention.type != "PERSON":
            return False
        return at == 0 or self.tokens[at - 1].low not in PREPOSITIONS

    def _ending(self, end: int, depth: int) -> Phrase | None:
        """Read the noun phrase, whatever stands before it."""
        tokens = self.tokens
        last = end - 1
        while last >= 0 and (is_adverb(tokens[last].low) or tokens[last].low in FINITE):
            last -= 1
        last = self._skip_time(last)
        if last < 0 or depth > DEEPEST:
            return None
        token = tokens[last]
        if token.is_word and token.low in PRONOUNS:
            return self._pronoun(last, depth)
        if token.is_mark(",–"):
            return self._before_parenthesis(last, depth)
        if token.is_mark(")]"):
            return self._before_bracket(last, depth)
        start = self._base_start(last)
        if start is None:
            return None
        behind = start - 1
        if behind >= 0 and tokens[behind].is_word and tokens[behind].low in PREPOSITIONS:
            return self._climbed(behind, last, depth)
        phrase = self._person_in(start, last) or self.headed(start, last + 1)
        if phrase is None or not self._is_subject(phrase, behind):
            return None
        if behind > 0 and tokens[behind].low == "and":
            left = self._base_start(behind - 1)
            if left is not None and self._begins_clause(left):
                return Phrase(left, last + 1, several=True)
        return phrase

    def _pronoun(self, at: int, depth: int) -> Phrase | None:
        tokens = self.tokens
        if tokens[at].low != "who":
            return Phrase(at, at + 1, pronoun=tokens[at].low)
        before = at - 1 if at and tokens[at - 1].is_mark(",–") else at
        antecedent = self.before(before, depth + 1)
        return antecedent.extended(at + 1) if antecedent is not None else None

    def _skip_time(self, last: int) -> int:
        """Step back over "on Sunday", "late Thursday", "last week"."""
        tokens = self.tokens
        at = last
        while at >= 0 and (tokens[at].low in TIME_WORDS or tokens[at].low.isdigit()):
            at -= 1
        if at == last:
            return last
        if tokens[at + 1].low.isdigit() and at + 1 == last:
            return last
        while at >= 0 and tokens[at].low in TIME_OPENERS:
            at -= 1
        return at

    def _base_start(self, last: int) -> int | None:
        """Return where a phrase that ends with token `last` begins, None where none does."""
        tokens = self.tokens
        if not (tokens[last].mention or self.is_nominal(last) or tokens[last].low in _LONE):
            return None
        at = last
        while at > 0 and last - at < _LONGEST_BASE:
            token = tokens[at - 1]
            if token.mention is not None or token.kind == "possessive":
                at -= 1
            elif token.is_word and token.low in DETERMINERS:
                at -= 1
                if token.low in ARTICLES | POSSESSIVES:
                    break
            elif self.is_nominal(at - 1):
                at -= 1
            else:
                break
        return at

    def _person_in(self, start: int, last: int) -> Phrase | None:
        """Return the person that a base ends with; what stands before it is a title, or is not."""
        mention = self.tokens[last].mention
        if mention is None or mention.type != "PERSON":
            return None
        return Phrase(start, last + 1, mention=mention)

    def _is_subject(self, phrase: Phrase, behind: int) -> bool:
        """Say whether a phrase, and not words that happen to stand there, is the subject."""
        if phrase.mention is not None:
            return True
        noun = phrase.noun or ""
        first = self.tokens[phrase.start]
        if speaks(noun):
            return phrase.end - phrase.start < _LONGEST_BASE
        determined = first.low in DETERMINERS or first.mention is not None
        if determined:
            return phrase.end - phrase.start <= 5 and not noun.endswith(("ed", "ing"))
        head = self.tokens[phrase.end - 1]
        if head.capital or (head.low[0].isdigit() and head.low[-1].isalpha()):
            return True  # "7radio"
        return noun.endswith("s") and self._begins_clause(phrase.start)

    def _begins_clause(self, at: int) -> bool:
        if at == 0:
            return True
        token = self.tokens[at - 1]
        return (
            token.kind in ("mark", "quotation") or token.low in CONJUNCTIONS or token.low in ADVERBS
        )

    def _climbed(self, preposition: int, last: int, depth: int) -> Phrase | None:
        """Step over "for the ministry" to the head before it."""
        tokens = self.tokens
        if tokens[preposition].low in ("after", "before", "since", "until", "than"):
            return self._person_in(preposition + 1, last) or self.headed(preposition + 1, last + 1)
        if preposition == 0 or tokens[preposition].low not in COMPLEMENTS:
            return self._after_adjunct(preposition, last)
        before = tokens[preposition - 1]
        if before.kind in ("mark", "quotation", "possessive") or before.low in CONJUNCTIONS:
            return self._after_adjunct(preposition, last)
        stop = preposition - (before.low in _POSTPOSED)
        head = self.before(stop, depth + 1)
        if head is None or head.end != stop:
            return None
        if head.mention is not None and head.mention.type == "PERSON":
            return head.extended(last + 1)
        return replace(head, end=last + 1, complements=True)

    def _after_adjunct(self, preposition: int, last: int) -> Phrase | None:
        """Tell the subject from an adjunct before it: "In Kabul Smith said"."""
        tokens = self.tokens
        mention = tokens[last].mention
        if mention is None or mention.type not in ("PERSON", "ORG") or last - preposition < 2:
            return None
        if tokens[last - 1].mention is None and not tokens[last - 1].low.isdigit():
            return None
        return Phrase(last, last + 1, mention=mention)

    def _before_bracket(self, last: int, depth: int) -> Phrase | None:
        tokens = self.tokens
        for at in range(last - 1, max(-1, last - LONGEST), -1):
            if tokens[at].is_mark("(["):
                return self.before(at, depth + 1)
        return None

    def bracketed_start(self, start: int) -> int:
        """Return where "Velm (Securities) Ltd analyst Ann Lee" begins, given where "Ltd" does."""
        tokens = self.tokens
        if start == 0 or not tokens[start - 1].is_mark(")]"):
            return start
        for at in range(start - 2, max(0, start - LONGEST), -1):
            if tokens[at].is_mark("(["):
                begins = self._base_start(at - 1)
                return start if begins is None else begins
        return start

    def _before_parenthesis(self, last: int, depth: int) -> Phrase | None:
        """Step over "…, the ministry's spokesman," or read the person who is put to a role."""
        tokens = self.tokens
        sign = tokens[last].low
        opening = next(
            (
                at
                for at in range(last - 1, max(-1, last - LONGEST), -1)
                if tokens[at].is_mark(sign) or tokens[at].kind == "quotation"
            ),
            None,
        )
        if opening is None or tokens[opening].kind == "quotation":
            lone = self.before(last, depth + 1) if sign == "," else None
            if lone is None or lone.mention is None or lone.mention.type != "PERSON":
                return None
            return lone.extended(last + 1) if lone.start in (0, (opening or -1) + 1) else None
        listed = self._before_list(opening, last)
        if listed is not None:
            return listed
        outer = self.before(opening, depth + 1)
        inner = self._whole_person(opening + 1, last)
        if inner is not None and (outer is None or outer.noun is not None):
            start = outer.start if outer is not None else opening + 1
            return Phrase(start, last + 1, mention=inner)
        if outer is None:
            named = self.forward(opening + 1)
            fits = named is not None and named.end == last and tokens[last - 1].capital
            return named.extended(last + 1) if named is not None and fits else None
        if inner is None and not self._is_parenthesis(opening + 1, last):
            return None
        return outer.extended(last + 1)

    def _before_list(self, opening: int, last: int) -> Phrase | None:
        """Return the person before a role that has commas: "Ann Lee, minister of food, …, said"."""
        tokens = self.tokens
        if self._is_person(opening - 1):
            return None
        at = opening
        for _ in range(DEEPEST):
            at = next(
                (
                    i
                    for i in range(at - 1, max(-1, at - LONGEST), -1)
                    if tokens[i].kind in ("mark", "quotation")
                ),
                -1,
            )
            if at < 1 or not tokens[at].is_mark(","):
                return None
            if self._is_person(at - 1):
                role = self.forward(at + 1)
                fits = role is not None and role.noun is not None and is_person_noun(role.noun)
                if not fits or self._has_verb(at + 1, last):
                    return None
                return Phrase(at - 1, last + 1, mention=tokens[at - 1].mention, named=at)
        return None

    def _has_verb(self, start: int, end: int) -> bool:
        return any(t.is_word and t.low in FINITE for t in self.tokens[start:end])

    def _whole_person(self, start: int, end: int) -> Mention | None:
        phrase = self.forward(start)
        if phrase is None or phrase.mention is None or phrase.mention.type != "PERSON":
            return None
        return phrase.mention if phrase.end == end else None

    def _is_parenthesis(self, start: int, end: int) -> bool:
        """Say whether what stands between two commas describes what stands before them."""
        if start >= end:
            return False
        token = self.tokens[start]
        low = token.low
        return (
            low in DETERMINERS
            or low in RELATIVES
            or low in PREPOSITIONS
            or is_adverb(low)
            or low in _CONNECTED
            or low.isdigit()
            or low.endswith(("ing", "ed", "born"))
            or token.mention is not None
            or any(t.is_word and speaks(t.low) for t in self.tokens[start:end])
        )


# Adjectives behind their noun: "sources close to the family".
_POSTPOSED = word_set("close familiar loyal linked related involved aware responsible based")
_LONE = word_set("some others many those both one all")
_CONNECTED = word_set("when while if as who based known born himself herself itself")
