"""The words that a mark stands on: by them it is found again in another version of the text.

Marks are found as annotations are, by the strategies of `annotations.anchor`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from corpus.span import Span

# In code points: the words from the mark on, in its line; fewer than the second say too little.
_LONGEST = 48
_FEWEST = 12
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class MarkAnchor:
    """The words at a mark and around it, and the hash of the text that they were read in.

    `lead` is how many code points of the quote stand before the mark.
    """

    quote: str
    before: str
    after: str
    lead: int
    sha256: str

    @classmethod
    def of(cls, text: str, sha256: str, offset: int) -> MarkAnchor | None:
        """Return the words at an offset of a text; None where there are none."""
        start = min(max(0, offset), len(text))
        end = text.find("\n", start, start + _LONGEST)
        end = min(len(text), start + _LONGEST) if end < 0 else end
        first = start
        if len(text[start:end].strip()) < _FEWEST:
            first, end = max(0, start - _LONGEST // 2), min(len(text), start + _LONGEST // 2)
        if not text[first:end].strip():
            return None
        before, after = text[max(0, first - _CONTEXT) : first], text[end : end + _CONTEXT]
        return cls(text[first:end], before, after, start - first, sha256)

    @classmethod
    def from_data(cls, data: object) -> MarkAnchor | None:
        """Return the anchor that `as_data` was written of; None where it is none."""
        if not isinstance(data, dict):
            return None
        words = [data.get(key) for key in ("quote", "before", "after", "sha256")]
        lead = data.get("lead")
        if not all(isinstance(word, str) for word in words) or not words[0]:
            return None
        if not isinstance(lead, int) or not 0 <= lead <= len(str(words[0])):
            return None
        quote, before, after, sha256 = map(str, words)
        return cls(quote, before, after, lead, sha256)

    def as_data(self) -> dict[str, object]:
        """Return what is written of it."""
        return asdict(self)

    def found_in(self, text: str, offset: int) -> int | None:
        """Return where a mark that stood at `offset` stands in a text; None where it is lost."""
        from annotations.anchor import place
        from annotations.model import Annotation

        start = max(0, offset - self.lead)
        at = Span(start, start + len(self.quote))
        annotation = Annotation("", self.quote, at, before=self.before, after=self.after)
        span = place(annotation, text).span
        if span is None:
            return None
        # Words that were put in before the mark's own are no part of them.
        own = text.find(self.quote, span.start, span.end)
        return own + self.lead if own >= 0 else min(span.start + self.lead, span.end)
