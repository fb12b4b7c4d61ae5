"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.span import Span
from corpus.understanding.abbreviations import (
    COMPANY_FORMS,
    LABELLED,
    MAY_BE_LAST,
    MAY_BE_LAST_IN_LOWER_CASE,
    NEVER_LAST,
    NUMBERED,
    PLURAL_STARTERS,
    SPEECH,
    STARTERS,
    TITLES,
)

_CLOSERS = r"[\"'”’»›)\]}*]"
_QUOTES = "\"'”’»›"
_OPENERS = "\"'“‘«‹([{¿¡"
# A stop, with what closes behind it and the marks of footnotes; then white space or the end.
# Scripts that put no space between sentences have stops of their own.
_CANDIDATE = re.compile(
    # A run of stops is looked at once, from its first: a long one must not cost its square.
    rf"(?<![.!?…])(?<![.]\s)(?P<stop>\.(?:\s?\.)++|…|[.!?]++)"
    rf"(?P<close>{_CLOSERS}*+(?:\[\d{{1,3}}\])*+)(?=\s|(?P<glued>[A-Z][a-z]*\b)|$)"
    rf"|[。！？؟۔।]++[”」』\"')]*+"
)
_STOP = re.compile("[.!?…。！？؟۔।]")
_NEXT_WORD = re.compile(
    rf"\s*(?P<open>[{re.escape(_OPENERS)}]*)(?P<word>[^\W_]+(?:['’][^\W_]+)?)?(?P<tail>.?)"
)
_PARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|ash|az|ed|ul)[-‑’'][A-Z]")
_ATTRIBUTION = re.compile(r"\s*(?:[A-Z][\w.'’-]*\s+){1,3}(?P<verb>[a-z]+)\s*(?:[.,;:]|$)")
_DAY_OR_ZONE = re.compile(
    r"\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July"
    r"|August|(?:Septem|Octo|Novem|Decem)ber|[A-Z]{2,4}T|GMT|UTC|(?:Eastern|Central|Mountain|Pacific"
    r"|Local|British|Greenwich)\b|[A-Z][a-z]+\s+[Tt]ime\b)"
)
_LOWER_NEXT = re.compile(r"\s+[a-z]")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z]+)\s+$")
_BEFORE_I = frozenset(
    ("did", "do", "does", "am", "was", "have", "had", "can", "will", "than", "as")
)
_LONGEST_WORD = 40


def split_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans of the sentences of `paragraphs`, in order, without white space around them.

    Together they cover every character of the paragraphs that is not white space; none crosses the
    bounds of its paragraph. A headline without a stop is a sentence.
    """
    sentences: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        for end in _ends(text, paragraph):
            sentences.append(Span(start, end))
            start = _after_white_space(text, end, paragraph.end)
        if start < paragraph.end:
            sentences.append(Span(start, paragraph.end))
    return tuple(sentences)


def _ends(text: str, paragraph: Span) -> Iterator[int]:
    """Yield the offsets at which a sentence of the paragraph ends, its last one left out."""
    start = paragraph.start
    small = paragraph.cut(text).islower()
    at = start
    # Stops are looked for by themselves first: fast, and few code points are one.
    while (stop := _STOP.search(text, at, paragraph.end)) is not None:
        found = _CANDIDATE.match(text, stop.start(), paragraph.end)
        if found is None:
            at = stop.end()
            continue
        at = end = found.end()
        if end >= paragraph.end:
            return
        if _is_end(text, found, Span(start, paragraph.end), small=small):
            yield end
            start = _after_white_space(text, end, paragraph.end)


def _after_white_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _is_end(text: str, found: re.Match[str], rest: Span, *, small: bool) -> bool:
    """Decide whether the sentence that begins with `rest` ends at a stop.

    `rest` is what is left of the paragraph; `small` says that the paragraph has no capitals.
    """
    stop = found["stop"]
    if stop is None:
        return True
    follows = _NEXT_WORD.match(text, found.end(), rest.end)
    assert follows is not None  # it matches the empty string too
    word = follows["word"] or ""
    if found["glued"] is not None:
        return _is_glued_end(text, found, rest.start)
    if not (small or _may_begin(text, follows)):
        return False
    if stop.startswith((".", "…")) and (len(stop) > 1 or stop == "…"):
        # After an ellipsis a sentence goes on more often than not, unless a quotation closed.
        return bool(found["close"]) or word.lower() in STARTERS or bool(follows["open"])
    if stop == "!" and word.lower() in COMPANY_FORMS:
        return False
    if stop[-1] in "!?":
        return not (found["close"] and _attributes(text, found.end(), rest.end))
    if any(mark in _QUOTES for mark in found["close"]):
        return True
    return _is_full_stop(text, found, rest.start, follows)


def _may_begin(text: str, follows: re.Match[str]) -> bool:
    """Say whether what follows a stop can begin a sentence: nothing in lower case can."""
    word = follows["word"]
    if not word or not word[0].islower():
        return True
    return _PARTICLE.match(text, follows.start("word")) is not None


def _is_glued_end(text: str, found: re.Match[str], start: int) -> bool:
    """Decide about a stop with no space behind it, as where two paragraphs were run together."""
    before = text[max(start, found.start() - 3) : found.start()]
    if not (len(before) == 3 and before.isalpha() and before.islower()):
        return bool(found["close"]) and found["glued"].lower() in STARTERS
    return found["glued"].lower() in STARTERS


def _attributes(text: str, start: int, end: int) -> bool:
    """Say whether a quotation's question or exclamation mark is followed by who said it."""
    found = _ATTRIBUTION.match(text, start, min(end, start + 120))
    return found is not None and found["verb"] in SPEECH


def _is_full_stop(text: str, found: re.Match[str], start: int, follows: re.Match[str]) -> bool:
    """Tell a full stop from the point of an abbreviation, an initial or a number."""
    at = found.start()
    begin = at
    while begin > start and at - begin < _LONGEST_WORD and not text[begin - 1].isspace():
        begin -= 1
    token = text[begin:at].lstrip(_OPENERS + "-–—/")
    token = token.rsplit("—", 1)[-1].rsplit("–", 1)[-1]
    first = begin == start
    word = follows["word"] or ""
    starts = follows["tail"] != "." and (
        word.lower() in STARTERS
        or (
            word.lower() in PLURAL_STARTERS
            and _LOWER_NEXT.match(text, follows.end("word")) is not None
        )
    )
    if not token:
        return True
    lower = token.lower()
    if word[:1].isdigit() and (
        lower in NUMBERED
        or "." in token
        or lower in MAY_BE_LAST
        or lower in MAY_BE_LAST_IN_LOWER_CASE
        or (len(token) == 1 and token.islower())
    ):
        return False  # "No. 5", "Jan. 5", "6 ft. 2 in.", "c. 1850"
    if token.isdigit() or len(token) == 1:
        if first and len(token) <= 3 and (token.isdigit() or (token.isupper() and not starts)):
            return False  # "1. What happened", "J. Roe"
        if token.isdigit():
            # "16.\n20": a decimal that a line end broke.
            return not (word[:1].isdigit() and text[found.end()] == "\n")
    if lower in ("a.m", "p.m", "am", "pm"):
        return not _DAY_OR_ZONE.match(text, found.end())
    if lower in NEVER_LAST:
        return False
    if lower in TITLES and token[0].isupper():
        # "St." is a saint before a name and a street at the end.
        return lower == "st" and starts
    if len(token) == 1 and token.isupper() and _is_label(text, begin, token):
        return follows["tail"] != "."
    if _is_abbreviation(token, lower):
        return starts or bool(follows["open"].strip("([{"))
    return True


def _is_label(text: str, offset: int, letter: str) -> bool:
    """Say whether the capital at `offset` is no initial: "plan B", "World War I", "so did I"."""
    before = _WORD_BEFORE.search(text, max(0, offset - _LONGEST_WORD), offset)
    word = before["word"].lower() if before else ""
    return word in LABELLED or (letter == "I" and word in _BEFORE_I)


def _is_abbreviation(token: str, lower: str) -> bool:
    """Say whether a token before a point is, or looks like, an abbreviation that may be last."""
    if lower in MAY_BE_LAST_IN_LOWER_CASE:
        return True
    if not token[0].isupper():
        return _is_dotted(token)
    if lower in MAY_BE_LAST or len(token) == 1:
        return True
    # "Bhd.", "Pty." – a capital and consonants alone.
    bare = 2 <= len(token) <= 4 and token[1:].islower() and not set(lower) & set("aeiouy")
    return bare or _is_dotted(token)


def _is_dotted(token: str) -> bool:
    """Say whether a token is letters with points between, as `U.S` or `Ph.D`."""
    parts = token.split(".")
    return len(parts) > 1 and all(len(part) <= 2 and part.isalpha() for part in parts if part)
