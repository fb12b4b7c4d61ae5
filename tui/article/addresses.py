"""The web addresses in a text, as they stand there or behind the words of a Markdown link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.span import Span
from tui.layout.motions import last_offset

# What browsers and mail readers find in running text; `shown` text holds no control characters.
_BARE = re.compile(r"(?:https?://|www\.(?=\w))[^\s<>\"“”«»`{}|\\^⇄·¤␦↵\ufffd]+", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\]"
    r"\(\s*<?(?P<target>https?://[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?"
    r"(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
)
_CLOSING = {")": "(", "]": "[", "}": "{"}
_AFTER = ".,;:!?…'’*_~)]}"
_LONGEST = 4_096


@dataclass(frozen=True, slots=True)
class Address(Span):
    """A web address: the span is what is read in the text, `target` where it leads."""

    target: str


def addresses_in(text: str, start: int, end: int) -> Iterator[Address]:
    """Give the web addresses that begin between two offsets of a safe text, in their order."""
    taken = start
    links = {found.start(): found for found in _MARKDOWN.finditer(text, start, end)}
    for found in sorted((*links.values(), *_BARE.finditer(text, start, end)), key=_start):
        if found.start() < taken:
            continue
        if found.start() in links:
            taken = found.end()
            yield Address(found.start(), found.end(), found["target"])
        else:
            words = _without_stops(found[0][:_LONGEST])
            taken = found.start() + len(words)
            scheme = "" if "://" in words else "https://"
            if len(words) > len("https://"):
                yield Address(found.start(), taken, scheme + words)


def address_at(text: str, offset: int) -> Address | None:
    """Return the web address that `offset` lies in."""
    if not text:
        return None
    start = max(0, text.rfind("\n", 0, offset) + 1, offset - _LONGEST)
    end = text.find("\n", min(offset, last_offset(text)))
    stop = min(len(text) if end < 0 else end, offset + _LONGEST)
    return next((one for one in addresses_in(text, start, stop) if one.covers(offset)), None)


def ascii_host(target: str) -> str:
    """Return the host of an address as computers write it where that differs, else "".

    Letters of other scripts that look like Latin ones are told apart by it.
    """
    host = re.sub(r"^\w+://(?:[^/?#@]*@)?([^/?#:]+).*$", r"\1", target, flags=re.DOTALL)
    if host.isascii():
        return ""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ascii(host)[1:-1]


def _start(found: re.Match[str]) -> int:
    return found.start()


def _without_stops(words: str) -> str:
    """Take away what ends the sentence and not the address."""
    while words and words[-1] in _AFTER:
        opening = _CLOSING.get(words[-1])
        if opening is not None and words.count(opening) >= words.count(words[-1]):
            break
        words = words[:-1]
    return words
