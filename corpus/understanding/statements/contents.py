"""What is said: which tokens of a frame are the content of an attribution."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.understanding.statements.attributions import Attribution
from corpus.understanding.statements.phrases import Phrases
from corpus.understanding.statements.tokens import Token
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.statements.words import (
    ADDRESSEES,
    CONJUNCTIONS,
    DETERMINERS,
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

# Verbs of promises and warnings: "vowed to “fight on”".
_MAY_ADDRESS = word_set("warn caution promise")
_OF_ACTS = word_set(
    "warn vow pledge promise threaten urge demand express deny admit acknowledge confirm protest"
)
_NOT_FINITE = word_set("be been being having")
_SUBJECTS = word_set("he she it they we there this these those i you")
_FAR = 40
_CLAUSE = 16
_LEAST = 2
_MOST_NESTED = 12  # attributions inside the content of one
_LONGEST_DATELINE = 9
_TERMINAL = (",", ".", "!", "?", "…", "-", "—", "–")


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens `[start, end)` that an attribution gives the content of.

    A direct one is a single quotation.
    """

    start: int
    end: int
    direct: bool


class Contents:
    """The contents of the attributions of one frame."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        phrases: Phrases,
        attributions: Sequence[Attribution],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.phrases = phrases
        self.attributions = attributions
        self.used: list[int] = []
        """The numbers of the attributions whose content was taken, in order."""
        self.citing = [
            at
            for at in range(1, len(tokens))
            if tokens[at].low in ("citing", "quoting") and tokens[at - 1].is_mark(",")
        ]
        """The tokens at which ", citing Russian estimates" begins."""

    # After the attribution.

    def after(self, number: int) -> Content | None:
        """Return what follows an attribution as its content."""
        attribution = self.attributions[number]
        verb = attribution.verb
        if verb.fragment:
            return self._fragment(number)
        if attribution.verb.lemma == "according":
            return self._after_according(number)
        at = attribution.right
        limit = self._limit(number)
        if attribution.inverted:
            return self._quoted_further(at, limit)
        if verb.lemma in _MAY_ADDRESS:
            told = self.phrases.forward(at)
            if told is not None and told.end < limit and self.tokens[told.end].low == "that":
                return self._clause(told.end + 1, limit)
        if verb.addressee or verb.question:
            at = self._after_addressee(at, addressed=verb.addressee)
        found = self._after_adjuncts(number, at, limit)
        if found is None and verb.lemma in _OF_ACTS and attribution.subject is not None:
            return self._fragment(number)
        return found

    def _limit(self, number: int) -> int:
        """Return where at the latest the content ends: where another attribution takes over."""
        tokens = self.tokens
        size = self._before_citing(self.attributions[number].right)
        for other in self.attributions[number + 1 : number + 1 + _MOST_NESTED]:
            if other.left >= size:
                break
            before = tokens[other.left - 1] if other.left else None
            if other.subject is None:
                if other.left > self.attributions[number].right:
                    return other.left
                continue
            if before is None:
                continue
            if before.is_mark(",;–") or before.kind == "quotation":
                return other.left - (before.kind == "mark")
            if before.low in ("while", "but", "and", "whereas", "although", "as"):
                back = other.left - 1
                if back and tokens[back - 1].is_mark(",;–"):
                    return back - 1
        return size

    def _before_citing(self, start: int) -> int:
        """Return where ", citing Russian estimates" begins behind a token, else the frame's end."""
        at = bisect_right(self.citing, start)
        return self.citing[at] - 1 if at < len(self.citing) else len(self.tokens)

    def _after_addressee(self, at: int, *, addressed: bool) -> int:
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
        while end < len(tokens) and (
            (tokens[end].low in ADDRESSEES and tokens[end].low not in _SUBJECTS)
            or tokens[end].low.isdigit()
        ):
            end += 1
        return end

    def _after_adjuncts(self, number: int, at: int, limit: int) -> Content | None:
        """Step over "on Sunday", "in a statement" to the clause or the quotation."""
        tokens, verb = self.tokens, self.attributions[number].verb
        first = at
        aside = False
        while at < min(limit, first + _FAR):
            token = tokens[at]
            if token.kind == "quotation":
                return self._from_quotation(at, limit, loud=at > first)
            if token.is_mark(":"):
                if at + 1 < limit and tokens[at + 1].kind == "quotation":
                    return self._from_quotation(at + 1, limit, loud=True)
                return self._clause(at + 1, limit) if verb.free else None
            if token.is_mark(",–"):
                following = self._after_comma(at, limit)
                if following is None:
                    return None
                if tokens[following].kind == "quotation":
                    return self._from_quotation(following, limit, loud=True)
                at, aside = following, True
                continue
            if token.kind == "mark":
                if token.is_mark("(["):
                    closing = self._closing(at, limit)
                    if closing is None:
                        return None
                    at = closing + 1
                    continue
                return None
            if token.low == "that":
                return self._clause(at + 1, limit) if verb.clause else None
            if verb.question and token.low in (
                "whether",
                "if",
                "how",
                "why",
                "what",
                "who",
                "when",
            ):
                return self._clause(at, limit)
            adjunct = self._adjunct_end(at, limit)
            if adjunct is not None:
                at = adjunct
                continue
            if verb.lemma == "express":
                at += 1
                if at > first + 4:
                    return None
                continue
            if not self._may_begin_clause(
                at,
                limit,
                loose=verb.free or (verb.addressee and at > self.attributions[number].right),
                bare=verb.bare,
            ):
                return self._quotation_ahead(at, limit) if aside or verb.free else None
            return self._clause(at, limit)
        return None

    def _after_comma(self, at: int, limit: int) -> int | None:
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

    def _closing(self, at: int, limit: int) -> int | None:
        return next(
            (i for i in range(at, min(limit, at + _FAR)) if self.tokens[i].is_mark(")]")), None
        )

    def _adjunct_end(self, at: int, limit: int) -> int | None:
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
        if token.low not in PREPOSITIONS or at + 1 >= limit:
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

    def _may_begin_clause(self, at: int, limit: int, *, loose: bool, bare: bool) -> bool:
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
        if token.low in PREPOSITIONS:
            return self._has_finite_verb(at, limit)
        quoted = any(t.kind == "quotation" for t in tokens[at : at + _LEAST + 1])
        return self._has_finite_verb(at, limit) or (loose and (quoted or limit - at > _LEAST))

    def _has_finite_verb(self, at: int, limit: int) -> bool:
        """Say whether a finite verb follows before anything that would make it another clause's."""
        for token in self.tokens[at : min(limit, at + _CLAUSE)]:
            if token.kind == "mark" or token.low in RELATIVES:
                return False
            if token.is_word and token.low in FINITE and token.low not in _NOT_FINITE:
                return True
        return False

    def _quotation_ahead(self, at: int, limit: int) -> Content | None:
        """Return a quotation that a colon or comma introduces further on in the same clause."""
        tokens = self.tokens
        for other in range(at, min(limit, at + _FAR)):
            if tokens[other].kind == "quotation":
                if tokens[other - 1].is_mark(":,") and self._is_utterance(other):
                    return self._from_quotation(other, limit, loud=True)
                return None
        return None

    def _quoted_further(self, at: int, limit: int) -> Content | None:
        """Return the quotation that goes on after "…, said Smith, who was there,"."""
        tokens = self.tokens
        for other in range(at, limit):
            if tokens[other].kind == "quotation":
                if tokens[other - 1].is_mark(":,") or other == at:
                    return self._from_quotation(other, limit, loud=True)
                return None
        return None

    def _is_utterance(self, at: int) -> bool:
        """Say whether a quotation is a whole utterance: it ends like one, or was never closed."""
        quotation = self.tokens[at].quotation
        assert quotation is not None
        words = quotation.content.cut(self.text).strip()
        return not quotation.closed or words.endswith(_TERMINAL) or words[:1].isupper()

    def _from_quotation(self, at: int, limit: int, *, loud: bool) -> Content | None:
        """Return the quotation at a token, or the clause that begins with it."""
        tokens = self.tokens
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        ends = (
            after is None
            or at + 1 >= limit
            or after.kind in ("mark", "quotation")
            or after.low
            in ("and", "but", "as", "when", "while", "in", "on", "at", "after", "adding")
        )
        if ends or (loud and self._is_utterance(at)):
            return Content(at, at + 1, direct=True)
        return self._clause(at, limit)

    def _clause(self, start: int, limit: int) -> Content | None:
        """Return the clause that begins at a token; one that is a quotation alone is direct."""
        tokens = self.tokens
        end = min(limit, len(tokens))
        if start == 0:
            start = self._after_dateline(end)
        while start < end and tokens[start].is_mark(",–"):
            start += 1
        while end > start and (tokens[end - 1].is_mark(",;:–") or tokens[end - 1].low in _LINKS):
            end -= 1
        if end - start == 1 and tokens[start].kind == "quotation":
            return Content(start, end, direct=True)
        if end - start < _LEAST:
            return None
        return Content(start, end, direct=False)

    def _after_dateline(self, end: int) -> int:
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

    def _fragment(self, number: int) -> Content | None:
        """Return "it a “farce”" of "called it a “farce”": the object, if something is quoted."""
        attribution = self.attributions[number]
        limit = self._limit(number)
        first = self.tokens[attribution.right] if attribution.right < limit else None
        if first is None or (attribution.verb.fragment and not _may_be_object(first)):
            return None
        for at in range(attribution.right, min(limit, attribution.right + _FAR)):
            token = self.tokens[at]
            if token.kind == "quotation":
                return self._clause(attribution.right, self._fragment_end(at, limit))
            if token.is_mark(";:") or token.low in RELATIVES:
                return None
        return None

    def _fragment_end(self, at: int, limit: int) -> int:
        """Return where the clause of a quoted phrase ends."""
        for other in range(at + 1, limit):
            token = self.tokens[other]
            if token.kind == "mark" or token.low in ("and", "but", "while", "who", "which"):
                return other
        return limit

    def _after_according(self, number: int) -> Content | None:
        """Return the clause after "According to X,"."""
        attribution, tokens = self.attributions[number], self.tokens
        if any(
            t.is_word and t.low not in CONJUNCTIONS and not is_adverb(t.low)
            for t in tokens[: attribution.left]
        ):
            return None
        for at in range(attribution.right, min(len(tokens), attribution.right + _FAR)):
            if tokens[at].is_mark(","):
                if at + 1 < len(tokens) and tokens[at + 1].low in RELATIVES:
                    continue
                return self._clause(at + 1, self._limit(number))
            if tokens[at].kind == "quotation":
                return Content(at, at + 1, direct=True)
        return None

    # Before the attribution.

    def before(self, number: int, *, alone: bool) -> Content | None:
        """Return what precedes an attribution as its content.

        `alone` says that nothing follows it as its content; a clause precedes only then.
        """
        attribution, tokens = self.attributions[number], self.tokens
        at = attribution.left - 1
        comma = at >= 0 and tokens[at].is_mark(",–")
        if comma:
            at -= 1
        if at < 0:
            return None
        start = self._left_limit(number)
        if tokens[at].kind == "quotation":
            return self._quoted_before(at, start, number, alone=alone)
        if not alone or attribution.subject is None or attribution.verb.fragment:
            return None
        if not (comma or attribution.verb.lemma == "according") or not attribution.verb.trailing:
            return None
        if not self.is_over(number):
            return self._around(number, start) if comma else None
        return self._clause(start, at + 1)

    def _quoted_before(self, at: int, start: int, number: int, *, alone: bool) -> Content | None:
        tokens = self.tokens
        verb = self.attributions[number].verb
        before = tokens[at - 1] if at > start else None
        begins = (
            before is None
            or before.kind == "quotation"
            or before.is_mark(":;")
            or (before.is_mark(",–") and self._is_utterance(at))
            or (before.low in ("and", "but") and at - 1 == start)
        )
        if begins:
            return Content(at, at + 1, direct=True)
        if not alone or self.attributions[number].subject is None or verb.fragment:
            return None
        return self._clause(start, at + 1) if self.is_over(number) else None

    def _left_limit(self, number: int) -> int:
        """Return the first token that may belong to a content before an attribution."""
        return self.attributions[self.used[-1]].right if self.used else 0

    def phrase_end(self, number: int) -> int:
        """Return where an attribution ends: behind whoever is told."""
        attribution = self.attributions[number]
        if not attribution.verb.addressee:
            return attribution.right
        return self._after_addressee(attribution.right, addressed=True)

    def is_over(self, number: int) -> bool:
        """Say whether nothing but adjuncts follows an attribution."""
        tokens, at = self.tokens, self.phrase_end(number)
        if at >= len(tokens):
            return True
        if tokens[at].low == "to":
            return not self.attributions[number].verb.addressee
        token = tokens[at]
        if token.is_mark(","):
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if after is not None and self.attributions[number].inverted:
                return after.low not in FINITE
            return after is None or (
                after.is_word
                and (
                    after.low in PREPOSITIONS | RELATIVES | {"and", "but", "while", "as"}
                    or after.low in DETERMINERS
                    or after.low.endswith("ing")
                )
            )
        return (
            token.is_mark(";:–(")
            or token.low in PREPOSITIONS
            or token.low in TIME_WORDS | TIME_OPENERS
            or token.low in ("who", "when", "while", "and", "but", "as")
            or is_adverb(token.low)
            or (token.is_word and token.low.endswith("ing"))
        )

    def _around(self, number: int, start: int) -> Content | None:
        """Return the clause around "…, he said, …"."""
        attribution, tokens = self.attributions[number], self.tokens
        at = attribution.right
        if at >= len(tokens) or not tokens[at].is_mark(",–"):
            return None
        return self._clause(start, self._limit(number))


def _may_be_object(token: Token) -> bool:
    """Say whether an object begins: "links called “trackers”", "accused of" have none."""
    return token.kind in ("word", "mention") and token.low not in PREPOSITIONS | {"as"}


_LINKS = word_set("and but while whereas or as")
