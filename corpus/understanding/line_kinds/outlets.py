"""Names of outlets, told by their general shape: short, in capitals, with a word of the media."""

from __future__ import annotations

import re
from typing import Literal

from corpus.understanding.word_set import word_set

Strength = Literal["strong", "weak"]

# Words that end the names of outlets. The strong ones seldom end anything else that stands alone on
# a line in capitals; the weak ones end headlines too.
_STRONG = word_set("""
    news tv television radio press times gazette herald tribune chronicle newspaper newswire
    broadcasting observer telegraph courier examiner bulletin inquirer enquirer sentinel advertiser
    argus daily weekly agency wire newsroom fm
""")
_WEAK = word_set("""
    post monitor journal guardian dispatch mail mirror standard independent star sun globe today
    magazine network channel online mercury echo register review record report media reporter leader
    voice express messenger ledger digest insider watch service
""")
_FIRST = frozenset(("radio", "tv", "channel", "agence", "agencia", "agenzia", "televisión", "télé"))
_LEADING = re.compile(
    r"(?:L[ae]|El|Il)\s+(?:Gazette|Journal|Tribune|Courrier|Gazzetta|Diario|Correo|Voix|Voz|Quotidien)"
    r"\s(?:de|du|des|di|del|da)\s(?:l[ae]\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?|"
    r"(?:The )?(?:Voice|Times|Journal|Radio|Press Trust|Chronicle|Gazette) of"
    r" (?:[A-Z][\w'’-]+ ?){1,3}"
    r"|(?:The )?(?:Daily|Sunday|Morning|Evening|Weekly|National) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
)
_EDITION = re.compile(
    r"\s+[|–—-]\s+(?:[A-Z][a-z]+\s)?(?i:edition|online|digital|service|archive|website)$"
)
_DOMAIN = re.compile(
    r"(?:www\.)?(?:[a-z0-9-]{2,}\.){1,3}(?:com|org|net|info|news|tv|press|media|int|eu|example|[a-z]{2})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"[A-Z0-9][\w'’.&+-]*|[\w'’-]*[A-Z][\w'’-]*|of|the|and|for|de|la|le|el|al|del|du|&|\+"
)
_PART = r"[A-Z][\w'’&-]*(?:\.\w+)*"
_YEARS = r"(?:(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?,? )?"
_SELF = re.compile(
    rf"^[ \t]*(?:(?P<own>{_PART}(?: {_PART}){{0,4}}?)(?:'s|’s|'|’) (?:official )?web ?site\b"
    rf"|(?:©|\(c\)|Copyright(?: ©| \(c\))?) ?{_YEARS}(?:by )?"
    rf"(?P<holder>{_PART}(?: (?:of|the|and|&|{_PART})){{0,5}}?)(?=[.,|]|$| All rights| \d))",
    re.MULTILINE,
)
_NEAR_END = 3_000  # code points below the body in which a site speaks of itself
_URL = re.compile(r"https?://(?:www\.)?([\w.-]+)", re.IGNORECASE)
_MOST_WORDS = 6


def outlet_shape(words: str) -> Strength | None:
    """Say whether a line, as a whole, looks like the name of an outlet, and how plainly.

    "strong": the name ends with a word such as News, TV or Gazette, or is an internet domain.
    "weak": it ends with one that headlines end with too, such as Post or Review.
    """
    words = _EDITION.sub("", words.strip().strip("*_"))
    if _DOMAIN.fullmatch(words):
        return "strong"
    tokens = words.split()
    if not 1 <= len(tokens) <= _MOST_WORDS or words.endswith((".", "?", "!", ":", ",", ";")):
        return None
    if not all(_TOKEN.fullmatch(token) for token in tokens) or not words[0].isupper():
        return None
    if len(tokens) == 1:
        # "News" alone is a section; "ValleyNews" is a name.
        joined = re.fullmatch(
            r"(?:[A-Z][a-z0-9]+|[A-Z]{2,}?)(News|TV|Press|Times|Wire|Radio)", words
        )
        return "strong" if joined else None
    last = tokens[-1]
    if last.isdigit() and len(tokens) == 2 and tokens[0].lower() in ("channel", "news"):
        return "strong"  # "Channel 5"
    if last.lower() in _STRONG:
        return "strong"
    if tokens[0].lower() in _FIRST and len(tokens) <= 4:
        return "strong"
    if last.lower() in _WEAK and len(tokens) <= 4:
        return "weak"
    return "weak" if _LEADING.fullmatch(words) else None


def own_name(text: str) -> tuple[int, int] | None:
    """Return where a site names itself below the body; None where it does not.

    "© 2022 Velm News. All rights reserved", "Velm TV's website can also be found at": in lines of
    the site's own, and only what has the shape of an outlet's name.
    """
    for found in _SELF.finditer(text, max(0, len(text) - _NEAR_END)):
        group = "own" if found["own"] else "holder"
        if outlet_shape(found[group]) == "strong":
            return found.span(group)
    return None


def host_of(words: str) -> str | None:
    """Return the host of an address, without `www.`; None where `words` are no address."""
    found = _URL.match(words)
    return found[1].lower() if found else None
