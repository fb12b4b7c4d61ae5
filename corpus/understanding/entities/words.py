"""The capitalised words of a text, and the runs of them that may hold names.

A run is a list of words that stand next to each other, joined by white space (at most one line
break), by the particles of personal names ("bin", "de", "van") or by the small words inside names
of organisations ("of", "for", "and"). A run never crosses the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import regex

from corpus.span import Span
from corpus.understanding.entities.lexicon.small_words import (
    INNER_PARTS,
    JOINERS,
    LEADING_PARTICLES,
    NAME_PARTICLES,
    PARTICLE_ENDS,
)
from corpus.understanding.entities.lexicon.titles import ABBREVIATED_TITLES, DOTTED_ENDINGS
from corpus.understanding.gazetteers.folding import fold
from corpus.understanding.gazetteers.groups import is_group
from corpus.understanding.gazetteers.places import places, state_abbreviations
from corpus.understanding.gazetteers.words import word_ranks

_HYPHENS = "-‐‑"
LONGEST_RUN = 16  # words; what is longer is no name, and taking it apart would cost much
LONGEST_WORD = 100  # code points
_CAPITALISED = regex.compile(
    r"""(?<![\p{L}\p{N}_])
    (?: (?P<dotted> (?:\p{Lu}\.){2,} (?:\p{Lu}(?![\p{L}\p{N}.]))?
                  | \p{Lu}(?:\.\p{Lu})+ (?![\p{L}\p{N}]) )
      | (?: (?:(?:al|el|ul|ad|an|ar|as|ash|at|az|bin|ibn|abu)[-‐‑] | [dl]['’])?
            \p{Lu} [\p{L}\p{M}\p{N}]*
            (?: [-‐‑] [\p{L}\p{N}] [\p{L}\p{M}\p{N}]*
              | ['’ʼ‘`] (?!(?:ll|re|ve|em)(?!\p{L})) \p{L}{2} [\p{L}\p{M}\p{N}]*
              | ['’ʼʻ`] (?![sdtmSDTM](?!\p{L})) \p{L} (?!\p{L})
              | & \p{Lu} \p{L}*
            )*
        )
    )""",
    regex.VERBOSE,
)
_LOWER_WORD = regex.compile(r"(?<![\p{L}\p{N}_])\p{Ll}[\p{L}\p{M}]*")
_ASCII_LOWER_WORD = re.compile(r"\b[a-z][A-Za-z]*", re.ASCII)
_HYPHEN = re.compile(f"([{_HYPHENS}])")
_SPACES = regex.compile(r"[^\S\n]*\n?[^\S\n]*")
_JOINED = regex.compile(
    r"[^\S\n]*\n?[^\S\n]*(?:(?P<small>[\p{Ll}&'’]+(?:[^\S\n]*\n?[^\S\n]+(?:the|la|los|las|der|den|de))?)"
    r"[^\S\n]*\n?[^\S\n]*)"
)
_OWNED = regex.compile(r"['’]s?(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)")
_OPENING = regex.compile(r"(?:[“\"‘«•*–—:…]|``|''|(?<![\p{L}\p{N}])['’])\s*$")
_HAS_WORD = regex.compile(r"[\p{L}\p{N}]")


class Word:
    """A word of a run. `key` is its folded form; `small` marks particles and joiners in lower case.

    `bare` is the key without the dots at its end, `plain` without any.
    `initial` says that the word begins a sentence or a quotation, where a capital proves nothing;
    `end` leaves out a possessive; `dotted` is an abbreviation or initial that ends with a dot;
    `attached` hangs on a prefix in lower case ("ex-Soviet") and `state` is a state of the United
    States by its abbreviation.
    """

    __slots__ = (
        "acronym",
        "attached",
        "bare",
        "dotted",
        "end",
        "initial",
        "key",
        "plain",
        "small",
        "start",
        "state",
        "text",
    )

    def __init__(
        self, text: str, start: int, *, initial: bool = False, small: bool = False
    ) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.initial = initial
        self.small = small
        self.attached = False
        self.state: str | None = None
        self.key = key = fold(text)
        if "." in key:
            self.bare, self.plain = key.rstrip("."), key.replace(".", "")
        else:
            self.bare = self.plain = key
        self.dotted = text.endswith(".")
        self.acronym = not small and _is_acronym(text)

    @property
    def is_initial_letter(self) -> bool:
        """Whether the word is a single letter with its dot: the W. of Oona W. Brandt."""
        return len(self.text) == 2 and self.dotted

    def __repr__(self) -> str:
        return f"Word({self.text!r})"


def _is_acronym(text: str) -> bool:
    """Say whether more than half of the letters are capitals, of two or more."""
    if text[1:].islower():  # as of most words
        return False
    plain = text.replace(".", "")
    return len(plain) > 1 and sum(map(str.isupper, plain)) * 2 > len(plain)


def lower_case_words(text: str) -> frozenset[str]:
    """Return every word that the text has in lower case: it does not begin a name elsewhere."""
    return frozenset((_ASCII_LOWER_WORD if text.isascii() else _LOWER_WORD).findall(text))


@cache
def _state_words() -> frozenset[str]:
    """Return the abbreviations of states with and without the dot at their end."""
    forms = state_abbreviations()
    return frozenset(forms) | {form[:-1] for form in forms if form.endswith(".")}


def _pieces(found: str, start: int) -> list[tuple[str, int]]:
    """Cut a hyphenated word where its parts are not one name: US-led, Israeli-Palestinian."""
    if found.isalpha() or not any(h in found for h in _HYPHENS):
        return [(found, start)]
    parts = _HYPHEN.split(found)
    words = parts[::2]
    if len(words) == 2 and words[0] in ("R", "D", "I") and words[1] in _state_words():
        return [(words[1], start + 2)]
    known = fold(found)
    if known in places() or is_group(known):
        return [(found, start)]
    for i in range(1, len(words)):
        part = words[i]
        if part[:1].islower() and (
            part not in INNER_PARTS
            and (part in word_ranks() or part.endswith(("ed", "ing")))
            and (len(part) > 2 or i == len(words) - 1)
        ):
            return _pieces("".join(parts[: 2 * i - 1]), start)
    folded = [fold(w) for w in words]
    if all(w in places() or is_group(w) for w in folded):
        offsets = accumulate((len(w) + 1 for w in words[:-1]), initial=start)
        return list(zip(words, offsets, strict=True))
    return [(found, start)]


def _dot_follows(text: str, word: str, end: int) -> bool:
    """Say whether the dot after `word` belongs to it: an initial, a title, Jr., Inc."""
    if not text.startswith(".", end):
        return False
    if len(word) == 1:
        return text[end + 1 : end + 2].isspace() or text[end + 1 : end + 2].isupper()
    if word.isupper():
        word = word.capitalize()
    return word in ABBREVIATED_TITLES or word in DOTTED_ENDINGS


def _state_at(text: str, word: str, start: int) -> str | None:
    """Return the abbreviation of a state that stands after a comma: Dover, Del.; Dover, DE."""
    if start < 2 or word not in _state_words():
        return None
    if text[start - 2 : start] in ("R-", "D-", "I-"):
        # The party and state of a member of the Congress of the United States: D-Del.
        before = text[max(0, start - 6) : start - 2]
    elif text[start - 1] in " \n\u00a0":
        before = text[max(0, start - 6) : start]
    else:
        return None
    if not before.rstrip().endswith((",", "(")):
        return None
    for form in (word + ".", word):
        if form in state_abbreviations() and text.startswith(form, start):
            return form
    return None


def _opens(text: str, offset: int) -> bool:
    """Say whether a quotation, a bracket or a clause opens before `offset`."""
    # After a word, as most names stand, nothing opens.
    if offset > 1 and text[offset - 1] == " " and text[offset - 2].isalnum():
        return False
    before = text[max(0, offset - 4) : offset].rstrip()
    return not before[-1:].isalnum() and _OPENING.search(before) is not None


def find_runs(text: str, sentences: Sequence[Span]) -> list[list[Word]]:
    """Return the runs of capitalised words in the order of the text.

    Where `sentences` is empty the whole text is taken for one sentence.
    """
    bounds = list(sentences) or [Span(0, len(text))]
    runs: list[list[Word]] = []
    at = 0
    fresh = True  # whether no word of the current sentence has been seen
    last_end = -1
    run: list[Word] = []
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        if end - start > LONGEST_WORD:
            continue
        moved = False
        while at < len(bounds) - 1 and start >= bounds[at].end:
            at += 1
            moved = True
        if moved or last_end < 0:
            fresh = not _HAS_WORD.search(text, bounds[at].start, start)
        else:
            fresh = False
        for piece, offset in _pieces(match[0], start):
            in_tag = offset > 0 and text[offset - 1] == "<"
            if piece == "I" or in_tag or (offset == start and start < last_end):
                continue
            state = _state_at(text, piece, offset)
            if state is not None:
                piece = state
            elif _dot_follows(text, piece, offset + len(piece)) and match["dotted"] is None:
                piece += "."
            initial = fresh or _opens(text, offset)
            word = Word(piece, offset, initial=initial)
            word.attached = (
                offset > 1 and text[offset - 1] in _HYPHENS and text[offset - 2].islower()
            )
            if state is not None:
                word.state = state_abbreviations()[state]
            between = None if moved or not run else _joiners(text, run[-1], word)
            if between is None or len(run) > LONGEST_RUN:
                if run:
                    runs.append(run)
                run = []
            else:
                run.extend(between)
            run.append(word)
            moved = fresh = False
            last_end = word.end
    if run:
        runs.append(run)
    for found in runs:
        _extend_left(text, found)
    return runs


def _joiners(text: str, left: Word, right: Word) -> list[Word] | None:
    """Return the small words between two words of one run, or None where the run breaks."""
    gap = text[left.end : right.start]
    if left.attached:
        return None
    if gap in (" ", "\n", "\u00a0") or gap == "":
        return [] if gap or left.is_initial_letter else None
    if len(gap) > 40:
        return None
    if _SPACES.fullmatch(gap):
        return []
    if gap[0] == "," and right.bare in ("jr", "sr", "inc", "ltd", "llc", "corp"):
        return [] if gap[1:].isspace() else None
    if _OWNED.fullmatch(gap):
        return [Word("'s", left.end, small=True)] if left.key in word_ranks() else None
    first = gap.split(None, 1)[:1]
    if not first or (first[0] not in JOINERS and first[0] not in NAME_PARTICLES):
        return None
    joined = _JOINED.fullmatch(gap)
    if joined is None:
        return None
    small = joined.group("small")
    if first[0] in NAME_PARTICLES or len(small.split()) == 1 or small.split()[1] == "the":
        words = []
        for piece in regex.finditer(r"\S+", small):
            start = left.end + joined.start("small") + piece.start()
            words.append(Word(piece.group(), start, small=True))
        return words
    return None


def _extend_left(text: str, run: list[Word]) -> None:
    """Take a particle in lower case before the first word into the run: de Klerk, bin Laden."""
    start = run[0].start
    before = text[max(0, start - 12) : start]
    if not before.rstrip().endswith(PARTICLE_ENDS):
        return
    found = LEADING_PARTICLES.search(before)
    if found is not None:
        offset = start - len(before) + found.start("particle")
        run.insert(0, Word(found.group("particle"), offset, small=True))
