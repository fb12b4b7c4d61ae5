"""Who a pronoun or a role means: the persons and bodies that the text has spoken of so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.understanding.analysis import Mention, Speaker
from corpus.understanding.statements.people import Gender, People, gender_of_words
from corpus.understanding.statements.phrases import Phrase
from corpus.understanding.statements.speakers import (
    DOCUMENTS,
    is_body_noun,
    is_person_noun,
    is_plural,
    singular,
)
from corpus.understanding.statements.tokens import Frame, Token
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.statements.words import ARTICLES, DEFINITE, PREPOSITIONS
from corpus.understanding.word_set import word_set

_WINDOW = 5  # frames that a pronoun reaches back
_PARAGRAPHS = 2
_NEAR = 150  # code points before a name that tell whether an adjunct names it
_ROLE_WINDOW = 40  # mentions of persons that a role reaches back
_WORD_BEFORE = re.compile(r"([^\W_]+)\s+$")
_COMPANIES = word_set("company firm group corporation")
_RECEIVED = word_set("seen obtained reviewed viewed received read heard examined verified")


@dataclass(frozen=True, slots=True)
class Said:
    """A speaker with what is known for telling whether a later word means the same one."""

    speaker: Speaker
    kind: str
    gender: Gender | None
    several: bool
    noun: str | None
    frame: int
    paragraph: int


class Discourse:
    """What has been spoken of; frames and statements are told to it in the order of the text."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        self._said: list[Said] = []
        self._spoken: dict[str, Said] = {}
        self._frames: list[tuple[int, tuple[Mention, ...]]] = []
        self._persons: list[Mention] = []
        self._bodies: list[Mention] = []

    def begin(self, frame: Frame, named: Sequence[Mention]) -> None:
        """Take the next frame into account; `named` are its mentions outside quotations."""
        self._frames.append((frame.paragraph, tuple(named)))
        self._persons += [m for m in named if m.type == "PERSON"]
        self._bodies += [m for m in named if m.type == "ORG"]

    @property
    def last(self) -> Said | None:
        """Whoever spoke last."""
        return self._said[-1] if self._said else None

    @property
    def number(self) -> int:
        """The number of the frame that was begun last."""
        return len(self._frames) - 1

    def heard(self, said: Said) -> None:
        """Take a speaker into account."""
        self._said.append(said)
        if said.kind == "ORG" and said.speaker.entity is not None:
            self._spoken[said.speaker.entity] = said

    def goes_on(self, said: Said, frame: Frame) -> None:
        """Take into account that a speaker goes on in the present frame."""
        self._said.append(replace(said, frame=self.number, paragraph=frame.paragraph))

    def alternates(self) -> bool:
        """Say whether two speak by turns, so that it may be the other one's turn."""
        recent = [s for s in self._said[-3:] if s.frame >= self.number - 4]
        names = [s.speaker.entity or s.speaker.name.lower() for s in recent]
        return len(names) == 3 and names[0] == names[2] != names[1]

    def speaker_of(self, phrase: Phrase, tokens: Sequence[Token], frame: Frame) -> Said | None:
        """Return who a noun phrase of the present frame means."""
        if phrase.several:
            return self._as_words(phrase, tokens, frame, several=True)
        if phrase.mention is not None:
            return self._as_entity(phrase.mention, frame)
        if phrase.pronoun is not None:
            return self._by_pronoun(phrase, tokens, frame)
        return self._by_noun(phrase, tokens, frame)

    def _as_entity(self, mention: Mention, frame: Frame, at: Token | None = None) -> Said:
        start, end = (at.start, at.end) if at is not None else (mention.start, mention.end)
        person = mention.type == "PERSON"
        return Said(
            Speaker(mention.name, mention.entity, start, end),
            mention.type,
            self._people.gender(mention) if person else None,
            mention.type == "NORP",
            None,
            self.number,
            frame.paragraph,
        )

    def _as_words(
        self, phrase: Phrase, tokens: Sequence[Token], frame: Frame, *, several: bool = False
    ) -> Said:
        first = phrase.start
        last = phrase.named or phrase.end
        while first < last - 1 and tokens[first].low in ARTICLES:
            first += 1
        start, end = tokens[first].start, tokens[last - 1].end
        words = " ".join(self._text[start:end].split())
        noun = phrase.noun
        low = [token.low for token in tokens[phrase.start : last]]
        several = several or (noun is not None and is_plural(noun))
        kind = "PERSON" if noun is not None and is_person_noun(noun) else "BODY"
        return Said(
            Speaker(words, None, start, end),
            "WORDS" if noun is None else kind,
            gender_of_words(low),
            several,
            None if noun is None else singular(noun),
            self.number,
            frame.paragraph,
        )

    def _again(self, said: Said, token: Token, end: Token, frame: Frame) -> Said:
        """Return an earlier speaker, now named by other words."""
        speaker = replace(said.speaker, start=token.start, end=end.end)
        return replace(said, speaker=speaker, frame=self.number, paragraph=frame.paragraph)

    # Pronouns.

    def _by_pronoun(self, phrase: Phrase, tokens: Sequence[Token], frame: Frame) -> Said | None:
        token = tokens[phrase.start]
        word = phrase.pronoun
        if word in ("he", "she"):
            gender: Gender = "male" if word == "he" else "female"
            found = self._person(gender, token, frame)
        else:
            found = self._body(token, frame, several=word == "they")
        if found is not None:
            return self._again(found, token, token, frame)
        speaker = Speaker(token.low, None, token.start, token.end)
        several = word == "they"
        kind = "PERSON" if word in ("he", "she") else "WORDS"
        known: Gender | None = {"he": "male", "she": "female"}.get(token.low)  # type: ignore[assignment]
        return Said(speaker, kind, known, several, None, self.number, frame.paragraph)

    def _person(self, gender: Gender, token: Token, frame: Frame) -> Said | None:
        """Return the person that "he" or "she" means: whoever the text was about last."""
        others: dict[str, Mention] = {}
        for number in range(self.number, max(-1, self.number - _WINDOW - 1), -1):
            paragraph, named = self._frames[number]
            if frame.paragraph - paragraph > _PARAGRAPHS:
                break
            persons = [m for m in named if m.type == "PERSON" and m.start < token.start]
            fitting = [m for m in persons if self._people.gender(m) in (gender, None)]
            said = self._said_in(number)
            if (
                said is not None
                and not said.several
                and said.kind in ("PERSON", "WORDS")
                and said.gender in (gender, None)
            ):
                return said
            subject = self._subject(fitting, frame if number == self.number else None)
            if subject is not None:
                return self._as_entity(subject, frame)
            if number < self.number:
                others |= {m.entity: m for m in fitting}
        if len(others) == 1:
            return self._as_entity(next(iter(others.values())), frame)
        return None

    def _said_in(self, frame: int) -> Said | None:
        """Return who spoke last in a frame."""
        for said in reversed(self._said):
            if said.frame <= frame:
                return said if said.frame == frame else None
        return None

    def _subject(self, persons: Sequence[Mention], present: Frame | None) -> Mention | None:
        """Return the one of a frame's persons that it is about, None where that is not clear.

        In the frame of the pronoun itself, `present`, that is only whom no adjunct names.
        """
        entities = {m.entity for m in persons}
        if not entities or (present is not None and len(entities) > 1):
            return None
        first = persons[0]
        start = first.title_span.start if first.title_span is not None else first.start
        if present is not None and self._in_adjunct(max(present.start, start - _NEAR), start):
            return None
        before = _WORD_BEFORE.search(self._text[max(0, start - 30) : start])
        if before is not None and before[1].lower() in PREPOSITIONS:
            return None
        if self._text[first.end : first.end + 2] in ("'s", "’s"):
            return None
        return first

    def _in_adjunct(self, start: int, end: int) -> bool:
        """Say whether the words before a name make it part of an adjunct: "asked about X"."""
        adjunct = False
        for word in self._text[start:end].lower().split():
            if word.endswith(",") or word == "that" or word in VERBS:
                adjunct = False
            elif word in PREPOSITIONS:
                adjunct = True
        return adjunct

    def _body(self, token: Token, frame: Frame, *, several: bool) -> Said | None:
        """Return the body that "it", or those that "they" means."""
        for said in reversed(self._said[-3:]):
            if self.number - said.frame > 3 or frame.paragraph - said.paragraph > _PARAGRAPHS:
                break
            if several:
                if said.several or said.kind in ("ORG", "NORP", "BODY"):
                    return said
            elif not said.several and said.kind in ("ORG", "PLACE", "BODY"):
                return said
        return None

    # Roles.

    def _by_noun(self, phrase: Phrase, tokens: Sequence[Token], frame: Frame) -> Said | None:
        noun = phrase.noun or ""
        author = self._author(phrase, tokens)
        if author is not None:
            return self._as_entity(author, frame)
        words = self._as_words(phrase, tokens, frame)
        if tokens[(phrase.named or phrase.end) - 1].capital and not phrase.complements:
            return self._surnamed(noun, words, frame) or words
        length = (phrase.named or phrase.end) - phrase.start
        definite = tokens[phrase.start].low in DEFINITE
        if not definite or phrase.complements or length > 4:
            return words
        first, last = tokens[phrase.start], tokens[(phrase.named or phrase.end) - 1]
        if is_person_noun(noun) and not is_plural(noun):
            found = self._person_called(noun, first.start, frame)
        elif is_body_noun(noun) and length == 2:
            found = self._body_called(noun, frame)
        else:
            found = None
        return (
            self._again(found, tokens[first_word(phrase, tokens)], last, frame) if found else words
        )

    def _surnamed(self, noun: str, words: Said, frame: Frame) -> Said | None:
        """Return the person whose surname a capitalised word is."""
        for mention in reversed(self._persons[-_ROLE_WINDOW:]):
            if mention.name.lower().split()[-1] == noun:
                found = self._as_entity(mention, frame)
                at = words.speaker
                return replace(found, speaker=replace(found.speaker, start=at.start, end=at.end))
        return None

    def _author(self, phrase: Phrase, tokens: Sequence[Token]) -> Mention | None:
        """Return whose statement or report it is: "a statement by the ministry"."""
        if phrase.noun not in DOCUMENTS:
            return None
        end = phrase.named or phrase.end
        for at in range(phrase.start, end - 1):
            after = tokens[at + 1]
            if tokens[at - 1].low in _RECEIVED:
                continue  # "a report by the board, seen by Reuters" is the board's
            if tokens[at].low in ("by", "from") and at + 1 < end:
                owner = after.mention or (
                    tokens[at + 2].mention if at + 2 < end and after.low == "the" else None
                )
                if owner is not None and owner.type in ("ORG", "PERSON"):
                    return owner
            if after.kind == "possessive" and tokens[at].mention is not None:
                owner = tokens[at].mention
                if owner is not None and owner.type in ("ORG", "PERSON"):
                    return owner
        return None

    def _person_called(self, noun: str, before: int, frame: Frame) -> Said | None:
        """Return the nearest speaker or person who was called by the noun of a role."""
        again = None
        for said in reversed(self._said[-8:]):
            if said.noun == noun and said.kind == "PERSON" and not said.several:
                again = said
                break
            if said.speaker.entity is not None:
                break
        if again is not None and again.speaker.entity is not None:
            return again
        since = again.speaker.start if again is not None else -1
        for mention in reversed(self._persons[-_ROLE_WINDOW:]):
            if mention.start < since:
                break  # whom the text names since, it may have meant; whom before, it did not
            if mention.start < before and self._people.is_called(mention, noun, before):
                return self._as_entity(mention, frame)
        return again

    def _body_called(self, noun: str, frame: Frame) -> Said | None:
        """Return the nearest organisation whose name has the noun; the only company that spoke."""
        for mention in reversed(self._bodies[-_ROLE_WINDOW:]):
            if noun in mention.name.lower().split():
                return self._as_entity(mention, frame)
        for said in reversed(self._said[-4:]):
            if said.noun == noun and said.kind == "BODY":
                return said
        if noun in _COMPANIES:
            return next(iter(self._spoken.values())) if len(self._spoken) == 1 else None
        return None


def first_word(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Return the first token of a phrase that is no article."""
    at = phrase.start
    while at < phrase.end - 1 and tokens[at].low in ARTICLES:
        at += 1
    return at
