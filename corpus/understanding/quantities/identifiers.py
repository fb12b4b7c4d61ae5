"""Digits that are part of a name and count nothing: T-72, G7, Article 5, phone numbers."""

from __future__ import annotations

import re

from corpus.understanding.quantities.currencies import is_code
from corpus.understanding.quantities.numerals import is_fraction
from corpus.understanding.quantities.vocabulary import listed

_TOKEN = re.compile(r"[^\s“”\"()\[\]{}<>,;]+")
_PHONE = re.compile(
    r"\+?\(?[0-9]{1,4}\)?(?:[-. /][0-9]{2,4}){2,4}(?![0-9,])|\([0-9]{3}\)[^\S\n]?[0-9]{3}-[0-9]{4}"
    r"|\b[0-9]{3}-[0-9]{4}(?![0-9])"
)
_VERSION = re.compile(r"[vV]?[0-9]{1,4}(?:\.[0-9]{1,4}){2,8}(?![0-9])")
_LABELS = frozenset(
    listed(
        "article articles section sections chapter chapters clause paragraph rule amendment annex "
        "no nos nr number numbers route highway interstate flight boeing airbus channel page "
        "pages resolution resolutions bill act room version windows psalm line table figure fig "
        "part vol volume issue episode season mark pier gate terminal apartment apt suite zone "
        "district precinct grade ward division platform track court courtroom box model type "
        "class formula apollo soyuz voyager radio tv title docket case h.r s.res iphone galaxy "
        "xbox playstation article’s sector unit lot cell block plot tower building hill camp "
        "checkpoint hr sr directive protocol catch agenda studio proposition prop isbn"
    )
)
"""Words before a number that make it the number of one thing, in a name or a reference."""

_LOWER_LABELS = frozenset(
    listed(
        "week day article section chapter clause paragraph page no number channel route flight "
        "room version grade level phase line table figure volume episode psalm verse highway "
        "resolution row pages chapters articles sections"
    )
)
_ANY_LABEL = _LABELS | _LOWER_LABELS
_LABEL = re.compile(r"(?<![A-Za-z])([A-Za-z][A-Za-z.’]*)[^\S\n]{1,2}(?:No\.?[^\S\n]?)?$")
_SLASHED = re.compile(r"[0-9]{1,4}(?:/[0-9]{1,4}){1,4}(?![0-9])")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")  # a bill: "S.B. 9"
_LIST_NUMBER = re.compile(r"[0-9]{1,3}[.)][^\S\n]+\S")
_NUMBER_SIGN = re.compile(r"(?:#|№|[Nn][Oo]\.|\bnum\.)[^\S\n]?$")
_BEFORE_LABELLED = frozenset("#№.’")
_COMPOUND_BEFORE = frozenset(
    listed("mid pre post non under over sub early late top some about around all ex multi semi")
)


def identifier_end(text: str, start: int, end: int) -> int | None:
    """Say whether the digits at `start:end` belong to an identifier; return where that ends.

    None means that they are a number. The end may be just the end of the digits.
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in "+(" or (before.isspace() and _may_go_on_as_phone(text, end)):
        phone = _PHONE.match(text, start - 1 if before in "+(" else start)
        if phone and phone.end() > end and _is_phone(phone.group()):
            return phone.end()
    if (
        after == "."
        and (version := _VERSION.match(text, start))
        and not _is_grouped(version.group())
    ):
        return version.end()
    if _joins(before) or _joins(after) or before in "-‐‑" or after in "-‐‑_" or after.isalpha():
        joined = _by_neighbours(text, start, end, before, after)
        if joined is not None:
            return joined
    return _labelled(text, start, end)


def _may_go_on_as_phone(text: str, end: int) -> bool:
    after = text[end : end + 2]
    return after[:1] == ")" or (after[:1] in ("-", ".", " ", "/") and after[1:].isdigit())


def _by_neighbours(text: str, start: int, end: int, before: str, after: str) -> int | None:
    if before.isalpha() or before in "_@#&=%" or (before == "/" and not text[start - 2].isdigit()):
        if before.isalpha() and _is_attached_currency(text, start):
            return None
        return _token_end(text, end)
    if before in "-‐‑" and start > 1 and text[start - 2].isalpha():
        word = re.search(r"[A-Za-z]+$", text[max(0, start - 14) : start - 1])
        if word is None or word.group().lower() not in _COMPOUND_BEFORE:
            spelled = word is not None and word.group().lower() in ("to", "or", "and")
            return None if spelled else _token_end(text, end)
    if before == "." and start > 1 and (text[start - 2].isalpha() or text[start - 2].isdigit()):
        return _token_end(text, end)
    if after in "@_=":
        return _token_end(text, end)
    if after == "/" and (slashed := _SLASHED.match(text, start)) and not is_fraction(text, start):
        return slashed.end()
    return None


def _labelled(text: str, start: int, end: int) -> int | None:
    line_start = start == 0 or text[start - 1] == "\n" or text[max(0, start - 6) : start].isspace()
    if line_start and (start == 0 or "\n" in text[max(0, start - 6) : start]):
        item = _LIST_NUMBER.match(text, start)
        if item:
            return end
    window = max(0, start - 22)
    spaced = text[start - 1 : start].isspace() or text[start - 1 : start] in "#№."
    nearest = text[max(0, start - 3) : start].rstrip()[-1:] if spaced else ""
    if nearest.isalpha() or nearest in _BEFORE_LABELLED:
        if nearest in _BEFORE_LABELLED and _NUMBER_SIGN.search(text, max(0, start - 6), start):
            return end
        word = text[window:start].split()[-1]
        if word.isalpha() and word.isascii() and word.lower() not in _ANY_LABEL:
            return None  # as most words before a number
        label = _LABEL.search(text, window, start)
        if label:
            word = label[1].rstrip(".")
            lower = word.lower()
            if _INITIALS.fullmatch(label[1]) and lower not in ("u.s", "u.k", "u.n", "e.u"):
                return end
            if (lower in _LABELS and word[0].isupper()) or lower in _LOWER_LABELS:
                if lower == "no" and label[1][-1] != "." and not word[0].isupper():
                    return None
                return (
                    None
                    if text[end : end + 1] == "," and text[end + 1 : end + 4].isdigit()
                    else end
                )
    return None


def _joins(character: str) -> bool:
    return character.isalpha() or character in "_@#/.=&%"


def _is_attached_currency(text: str, start: int) -> bool:
    letters = re.search(r"(?<![A-Za-z0-9])[A-Za-z]{1,4}$", text[max(0, start - 6) : start])
    return letters is not None and (
        letters.group()
        in ("RM", "Rs", "dlrs", "Rp", "Tk", "DM", "FF", "Dhs", "Fr", "SFr", "R", "P")
        or is_code(letters.group())
    )


def _is_phone(found: str) -> bool:
    digits = sum(character.isdigit() for character in found)
    if found[0] == "+":
        return digits >= 7
    groups = re.split(r"[-. /()]+", found.strip("()"))
    if re.fullmatch(r"[0-9]{3}-[0-9]{4}", found):
        return True
    return digits >= 9 and found.count(" ") < 2 and len({*found} & {"-", "."}) == 1 and (
        len(groups) >= 3 and all(2 < len(group) < 5 for group in groups[-2:])
    )  # fmt: skip


def _is_grouped(found: str) -> bool:
    """Say whether full stops separate thousands or the parts of a date, as in continental use."""
    first, *rest = found.split(".")
    return (all(len(part) == 3 for part in rest) and 1 <= len(first) <= 3) or (
        len(rest) == 2 and len(rest[1]) == 4 and len(first) <= 2
    )  # fmt: skip


def _token_end(text: str, offset: int) -> int:
    token = _TOKEN.match(text, offset, offset + 400)
    end = token.end() if token else offset
    while end > offset and text[end - 1] in ".:’'!?":
        end -= 1
    return end
