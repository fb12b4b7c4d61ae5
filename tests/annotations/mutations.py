"""Articles edited as they are in life, each edit with what it does to a passage of the text.

Everything is drawn from a `random.Random`, so that a failure can be made again.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.span import Span
from corpus.understanding.paragraphs import split_paragraphs

Edit = tuple[int, int, str]
"""The code points `[start, end)` and what stands there afterwards."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A text after an edit, and where a passage stands in it; None where it is gone.

    `says_other` tells that the passage says something else now.
    """

    kind: str
    text: str
    span: Span | None
    says_other: bool = False


_SENTENCE = re.compile(r"\S(?:[^.!?\n]|[.!?](?!\s))*[.!?]?")
_FIGURE = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w,.]*\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_BOUNDS = {
    "at least": "at most",
    "more than": "fewer than",
    "fewer than": "more than",
    "less than": "more than",
    "at most": "at least",
    "up to": "over",
    "nearly": "over",
    "almost": "more than",
    "about": "over",
    "over": "under",
    "under": "over",
}
_BOUND = re.compile(rf"\b(?:{'|'.join(_BOUNDS)})(?= \$?\d)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|could|did|can|should)\b(?! no| never)"
)
_NOT = re.compile(r" not\b|(?<=\w)n['’]t\b")
_NAMES = ("Oswin", "Hallam", "Belvoir", "Karsten", "Ostrava", "Ashgrove", "Quillan", "Dresner")
_FILLERS = (
    "The harbour office said on Friday that the register would be kept open for another month.",
    "A second inquiry, which nobody had asked for, found 312 letters in the cellar.",
    "Correction: an earlier version of this report misstated the date of the meeting.",
    "Advertisement",
    "“We have waited long enough,” a clerk told the council, “and we shall not wait again.”",
)


def passages(text: str, rng: random.Random, count: int) -> list[Span]:
    """Draw passages as readers select them: sentences, phrases, figures, names, paragraphs."""
    sentences = [Span(*found.span()) for found in _SENTENCE.finditer(text) if len(found[0]) > 20]
    figures = [Span(*found.span()) for found in _FIGURE.finditer(text)]
    names = [Span(*found.span()) for found in _NAME.finditer(text)]
    drawn: list[Span] = []
    while sentences and len(drawn) < count:
        kind = rng.random()
        if kind < 0.45:
            drawn.append(rng.choice(sentences))
        elif kind < 0.8:
            drawn.append(_phrase(text, rng.choice(sentences), rng))
        elif kind < 0.88 and figures:
            drawn.append(rng.choice(figures))
        elif kind < 0.94 and names:
            drawn.append(rng.choice(names))
        else:
            number = rng.randrange(len(sentences))
            last = sentences[min(number + rng.randint(1, 2), len(sentences) - 1)]
            drawn.append(Span(sentences[number].start, last.end))
    return drawn


def _phrase(text: str, sentence: Span, rng: random.Random) -> Span:
    words = list(re.finditer(r"\S+", sentence.cut(text)))
    length = min(len(words), rng.randint(2, 8))
    first = rng.randint(0, len(words) - length)
    start, end = words[first].start(), words[first + length - 1].end()
    phrase = sentence.cut(text)[start:end].rstrip(",;:.")
    return Span(sentence.start + start, sentence.start + start + max(1, len(phrase)))


def edited(text: str, edits: Sequence[Edit], span: Span) -> tuple[str, Span]:
    """Make edits that do not overlap; return the text, and where a span stands in it."""
    start, end = span.start, span.end
    for first, last, words in sorted(edits, reverse=True):
        text = text[:first] + words + text[last:]
        grown = len(words) - (last - first)
        if last <= span.start and not first == last == span.start == span.end:
            start, end = start + grown, end + grown
        elif last <= span.end and first < span.end:
            end += grown
    return text, Span(start, end)


def figure(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Correct one digit of a figure in the passage."""
    digits = [at for at in range(span.start, span.end) if text[at] in "0123456789"]
    if not digits:
        return None
    at = rng.choice(digits)
    other = rng.choice([digit for digit in "123456789" if digit != text[at]])
    return Mutation("figure", *edited(text, [(at, at + 1, other)], span), says_other=True)


def bound(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Turn a bound round in the passage, or put one before a figure in it."""
    there = list(_BOUND.finditer(text, span.start, span.end))
    if there:
        found = rng.choice(there)
        edit = (found.start(), found.end(), _BOUNDS[found[0].lower()])
    else:
        figures = list(_FIGURE.finditer(text, span.start, span.end))
        inner = [one.start() for one in figures if one.start() > span.start]
        if not inner:
            return None
        at = rng.choice(inner)
        edit = (at, at, rng.choice(("over ", "nearly ", "fewer than ", "at least ")))
    return Mutation("bound", *edited(text, [edit], span), says_other=True)


def negation(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Put a negation into the passage, or take one out of it."""
    there = [found.span() for found in _NOT.finditer(text, span.start, span.end)]
    verbs = [one.end() for one in _VERB.finditer(text, span.start) if one.end() < span.end - 1]
    if there:
        edit = (*rng.choice(there), "")
    elif verbs:
        at = rng.choice(verbs)
        edit = (at, at, rng.choice((" not", " never")))
    else:
        return None
    return Mutation("negation", *edited(text, [edit], span), says_other=True)


def name(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Put another name into the passage."""
    names = [found for found in _NAME.finditer(text) if span.start <= found.start() < span.end]
    names = [found for found in names if found.end() <= span.end]
    if not names:
        return None
    found = rng.choice(names)
    edit = (found.start(), found.end(), rng.choice(_NAMES))
    return Mutation("name", *edited(text, [edit], span), says_other=True)


def spelling(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Spell one letter of a long word in the passage otherwise."""
    words = list(re.finditer(r"[a-z]{6,}", span.cut(text)))
    if not words:
        return None
    at = span.start + rng.choice(words).start() + 2
    other = rng.choice([letter for letter in "aeiou" if letter != text[at]])
    return Mutation("spelling", *edited(text, [(at, at + 1, other)], span), says_other=True)


def gone(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Take the passage out with all sentences it lies in; the rest stays."""
    first, last = span.start, span.end
    for found in _SENTENCE.finditer(text):
        if found.start() < span.end and span.start < found.end():
            first, last = min(first, found.start()), max(last, found.end())
    words = rng.choice(("", "", rng.choice(_FILLERS)))
    left = text[:first] + words + text[last:]
    if " ".join(span.cut(text).split()).strip(" .,") in " ".join(left.split()):
        return None
    return Mutation("gone", left, None)


def inserted(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Put paragraphs between others."""
    ends = [paragraph.start for paragraph in split_paragraphs(text)]
    outside = [at for at in (*ends, len(text)) if not span.start < at < span.end]
    places = sorted({rng.choice(outside) for _ in range(rng.randint(1, 3))})
    edits = [(at, at, rng.choice(_FILLERS) + "\n\n") for at in places]
    return Mutation("inserted", *edited(text, edits, span))


_TYPOGRAPHY: dict[str, str] = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "\u00a0": " ",
    '"': "”", "'": "’", "--": "—", "...": "…",
}  # fmt: skip


def typographic(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Set the text with other quotation marks, apostrophes, dashes, dots and blanks."""
    signs = re.finditer(r"--|\.\.\.|[“”‘’–—…\"'\u00a0]", text)
    blanks = (found for found in re.finditer(" ", text) if rng.random() < 0.1)
    edits = [(found.start(), found.end(), _TYPOGRAPHY[found[0]]) for found in signs]
    edits += [(one.start(), one.end(), rng.choice(("\u00a0", "  ", "\u2009"))) for one in blanks]
    crossing = [one for one in edits if one[0] < span.start < one[1] or one[0] < span.end < one[1]]
    return None if crossing else Mutation("typographic", *edited(text, edits, span))


def wrapped(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Wrap every line at a fixed width."""
    width = rng.randint(40, 80)
    edits: list[Edit] = []
    column = 0
    for found in re.finditer(r"\n|[^\S\n]+", text):
        gap = found.start() - column
        if "\n" in found[0]:
            column = found.end()
        elif gap > width:
            edits.append((found.start(), found.end(), "\n"))
            column = found.end()
    return Mutation("wrapped", *edited(text, edits, span))


def without_furniture(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Take lines out at the top and at the end, as another scrape of the page does."""
    lines = [found.span() for found in re.finditer(r"[^\n]*\n+|[^\n]+$", text)]
    top = rng.randint(0, min(3, len(lines) // 3))
    tail = rng.randint(0, min(3, len(lines) // 3))
    taken = lines[:top] + (lines[-tail:] if tail else [])
    edits = [(*line, "") for line in taken if line[1] <= span.start or line[0] >= span.end]
    return Mutation("furniture", *edited(text, edits, span)) if edits else None


def duplicate(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Put a copy of the passage into another paragraph, as a pull quote."""
    ends = [paragraph.start for paragraph in split_paragraphs(text)]
    far = [at for at in ends if at < span.start - 60 or at > span.end + 60]
    if not far:
        return None
    at = rng.choice(far)
    words = span.cut(text) + "\n\n"
    return Mutation("duplicate", *edited(text, [(at, at, words)], span))


def neighbour(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Edit the word before the passage, and put a paragraph at the top."""
    words = list(re.finditer(r"\w+", text[max(0, span.start - 40) : span.start]))
    if not words:
        return None
    word, base = words[-1], max(0, span.start - 40)
    if base and not word.start():
        return None
    edits = [(0, 0, _FILLERS[0] + "\n\n"), (base + word.start(), base + word.end(), "Elsewhere")]
    return Mutation("neighbour", *edited(text, edits, span))


def rescraped(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Do several at once: other furniture, other typography, a new paragraph."""
    kind, now, place, chosen = "rescraped", text, span, False
    for change in rng.sample((without_furniture, typographic, inserted, wrapped), 3):
        found = change(now, place, rng)
        if found is not None and found.span is not None:
            now, place, chosen = found.text, found.span, True
    return Mutation(kind, now, place) if chosen else None


def corrected_and_rescraped(text: str, span: Span, rng: random.Random) -> Mutation | None:
    """Correct the passage in a page that was scraped anew."""
    first = rescraped(text, span, rng)
    if first is None or first.span is None:
        return None
    change = rng.choice((figure, bound, negation, name))
    found = change(first.text, first.span, rng)
    if found is None:
        return None
    return Mutation(f"rescraped {found.kind}", found.text, found.span, says_other=True)


MUTATIONS: tuple[Callable[[str, Span, random.Random], Mutation | None], ...] = (
    *(figure, bound, negation, name, spelling, gone, inserted, typographic, wrapped),
    *(without_furniture, duplicate, neighbour, rescraped, corrected_and_rescraped),
)
