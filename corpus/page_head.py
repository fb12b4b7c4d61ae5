"""What a web page says of itself, as it says it: nothing of it is believed or understood yet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageHead:
    """The parts of a web page that are not its text.

    `title` is that of the browser's window, `language` that of the whole page. `meta` are pairs of
    a name in lower case (`og:title`, `author`; `itemprop:datepublished` for microdata) and what the
    page gives for it, in the order of the page. `json_ld` are the blocks of linked data, as text.
    """

    title: str = ""
    language: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    json_ld: tuple[str, ...] = ()
