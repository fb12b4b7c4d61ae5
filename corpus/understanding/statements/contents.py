"""What is said: which tokens of a frame are the content of an attribution."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.understanding.statements.adjuncts import Adjuncts
from corpus.understanding.statements.attributions import Attribution
from corpus.understanding.statements.phrases import Phrases
from corpus.understanding.statements.tokens import Token
from corpus.understanding.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
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
_FAR = 40
_LEAST = 2
_MOST_NESTED = 12  # attributions inside the content of one
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
        self.adjuncts = Adjuncts(text, tokens, phrases)
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
        if verb.addressee and at < limit and self.tokens[at].low == "that":
            return None  # nobody is told: "rules assure that"
        if verb.addressee or verb.question:
            at = self.adjuncts.after_addressee(at, addressed=verb.addressee)
        found = self._after_adjuncts(number, at, limit)
        if found is None and verb.lemma in _OF_ACTS and attribution.subject is not None:
            return self._fragment(number)
        return found

    def _limit(self, number: int) -> int:
        """Return where at the latest the content ends: where another attribution takes over."""
        tokens = self.tokens
        size = self._before_citing(self.attributions[number].right)
        subject = self.attributions[number].subject
        if subject is not None and tokens[subject.end - 1].low == "who":
            # "Ann Lee, who says it is closed, came": the clause ends with its relative clause.
            right = self.attributions[number].right
            size = next((i for i in range(right, size) if tokens[i].is_mark(",")), size)
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
                if before.low == "but":
                    return back
        return size

    def _before_citing(self, start: int) -> int:
        """Return where ", citing Russian estimates" begins behind a token, else the frame's end."""
        at = bisect_right(self.citing, start)
        return self.citing[at] - 1 if at < len(self.citing) else len(self.tokens)

    def _after_adjuncts(self, number: int, at: int, limit: int) -> Content | None:
        """Step over "on Sunday", "in a statement" to the clause or the quotation."""
        tokens, verb = self.tokens, self.attributions[number].verb
        first = at
        aside = False
        while at < min(limit, first + _FAR):
            token = tokens[at]
            if token.kind == "quotation":
                content = self._from_quotation(at, limit, loud=at > first)
                # "agreed “tentative” ranges" has an object, and no clause.
                clause = verb.free or verb.bare
                return content if content is None or content.direct or clause else None
            if token.is_mark(":"):
                if at + 1 < limit and tokens[at + 1].kind == "quotation":
                    return self._from_quotation(at + 1, limit, loud=True)
                return self._clause(at + 1, limit) if verb.free else None
            if token.is_mark(",–"):
                following = self.adjuncts.after_comma(at, limit)
                if following is None:
                    return None
                if tokens[following].kind == "quotation":
                    return self._from_quotation(following, limit, loud=True)
                at, aside = following, True
                continue
            if token.kind == "mark":
                if token.is_mark("(["):
                    closing = self.adjuncts.closing(at, limit)
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
            adjunct = self.adjuncts.after_adjunct(at, limit)
            if adjunct is not None:
                at = adjunct
                continue
            if verb.lemma == "express":
                at += 1
                if at > first + 4:
                    return None
                continue
            if not self.adjuncts.may_begin_clause(
                at,
                limit,
                loose=verb.free or (verb.addressee and at > self.attributions[number].right),
                bare=verb.bare,
            ):
                return self._quotation_ahead(at, limit) if aside or verb.free else None
            return self._clause(at, limit)
        return None

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
            start = self.adjuncts.after_dateline(end)
        while start < end and tokens[start].is_mark(",–"):
            start += 1
        while end > start and (tokens[end - 1].is_mark(",;:–") or tokens[end - 1].low in _LINKS):
            end -= 1
        if end - start == 1 and tokens[start].kind == "quotation":
            return Content(start, end, direct=True)
        if end - start < _LEAST:
            return None
        return Content(start, end, direct=False)

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
        return self.adjuncts.after_addressee(attribution.right, addressed=True)

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
