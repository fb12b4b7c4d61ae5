"""The statements of an article: quotations and reporting verbs brought together with speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.span import Span
from corpus.understanding.analysis import Mention, Statement
from corpus.understanding.statements.attributions import Attribution, attributions_of
from corpus.understanding.statements.contents import Content, Contents
from corpus.understanding.statements.discourse import Discourse, Said
from corpus.understanding.statements.people import People
from corpus.understanding.statements.quotations import find_quotations
from corpus.understanding.statements.speakers import is_person_noun, speaks
from corpus.understanding.statements.subjects import Subjects
from corpus.understanding.statements.tokens import Frame, Token, frames_of, tokens_of
from corpus.understanding.statements.turns import turns
from corpus.understanding.statements.verbs import VERBS
from corpus.understanding.statements.words import PREPOSITIONS, is_adverb

_WORD = re.compile(r"According\b|[a-z]{3,}")
_CUES = frozenset(VERBS) | {"according", "According"}
_STOPS = (".", "!", "?", "…", ",", "-", "—", "–")
_MOST_NESTED = 12  # statements inside one another
_LEAST_WORDS = 2
_LEAST_PHRASE = 6  # words of a quotation whose stop stands outside its marks
_LONGEST_ADJUNCT = 30  # tokens


def find_statements(
    text: str,
    paragraphs: Sequence[Span],
    sentences: Sequence[Span],
    furniture: Sequence[Span],
    mentions: Sequence[Mention],
) -> tuple[Statement, ...]:
    """Return who says what in `text`, in the order of the contents.

    `paragraphs`, `sentences`, `furniture` and `mentions` are those of the analysis. What lies in
    furniture is left out.
    """
    quotations = find_quotations(text, paragraphs)
    named = [m for m in mentions if not m.in_furniture]
    starts = [m.start for m in named]
    last_furniture = sorted((span.start, span.end) for span in furniture)
    people = People(text, [m for m in named if m.type == "PERSON"])
    finder = _Finder(text, Discourse(text, people))
    at_furniture = 0
    for frame in frames_of(sentences, paragraphs, quotations):
        while at_furniture < len(last_furniture) and last_furniture[at_furniture][1] <= frame.start:
            at_furniture += 1
        if at_furniture < len(last_furniture) and last_furniture[at_furniture][0] < frame.end:
            continue
        here = named[bisect_left(starts, frame.start) : bisect_left(starts, frame.end)]
        finder.read(frame, here, speaks=bool(frame.quotations) or _has_cue(text, frame))
    quoted = {found.content.start for found in finder.found if found.direct}
    said = [
        one for one in turns(text, paragraphs, furniture, named) if one.content.start not in quoted
    ]
    return tuple(sorted((*finder.found, *said), key=lambda s: (s.content.start, s.content.end)))


def _has_cue(text: str, frame: Frame) -> bool:
    """Say whether a frame has a word that may be a cue."""
    return not _CUES.isdisjoint(_WORD.findall(text, frame.start, frame.end))


@dataclass(slots=True)
class _Made:
    """A statement that was made of a frame: its content, and its number among all."""

    content: Content
    number: int


@dataclass(slots=True)
class _Reading:
    """A frame while it is read, with the statements made of it so far."""

    frame: Frame
    tokens: Sequence[Token]
    phrases: Subjects
    attributions: Sequence[Attribution]
    citing: int | None
    made: list[_Made] = field(default_factory=list)

    def holds(self, at: int) -> _Made | None:
        """Return the latest statement whose content holds a token."""
        for made in reversed(self.made[-_MOST_NESTED:]):
            if made.content.start <= at < made.content.end:
                return made
        return None


class _Finder:
    """Reads frames in order and gathers the statements."""

    def __init__(self, text: str, discourse: Discourse) -> None:
        self.text = text
        self.discourse = discourse
        self.found: list[Statement] = []
        self._waiting: list[int] = []
        self._waiting_in = -1

    def read(self, frame: Frame, mentions: Sequence[Mention], *, speaks: bool) -> None:
        """Read one frame; `speaks` says that it has a quotation or a word that may be a cue."""
        if not speaks:
            self.discourse.begin(frame, mentions)
            return
        tokens = tokens_of(self.text, frame, mentions)
        self.discourse.begin(frame, [t.mention for t in tokens if t.mention is not None])
        phrases = Subjects(tokens)
        attributions = attributions_of(tokens, phrases)
        lows = [token.low for token in tokens]
        citing = lows.index("citing") if "citing" in lows else None
        reading = _Reading(frame, tokens, phrases, attributions, citing)
        self._attributed(reading)
        self._unattributed(reading)

    # With a cue.

    def _attributed(self, reading: _Reading) -> None:
        """Make the statements of a frame's attributions."""
        contents = Contents(self.text, reading.tokens, reading.phrases, reading.attributions)
        speaker: Said | None = None
        for number, attribution in enumerate(reading.attributions):
            after = contents.after(number)
            before = contents.before(number, alone=after is None)
            if before is not None and reading.holds(before.end - 1) is not None:
                # "Officials warned of a flood, the newspaper reported"
                self._passed_on(reading, attribution)
                continue
            if before is not None and after is not None and not after.direct:
                after = None
            pieces = [
                piece
                for piece in (before, after)
                if piece is not None
                and not (piece.direct and reading.holds(piece.start) is not None)
            ]
            if not pieces:
                self._bare(reading, contents, number)
                continue
            said = self._speaker(reading, attribution, speaker)
            if said is None and attribution.verb.fragment:
                continue
            via = self._via(reading, attribution)
            if said is not None and via == said.speaker.name:
                via = None
            for piece in pieces:
                self._add(reading, attribution, piece, said, via, contents.phrase_end(number))
            contents.used.append(number)
            if said is not None:
                speaker = said
                self.discourse.heard(said)

    def _speaker(
        self, reading: _Reading, attribution: Attribution, earlier: Said | None
    ) -> Said | None:
        if attribution.subject is not None:
            return self.discourse.speaker_of(attribution.subject, reading.tokens, reading.frame)
        return earlier if earlier is not None else self._frame_subject(reading, attribution.cue)

    def _frame_subject(self, reading: _Reading, end: int) -> Said | None:
        """Return who the frame is about, for a verb that names no subject of its own."""
        tokens = reading.tokens
        at = 0
        if tokens[0].low in PREPOSITIONS or tokens[0].low.endswith("ing"):
            comma = next(
                (i for i in range(min(end, _LONGEST_ADJUNCT)) if tokens[i].is_mark(",")), None
            )
            if comma is None:
                return None
            at = comma + 1
        while at < end and (tokens[at].low in ("and", "but") or is_adverb(tokens[at].low)):
            at += 1
            if at < end and tokens[at].is_mark(","):
                at += 1
        phrase = reading.phrases.forward(at)
        if phrase is None or phrase.end > end or phrase.pronoun in ("i", "we", "you", "who"):
            return None
        if phrase.noun is not None and not (speaks(phrase.noun) or tokens[phrase.end - 1].capital):
            return None
        return self.discourse.speaker_of(phrase, tokens, reading.frame)

    def _via(self, reading: _Reading, attribution: Attribution) -> str | None:
        """Return whose report a statement is taken from, where the frame says so."""
        tokens, phrases = reading.tokens, reading.phrases
        phrase = attribution.via
        if phrase is None:
            outer = reading.holds(attribution.cue)
            if outer is not None:
                speaker = self.found[outer.number].speaker
                return speaker.name if speaker is not None else None
            at = reading.citing
            if at is not None and reading.holds(at) is None:
                phrase = phrases.forward(at + 1)
        if phrase is None:
            return None
        passed_on = self.discourse.speaker_of(phrase, tokens, reading.frame)
        return passed_on.speaker.name if passed_on is not None else None

    def _passed_on(self, reading: _Reading, attribution: Attribution) -> None:
        """Give the statement before ", the newspaper reported" whoever passes it on."""
        if not reading.made or attribution.subject is None:
            return
        number = reading.made[-1].number
        said = self.discourse.speaker_of(attribution.subject, reading.tokens, reading.frame)
        speaker = self.found[number].speaker
        if said is None or speaker is None or said.speaker.name == speaker.name:
            return
        if self.found[number].via is None:
            self.found[number] = replace(self.found[number], via=said.speaker.name)

    def _bare(self, reading: _Reading, contents: Contents, number: int) -> None:
        """Read an attribution without content: of a quotation before it, or of another's words."""
        attribution = reading.attributions[number]
        if attribution.subject is None or not contents.is_over(number):
            return
        before = reading.tokens[attribution.left - 1] if attribution.left else None
        if before is not None and before.is_mark(",") and reading.made:
            self._passed_on(reading, attribution)
        elif before is None and self._waiting_in == reading.frame.paragraph and self._waiting:
            said = self.discourse.speaker_of(attribution.subject, reading.tokens, reading.frame)
            cue = self._cue(reading, attribution)
            for waiting in self._waiting:
                self.found[waiting] = replace(
                    self.found[waiting], speaker=said.speaker if said else None, cue=cue
                )
            if said is not None:
                self.discourse.heard(said)

    def _add(
        self,
        reading: _Reading,
        attribution: Attribution,
        content: Content,
        said: Said | None,
        via: str | None,
        right: int,
    ) -> None:
        tokens = reading.tokens
        first, last = tokens[content.start], tokens[content.end - 1]
        cue = self._cue(reading, attribution)
        start = min(first.start, cue.start)
        end = max(last.end, cue.end, tokens[right - 1].end)
        if attribution.subject is not None and said is not None:
            start, end = min(start, said.speaker.start), max(end, said.speaker.end)
        statement = Statement(
            start=max(start, reading.frame.start),
            end=end,
            speaker=said.speaker if said is not None else None,
            via=via,
            cue=cue,
            content=self._content(first, last, direct=content.direct),
            direct=content.direct,
        )
        reading.made.append(_Made(content, len(self.found)))
        self.found.append(statement)

    def _cue(self, reading: _Reading, attribution: Attribution) -> Span:
        tokens = reading.tokens
        return Span(tokens[attribution.cue].start, tokens[attribution.cue_end - 1].end)

    def _content(self, first: Token, last: Token, *, direct: bool) -> Span:
        """Return the span of a content: of a quotation, what stands inside its marks."""
        if direct and first.quotation is not None:
            return _trimmed(self.text, first.quotation.content)
        return Span(first.start, last.end)

    # Without a cue.

    def _unattributed(self, reading: _Reading) -> None:
        """Make statements of quotations that stand alone, or that a colon introduces."""
        tokens = reading.tokens
        alone = all(t.quotation is not None or t.kind == "mark" for t in tokens)
        waiting: list[int] = []
        for at, token in enumerate(tokens):
            if token.quotation is None or reading.holds(at) is not None:
                continue
            if not self._is_utterance(token):
                continue
            cue: Span | None = None
            gesture = self._gesture(reading, at) if at == 0 else None
            if gesture is not None:
                said, cue = gesture
            elif alone:
                said = self._goes_on(reading.frame) if at == 0 else self.discourse.last
                if said is None and self._is_short(token):
                    continue
            elif at > 1 and tokens[at - 1].is_mark(":"):
                said = self._frame_subject(reading, at - 1)
                if said is None:
                    continue
                if said.noun is not None and not is_person_noun(said.noun):
                    said = None
            else:
                continue
            content = Content(at, at + 1, direct=True)
            reading.made.append(_Made(content, len(self.found)))
            waiting.append(len(self.found))
            self.found.append(
                Statement(
                    start=token.start,
                    end=token.end if cue is None else cue.end,
                    speaker=said.speaker if said is not None else None,
                    via=None,
                    cue=cue,
                    content=self._content(token, token, direct=True),
                    direct=True,
                )
            )
            if said is not None:
                self.discourse.goes_on(said, reading.frame)
        self._waiting, self._waiting_in = (waiting if alone else []), reading.frame.paragraph

    def _gesture(self, reading: _Reading, at: int) -> tuple[Said | None, Span] | None:
        """Read a verb that is no reporting verb in its place: "“Ask him,” she shrugged"."""
        tokens = reading.tokens
        quotation = tokens[at].quotation
        phrase = reading.phrases.forward(at + 1)
        if quotation is None or phrase is None or phrase.end >= len(tokens):
            return None
        person = phrase.mention is not None and phrase.mention.type == "PERSON"
        if not person and phrase.pronoun not in ("he", "she", "they"):
            return None
        verb = tokens[phrase.end]
        loud = quotation.content.cut(self.text).rstrip().endswith((",", "?", "!"))
        if not loud or not verb.is_word or not verb.low.endswith("ed"):
            return None
        said = self.discourse.speaker_of(phrase, tokens, reading.frame)
        return said, Span(verb.start, verb.end)

    def _is_utterance(self, token: Token) -> bool:
        """Say whether a quotation reads as something said, not as a title or a term."""
        quotation = token.quotation
        assert quotation is not None
        words = quotation.content.cut(self.text).strip()
        count = len(words.split(None, _LEAST_PHRASE))
        if not quotation.closed or words.endswith(_STOPS):
            return count >= _LEAST_WORDS
        stopped = self.text[quotation.end : quotation.end + 1] in (".", "!", "?")
        return stopped and count >= _LEAST_PHRASE

    def _is_short(self, token: Token) -> bool:
        """Say whether a quotation may as well be a title or a term, where nobody says it."""
        quotation = token.quotation
        assert quotation is not None
        return len(quotation.content.cut(self.text).split(None, _LEAST_PHRASE)) < _LEAST_PHRASE

    def _goes_on(self, frame: Frame) -> Said | None:
        """Return who goes on speaking in a quotation that names nobody."""
        last = self.discourse.last
        if last is None or last.frame < self.discourse.number - 1:
            return None
        if frame.paragraph - last.paragraph > 1:
            return None
        if frame.paragraph > last.paragraph and self.discourse.alternates():
            return None
        return last


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
